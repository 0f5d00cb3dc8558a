import { sql, type SQL } from 'drizzle-orm'
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core'
import {
  aiResponses,
  draftQuestion,
  replyLanguage,
  wouldBeSure,
  type DoubtfulLine,
  type DoubtfulOrder,
  type ReplyLanguage,
  type ReviewReason,
} from '../assistant/index.ts'
import { thresholdOf } from '../tenancy/index.ts'
import { orderLines, type orders } from './tables.ts'
import { isEditable, type OrderStatus } from './transitions.ts'

/** What `Order.draftQuestion` is made of. */
export interface OrderDoubts extends DoubtfulOrder {
  readonly status: OrderStatus
  /** In which the customer wrote; null when no model read it. */
  readonly language: ReplyLanguage | 'unknown' | null
  readonly locale: string
}

/** The same as SQL expressions. */
export function orderDoubts(order: typeof orders): Record<keyof OrderDoubts, SQL> {
  const line = alias(orderLines, 'doubtful')
  const numberOf = (id: SQL) =>
    sql`(select other.number from orders as other where other.tenant_id = ${order.tenantId} and other.id = ${id})`
  return {
    number: sql`${order.number}`,
    status: sql`${order.status}`,
    reasons: sql`${order.reviewReasons}`,
    repeats: numberOf(sql`${order.repeatsOrderId}`),
    duplicateOf: numberOf(sql`${order.duplicateOfOrderId}`),
    language: sql`(select answer.output->>'language' from ${aiResponses} as answer
      where answer.tenant_id = ${order.tenantId} and answer.id = ${order.aiResponseId})`,
    locale: sql`(select tenant.locale from tenants as tenant where tenant.id = ${order.tenantId})`,
    lines: sql`(select coalesce(jsonb_agg(${doubtfulLine(line)} order by ${line.position}), '[]')
      from ${orderLines} as doubtful where ${line.tenantId} = ${order.tenantId} and ${line.orderId} = ${order.id})`,
  }
}

/** A question that would settle the doubts, while the order can still be changed. */
export function questionAbout({ status, language, locale, ...order }: OrderDoubts): string | null {
  return isEditable(status) ? draftQuestion(replyLanguage(language ?? 'unknown', locale), order) : null
}

/** What `OrderLine.wouldBeSure` is made of. */
export interface LineDoubts {
  readonly line: DoubtfulLine & { readonly confidence: number | null }
  readonly reasons: readonly ReviewReason[]
  readonly threshold: number
}

/** The same as SQL expressions. */
export function lineDoubts(line: typeof orderLines): Record<keyof LineDoubts, SQL> {
  return {
    line: sql`${doubtfulLine(line)} || jsonb_build_object('confidence', ${line.confidence})`,
    reasons: reasonsOfLine(line),
    threshold: thresholdOf(sql`${line.tenantId}`),
  }
}

/** What would have let the assistant take the line by itself. */
export function wouldHaveBeenSure({ line, reasons, threshold }: LineDoubts): string[] {
  const codes = reasons.map(({ code }) => code)
  return wouldBeSure(line, codes, threshold)
}

/** The doubts about this line, as jsonb. */
export function reasonsOfLine(line: typeof orderLines): SQL {
  return sql`(select coalesce(jsonb_agg(reason order by n), '[]')
    from orders as doubted, jsonb_array_elements(doubted.review_reasons) with ordinality as reasons (reason, n)
    where doubted.tenant_id = ${line.tenantId} and doubted.id = ${line.orderId}
      and (reason->>'linePosition')::integer = ${line.position})`
}

type ShownColumns = 'tenantId' | 'productId' | 'name' | 'quantity' | 'unit' | 'spans' | 'candidates'

/** A `DoubtfulLine`, as jsonb. */
function doubtfulLine(line: Readonly<Record<ShownColumns, AnyPgColumn>>): SQL {
  return sql`jsonb_build_object(
    'name', ${line.name},
    'words', (select coalesce(string_agg(span->>'text', ' … '), '') from jsonb_array_elements(${line.spans}) as span),
    'quantity', trim_scale(${line.quantity})::text,
    'unit', ${line.unit},
    'soldBy', (select own.unit from products as own where own.tenant_id = ${line.tenantId} and own.id = ${line.productId}),
    'candidates', (select coalesce(jsonb_agg(maybe.name order by n), '[]')
      from jsonb_array_elements(${line.candidates}) with ordinality as candidates (candidate, n)
      join products as maybe on maybe.tenant_id = ${line.tenantId} and maybe.id = candidate->>'productId'),
    'variants', (select coalesce(jsonb_agg(kind.value order by kind.axis, kind.value), '[]') from product_variants as kind
      where kind.tenant_id = ${line.tenantId} and kind.product_id = ${line.productId} and kind.is_active)
  )`
}
