import type { JobDefinition } from '../platform/jobs/jobs.ts'
import { wakeConversation } from './change-status.ts'
import { deliverMessages } from './deliver.ts'
import { sendMessagesJob, wakeConversationJob, type ConversationData } from './job-kinds.ts'

const sendMessages: JobDefinition<ConversationData> = {
  ...sendMessagesJob,
  handle: (services, data, { id, signal }) => deliverMessages(services, { ...data, requestId: id, signal }),
}

const wakeConversations: JobDefinition<ConversationData> = {
  ...wakeConversationJob,
  handle: (services, data, { id }) => wakeConversation(services, { ...data, requestId: id }),
}

export const jobs = [sendMessages, wakeConversations]
