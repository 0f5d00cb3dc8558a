import { DrizzleQueryError } from 'drizzle-orm'
import { ApiError } from '../errors.ts'

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '25P03', // idle_in_transaction_session_timeout
])
const tryAgain = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '55P03', // lock_not_available
  '57014', // query_canceled: the statement timeout
])

/** What the caller of the database is given for this error: ApiError UNAVAILABLE when a retry may help, else itself. */
export function translateFault(error: unknown): unknown {
  if (error instanceof ApiError) return error
  const cause = withoutWrapper(error)
  const code = faultCode(cause)
  if (code === null) return cause
  if (unreachable.has(code) || /^(08|53)/.test(code) || endedConnection(cause)) return unavailable(cause)
  if (tryAgain.has(code)) {
    return new ApiError('UNAVAILABLE', 'The database was busy with a conflicting change; try again.', {
      details: { retryAfterSeconds: 1 },
      cause,
    })
  }
  return cause
}

/** Whatever the reason (not accepting connections, no such database or password now), the server hung up. */
function endedConnection(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && (error.severity === 'FATAL' || error.severity === 'PANIC')
}

export function unavailable(cause?: unknown): ApiError {
  return new ApiError('UNAVAILABLE', 'The database cannot be reached right now; try again.', {
    details: { retryAfterSeconds: 1 },
    cause,
  })
}

/** SQLSTATE or Node's error code, looked for through wrapping errors; null when there is none. */
export function faultCode(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && !(at instanceof ApiError)) return at.code
  }
  return null
}

/**
 * Whether the database works and will never take the value that it was given: malformed (class 22), too large for an
 * index (54), or against a check or NOT NULL. Any other failure may be over at the next attempt.
 */
export function refusesValue(error: unknown): boolean {
  const code = error instanceof ApiError ? null : faultCode(error)
  return code !== null && (/^(22|54)\w{3}$/.test(code) || code === '23502' || code === '23514')
}

/**
 * The constraint that refused a statement (unique, check, foreign key), for a verb to translate into a refusal; null
 * for every other error.
 */
export function violatedConstraint(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    // postgres.js says constraint_name, PGlite says constraint.
    if ('constraint_name' in at && typeof at.constraint_name === 'string') return at.constraint_name
    if ('constraint' in at && typeof at.constraint === 'string') return at.constraint
  }
  return null
}

/** Drizzle's wrapper prints the parameters, which are people's data, into the message: the log gets what it wraps. */
function withoutWrapper(error: unknown): unknown {
  return error instanceof DrizzleQueryError && error.cause !== undefined ? error.cause : error
}
