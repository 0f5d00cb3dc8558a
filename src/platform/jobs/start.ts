import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss, type Db, type DrizzleTransactionLike, type Job, type JobResult } from 'pg-boss'
import type { Logger } from 'pino'
import type { Services } from '../context.ts'
import { createAnnouncer } from '../db/announcer.ts'
import type { Database, Tx } from '../db/database.ts'
import { afterCommit } from '../db/session.ts'
import { newUuid } from '../ids.ts'
import { deadLetterQueue, listDeadJobs, replayDeadJob } from './dead-letters.ts'
import { queueSchema } from './install.ts'
import type { JobDefinition, JobOutcome, JobRunner, QueueDepth, SettledJob } from './jobs.ts'
import { createWorkerGroup, type WorkerGroup } from './workers.ts'

export interface JobsOptions {
  readonly db: Database
  readonly log: Logger
  readonly definitions: readonly JobDefinition[]
  /** Jobs of one queue that run at the same time in this process. Default 4, embedded 2. */
  readonly workersPerQueue?: number
}

const wakeChannel = 'parley_jobs'
const defaultRetries = 6
const defaultTimeoutMs = 60_000
/** A worker that says nothing for this long has died, and its job is given to another. */
const heartbeatSeconds = 20
const superviseSeconds = 5
/** What makes up for a lost wake-up. */
const pollSeconds = 2
const unblockEveryMs = 5_000
const deadLetterDays = 90

/**
 * Opens the job queue (pg-boss, in its own schema) for these kinds of jobs. `enqueue` works from now on; jobs are
 * taken after `start`.
 */
export async function createJobs(options: JobsOptions): Promise<JobRunner> {
  const { db, log, definitions, workersPerQueue = db.engine === 'embedded' ? 2 : 4 } = options
  const byName = new Map(definitions.map((definition) => [definition.name, definition]))
  const boss = new PgBoss({
    db: systemExecutor(db),
    schema: queueSchema,
    backend: db.engine === 'embedded' ? 'pglite' : 'postgres',
    // The owner does that (install.ts); here we are a role without rights on structure.
    migrate: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  })
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  boss.on('warning', (warning) => log.warn({ warning }, 'job queue'))
  await boss.start()
  await createQueues(boss, definitions)

  const groups = new Map<string, WorkerGroup>()
  const observers = new Set<(job: SettledJob) => void>()
  const announcer = createAnnouncer(db, wakeChannel)
  const timers = new Set<NodeJS.Timeout>()
  let stopListening: (() => Promise<void>) | null = null
  let listening: Promise<unknown> = Promise.resolve()
  let isStopped = false

  function later(delayMs: number, run: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, delayMs)
    timers.add(timer.unref())
  }

  function wake(name: string): void {
    groups.get(name)?.wake()
    // Other processes may have free workers; embedded there are none.
    if (db.engine === 'postgres') announcer.announce()
  }

  /**
   * pg-boss lets a job that was given up hold back its key for ever. Its copy among the dead letters is made in the
   * same statement, so what is left behind in the queue can go.
   */
  async function unblockKeys(): Promise<void> {
    const names = definitions.filter(({ order }) => order === 'key').map(({ name }) => name)
    if (isStopped || names.length === 0) return
    const freed = await db.runAsSystem(
      `/* unblockKeys */
       delete from ${queueSchema}.job where name = any($1::text[]) and state = 'failed' and dead_letter is not null
       returning name`,
      [names],
    )
    for (const row of freed) if ('name' in row && typeof row.name === 'string') wake(row.name)
  }

  function unblockSoon(delayMs: number, isRepeated: boolean): void {
    later(delayMs, () => {
      unblockKeys()
        .catch((error: unknown) => log.warn({ err: error }, 'job queue: held keys could not be freed'))
        .finally(() => {
          if (isRepeated && !isStopped) unblockSoon(unblockEveryMs, true)
        })
    })
  }

  async function runOne(services: Services, definition: JobDefinition, job: Job<unknown>): Promise<JobResult> {
    const startedAt = performance.now()
    const attempt = job.retryCount + 1
    const parsed = definition.schema.safeParse(job.data)
    const jobLog = log.child({ job: definition.name, jobId: job.id, attempt })
    let outcome: JobOutcome = 'done'
    let failure: unknown = null
    if (parsed.success) {
      const tenantLog = jobLog.child({ tenantId: parsed.data.tenantId })
      try {
        await definition.handle({ ...services, log: tenantLog }, parsed.data, {
          id: job.id,
          attempt,
          signal: job.signal,
        })
      } catch (error) {
        failure = error
        outcome = attempt > retriesOf(definition) ? 'dead' : 'retry'
        tenantLog[outcome === 'dead' ? 'error' : 'warn']({ err: error }, `job failed, ${outcome}`)
      }
    } else {
      failure = parsed.error
      outcome = 'dead'
      jobLog.error({ err: parsed.error }, 'job has a payload that does not fit, dead')
    }
    if (outcome === 'dead') unblockSoon(100, false)
    const durationMs = performance.now() - startedAt
    const data = parsed.success ? parsed.data : { tenantId: job.groupId ?? '' }
    for (const observe of observers) observe({ name: definition.name, id: job.id, data, attempt, outcome, durationMs })
    if (outcome === 'done') return { id: job.id, status: 'completed' }
    return { id: job.id, status: outcome === 'dead' ? 'deadletter' : 'failed', output: errorOutput(failure) }
  }

  async function startWorkers(services: Services): Promise<void> {
    for (const definition of definitions) {
      const workerIds: string[] = []
      const group = createWorkerGroup(workersPerQueue, (worker) => {
        const id = workerIds[worker]
        if (id !== undefined) boss.notifyWorker(id)
      })
      groups.set(definition.name, group)
      for (let worker = 0; worker < workersPerQueue; worker += 1) {
        const id = await boss.work(
          definition.name,
          {
            perJobResults: true,
            pollingIntervalSeconds: pollSeconds,
            // One busy tenant leaves half of the workers to the others.
            ...(workersPerQueue > 1 ? { groupConcurrency: Math.ceil(workersPerQueue / 2) } : {}),
          },
          async ([job]: Job<unknown>[]) => {
            if (job === undefined) return []
            group.begin(worker)
            try {
              return [await runOne(services, definition, job)]
            } finally {
              group.end(worker)
            }
          },
        )
        workerIds.push(id)
      }
    }
  }

  return {
    async enqueue(tx, definition, data, { orderKey, delayMs = 0 } = {}) {
      if (!byName.has(definition.name)) throw new Error(`The job ${definition.name} was not registered`)
      if (definition.order === 'key' && orderKey === undefined) throw new Error(`${definition.name} needs an orderKey`)
      await boss.send(definition.name, data, {
        // In order also within one transaction, whose jobs all have the same time.
        id: newUuid(),
        db: inTransaction(tx),
        group: { id: data.tenantId },
        ...(orderKey === undefined ? {} : { singletonKey: orderKey }),
        ...(delayMs > 0 ? { startAfter: `${delayMs} milliseconds` } : {}),
      })
      afterCommit(() => {
        if (delayMs <= 0) wake(definition.name)
        else later(delayMs + 5, () => wake(definition.name))
      })
    },
    start(services) {
      listening = db
        .listen(wakeChannel, () => {
          for (const group of groups.values()) group.wake()
        })
        .then((stop) => {
          stopListening = stop
        })
        .catch((error: unknown) => log.warn({ err: error }, 'job queue: only polling'))
        .then(() => startWorkers(services))
        .catch((error: unknown) => log.error({ err: error }, 'job queue: workers did not start'))
      unblockSoon(unblockEveryMs, true)
    },
    async stop({ timeoutMs = 10_000 } = {}) {
      if (isStopped) return
      isStopped = true
      for (const timer of timers) clearTimeout(timer)
      await listening
      await stopListening?.().catch(() => {})
      const finished = Promise.all([...groups.keys()].map((name) => boss.offWork(name, { wait: true })))
      await Promise.race([finished, new Promise<void>((resolve) => setTimeout(resolve, timeoutMs).unref())])
      // What still runs is given back.
      await boss.stop({ graceful: false })
    },
    listDeadJobs: (tenantId, limit = 100) => listDeadJobs(db, tenantId, limit),
    async replayDeadJob(tenantId, id) {
      const name = await replayDeadJob(db, boss, tenantId, id)
      if (name !== null) wake(name)
      return name !== null
    },
    onSettled(observe) {
      const own = (job: SettledJob) => observe(job)
      observers.add(own)
      return () => void observers.delete(own)
    },
    depths: () => queueDepths(db),
  }
}

async function createQueues(boss: PgBoss, definitions: readonly JobDefinition[]): Promise<void> {
  const keepSeconds = deadLetterDays * 24 * 60 * 60
  await boss.createQueue(deadLetterQueue, { retentionSeconds: keepSeconds, deleteAfterSeconds: keepSeconds })
  for (const definition of definitions) {
    const settings = {
      retryLimit: retriesOf(definition),
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: Math.ceil((definition.timeoutMs ?? defaultTimeoutMs) / 1000),
      heartbeatSeconds,
      deleteAfterSeconds: 24 * 60 * 60,
      deadLetter: deadLetterQueue,
    }
    const policy = definition.order === 'key' ? 'key_strict_fifo' : 'standard'
    await boss.createQueue(definition.name, { policy, ...settings })
    // An existing queue takes over what the code says now.
    await boss.updateQueue(definition.name, settings)
    // Into pg-boss' cache: looked up inside somebody's transaction, it would need a second connection.
    await boss.findJobs(definition.name, { id: newUuid() })
  }
}

async function queueDepths(db: Database): Promise<QueueDepth[]> {
  const rows = await db.runAsSystem(
    `/* queueDepths */
     select name, count(*) filter (where state < 'active')::int as waiting,
       count(*) filter (where state = 'active')::int as running,
       coalesce(extract(epoch from now() - min(start_after) filter (where state < 'active' and start_after <= now())), 0)
         ::float8 as oldest
     from ${queueSchema}.job where state <= 'active' and name not like '\\_\\_%' group by name order by name`,
  )
  return (rows as { name: string; waiting: number; running: number; oldest: number }[]).map((row) => ({
    name: row.name,
    waiting: row.waiting,
    running: row.running,
    oldestDueSeconds: row.oldest,
  }))
}

function retriesOf(definition: JobDefinition): number {
  return definition.retries ?? defaultRetries
}

/** What a person sees of the failure among the dead letters. */
function errorOutput(failure: unknown): { name: string; message: string } {
  return failure instanceof Error
    ? { name: failure.name, message: failure.message }
    : { name: 'Error', message: String(failure) }
}

/** pg-boss' type for a Drizzle transaction wants PGlite's or node-postgres' results; it takes postgres.js' rows too. */
function inTransaction(tx: Tx): Db {
  return fromDrizzle(tx as unknown as DrizzleTransactionLike, sql)
}

function systemExecutor(db: Database): Db {
  return { executeSql: async (text, values) => ({ rows: await db.runAsSystem(text, values ?? []) }) }
}
