import type { PreparedWorld } from './prepared-world.ts'
import { outageOf } from './postgres-outage.ts'
import { freePort } from '../kit/free-port.ts'
import { startServer, type ServerProcess } from './server-process.ts'

/** Several servers on one database, each in a process of its own and on a port that it keeps. */
export interface Cluster {
  readonly urls: readonly string[]
  /** The process that stands there now. */
  node(index: number): ServerProcess
  /** A node by chance, as a load balancer without health checks would choose it. */
  anyUrl(): string
  /** What nodes wrote that ended without being told to. */
  readonly crashes: readonly string[]
  /** Nothing listens there until `start`. @returns the exit code, null after SIGKILL */
  end(index: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
  start(index: number): Promise<void>
  readonly isStopped: boolean
  /** Ends every node gracefully, for good; safe to repeat. @returns their exit codes */
  stop(): Promise<(number | null)[]>
}

export async function startCluster(prepared: Pick<PreparedWorld, 'env'>, size: number): Promise<Cluster> {
  const env = { LOG_LEVEL: 'error', ...prepared.env }
  const ports = await Promise.all(Array.from({ length: size }, () => freePort()))
  const told = new Set<ServerProcess>()
  const crashes: string[] = []
  let isStopped = false

  async function open(port: number): Promise<ServerProcess> {
    const server = await startServer(env, port)
    if (isStopped) {
      server.kill('SIGKILL')
      throw new Error('The cluster has been stopped')
    }
    void server.ended.then((code) => {
      if (!told.has(server)) crashes.push(`ended with ${code}:\n${server.output.stdout}\n${server.output.stderr}`)
    })
    return server
  }
  const nodes = await Promise.all(ports.map(open))
  const node = (index: number): ServerProcess => {
    const server = nodes[index]
    if (server === undefined) throw new Error(`The cluster has no node ${index}`)
    return server
  }
  const end = (index: number, signal: 'SIGKILL' | 'SIGTERM') => {
    told.add(node(index))
    node(index).kill(signal)
    return node(index).ended
  }
  return {
    urls: nodes.map(({ url }) => url),
    crashes,
    get isStopped() {
      return isStopped
    },
    node,
    anyUrl: () => node(Math.floor(Math.random() * size)).url,
    end,
    async start(index) {
      nodes[index] = await open(ports[index] ?? 0)
    },
    stop() {
      isStopped = true
      return Promise.all(nodes.map((_server, index) => end(index, 'SIGTERM')))
    },
  }
}

/** Somebody who does harm until told to stop. */
export interface Vandal {
  /** @returns how often harm was done; every node is up again */
  stop(): Promise<number>
}

/** Kills a process by chance, and starts it again, every so often, at most so many times. */
export function killAtRandom(cluster: Cluster, everyMs: number, most: number): Vandal {
  return again(everyMs, most, async () => {
    const index = Math.floor(Math.random() * cluster.urls.length)
    await cluster.end(index, 'SIGKILL')
    // A start whose connections are cut says so and ends; whoever looks after the process starts it again.
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await cluster.start(index)
      } catch (error) {
        if (attempt === 5 || cluster.isStopped) throw error
      }
    }
  })
}

/** Ends some of the database's connections by chance, every so often. */
export function cutAtRandom(databaseUrl: string, everyMs: number, most: number): Vandal & { ended(): number } {
  const outage = outageOf(databaseUrl)
  let ended = 0
  const vandal = again(everyMs, Infinity, async () => void (ended += await outage.cutConnections(most)))
  return {
    ended: () => ended,
    async stop() {
      await vandal.stop()
      await outage.close()
      return ended
    },
  }
}

function again(everyMs: number, most: number, harm: () => Promise<void>): Vandal {
  const stopped = Promise.withResolvers<void>()
  let isStopped = false
  let count = 0
  const doing = (async () => {
    for (;;) {
      await Promise.race([stopped.promise, new Promise((resolve) => setTimeout(resolve, everyMs))])
      if (isStopped || count === most) return
      await harm()
      count += 1
    }
  })()
  // Heard by whoever stops it.
  doing.catch(() => {})
  return {
    async stop() {
      isStopped = true
      stopped.resolve()
      await doing
      return count
    },
  }
}

/** How many jobs of this kind there are to do, as a node tells it; null when it does not answer. */
export async function jobsLeft(url: string, queue: string): Promise<number | null> {
  const metrics = await fetch(`${url}/metrics`)
    .then((response) => response.text())
    .catch(() => null)
  if (metrics === null) return null
  const lines = metrics.split('\n').filter((line) => /^parley_jobs_(waiting|running)\{/.test(line))
  return lines
    .filter((line) => line.includes(`queue="${queue}"`))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}
