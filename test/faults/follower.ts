import { setTimeout as sleep } from 'node:timers/promises'
import WebSocket from 'ws'
import { z } from 'zod'
import { socketUrl } from '../kit/client.ts'

/** A subscriber as it should be: after whatever happens it comes back, wherever it can, with its last cursor. */
export interface Follower {
  /** Of everything that it was given, as it came. */
  readonly cursors: readonly string[]
  /** When each of them came, in milliseconds since the epoch. */
  readonly times: readonly number[]
  /** How its sockets ended. */
  readonly closings: readonly { code: number; reason: string }[]
  /** What it was told and should not have been. */
  readonly failures: readonly string[]
  /** Lets go of its socket, as a telephone does in a tunnel. */
  drop(): void
  stop(): Promise<void>
}

export interface FollowerOptions {
  /** Asked at each connecting. */
  readonly url: () => string
  readonly token: string
  /** With the variable `$after`; whatever its one root field is, it has a `cursor`. */
  readonly query: string
  readonly after: string
}

const message = z.object({
  type: z.string(),
  payload: z
    .union([
      z.object({ data: z.record(z.string(), z.object({ cursor: z.string() })).nullish(), errors: z.unknown() }),
      z.unknown(),
    ])
    .optional(),
})
const result = z.object({ data: z.record(z.string(), z.object({ cursor: z.string() })) })

export function follow({ url, token, query, after }: FollowerOptions): Follower {
  const cursors: string[] = []
  const times: number[] = []
  const closings: { code: number; reason: string }[] = []
  const failures: string[] = []
  let isStopped = false
  let socket: WebSocket | null = null

  async function connectOnce(): Promise<void> {
    const opened = new WebSocket(socketUrl(url()), 'graphql-transport-ws')
    socket = opened
    const ended = Promise.withResolvers<void>()
    opened.on('open', () =>
      opened.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
    )
    opened.on('error', () => {})
    opened.on('close', (code, reason) => {
      closings.push({ code, reason: String(reason) })
      ended.resolve()
    })
    opened.on('message', (data) => {
      const text = String(data)
      const { type } = message.parse(JSON.parse(text))
      if (type === 'connection_ack') {
        const variables = { after: cursors.at(-1) ?? after }
        opened.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }))
      } else if (type === 'next') {
        const parsed = result.safeParse(JSON.parse(text).payload)
        const [event] = parsed.success ? Object.values(parsed.data.data) : []
        if (event === undefined) return void failures.push(text)
        cursors.push(event.cursor)
        times.push(performance.timeOrigin + performance.now())
      } else {
        failures.push(text)
        opened.terminate()
      }
    })
    await ended.promise
  }

  const following = (async () => {
    while (!isStopped) {
      await connectOnce()
      if (!isStopped) await sleep(20 + Math.random() * 80)
    }
  })()

  return {
    cursors,
    times,
    closings,
    failures,
    drop: () => socket?.terminate(),
    async stop() {
      isStopped = true
      socket?.terminate()
      await following
    },
  }
}
