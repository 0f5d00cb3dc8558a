import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { customerIdentities, customers } from '../customers/tables.ts'
import { actorKinds } from '../platform/auth/actor.ts'
import { channelTypes, messageKinds, type MessageContent } from '../platform/channels/index.ts'
import {
  createdAt,
  id,
  idText,
  oneOf,
  ownedByTenant,
  tenantId,
  tenantKey,
  tenantPolicies,
  tenantReference,
  time,
  updatedAt,
  version,
  wholeRow,
} from '../platform/db/columns.ts'
import { piiTypes } from '../platform/privacy/index.ts'
import { member, piiRules, tenants } from '../tenancy/tables.ts'
import {
  botReasons,
  botStates,
  channelAccountStatuses,
  conversationEventTypes,
  conversationStatuses,
  messageDirections,
  messageStatuses,
  piiFindingStates,
  providerEventStates,
  providerEventTypes,
  quarantineReasons,
} from './states.ts'

/** Numbers and addresses of the tenant. Secrets are sealed (platform/auth/seal.ts), bound to their row and column. */
export const channelAccounts = pgTable(
  'channel_accounts',
  {
    tenantId: tenantId(),
    id: id(),
    type: text('type', { enum: channelTypes }).notNull(),
    name: text('name').notNull(),
    status: text('status', { enum: channelAccountStatuses }).notNull().default('ACTIVE'),
    /** What the provider routes by: `phone_number_id` for WhatsApp. */
    routingKey: idText('routing_key').notNull(),
    address: text('address'),
    /** The business portfolio within which BSUIDs hold; the account's own id when none was given. */
    portfolioId: idText('portfolio_id').notNull(),
    appSecretSealed: text('app_secret_sealed').notNull(),
    verifyTokenSealed: text('verify_token_sealed').notNull(),
    accessTokenSealed: text('access_token_sealed'),
    lastInboundAt: time('last_inbound_at'),
    lastErrorAt: time('last_error_at'),
    lastError: text('last_error'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    ownedByTenant(table, tenants),
    oneOf(table.type, channelTypes),
    oneOf(table.status, channelAccountStatuses),
    check('channel_accounts_name_check', sql`length(${table.name}) between 1 and 100`),
    index('channel_accounts_created_idx').on(table.tenantId, table.createdAt, table.id),
    ...tenantPolicies(),
  ],
)

/**
 * Which account a provider's routing key belongs to, over all tenants: the one unique key here that does not begin
 * with the tenant, because a number can deliver to one place only. A tenant sees its own rows alone, and is told no
 * more than that a key cannot be connected. The system role reads it to find the tenant of a delivery.
 */
export const channelRoutes = pgTable(
  'channel_routes',
  {
    tenantId: tenantId(),
    /** The channel account's id. */
    id: id(),
    type: text('type', { enum: channelTypes }).notNull(),
    routingKey: idText('routing_key').notNull(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.id, channelAccounts, 'cascade'),
    unique('channel_routes_key').on(table.type, table.routingKey),
    // A delivery names an account before its tenant is known.
    index('channel_routes_account_idx').on(table.id),
    ...tenantPolicies({ system: 'read' }),
  ],
)

/**
 * Every part of every delivery that was believed, once: the unique key makes a redelivery change nothing. WAITING:
 * news about a message whose id is not known here yet. QUARANTINED: kept for a person to look at.
 */
export const providerEvents = pgTable(
  'provider_events',
  {
    tenantId: tenantId(),
    id: id(),
    channelAccountId: idText('channel_account_id').notNull(),
    /** `message:wamid…`, `status:wamid…:read:1750863000`, or a hash of the content. */
    key: idText('key').notNull(),
    type: text('type', { enum: providerEventTypes }).notNull(),
    state: text('state', { enum: providerEventStates }).notNull(),
    reason: text('reason', { enum: quarantineReasons }),
    detail: text('detail'),
    /** The message that a status is about. */
    providerMessageId: idText('provider_message_id'),
    raw: jsonb('raw').notNull(),
    receivedAt: time('received_at').notNull(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.channelAccountId, channelAccounts, 'cascade'),
    unique('provider_events_key').on(table.tenantId, table.channelAccountId, table.key),
    oneOf(table.type, providerEventTypes),
    oneOf(table.state, providerEventStates),
    oneOf(table.reason, quarantineReasons),
    check('provider_events_quarantine_check', sql`(${table.state} = 'QUARANTINED') = (${table.reason} is not null)`),
    index('provider_events_waiting_idx')
      .on(table.tenantId, table.channelAccountId, table.providerMessageId)
      .where(sql`${table.state} = 'WAITING'`),
    index('provider_events_quarantined_idx')
      .on(table.tenantId, table.receivedAt, table.id)
      .where(sql`${table.state} = 'QUARANTINED'`),
    ...tenantPolicies(),
  ],
)

/** What one person and the tenant say to each other on one channel account. */
export const conversations = pgTable(
  'conversations',
  {
    tenantId: tenantId(),
    id: id(),
    customerId: idText('customer_id').notNull(),
    /** The primary row of the person's identities. */
    identityId: idText('identity_id').notNull(),
    channelAccountId: idText('channel_account_id').notNull(),
    status: text('status', { enum: conversationStatuses }).notNull().default('OPEN'),
    snoozedUntil: time('snoozed_until'),
    /** A user's id. */
    assigneeId: idText('assignee_id'),
    unreadCount: integer('unread_count').notNull().default(0),
    /** Counts messages and events; moved under the row's lock, so what is written later has the greater number. */
    lastSeq: integer('last_seq').notNull().default(0),
    lastMessageSeq: integer('last_message_seq').notNull().default(0),
    lastMessageAt: time('last_message_at').notNull(),
    /** Up to here the assistant has read; it goes on behind. */
    processedSeq: integer('processed_seq').notNull().default(0),
    botState: text('bot_state', { enum: botStates }).notNull().default('BOT'),
    botReason: text('bot_reason', { enum: botReasons }),
    botSince: time('bot_since'),
    /** When the window for free-form messages closes; null on channels without one. */
    windowExpiresAt: time('window_expires_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.customerId, customers),
    tenantReference(table, table.identityId, customerIdentities),
    tenantReference(table, table.channelAccountId, channelAccounts),
    tenantReference(table, table.assigneeId, member()),
    oneOf(table.status, conversationStatuses),
    oneOf(table.botState, botStates),
    oneOf(table.botReason, botReasons),
    check('conversations_unread_count_check', sql`${table.unreadCount} >= 0`),
    check(
      'conversations_snoozed_until_check',
      sql`(${table.status} = 'SNOOZED') = (${table.snoozedUntil} is not null)`,
    ),
    // One open conversation for each person and account.
    uniqueIndex('conversations_open_key')
      .on(table.tenantId, table.channelAccountId, table.identityId)
      .where(sql`${table.status} <> 'RESOLVED'`),
    index('conversations_inbox_idx').on(table.tenantId, table.lastMessageAt, table.id),
    index('conversations_status_idx').on(table.tenantId, table.status, table.lastMessageAt, table.id),
    index('conversations_assignee_idx').on(table.tenantId, table.assigneeId, table.lastMessageAt, table.id),
    index('conversations_customer_idx').on(table.tenantId, table.customerId, table.lastMessageAt, table.id),
    index('conversations_identity_idx').on(table.tenantId, table.identityId, table.lastMessageAt),
    ...tenantPolicies(),
  ],
)

/** Messages in and out. */
export const messages = pgTable(
  'messages',
  {
    tenantId: tenantId(),
    id: id(),
    conversationId: idText('conversation_id').notNull(),
    channelAccountId: idText('channel_account_id').notNull(),
    seq: integer('seq').notNull(),
    direction: text('direction', { enum: messageDirections }).notNull(),
    authorKind: text('author_kind', { enum: actorKinds }).notNull(),
    authorId: idText('author_id').notNull(),
    kind: text('kind', { enum: messageKinds }).notNull(),
    content: jsonb('content').$type<MessageContent>().notNull(),
    text: text('text'),
    providerMessageId: idText('provider_message_id'),
    /** The provider's payload of a message in. */
    providerEventId: idText('provider_event_id'),
    replyToId: idText('reply_to_id'),
    replyToProviderMessageId: idText('reply_to_provider_message_id'),
    forwarded: boolean('forwarded').notNull().default(false),
    status: text('status', { enum: messageStatuses }).notNull(),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    /** Sends that were tried. */
    attempts: integer('attempts').notNull().default(0),
    /** Not to be sent before this; null: at once. */
    nextAttemptAt: time('next_attempt_at'),
    /** When the running or last send began. */
    attemptedAt: time('attempted_at'),
    sentAt: time('sent_at').notNull(),
    editedAt: time('edited_at'),
    deletedAt: time('deleted_at'),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.conversationId, conversations, 'cascade'),
    tenantReference(table, table.channelAccountId, channelAccounts),
    tenantReference(table, table.providerEventId, providerEvents),
    tenantReference(table, table.replyToId, { tenantId: table.tenantId, id: table.id }),
    unique('messages_seq_key').on(table.tenantId, table.conversationId, table.seq),
    unique('messages_provider_key').on(table.tenantId, table.channelAccountId, table.providerMessageId),
    oneOf(table.direction, messageDirections),
    oneOf(table.authorKind, actorKinds),
    oneOf(table.kind, messageKinds),
    oneOf(table.status, messageStatuses),
    check('messages_received_check', sql`(${table.direction} = 'IN') = (${table.status} = 'RECEIVED')`),
    // The outbox of a conversation.
    index('messages_outbox_idx')
      .on(table.tenantId, table.conversationId, table.seq)
      .where(sql`${table.status} in ('QUEUED', 'SENDING')`),
    ...tenantPolicies(),
  ],
)

/** What conversations were about so far, in short. */
export const conversationSummaries = pgTable(
  'conversation_summaries',
  {
    tenantId: tenantId(),
    conversationId: idText('conversation_id').notNull(),
    text: text('text').notNull(),
    /** Only ever moves up: an older run that ends later writes nothing. */
    coversUpToSeq: integer('covers_up_to_seq').notNull(),
    model: text('model').notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ name: 'conversation_summaries_pkey', columns: [table.tenantId, table.conversationId] }),
    tenantReference(table, table.conversationId, conversations, 'cascade'),
    ...tenantPolicies(),
  ],
)

/** Where messages hold personal data, and what people say of it. What it is stands in the message alone. */
export const piiFindings = pgTable(
  'pii_findings',
  {
    tenantId: tenantId(),
    id: id(),
    messageId: idText('message_id').notNull(),
    type: text('type', { enum: piiTypes }).notNull(),
    /** What the tenant's rule calls it, and the rule; only of CUSTOM. */
    label: text('label'),
    ruleId: idText('rule_id'),
    /** In the message's text, in UTF-16 code units; the end is behind the last. */
    startOffset: integer('start_offset').notNull(),
    endOffset: integer('end_offset').notNull(),
    /** 0 to 1. */
    confidence: doublePrecision('confidence').notNull(),
    state: text('state', { enum: piiFindingStates }).notNull().default('OPEN'),
    reviewedByKind: text('reviewed_by_kind', { enum: actorKinds }),
    reviewedById: idText('reviewed_by_id'),
    reviewedAt: time('reviewed_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.messageId, messages, 'cascade'),
    tenantReference(table, table.ruleId, piiRules),
    oneOf(table.type, piiTypes),
    check(
      'pii_findings_rule_check',
      sql`num_nonnulls(${table.label}, ${table.ruleId}) = case ${table.type} when 'CUSTOM' then 2 else 0 end`,
    ),
    oneOf(table.state, piiFindingStates),
    oneOf(table.reviewedByKind, actorKinds),
    check('pii_findings_place_check', sql`0 <= ${table.startOffset} and ${table.startOffset} < ${table.endOffset}`),
    check(
      'pii_findings_review_check',
      sql`num_nonnulls(${table.reviewedByKind}, ${table.reviewedById}, ${table.reviewedAt})
        = case ${table.state} when 'OPEN' then 0 else 3 end`,
    ),
    index('pii_findings_created_idx').on(table.tenantId, table.createdAt, table.id),
    index('pii_findings_state_idx').on(table.tenantId, table.state, table.createdAt, table.id),
    index('pii_findings_type_idx').on(table.tenantId, table.type, table.createdAt, table.id),
    index('pii_findings_message_idx').on(table.tenantId, table.messageId),
    ...tenantPolicies(),
  ],
)

/** What happened in a conversation besides messages; append-only. */
export const conversationEvents = pgTable(
  'conversation_events',
  {
    tenantId: tenantId(),
    id: id(),
    conversationId: idText('conversation_id').notNull(),
    seq: integer('seq').notNull(),
    type: text('type', { enum: conversationEventTypes }).notNull(),
    actorKind: text('actor_kind', { enum: actorKinds }).notNull(),
    actorId: idText('actor_id').notNull(),
    fromStatus: text('from_status', { enum: conversationStatuses }),
    toStatus: text('to_status', { enum: conversationStatuses }),
    assigneeId: idText('assignee_id'),
    botState: text('bot_state', { enum: botStates }),
    botReason: text('bot_reason', { enum: botReasons }),
    occurredAt: time('occurred_at').notNull(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.conversationId, conversations, 'cascade'),
    tenantReference(table, table.assigneeId, member()),
    unique('conversation_events_seq_key').on(table.tenantId, table.conversationId, table.seq),
    oneOf(table.type, conversationEventTypes),
    oneOf(table.actorKind, actorKinds),
    ...tenantPolicies({ app: 'append' }),
  ],
)

/** Messages and events of a conversation in one order. Reads with the rights of who asks, so RLS holds. */
export const timelineEntries = pgView('timeline_entries', {
  tenantId: idText('tenant_id').notNull(),
  conversationId: idText('conversation_id').notNull(),
  seq: integer('seq').notNull(),
  kind: text('kind').notNull(),
  entryId: idText('entry_id').notNull(),
  message: wholeRow('messages')('message_row'),
  event: wholeRow('conversation_events')('event_row'),
}).with({ securityInvoker: true }).as(sql`
    select tenant_id, conversation_id, seq, 'MESSAGE'::text as kind, id as entry_id,
      m as message_row, null::conversation_events as event_row
    from messages m
    union all
    select tenant_id, conversation_id, seq, 'EVENT'::text as kind, id as entry_id,
      null::messages as message_row, e as event_row
    from conversation_events e`)

export type ChannelAccountRow = typeof channelAccounts.$inferSelect
export type ConversationRow = typeof conversations.$inferSelect
export type MessageRow = typeof messages.$inferSelect
