import type { DeliveryState } from '../platform/channels/index.ts'

export const channelAccountStatuses = ['ACTIVE', 'DISABLED'] as const
export type ChannelAccountStatus = (typeof channelAccountStatuses)[number]

export const conversationStatuses = ['OPEN', 'PENDING', 'SNOOZED', 'RESOLVED'] as const
export type ConversationStatus = (typeof conversationStatuses)[number]

export const botStates = ['BOT', 'HUMAN', 'PAUSED'] as const
export type BotState = (typeof botStates)[number]

export const botReasons = [
  'HUMAN_REPLIED',
  'SWITCHED',
  'CUSTOMER_ASKED',
  'LOW_CONFIDENCE',
  'POLICY',
  'ERROR',
  'RECOVERED',
  'BUDGET',
  'LOOP',
  'STOPPED',
  'RESUMED',
] as const
export type BotReason = (typeof botReasons)[number]

/** OPEN: nobody has judged it yet; CONFIRMED: personal data indeed; DISMISSED: a false alarm. */
export const piiFindingStates = ['OPEN', 'CONFIRMED', 'DISMISSED'] as const

export const messageDirections = ['IN', 'OUT'] as const
export type MessageDirection = (typeof messageDirections)[number]

/**
 * How far a message out can come, lowest first; a message only ever moves up. FAILED stands above SENT, so a late
 * «sent» does not un-fail a message, and below DELIVERED, because what reached the customer has not failed.
 */
const outgoingRanks = ['QUEUED', 'SENDING', 'UNKNOWN', 'SENT', 'FAILED', 'DELIVERED', 'READ'] as const
export const messageStatuses = ['RECEIVED', ...outgoingRanks] as const
export type MessageStatus = (typeof messageStatuses)[number]

/** The statuses from which a message may still move to this one. */
export function statusesBelow(status: DeliveryState): MessageStatus[] {
  return outgoingRanks.slice(0, outgoingRanks.indexOf(status))
}

export const conversationEventTypes = ['STATUS_CHANGED', 'ASSIGNED', 'HANDOVER'] as const
export type ConversationEventType = (typeof conversationEventTypes)[number]

export const providerEventStates = ['ACCEPTED', 'WAITING', 'QUARANTINED'] as const
export const providerEventTypes = ['MESSAGE', 'ECHO', 'STATUS', 'NOTICE', 'BAD'] as const
export const quarantineReasons = ['UNKNOWN_ROUTE', 'MALFORMED', 'NO_SENDER', 'NOT_STORED'] as const
export type QuarantineReason = (typeof quarantineReasons)[number]
