import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { getOperationAST, type ExecutionArgs, type GraphQLError } from 'graphql'
import { makeServer } from 'graphql-ws'
import type { RawData, WebSocket } from 'ws'
import type { ApiResult, DocumentGate, GraphQLApi } from '../graphql/index.ts'
import type { Services } from '../platform/context.ts'
import { ApiError } from '../platform/errors.ts'
import { TooSlow } from '../platform/events/index.ts'
import type { Budgets } from '../platform/limits/budgets.ts'
import { credentialOfInit, requestContext, type Callers } from './caller.ts'
import type { Metrics } from './metrics.ts'
import { operationLabel } from './operation-label.ts'
import { closeSocket, closings, type OpenSocket, type SocketLimits, type Sockets } from './sockets.ts'

/** Largest message of a client. */
export const socketPayloadBytes = 64 * 1024
/** How long a new socket may stay silent before it says who it is. */
const connectionInitMs = 3_000
/** A peer that does not answer a ping until the next one is due is gone. */
const pingMs = 12_000

export interface WebSocketOptions {
  readonly services: Services
  readonly callers: Callers
  readonly budgets: Budgets
  readonly api: GraphQLApi
  readonly documents: DocumentGate
  readonly sockets: Sockets
  readonly limits: SocketLimits
  readonly metrics: Metrics
  /** How far back a cursor can be resumed from; told to the client at its arrival. */
  readonly resumeWindowSeconds: number
}

interface Extra {
  readonly socket: WebSocket
  readonly address: string | null
  readonly userAgent: string | null
  /** Set once the client has said who it is. */
  open: OpenSocket | null
  /** Payloads that `onNext` printed, by ticket, waiting for the library to ask for their sending. */
  readonly printed: Map<string, string>
}

type InitPayload = Record<string, unknown> | undefined

/**
 * GraphQL over WebSocket (graphql-transport-ws), with the same authentication, limits, cost and masking as over HTTP,
 * since both go through the same `GraphQLApi`. The library speaks the protocol; ours is who may come in and when it ends.
 */
export function socketHandler(options: WebSocketOptions): (socket: WebSocket, request: FastifyRequest) => void {
  const { services, callers, budgets, api, documents, sockets, limits, metrics } = options

  let lastTicket = 0

  function note({ schema, document, operationName }: ExecutionArgs, { errors }: ApiResult, seconds: number): void {
    const operation = getOperationAST(document, operationName)
    const label = operation ? operationLabel(schema, document, operation) : 'invalid'
    metrics.operation(label, errors === undefined ? 'ok' : 'error', 'websocket', seconds)
  }

  /** Counted as a request without a valid credential is; the library closes with 4403. */
  async function refuseStranger({ socket, address }: Extra): Promise<false> {
    try {
      await budgets.admitStranger(address ?? 'unknown')
    } catch {
      closeSocket(socket, closings.tooManyStrangers)
    }
    return false
  }

  const protocol = makeServer<InitPayload, Extra>({
    connectionInitWaitTimeout: connectionInitMs,

    async onConnect({ connectionParams, extra }) {
      const credential = credentialOfInit(connectionParams)
      if (credential === null) return refuseStranger(extra)
      try {
        const actor = await callers.authenticate(credential)
        const admitted = await sockets.admit(extra.socket, actor, (onRevoked) => callers.watch(actor, onRevoked))
        if (!('socket' in admitted)) {
          closeSocket(extra.socket, admitted)
          return false
        }
        extra.open = admitted
        return { serverTime: services.clock.now().toISOString(), resumeWindowSeconds: options.resumeWindowSeconds }
      } catch (error) {
        if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') return refuseStranger(extra)
        services.log.warn({ err: error }, 'a socket could not be authenticated')
        closeSocket(extra.socket, closings.unavailable)
        return false
      }
    },

    async onSubscribe({ extra, subscriptions }, _id, request) {
      const context = requestContext(services, {
        actor: extra.open?.actor ?? null,
        requestId: randomUUID(),
        address: extra.address,
        userAgent: extra.userAgent,
      })
      if (Object.keys(subscriptions).length > limits.operations) {
        const tooMany = new ApiError('RATE_LIMITED', `At most ${limits.operations} operations at a time on one socket.`)
        return [api.toGraphQLError(tooMany, context.requestId)]
      }
      try {
        const query = await documents.admit(request, extra.open?.actor ?? null)
        return api.prepare({ ...request, query: query ?? '' }, context)
      } catch (error) {
        return [api.toGraphQLError(error, context.requestId)]
      }
    },
    async execute(args) {
      const startedAtMs = performance.now()
      const result = await api.execute(args)
      note(args, result, (performance.now() - startedAtMs) / 1_000)
      return result.data === undefined ? refuse(result) : result
    },
    async subscribe(args) {
      const startedAtMs = performance.now()
      const answers = await api.subscribe(args)
      const begins = Symbol.asyncIterator in answers
      note(args, begins ? {} : answers, (performance.now() - startedAtMs) / 1_000)
      return begins ? answers : refuse(answers)
    },

    // The library would print the result by itself; here it may be printed already, once for many readers.
    onNext({ extra }, _id, _request, _args, result) {
      const ticket = String((lastTicket += 1))
      extra.printed.set(ticket, api.stringify(result))
      return { extensions: { ticket } }
    },
    onError({ extra }, _id, _request, errors) {
      const cause = errors[0]?.originalError
      if (cause instanceof TooSlow) extra.open?.close(closings.tooSlow)
      return (cause instanceof Refused ? cause.errors : errors).map((error) => api.formatError(error))
    },
  })

  return (socket, request) => {
    const extra: Extra = {
      socket,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? null,
      open: null,
      printed: new Map(),
    }
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => sockets.send(socket, withPrinted(data, extra.printed)),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) =>
          socket.on('message', (data, isBinary) => {
            if (isBinary) return socket.close(4400, 'binary messages are not understood')
            handle(toText(data)).catch((error: unknown) => {
              services.log.error({ err: error }, 'a socket message failed')
              socket.close(4500, 'internal error')
            })
          }),
      },
      extra,
    )
    const stopPinging = keepAlive(socket)
    socket.once('close', (code, reason) => {
      stopPinging()
      closed(code, String(reason)).catch((error: unknown) => services.log.error({ err: error }, 'a socket ended badly'))
    })
  }
}

/** An operation that did not begin. */
class Refused extends Error {
  readonly errors: readonly GraphQLError[]

  constructor(errors: readonly GraphQLError[]) {
    super('The operation was refused')
    this.errors = errors
  }
}

/**
 * Makes the library answer with a message of type `error`, as the protocol has it for what did not begin; a result
 * without data would go out as a `next`.
 */
async function* refuse({ errors = [] }: ApiResult): AsyncGenerator<never> {
  yield await Promise.reject(new Refused(errors))
}

/** How a message ends in which `onNext` left its ticket. */
const ticketBefore = '"payload":{"extensions":{"ticket":"'
const ticketAfter = '"}}}'

/** Puts the printed payload where `onNext` left its ticket. */
function withPrinted(message: string, printed: Map<string, string>): string {
  if (printed.size === 0 || !message.endsWith(ticketAfter)) return message
  const at = message.lastIndexOf(ticketBefore)
  const ticket = at < 0 ? '' : message.slice(at + ticketBefore.length, -ticketAfter.length)
  const payload = printed.get(ticket)
  if (payload === undefined) return message
  printed.delete(ticket)
  return `${message.slice(0, at)}"payload":${payload}}`
}

function keepAlive(socket: WebSocket): () => void {
  let answered = true
  socket.on('pong', () => (answered = true))
  const timer = setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
  }, pingMs).unref()
  return () => clearInterval(timer)
}

function toText(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8')
}
