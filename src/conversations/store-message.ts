import { and, eq } from 'drizzle-orm'
import { addIdentityAlias, findIdentities, identifyCustomer, scopeOf } from '../customers/index.ts'
import {
  normalisePhone,
  type Address,
  type ChannelAdapter,
  type ChannelMessage,
  type DeliveryPart,
} from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { send, sendLast, statement, type Pending } from '../platform/db/statement.ts'
import { together } from '../platform/db/together.ts'
import { appendEvent, newEvents } from '../platform/events/index.ts'
import { newId } from '../platform/ids.ts'
import { privacyOf, tenantSettings } from '../tenancy/index.ts'
import { writeChange } from './change-conversation.ts'
import { takeOver } from './change-hands.ts'
import { readConversationJob, summariseConversationJob } from './job-kinds.ts'
import { lockOpenConversation, openConversation } from './open-conversation.ts'
import { newFindings } from './pii-findings.ts'
import { noteEvent } from './provider-events.ts'
import { statusChange } from './status-change.ts'
import { forgetSummary, summariseEvery } from './summaries.ts'
import { isReadable } from './turn.ts'
import { messages, type ChannelAccountRow, type ConversationRow } from './tables.ts'

type MessagePart = Extract<DeliveryPart, { type: 'MESSAGE' | 'ECHO' }>

export interface StoredMessage {
  readonly messageId: string
  readonly conversationId: string
}

/** Kinds that say something about another message or the person; nobody has to answer them. */
const asides: ReadonlySet<ChannelMessage['kind']> = new Set(['REACTION', 'SYSTEM', 'DELETION'])

/**
 * Stores one message with everything that follows from it and commits: provider event, customer, conversation, message,
 * findings of personal data, event, job. Null when the message is here already. Two round trips for a message of a known
 * customer: what is there (which locks the conversation, so that the rest can be said beforehand), and what is new.
 *
 * @param ctx acts for the channel; from where the customer is known, the customer acts
 * @param tx of this message alone
 */
export async function storeMessage(
  ctx: Ctx,
  tx: Tx,
  adapter: ChannelAdapter,
  account: ChannelAccountRow,
  part: MessagePart,
): Promise<StoredMessage | null> {
  const { message } = part
  const { participant } = message
  const [address] = participant.addresses
  // The conversation before the person: whose conversation is found here is known by the next statement, so whoever holds
  // its lock does not go on to wait for the right to make the person known, which another first message may hold.
  const [providerEventId, tenant, open, identities] = await together([
    noteEvent(ctx, tx, account, part),
    tenantSettings(tx, ctx.tenantId),
    address === undefined
      ? Promise.resolve(null)
      : lockOpenConversation(ctx, tx, account.id, { ...address, scope: scopeOf(address, account.portfolioId) }),
    findIdentities(ctx, tx, participant, account.portfolioId),
  ])
  if (providerEventId === null) return null
  const person = await identifyCustomer(ctx, tx, participant, account.portfolioId, identities)
  const isEcho = part.type === 'ECHO'
  const as: Ctx = isEcho ? ctx : { ...ctx, actor: { kind: 'CUSTOMER', id: person.customerId } }
  const sentAt = pastTime(ctx, message.sentAt)
  const arrival = {
    ...person,
    channelAccountId: account.id,
    countsAsUnread: !isEcho && !asides.has(message.kind),
    // What the business wrote opens no window: that of a new conversation is closed from the start.
    windowExpiresAt:
      adapter.replyWindowMs === null ? null : isEcho ? sentAt : new Date(sentAt.getTime() + adapter.replyWindowMs),
  }
  const { conversation, lastSeqBefore, countIn } = await openConversation(as, tx, arrival, open)
  const messageId = newId('message')
  const isPlain = !isEcho && conversation.status === 'OPEN' && !asides.has(message.kind) && message.kind !== 'EDIT'
  if (!isPlain) {
    await send(tx, countIn)
    if (!isEcho && conversation.status !== 'OPEN') {
      await writeChange(as, tx, conversation, statusChange(conversation.status, 'OPEN'))
    }
    await applyToOthers(as, tx, account, conversation, message)
  }
  const inserted = await newMessage(as, tx, conversation, { id: messageId, message, providerEventId, isEcho, sentAt })
  const findings = newFindings(ctx, messageId, message, await privacyOf(tx, tenant))
  const announced = newEvents(as, [
    {
      type: isEcho ? 'message.sent' : 'message.received',
      subjectId: messageId,
      conversationId: conversation.id,
      data: { seq: conversation.lastMessageSeq },
    },
  ])
  if (isEcho) {
    const summary = summaryJob(as, conversation, lastSeqBefore)
    await together([inserted, ...findings, announced, ...summary].map((one) => send<unknown>(tx, one)))
    // A person of the business wrote elsewhere.
    await takeOver(as, tx, conversation)
  } else {
    const counted = isPlain ? [countIn] : []
    await sendLast(tx, [
      ...counted,
      inserted,
      ...findings,
      announced,
      ...assistantJob(as, conversation, message, tenant.debounceMs),
      ...summaryJob(as, conversation, lastSeqBefore),
    ])
  }
  return { messageId, conversationId: conversation.id }
}

/** The provider's clock, but never ahead of ours: a window must not stay open because a time was wrong. */
function pastTime(ctx: Ctx, time: Date | null): Date {
  const now = ctx.clock.now()
  return time === null || time > now ? now : time
}

async function newMessage(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  {
    id,
    message,
    providerEventId,
    isEcho,
    sentAt,
  }: { id: string; message: ChannelMessage; providerEventId: string; isEcho: boolean; sentAt: Date },
): Promise<Pending<unknown>> {
  const quoted = message.replyToProviderMessageId
  const replyTo = quoted === null ? null : await findByProviderId(ctx, tx, conversation.channelAccountId, quoted)
  return insertMessage.with({
    tenantId: ctx.tenantId,
    id,
    conversationId: conversation.id,
    channelAccountId: conversation.channelAccountId,
    seq: conversation.lastMessageSeq,
    direction: isEcho ? 'OUT' : 'IN',
    authorKind: ctx.actor.kind,
    authorId: ctx.actor.id,
    kind: message.kind,
    content: JSON.stringify(message.content),
    text: message.text,
    providerMessageId: message.providerMessageId,
    providerEventId,
    replyToId: replyTo?.id ?? null,
    replyToProviderMessageId: quoted,
    forwarded: message.forwarded,
    status: isEcho ? 'SENT' : 'RECEIVED',
    sentAt,
    createdAt: ctx.clock.now(),
  })
}

const insertMessage = statement<Omit<typeof messages.$inferInsert, 'content'> & { readonly content: string }>(
  `/* storeMessage */
  insert into messages (tenant_id, id, conversation_id, channel_account_id, seq, direction, author_kind, author_id, kind,
    content, text, provider_message_id, provider_event_id, reply_to_id, reply_to_provider_message_id, forwarded, status,
    sent_at, created_at)
  values ($tenantId, $id, $conversationId, $channelAccountId, $seq, $direction, $authorKind, $authorId, $kind, $content,
    $text, $providerMessageId, $providerEventId, $replyToId, $replyToProviderMessageId, $forwarded, $status, $sentAt,
    $createdAt)`,
)

async function findByProviderId(
  ctx: Ctx,
  tx: Tx,
  channelAccountId: string,
  providerMessageId: string,
): Promise<{ id: string; conversationId: string; seq: number } | null> {
  const [found] = await tx
    .select({ id: messages.id, conversationId: messages.conversationId, seq: messages.seq })
    .from(messages)
    .where(
      and(
        eq(messages.tenantId, ctx.tenantId),
        eq(messages.channelAccountId, channelAccountId),
        eq(messages.providerMessageId, providerMessageId),
      ),
    )
  return found ?? null
}

/** What a message does to others: it marks the one it edits or deletes, or tells the person's new address. */
async function applyToOthers(
  ctx: Ctx,
  tx: Tx,
  account: ChannelAccountRow,
  conversation: ConversationRow,
  message: ChannelMessage,
): Promise<void> {
  if (message.kind === 'SYSTEM' && message.content.newAddress !== null) {
    const address = addressOf(message.content.newAddress)
    if (address !== null) await addIdentityAlias(ctx, tx, conversation.identityId, address, account.portfolioId)
  }
  if (message.kind !== 'EDIT' && message.kind !== 'DELETION') return
  const target = await findByProviderId(ctx, tx, account.id, message.content.targetProviderMessageId)
  if (target === null || target.conversationId !== conversation.id) return
  const now = ctx.clock.now()
  await tx
    .update(messages)
    .set(message.kind === 'EDIT' ? { editedAt: now } : { deletedAt: now })
    .where(and(eq(messages.tenantId, ctx.tenantId), eq(messages.id, target.id)))
  await forgetSummary(ctx, tx, conversation.id, target.seq)
  await appendEvent(tx, ctx, {
    type: message.kind === 'EDIT' ? 'message.edited' : 'message.deleted',
    subjectId: target.id,
    conversationId: conversation.id,
  })
}

/** Null when the text can be no address: the message that tells it is stored all the same. */
function addressOf(text: string): Address | null {
  const phone = normalisePhone(text)
  if (phone !== null) return { kind: 'PHONE', value: phone }
  return text.length >= 1 && text.length <= 200 ? { kind: 'BSUID', value: text } : null
}

/** After the answer to it, and whatever follows at once: a summary of half a sentence helps nobody. */
const summaryDelayMs = 60_000

function summaryJob(ctx: Ctx, { id, lastMessageSeq }: ConversationRow, lastSeqBefore: number): Pending<void>[] {
  const dozensOf = (seq: number) => Math.floor(seq / summariseEvery)
  if (dozensOf(lastMessageSeq) === dozensOf(lastSeqBefore)) return []
  const data = { tenantId: ctx.tenantId, conversationId: id }
  return [ctx.jobs.newJob(summariseConversationJob, data, { orderKey: id, delayMs: summaryDelayMs })]
}

/** The assistant reads what has words or a cart, unless a person has the conversation. */
function assistantJob(
  ctx: Ctx,
  { id, botState, lastMessageSeq }: ConversationRow,
  message: ChannelMessage,
  debounceMs: number,
): Pending<void>[] {
  const isWanted = botState === 'BOT' && isReadable(message.kind) && (message.text !== null || message.kind === 'ORDER')
  if (!isWanted) return []
  const data = { tenantId: ctx.tenantId, conversationId: id, seq: lastMessageSeq }
  return [ctx.jobs.newJob(readConversationJob, data, { orderKey: id, delayMs: debounceMs })]
}
