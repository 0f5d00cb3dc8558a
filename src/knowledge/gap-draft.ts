import { sql, type SQL } from 'drizzle-orm'
import type { knowledgeGaps } from './tables.ts'

/**
 * What a person wrote to the customer after the question, in the conversation where it was asked last: the best draft
 * there is. Null while nobody did.
 */
export function humanReply(gap: typeof knowledgeGaps): SQL {
  return sql`(
    select reply.text from knowledge_gap_questions as asked
    join messages as reply on reply.tenant_id = asked.tenant_id and reply.conversation_id = asked.conversation_id
      and reply.direction = 'OUT' and reply.author_kind = 'USER' and reply.deleted_at is null
      and reply.created_at >= asked.asked_at and reply.text is not null
    where asked.tenant_id = ${gap.tenantId} and asked.gap_id = ${gap.id}
    order by asked.asked_at desc, reply.seq limit 1
  )`
}

/** The question as a heading: one line, without the marks that would make it something else. */
export function draftTitle(gap: typeof knowledgeGaps): SQL {
  return sql`left(btrim(regexp_replace(${gap.question}, '[[:space:]#]+', ' ', 'g')), 200)`
}

/** Title and reply as an article; without a reply the title alone, to be written. */
export function draftContent(gap: typeof knowledgeGaps): SQL {
  return sql`'# ' || ${draftTitle(gap)} || coalesce(E'\\n\\n' || ${humanReply(gap)}, '')`
}
