import { z } from 'zod'

/** What this domain announces: the name of the event and the form of its data. */
export const knowledgeEvents = {
  /** All of a document's present text can be found. */
  'knowledge.indexed': z.object({
    version: z.number().int(),
    chunkCount: z.number().int(),
    /** Passages that were new or changed, and so embedded now. */
    embeddedCount: z.number().int(),
  }),
  /** A document could not be indexed. */
  'knowledge.failed': z.object({ version: z.number().int(), reason: z.string() }),
  /** A document is gone, with all its passages. */
  'knowledge.deleted': z.object({ externalId: z.string() }),
  /** A global document was hidden from this tenant's answers, or shown again. */
  'knowledge.hidden': z.object({ isHidden: z.boolean() }),
  /** A question was not answered. */
  'knowledge.gap_asked': z.object({ isNew: z.boolean() }),
  /** A person closed a gap: with an article, or without. */
  'knowledge.gap_closed': z.object({ status: z.enum(['RESOLVED', 'DISMISSED']), docId: z.string().nullable() }),
  /** Another model's vectors answer from now on. */
  'knowledge.embedded': z.object({ model: z.string(), before: z.string() }),
} as const
