import { createServer } from 'node:net'

/**
 * Listens on the port for a moment, so that a port that is taken is found before a database is opened for nothing.
 * @throws the error that a server would get there, e.g. EADDRINUSE
 */
export function tryPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

export async function portIsFree(host: string, port: number): Promise<boolean> {
  return tryPort(host, port).then(
    () => true,
    () => false,
  )
}
