import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { authorise } from '../platform/auth/permissions.ts'
import { cleanText } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { withIdempotency } from '../platform/db/idempotency.ts'
import { together } from '../platform/db/together.ts'
import { appendEvent } from '../platform/events/index.ts'
import { newId } from '../platform/ids.ts'
import { invalidInput, notFound, refusal, type Refusal } from '../platform/refusals.ts'
import { parseInput, refused, type Result } from '../platform/results.ts'
import { lockConversation } from './change-conversation.ts'
import { takeOver } from './change-hands.ts'
import { sendMessagesJob } from './job-kinds.ts'
import { channelAccounts, conversations, messages, type ConversationRow } from './tables.ts'

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
        const conversation = await lockConversation(ctx, tx, conversationId)
        if (conversation === null) return refused(notFound(['conversationId']))
        const result = await queueText(ctx, tx, conversation, parsed.value)
        if (result.ok && ctx.actor.kind === 'USER') await takeOver(ctx, tx, conversation)
        return result
      },
    ),
  )
}

/**
 * Queues a reply of the assistant, in the transaction of what it reports. Refused when a person has taken the
 * conversation over in the meantime, or the window for free-form messages is closed.
 */
export async function queueReply(
  ctx: Ctx,
  tx: Tx,
  { conversationId, text, replyToId = null }: { conversationId: string; text: string; replyToId?: string | null },
): Promise<SendResult> {
  const conversation = await lockConversation(ctx, tx, conversationId)
  if (conversation === null) return refused(notFound(['conversationId']))
  if (conversation.botState !== 'BOT') return refused(refusal('TRANSITION_REFUSED', 'The bot is switched off here.'))
  return queueText(ctx, tx, conversation, { text: cleanText(text).slice(0, 4096), replyToId })
}

/** Queues a text in a conversation that the caller has locked. */
async function queueText(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  { text, replyToId }: { text: string; replyToId?: string | null | undefined },
): Promise<SendResult> {
  const obstacle = (await accountObstacle(ctx, tx, conversation)) ?? windowObstacle(ctx, conversation)
  if (obstacle !== null) return refused(obstacle)
  const quoted = replyToId == null ? null : await findQuoted(ctx, tx, conversation, replyToId)
  if (replyToId != null && quoted === null) {
    return refused(invalidInput('The conversation has no such message.', ['input', 'replyToId']))
  }
  const now = ctx.clock.now()
  const messageId = newId('message')
  const [counted] = await tx
    .update(conversations)
    .set({
      lastSeq: sql`${conversations.lastSeq} + 1`,
      lastMessageSeq: sql`${conversations.lastSeq} + 1`,
      lastMessageAt: now,
      version: sql`${conversations.version} + 1`,
      updatedAt: now,
    })
    .where(and(eq(conversations.tenantId, ctx.tenantId), eq(conversations.id, conversation.id)))
    .returning({ seq: conversations.lastSeq })
  if (counted === undefined) throw new Error(`queueText: ${conversation.id} is not there`)
  const data = { tenantId: ctx.tenantId, conversationId: conversation.id }
  await together([
    tx.insert(messages).values({
      tenantId: ctx.tenantId,
      id: messageId,
      conversationId: conversation.id,
      channelAccountId: conversation.channelAccountId,
      seq: counted.seq,
      direction: 'OUT',
      authorKind: ctx.actor.kind,
      authorId: ctx.actor.id,
      kind: 'TEXT',
      content: { body: text },
      text,
      replyToId: quoted?.id ?? null,
      replyToProviderMessageId: quoted?.providerMessageId ?? null,
      status: 'QUEUED',
      sentAt: now,
      createdAt: now,
    }),
    appendEvent(tx, ctx, {
      type: 'message.queued',
      subjectId: messageId,
      conversationId: conversation.id,
      data: { seq: counted.seq },
    }),
    ctx.jobs.enqueue(tx, sendMessagesJob, data, { orderKey: conversation.id }),
  ])
  return { ok: true, messageId }
}

async function accountObstacle(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<Refusal | null> {
  const [account] = await tx
    .select({ status: channelAccounts.status, accessToken: channelAccounts.accessTokenSealed })
    .from(channelAccounts)
    .where(and(eq(channelAccounts.tenantId, ctx.tenantId), eq(channelAccounts.id, conversation.channelAccountId)))
  if (account?.status === 'ACTIVE' && account.accessToken !== null) return null
  const why = account?.status === 'ACTIVE' ? 'has no access token' : 'is disabled'
  return refusal('TRANSITION_REFUSED', `The channel account ${why}, so nothing can be sent from it.`)
}

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
