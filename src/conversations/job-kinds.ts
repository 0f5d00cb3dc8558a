import { z } from 'zod'
import type { JobKind } from '../platform/jobs/jobs.ts'

const conversationData = z.object({ tenantId: z.string(), conversationId: z.string() })
export type ConversationData = z.infer<typeof conversationData>

const readData = conversationData.extend({ seq: z.number().int() })
export type ReadConversation = z.infer<typeof readData>

/**
 * Messages that the assistant has not read yet. Enqueued with every readable message of a customer, later by the
 * tenant's debounce: the handler reads all that came since `processedSeq`, and leaves it to a later job when a message
 * newer than `seq` has come. The handler lives in the domain that makes orders of messages.
 */
export const readConversationJob: JobKind<ReadConversation> = {
  name: 'conversation.read',
  schema: readData,
  order: 'key',
}

/** Enough was said since the last summary. The handler lives in the domain that knows what came of the messages. */
export const summariseConversationJob: JobKind<ConversationData> = {
  name: 'conversation.summarise',
  schema: conversationData,
  order: 'key',
}

/** The queued messages of a conversation, oldest first. */
export const sendMessagesJob: JobKind<ConversationData> = {
  name: 'message.send',
  schema: conversationData,
  order: 'key',
}

/** A snoozed conversation whose time has come. */
export const wakeConversationJob: JobKind<ConversationData> = {
  name: 'conversation.wake',
  schema: conversationData,
  order: 'none',
}
