import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { products, productVariants } from '../../catalog/index.ts'
import { customers } from '../../customers/index.ts'
import { foldPhrase } from '../../platform/ai/offline/index.ts'
import { authorise } from '../../platform/auth/permissions.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { violatedConstraint } from '../../platform/db/faults.ts'
import { hasRow } from '../../platform/db/has-row.ts'
import { withIdempotency } from '../../platform/db/idempotency.ts'
import { isId, newId } from '../../platform/ids.ts'
import { invalidInput, notFound, refusal, type Refusal } from '../../platform/refusals.ts'
import { asSeen, parseInput, refused, type Result } from '../../platform/results.ts'
import { learnedAliases, learnedExamples, type LearnedState } from '../tables.ts'

const phraseSchema = z
  .string()
  .max(200, { error: 'A phrase has at most 200 characters.' })
  .transform(foldPhrase)
  .refine((phrase) => phrase !== '', { error: 'A phrase has at least one word.' })

const aliasSchema = z.strictObject({
  phrase: phraseSchema,
  productId: z.string(),
  variantIds: z.array(z.string()).max(20, { error: 'At most 20 variants.' }).default([]),
  customerId: z.string().nullish(),
})

/** Teaches by hand what customers call a product. */
export async function createLearnedAlias(
  ctx: Ctx,
  input: unknown,
  idempotencyKey: string | null,
): Promise<Result<{ aliasId: string }>> {
  authorise(ctx.actor, 'assistant:write')
  const parsed = parseInput(aliasSchema, input, ['input'])
  if (!parsed.ok) return parsed
  const { phrase, productId, customerId = null } = parsed.value
  const variantIds = parsed.value.variantIds.toSorted()
  try {
    return await ctx.db.withTenant(ctx.tenantId, (tx) =>
      withIdempotency(ctx, tx, { operation: 'learnedAliasCreate', key: idempotencyKey, input }, async () => {
        const errors = [
          ...(await productErrors(ctx, tx, productId, variantIds)),
          ...(customerId === null || (await hasRow(ctx, tx, customers, 'customer', customerId))
            ? []
            : [notFound(['input', 'customerId'])]),
        ]
        if (errors.length > 0) return refused(...errors)
        const now = ctx.clock.now()
        const alias = { tenantId: ctx.tenantId, id: newId('learnedAlias'), phrase, productId, variantIds, customerId }
        await tx.insert(learnedAliases).values({
          ...alias,
          state: 'ACTIVE',
          source: 'MANUAL',
          times: 1,
          orderId: null,
          createdAt: now,
          updatedAt: now,
        })
        return { ok: true as const, aliasId: alias.id }
      }),
    )
  } catch (error) {
    if (violatedConstraint(error) !== 'learned_aliases_phrase_key') throw error
    return refused(refusal('ALREADY_EXISTS', 'This phrase is known already; change that one.', ['input', 'phrase']))
  }
}

const aliasChangeSchema = z.strictObject({
  productId: z.string().optional(),
  variantIds: z.array(z.string()).max(20, { error: 'At most 20 variants.' }).optional(),
  state: z.enum(['ACTIVE', 'REVOKED']).optional(),
})

/** Changes what a phrase means, revokes it, or brings it back. A phrase that a person changed is the person's word. */
export async function updateLearnedAlias(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion: number | null,
): Promise<Result<{ aliasId: string }>> {
  authorise(ctx.actor, 'assistant:write')
  const parsed = parseInput(aliasChangeSchema, input, ['input'])
  if (!parsed.ok) return parsed
  if (!isId('learnedAlias', id)) return refused(notFound(['id']))
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const mine = and(eq(learnedAliases.tenantId, ctx.tenantId), eq(learnedAliases.id, id))
    const seen = asSeen(await tx.select().from(learnedAliases).where(mine).for('update'), expectedVersion)
    if (!seen.ok) return seen
    const { row: alias } = seen
    const productId = parsed.value.productId ?? alias.productId
    const kept = productId === alias.productId ? alias.variantIds : []
    const variantIds = (parsed.value.variantIds ?? kept).toSorted()
    const errors = await productErrors(ctx, tx, productId, variantIds)
    if (errors.length > 0) return refused(...errors)
    const state: LearnedState = parsed.value.state ?? alias.state
    await tx
      .update(learnedAliases)
      .set({ productId, variantIds, state, source: 'MANUAL', version: alias.version + 1, updatedAt: ctx.clock.now() })
      .where(mine)
    return { ok: true, aliasId: id }
  })
}

const exampleChangeSchema = z.strictObject({ state: z.enum(['ACTIVE', 'REVOKED']) })

/** Takes an example back, or brings it back: models are shown, and evaluations measured by, the active ones. */
export async function updateLearnedExample(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion: number | null,
): Promise<Result<{ exampleId: string }>> {
  authorise(ctx.actor, 'assistant:write')
  const parsed = parseInput(exampleChangeSchema, input, ['input'])
  if (!parsed.ok) return parsed
  if (!isId('learnedExample', id)) return refused(notFound(['id']))
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const mine = and(eq(learnedExamples.tenantId, ctx.tenantId), eq(learnedExamples.id, id))
    const seen = asSeen(await tx.select().from(learnedExamples).where(mine).for('update'), expectedVersion)
    if (!seen.ok) return seen
    const version = sql`${learnedExamples.version} + 1`
    await tx
      .update(learnedExamples)
      .set({ ...parsed.value, version, updatedAt: ctx.clock.now() })
      .where(mine)
    return { ok: true, exampleId: id }
  })
}

async function productErrors(ctx: Ctx, tx: Tx, productId: string, variantIds: readonly string[]): Promise<Refusal[]> {
  const [product] = isId('product', productId)
    ? await tx
        .select({ id: products.id })
        .from(products)
        .where(and(eq(products.tenantId, ctx.tenantId), eq(products.id, productId)))
    : []
  if (product === undefined) return [notFound(['input', 'productId'])]
  const own = await tx
    .select({ id: productVariants.id, axis: productVariants.axis })
    .from(productVariants)
    .where(and(eq(productVariants.tenantId, ctx.tenantId), eq(productVariants.productId, productId)))
  const chosen = variantIds.map((id) => own.find((variant) => variant.id === id))
  const unknown = chosen.findIndex((variant) => variant === undefined)
  if (unknown >= 0) return [notFound(['input', 'variantIds', String(unknown)])]
  const axes = new Set(chosen.map((variant) => variant?.axis))
  return axes.size === variantIds.length ? [] : [invalidInput('At most one variant an axis.', ['input', 'variantIds'])]
}
