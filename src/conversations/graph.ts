import { and, eq, sql } from 'drizzle-orm'
import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { actorIn, customerFacts, customerIdentities, customers } from '../customers/index.ts'
import {
  ascending,
  carried,
  computed,
  embedded,
  embeddedType,
  extendGraphType,
  graphType,
  needs,
  object,
  one,
  page,
  union,
  unionType,
} from '../graphql/index.ts'
import { idText, wholeRow } from '../platform/db/columns.ts'
import { people } from '../tenancy/index.ts'
import { maskedTextSource } from './masked-text.ts'
import {
  channelAccounts,
  conversationEvents,
  conversations,
  conversationSummaries,
  messages,
  providerEvents,
} from './tables.ts'

/** The view that tables.ts declares, as something that can be read like a table. */
const timelineEntries = pgTable('timeline_entries', {
  tenantId: idText('tenant_id').notNull(),
  conversationId: idText('conversation_id').notNull(),
  seq: integer('seq').notNull(),
  kind: text('kind').notNull(),
  message: wholeRow('messages')('message_row'),
  event: wholeRow('conversation_events')('event_row'),
})

const conversation = graphType(
  'Conversation',
  conversations,
  { allow: 'conversations:read', node: 'conversation' },
  (t) => ({
    id: t.id,
    customer: one(customers, t.customerId),
    identity: one(customerIdentities, t.identityId),
    channelAccount: one(channelAccounts, t.channelAccountId),
    status: t.status,
    summary: one(conversationSummaries, (summary) => eq(summary.conversationId, t.id)),
    snoozedUntil: t.snoozedUntil,
    assignee: one(people, t.assigneeId),
    unreadCount: t.unreadCount,
    bot: object({ active: sql`${t.botState} = 'BOT'`, state: t.botState, reason: t.botReason, since: t.botSince }),
    replyWindow: object({
      open: computed((_args, ctx) => {
        const now = sql`${ctx.clock.now().toISOString()}::timestamptz`
        return sql`(${t.windowExpiresAt} is null or ${t.windowExpiresAt} > ${now})`
      }),
      expiresAt: t.windowExpiresAt,
    }),
    messages: page(messages, { where: (m) => eq(m.conversationId, t.id), orderBy: (m) => [ascending(m.seq)] }),
    timeline: page(timelineEntries, { where: (e) => eq(e.conversationId, t.id), orderBy: (e) => [ascending(e.seq)] }),
    lastMessage: one(messages, (m) => and(eq(m.conversationId, t.id), eq(m.seq, t.lastMessageSeq))),
    lastMessageAt: t.lastMessageAt,
    createdAt: t.createdAt,
    updatedAt: t.updatedAt,
    version: t.version,
  }),
)

const summary = graphType('ConversationSummary', conversationSummaries, { allow: 'conversations:read' }, (t) => ({
  text: t.text,
  coversUpToSeq: t.coversUpToSeq,
  model: t.model,
  updatedAt: t.updatedAt,
}))

const factSource = extendGraphType('CustomerFact', customerFacts, (t) => ({ message: one(messages, t.messageId) }))

const message = graphType('Message', messages, { allow: 'conversations:read', node: 'message' }, (t) => {
  const media = embedded('MediaContent', t.content)
  const choice = embedded('ChoiceContent', t.content)
  const unsupported = embedded('UnsupportedContent', t.content)
  return {
    id: t.id,
    conversation: one(conversations, t.conversationId),
    seq: t.seq,
    direction: t.direction,
    author: actorIn(t.authorKind, t.authorId),
    kind: t.kind,
    content: union(t.kind, {
      TEXT: embedded('TextContent', t.content),
      IMAGE: media,
      VIDEO: media,
      AUDIO: media,
      DOCUMENT: media,
      STICKER: media,
      BUTTON_REPLY: choice,
      LIST_REPLY: choice,
      TEMPLATE_BUTTON: choice,
      FLOW_REPLY: embedded('FlowContent', t.content),
      ORDER: embedded('CartContent', t.content),
      LOCATION: embedded('LocationContent', t.content),
      CONTACTS: embedded('ContactsContent', t.content),
      REACTION: embedded('ReactionContent', t.content),
      EDIT: embedded('EditContent', t.content),
      DELETION: embedded('DeletionContent', t.content),
      SYSTEM: embedded('SystemContent', t.content),
      UNSUPPORTED: unsupported,
      UNKNOWN: unsupported,
    }),
    text: t.text,
    maskedText: needs(maskedTextSource(t)),
    replyTo: one(messages, t.replyToId),
    replyToProviderMessageId: t.replyToProviderMessageId,
    forwarded: t.forwarded,
    status: t.status,
    error: object({ code: t.errorCode, message: t.errorMessage }, { unless: sql`${t.errorCode} is null` }),
    providerMessageId: t.providerMessageId,
    sentAt: t.sentAt,
    editedAt: t.editedAt,
    deletedAt: t.deletedAt,
    raw: sql`(select kept.raw from ${providerEvents} kept
      where kept.tenant_id = ${t.tenantId} and kept.id = ${t.providerEventId})`,
    createdAt: t.createdAt,
  }
})

const contentTypes = [
  embeddedType('TextContent'),
  embeddedType('MessageReferral'),
  embeddedType('MediaContent'),
  embeddedType('ChoiceContent'),
  embeddedType('FlowContent'),
  embeddedType('CartContent'),
  embeddedType('CartItem'),
  embeddedType('LocationContent'),
  embeddedType('ContactsContent'),
  embeddedType('ContactCard'),
  embeddedType('ReactionContent'),
  embeddedType('EditContent'),
  embeddedType('DeletionContent'),
  embeddedType('SystemContent'),
  embeddedType('UnsupportedContent'),
]

const conversationEvent = graphType(
  'ConversationEvent',
  conversationEvents,
  { allow: 'conversations:read', node: 'conversationEvent' },
  (t) => ({
    id: t.id,
    conversation: one(conversations, t.conversationId),
    seq: t.seq,
    type: t.type,
    actor: actorIn(t.actorKind, t.actorId),
    statusChange: object({ from: t.fromStatus, to: t.toStatus }, { unless: sql`${t.toStatus} is null` }),
    assignee: one(people, t.assigneeId),
    botState: t.botState,
    botReason: t.botReason,
    occurredAt: t.occurredAt,
  }),
)

const timelineEntry = unionType('TimelineEntry', timelineEntries, { allow: 'conversations:read' }, (t) =>
  union(t.kind, { MESSAGE: carried(messages, t.message), EVENT: carried(conversationEvents, t.event) }),
)

const channelAccount = graphType(
  'ChannelAccount',
  channelAccounts,
  { allow: 'channels:read', node: 'channelAccount' },
  (t) => ({
    id: t.id,
    type: t.type,
    name: t.name,
    status: t.status,
    routingKey: t.routingKey,
    address: t.address,
    webhookPath: sql`'/webhooks/' || case ${t.type}
      when 'WHATSAPP' then 'whatsapp' when 'SMS' then 'twilio' else 'sendgrid' end || '/' || ${t.id}`,
    canSend: sql`(${t.status} = 'ACTIVE' and ${t.accessTokenSealed} is not null)`,
    health: object({ lastInboundAt: t.lastInboundAt, lastErrorAt: t.lastErrorAt, lastError: t.lastError }),
    createdAt: t.createdAt,
    updatedAt: t.updatedAt,
    version: t.version,
  }),
)

const quarantinedEvent = graphType('QuarantinedEvent', providerEvents, { allow: 'operations:read' }, (t) => ({
  id: t.id,
  channelAccount: one(channelAccounts, t.channelAccountId),
  reason: t.reason,
  detail: t.detail,
  raw: t.raw,
  receivedAt: t.receivedAt,
}))

export const conversationTypes = [
  summary,
  factSource,
  conversation,
  message,
  ...contentTypes,
  conversationEvent,
  timelineEntry,
  channelAccount,
  quarantinedEvent,
]
