import type { z } from 'zod'
import type { Services } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { Pending } from '../db/statement.ts'

/** Every payload carries its tenant and ids only: no personal data sits in the queue. */
export interface JobData {
  readonly tenantId: string
}

/** A kind of job as those see it who enqueue it; apart from its handler, so that they need not import that. */
export interface JobKind<Data extends JobData = JobData> {
  /** Queue name, e.g. `conversation.read`. */
  readonly name: string
  /** A payload that does not fit goes to the dead letters at once. */
  readonly schema: z.ZodType<Data>
  /**
   * `key`: jobs with the same `orderKey` run one after another, in the order in which they became due. One that has to
   * be retried holds back its successors; one that is given up does not.
   */
  readonly order: 'none' | 'key'
  /** Attempts after the first before the job goes to the dead letters. Default 6, exponential back-off with jitter. */
  readonly retries?: number
  /** Longest run before the job counts as failed and its signal is aborted. Default 60 s. */
  readonly timeoutMs?: number
}

/** A kind of job with what it does, declared by a domain in its jobs.ts and registered by app.ts. */
export interface JobDefinition<Data extends JobData = JobData> extends JobKind<Data> {
  /** Safe to run twice: every handler is. Throw to have it retried. */
  handle(services: Services, data: Data, job: JobRun): Promise<void>
  /**
   * Runs when the last attempt has failed, before the job goes to the dead letters: tells those who wait for it. May
   * run twice; what it throws is logged.
   */
  giveUp?(services: Services, data: Data, job: JobRun): Promise<void>
}

export interface JobRun {
  readonly id: string
  /** 1 at first. */
  readonly attempt: number
  /** Aborted when the time is up, the process stops, or another worker has taken the job over. */
  readonly signal: AbortSignal
}

export interface EnqueueOptions {
  /** Required for `order: 'key'`: jobs of one key run in order, e.g. the conversation's id. */
  readonly orderKey?: string
  /**
   * Do not run before this many milliseconds from now. To wait until nothing new has come for a while (debounce),
   * enqueue a delayed job for every arrival, and let the handler return at once when something younger has arrived:
   * that one's job is still to come.
   */
  readonly delayMs?: number
}

export interface Jobs {
  /** Enqueues in the transaction of the fact: rolled back together, never lost, woken up after the commit. */
  enqueue<Data extends JobData>(tx: Tx, job: JobKind<Data>, data: Data, options?: EnqueueOptions): Promise<void>
  /** The same as a statement to be sent by the caller, inside the transaction. */
  newJob<Data extends JobData>(job: JobKind<Data>, data: Data, options?: EnqueueOptions): Pending<void>
}

/** A job that was given up, with the error of its last attempt. */
export interface DeadJob {
  /** Its id among the dead letters, to be given to `replayDeadJob`. */
  readonly id: string
  readonly name: string
  readonly data: unknown
  /** Attempts that were made. */
  readonly attempts: number
  readonly error: string
  readonly enqueuedAt: Date
  readonly diedAt: Date
}

/** Jobs that were given up, tenant by tenant. */
export interface DeadLetters {
  /** The tenant's dead letters, youngest first. */
  listDeadJobs(tenantId: string, limit?: number): Promise<DeadJob[]>
  /** Puts a dead letter back into its queue with fresh attempts; false when the tenant has none with this id. */
  replayDeadJob(tenantId: string, id: string): Promise<boolean>
}

/** How a run of a job ended: `retry` will be tried again, `dead` was given up. */
export type JobOutcome = 'done' | 'retry' | 'dead'

export interface SettledJob {
  readonly name: string
  readonly id: string
  readonly data: JobData
  readonly attempt: number
  readonly outcome: JobOutcome
  readonly durationMs: number
}

export interface QueueDepth {
  readonly name: string
  /** Due now or later. */
  readonly waiting: number
  readonly running: number
  /** Age of the oldest job that is due, in seconds; 0 when none is. */
  readonly oldestDueSeconds: number
}

/** The queue of this process: hands out work, and shows what became of it. */
export interface JobRunner extends Jobs, DeadLetters {
  /** Starts taking jobs. */
  start(services: Services): void
  /**
   * Takes no more jobs, waits for those that run, and gives back what is not finished in time: another process, or the
   * next start, runs it again.
   */
  stop(options?: { timeoutMs?: number }): Promise<void>
  /** Calls `observe` after each run of a job in this process, when its end is written; returns the way to stop. For metrics and tests. */
  onSettled(observe: (job: SettledJob) => void): () => void
  depths(): Promise<QueueDepth[]>
}
