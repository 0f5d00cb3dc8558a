import { actorOf } from '../customers/index.ts'
import type * as gql from '../generated/schema.ts'
import { reference, subscribeEvents, type FeedEvent } from '../graphql/index.ts'
import type { ConversationEventName } from './events.ts'

const added = ['message.received', 'message.queued', 'message.sent'] as const satisfies ConversationEventName[]
const changed = [
  'message.status_changed',
  'message.edited',
  'message.deleted',
] as const satisfies ConversationEventName[]
const moved = ['conversation.created', 'conversation.updated'] as const satisfies ConversationEventName[]

/** What a later domain announces of a conversation's orders: an inbox shows the newest one. */
const ordered = [
  'order.drafted',
  'order.review_requested',
  'order.review_claimed',
  'order.review_released',
  'order.edited',
  'order.confirmed',
  'order.rejected',
  'order.cancelled',
  'order.status_changed',
  'order.change_proposed',
  'order.change_decided',
]

export const subscriptions = {
  messageAdded: subscribeEvents({
    access: 'conversations:read',
    types: added,
    filter: (event, { conversationId }: gql.SubscriptionMessageAddedArgs) =>
      conversationId == null || event.conversationId === conversationId,
    payload: (event) => ({ actor: actorOf(event.actor), message: reference(event.subjectId) }),
  }),
  inboxEvents: subscribeEvents({
    access: 'conversations:read',
    types: [...added, ...changed, ...moved, ...ordered],
    filter: (event) => event.conversationId !== null,
    payload: (event) => ({ actor: actorOf(event.actor), ...inboxPayload(event) }),
  }),
}

function inboxPayload(event: FeedEvent): object {
  if (isOneOf(added, event.type)) return { __typename: 'MessageAddedEvent', message: reference(event.subjectId) }
  if (isOneOf(changed, event.type)) return { __typename: 'MessageChangedEvent', message: reference(event.subjectId) }
  return { __typename: 'ConversationChangedEvent', conversation: reference(event.conversationId ?? event.subjectId) }
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name)
}
