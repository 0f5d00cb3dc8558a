import { and, desc, eq } from 'drizzle-orm'
import {
  logAnswers,
  logCitations,
  replies,
  replyLanguage,
  unsupportedIn,
  replyRequest,
  writeText,
  type CallRecord,
  type OwnWords,
  type ReplyLanguage,
  type ReplyMaterial,
} from '../../assistant/index.ts'
import { loadCatalog } from '../../catalog/index.ts'
import { conversations, lastMessages, summaryOf, type MessageRow } from '../../conversations/index.ts'
import { factsOf } from '../../customers/index.ts'
import { answerableRelevance, excerptOf, findPassages, type RankedPassage } from '../../knowledge/index.ts'
import { readOrder, type OrderReading } from '../../platform/ai/offline/index.ts'
import { authorise, can } from '../../platform/auth/permissions.ts'
import { cleanText } from '../../platform/channels/index.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { invalidInput, notFound, type Refusal } from '../../platform/refusals.ts'
import { privacyOf, tenantSettings } from '../../tenancy/index.ts'
import { orderDoubts, questionAbout, type OrderDoubts } from '../doubts.ts'
import { orderInWords, orderSummary } from './summary.ts'
import { orders } from '../tables.ts'

/** So far back goes what a model is told of a conversation. */
const mostMessages = 20
const mostPassages = 4
const longestWish = 1_000

/** A piece of a draft, or its end. */
export interface SuggestedPart {
  readonly text: string
  readonly startsAnew: boolean
  /** With the last part only. */
  readonly suggestion: {
    readonly text: string
    readonly unsupported: readonly string[]
    readonly aiResponseId: string
  } | null
  readonly errors: readonly Refusal[]
}

const words = (text: string): SuggestedPart => ({ text, startsAnew: false, suggestion: null, errors: [] })

/**
 * Drafts what a person may answer in a conversation, passing it on while it is written. Every call is logged and booked,
 * also that of a draft whose reader has left in the middle.
 */
export async function* suggestReply(
  ctx: Ctx,
  input: { conversationId: string; wish: string | null },
  signal: AbortSignal,
): AsyncGenerator<SuggestedPart> {
  authorise(ctx.actor, 'messages:send')
  const wish = input.wish === null ? null : cleanText(input.wish).trim() || null
  if (wish !== null && wish.length > longestWish) {
    return yield { ...words(''), errors: [invalidInput(`At most ${longestWish} characters.`, ['wish'])] }
  }
  const known = await ctx.db.withTenant(ctx.tenantId, (tx) => whatIsKnown(ctx, tx, input.conversationId))
  if (known === null) return yield { ...words(''), errors: [notFound(['conversationId'])] }
  const { asked, reading, order } = known
  if (asked.length === 0) {
    return yield { ...words(''), errors: [invalidInput('The customer has not written anything.', ['conversationId'])] }
  }
  const question = textOf(asked)
  const passages = can(ctx.actor, 'knowledge:read')
    ? await findPassages(ctx, [wish, question].filter(Boolean).join('\n'), mostPassages)
    : []
  const material: ReplyMaterial = {
    messages: known.messages.map(({ direction, text }) => ({
      from: direction === 'IN' ? 'CUSTOMER' : 'SHOP',
      text: text ?? '',
    })),
    order: order?.inWords ?? null,
    openQuestion: order?.question ?? null,
    passages: passages.map(({ title, headingPath, text }) => ({ title, headingPath, text })),
    wish,
    summary: known.summary,
    facts: known.facts,
    locale: known.locale,
  }
  const language = replyLanguage(reading.language, known.locale)
  const own = ownWords(language, { wish, question, reading, order, passages })

  const calls: CallRecord[] = []
  let text = ''
  let cited: readonly number[] = []
  const log = (output: object) =>
    ctx.db.withTenant(ctx.tenantId, async (tx) => {
      const about = { conversationId: input.conversationId, messageIds: asked.map(({ id }) => id) }
      const answer = { confidence: null, output }
      const aiResponseId = await logAnswers(ctx, tx, { ...about, task: 'SUGGEST_REPLY' }, calls, answer)
      const used = cited.flatMap((number) => passages[number - 1] ?? [])
      await logCitations(
        ctx,
        tx,
        aiResponseId,
        used.map((passage) => asCitation(passage, question)),
      )
      return aiResponseId
    })
  let hasEnded = false
  try {
    for await (const part of writeText(ctx, replyRequest(material, known.hiding), own, signal, calls)) {
      if (part.kind === 'END') {
        cited = part.cited
        hasEnded = true
        continue
      }
      text = part.kind === 'ANEW' ? '' : text + part.text
      yield part.kind === 'ANEW' ? { ...words(''), startsAnew: true } : words(part.text)
    }
  } finally {
    if (!hasEnded && calls.length > 0) await log({ text, abandoned: true })
  }
  if (!hasEnded) return
  const sources = [
    ...material.messages.map((message) => message.text),
    ...material.passages.flatMap((passage) => [passage.title, passage.text]),
    ...[wish, material.order, material.openQuestion, material.summary, own.text, ...material.facts].filter(
      (one) => one !== null,
    ),
  ]
  const unsupported = unsupportedIn(text, sources)
  const aiResponseId = await log({ text, unsupported })
  yield { ...words(''), suggestion: { text, unsupported, aiResponseId } }
}

function textOf(messages: readonly MessageRow[]): string {
  return messages.flatMap(({ text }) => text ?? []).join('\n')
}

interface KnownOrder {
  /** What a model is told of it. */
  readonly inWords: string
  /** What Parley itself says of it. */
  readonly reply: (language: ReplyLanguage) => string
  readonly question: string | null
}

interface Known {
  readonly messages: readonly MessageRow[]
  /** What the customer wrote since the shop wrote last; all there is of theirs when the shop had the last word. */
  readonly asked: readonly MessageRow[]
  readonly reading: OrderReading
  readonly order: KnownOrder | null
  readonly summary: string | null
  readonly facts: readonly string[]
  readonly locale: string
  readonly hiding: Parameters<typeof replyRequest>[1]
}

async function whatIsKnown(ctx: Ctx, tx: Tx, conversationId: string): Promise<Known | null> {
  const { tenantId } = ctx
  const [conversation] = await tx
    .select({ customerId: conversations.customerId })
    .from(conversations)
    .where(and(eq(conversations.tenantId, tenantId), eq(conversations.id, conversationId)))
  if (conversation === undefined) return null
  const tenant = await tenantSettings(tx, tenantId)
  const messages = await lastMessages(ctx, tx, conversationId, mostMessages)
  const theirs = messages.filter(({ direction }) => direction === 'IN')
  const lastOut = messages.findLast(({ direction }) => direction === 'OUT')?.seq ?? 0
  const since = theirs.filter(({ seq }) => seq > lastOut)
  const asked = since.length > 0 ? since : theirs
  const { catalog } = await loadCatalog(tx, tenantId)
  const read = asked.flatMap(({ id, text }) => (text === null ? [] : [{ id, text }]))
  const order = can(ctx.actor, 'orders:read') ? await newestOrder(tx, tenantId, conversationId, tenant.locale) : null
  const facts = can(ctx.actor, 'customers:read') ? await factsOf(ctx, tx, conversation.customerId) : []
  const summary = messages.length < mostMessages ? null : ((await summaryOf(ctx, tx, conversationId))?.text ?? null)
  const hiding = { redacts: tenant.redactPrompts, privacy: await privacyOf(tx, tenant) }
  return { messages, asked, reading: readOrder(catalog, read), order, summary, facts, locale: tenant.locale, hiding }
}

async function newestOrder(
  tx: Tx,
  tenantId: string,
  conversationId: string,
  locale: string,
): Promise<KnownOrder | null> {
  const isOfIt = and(eq(orders.tenantId, tenantId), eq(orders.conversationId, conversationId))
  const newestFirst = [desc(orders.createdAt), desc(orders.id)]
  const [order] = await tx
    .select()
    .from(orders)
    .where(isOfIt)
    .orderBy(...newestFirst)
    .limit(1)
  if (order === undefined) return null
  const [doubts] = await tx
    .select(orderDoubts(orders))
    .from(orders)
    .where(and(eq(orders.tenantId, tenantId), eq(orders.id, order.id)))
  const summary = await orderSummary(tx, order, locale)
  return {
    inWords: await orderInWords(tx, order, locale),
    reply: (language) => replies.order(language, summary),
    // The columns are those of OrderDoubts by construction.
    question: doubts === undefined ? null : questionAbout(doubts as unknown as OrderDoubts),
  }
}

/** Names Parley's own phrases, as a model's name would. */
const model = 'phrases-1'

/** The draft without a language model; a wish cannot be put into other words, so it is the draft. */
function ownWords(
  language: ReplyLanguage,
  about: {
    readonly wish: string | null
    readonly question: string
    readonly reading: OrderReading
    readonly order: KnownOrder | null
    readonly passages: readonly RankedPassage[]
  },
): OwnWords {
  const { wish, question, reading, order, passages } = about
  if (wish !== null) return { model, text: wish, cited: [] }
  const [best] = passages
  const isAnswer = reading.intents.includes('QUESTION') && best !== undefined && best.relevance >= answerableRelevance
  const answer = isAnswer ? [replies.answer(language, { citations: [asCitation(best, question)] })] : []
  const open = order?.question ?? null
  const rest = open !== null ? [open] : order !== null && !isAnswer ? [order.reply(language)] : []
  const parts = [...answer, ...rest]
  return {
    model,
    text: parts.length === 0 ? replies.received(language) : parts.join('\n\n'),
    cited: isAnswer ? [1] : [],
  }
}

function asCitation({ docId, chunkId, title, headingPath, text }: RankedPassage, question: string) {
  return { docId, chunkId, title, headingPath, excerpt: excerptOf(text, question).text }
}
