import { and, eq } from 'drizzle-orm'
import { pricedProducts } from '../catalog/index.ts'
import { conversations } from '../conversations/index.ts'
import type * as gql from '../generated/schema.ts'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { violatedConstraint } from '../platform/db/faults.ts'
import { withIdempotency } from '../platform/db/idempotency.ts'
import { isId } from '../platform/ids.ts'
import { invalidInput, notFound, refusal } from '../platform/refusals.ts'
import { refused, type Result } from '../platform/results.ts'
import { tenantSettings } from '../tenancy/index.ts'
import { insertOrder } from './draft.ts'
import { insertLines, summaryOf } from './lines/line-record.ts'
import { linesFromInput, productIdsOf } from './lines/lines-from-input.ts'
import { nextOrderNumber } from './number.ts'

export type CreatedOrder = Result<{ readonly orderId: string }>

/** Creates an order by hand, as a draft, priced from the catalogue. */
export async function createOrder(
  ctx: Ctx,
  input: gql.OrderCreateInput,
  idempotencyKey: string | null,
): Promise<CreatedOrder> {
  authorise(ctx.actor, 'orders:write')
  try {
    return await ctx.db.withTenant(ctx.tenantId, (tx) =>
      withIdempotency(ctx, tx, { operation: 'orderCreate', key: idempotencyKey, input }, () =>
        createIn(ctx, tx, input),
      ),
    )
  } catch (error) {
    switch (violatedConstraint(error)) {
      case 'orders_customer_id_fkey':
        return refused(notFound(['input', 'customerId']))
      case 'orders_external_id_key':
        return refused(refusal('ALREADY_EXISTS', 'Another order has this id.', ['input', 'externalId']))
      default:
        throw error
    }
  }
}

async function createIn(ctx: Ctx, tx: Tx, input: gql.OrderCreateInput): Promise<CreatedOrder> {
  const note = clean(input.note)
  const externalId = clean(input.externalId)
  const tooLong = [
    ...((note?.length ?? 0) > 2_000 ? [invalidInput('At most 2,000 characters.', ['input', 'note'])] : []),
    ...((externalId?.length ?? 0) > 100 ? [invalidInput('At most 100 characters.', ['input', 'externalId'])] : []),
  ]
  const { currency } = await tenantSettings(tx, ctx.tenantId)
  const products = await pricedProducts(tx, ctx.tenantId, productIdsOf(input.lines, []))
  const parsed = linesFromInput(input.lines, products, [], currency, ['input', 'lines'])
  if (!parsed.ok) return refused(...tooLong, ...parsed.errors)
  if (tooLong.length > 0) return refused(...tooLong)
  if (!isId('customer', input.customerId)) return refused(notFound(['input', 'customerId']))
  const conversationId = input.conversationId ?? null
  if (conversationId !== null && !(await isOf(ctx, tx, conversationId, input.customerId))) {
    return refused(notFound(['input', 'conversationId']))
  }
  const order = await insertOrder(ctx, tx, {
    ...summaryOf(parsed.lines),
    number: await nextOrderNumber(tx, ctx.tenantId),
    source: ctx.actor.kind === 'API_CLIENT' ? 'API' : 'STAFF',
    customerId: input.customerId,
    conversationId,
    currency,
    note,
    externalId,
  })
  await insertLines(ctx, tx, order, parsed.lines)
  return { ok: true, orderId: order.id }
}

async function isOf(ctx: Ctx, tx: Tx, conversationId: string, customerId: string): Promise<boolean> {
  if (!isId('conversation', conversationId)) return false
  const [conversation] = await tx
    .select({ customerId: conversations.customerId })
    .from(conversations)
    .where(and(eq(conversations.tenantId, ctx.tenantId), eq(conversations.id, conversationId)))
  return conversation?.customerId === customerId
}

/** Trimmed, without the one character that Postgres cannot store; null when nothing is left. */
function clean(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').toWellFormed().replaceAll('\0', '').trim()
  return trimmed === '' ? null : trimmed
}
