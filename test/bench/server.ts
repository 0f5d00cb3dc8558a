import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jobDefinitions } from '../../src/app.ts'
import { openBackstage, type Backstage } from '../../src/backstage.ts'
import { parseConfig } from '../../src/config.ts'
import { connectPostgres } from '../../src/platform/db/postgres.ts'
import { freePort } from '../kit/free-port.ts'
import { withDatabase } from '../kit/server.ts'

/** A database of the measurement's own, and a server over it in a process of its own. */
export interface BenchHouse {
  readonly engine: 'embedded' | 'postgres'
  /** What a server over it is started with. */
  readonly env: Readonly<Record<string, string>>
  /** The services in this process; on the embedded engine only while no server runs. */
  backstage(): Promise<Backstage>
  /** Parley as `npm start` runs it, with these settings instead of the measurement's. */
  start(settings?: Settings): Promise<BenchServer>
  remove(): Promise<void>
}

type Settings = Readonly<Record<string, string>>

export interface BenchServer {
  readonly url: string
  /** Processor time that the server has used so far. */
  cpuMs(): number
  residentMb(): number
  stop(): Promise<void>
}

/**
 * On the server that DATABASE_URL names, in a new database; without, embedded in a new folder, or on a throw-away
 * Postgres where that is needed.
 */
export async function makeHouse({ needsPostgres = false } = {}): Promise<BenchHouse> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const serverUrl = process.env['DATABASE_URL'] ?? (needsPostgres ? startPostgres() : null)
  const name = `parley_bench_${randomBytes(6).toString('hex')}`
  if (serverUrl !== null) await onServer(serverUrl, `create database ${name}`)
  const env: Record<string, string> = {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PARLEY_DATA_DIR: dataDirectory,
    PARLEY_SECRET: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'error',
    SHUTDOWN_NOTICE_MS: '0',
    ANONYMOUS_REQUESTS_PER_MINUTE: '1000000',
    OPERATIONS_PER_MINUTE: '100000000',
    TENANT_POINTS_PER_MINUTE: '999999999',
    ...(serverUrl === null ? {} : { DATABASE_URL: withDatabase(serverUrl, name) }),
  }
  return {
    engine: serverUrl === null ? 'embedded' : 'postgres',
    env,
    backstage: () => openBackstage(parseConfig(env), jobDefinitions),
    start: async (settings = {}) => startServer(await startArguments(), { ...env, ...settings }, '/readyz'),
    async remove() {
      await rm(dataDirectory, { recursive: true, force: true })
      if (serverUrl !== null) await onServer(serverUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

/**
 * A server in a process of its own, listening on PORT on this machine; ready when it answers the path, with 200 where
 * that path is a check of readiness.
 */
export async function startServer(args: readonly string[], env: Settings, path: string): Promise<BenchServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env['PATH'], ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // A measurement that fails leaves nothing behind.
  process.once('exit', () => child.kill('SIGKILL'))
  let complaint = ''
  child.stderr.on('data', (text) => (complaint = `${complaint}${text}`.slice(-2_000)))
  await ready(`${url}${path}`, () => child.exitCode).catch((error) => {
    throw new Error(`The server did not start: ${complaint}`, { cause: error })
  })
  return {
    url,
    cpuMs: () => processorMs(child.pid ?? 0),
    residentMb: () => residentMb(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}

const root = join(import.meta.dirname, '../..')

/** As `npm start` does it. */
async function startArguments(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').slice(1)
}

async function ready(url: string, exitCode: () => number | null): Promise<void> {
  const endAt = Date.now() + 60_000
  while (Date.now() < endAt) {
    if (exitCode() !== null) throw new Error(`The server ended with ${exitCode()}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok || (answer !== null && !url.endsWith('/readyz'))) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The server was not ready within a minute')
}

/** Starts the Postgres of the tests when it does not run; it stays. */
function startPostgres(): string {
  const { stdout, status } = spawnSync('bash', [join(root, 'test/kit/postgres.sh'), 'start'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = /^DATABASE_URL=(.+)$/m.exec(stdout)?.[1]
  if (status !== 0 || url === undefined) throw new Error('Postgres did not start: name one by DATABASE_URL')
  return url
}

async function onServer(url: string, statement: string): Promise<void> {
  const server = connectPostgres({ url, poolSize: 1 })
  await server.asOwner((owner) => owner.script(statement)).finally(() => server.close())
}

/** User and system time of Linux' /proc, in clock ticks of 10 ms. */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function residentMb(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Math.round(Number(line?.[1] ?? 0) / 1024)
}
