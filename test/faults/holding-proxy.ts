import { connect, createServer, type Socket } from 'node:net'

/** Stands before a server, hands it every request, and keeps every answer to itself. */
export interface HoldingProxy {
  readonly url: string
  /** Resolves when the server has begun to answer something. */
  readonly answered: Promise<void>
  close(): Promise<void>
}

export async function startHoldingProxy(target: string): Promise<HoldingProxy> {
  const { hostname, port } = new URL(target)
  const answered = Promise.withResolvers<void>()
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    sockets.add(near)
    near.pipe(far)
    far.on('data', () => answered.resolve())
    const end = () => {
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) socket.on('error', end).on('close', end)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    answered: answered.promise,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
