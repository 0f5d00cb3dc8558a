import { and, eq, sql } from 'drizzle-orm'
import { lexicalVector } from '../platform/ai/embeddings-lexical.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queryRows } from '../platform/db/query.ts'
import { appendEvent } from '../platform/events/index.ts'
import { newId } from '../platform/ids.ts'
import { knowledgeGapQuestions, knowledgeGaps } from './tables.ts'

/** From this cosine on, two questions are taken for the same: they share most of their words, or parts of them. */
const alike = 0.6
/** In UTF-16 code units; what follows would say no more. */
const questionLengthAtMost = 1_000

/**
 * Writes down a question that was not answered, with those that are like it. One that is like a dismissed gap stays
 * dismissed; one that is like a resolved gap was not resolved by its article, and opens a new one.
 * @returns the gap's id
 */
export async function recordGap(
  ctx: Ctx,
  tx: Tx,
  asked: { conversationId: string; question: string },
): Promise<string> {
  const { tenantId } = ctx
  const now = ctx.clock.now()
  const question = asked.question.trim().slice(0, questionLengthAtMost)
  const vector = Array.from(lexicalVector(question))
  // Two alike at the same moment are one gap.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`knowledge gaps of ${tenantId}`}, 0))`)
  const [nearest] = await queryRows<{ id: string; likeness: number }>(
    tx,
    sql`/* recordGap */
      select id, 1 - (embedding <=> ${`[${vector.join(',')}]`}::vector) as likeness
      from knowledge_gaps where tenant_id = ${tenantId} and status <> 'RESOLVED'
      order by likeness desc, id limit 1`,
  )
  const known = nearest !== undefined && nearest.likeness >= alike ? nearest.id : null
  const id = known ?? newId('knowledgeGap')
  if (known === null) {
    const dates = { lastAskedAt: now, createdAt: now, updatedAt: now }
    await tx
      .insert(knowledgeGaps)
      .values({ tenantId, id, question, embedding: vector, status: 'OPEN', questionCount: 1, ...dates })
  } else {
    await tx
      .update(knowledgeGaps)
      .set({ questionCount: sql`${knowledgeGaps.questionCount} + 1`, lastAskedAt: now, updatedAt: now })
      .where(and(eq(knowledgeGaps.tenantId, tenantId), eq(knowledgeGaps.id, known)))
  }
  await tx.insert(knowledgeGapQuestions).values({
    tenantId,
    id: newId('knowledgeGapQuestion'),
    gapId: id,
    conversationId: asked.conversationId,
    text: question,
    askedAt: now,
  })
  await appendEvent(tx, ctx, {
    type: 'knowledge.gap_asked',
    subjectId: id,
    conversationId: asked.conversationId,
    data: { isNew: known === null },
  })
  return id
}
