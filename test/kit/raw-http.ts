import { connect, type Socket } from 'node:net'

/** What came back over a connection until it ended, byte by byte as it was sent. */
export interface Exchange {
  readonly received: string
  /** From the connection's opening to its end. */
  readonly durationMs: number
}

/** A connection on which a test says what no HTTP client would. */
export interface RawConnection {
  readonly socket: Socket
  /** What has come so far. */
  readonly received: () => string
  /** Resolves when the server (or the test) has ended the connection. */
  readonly ended: Promise<Exchange>
}

export async function connectRaw(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const startedAtMs = performance.now()
  let received = ''
  socket.setEncoding('utf8').on('data', (text: string) => (received += text))
  // A reset is an end like any other here.
  socket.on('error', () => {})
  const ended = new Promise<Exchange>((resolve) =>
    socket.once('close', () => resolve({ received, durationMs: performance.now() - startedAtMs })),
  )
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  return { socket, received: () => received, ended }
}

/** Sends these bytes and waits for the end, which comes after `quietMs` without an answer at the latest. */
export async function exchange(url: string, bytes: string | Buffer, quietMs = 1_000): Promise<Exchange> {
  const { socket, ended } = await connectRaw(url)
  socket.setTimeout(quietMs, () => socket.destroy())
  socket.write(bytes)
  return ended
}

/** The status of each HTTP answer in what came back. */
export function statusesOf(received: string): number[] {
  return [...received.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((match) => Number(match[1]))
}
