import { readConversationJob, type ReadConversation } from '../conversations/index.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'
import { readConversation } from './read-conversation.ts'

/** Reads waiting messages; enqueued by conversations with each message that has something to read. */
export const readConversationHandler: JobDefinition<ReadConversation> = {
  ...readConversationJob,
  handle: (services, { tenantId, conversationId, seq }, job) =>
    readConversation(
      { ...services, tenantId, requestId: job.id, actor: { kind: 'ASSISTANT', id: services.models.order.name } },
      { conversationId, seq },
    ),
}
