import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import { ApiError } from '../platform/errors.ts'

/** Commands of the command line that a running server carries out, by name; each parses its own input. */
export type ControlCommands = Readonly<Record<string, (input: unknown) => Promise<unknown>>>

/** A document of the longest that is allowed, whatever its letters: six bytes each in JSON at most. */
const bodyLimitBytes = 4 * 1024 * 1024

/**
 * `POST /-/control/:command`: how `npm run token` and its like work beside a running server, which alone may open the
 * embedded database. Answers only this machine, and only with the secret that the server wrote into a file of its
 * owner at its start; to everybody else there is nothing at this address.
 */
export function controlRoute(server: FastifyInstance, options: { secret: string; commands: ControlCommands }): void {
  const expected = Buffer.from(options.secret)

  server.post<{ Params: { command: string } }>(
    '/-/control/:command',
    { bodyLimit: bodyLimitBytes },
    async (request, reply) => {
      if (!isThisMachine(request) || !isSame(expected, request.headers['x-parley-control'])) return reply.callNotFound()
      const command = Object.hasOwn(options.commands, request.params.command)
        ? options.commands[request.params.command]
        : undefined
      if (command === undefined) return reply.callNotFound()
      try {
        return await reply.send({ result: (await command(request.body)) ?? null })
      } catch (error) {
        if (!(error instanceof ZodError)) throw error
        const [issue] = error.issues
        throw new ApiError(
          'BAD_USER_INPUT',
          `${issue?.path.join('.') ?? 'input'}: ${issue?.message ?? 'is not acceptable'}`,
        )
      }
    },
  )
}

/** By the connection itself, never by a header that a proxy might pass on. */
function isThisMachine({ socket }: FastifyRequest): boolean {
  const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  return address === '::1' || address.startsWith('127.') || socket.remoteAddress === socket.localAddress
}

function isSame(expected: Buffer, given: string | string[] | undefined): boolean {
  if (typeof given !== 'string') return false
  const bytes = Buffer.from(given)
  return bytes.length === expected.length && timingSafeEqual(bytes, expected)
}
