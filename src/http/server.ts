import { randomUUID } from 'node:crypto'
import cors from '@fastify/cors'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { AuthenticatedActor } from '../platform/auth/actor.ts'
import { harmless } from '../platform/log.ts'
import { answerFault } from './faults.ts'
import { securityHeaders } from './security-headers.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; null for strangers, and before the credential was checked. */
    actor: AuthenticatedActor | null
    /** Kind and first root field of the GraphQL operation, for the log; null for everything else. */
    operation: string | null
  }
}

/** Largest body of a GraphQL request. */
export const graphqlBodyLimitBytes = 256 * 1024

/**
 * The bare HTTP server: request ids, log lines, security headers, CORS and faults that leak nothing. Routes are added
 * by the files beside this one.
 */
export async function createServer(options: {
  config: Config['http']
  environment: Config['environment']
  log: Logger
}): Promise<FastifyInstance> {
  const { config, environment, log } = options
  const server: FastifyInstance = Fastify({
    loggerInstance: asFastifyLogger(log),
    logController: new LogController({ disableRequestLogging: true }),
    // Few requests have anything to log but their end: who logs one names the request.
    childLoggerFactory: (logger) => logger,
    genReqId: (request) => givenRequestId(request.headers['x-request-id']) ?? randomUUID(),
    bodyLimit: graphqlBodyLimitBytes,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    // A slow sender may not hold a connection: headers and body must be here by then.
    requestTimeout: 30_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    routerOptions: { maxParamLength: 200 },
  })
  server.decorateRequest('actor', null)
  server.decorateRequest('operation', null)

  await server.register(cors, {
    origin: (origin, allow) =>
      allow(null, origin !== undefined && originIsAllowed(origin, config.corsOrigins, environment)),
    methods: ['GET', 'POST'],
    allowedHeaders: [
      'content-type',
      'authorization',
      'x-request-id',
      'apollo-require-preflight',
      'x-apollo-operation-name',
      'x-read-preference',
    ],
    exposedHeaders: ['x-request-id', 'retry-after'],
    // Credentials travel in a header that the page sets itself; there are no cookies to send along.
    credentials: false,
    maxAge: 600,
  })

  const fixed = securityHeaders(environment === 'production')
  server.addHook('onRequest', (request, reply, next) => {
    void reply.headers(fixed).header('x-request-id', request.id)
    next()
  })
  const access = harmless(log)
  server.addHook('onResponse', (request, reply, next) => {
    const route = request.routeOptions.url ?? '(no route)'
    const level = reply.statusCode >= 500 ? 'error' : isProbe(route) ? 'debug' : 'info'
    access[level](
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
        ...(request.actor === null ? {} : { tenantId: request.actor.tenantId, actor: request.actor.id }),
        ...(request.operation === null ? {} : { operation: request.operation }),
      },
      'request',
    )
    next()
  })
  server.setErrorHandler(answerFault)
  server.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send({ error: { code: 'NOT_FOUND', message: 'There is nothing at this address.', requestId: request.id } }),
  )
  return server
}

/**
 * Whether a browser page of this origin may talk to the API. Outside production every port of this machine may, so that
 * a front end under development needs no configuration.
 */
export function originIsAllowed(
  origin: string,
  allowed: readonly string[],
  environment: Config['environment'],
): boolean {
  if (allowed.includes(origin)) return true
  return environment !== 'production' && /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)
}

/** A caller's own request id is kept when it is harmless, so that its traces and ours meet. */
function givenRequestId(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && /^[\w.-]{8,64}$/.test(header) ? header : null
}

function isProbe(route: string): boolean {
  return route === '/livez' || route === '/readyz' || route === '/metrics'
}

/** Pino's logger is what Fastify's is modelled on; only the declared type differs. */
function asFastifyLogger(log: Logger): FastifyBaseLogger {
  return log
}
