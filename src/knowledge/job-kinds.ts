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

export interface ReadKnowledgeSource extends JobData {
  readonly docId: string
  readonly turn: number
}

/** Reads a document's text from its file or page. */
export const readKnowledgeSourceJob = {
  name: 'knowledge.read',
  schema: z.object({ tenantId: z.string(), docId: z.string(), turn: z.number().int() }),
  order: 'none',
  // A server that is away for some minutes costs a page nothing.
  retries: 4,
  timeoutMs: 120_000,
} as const satisfies JobKind<ReadKnowledgeSource>

export interface EmbedKnowledge extends JobData {
  readonly model: string
}

/** Makes the vectors that are missing of a model; one at a time for each tenant. */
export const embedKnowledgeJob = {
  name: 'knowledge.embed',
  schema: z.object({ tenantId: z.string(), model: z.string() }),
  order: 'key',
  retries: 6,
  timeoutMs: 300_000,
} as const satisfies JobKind<EmbedKnowledge>
