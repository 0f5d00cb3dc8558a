import { setTimeout as sleep } from 'node:timers/promises'
import type { Job, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Database } from '../db/database.ts'
import { queueSchema } from './queue-schema.ts'
import { heartbeatSeconds } from './queues.ts'
import type { Verdict } from './run-job.ts'
import { takeJobs } from './take.ts'

/** Takes the jobs of one queue as long as there are some and places are free. */
export interface Pump {
  /** Looks for jobs now. */
  look(): void
  /** Takes no more; waits for what runs, then takes it away and gives it back. */
  stop(timeoutMs: number): Promise<void>
}

export interface PumpOptions {
  readonly boss: PgBoss
  readonly db: Database
  readonly log: Logger
  readonly queue: string
  /** Jobs that run at the same time. */
  readonly places: number
  readonly run: (job: Job<unknown>, signal: AbortSignal) => Promise<Verdict>
  /** Called when what became of the job has been written. */
  readonly onSettled: (job: Job<unknown>, verdict: Verdict) => void
}

const pollMs = 2_000
const takeSpacingMs = 10
const settleRetryMs = 500
const settleAttempts = 20

interface Running {
  readonly job: Job<unknown>
  readonly taken: AbortController
  readonly ended: Promise<void>
}

/**
 * Our own loop over the jobs that pg-boss keeps, instead of its workers: those take one batch at a time and wait
 * for the slowest of it, and look again only at their next poll unless each is woken by its id.
 */
export function createPump({ boss, db, log, queue, places, run, onSettled }: PumpOptions): Pump {
  const running = new Map<string, Running>()
  // Taken away, not kept as completed: nobody looks at them, and everything that reads the queue would have to pass them.
  const finish = createBatch((jobs: Job<unknown>[]) => persist(() => boss.deleteJob(queue, jobs)))
  // One busy tenant leaves half of the places to the others.
  const share = Math.max(1, Math.ceil(places / 2))
  let isTaking = false
  let isWanted = false
  let isStopped = false

  function look(): void {
    isWanted = true
    if (isTaking) return
    isTaking = true
    takeOn()
      .catch((error: unknown) => log.warn({ err: error }, `job queue: ${queue} cannot be read`))
      .finally(() => {
        isTaking = false
        // Asked for between the last look and here.
        if (isWanted && !isStopped && running.size < places) look()
      })
  }

  async function takeOn(): Promise<void> {
    while (isWanted && !isStopped && running.size < places) {
      isWanted = false
      const free = places - running.size
      const jobs = await takeJobs(db, { queue, places: free, share, held: heldByTenant() })
      for (const job of jobs) begin(job)
      if (jobs.length === free) isWanted = true
      // What ends and comes meanwhile is one statement together.
      await sleep(takeSpacingMs)
    }
  }

  function heldByTenant(): Map<string, number> {
    const held = new Map<string, number>()
    for (const { job } of running.values()) {
      if (job.groupId != null) held.set(job.groupId, (held.get(job.groupId) ?? 0) + 1)
    }
    return held
  }

  function begin(job: Job<unknown>): void {
    const taken = new AbortController()
    const ended = run(job, taken.signal)
      .then(async (verdict) => {
        // Taken away: what becomes of it is no longer ours to say.
        if (!taken.signal.aborted) await settle(job, verdict)
        onSettled(job, verdict)
      })
      .catch((error: unknown) => log.error({ err: error }, `job queue: a result of ${queue} was lost, it runs again`))
      .finally(() => {
        running.delete(job.id)
        look()
      })
    running.set(job.id, { job, taken, ended })
  }

  async function settle(job: Job<unknown>, verdict: Verdict): Promise<void> {
    if (verdict.outcome === 'done') return finish(job)
    await persist(async () => {
      if (verdict.outcome === 'dead') {
        // pg-boss gives a job up when its attempts are used up; this one's are, whatever their number.
        await db.runAsSystem(
          `/* giveUp */ update ${queueSchema}.job set retry_limit = retry_count where name = $1 and id = $2`,
          [queue, job.id],
        )
      }
      await boss.fail(queue, job, verdict.failure ?? {})
    })
  }

  /** A database that is away for a moment must not make a finished job run again. */
  async function persist(write: () => Promise<unknown>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await write()
        return
      } catch (error) {
        if (attempt >= settleAttempts || isStopped) throw error
        await new Promise((resolve) => setTimeout(resolve, settleRetryMs))
      }
    }
  }

  /** Tells that the running jobs are alive, and aborts those that were given to somebody else meanwhile. */
  async function beat(): Promise<void> {
    const held = [...running.values()]
    if (held.length === 0) return
    const response: { settled?: unknown } = await boss.touch(
      queue,
      held.map(({ job }) => job),
    )
    if (!Array.isArray(response.settled)) return
    const alive = new Set<unknown>(response.settled)
    for (const { job, taken } of held) if (!alive.has(job.id) && running.has(job.id)) taken.abort()
  }

  const poll = setInterval(look, pollMs).unref()
  const heart = setInterval(() => {
    beat().catch((error: unknown) => log.warn({ err: error }, `job queue: ${queue} cannot be kept`))
  }, heartbeatSeconds * 250).unref()

  return {
    look,
    async stop(timeoutMs) {
      isStopped = true
      clearInterval(poll)
      const finished = Promise.all([...running.values()].map(({ ended }) => ended))
      await Promise.race([finished, new Promise<void>((resolve) => setTimeout(resolve, timeoutMs).unref())])
      clearInterval(heart)
      const left = [...running.values()]
      if (left.length === 0) return
      const jobs = left.map(({ job }) => job)
      await boss.fail(queue, jobs, { name: 'Error', message: 'The process was stopped' }).catch(() => {})
      for (const { taken } of left) taken.abort()
    },
  }
}

/** Collects items while a write is under way, and writes them together after it. */
function createBatch<Item>(write: (items: Item[]) => Promise<void>): (item: Item) => Promise<void> {
  let waiting: Item[] = []
  let next: Promise<void> | null = null
  let current: Promise<unknown> = Promise.resolve()
  return (item) => {
    waiting.push(item)
    next ??= current.then(() => {
      const items = waiting
      waiting = []
      next = null
      const written = write(items)
      current = written.catch(() => {})
      return written
    })
    return next
  }
}
