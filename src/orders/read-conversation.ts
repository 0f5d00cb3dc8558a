import { sql, type SQL } from 'drizzle-orm'
import {
  answerQuestion,
  asAgent,
  learnedPhrases,
  likestExamples,
  loadAgents,
  logAnswerToQuestion,
  logAnswers,
  readOrderFrom,
  replies,
  resolvePrompt,
  rulesFor,
  shadowReadJob,
  stillHolds,
  type AgentRules,
  replyLanguage,
  type Answer,
  type OrderReadingResult,
  type ResolvedPrompt,
  type ReviewReason,
} from '../assistant/index.ts'
import { loadCatalog, type LoadedCatalog } from '../catalog/index.ts'
import {
  channelOf,
  finishTurn,
  loadTurn,
  pauseBot,
  queueReply,
  readConversationJob,
  type Turn,
} from '../conversations/index.ts'
import type { OrderExample, Reading } from '../platform/ai/model.ts'
import type { PiiOptions } from '../platform/privacy/index.ts'
import {
  asksAgain,
  historyWords,
  mayChange,
  type InputMessage,
  type LearnedPhrase,
  type TextSpan,
} from '../platform/ai/offline/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { together } from '../platform/db/together.ts'
import { privacyOf, tenantSettings } from '../tenancy/index.ts'
import { amendOrder, findOpenOrder, loadOrder, type OpenOrder } from './amend.ts'
import { draftOrder } from './draft.ts'
import { linesFromCart } from './lines-from-cart.ts'
import { currentLines, nextLines, type NextLines } from './next-lines.ts'
import { changeableOrders, pastOrders, type PastOrder } from './past-orders.ts'
import { proposeChange } from './proposals.ts'
import { findRepeat, linesOfRepeat, repeatedLines } from './repeat-order.ts'
import { orderSummary } from './summary.ts'
import type { OrderChangeKind, OrderRow } from './tables.ts'

/** However fast a customer goes on writing, after so many pauses' time the assistant reads what is there. */
const longestWaitInDebounces = 5

/**
 * Reads what a customer wrote since the last time, as one: an order drafted or changed, a question answered, a reply
 * queued. `seq` is the message that the caller was woken for; while a newer one is there, that one's own job reads
 * both.
 *
 * Three steps: load; ask the model and the knowledge base, outside any transaction; write all that came of it in one transaction,
 * with the mark that these messages are read. Run twice, or beside itself, the second finds the mark moved.
 */
export async function readConversation(ctx: Ctx, input: { conversationId: string; seq: number }): Promise<void> {
  const start = await ctx.db.withTenant(ctx.tenantId, (tx) => begin(ctx, tx, input))
  if (start === null) return
  const read = await understand(ctx, start)
  await ctx.db.withTenant(ctx.tenantId, (tx) => conclude(ctx, tx, start, read))
}

interface Start {
  readonly turn: Turn
  /** What the assistant may do here. */
  readonly rules: AgentRules
  readonly open: OpenOrder | null
  readonly locale: string
  readonly privacy: PiiOptions
  readonly redacts: boolean
  /** The shop's own prompt, where a language model reads and the shop has released one; else null. */
  readonly prompt: ResolvedPrompt | null
  readonly catalog: LoadedCatalog
  readonly learned: readonly LearnedPhrase[]
  readonly examples: readonly OrderExample[]
  /** Where the customer means an earlier order: which words say so, and what they had confirmed; else null. */
  readonly history: { readonly words: readonly TextSpan[]; readonly orders: readonly PastOrder[] } | null
  /** Where they may change or take back what is confirmed already: that order, as if nobody had doubted it. */
  readonly confirmed: OpenOrder | null
}

async function begin(
  ctx: Ctx,
  tx: Tx,
  { conversationId, seq }: { conversationId: string; seq: number },
): Promise<Start | null> {
  const [turn, tenant, open, catalog, learned, agents] = await together([
    loadTurn(ctx, tx, conversationId),
    tenantSettings(tx, ctx.tenantId),
    findOpenOrder(tx, ctx.tenantId, conversationId),
    loadCatalog(tx, ctx.tenantId),
    learnedPhrases(ctx, tx, customerOf(ctx.tenantId, conversationId)),
    loadAgents(ctx, tx),
  ])
  if (turn === null) return null
  const { debounceMs, locale, redactPrompts } = tenant
  const [oldest, newest] = [turn.messages.at(0), turn.messages.at(-1)]
  const waitedMs = ctx.clock.now().getTime() - (oldest?.createdAt.getTime() ?? 0)
  if ((newest?.seq ?? 0) > seq && waitedMs < longestWaitInDebounces * debounceMs) return null
  const channel = agents.length === 0 ? 'WHATSAPP' : await channelOf(ctx, tx, turn.conversation)
  const rules = rulesFor(agents, tenant, channel, ctx.clock.now())
  if (!(await mayGoOn(ctx, tx, turn, rules))) return null
  const { customerId } = turn.conversation
  const messages = textsOf(turn)
  const reader = asAgent(ctx, rules.reader)
  // Beside an open order, «the same» and «not the cheese» are about that order.
  const words = open === null ? historyWords(messages) : []
  const isChange = open === null && words.length === 0 && mayChange(messages)
  const [examples, orders] = await together([
    likestExamples(reader, tx, customerId, textOf(turn)),
    words.length > 0
      ? pastOrders(ctx, tx, customerId)
      : isChange
        ? changeableOrders(ctx, tx, customerId)
        : Promise.resolve([]),
  ])
  const meant = isChange ? findRepeat(catalog.catalog, messages, [], orders).past : null
  const found = meant === null ? null : await loadOrder(tx, ctx.tenantId, meant.id)
  const confirmed = found === null ? null : { ...found, order: { ...found.order, reviewReasons: [] } }
  const history = words.length === 0 ? null : { words, orders }
  const question = { task: 'READ_ORDER', conversationId, userId: null } as const
  // The built-in model is told nothing.
  const prompt = reader.models.order === reader.models.net ? null : await resolvePrompt(ctx, tx, tenant, question)
  const privacy = await privacyOf(tx, tenant)
  const hiding = { privacy, redacts: redactPrompts }
  return { turn, rules, open, locale, ...hiding, prompt, catalog, learned, examples, history, confirmed }
}

/** Whether the assistant reads on now: else people do, or it looks again when it opens. */
async function mayGoOn(ctx: Ctx, tx: Tx, { conversation, messages }: Turn, rules: AgentRules): Promise<boolean> {
  const { tenantId } = ctx
  const conversationId = conversation.id
  if (rules.handOver !== null) {
    await pauseBot(ctx, tx, conversationId, rules.handOver)
    return false
  }
  if (rules.waitUntil === null) return true
  const delayMs = rules.waitUntil.getTime() - ctx.clock.now().getTime()
  const data = { tenantId, conversationId, seq: messages.at(-1)?.seq ?? 0 }
  await ctx.jobs.enqueue(tx, readConversationJob, data, { orderKey: conversationId, delayMs })
  return false
}

/** For a condition, so that it need not be asked first. */
function customerOf(tenantId: string, conversationId: string): SQL {
  return sql`(select customer_id from conversations where tenant_id = ${tenantId} and id = ${conversationId})`
}

function textsOf(turn: Turn): InputMessage[] {
  return turn.messages.flatMap(({ id, text }) => (text === null ? [] : [{ id, text }]))
}

function textOf(turn: Turn): string {
  return turn.messages.flatMap(({ text }) => text ?? []).join('\n')
}

interface Understood {
  readonly result: OrderReadingResult
  readonly next: NextLines
  readonly confidence: number
  /** The earlier order that is meant. */
  readonly repeatsOrderId: string | null
  readonly isAgain: boolean
  /** Whether there is anything to order, or to change of an open order. */
  readonly hasOrder: boolean
  /** What is wanted of the confirmed order; null when nothing is. */
  readonly wantedChange: OrderChangeKind | null
  /** Null when nothing was asked, or nobody here may answer. */
  readonly answer: Answer | null
  /** Something was asked that people are to answer. */
  readonly isLeftQuestion: boolean
}

async function understand(ctx: Ctx, start: Start): Promise<Understood> {
  const { turn, open, locale, privacy, redacts, learned, examples, history, confirmed } = start
  const { catalog, products } = start.catalog
  const messages = textsOf(turn)
  const repeat = history === null ? null : findRepeat(catalog, messages, history.words, history.orders)
  const lines = repeat === null ? currentLines(open ?? confirmed) : repeatedLines(repeat)
  const instructions = start.prompt?.text ?? null
  const request = { catalog, messages, currentLines: lines, learned, examples, instructions, locale, privacy, redacts }
  const result = await readOrderFrom(asAgent(ctx, start.rules.reader), request)
  const { reading } = result
  const { intents } = reading
  // A model may find that the words mean no order after all: then nothing is repeated.
  const isRepeat = repeat !== null && intents.includes('ORDER')
  const isOfConfirmed = confirmed !== null && (reading.changes.length > 0 || takesBack(reading))
  const read = isRepeat
    ? linesOfRepeat(repeat, reading)
    : { ...nextLines(isOfConfirmed ? confirmed : open, reading), confidence: reading.confidence }
  const isCancel = reading.lines.length === 0 && read.reasons.some(({ code }) => code === 'CANCEL_REQUEST')
  const wantedChange = !isOfConfirmed ? null : isCancel ? 'CANCEL' : 'CHANGE'
  const cart = linesFromCart(turn.messages, products)
  const next = { lines: [...read.lines, ...cart], reasons: [...read.reasons, ...result.reasons] }
  const hasOrder =
    !isOfConfirmed &&
    (isRepeat ||
      reading.lines.length + reading.changes.length + cart.length > 0 ||
      (open !== null && intents.includes('CANCEL')))
  const isQuestion = intents.includes('QUESTION') && messages.length > 0
  const isLeftQuestion = isQuestion && start.rules.answerer === 'nobody'
  const answer = isQuestion && !isLeftQuestion ? await answerQuestion(ctx, textOf(turn)) : null
  return {
    result,
    next,
    confidence: read.confidence,
    repeatsOrderId: isRepeat ? (repeat.past?.id ?? null) : null,
    isAgain: asksAgain(messages),
    hasOrder,
    wantedChange,
    answer,
    isLeftQuestion,
  }
}

/** Without a line that it changes: all of the order is taken back. */
function takesBack({ lines, reasons }: Reading): boolean {
  return lines.length === 0 && reasons.some(({ code }) => code === 'CANCEL_REQUEST')
}

async function conclude(ctx: Ctx, tx: Tx, start: Start, read: Understood): Promise<void> {
  const { turn, open, locale, rules } = start
  const { result, answer } = read
  // Stopped or changed while the model was reading: roll back, the job begins anew under the rules of now.
  if (!(await stillHolds(ctx, tx, rules))) throw new RulesChanged()
  if (!(await finishTurn(ctx, tx, turn))) return

  const conversationId = turn.conversation.id
  const about = { conversationId, messageIds: turn.messages.map(({ id }) => id) }
  const [agentId, promptVersionId] = [rules.reader?.id ?? null, start.prompt?.versionId ?? null]
  const asked = { ...about, task: 'READ_ORDER', agentId, promptVersionId } as const
  const aiResponseId = await logAnswers(ctx, tx, asked, result.calls, {
    confidence: result.reading.confidence,
    output: result.reading,
  })
  if (answer !== null) {
    const answerer = rules.answerer === 'nobody' ? null : rules.answerer
    await logAnswerToQuestion(ctx, tx, { ...about, agentId: answerer?.id ?? null }, answer)
  }

  const mayDraft = rules.may.has('DRAFT_ORDERS')
  const order = read.hasOrder && mayDraft ? await writeOrder(ctx, tx, start, read, aiResponseId) : null
  if (order !== null && open === null) await enqueueShadows(ctx, tx, start, order)
  const mayPropose = rules.may.has('PROPOSE_CHANGES')
  const proposal = mayPropose ? await proposeWanted(ctx, tx, start, read) : null
  const language = replyLanguage(result.reading.language, locale)
  const parts = [
    ...(order === null ? [] : [replies.order(language, await orderSummary(tx, order, locale))]),
    ...(proposal === null ? [] : [replies.changeProposed(language, proposal.order.number)]),
    ...(answer === null ? [] : [replies.answer(language, answer)]),
  ]
  const maySend = rules.may.has('SEND_REPLIES')
  if (parts.length > 0 && maySend) {
    await queueReply(ctx, tx, { conversationId, text: parts.join('\n\n') })
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
async function enqueueShadows(ctx: Ctx, tx: Tx, { turn, rules }: Start, { id: orderId }: OrderRow): Promise<void> {
  const messageIds = turn.messages.flatMap(({ id, text }) => (text === null ? [] : [id]))
  if (messageIds.length === 0) return
  for (const { id: agentId } of rules.shadows) {
    await ctx.jobs.enqueue(tx, shadowReadJob, { tenantId: ctx.tenantId, agentId, orderId, messageIds })
  }
}

function isChange(code: ReviewReason['code']): boolean {
  return code === 'CHANGE_REQUEST' || code === 'CANCEL_REQUEST'
}

/** Puts what is wanted of a confirmed order before a person. Null when nothing is. */
async function proposeWanted(ctx: Ctx, tx: Tx, { turn, confirmed }: Start, { next, wantedChange }: Understood) {
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
  { turn, open, rules }: Start,
  { next, confidence, repeatsOrderId, isAgain, answer }: Understood,
  aiResponseId: string,
): Promise<OrderRow> {
  const openQuestion =
    answer?.citations.length === 0
      ? [{ code: 'OPEN_QUESTION' as const, message: 'The customer also asks something.', linePosition: null }]
      : []
  const draft = {
    lines: next.lines,
    reasons: [...next.reasons, ...openQuestion],
    confidence,
    isAgain,
    mayConfirm: rules.may.has('CONFIRM_ORDERS'),
    aiResponseId,
    sourceMessageIds: turn.messages.map(({ id }) => id),
  }
  if (open === null) {
    const { customerId, id: conversationId } = turn.conversation
    return (await draftOrder(ctx, tx, { ...draft, customerId, conversationId, repeatsOrderId })).order
  }
  const { id: orderId, version: expectedVersion } = open.order
  const amended = await amendOrder(ctx, tx, { ...draft, orderId, expectedVersion })
  // Somebody changed the order while the model was reading: roll back, the job reads again against what it is now.
  if (!amended.ok) throw new OrderMoved(amended.errors.map(({ code }) => code).join(', '))
  return amended.order
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
