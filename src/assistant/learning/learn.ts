import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { foldPhrase, learnablePhrase } from '../../platform/ai/offline/index.ts'
import type { OrderExample } from '../../platform/ai/model.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { learnedAliases, learnedExamples, type LearnedExampleSource } from '../tables.ts'

/** So often, by so many customers, was a phrase taught alike before it holds for everybody. */
const timesForAll = 3
const customersForAll = 2

/** A line that a person gave another product or other variants, or matched at last. */
export interface CorrectedLine {
  /** The pieces of the customer's words; when more than one of them could name a product, nothing is learned. */
  readonly pieces: readonly string[]
  /** The product's own name teaches nothing. */
  readonly productName: string
  readonly productId: string
  readonly variantIds: readonly string[]
  /** Whether the assistant had read these words without a doubt. Then the person changed the order, not the meaning. */
  readonly wasSure: boolean
}

export interface Correction {
  readonly customerId: string
  readonly orderId: string
  readonly lines: readonly CorrectedLine[]
}

/**
 * Learns from what a person corrected, in the transaction of the correction: what this customer calls a product, and,
 * when several customers were corrected alike, what all do.
 */
export async function learnWords(ctx: Ctx, tx: Tx, { customerId, orderId, lines }: Correction): Promise<void> {
  for (const line of lines) {
    const [phrase, ...others] = line.pieces.flatMap((piece) => learnablePhrase(piece) ?? [])
    if (phrase === undefined || others.length > 0 || phrase === foldPhrase(line.productName)) continue
    const known = await aliasOf(ctx, tx, phrase, customerId)
    // What an earlier correction taught may be corrected again, however sure it had become.
    if (line.wasSure && known === null) continue
    await teach(ctx, tx, { customerId, orderId, phrase, ...line })
    await spread(ctx, tx, { orderId, phrase })
  }
}

/** Keeps what a customer wrote beside the order that a person made of it; once an order, as it was seen last. */
export async function learnExample(
  ctx: Ctx,
  tx: Tx,
  example: OrderExample & {
    readonly customerId: string
    readonly orderId: string
    readonly source: LearnedExampleSource
  },
): Promise<void> {
  const { customerId, orderId, source, text, lines } = example
  if (text.trim() === '') return
  const now = ctx.clock.now()
  const fresh = { tenantId: ctx.tenantId, id: newId('learnedExample'), customerId, orderId, text, lines, source }
  await tx
    .insert(learnedExamples)
    .values({ ...fresh, state: 'ACTIVE', createdAt: now, updatedAt: now })
    .onConflictDoUpdate({
      target: [learnedExamples.tenantId, learnedExamples.orderId],
      set: {
        lines,
        // An order that was corrected and then approved stays a correction.
        source: sql`case when ${learnedExamples.source} = 'CORRECTED' then 'CORRECTED' else ${source} end`,
        version: sql`${learnedExamples.version} + 1`,
        updatedAt: now,
      },
    })
}

interface Taught {
  /** Null: for every customer. */
  readonly customerId: string | null
  readonly orderId: string | null
  readonly phrase: string
  readonly productId: string
  readonly variantIds: readonly string[]
}

/** One more time the same, or from now on something else. Taught again, a phrase that was revoked holds again. */
async function teach(ctx: Ctx, tx: Tx, taught: Taught): Promise<void> {
  const { customerId, orderId, phrase, productId } = taught
  const variantIds = taught.variantIds.toSorted()
  const now = ctx.clock.now()
  const fresh = { tenantId: ctx.tenantId, id: newId('learnedAlias'), customerId, phrase, times: 1, createdAt: now }
  await tx
    .insert(learnedAliases)
    .values({ ...fresh, productId, variantIds, orderId, source: 'CORRECTION', state: 'ACTIVE', updatedAt: now })
    .onConflictDoUpdate({
      target: [learnedAliases.tenantId, learnedAliases.customerId, learnedAliases.phrase],
      set: {
        // The same order edited twice teaches once.
        times: sql`case when ${learnedAliases.productId} <> excluded.product_id or ${learnedAliases.variantIds} <> excluded.variant_ids then 1
          when ${learnedAliases.orderId} = excluded.order_id then ${learnedAliases.times} else ${learnedAliases.times} + 1 end`,
        productId,
        variantIds,
        orderId,
        source: 'CORRECTION',
        state: 'ACTIVE',
        version: sql`${learnedAliases.version} + 1`,
        updatedAt: now,
      },
    })
}

/** Makes a phrase hold for everybody, or no longer, by what the single customers mean by it. A person's word on it stands. */
async function spread(ctx: Ctx, tx: Tx, { orderId, phrase }: { orderId: string; phrase: string }): Promise<void> {
  const meanings = await tx
    .select({
      productId: learnedAliases.productId,
      variantIds: learnedAliases.variantIds,
      times: sql<number>`sum(${learnedAliases.times})::int`,
      customers: sql<number>`count(*)::int`,
    })
    .from(learnedAliases)
    .where(
      and(
        eq(learnedAliases.tenantId, ctx.tenantId),
        eq(learnedAliases.phrase, phrase),
        eq(learnedAliases.state, 'ACTIVE'),
        isNotNull(learnedAliases.customerId),
      ),
    )
    .groupBy(learnedAliases.productId, learnedAliases.variantIds)
  const [meaning] = meanings
  const common = await aliasOf(ctx, tx, phrase, null)
  if (common !== null && (common.state === 'REVOKED' || common.source === 'MANUAL')) return
  if (meanings.length > 1 && common !== null) {
    // Customers disagree: only their own words hold.
    await tx
      .update(learnedAliases)
      .set({ state: 'REVOKED', version: sql`${learnedAliases.version} + 1`, updatedAt: ctx.clock.now() })
      .where(and(eq(learnedAliases.tenantId, ctx.tenantId), eq(learnedAliases.id, common.id)))
  }
  if (meanings.length !== 1 || meaning === undefined) return
  if (meaning.times < timesForAll || meaning.customers < customersForAll) return
  await teach(ctx, tx, { ...meaning, customerId: null, orderId, phrase })
}

async function aliasOf(ctx: Ctx, tx: Tx, phrase: string, customerId: string | null) {
  const [known] = await tx
    .select()
    .from(learnedAliases)
    .where(
      and(
        eq(learnedAliases.tenantId, ctx.tenantId),
        eq(learnedAliases.phrase, phrase),
        customerId === null ? isNull(learnedAliases.customerId) : eq(learnedAliases.customerId, customerId),
      ),
    )
  return known ?? null
}
