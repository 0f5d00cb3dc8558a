import { ConfigError } from '../config.ts'
import { ApiError } from '../platform/errors.ts'

/** What a person is told when a command or the start fails: the message alone where it was written for people. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return `Failed: ${String(error)}`
  if (error instanceof ConfigError) return error.message
  if (error instanceof ApiError) return causeOf(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code === 'EADDRINUSE') {
    const port = 'port' in error ? String(error.port) : 'the port'
    return `Port ${port} is taken by another program.\n  → Stop it, or choose another port: PORT=${Number(port) + 1 || 4001} npm start`
  }
  if (code === 'EACCES' && 'port' in error)
    return `Port ${String(error.port)} needs more rights.\n  → Choose a port above 1023, e.g. PORT=4000.`
  // What we throw for the operator says what to do, and a stack would hide it; a mistake of ours needs its stack.
  const isMistake = [TypeError, ReferenceError, RangeError, SyntaxError].some((kind) => error instanceof kind)
  return isMistake ? (error.stack ?? error.message) : withCause(error)
}

/** «The database cannot be reached» alone does not help an operator at the terminal: the cause does. */
function causeOf(error: ApiError): string {
  return error.cause instanceof Error
    ? `${error.message}\n  (${error.cause.message || error.cause.name})`
    : error.message
}

function withCause(error: Error): string {
  return error.cause instanceof Error ? `${error.message}\n  (${error.cause.message})` : error.message
}
