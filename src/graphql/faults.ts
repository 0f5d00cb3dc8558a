import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { ApiError, type ApiErrorCode } from '../platform/errors.ts'
import type { RequestContext } from './context.ts'

/** Errors that were made fit to be shown; nothing is done to them again. */
const shown = new WeakSet<GraphQLError>()

/**
 * Makes an error fit to be shown, wherever it comes from: an `ApiError` keeps its message, code and details; what the
 * caller's document did wrong is said; everything else is INTERNAL, with its cause in the log alone.
 */
export function toShown(error: unknown, context: Pick<RequestContext, 'requestId' | 'services'>): GraphQLError {
  const outer = error instanceof GraphQLError ? error : null
  if (outer !== null && shown.has(outer)) return outer
  const cause = rootCause(error)
  const fault = faultOf(outer, cause)
  if (fault.code === 'INTERNAL' || fault.code === 'UNAVAILABLE') {
    context.services.log.error(
      { err: cause, path: outer?.path, requestId: context.requestId },
      'a field could not be answered',
    )
  }
  const made = new GraphQLError(fault.message, {
    nodes: outer?.nodes ?? null,
    source: outer?.source ?? null,
    positions: outer?.positions ?? null,
    path: outer?.path ?? null,
    extensions: {
      ...fault.details,
      code: fault.code,
      requestId: context.requestId,
      ...(fault.retryable ? { retryable: true } : {}),
    },
  })
  shown.add(made)
  return made
}

/**
 * For errors that never met a context: of parsing and validation, and whatever the front door's libraries throw.
 * @param hideSchema leaves out what the message tells about the schema beyond the caller's own words
 */
export function formatFault(error: unknown, hideSchema: boolean): GraphQLFormattedError {
  const outer = error instanceof GraphQLError ? error : null
  if (outer !== null && shown.has(outer)) return outer.toJSON()
  const { message, code, details, retryable } = faultOf(outer, rootCause(error))
  return {
    ...outer?.toJSON(),
    message: hideSchema ? withoutSuggestion(message) : message,
    extensions: { ...details, code, ...(retryable ? { retryable: true } : {}) },
  }
}

interface Fault {
  readonly message: string
  readonly code: ApiErrorCode
  readonly details: Readonly<Record<string, unknown>>
  readonly retryable: boolean
}

const internal: Fault = {
  message: 'Something went wrong on our side.',
  code: 'INTERNAL',
  details: {},
  retryable: false,
}

function faultOf(outer: GraphQLError | null, cause: unknown): Fault {
  if (cause instanceof ApiError) {
    return { message: cause.message, code: cause.code, details: cause.details, retryable: cause.retryable }
  }
  if (outer === null || !isAboutDocument(outer, cause)) return internal
  return { message: outer.message, code: 'BAD_USER_INPUT', details: {}, retryable: false }
}

/**
 * Whether GraphQL itself complains of what it was sent. Inside an execution (there is a path then) only of arguments:
 * a value that we could not print, or a null where none may be, is our fault.
 */
function isAboutDocument(outer: GraphQLError, cause: unknown): boolean {
  if (!(cause instanceof GraphQLError)) return false
  return outer.path === undefined || cause.message.startsWith('Argument "')
}

function rootCause(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError !== undefined ? rootCause(error.originalError) : error
}

function withoutSuggestion(message: string): string {
  return message.replace(/ Did you mean .*$/s, '')
}
