import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { send, statement } from '../platform/db/statement.ts'
import type { LineRecord } from './lines/line-record.ts'

/** So far back «the usual» can mean. */
const mostPastOrders = 10
/** One list twice within it is rather a slip, or one wish by two ways, than hunger: shorter than from one day's order to the next's. */
const duplicateWindowMs = 12 * 3_600_000
/** Shops that do not say when they pack leave orders confirmed for ever; older ones are done. */
const changeWindowMs = 48 * 3_600_000
/** So many of a customer's latest orders are looked at for the same list. */
const mostRecentOrders = 20

/** What tells of a line whether it is the same thing in the same amount. */
export interface ListedLine {
  /** Null while unmatched; then the name tells. */
  readonly productId: string | null
  readonly name: string
  readonly quantity: string
  readonly unit: string | null
  readonly options: LineRecord['options']
  readonly variantIds: readonly string[]
}

/** An order of the same customer, with its lines by position. */
export interface PastOrder {
  readonly id: string
  readonly number: number
  readonly lines: readonly ListedLine[]
}

/** What this customer had confirmed, the newest first: what «the usual» may mean. One statement. */
export function pastOrders(ctx: Ctx, tx: Tx, customerId: string): Promise<PastOrder[]> {
  return send(tx, agreedOrders.with({ tenantId: ctx.tenantId, customerId }))
}

/** What this customer had confirmed lately and nobody packs yet, the newest first: what «take the cheese off» may mean. */
export function changeableOrders(ctx: Ctx, tx: Tx, customerId: string): Promise<PastOrder[]> {
  const since = new Date(ctx.clock.now().getTime() - changeWindowMs)
  return send(tx, confirmedOrders.with({ tenantId: ctx.tenantId, customerId, since }))
}

/** What this customer ordered a short while ago and did not call off, the newest first. One statement. */
export function recentOrders(ctx: Ctx, tx: Tx, customerId: string): Promise<PastOrder[]> {
  const since = new Date(ctx.clock.now().getTime() - duplicateWindowMs)
  return send(tx, latestOrders.with({ tenantId: ctx.tenantId, customerId, since }))
}

function listOrders<More extends object>(which: string, most: number) {
  return statement<More & { readonly tenantId: string; readonly customerId: string }, PastOrder>(
    `/* listOrders */
    select o.id, o.number, (
      select coalesce(json_agg(json_build_object('productId', l.product_id, 'name', l.name, 'unit', l.unit,
        'quantity', trim_scale(l.quantity)::text, 'options', l.options, 'variantIds', (
          select coalesce(json_agg(v.variant_id order by v.variant_id), '[]') from order_line_variants v
          where v.tenant_id = l.tenant_id and v.line_id = l.id
        )) order by l.position), '[]')
      from order_lines l where l.tenant_id = o.tenant_id and l.order_id = o.id
    ) as lines
    from orders o
    where o.tenant_id = $tenantId and o.customer_id = $customerId and ${which}
    order by o.created_at desc, o.id desc
    limit ${most}`,
  )
}

const isAgreed = `o.status in ('CONFIRMED', 'PICKING', 'SHIPPED', 'DELIVERED')`
const isConfirmed = `o.status = 'CONFIRMED' and o.created_at > $since::timestamptz`
const isRecent = `o.created_at > $since::timestamptz and o.status not in ('CANCELLED', 'REJECTED', 'RETURNED')`

const agreedOrders = listOrders(isAgreed, mostPastOrders)
const confirmedOrders = listOrders<{ readonly since: Date }>(isConfirmed, mostPastOrders)
const latestOrders = listOrders<{ readonly since: Date }>(isRecent, mostRecentOrders)

/** The same for two lists of the same things in the same amounts, in whatever order they stand. */
export function listKey(lines: readonly ListedLine[]): string {
  const keys = lines.map(({ productId, name, quantity, unit, options, variantIds }) => {
    const wishes = options.map((option) => [option.group, option.value, option.negated, option.qualifier].join(' '))
    return JSON.stringify([productId ?? name, quantity, unit, [...variantIds].toSorted(), wishes.toSorted()])
  })
  return keys.toSorted().join('\n')
}

/** Lines of an order as a list to compare. */
export function listed(lines: readonly LineRecord[]): ListedLine[] {
  return lines.map(({ variants, ...line }) => ({ ...line, variantIds: variants.map(({ variantId }) => variantId) }))
}
