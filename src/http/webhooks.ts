import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Metrics } from './metrics.ts'

/** Largest delivery: what WhatsApp documents as its own limit. */
const bodyLimitBytes = 3 * 1024 * 1024

/**
 * What to answer the provider. 200: stored (now or before) and committed. 400: signed, but not a delivery. 401: no such
 * account, or not its signature; nothing was stored. 503: could not be stored, send it again.
 */
export interface DeliveryReceipt {
  readonly status: 200 | 400 | 401 | 503
}

/** The receiving side of one channel; given by app.ts. */
export interface WebhookReceiver {
  /** Answers the provider's handshake: the text to send back, null when it is not for us. */
  handshake(accountId: string, query: Readonly<Record<string, string>>): Promise<string | null>
  receive(
    accountId: string,
    delivery: { rawBody: Buffer; signature: string | undefined; requestId: string },
  ): Promise<DeliveryReceipt>
}

interface Route {
  Params: { accountId: string }
}

/**
 * `GET|POST /webhooks/whatsapp/:accountId`. Bodies are kept as the bytes that came, because signatures are over those,
 * and acknowledged only after the commit.
 */
export async function webhookRoutes(
  server: FastifyInstance,
  options: { whatsapp: WebhookReceiver; metrics: Metrics },
): Promise<void> {
  const { whatsapp, metrics } = options
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: bodyLimitBytes }, (_request, body, done) =>
      done(null, body),
    )
    scope.addHook('onResponse', async (_request, reply) => metrics.webhook('whatsapp', reply.statusCode))

    scope.get<Route>('/webhooks/whatsapp/:accountId', async (request, reply) => {
      const challenge = await whatsapp.handshake(request.params.accountId, textsOf(request.query))
      return challenge === null ? refuse(request, reply, 403) : reply.type('text/plain; charset=utf-8').send(challenge)
    })

    scope.post<Route>('/webhooks/whatsapp/:accountId', { bodyLimit: bodyLimitBytes }, async (request, reply) => {
      const signature = request.headers['x-hub-signature-256']
      const { status } = await whatsapp.receive(request.params.accountId, {
        rawBody: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        signature: typeof signature === 'string' ? signature : undefined,
        requestId: request.id,
      })
      return status === 200 ? reply.send({ status: 'ok' }) : refuse(request, reply, status)
    })
  })
}

const refusals = {
  400: { code: 'BAD_USER_INPUT', message: 'This is not a delivery of the provider.' },
  // The same words whether the account, the token or the signature is wrong.
  401: { code: 'UNAUTHENTICATED', message: 'This request is not from the provider.' },
  403: { code: 'FORBIDDEN', message: 'This request is not from the provider.' },
  503: { code: 'UNAVAILABLE', message: 'This cannot be stored right now: send it again.' },
}

function refuse(request: FastifyRequest, reply: FastifyReply, status: keyof typeof refusals): FastifyReply {
  return reply.code(status).send({ error: { ...refusals[status], requestId: request.id } })
}

/** The query's own keys, read literally (`hub.mode` holds a dot); a key given twice is left out. */
function textsOf(query: unknown): Record<string, string> {
  const entries = Object.entries(typeof query === 'object' && query !== null ? query : {})
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
