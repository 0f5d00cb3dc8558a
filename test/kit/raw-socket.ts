import WebSocket from 'ws'
import { socketUrl } from './client.ts'

export interface SocketMessage {
  readonly type: string
  readonly id?: string
  readonly payload?: unknown
}

/** A WebSocket that speaks graphql-transport-ws word by word, for tests of the protocol itself. */
export interface RawSocket {
  readonly socket: WebSocket
  send(message: SocketMessage): void
  /** The next message. @throws when none comes within 5 s */
  next(): Promise<SocketMessage>
  /** Resolves when the server closes it; the status when it was never opened. */
  readonly closed: Promise<{ code: number; reason: string }>
  /** Says who it is, and takes the acknowledgement. */
  init(payload: Readonly<Record<string, unknown>>): Promise<SocketMessage>
  end(): void
}

const timeoutMs = 5_000

export async function openSocket(
  url: string,
  options: { protocol?: string; origin?: string } = {},
): Promise<RawSocket> {
  const { protocol = 'graphql-transport-ws', origin } = options
  const socket = new WebSocket(socketUrl(url), protocol, origin === undefined ? {} : { origin })
  const waiting: SocketMessage[] = []
  let wake = () => {}
  socket.on('message', (data) => {
    waiting.push(JSON.parse(String(data)) as SocketMessage)
    wake()
  })
  const closed = Promise.withResolvers<{ code: number; reason: string }>()
  const opened = Promise.withResolvers<void>()
  socket.once('open', () => opened.resolve())
  socket.once('close', (code, reason) => closed.resolve({ code, reason: String(reason) }))
  socket.once('unexpected-response', (_request, response) => {
    closed.resolve({ code: response.statusCode ?? 0, reason: 'not upgraded' })
    opened.resolve()
    socket.terminate()
  })
  socket.on('error', () => opened.resolve())
  await opened.promise

  const raw: RawSocket = {
    socket,
    send: (message) => socket.send(JSON.stringify(message)),
    closed: closed.promise,
    async next() {
      const deadlineMs = Date.now() + timeoutMs
      while (waiting.length === 0) {
        const leftMs = deadlineMs - Date.now()
        if (leftMs <= 0) throw new Error(`No message came within ${timeoutMs} ms`)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, leftMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      const [message] = waiting.splice(0, 1)
      if (message === undefined) throw new Error('unreachable')
      return message
    },
    async init(payload) {
      raw.send({ type: 'connection_init', payload })
      return raw.next()
    },
    end: () => socket.terminate(),
  }
  return raw
}
