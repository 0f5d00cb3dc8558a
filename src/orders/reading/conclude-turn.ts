import {
  newAnswers,
  logAnswerToQuestion,
  replies,
  replyLanguage,
  shadowReadJob,
  stillHolds,
  type ReviewReason,
} from '../../assistant/index.ts'
import { finishTurn, isOfStop, pauseBot, queueReply } from '../../conversations/index.ts'
import { proposeFacts } from '../../customers/index.ts'
import { standingWishes } from '../../platform/ai/offline/index.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { send } from '../../platform/db/statement.ts'
import { together } from '../../platform/db/together.ts'
import { amendOrder } from '../amend.ts'
import { draftOrder, type DraftedOrder } from '../draft.ts'
import { proposeChange } from '../proposals.ts'
import { summaryFor } from '../writing/summary.ts'
import type { OrderRow } from '../tables.ts'
import { textsOf, type TurnReading, type TurnStart } from './turn-reading.ts'

/**
 * Writes all that came of a turn, in one transaction with the mark that its messages are read; nothing when somebody else has
 * read them.
 * @throws RulesChanged, OrderMoved when what it was read against is not so any more: the queue tries again
 */
export async function concludeTurn(ctx: Ctx, tx: Tx, start: TurnStart, read: TurnReading): Promise<void> {
  const { turn, open, locale, rules } = start
  const { result, answer } = read
  // Stopped or changed while the model was reading: roll back, the job begins anew under the rules of now.
  const [holds, locked] = await together([stillHolds(ctx, tx, rules), finishTurn(ctx, tx, turn)])
  if (!holds) throw new RulesChanged()
  if (locked === null) return

  const conversationId = turn.conversation.id
  const about = { conversationId, messageIds: turn.messages.map(({ id }) => id) }
  const [agentId, promptVersionId] = [rules.reader?.id ?? null, start.prompt?.versionId ?? null]
  const asked = { ...about, task: 'READ_ORDER', agentId, promptVersionId } as const
  const logged = newAnswers(ctx, asked, result.calls, {
    confidence: result.reading.confidence,
    output: result.reading,
  })
  const mayDraft = rules.may.has('DRAFT_ORDERS')
  // The order refers to the answer, so it is sent behind it.
  const [, drafted] = await together([
    together(logged.statements.map((one) => send(tx, one))),
    read.hasOrder && mayDraft ? writeOrder(ctx, tx, start, read, logged.id) : Promise.resolve(null),
  ])
  if (answer !== null) {
    const answerer = rules.answerer === 'nobody' ? null : rules.answerer
    await logAnswerToQuestion(ctx, tx, { ...about, agentId: answerer?.id ?? null }, answer)
  }

  const wishes = standingWishes(textsOf(turn))
  if (wishes.length > 0) await proposeFacts(ctx, tx, turn.conversation.customerId, wishes)

  const order = drafted?.order ?? null
  if (order !== null && open === null) await enqueueShadows(ctx, tx, start, order)
  const mayPropose = rules.may.has('PROPOSE_CHANGES')
  const proposal = mayPropose ? await proposeWanted(ctx, tx, start, read) : null
  const language = replyLanguage(result.reading.language, locale)
  const parts = [
    ...(drafted === null ? [] : [replies.order(language, summaryFor(drafted.order, drafted.lines, locale))]),
    ...(proposal === null ? [] : [replies.changeProposed(language, proposal.order.number)]),
    ...(answer === null ? [] : [replies.answer(language, answer)]),
  ]
  const maySend = rules.may.has('SEND_REPLIES')
  if (parts.length > 0 && maySend) {
    await queueReply(ctx, tx, locked, { text: parts.join('\n\n') })
  }
  // An order that comes with an open question is in review; a question alone needs a person as well, and so does a
  // change of nobody knows what.
  const isOpenQuestion = order === null && answer?.citations.length === 0
  const isOpenWish =
    order === null && proposal === null && mayPropose && result.reading.reasons.some(({ code }) => isChange(code))
  const isLeft =
    (read.hasOrder && !mayDraft) ||
    (read.wantedChange !== null && !mayPropose) ||
    read.isLeftQuestion ||
    (answer !== null && !maySend)
  if (isOpenQuestion || isOpenWish) await pauseBot(ctx, tx, conversationId, 'LOW_CONFIDENCE')
  else if (isLeft) await pauseBot(ctx, tx, conversationId, 'POLICY')
}

/** Agents that run beside read the same messages later, in jobs of their own. */
async function enqueueShadows(ctx: Ctx, tx: Tx, { turn, rules }: TurnStart, { id: orderId }: OrderRow): Promise<void> {
  const messageIds = textsOf(turn).map(({ id }) => id)
  if (messageIds.length === 0) return
  for (const { id: agentId } of rules.shadows) {
    await ctx.jobs.enqueue(tx, shadowReadJob, { tenantId: ctx.tenantId, agentId, orderId, messageIds })
  }
}

function isChange(code: ReviewReason['code']): boolean {
  return code === 'CHANGE_REQUEST' || code === 'CANCEL_REQUEST'
}

/** Puts what is wanted of a confirmed order before a person. Null when nothing is. */
async function proposeWanted(ctx: Ctx, tx: Tx, { turn, confirmed }: TurnStart, { next, wantedChange }: TurnReading) {
  if (confirmed === null || wantedChange === null) return null
  const proposed = await proposeChange(ctx, tx, {
    orderId: confirmed.order.id,
    expectedVersion: confirmed.order.version,
    kind: wantedChange,
    lines: next.lines,
    reasons: next.reasons.filter(({ code }) => !isChange(code)),
    words: textsOf(turn).map(({ id, text }) => ({ messageId: id, start: 0, end: text.length, text })),
    sourceMessageIds: turn.messages.map(({ id }) => id),
  })
  if (!proposed.ok) throw new OrderMoved(proposed.errors.map(({ code }) => code).join(', '))
  return proposed
}

async function writeOrder(
  ctx: Ctx,
  tx: Tx,
  { turn, open, rules }: TurnStart,
  { next, confidence, repeatsOrderId, isAgain, answer }: TurnReading,
  aiResponseId: string,
): Promise<DraftedOrder> {
  const openQuestion =
    answer?.citations.length === 0
      ? [{ code: 'OPEN_QUESTION' as const, message: 'The customer also asks something.', linePosition: null }]
      : []
  // Somebody may have settled it by telephone while nothing was read: no order of then goes through by itself.
  const isKnown = next.reasons.some(({ code }) => code === 'WRITTEN_WHILE_STOPPED')
  const isLate = !isKnown && turn.messages.some((message) => isOfStop(turn.conversation, message))
  const late = isLate
    ? [
        {
          code: 'WRITTEN_WHILE_STOPPED' as const,
          message: 'Written while the assistant was stopped.',
          linePosition: null,
        },
      ]
    : []
  const draft = {
    lines: next.lines,
    reasons: [...next.reasons, ...openQuestion, ...late],
    confidence,
    isAgain,
    mayConfirm: rules.may.has('CONFIRM_ORDERS'),
    aiResponseId,
    sourceMessageIds: turn.messages.map(({ id }) => id),
  }
  if (open === null) {
    const { customerId, id: conversationId } = turn.conversation
    return draftOrder(ctx, tx, { ...draft, customerId, conversationId, repeatsOrderId })
  }
  const amended = await amendOrder(ctx, tx, { ...draft, open })
  // Somebody changed the order while the model was reading: roll back, the job reads again against what it is now.
  if (!amended.ok) throw new OrderMoved(amended.errors.map(({ code }) => code).join(', '))
  return amended
}

/** The order was changed between reading and writing; trying again is right, and what the queue does. */
export class OrderMoved extends Error {
  constructor(codes: string) {
    super(`The order changed while the messages were read (${codes}).`)
    this.name = 'OrderMoved'
  }
}

/** The assistant was stopped, or an agent changed, between reading and writing. */
export class RulesChanged extends Error {
  constructor() {
    super('What the assistant may do was changed while it was reading.')
    this.name = 'RulesChanged'
  }
}
