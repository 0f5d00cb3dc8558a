import { z } from 'zod'
import type { JobData, JobKind } from '../platform/jobs/jobs.ts'

export interface IndexKnowledge extends JobData {
  readonly docIds: readonly string[]
}

/** Indexes the present text of documents; enqueued with every change of it. */
export const indexKnowledgeJob = {
  name: 'knowledge.index',
  schema: z.object({ tenantId: z.string(), docIds: z.array(z.string()).min(1) }),
  order: 'none',
  // With the queue's back-off this bridges an outage of the embedding provider; then the documents are FAILED.
  retries: 6,
  timeoutMs: 300_000,
} as const satisfies JobKind<IndexKnowledge>
