import { PgBoss, type Db, type Job } from 'pg-boss'
import type { Logger } from 'pino'
import type { Services } from '../context.ts'
import { createAnnouncer } from '../db/announcer.ts'
import type { Database } from '../db/database.ts'
import { afterCommit } from '../db/session.ts'
import { send } from '../db/statement.ts'
import { listDeadJobs, replayDeadJob } from './dead-letters.ts'
import { queueSchema } from './queue-schema.ts'
import type { JobDefinition, JobRunner, Jobs, SettledJob } from './jobs.ts'
import { newJobStatement, type NewJob } from './new-job.ts'
import { createPump, type Pump } from './pump.ts'
import { abandonRunning, createQueues, queueDepths } from './queues.ts'
import { runJob, type Verdict } from './run-job.ts'

export interface JobsOptions {
  readonly db: Database
  readonly log: Logger
  readonly definitions: readonly JobDefinition[]
  /** Jobs of one queue that run at the same time in this process. Default: 16, embedded 8. */
  readonly placesPerQueue?: number | null
}

/** A channel for each queue, so that a job wakes only who can take it. */
const wakeChannel = (queue: string) => `parley_jobs_${queue.replaceAll(/\W/g, '_')}`
/** How often is looked for workers that have died. */
const superviseSeconds = 2
const forgetDoneEverySeconds = 60
const unblockEveryMs = 5_000

/**
 * Opens the job queue (pg-boss, in its own schema) for these kinds of jobs. `enqueue` works from now on; jobs are
 * taken after `start`.
 */
export async function createJobs(options: JobsOptions): Promise<JobRunner> {
  const { db, log, definitions, placesPerQueue } = options
  const places = placesPerQueue ?? (db.engine === 'embedded' ? 8 : 16)
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
    maintenanceIntervalSeconds: forgetDoneEverySeconds,
  })
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  boss.on('warning', (warning) => log.warn({ warning }, 'job queue'))
  await boss.start()
  await createQueues(boss, definitions)
  // Only one process may have its directory open: what was running there was running in one that is gone.
  if (db.engine === 'embedded') await abandonRunning(db)

  const newJobOf = new Map<string, NewJob>()
  for (const definition of definitions) newJobOf.set(definition.name, await newJobStatement(boss, definition))
  const pumps = new Map<string, Pump>()
  const observers = new Set<(job: SettledJob) => void>()
  const announcers = new Map(definitions.map(({ name }) => [name, createAnnouncer(db, wakeChannel(name))]))
  const timers = new Set<NodeJS.Timeout>()
  let listening: readonly Promise<() => Promise<void>>[] = []
  let unblocking: NodeJS.Timeout | undefined
  let isStopped = false

  function later(delayMs: number, run: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, delayMs)
    timers.add(timer.unref())
  }

  function wake(name: string): void {
    pumps.get(name)?.look()
    // Other processes may have free workers; embedded there are none.
    if (db.engine === 'postgres') announcers.get(name)?.announce()
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

  function unblock(): void {
    unblockKeys().catch((error: unknown) => log.warn({ err: error }, 'job queue: held keys could not be freed'))
  }

  function settled(name: string, job: Job<unknown>, { outcome, data, durationMs }: Verdict): void {
    if (outcome === 'dead') unblock()
    const attempt = job.retryCount + 1
    for (const observe of observers) observe({ name, id: job.id, data, attempt, outcome, durationMs })
  }

  function startPump(services: Services, definition: JobDefinition): void {
    const { name } = definition
    const pump = createPump({
      boss,
      db,
      log,
      queue: name,
      places,
      run: (job, signal) => runJob(services, definition, job, signal),
      onSettled: (job, verdict) => settled(name, job, verdict),
    })
    pumps.set(name, pump)
    pump.look()
  }

  const newJob: Jobs['newJob'] = (kind, data, options = {}) => {
    const statementOf = newJobOf.get(kind.name)
    if (statementOf === undefined) throw new Error(`The job ${kind.name} was not registered`)
    const { delayMs = 0 } = options
    afterCommit(() => {
      if (delayMs <= 0) wake(kind.name)
      else later(delayMs + 5, () => wake(kind.name))
    })
    return statementOf(data, options)
  }

  return {
    newJob,
    enqueue: (tx, definition, data, options) => send(tx, newJob(definition, data, options)),
    start(services) {
      for (const definition of definitions) startPump(services, definition)
      unblocking = setInterval(unblock, unblockEveryMs).unref()
      listening = [...pumps].map(([name, pump]) => db.listen(wakeChannel(name), pump.look))
      Promise.all(listening).catch((error: unknown) => log.warn({ err: error }, 'job queue: only polling'))
    },
    async stop({ timeoutMs = 10_000 } = {}) {
      if (isStopped) return
      isStopped = true
      clearInterval(unblocking)
      for (const timer of timers) clearTimeout(timer)
      await Promise.allSettled(listening.map(async (listened) => (await listened)()))
      await Promise.all([...pumps.values()].map((pump) => pump.stop(timeoutMs)))
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

function systemExecutor(db: Database): Db {
  return { executeSql: async (text, values) => ({ rows: await db.runAsSystem(text, values ?? []) }) }
}
