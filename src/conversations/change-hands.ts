import { and, eq, sql } from 'drizzle-orm'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { invalidInput } from '../platform/refusals.ts'
import type { Result } from '../platform/results.ts'
import { people } from '../tenancy/index.ts'
import { changeConversation, writeChange, type ConversationChange } from './change-conversation.ts'
import type { BotReason, BotState } from './states.ts'
import { readConversationJob } from './job-kinds.ts'
import { conversations, type ConversationRow, type MessageRow } from './tables.ts'

export interface AssignConversation {
  readonly id: string
  /** A user who is a member here; null takes the conversation back. */
  readonly assigneeId: string | null
  readonly expectedVersion?: number | null | undefined
}

/** Gives a conversation to a member of the team, or to nobody. */
export async function assignConversation(
  ctx: Ctx,
  { id, assigneeId, expectedVersion }: AssignConversation,
): Promise<Result<{ conversationId: string }>> {
  authorise(ctx.actor, 'conversations:write')
  return ctx.db.withTenant(ctx.tenantId, (tx) =>
    changeConversation(ctx, tx, id, expectedVersion, async (conversation) => {
      if (conversation.assigneeId === assigneeId) return null
      if (assigneeId !== null && !(await worksHere(ctx, tx, assigneeId))) {
        return invalidInput('No member of this tenant has this id.', ['assigneeId'])
      }
      return { set: { assigneeId }, entry: { type: 'ASSIGNED', assigneeId }, data: { assigneeId } }
    }),
  )
}

async function worksHere(ctx: Ctx, tx: Tx, userId: string): Promise<boolean> {
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.tenantId, ctx.tenantId), eq(people.id, userId), sql`removed_at is null`))
  return person !== undefined
}

export interface SetBot {
  readonly id: string
  readonly active: boolean
  readonly expectedVersion?: number | null | undefined
}

/** Switches the bot on or off. Switched on, it leaves alone what came while it was off. */
export async function setBot(
  ctx: Ctx,
  { id, active, expectedVersion }: SetBot,
): Promise<Result<{ conversationId: string }>> {
  authorise(ctx.actor, 'conversations:write')
  return ctx.db.withTenant(ctx.tenantId, (tx) =>
    changeConversation(ctx, tx, id, expectedVersion, (conversation) => {
      if ((conversation.botState === 'BOT') === active) return null
      return handover(ctx, conversation, active ? 'BOT' : 'PAUSED', 'SWITCHED')
    }),
  )
}

/**
 * Takes a conversation from the bot, inside the caller's transaction: the assistant does this when it must not go on
 * by itself. Nothing happens when the bot is off already.
 */
export async function pauseBot(ctx: Ctx, tx: Tx, conversationId: string, reason: BotReason): Promise<void> {
  await changeConversation(ctx, tx, conversationId, null, (conversation) =>
    conversation.botState === 'BOT' ? handover(ctx, conversation, 'PAUSED', reason) : null,
  )
}

/** What the bot could not read after an error was read after all: it goes on, unless a person has taken over meanwhile. */
export async function resumeBot(ctx: Ctx, tx: Tx, conversationId: string): Promise<void> {
  await changeConversation(ctx, tx, conversationId, null, (conversation) => {
    if (conversation.botState !== 'PAUSED' || conversation.botReason !== 'ERROR') return null
    return leavingUnread(conversation, handover(ctx, conversation, 'BOT', 'RECOVERED'))
  })
}

/**
 * Gives conversations back to the bot that only its stop took from it, to read what came meanwhile; see `isOfStop`.
 * @returns how many, at most as many as asked for
 */
export async function handBackStopped(ctx: Ctx, tx: Tx, atMost: number): Promise<number> {
  const waiting = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.tenantId, ctx.tenantId),
        eq(conversations.botState, 'PAUSED'),
        eq(conversations.botReason, 'STOPPED'),
      ),
    )
    .limit(atMost)
  for (const { id } of waiting) {
    await changeConversation(ctx, tx, id, null, async (conversation) => {
      if (conversation.botReason !== 'STOPPED') return null
      const data = { tenantId: ctx.tenantId, conversationId: id, seq: conversation.lastMessageSeq }
      await ctx.jobs.enqueue(tx, readConversationJob, data, { orderKey: id })
      return leavingUnread(conversation, handover(ctx, conversation, 'BOT', 'RESUMED'))
    })
  }
  return waiting.length
}

/** Whether the message was written while the assistant was stopped, in a conversation that it got back afterwards. */
export function isOfStop(
  { botReason, botSince }: ConversationRow,
  { createdAt }: Pick<MessageRow, 'createdAt'>,
): boolean {
  return botReason === 'RESUMED' && botSince !== null && createdAt < botSince
}

/** A person wrote to the customer: the bot stays silent from now on. The caller has locked the row. */
export async function takeOver(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<void> {
  if (conversation.botState === 'HUMAN') return
  await writeChange(ctx, tx, conversation, handover(ctx, conversation, 'HUMAN', 'HUMAN_REPLIED'))
}

/** What came since stays to be read. */
function leavingUnread({ processedSeq }: ConversationRow, change: ConversationChange): ConversationChange {
  return { ...change, set: { ...change.set, processedSeq } }
}

function handover(ctx: Ctx, conversation: ConversationRow, state: BotState, reason: BotReason): ConversationChange {
  return {
    set: {
      botState: state,
      botReason: reason,
      botSince: ctx.clock.now(),
      ...(state === 'BOT' ? { processedSeq: conversation.lastSeq } : {}),
    },
    entry: { type: 'HANDOVER', botState: state, botReason: reason },
    data: { botState: state, botReason: reason },
  }
}
