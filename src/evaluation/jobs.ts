import { shadowReadJob, type ShadowRead } from '../assistant/index.ts'
import type { Ctx, Services } from '../platform/context.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'
import { runEvaluationJob, type RunEvaluation } from './job-kinds.ts'
import { giveUpEvaluation, runEvaluation } from './run.ts'
import { shadowRead } from './shadow.ts'

function jobCtx(services: Services, tenantId: string, requestId: string, name: string): Ctx {
  return { ...services, tenantId, requestId, actor: { kind: 'SYSTEM', id: name } }
}

export const runEvaluationHandler: JobDefinition<RunEvaluation> = {
  ...runEvaluationJob,
  handle: (services, { tenantId, runId }, { id, signal }) =>
    runEvaluation(jobCtx(services, tenantId, id, runEvaluationJob.name), { runId, signal }),
  giveUp: (services, { tenantId, runId }, { id }) =>
    giveUpEvaluation(jobCtx(services, tenantId, id, runEvaluationJob.name), { runId }),
}

export const shadowReadHandler: JobDefinition<ShadowRead> = {
  ...shadowReadJob,
  handle: (services, { tenantId, ...data }, { id }) =>
    shadowRead(jobCtx(services, tenantId, id, shadowReadJob.name), data),
}
