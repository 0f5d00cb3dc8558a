import type { JobDefinition } from '../platform/jobs/jobs.ts'
import { indexKnowledgeDocs } from './index-docs.ts'
import {
  embedKnowledgeJob,
  indexKnowledgeJob,
  readKnowledgeSourceJob,
  type EmbedKnowledge,
  type IndexKnowledge,
  type ReadKnowledgeSource,
} from './job-kinds.ts'
import { copyLibraryJob } from '../tenancy/index.ts'
import { copyLibrary } from './library.ts'
import { readKnowledgeSource } from './read-source.ts'
import { embedKnowledge } from './reembed.ts'

const indexKnowledge: JobDefinition<IndexKnowledge> = {
  ...indexKnowledgeJob,
  handle: (services, { tenantId, docIds }, { id, attempt, signal }) =>
    indexKnowledgeDocs(
      { ...services, tenantId, requestId: id, actor: { kind: 'SYSTEM', id: indexKnowledgeJob.name } },
      { docIds, isLastAttempt: attempt > indexKnowledgeJob.retries, signal },
    ),
}

const readSource: JobDefinition<ReadKnowledgeSource> = {
  ...readKnowledgeSourceJob,
  handle: (services, { tenantId, docId, turn }, { id, attempt, signal }) =>
    readKnowledgeSource(
      { ...services, tenantId, requestId: id, actor: { kind: 'SYSTEM', id: readKnowledgeSourceJob.name } },
      { docId, turn, isLastAttempt: attempt > readKnowledgeSourceJob.retries, signal },
    ),
}

const embed: JobDefinition<EmbedKnowledge> = {
  ...embedKnowledgeJob,
  handle: (services, { tenantId, model }, { id, attempt, signal }) =>
    embedKnowledge(
      { ...services, tenantId, requestId: id, actor: { kind: 'SYSTEM', id: embedKnowledgeJob.name } },
      { model, isLastAttempt: attempt > embedKnowledgeJob.retries, signal },
    ),
}

const copyGlobal: JobDefinition = {
  ...copyLibraryJob,
  handle: (services, { tenantId }, { id }) =>
    copyLibrary({ ...services, tenantId, requestId: id, actor: { kind: 'SYSTEM', id: copyLibraryJob.name } }),
}

export const jobs = [indexKnowledge, readSource, embed, copyGlobal]
