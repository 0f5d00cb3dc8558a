import { and, asc, eq, gt, inArray, or } from 'drizzle-orm'
import type { MessageKind } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { resumeBot } from './change-hands.ts'
import { together } from '../platform/db/together.ts'
import { conversations, messages, type ConversationRow, type MessageRow } from './tables.ts'

/** What a customer wrote since the assistant last read this conversation, to be read as one. */
export interface Turn {
  readonly conversation: ConversationRow
  /** Messages in with something to read, oldest first; never empty. */
  readonly messages: readonly MessageRow[]
}

/** Kinds that carry a customer's words or wishes. Reactions, edits and system notices start no turn of their own. */
const readableKinds = [
  'TEXT',
  'IMAGE',
  'VIDEO',
  'AUDIO',
  'DOCUMENT',
  'BUTTON_REPLY',
  'LIST_REPLY',
  'FLOW_REPLY',
  'TEMPLATE_BUTTON',
  'ORDER',
  'LOCATION',
] as const satisfies readonly MessageKind[]

export function isReadable(kind: MessageKind): boolean {
  return readableKinds.some((readable) => readable === kind)
}

/** So much is read at once; what is beyond waits for the next turn. */
const longestTurn = 50

/**
 * Whether the assistant reads here. After an error of ours it reads on when more comes in, or an operator replays the
 * job; a person who answered, or switched it off, keeps it away.
 */
const isReading = or(
  eq(conversations.botState, 'BOT'),
  and(eq(conversations.botState, 'PAUSED'), eq(conversations.botReason, 'ERROR')),
)

/** The messages that wait for the assistant; null when none do, or when a person has the conversation. */
export async function loadTurn(ctx: Ctx, tx: Tx, conversationId: string): Promise<Turn | null> {
  const isMeant = and(eq(conversations.tenantId, ctx.tenantId), eq(conversations.id, conversationId), isReading)
  const processedSeq = tx.select({ seq: conversations.processedSeq }).from(conversations).where(isMeant)
  const [[conversation], found] = await together([
    tx.select().from(conversations).where(isMeant),
    tx
      .select()
      .from(messages)
      .where(
        and(
          eq(messages.tenantId, ctx.tenantId),
          eq(messages.conversationId, conversationId),
          gt(messages.seq, processedSeq),
          eq(messages.direction, 'IN'),
          inArray(messages.kind, [...readableKinds]),
        ),
      )
      .orderBy(asc(messages.seq))
      .limit(longestTurn),
  ])
  // The mark may have moved between the two.
  const waiting = found.filter(({ seq }) => conversation !== undefined && seq > conversation.processedSeq)
  return conversation === undefined || waiting.length === 0 ? null : { conversation, messages: waiting }
}

/**
 * Says that these messages are read, in the transaction of what came of them.
 * @returns false when somebody else has read them, or a person has taken the conversation over: then nothing may come
 *   of them
 */
export async function finishTurn(ctx: Ctx, tx: Tx, turn: Turn): Promise<boolean> {
  const readUpTo = turn.messages.at(-1)?.seq ?? turn.conversation.processedSeq
  const moved = await tx
    .update(conversations)
    .set({ processedSeq: readUpTo })
    .where(
      and(
        eq(conversations.tenantId, ctx.tenantId),
        eq(conversations.id, turn.conversation.id),
        eq(conversations.processedSeq, turn.conversation.processedSeq),
        isReading,
      ),
    )
    .returning({ id: conversations.id })
  if (moved.length === 1 && turn.conversation.botState !== 'BOT') await resumeBot(ctx, tx, turn.conversation.id)
  return moved.length === 1
}
