import type { DeadLetters, JobRunner, SettledJob } from '../../src/platform/jobs/jobs.ts'

/** Remembers what became of jobs, so that a test waits for them instead of sleeping. */
export interface JobSpy {
  readonly settled: readonly SettledJob[]
  /**
   * The first job of this kind, past or to come, that was done (or ended as `outcome` says) and fits.
   * @throws after `timeoutMs` (default 10 s), listing what was settled instead
   */
  until(
    name: string,
    fits?: (job: SettledJob) => boolean,
    options?: { outcome?: SettledJob['outcome']; timeoutMs?: number },
  ): Promise<SettledJob>
  /** The first `count` jobs of this kind that were done, in the order in which they were. */
  untilDone(name: string, count: number): Promise<SettledJob[]>
}

export function spyOnJobs(jobs: Pick<JobRunner, 'onSettled'>): JobSpy {
  const settled: SettledJob[] = []
  const waiting = new Set<() => void>()
  jobs.onSettled((job) => {
    settled.push(job)
    for (const look of waiting) look()
  })

  function when<T>(look: () => T | undefined, what: string, timeoutMs: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(check)
        const seen = settled.map((job) => `${job.name} ${JSON.stringify(job.data)}: ${job.outcome}`).join('\n')
        reject(new Error(`Waited ${timeoutMs} ms for ${what}. Settled meanwhile:\n${seen}`))
      }, timeoutMs)
      const check = () => {
        const found = look()
        if (found === undefined) return
        clearTimeout(timer)
        waiting.delete(check)
        resolve(found)
      }
      waiting.add(check)
      check()
    })
  }

  return {
    settled,
    until(name, fits = () => true, { outcome = 'done', timeoutMs = 10_000 } = {}) {
      const find = () => settled.find((job) => job.name === name && job.outcome === outcome && fits(job))
      return when(find, `${name} to be ${outcome}`, timeoutMs)
    },
    untilDone(name, count) {
      const find = () => {
        const done = settled.filter((job) => job.name === name && job.outcome === 'done')
        return done.length >= count ? done.slice(0, count) : undefined
      }
      return when(find, `${count} × ${name}`, 15_000)
    },
  }
}

/** For stand-ins of the queue in tests where no job is ever given up. */
export const noDeadLetters: DeadLetters = {
  listDeadJobs: async () => [],
  replayDeadJob: async () => false,
}
