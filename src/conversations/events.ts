import { z } from 'zod'
import { botReasons, botStates, conversationStatuses, messageStatuses } from './states.ts'

/**
 * What this domain announces in the event log. The subject of `message.*` is the message, of `conversation.*` the
 * conversation, of `channel_account.*` the account; messages and conversations also carry their conversation's id.
 */
export const conversationEventSchemas = {
  'message.received': z.object({ seq: z.number() }),
  /** A message out was written and waits to be sent. */
  'message.queued': z.object({ seq: z.number() }),
  /** A message out that was written elsewhere, e.g. in WhatsApp's own app. */
  'message.sent': z.object({ seq: z.number() }),
  'message.status_changed': z.object({ status: z.enum(messageStatuses) }),
  'message.edited': z.object({}),
  'message.deleted': z.object({}),
  'conversation.created': z.object({}),
  'conversation.updated': z.object({
    status: z.enum(conversationStatuses).optional(),
    assigneeId: z.string().nullable().optional(),
    botState: z.enum(botStates).optional(),
    botReason: z.enum(botReasons).nullable().optional(),
    unreadCount: z.number().optional(),
    /** The place up to which its newer summary covers it. */
    summarisedUpTo: z.number().optional(),
  }),
  'channel_account.connected': z.object({}),
  'channel_account.updated': z.object({ fields: z.array(z.string()) }),
} as const

export type ConversationEventName = keyof typeof conversationEventSchemas
