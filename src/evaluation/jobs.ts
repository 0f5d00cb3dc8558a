import type { Services } from '../platform/context.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'
import { runEvaluationJob, type RunEvaluation } from './job-kinds.ts'
import { giveUpEvaluation, runEvaluation } from './run.ts'

const ctxOf = (services: Services, tenantId: string, requestId: string) => ({
  ...services,
  tenantId,
  requestId,
  actor: { kind: 'SYSTEM' as const, id: runEvaluationJob.name },
})

export const runEvaluationHandler: JobDefinition<RunEvaluation> = {
  ...runEvaluationJob,
  handle: (services, { tenantId, runId }, { id, signal }) =>
    runEvaluation(ctxOf(services, tenantId, id), { runId, signal }),
  giveUp: (services, { tenantId, runId }, { id }) => giveUpEvaluation(ctxOf(services, tenantId, id), { runId }),
}
