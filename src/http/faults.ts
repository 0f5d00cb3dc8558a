import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { ApiError, type ApiErrorCode } from '../platform/errors.ts'

const statusByCode: Readonly<Record<ApiErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  COST_LIMIT_EXCEEDED: 400,
  BAD_USER_INPUT: 400,
  IDEMPOTENCY_CONFLICT: 409,
  DOCUMENT_NOT_TRUSTED: 403,
  PERSISTED_QUERY_NOT_FOUND: 404,
  UNAVAILABLE: 503,
  INTERNAL: 500,
}

/** What Fastify itself refuses, in our words; everything else it says is kept to the log. */
const messageByStatus: Readonly<Record<number, string>> = {
  400: 'The request cannot be read.',
  404: 'There is nothing at this address.',
  405: 'This method is not allowed here.',
  408: 'The request took too long to arrive.',
  413: 'The body is too large.',
  414: 'The address is too long.',
  415: 'Content-Type must be application/json.',
  429: 'Too many requests.',
}

/** A fault of HTTP itself: what happened before GraphQL or a webhook could answer. */
export interface Fault {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
}

/** What may be said of an error: our own words for what is expected, nothing for the rest. */
export function faultOf(error: unknown): Fault {
  if (error instanceof ApiError) {
    return { status: statusByCode[error.code], code: error.code, message: error.message, details: error.details }
  }
  const status = statusOf(error)
  const message = messageByStatus[status]
  if (status < 500 && message !== undefined) {
    return { status, code: status === 429 ? 'RATE_LIMITED' : 'BAD_USER_INPUT', message, details: {} }
  }
  return { status: 500, code: 'INTERNAL', message: 'Something went wrong on our side.', details: {} }
}

/** Answers a fault, as GraphQL errors under /graphql; the cause goes to the log alone. */
export function answerFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const fault = faultOf(error)
  request.log[fault.status >= 500 ? 'error' : 'debug'](
    { requestId: request.id, err: error, code: fault.code },
    'request failed',
  )
  const retryAfter = fault.details['retryAfterSeconds']
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfter))))
  void reply.code(fault.status)
  if (!request.url.startsWith('/graphql')) {
    return reply.send({ error: { code: fault.code, message: fault.message, requestId: request.id } })
  }
  const accepts = request.headers.accept ?? ''
  const type = accepts.includes('application/graphql-response+json')
    ? 'application/graphql-response+json'
    : 'application/json'
  return reply.type(`${type}; charset=utf-8`).send(
    JSON.stringify({
      errors: [{ message: fault.message, extensions: { code: fault.code, requestId: request.id, ...fault.details } }],
    }),
  )
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500
}
