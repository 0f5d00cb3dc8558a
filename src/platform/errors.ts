/** Codes of top-level GraphQL errors: faults of the caller or of ours, never a refusal that a person can mend. */
export const apiErrorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'COST_LIMIT_EXCEEDED',
  'BAD_USER_INPUT',
  'IDEMPOTENCY_CONFLICT',
  'DOCUMENT_NOT_TRUSTED',
  'PERSISTED_QUERY_NOT_FOUND',
  'UNAVAILABLE',
  'INTERNAL',
] as const

export type ApiErrorCode = (typeof apiErrorCodes)[number]

/**
 * An error whose message may be shown to the caller. Everything else that is thrown is masked as INTERNAL with a
 * request id; its cause goes to the log only.
 */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  /** Extra facts for the caller, e.g. `{ retryAfterSeconds: 3 }`; printed into the error's `extensions`. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: ApiErrorCode, message: string, options?: { details?: Record<string, unknown>; cause?: unknown }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'ApiError'
    this.code = code
    this.details = options?.details ?? {}
  }

  /** Whether the same request may succeed later without being changed. */
  get retryable(): boolean {
    return this.code === 'RATE_LIMITED' || this.code === 'UNAVAILABLE'
  }
}

/** One answer for every missing, wrong, expired or foreign token: no hint which. */
export function unauthenticated(): ApiError {
  return new ApiError('UNAUTHENTICATED', 'Authentication is required.')
}
