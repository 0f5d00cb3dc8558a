import { and, desc, eq } from 'drizzle-orm'
import {
  logAnswers,
  replyLanguage,
  summaryRequest,
  writeText,
  type CallRecord,
  type ReplyLanguage,
} from '../../assistant/index.ts'
import {
  conversations,
  messagesSince,
  replaceSummary,
  summaryOf,
  type MessageRow,
  type Summary,
} from '../../conversations/index.ts'
import { authorise } from '../../platform/auth/permissions.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { hasRow } from '../../platform/db/has-row.ts'
import { notFound } from '../../platform/refusals.ts'
import { refused, type Result } from '../../platform/results.ts'
import { privacyOf, tenantSettings } from '../../tenancy/index.ts'
import { orderInWords } from './summary.ts'
import { orders } from '../tables.ts'

/** So many messages are read at once; more are left for a second round. */
const mostMessages = 100
const mostOrders = 10
const longestQuote = 200

/** Brings a conversation's summary up to now, because somebody asks for it. */
export async function summariseOnRequest(ctx: Ctx, id: string): Promise<Result<{ conversationId: string }>> {
  authorise(ctx.actor, 'conversations:write')
  const isHere = await ctx.db.withTenant(ctx.tenantId, (tx) => hasRow(ctx, tx, conversations, 'conversation', id))
  if (!isHere) return refused(notFound(['id']))
  await summarise(ctx, id, 1)
  return { ok: true, conversationId: id }
}

/**
 * Makes a newer summary out of the last one and what was said since. Beside itself, one of two is kept: each replaces only
 * the summary that it was made from. Talks to the network: never call it inside a transaction.
 *
 * @param atLeast so many messages must have come since the last one
 */
export async function summarise(ctx: Ctx, conversationId: string, atLeast: number): Promise<void> {
  for (;;) {
    const material = await ctx.db.withTenant(ctx.tenantId, (tx) => load(ctx, tx, conversationId))
    const { before, since, language, orders: made, hiding, locale } = material
    const last = since.at(-1)
    if (last === undefined || since.length < atLeast) return
    const request = summaryRequest(
      {
        summary: before?.text ?? null,
        messages: since.map(({ direction, text }) => ({
          from: direction === 'IN' ? 'CUSTOMER' : 'SHOP',
          text: text ?? '',
        })),
        orders: made,
        locale,
      },
      hiding,
    )
    const own = { model: 'extract-1', text: extract(language, made, since), cited: [] }
    const calls: CallRecord[] = []
    let text = ''
    for await (const part of writeText(ctx, request, own, new AbortController().signal, calls)) {
      if (part.kind === 'ANEW') text = ''
      else if (part.kind === 'WORDS') text += part.text
    }
    const model = calls.at(-1)?.model ?? own.model
    const next = { text: text.slice(0, longestSummary), coversUpToSeq: last.seq, model }
    const isNewest = await ctx.db.withTenant(ctx.tenantId, async (tx) => {
      const about = { conversationId, messageIds: since.map(({ id }) => id), task: 'SUMMARISE' } as const
      await logAnswers(ctx, tx, about, calls, { confidence: null, output: { coversUpToSeq: last.seq } })
      return replaceSummary(ctx, tx, conversationId, before, since, next)
    })
    if (!isNewest || since.length < mostMessages) return
  }
}

const longestSummary = 4_000

interface Material {
  readonly before: Summary | null
  readonly since: readonly MessageRow[]
  readonly orders: readonly string[]
  readonly language: ReplyLanguage
  readonly locale: string
  readonly hiding: Parameters<typeof summaryRequest>[1]
}

async function load(ctx: Ctx, tx: Tx, conversationId: string): Promise<Material> {
  const { tenantId } = ctx
  const tenant = await tenantSettings(tx, tenantId)
  const before = await summaryOf(ctx, tx, conversationId)
  const since = await messagesSince(ctx, tx, conversationId, before?.coversUpToSeq ?? 0, mostMessages)
  const newestFirst = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.tenantId, tenantId), eq(orders.conversationId, conversationId)))
    .orderBy(desc(orders.createdAt), desc(orders.id))
    .limit(mostOrders)
  const made: string[] = []
  for (const order of newestFirst.toReversed()) made.push(await orderInWords(tx, order, tenant.locale))
  const hiding = { redacts: tenant.redactPrompts, privacy: await privacyOf(tx, tenant) }
  return {
    before,
    since,
    orders: made,
    language: replyLanguage('unknown', tenant.locale),
    locale: tenant.locale,
    hiding,
  }
}

const labels: Readonly<Record<ReplyLanguage, { orders: string; asked: string; last: string; shop: string }>> = {
  es: { orders: 'Pedidos', asked: 'Preguntó', last: 'Lo último del cliente', shop: 'Lo último de la tienda' },
  en: { orders: 'Orders', asked: 'Asked', last: 'Last from the customer', shop: 'Last from the shop' },
  pt: { orders: 'Pedidos', asked: 'Perguntou', last: 'Última do cliente', shop: 'Última da loja' },
}

/** What the records say, where no model puts it into words: nothing in it is anybody's invention. */
function extract(language: ReplyLanguage, made: readonly string[], since: readonly MessageRow[]): string {
  const say = labels[language]
  const quote = (message: MessageRow | undefined) => {
    const text = (message?.text ?? '').replace(/\s+/g, ' ')
    return `«${text.length > longestQuote ? `${text.slice(0, longestQuote).toWellFormed()}…` : text}»`
  }
  const theirs = since.filter(({ direction }) => direction === 'IN')
  const lastOut = since.findLast(({ direction }) => direction === 'OUT')
  const questions = theirs.filter(({ text }) => text?.includes('?')).slice(-3)
  const lastIn = theirs.at(-1)
  return [
    ...(made.length === 0 ? [] : [`${say.orders}: ${made.join(' | ')}`]),
    ...(questions.length === 0 ? [] : [`${say.asked}: ${questions.map(quote).join(' ')}`]),
    ...(lastIn === undefined ? [] : [`${say.last}: ${quote(lastIn)}`]),
    ...(lastOut === undefined ? [] : [`${say.shop}: ${quote(lastOut)}`]),
  ].join('\n')
}
