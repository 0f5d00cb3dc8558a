import { and, desc, eq, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import { foldPhrase, type LearnedPhrase } from '../platform/ai/offline/index.ts'
import type { OrderExample } from '../platform/ai/model.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { learnedAliases, learnedExamples } from './tables.ts'

const mostPhrases = 1_000
/** So many are looked at, so many are shown to a model. */
const mostCompared = 300
const mostShown = 6

/**
 * What people taught about a customer's words; without a customer, what holds for all.
 * @param exceptOrderId what the correction of this order taught is left out, where that very order is read again
 */
export async function learnedPhrases(
  ctx: Ctx,
  tx: Tx,
  customerId: string | SQL | null,
  exceptOrderId: string | null = null,
): Promise<LearnedPhrase[]> {
  const rows = await tx
    .select({
      id: learnedAliases.id,
      phrase: learnedAliases.phrase,
      productId: learnedAliases.productId,
      variantIds: learnedAliases.variantIds,
      customerId: learnedAliases.customerId,
    })
    .from(learnedAliases)
    .where(
      and(
        eq(learnedAliases.tenantId, ctx.tenantId),
        eq(learnedAliases.state, 'ACTIVE'),
        or(
          isNull(learnedAliases.customerId),
          customerId === null ? sql`false` : eq(learnedAliases.customerId, customerId),
        ),
        exceptOrderId === null ? undefined : sql`${learnedAliases.orderId} is distinct from ${exceptOrderId}`,
      ),
    )
    // A customer's own first, should there ever be more than are read.
    .orderBy(sql`${learnedAliases.customerId} nulls last`, desc(learnedAliases.createdAt))
    .limit(mostPhrases)
  return rows.map(({ customerId: owner, ...phrase }) => ({ ...phrase, isOwn: owner !== null }))
}

/**
 * Earlier messages of this shop that are like these, the customer's own first, with what people made of them; none for
 * the built-in model, which does not look at them.
 * @param exceptId the example that is read again and must not be shown its own answer
 */
export async function likestExamples(
  ctx: Ctx,
  tx: Tx,
  customerId: string | null,
  text: string,
  exceptId: string | null = null,
): Promise<OrderExample[]> {
  if (ctx.models.order === ctx.models.net) return []
  const rows = await tx
    .select({ customerId: learnedExamples.customerId, text: learnedExamples.text, lines: learnedExamples.lines })
    .from(learnedExamples)
    .where(
      and(
        eq(learnedExamples.tenantId, ctx.tenantId),
        eq(learnedExamples.state, 'ACTIVE'),
        exceptId === null ? undefined : ne(learnedExamples.id, exceptId),
      ),
    )
    .orderBy(desc(learnedExamples.createdAt))
    .limit(mostCompared)
  const asked = wordsOf(text)
  const likeness = (row: (typeof rows)[number]) => {
    const words = wordsOf(row.text)
    const shared = [...words].filter((word) => asked.has(word)).length
    return shared / Math.max(1, words.size + asked.size - shared) + (row.customerId === customerId ? 0.25 : 0)
  }
  return rows
    .map((row) => ({ row, value: likeness(row) }))
    .filter(({ value }) => value > 0.1)
    .sort((a, b) => b.value - a.value)
    .slice(0, mostShown)
    .map(({ row: { text: said, lines } }) => ({ text: said, lines }))
}

function wordsOf(text: string): Set<string> {
  return new Set(foldPhrase(text).split(' '))
}
