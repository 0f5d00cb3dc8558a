import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import type { WebSocket } from 'ws'
import type { Config } from '../config.ts'
import type { DocumentGate, GraphQLApi, RequestContext } from '../graphql/index.ts'
import type { Services } from '../platform/context.ts'
import { ApiError, unauthenticated } from '../platform/errors.ts'
import { requestContext } from './caller.ts'
import { createDocumentAdmission } from './document-admission.ts'
import type { Identify } from './identify.ts'
import { usesIntrospection } from './introspection.ts'
import { operationLabel } from './operation-label.ts'
import type { Metrics } from './metrics.ts'
import { createPlainPost, headOf, withRequestId } from './plain-post.ts'
import type { Playground } from './playground.ts'
import { originIsAllowed } from './server.ts'

export interface GraphQLRouteOptions {
  readonly config: Config['http']
  readonly environment: Config['environment']
  readonly services: Services
  readonly api: GraphQLApi
  readonly identify: Identify
  readonly documents: DocumentGate
  readonly metrics: Metrics
  readonly playground: Playground
  /** A token for the playground's tabs; null when there is none to give. */
  readonly playgroundToken: () => Promise<string | null>
  readonly onSocket: (socket: WebSocket, request: FastifyRequest) => void
  readonly isDraining: () => boolean
}

/** What Apollo carries through a request: the resolvers' context, and the HTTP request for its log line. */
interface HttpContext extends RequestContext {
  readonly request: FastifyRequest
}

/** `/graphql`: POST and GET, the playground for browsers, WebSockets. */
export async function graphqlRoutes(
  server: FastifyInstance,
  options: GraphQLRouteOptions,
): Promise<{ stop(): Promise<void> }> {
  const { services, playground, identify } = options
  const apollo = createApollo(options)
  await apollo.start()
  const contextOf = (request: FastifyRequest) =>
    requestContext(services, {
      actor: request.actor,
      requestId: request.id,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? null,
      mayBeStale: request.headers['x-read-preference'] === 'replica',
    })
  const answer = fastifyApolloHandler(apollo, {
    context: async (request: FastifyRequest): Promise<HttpContext> => ({ ...contextOf(request), request }),
  })
  const letIn = createDocumentAdmission(options.documents)
  const plainPost = createPlainPost(options)

  server.get(playground.scriptPath, (request, reply) => playground.script(request, reply))
  server.route({
    method: 'POST',
    url: '/graphql',
    preHandler: [identify, letIn],
    async handler(request, reply) {
      if (await plainPost(request, reply, contextOf(request))) return reply
      return answer.call(server, request, reply)
    },
  })
  server.route({
    method: 'GET',
    url: '/graphql',
    onRequest: async (request) => {
      if (request.ws) admitUpgrade(request, options)
    },
    preHandler: async (request) => {
      if (request.ws) return
      await identify(request)
      if (!prefersHtml(request)) await letIn(request)
    },
    async handler(request, reply) {
      if (!prefersHtml(request)) return answer.call(server, request, reply)
      if (options.environment !== 'production') {
        return playground.page(reply, isThisMachine(request) ? await options.playgroundToken() : null)
      }
      if (request.actor === null) throw unauthenticated()
      return playground.page(reply, null)
    },
    wsHandler: options.onSocket,
  })
  return { stop: () => apollo.stop() }
}

function createApollo({ api, environment, metrics, services }: GraphQLRouteOptions): ApolloServer<HttpContext> {
  const { schema } = api
  return new ApolloServer<HttpContext>({
    // Apollo's own executor cannot be exchanged, but a gateway brings one: ours answers reads in SQL.
    gateway: {
      onSchemaLoadOrUpdate(listener) {
        listener({ apiSchema: schema, coreSupergraphSdl: '' })
        return () => {}
      },
      load: async () => ({
        executor: async ({ document, request, context }) =>
          api.execute({
            schema,
            document,
            operationName: request.operationName ?? null,
            variableValues: request.variables ?? {},
            contextValue: context,
          }),
      }),
      stop: async () => {},
    },
    stringifyResult: api.stringify,
    formatError: (_formatted, error) => api.formatError(error),
    validationRules: [...api.validationRules],
    parseOptions: api.parseOptions,
    plugins: [
      // Two plugins that would look at every field of every answer.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      observer(metrics, environment),
    ],
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    introspection: true,
    hideSchemaDetailsFromClientErrors: environment === 'production',
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: environment,
    logger: services.log,
  })
}

/** Names the operation for log and metrics, keeps strangers in production from reading the schema, adds request ids. */
function observer(metrics: Metrics, environment: Config['environment']): ApolloServerPlugin<HttpContext> {
  return {
    async requestDidStart({ contextValue }) {
      const startedAtMs = performance.now()
      const { request, ctx, requestId } = contextValue
      return {
        async didResolveOperation({ document, operation, schema }) {
          if (operation !== undefined) request.operation = operationLabel(schema, document, operation)
          if (environment === 'production' && ctx === null && usesIntrospection(document)) throw hiddenSchema()
        },
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return
          const { errors } = response.body.singleResult
          const seconds = (performance.now() - startedAtMs) / 1_000
          metrics.operation(request.operation ?? 'invalid', errors === undefined ? 'ok' : 'error', 'http', seconds)
          if (errors === undefined) return
          response.body.singleResult.errors = withRequestId(errors, requestId)
          const { retryAfter, status } = headOf(errors, response.body.singleResult.data !== undefined)
          if (retryAfter !== null) response.http.headers.set('retry-after', retryAfter)
          if (status !== undefined) response.http.status = status
        },
      }
    },
  }
}

/** Apollo asks the error itself for the status of the answer. */
function hiddenSchema(): GraphQLError {
  const originalError = unauthenticated()
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 401 } } })
}

/** Browsers tell where a page comes from, and do not ask first: what CORS does for requests is done here for sockets. */
function admitUpgrade(request: FastifyRequest, { config, environment, isDraining }: GraphQLRouteOptions): void {
  if (isDraining()) throw new ApiError('UNAVAILABLE', 'The server is shutting down: connect again.')
  const { origin, host } = request.headers
  if (origin === undefined || originIsAllowed(origin, config.websocketOrigins, environment)) return
  if (host !== undefined && URL.canParse(origin) && new URL(origin).host === host) return
  throw new ApiError('FORBIDDEN', 'This origin may not open a WebSocket.')
}

/** A browser that opens the address wants a page; clients ask for JSON, or for anything. */
function prefersHtml({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes('text/html') && !/application\/(graphql-response\+)?json/.test(accept)
}

/**
 * Whether the page is asked for from this very machine, by its own name: then, and only then, is a token filled in. By
 * the connection, not by a header; and by the name too, because any web page can make its own name lead here.
 */
function isThisMachine(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  const isLoopback = address === '::1' || address.startsWith('127.')
  return isLoopback && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')
}
