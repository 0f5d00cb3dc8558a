import { and, desc, eq, ne } from 'drizzle-orm'
import { foldPhrase, type LearnedPhrase } from '../../platform/ai/offline/index.ts'
import type { OrderExample } from '../../platform/ai/model.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { send, statement } from '../../platform/db/statement.ts'
import { learnedExamples } from '../tables.ts'

const mostPhrases = 1_000
/** So many are looked at, so many are shown to a model. */
const mostCompared = 300
const mostShown = 6

/** Whose words: a customer's, by their id or by a conversation with them; null: what holds for all alone. */
export type WhoseWords = { readonly customerId: string } | { readonly conversationId: string } | null

/**
 * What people taught about a customer's words, and what holds for all.
 * @param exceptOrderId what the correction of this order taught is left out, where that very order is read again
 */
export async function learnedPhrases(
  ctx: Ctx,
  tx: Tx,
  whose: WhoseWords,
  exceptOrderId: string | null = null,
): Promise<LearnedPhrase[]> {
  const customerId = whose !== null && 'customerId' in whose ? whose.customerId : null
  const conversationId = whose !== null && 'conversationId' in whose ? whose.conversationId : null
  const of = { tenantId: ctx.tenantId, customerId, conversationId, exceptOrderId }
  const rows = await send(tx, activePhrases.with(of))
  return rows.map(({ owner, ...phrase }) => ({ ...phrase, isOwn: owner !== null }))
}

// A customer's own first, should there ever be more than are read.
const activePhrases = statement<
  { tenantId: string; customerId: string | null; conversationId: string | null; exceptOrderId: string | null },
  Omit<LearnedPhrase, 'isOwn'> & { readonly owner: string | null }
>(
  `/* learnedPhrases */
  select id, phrase, product_id as "productId", to_json(variant_ids) as "variantIds", customer_id as owner
  from learned_aliases
  where tenant_id = $tenantId and state = 'ACTIVE'
    and (customer_id is null or customer_id = coalesce($customerId::text,
      (select customer_id from conversations where tenant_id = $tenantId and id = $conversationId)))
    and ($exceptOrderId::text is null or order_id is distinct from $exceptOrderId)
  order by customer_id nulls last, created_at desc
  limit ${mostPhrases}`,
)

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
