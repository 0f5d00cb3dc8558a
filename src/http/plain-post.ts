import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { getOperationAST, type GraphQLFormattedError } from 'graphql'
import { joined, type GraphQLApi, type GraphQLRequest, type Pieces, type RequestContext } from '../graphql/index.ts'
import type { Metrics } from './metrics.ts'
import { operationLabel } from './operation-label.ts'

/** Answers a request, or gives false for one that wants more than it knows. */
export type PlainPost = (request: FastifyRequest, reply: FastifyReply, context: RequestContext) => Promise<boolean>

/**
 * The way of nearly every request: JSON posted by a signed-in caller who takes JSON back, with a document that is
 * valid. It calls what WebSockets call and what Apollo's pipeline would call, and answers in the same bytes and
 * headers, for a third of the pipeline's cost. All else is Apollo's: GET, strangers, other media types, faulty
 * documents and bodies.
 */
export function createPlainPost({ api, metrics }: { api: GraphQLApi; metrics: Metrics }): PlainPost {
  return async (request, reply, context) => {
    const startedAtMs = performance.now()
    const asked = context.ctx === null || !takesJson(request) ? null : requestOf(request.body)
    const prepared = asked === null ? null : api.prepare(asked, context)
    if (prepared === null || !('document' in prepared)) return false
    const operation = getOperationAST(prepared.document, prepared.operationName)
    if (operation === null || operation === undefined || operation.operation === 'subscription') return false
    request.operation = operationLabel(api.schema, prepared.document, operation)
    const { errors, data, extensions } = await api.execute(prepared)
    const seconds = (performance.now() - startedAtMs) / 1_000
    metrics.operation(request.operation, errors === undefined ? 'ok' : 'error', 'http', seconds)
    void reply.type('application/json; charset=utf-8')
    if (errors === undefined) {
      send(reply, api.print({ data, extensions }))
      return true
    }
    const formatted = withRequestId(errors.map(api.formatError), context.requestId)
    const { retryAfter, status = data === undefined ? 400 : 200 } = headOf(formatted, data !== undefined)
    if (retryAfter !== null) void reply.header('retry-after', retryAfter)
    const given = { ...(data === undefined ? {} : { data }), ...(extensions === undefined ? {} : { extensions }) }
    send(reply.code(status), api.print({ errors: formatted, ...given }))
    return true
  }
}

/**
 * A short answer leaves as one text with its head. A long one as the pieces that it has, past Fastify, which takes a
 * body in one piece only: each large copy is memory that V8 goes through all of its heap for.
 */
function send(reply: FastifyReply, pieces: Pieces): void {
  const length = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0)
  if (length <= shortBytes) {
    void reply.send(joined(pieces))
    return
  }
  const { raw } = reply.header('content-length', length).hijack()
  raw.writeHead(reply.statusCode, reply.getHeaders() as OutgoingHttpHeaders)
  for (const piece of pieces) raw.write(piece)
  raw.end()
}

const shortBytes = 4_096

/** Errors as they leave: whoever reports one can name the request. */
export function withRequestId(
  errors: readonly GraphQLFormattedError[],
  requestId: string,
): readonly GraphQLFormattedError[] {
  return errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }))
}

/** What errors say in the head of an answer: when to try again, and a status of their own. */
export function headOf(
  errors: readonly GraphQLFormattedError[],
  hasData: boolean,
): { readonly retryAfter: string | null; readonly status?: number } {
  const waiting = errors.find((error) => typeof error.extensions?.['retryAfterSeconds'] === 'number')
  if (waiting === undefined) return { retryAfter: null }
  const { code, retryAfterSeconds } = waiting.extensions ?? {}
  const retryAfter = String(Math.ceil(Number(retryAfterSeconds)))
  return code === 'RATE_LIMITED' && !hasData ? { retryAfter, status: 429 } : { retryAfter }
}

const plainAccepts: ReadonlySet<string | undefined> = new Set([undefined, '*/*', 'application/json'])

function takesJson({ headers, url }: FastifyRequest): boolean {
  return (
    url === '/graphql' &&
    plainAccepts.has(headers.accept) &&
    /^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '')
  )
}

/** The body, where it has exactly what the protocol names; Apollo knows what to say of any other. */
function requestOf(body: unknown): GraphQLRequest | null {
  if (!isRecord(body)) return null
  const { query, operationName = null, variables = null, ...others } = body
  if (typeof query !== 'string' || query === '' || Object.keys(others).length > 0) return null
  if (operationName !== null && (typeof operationName !== 'string' || operationName === '')) return null
  return variables === null || isRecord(variables) ? { query, operationName, variables } : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
