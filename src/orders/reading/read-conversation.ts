import {
  answerQuestion,
  asAgent,
  learnedPhrases,
  likestExamples,
  loadAgents,
  readOrderFrom,
  resolvePrompt,
  rulesFor,
  type AgentRules,
} from '../../assistant/index.ts'
import { loadCatalog } from '../../catalog/index.ts'
import { channelOf, loadTurn, pauseBot, readConversationJob, type Turn } from '../../conversations/index.ts'
import { factsOf } from '../../customers/index.ts'
import type { Reading } from '../../platform/ai/model.ts'
import { asksAgain, historyWords, mayChange } from '../../platform/ai/offline/index.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { together } from '../../platform/db/together.ts'
import { privacyOf, tenantSettings } from '../../tenancy/index.ts'
import { findOpenOrder, loadOrder } from '../amend.ts'
import { concludeTurn } from './conclude-turn.ts'
import { linesFromCart } from './lines-from-cart.ts'
import { currentLines, nextLines } from './next-lines.ts'
import { changeableOrders, pastOrders } from '../past-orders.ts'
import { findRepeat, linesOfRepeat, repeatedLines } from './repeat-order.ts'
import { textOf, textsOf, type TurnReading, type TurnStart } from './turn-reading.ts'

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
  await ctx.db.withTenant(ctx.tenantId, (tx) => concludeTurn(ctx, tx, start, read))
}

async function begin(
  ctx: Ctx,
  tx: Tx,
  { conversationId, seq }: { conversationId: string; seq: number },
): Promise<TurnStart | null> {
  const [turn, tenant, open, catalog, learned, agents] = await together([
    loadTurn(ctx, tx, conversationId),
    tenantSettings(tx, ctx.tenantId),
    findOpenOrder(tx, ctx.tenantId, conversationId),
    loadCatalog(tx, ctx.tenantId),
    learnedPhrases(ctx, tx, { conversationId }),
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
  const facts = prompt === null && reader.models.order === reader.models.net ? [] : await factsOf(ctx, tx, customerId)
  return { turn, rules, open, locale, ...hiding, prompt, catalog, learned, examples, facts, history, confirmed }
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

async function understand(ctx: Ctx, start: TurnStart): Promise<TurnReading> {
  const { turn, open, locale, privacy, redacts, learned, examples, facts, history, confirmed } = start
  const { catalog, products } = start.catalog
  const messages = textsOf(turn)
  const repeat = history === null ? null : findRepeat(catalog, messages, history.words, history.orders)
  const lines = repeat === null ? currentLines(open ?? confirmed) : repeatedLines(repeat)
  const instructions = start.prompt?.text ?? null
  const known = { learned, examples, facts, instructions }
  const request = { catalog, messages, currentLines: lines, ...known, locale, privacy, redacts }
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
