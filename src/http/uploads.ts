import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Ctx, Services } from '../platform/context.ts'
import { ApiError, unauthenticated } from '../platform/errors.ts'
import type { Budgets } from '../platform/limits/budgets.ts'
import type { Refusal } from '../platform/refusals.ts'
import { requestContext } from './caller.ts'
import type { Identify } from './identify.ts'

/** A file as it came. */
export interface Upload {
  readonly externalId: string
  readonly title: string | null
  readonly mediaType: string | null
  readonly bytes: Buffer
}

export type UploadOutcome =
  | { readonly ok: true; readonly docId: string; readonly change: string }
  | { readonly ok: false; readonly errors: readonly Refusal[] }

/** What becomes of files; given by app.ts. */
export interface UploadReceiver {
  readonly largestFile: number
  receive(ctx: Ctx, upload: Upload): Promise<UploadOutcome>
}

/** What a file takes from the tenant's budget of points, beside GraphQL's operations. */
const pointsOfAnUpload = 50

const query = z.object({ externalId: z.string(), title: z.string().optional() })

/**
 * `POST /knowledge?externalId=…&title=…` with a file as its body: what GraphQL's JSON has no place for. Who sends it is
 * known before the body is read. Answers 202 with the document's id, or 422 with what GraphQL would give as `errors`.
 */
export async function uploadRoute(
  server: FastifyInstance,
  options: { identify: Identify; budgets: Budgets; services: Services; receiver: UploadReceiver },
): Promise<void> {
  const { identify, budgets, services, receiver } = options
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // One byte more than may be: then the refusal is the verb's, which says how large it may be.
    const bodyLimit = receiver.largestFile + 1
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body))
    scope.post(
      '/knowledge',
      {
        bodyLimit,
        onRequest: async (request) => {
          await identify(request)
          if (request.actor === null) throw unauthenticated()
          await budgets.admit(request.actor, pointsOfAnUpload)
        },
      },
      async (request, reply) => {
        const { ctx } = requestContext(services, {
          actor: request.actor,
          requestId: request.id,
          address: request.ip,
          userAgent: request.headers['user-agent'] ?? null,
        })
        if (ctx === null) throw unauthenticated()
        const asked = query.safeParse(request.query)
        if (!asked.success) throw new ApiError('BAD_USER_INPUT', 'The query needs an externalId, and may have a title.')
        const outcome = await receiver.receive(ctx, {
          externalId: asked.data.externalId,
          title: asked.data.title ?? null,
          mediaType: request.headers['content-type'] ?? null,
          bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        })
        if (!outcome.ok) return reply.code(422).send({ errors: outcome.errors })
        return reply.code(202).send({ docId: outcome.docId, change: outcome.change })
      },
    )
  })
}
