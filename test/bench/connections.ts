import { connect, type Socket } from 'node:net'

/** What came back: the status and the body's bytes. */
export interface Reply {
  readonly status: number
  readonly body: Buffer
}

export interface Connections {
  /** Sends a request built by `prebuilt` over a free connection. */
  send(request: Buffer): Promise<Reply>
  close(): void
}

const headEnd = Buffer.from('\r\n\r\n')

/**
 * Keep-alive connections of HTTP/1.1 that do no more than they must: whatever the load itself costs is taken from the
 * server that is measured beside it.
 */
export function openConnections(url: string): Connections {
  const { hostname, port } = new URL(url)
  const free: Connection[] = []
  const all: Connection[] = []
  return {
    async send(request) {
      let connection = free.pop()
      if (connection === undefined) {
        connection = openConnection(connect(Number(port), hostname))
        all.push(connection)
      }
      const reply = await connection.exchange(request)
      free.push(connection)
      return reply
    },
    close() {
      for (const connection of all) connection.close()
    },
  }
}

/** The bytes of a POST. */
export function prebuilt(path: string, headers: Readonly<Record<string, string>>, body: string): Buffer {
  const lines = Object.entries({ ...headers, host: 'localhost', 'content-length': String(Buffer.byteLength(body)) })
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
  )
}

interface Connection {
  exchange(request: Buffer): Promise<Reply>
  close(): void
}

function openConnection(socket: Socket): Connection {
  let received: Buffer[] = []
  let missing = 0
  let status = 0
  let waiting: PromiseWithResolvers<Reply> | null = null
  const fail = (error?: Error) => waiting?.reject(error ?? new Error('The server closed the connection'))
  socket
    .setNoDelay(true)
    .on('error', fail)
    .on('close', () => fail())
  socket.on('data', (chunk: Buffer) => {
    if (status === 0) {
      const start = received.length === 0 ? chunk : Buffer.concat([...received, chunk])
      const end = start.indexOf(headEnd)
      if (end < 0) {
        received = [start]
        return
      }
      const head = start.toString('latin1', 0, end)
      const length = /^content-length: *(\d+)/im.exec(head)?.[1]
      if (length === undefined) return fail(new Error(`No content-length:\n${head}`))
      status = Number(head.slice(9, 12))
      const body = start.subarray(end + headEnd.length)
      received = [body]
      missing = Number(length) - body.length
    } else {
      received.push(chunk)
      missing -= chunk.length
    }
    if (missing > 0) return
    const reply = { status, body: Buffer.concat(received) }
    received = []
    status = 0
    waiting?.resolve(reply)
  })
  return {
    exchange(request) {
      waiting = Promise.withResolvers()
      socket.write(request)
      return waiting.promise
    },
    close: () => void socket.destroy(),
  }
}
