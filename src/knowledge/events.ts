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
} as const
