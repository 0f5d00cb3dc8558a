import pino from 'pino'
import type { DestinationStream, Logger } from 'pino'

/**
 * Keys whose values never reach the log, at the top and two levels down: credentials, and what customers wrote.
 * `body`, `text`, `content` and `raw` are message texts wherever they appear.
 */
const secretKeys = [
  'authorization',
  'cookie',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'appSecret',
  'apiKey',
  'body',
  'text',
  'content',
  'raw',
]

/**
 * The process's logger: JSON lines on stdout; for people when `pretty` (needs the development dependency pino-pretty,
 * and falls back to JSON lines without it).
 */
export function createLogger(options: { level: string; pretty?: boolean; destination?: DestinationStream }): Logger {
  const settings: pino.LoggerOptions = {
    level: options.level,
    base: null,
    redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
    serializers: { err: describeError, error: describeError },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  }
  if (options.destination !== undefined) return pino(settings, options.destination)
  if (options.pretty !== true || !prettyIsInstalled()) return pino(settings, inBatches())
  return pino(
    settings,
    pino.transport({ target: 'pino-pretty', options: { ignore: 'hostname,pid', translateTime: 'HH:MM:ss' } }),
  )
}

/** Lines leave together, at the latest after a quarter of a second and when the process ends: one write each is dear. */
function inBatches(): DestinationStream {
  return pino.destination({ dest: 1, sync: false, minLength: 4_096, periodicFlush: 250 })
}

/**
 * The same log for lines of which every field is known to be harmless: nothing is looked for in them, which costs more
 * than all the rest of a line.
 */
export function harmless(log: Logger): Logger {
  return log.child({}, { redact: [] })
}

/**
 * A child that is made when something is logged by it. Most requests and jobs have nothing to say, and to look through
 * the bindings for secrets costs more than many a statement.
 */
export function lateChild(log: Logger, bindings: pino.Bindings): Logger {
  let child: Logger | null = null
  return new Proxy(log, {
    get(parent, name) {
      child ??= parent.child(bindings)
      const value: unknown = Reflect.get(child, name)
      return typeof value === 'function' ? value.bind(child) : value
    },
  })
}

/** What is logged of an error: enough to find its place, and no parameter, row or message text of a customer. */
export function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const facts = error as Error & { code?: unknown; constraint_name?: unknown; constraint?: unknown; query?: unknown }
  return {
    type: error.name,
    message: safeMessage(facts),
    ...(typeof facts.code === 'string' ? { code: facts.code } : {}),
    ...(typeof (facts.constraint_name ?? facts.constraint) === 'string'
      ? { constraint: facts.constraint_name ?? facts.constraint }
      : {}),
    // The stack begins with the message again: only its frames are kept.
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 12)
      .join('\n'),
    ...(error.cause === undefined || depth > 3 ? {} : { cause: describeError(error.cause, depth + 1) }),
  }
}

/** A failed query's message repeats the parameters, so the statement alone is kept (it begins with its function's name). */
function safeMessage(error: Error & { query?: unknown }): string {
  if (typeof error.query === 'string') return `Failed query: ${error.query.slice(0, 300)}`
  return error.message.slice(0, 500)
}

function prettyIsInstalled(): boolean {
  try {
    return import.meta.resolve('pino-pretty') !== ''
  } catch {
    return false
  }
}
