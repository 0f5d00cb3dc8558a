import { z } from 'zod'
import type { JobData, JobKind } from '../platform/jobs/jobs.ts'

export interface RunEvaluation extends JobData {
  readonly runId: string
}

/** Reads the next examples of a run; one run of a tenant at a time, some examples a job, so that others get their turn. */
export const runEvaluationJob = {
  name: 'evaluation.run',
  schema: z.object({ tenantId: z.string(), runId: z.string() }),
  order: 'key',
  retries: 4,
  timeoutMs: 300_000,
} as const satisfies JobKind<RunEvaluation>
