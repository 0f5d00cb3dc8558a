import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise } from '../platform/auth/permissions.ts'
import { cleanText } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { withIdempotency } from '../platform/db/idempotency.ts'
import { send, statement } from '../platform/db/statement.ts'
import { together } from '../platform/db/together.ts'
import { appendEvent } from '../platform/events/index.ts'
import { newId } from '../platform/ids.ts'
import { invalidInput, notFound, refusal, type Refusal } from '../platform/refusals.ts'
import { parseInput, refused, type Result } from '../platform/results.ts'
import { lockConversation } from './change-conversation.ts'
import { takeOver } from './change-hands.ts'
import { sendMessagesJob } from './job-kinds.ts'
import { messages, type ConversationRow, type MessageRow } from './tables.ts'

const inputSchema = z.object({
  text: z
    .string()
    .max(4096, { error: 'A message has at most 4,096 characters.' })
    .refine((text) => text.trim() !== '', { error: 'Say something.' })
    .transform(cleanText),
  replyToId: z.string().nullish(),
})

export interface SendMessage {
  readonly conversationId: string
  readonly input: z.input<typeof inputSchema>
  readonly idempotencyKey?: string | null | undefined
}

export type SendResult = Result<{ messageId: string }>

/** Writes to the customer: the message is queued here and goes out by a job. A person's message silences the bot. */
export async function sendMessage(
  ctx: Ctx,
  { conversationId, input, idempotencyKey }: SendMessage,
): Promise<SendResult> {
  authorise(ctx.actor, 'messages:send')
  const parsed = parseInput(inputSchema, input, ['input'])
  if (!parsed.ok) return parsed
  return ctx.db.withTenant(ctx.tenantId, (tx) =>
    withIdempotency(
      ctx,
      tx,
      { operation: 'messageSend', key: idempotencyKey, input: { conversationId, ...parsed.value } },
      async () => {
        const locked = await lockForSending(ctx, tx, conversationId)
        if (locked === null) return refused(notFound(['conversationId']))
        const result = await queueText(ctx, tx, locked, parsed.value)
        if (result.ok && ctx.actor.kind === 'USER') await takeOver(ctx, tx, locked.conversation)
        return result
      },
    ),
  )
}

/**
 * Queues a reply of the assistant, in the transaction of what it reports. Refused where a person has the conversation,
 * or the window for free-form messages is closed.
 *
 * @param locked in this transaction, with no entry added to the conversation since
 */
export async function queueReply(
  ctx: Ctx,
  tx: Tx,
  locked: LockedForSending,
  { text, replyToId = null }: { text: string; replyToId?: string | null },
): Promise<SendResult> {
  if (locked.conversation.botState !== 'BOT')
    return refused(refusal('TRANSITION_REFUSED', 'The bot is switched off here.'))
  return queueText(ctx, tx, locked, { text: cleanText(text).slice(0, 4096), replyToId })
}

/** A conversation, locked, and what keeps its account from sending. */
export interface LockedForSending {
  readonly conversation: ConversationRow
  readonly obstacle: Refusal | null
}

/** Null when this tenant has no such conversation. */
export async function lockForSending(ctx: Ctx, tx: Tx, conversationId: string): Promise<LockedForSending | null> {
  const [conversation, obstacle] = await together([
    lockConversation(ctx, tx, conversationId),
    accountObstacle(ctx, tx, conversationId),
  ])
  return conversation === null ? null : { conversation, obstacle }
}

/** Queues a text in a conversation that the caller has locked. */
async function queueText(
  ctx: Ctx,
  tx: Tx,
  { conversation, obstacle: ofAccount }: LockedForSending,
  { text, replyToId }: { text: string; replyToId?: string | null | undefined },
): Promise<SendResult> {
  const obstacle = ofAccount ?? windowObstacle(ctx, conversation)
  if (obstacle !== null) return refused(obstacle)
  const quoted = replyToId == null ? null : await findQuoted(ctx, tx, conversation, replyToId)
  if (replyToId != null && quoted === null) {
    return refused(invalidInput('The conversation has no such message.', ['input', 'replyToId']))
  }
  const now = ctx.clock.now()
  const messageId = newId('message')
  const seq = conversation.lastSeq + 1
  const data = { tenantId: ctx.tenantId, conversationId: conversation.id }
  await together([
    send(
      tx,
      queued.with({
        ...data,
        id: messageId,
        channelAccountId: conversation.channelAccountId,
        seq,
        authorKind: ctx.actor.kind,
        authorId: ctx.actor.id,
        content: JSON.stringify({ body: text }),
        text,
        replyToId: quoted?.id ?? null,
        replyToProviderMessageId: quoted?.providerMessageId ?? null,
        now,
      }),
    ),
    appendEvent(tx, ctx, {
      type: 'message.queued',
      subjectId: messageId,
      conversationId: conversation.id,
      data: { seq },
    }),
    ctx.jobs.enqueue(tx, sendMessagesJob, data, { orderKey: conversation.id }),
  ])
  return { ok: true, messageId }
}

type QueuedMessage = Pick<
  MessageRow,
  | 'tenantId'
  | 'id'
  | 'conversationId'
  | 'channelAccountId'
  | 'seq'
  | 'authorKind'
  | 'authorId'
  | 'text'
  | 'replyToId'
  | 'replyToProviderMessageId'
>

const queued = statement<QueuedMessage & { readonly content: string; readonly now: Date }>(
  `/* queueText */
  with counted as (
    update conversations set last_seq = $seq, last_message_seq = $seq, last_message_at = $now, version = version + 1,
      updated_at = $now
    where tenant_id = $tenantId and id = $conversationId
  )
  insert into messages (tenant_id, id, conversation_id, channel_account_id, seq, direction, author_kind, author_id, kind,
    content, text, reply_to_id, reply_to_provider_message_id, status, sent_at, created_at)
  values ($tenantId, $id, $conversationId, $channelAccountId, $seq, 'OUT', $authorKind, $authorId, 'TEXT', $content, $text,
    $replyToId, $replyToProviderMessageId, 'QUEUED', $now, $now)`,
)

/** What keeps the conversation's account from sending; null when nothing does. */
export async function accountObstacle(ctx: Ctx, tx: Tx, conversationId: string): Promise<Refusal | null> {
  const [account] = await send(tx, accountOf.with({ tenantId: ctx.tenantId, conversationId }))
  if (account?.status === 'ACTIVE' && account.hasToken) return null
  const why = account?.status === 'ACTIVE' ? 'has no access token' : 'is disabled'
  return refusal('TRANSITION_REFUSED', `The channel account ${why}, so nothing can be sent from it.`)
}

const accountOf = statement<{ tenantId: string; conversationId: string }, { status: string; hasToken: boolean }>(
  `/* accountObstacle */
  select a.status, a.access_token_sealed is not null as "hasToken"
  from conversations c join channel_accounts a on a.tenant_id = c.tenant_id and a.id = c.channel_account_id
  where c.tenant_id = $tenantId and c.id = $conversationId`,
)

/** WhatsApp takes free-form messages for 24 hours after the customer's last one; asking it in vain costs reputation. */
function windowObstacle(ctx: Ctx, { windowExpiresAt }: ConversationRow): Refusal | null {
  if (windowExpiresAt === null || windowExpiresAt > ctx.clock.now()) return null
  const closed: Refusal & { windowExpiredAt: string } = {
    __typename: 'WindowClosed',
    code: 'WINDOW_CLOSED',
    message: 'The customer last wrote more than 24 hours ago, so a free-form message cannot be sent.',
    path: ['conversationId'],
    windowExpiredAt: windowExpiresAt.toISOString(),
  }
  return closed
}

async function findQuoted(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  id: string,
): Promise<{ id: string; providerMessageId: string | null } | null> {
  const [quoted] = await tx
    .select({ id: messages.id, providerMessageId: messages.providerMessageId })
    .from(messages)
    .where(and(eq(messages.tenantId, ctx.tenantId), eq(messages.conversationId, conversation.id), eq(messages.id, id)))
  return quoted ?? null
}
