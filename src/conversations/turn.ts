import type { MessageKind } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { literals } from '../platform/db/columns.ts'
import { columnsOf, rowsStatement, selectRows } from '../platform/db/rows.ts'
import { send } from '../platform/db/statement.ts'
import { together } from '../platform/db/together.ts'
import { resumeBot } from './change-hands.ts'
import { accountObstacle, lockForSending, type LockedForSending } from './send.ts'
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
const isReading = `(bot_state = 'BOT' or (bot_state = 'PAUSED' and bot_reason = 'ERROR'))`

const isMeant = `tenant_id = $tenantId and id = $conversationId and ${isReading}`

const readConversation = selectRows<TurnKey, typeof conversations>(conversations, 'loadTurn', `where ${isMeant}`)

const waitingMessages = selectRows<TurnKey, typeof messages>(
  messages,
  'loadTurn',
  `where tenant_id = $tenantId and conversation_id = $conversationId and direction = 'IN'
    and kind in (${literals(readableKinds)})
    and seq > (select processed_seq from conversations where ${isMeant})
  order by seq limit ${longestTurn}`,
)

interface TurnKey {
  readonly tenantId: string
  readonly conversationId: string
}

/** The messages that wait for the assistant; null when none do, or when a person has the conversation. */
export async function loadTurn(ctx: Ctx, tx: Tx, conversationId: string): Promise<Turn | null> {
  const key = { tenantId: ctx.tenantId, conversationId }
  const [[conversation], found] = await together([
    send(tx, readConversation.with(key)),
    send(tx, waitingMessages.with(key)),
  ])
  // The mark may have moved between the two.
  const waiting = found.filter(({ seq }) => conversation !== undefined && seq > conversation.processedSeq)
  return conversation === undefined || waiting.length === 0 ? null : { conversation, messages: waiting }
}

const moveMark = rowsStatement<TurnKey & { readFrom: number; readUpTo: number }, typeof conversations>(
  conversations,
  `/* finishTurn */ update conversations set processed_seq = $readUpTo
  where ${isMeant} and processed_seq = $readFrom
  returning ${columnsOf(conversations)}`,
)

/**
 * Says that these messages are read, in the transaction of what came of them.
 * @returns the conversation, locked from now on; null when somebody else has read them, or a person has taken the
 *   conversation over: then nothing may come of them
 */
export async function finishTurn(ctx: Ctx, tx: Tx, turn: Turn): Promise<LockedForSending | null> {
  const { tenantId } = ctx
  const { id: conversationId, processedSeq: readFrom } = turn.conversation
  const readUpTo = turn.messages.at(-1)?.seq ?? readFrom
  const [[conversation], obstacle] = await together([
    send(tx, moveMark.with({ tenantId, conversationId, readFrom, readUpTo })),
    accountObstacle(ctx, tx, conversationId),
  ])
  if (conversation === undefined) return null
  if (conversation.botState === 'BOT') return { conversation, obstacle }
  await resumeBot(ctx, tx, conversationId)
  return lockForSending(ctx, tx, conversationId)
}
