import type { OrderSummary } from '../../assistant/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { formatMoney } from '../../platform/money.ts'
import { readLines, type LineRecord } from '../lines/line-record.ts'
import type { OrderRow } from '../tables.ts'

/** What a reply tells the customer of their order. */
export async function orderSummary(tx: Tx, order: OrderRow, locale: string): Promise<OrderSummary> {
  return summaryFor(order, await readLines(tx, order.tenantId, order.id), locale)
}

/** The same of lines that are at hand. */
export function summaryFor(order: OrderRow, lines: readonly LineRecord[], locale: string): OrderSummary {
  return {
    number: order.number,
    isConfirmed: order.status === 'CONFIRMED',
    lines: lines.map(({ quantity, unit, name, variants }) => ({
      quantity,
      unit,
      name: [name, ...variants.map(({ value }) => value)].join(' '),
    })),
    total: formatMoney(order.totalMinor, order.currency, locale),
  }
}

/** An order in one line: for models, and where no model writes. */
export async function orderInWords(tx: Tx, order: OrderRow, locale: string): Promise<string> {
  const { number, lines, total } = await orderSummary(tx, order, locale)
  const listed = lines.map(({ quantity, unit, name }) => `${quantity} ${unit ?? '×'} ${name}`)
  return `No. ${number}, ${order.status}: ${listed.join('; ')}. ${total}`
}
