import type { Job } from 'pg-boss'
import type { Logger } from 'pino'
import type { Services } from '../context.ts'
import { lateChild } from '../log.ts'
import type { JobData, JobDefinition, JobOutcome } from './jobs.ts'
import { retriesOf, timeoutMsOf } from './queues.ts'

/** What became of one run of a job. */
export interface Verdict {
  readonly outcome: JobOutcome
  /** What a person sees of the failure among the dead letters; null when there was none. */
  readonly failure: { readonly name: string; readonly message: string } | null
  readonly data: JobData
  readonly durationMs: number
}

/** Runs a handler once, no longer than it may take. Never throws: what the handler throws is the verdict. */
export async function runJob(
  services: Services,
  definition: JobDefinition,
  job: Job<unknown>,
  signal: AbortSignal,
): Promise<Verdict> {
  const startedAt = performance.now()
  const attempt = job.retryCount + 1
  const bindings = { job: definition.name, jobId: job.id, attempt }
  const parsed = definition.schema.safeParse(job.data)
  const verdict = (outcome: JobOutcome, data: JobData, error: unknown = null): Verdict => ({
    outcome,
    failure: error === null ? null : failureOf(error),
    data,
    durationMs: performance.now() - startedAt,
  })
  if (!parsed.success) {
    services.log.error({ ...bindings, err: parsed.error }, 'job has a payload that does not fit, dead')
    return verdict('dead', { tenantId: job.groupId ?? '' }, parsed.error)
  }
  const { data } = parsed
  const log = lateChild(services.log, { ...bindings, tenantId: data.tenantId })
  try {
    await withinTime(definition, signal, log, (within) =>
      definition.handle({ ...services, log }, data, { id: job.id, attempt, signal: within }),
    )
    return verdict('done', data)
  } catch (error) {
    const outcome = attempt > retriesOf(definition) ? 'dead' : 'retry'
    log[outcome === 'dead' ? 'error' : 'warn']({ err: error }, `job failed, ${outcome}`)
    if (outcome === 'dead') {
      await definition
        .giveUp?.({ ...services, log }, data, { id: job.id, attempt, signal })
        .catch((failed: unknown) => log.error({ err: failed }, 'nobody could be told that a job was given up'))
    }
    return verdict(outcome, data, error)
  }
}

/** @throws Error when the time is up or the job was taken away, whether or not the handler listens to its signal */
async function withinTime(
  definition: JobDefinition,
  taken: AbortSignal,
  log: Logger,
  run: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const timeoutMs = timeoutMsOf(definition)
  const signal = AbortSignal.any([taken, AbortSignal.timeout(timeoutMs)])
  const aborted = Promise.withResolvers<never>()
  const onAbort = () => {
    aborted.reject(new Error(taken.aborted ? 'The job was taken away' : `The job took longer than ${timeoutMs} ms`))
  }
  signal.addEventListener('abort', onAbort)
  const running = run(signal)
  // A handler that goes on after its time fails unheard.
  running.catch((error: unknown) => {
    if (signal.aborted) log.warn({ err: error }, 'job ended after its time')
  })
  try {
    await Promise.race([running, aborted.promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

function failureOf(error: unknown): { name: string; message: string } {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) }
}
