import { z } from 'zod'
import { promptVersions } from '../assistant/index.ts'
import { modelNamed, modelNames } from '../platform/ai/models.ts'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { hasRow } from '../platform/db/has-row.ts'
import { withIdempotency } from '../platform/db/idempotency.ts'
import { newId } from '../platform/ids.ts'
import { invalidInput, notFound } from '../platform/refusals.ts'
import { parseInput, refused, type Result } from '../platform/results.ts'
import { goldenSet } from './golden-set.ts'
import { runEvaluationJob } from './job-kinds.ts'
import { evaluationRuns } from './tables.ts'

const runSchema = z.strictObject({
  promptVersionId: z.string().nullish(),
  model: z.string().max(200, { error: 'A model has a shorter name.' }).nullish(),
})

/**
 * Begins to read the tenant's golden set with one prompt version and model, by jobs: nothing of it touches an order or a
 * conversation. What it costs comes from the tenant's budget.
 */
export async function startEvaluation(
  ctx: Ctx,
  input: unknown,
  idempotencyKey: string | null,
): Promise<Result<{ runId: string }>> {
  authorise(ctx.actor, 'assistant:configure')
  const parsed = parseInput(runSchema, input, ['input'])
  if (!parsed.ok) return parsed
  const { promptVersionId = null } = parsed.value
  const model = parsed.value.model ?? ctx.models.order.name
  if (modelNamed(ctx.models, model) === null) {
    return refused(
      invalidInput(`Only these models can be asked here: ${modelNames(ctx.models).join(', ')}.`, ['input', 'model']),
    )
  }
  return ctx.db.withTenant(ctx.tenantId, (tx) =>
    withIdempotency(ctx, tx, { operation: 'evaluationRun', key: idempotencyKey, input }, async () => {
      if (promptVersionId !== null && !(await hasRow(ctx, tx, promptVersions, 'promptVersion', promptVersionId))) {
        return refused(notFound(['input', 'promptVersionId']))
      }
      const { name, exampleCount } = await goldenSet(ctx, tx)
      if (exampleCount === 0) {
        return refused(invalidInput('There are no examples yet: correct or approve orders that were read.', null))
      }
      const runId = newId('evaluationRun')
      await tx.insert(evaluationRuns).values({
        tenantId: ctx.tenantId,
        id: runId,
        promptVersionId,
        model,
        state: 'RUNNING',
        goldenSet: name,
        exampleCount,
        createdByKind: ctx.actor.kind,
        createdById: ctx.actor.id,
        createdAt: ctx.clock.now(),
      })
      await ctx.jobs.enqueue(tx, runEvaluationJob, { tenantId: ctx.tenantId, runId }, { orderKey: ctx.tenantId })
      return { ok: true as const, runId }
    }),
  )
}
