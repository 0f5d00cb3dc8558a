import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import {
  appendRelease,
  appendRollback,
  lockPrompt,
  versionIds,
  type LockedPrompt,
  type PromptShare,
} from '../assistant/index.ts'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queryRows } from '../platform/db/query.ts'
import { notFound, refusal, type Refusal } from '../platform/refusals.ts'
import { parseInput, refused, type Result } from '../platform/results.ts'
import { fewestExamples, goldenSet } from './golden-set.ts'
import { isWorse, type Figures } from './score.ts'
import { evaluationResults, evaluationRuns } from './tables.ts'

const releaseSchema = z.strictObject({
  versions: z
    .array(
      z.strictObject({
        number: z.int().min(1, { error: 'Versions are numbered from 1.' }),
        weight: z
          .int()
          .min(1, { error: 'A weight is 1 to 1,000.' })
          .max(1_000, { error: 'A weight is 1 to 1,000.' })
          .default(1),
      }),
    )
    .max(10, { error: 'At most 10 versions at once.' })
    .refine((all) => new Set(all.map(({ number }) => number)).size === all.length, {
      error: 'A version is named twice.',
    }),
})

/**
 * Lets versions of a prompt be used from now on, each by its weight. A version of the tenant's prompt that was not in use so far must
 * have been evaluated on the golden set as it is now, and be no worse there than what is in use; a person's own prompt
 * concerns nobody else.
 */
export async function releasePrompt(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedRelease: number | null,
): Promise<Result<{ promptId: string }>> {
  authorise(ctx.actor, 'assistant:configure')
  const parsed = parseInput(releaseSchema, input, ['input'])
  if (!parsed.ok) return parsed
  const { versions } = parsed.value
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const locked = await lockPrompt(ctx, tx, id, expectedRelease)
    if (!locked.ok) return locked
    const { prompt } = locked
    const ids = await versionIds(
      ctx,
      tx,
      prompt.id,
      versions.map(({ number }) => number),
    )
    const shares = versions.flatMap(({ number, weight }): PromptShare[] => {
      const versionId = ids.get(number)
      return versionId === undefined ? [] : [{ versionId, number, weight }]
    })
    const unknown = versions.findIndex(({ number }) => !ids.has(number))
    if (unknown >= 0) return refused(notFound(['input', 'versions', String(unknown), 'number']))
    const errors = prompt.level === 'USER' ? [] : await whatIsWorse(ctx, tx, prompt, shares)
    if (errors.length > 0) return refused(...errors)
    await appendRelease(ctx, tx, prompt, shares)
    return { ok: true, promptId: prompt.id }
  })
}

/** Lets the versions be used again that were used before; always allowed. */
export async function rollBackPrompt(
  ctx: Ctx,
  id: string,
  expectedRelease: number | null,
): Promise<Result<{ promptId: string }>> {
  authorise(ctx.actor, 'assistant:configure')
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const locked = await lockPrompt(ctx, tx, id, expectedRelease)
    if (!locked.ok) return locked
    if (await appendRollback(ctx, tx, locked.prompt)) return { ok: true, promptId: locked.prompt.id }
    return refused(refusal('NOTHING_TO_ROLL_BACK', 'Nothing was in use before.'))
  })
}

/** Why versions may not be used yet; empty when they may. */
async function whatIsWorse(
  ctx: Ctx,
  tx: Tx,
  { release }: LockedPrompt,
  shares: readonly PromptShare[],
): Promise<Refusal[]> {
  const inUse = release?.shares ?? []
  const fresh = shares.filter(({ versionId }) => !inUse.some((share) => share.versionId === versionId))
  if (fresh.length === 0) return []
  const golden = await goldenSet(ctx, tx)
  if (golden.exampleCount < fewestExamples) {
    const message = `With ${golden.exampleCount} examples nobody can tell; at least ${fewestExamples} are needed.`
    return [refusal('TOO_FEW_EXAMPLES', message, ['input', 'versions'])]
  }
  const model = ctx.models.order.name
  const figuresOf = (versionId: string | null) => figuresBy(ctx, tx, { versionId, model, goldenSet: golden.name })
  const baselines: Figures[] = []
  for (const versionId of inUse.length === 0 ? [null] : inUse.map((share) => share.versionId)) {
    const figures = await figuresOf(versionId)
    if (figures === null) {
      const what = versionId === null ? "Parley's own prompt" : 'what is in use'
      return [refusal('EVALUATION_MISSING', `First evaluate ${what} with ${model} on today's examples.`, null)]
    }
    baselines.push(figures)
  }
  const errors: Refusal[] = []
  for (const { versionId, number } of fresh) {
    const path = ['input', 'versions', String(shares.findIndex((share) => share.number === number))]
    const candidate = await figuresOf(versionId)
    const better = candidate === null ? undefined : baselines.find((baseline) => isWorse(candidate, baseline))
    if (candidate === null) {
      const message = `First evaluate version ${number} with ${model} on today's examples.`
      errors.push(refusal('EVALUATION_MISSING', message, path))
    } else if (better !== undefined) errors.push(gotWorse(number, path, candidate, better))
  }
  return errors
}

function gotWorse(number: number, path: readonly string[], candidate: Figures, baseline: Figures) {
  return {
    __typename: 'EvaluationWorse',
    code: 'EVALUATION_WORSE',
    message: `Version ${number} reads the examples worse than what is in use.`,
    path,
    candidate,
    baseline,
  } as const
}

/** The figures of the newest run of this kind that was finished; null when there is none. */
async function figuresBy(
  ctx: Ctx,
  tx: Tx,
  kind: { versionId: string | null; model: string; goldenSet: string },
): Promise<Figures | null> {
  const { promptVersionId } = evaluationRuns
  const [run] = await tx
    .select({ id: evaluationRuns.id })
    .from(evaluationRuns)
    .where(
      and(
        eq(evaluationRuns.tenantId, ctx.tenantId),
        eq(evaluationRuns.state, 'DONE'),
        eq(evaluationRuns.model, kind.model),
        eq(evaluationRuns.goldenSet, kind.goldenSet),
        kind.versionId === null ? isNull(promptVersionId) : eq(promptVersionId, kind.versionId),
      ),
    )
    .orderBy(desc(evaluationRuns.createdAt), desc(evaluationRuns.id))
    .limit(1)
  if (run === undefined) return null
  const [figures] = await queryRows<Figures>(
    tx,
    sql`/* evaluationFigures */
      select count(*)::int as examples, coalesce(sum(matched), 0)::int as matched, coalesce(sum(missed), 0)::int as missed,
        coalesce(sum(invented), 0)::int as invented, (count(*) filter (where is_exact))::int as exact
      from ${evaluationResults} where tenant_id = ${ctx.tenantId} and run_id = ${run.id}`,
  )
  return figures ?? null
}
