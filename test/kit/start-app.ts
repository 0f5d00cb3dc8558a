import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type AppOptions } from '../../src/app.ts'
import { parseConfig } from '../../src/config.ts'
import type { Role } from '../../src/platform/auth/permissions.ts'
import type { Services } from '../../src/platform/context.ts'
import type { JobRunner, SettledJob } from '../../src/platform/jobs/jobs.ts'
import { createLogger } from '../../src/platform/log.ts'
import { createApiClient, type ApiClient } from './client.ts'
import { startTestDatabase, type TestDatabase } from './database.ts'
import { makeWorld, type World, type WorldSettings } from './world.ts'

/** A real server on a free port, over a database of its own. */
export interface TestApp {
  readonly url: string
  readonly services: Services
  readonly jobs: JobRunner
  readonly database: TestDatabase
  /** Log lines so far, parsed. */
  readonly logLines: readonly Readonly<Record<string, unknown>>[]
  /** A caller without a credential. */
  readonly stranger: ApiClient
  as(token: string): ApiClient
  /** A new tenant with a WhatsApp account, and callers of every role. */
  makeWorld(settings?: WorldSettings, slug?: string): Promise<World>
  /** Resolves with the next run of a job that fits; ask before the deed. @throws after 10 s */
  nextJob(fits: (job: SettledJob) => boolean): Promise<SettledJob>
  stop(): Promise<void>
}

export interface StartAppOptions extends AppOptions {
  /** Settings as the environment would have them. */
  readonly env?: Readonly<Record<string, string>>
  /** Default `info`, kept in `logLines`. */
  readonly logLevel?: string
}

const jobTimeoutMs = 10_000

export async function startApp(options: StartAppOptions = {}): Promise<TestApp> {
  const { env, logLevel = 'info', ...overrides } = options
  const database = await startTestDatabase()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'parley-test-'))
  const config = parseConfig({
    HOST: '127.0.0.1',
    PORT: '0',
    NODE_ENV: 'test',
    PARLEY_DATA_DIR: dataDirectory,
    PARLEY_SECRET: randomBytes(32).toString('hex'),
    SHUTDOWN_NOTICE_MS: '0',
    ANONYMOUS_REQUESTS_PER_MINUTE: '100000',
    OPERATIONS_PER_MINUTE: '1000000',
    TENANT_POINTS_PER_MINUTE: '100000000',
    ...env,
  })
  const logLines: Readonly<Record<string, unknown>>[] = []
  const log = createLogger({ level: logLevel, destination: { write: (line) => void logLines.push(JSON.parse(line)) } })
  const app = await createApp(config, { log, db: database.db, ...overrides })
  const url = await app.start()

  return {
    url,
    services: app.services,
    jobs: app.jobs,
    database,
    logLines,
    stranger: createApiClient(url, null),
    as: (token) => createApiClient(url, token),
    makeWorld: (settings, slug) => makeWorld({ url, services: app.services }, settings, slug),
    nextJob: (fits) => nextJob(app.jobs, fits),
    async stop() {
      await app.stop()
      await database.stop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

function nextJob(jobs: JobRunner, fits: (job: SettledJob) => boolean): Promise<SettledJob> {
  return new Promise((resolve, reject) => {
    const stop = jobs.onSettled((job) => {
      if (!fits(job)) return
      clearTimeout(timer)
      stop()
      resolve(job)
    })
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`No job of this kind was run within ${jobTimeoutMs} ms`))
    }, jobTimeoutMs)
  })
}

export type { Role }
