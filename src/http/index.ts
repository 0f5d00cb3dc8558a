import websocketPlugin from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import type { DocumentGate, GraphQLApi } from '../graphql/index.ts'
import type { Services } from '../platform/context.ts'
import type { Budgets } from '../platform/limits/budgets.ts'
import type { Callers } from './caller.ts'
import { controlRoute, type ControlCommands } from './control.ts'
import { graphqlRoutes } from './graphql.ts'
import { createIdentify } from './identify.ts'
import { healthRoutes, type ReadinessCheck } from './health.ts'
import { metricsRoute, type Metrics } from './metrics.ts'
import { createPlayground } from './playground.ts'
import { createServer } from './server.ts'
import { closings, createSockets, socketLimits, type SocketLimits } from './sockets.ts'
import { uploadRoute, type UploadReceiver } from './uploads.ts'
import { webhookRoutes, type WebhookReceiver } from './webhooks.ts'
import { socketHandler, socketPayloadBytes } from './websocket.ts'

export { createMetrics, type GaugeSource, type Metrics } from './metrics.ts'
export type { SocketLimits } from './sockets.ts'

/** The front door as app.ts composes it. */
export interface FrontDoorOptions {
  readonly config: Config
  readonly services: Services
  readonly api: GraphQLApi
  readonly callers: Callers
  readonly budgets: Budgets
  readonly documents: DocumentGate
  readonly whatsapp: WebhookReceiver
  readonly uploads: UploadReceiver
  readonly readiness: readonly ReadinessCheck[]
  readonly metrics: Metrics
  readonly resumeWindowSeconds: number
  readonly playgroundToken: () => Promise<string | null>
  /** Null: no commands are taken (tests). */
  readonly control: { readonly secret: string; readonly commands: ControlCommands } | null
  readonly socketLimits?: Partial<SocketLimits>
}

export interface FrontDoor {
  /** Listens; gives the address for people and programs of this machine. */
  open(): Promise<string>
  /** From now on /readyz says no and no socket is opened; requests are still answered. */
  beginDraining(): void
  /** Tells the sockets to come back elsewhere, finishes the requests under way and stops listening. */
  close(): Promise<void>
}

/** Puts the routes together. */
export async function createFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const { config, services, api, callers, metrics } = options
  let draining = false
  const isDraining = () => draining
  const limits = { ...socketLimits, ...options.socketLimits }
  const sockets = createSockets({ limits, services, metrics })
  const onSocket = socketHandler({
    services,
    callers,
    budgets: options.budgets,
    api,
    documents: options.documents,
    sockets,
    limits,
    metrics,
    resumeWindowSeconds: options.resumeWindowSeconds,
  })

  const server = await createServer({ config: config.http, environment: config.environment, log: services.log })
  await server.register(websocketPlugin, {
    options: { maxPayload: socketPayloadBytes, handleProtocols: chooseProtocol },
    errorHandler: (error, socket, request) => {
      request.log.debug({ requestId: request.id, err: error }, 'socket failed')
      socket.terminate()
    },
    // Sockets were told to come back before the server closes; what is still open then is cut.
    preClose(done) {
      for (const client of server.websocketServer.clients) client.terminate()
      done()
    },
  })
  healthRoutes(server, { checks: options.readiness, isDraining })
  metricsRoute(server, metrics)
  server.get('/.well-known/jwks.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=60').send(await services.keyRing.publicKeys()),
  )
  await webhookRoutes(server, { whatsapp: options.whatsapp, metrics })
  const identify = createIdentify({ callers, budgets: options.budgets })
  await uploadRoute(server, { identify, budgets: options.budgets, services, receiver: options.uploads })
  const graphql = await graphqlRoutes(server, {
    config: config.http,
    environment: config.environment,
    services,
    api,
    identify,
    documents: options.documents,
    metrics,
    playground: createPlayground(),
    playgroundToken: options.playgroundToken,
    onSocket,
    isDraining,
  })
  if (options.control !== null) controlRoute(server, options.control)

  return {
    async open() {
      await server.listen({ host: config.http.host, port: config.http.port })
      return addressOf(server, config.http.host)
    },
    beginDraining() {
      draining = true
    },
    async close() {
      draining = true
      sockets.closeAll(closings.restarting)
      await sockets.allClosed(socketGoodbyeMs)
      const cut = setTimeout(() => server.server.closeAllConnections(), requestGraceMs)
      // Closing lets go of the connections that are idle at that moment; those that are busy then would be kept alive.
      const letGo = setInterval(() => server.server.closeIdleConnections(), 50)
      await server.close()
      clearTimeout(cut)
      clearInterval(letGo)
      await sockets.stop()
      await graphql.stop()
    },
  }
}

/** How long requests under way may take to be answered. */
const requestGraceMs = 8_000
/** How long sockets may take to say goodbye. */
const socketGoodbyeMs = 2_000

/** The old protocol of subscriptions-transport-ws is called `graphql-ws`: whoever offers that alone is closed with 4406. */
function chooseProtocol(offered: Set<string>): string | false {
  return offered.has('graphql-transport-ws') ? 'graphql-transport-ws' : false
}

/** Every interface is reached by the machine's own name; an IPv6 address stands in brackets. */
function addressOf(server: FastifyInstance, host: string): string {
  const name = ['localhost', '0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const address = server.server.address()
  return `http://${name}:${typeof address === 'object' && address !== null ? address.port : 0}`
}
