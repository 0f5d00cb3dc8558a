import type { JobDefinition } from '../platform/jobs/jobs.ts'
import { indexKnowledgeDocs } from './index-docs.ts'
import { indexKnowledgeJob, type IndexKnowledge } from './job-kinds.ts'

const indexKnowledge: JobDefinition<IndexKnowledge> = {
  ...indexKnowledgeJob,
  handle: (services, { tenantId, docIds }, { id, attempt, signal }) =>
    indexKnowledgeDocs(
      { ...services, tenantId, requestId: id, actor: { kind: 'SYSTEM', id: indexKnowledgeJob.name } },
      { docIds, isLastAttempt: attempt > indexKnowledgeJob.retries, signal },
    ),
}

export const jobs = [indexKnowledge]
