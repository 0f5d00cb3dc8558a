import type { FastifyInstance } from 'fastify'

/** One thing that must hold before this process may take traffic. */
export interface ReadinessCheck {
  /** Printed in the answer, e.g. `database`. */
  readonly name: string
  /** Throws or gives false when it does not hold; what it throws goes to the log, never to the answer. */
  check(): Promise<boolean>
  /** What to tell an operator when it does not hold; names no host. */
  readonly remedy: string
}

/** How long one check may take before it counts as failed. */
const checkTimeoutMs = 2_000

/**
 * `GET /livez`: the process runs and its event loop turns. `GET /readyz`: it may take traffic: every check holds and it
 * is not draining; else 503 with the names of what is wrong.
 */
export function healthRoutes(
  server: FastifyInstance,
  options: { checks: readonly ReadinessCheck[]; isDraining: () => boolean },
): void {
  server.get('/livez', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))

  server.get('/readyz', async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    if (options.isDraining()) {
      return reply.code(503).send({ status: 'unavailable', checks: { draining: 'The server is shutting down.' } })
    }
    const checks: Record<string, string> = {}
    await Promise.all(
      options.checks.map(async ({ name, check, remedy }) => {
        try {
          checks[name] = (await within(check(), checkTimeoutMs)) ? 'ok' : remedy
        } catch (error) {
          request.log.warn({ requestId: request.id, err: error, check: name }, 'readiness check failed')
          checks[name] = remedy
        }
      }),
    )
    const ready = Object.values(checks).every((state) => state === 'ok')
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', checks })
  })
}

async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
