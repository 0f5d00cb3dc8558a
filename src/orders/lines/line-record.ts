import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { send, statement, type Pending } from '../../platform/db/statement.ts'
import { together } from '../../platform/db/together.ts'
import type { LineCandidate, LineOption, LineSpan, OrderLineSource, OrderRow, SaidAmount } from '../tables.ts'

/** A line with all its parts, as the verbs read and write it. */
export interface LineRecord {
  readonly id: string
  /** Null while unmatched. */
  readonly productId: string | null
  readonly sku: string | null
  readonly name: string
  readonly unit: string | null
  /** In its written form, see `parseQuantity`. */
  readonly quantity: string
  readonly unitPriceMinor: bigint | null
  readonly totalMinor: bigint | null
  readonly options: readonly LineOption[]
  readonly source: OrderLineSource
  readonly confidence: number | null
  readonly spans: readonly LineSpan[]
  readonly variants: readonly LineVariant[]
  readonly candidates: readonly LineCandidate[]
  /** What people taught that named the product. */
  readonly learnedAliasId: string | null
  /** The amount as the customer said it, where it was in another unit. */
  readonly convertedFrom: SaidAmount | null
}

export interface LineVariant {
  readonly variantId: string
  readonly axis: string
  readonly value: string
}

/** The lines of an order, by position, in one statement. */
export async function readLines(tx: Tx, tenantId: string, orderId: string): Promise<LineRecord[]> {
  const found = await send(tx, linesOfOrder.with({ tenantId, orderId }))
  return found.map(({ line }) => line)
}

/**
 * The statement for it, also for an order that need not be asked for first.
 * @param order its id as SQL that is written in the code; with named values like a `statement`
 */
export function lineStatement<Values extends { readonly tenantId: string }>(order: string) {
  const stored = statement<Values, StoredLine>(`/* readLines */
    select l.order_id as "orderId", l.id, l.product_id as "productId", l.sku, l.name, l.unit, trim_scale(l.quantity)::text as quantity,
      l.unit_price_minor::text as price, l.total_minor::text as total, l.options, l.source, l.confidence, l.spans,
      l.candidates, l.learned_alias_id as "learnedAliasId",
      l.converted_from as "convertedFrom",
      coalesce((
        select json_agg(json_build_object('variantId', v.variant_id, 'axis', v.axis, 'value', v.value) order by v.axis)
        from order_line_variants v where v.tenant_id = l.tenant_id and v.line_id = l.id
      ), '[]') as variants
    from order_lines l
    where l.tenant_id = $tenantId and l.order_id = ${order}
    order by l.position`)
  return {
    with: (values: Values): Pending<{ readonly orderId: string; readonly line: LineRecord }[]> => {
      const { text, values: sent, resultOf } = stored.with(values)
      return { text, values: sent, resultOf: (rows) => resultOf(rows).map(lineOf) }
    },
  }
}

const linesOfOrder = lineStatement<{ tenantId: string; orderId: string }>('$orderId')

function lineOf({ orderId, price, total, ...line }: StoredLine): { orderId: string; line: LineRecord } {
  const unitPriceMinor = price === null ? null : BigInt(price)
  return { orderId, line: { ...line, unitPriceMinor, totalMinor: total === null ? null : BigInt(total) } }
}

type StoredLine = Omit<LineRecord, 'unitPriceMinor' | 'totalMinor'> & {
  readonly orderId: string
  readonly price: string | null
  readonly total: string | null
}

/** Gives the order exactly these lines, in this order; a kept line keeps its id. Two statements, sent at once. */
export async function replaceLines(
  ctx: Ctx,
  tx: Tx,
  order: Pick<OrderRow, 'id' | 'currency'>,
  lines: readonly LineRecord[],
): Promise<void> {
  await together([
    send(tx, deleteLines.with({ tenantId: ctx.tenantId, orderId: order.id })),
    insertLines(ctx, tx, order, lines),
  ])
}

const deleteLines = statement<{ tenantId: string; orderId: string }>(
  '/* replaceLines */ delete from order_lines where tenant_id = $tenantId and order_id = $orderId',
)

/** Lines with their variants in one statement: foreign keys are checked when it ends. */
export async function insertLines(
  ctx: Ctx,
  tx: Tx,
  order: Pick<OrderRow, 'id' | 'currency'>,
  lines: readonly LineRecord[],
): Promise<void> {
  if (lines.length === 0) return
  const document = JSON.stringify(lines, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  await send(
    tx,
    newLines.with({ tenantId: ctx.tenantId, orderId: order.id, currency: order.currency, lines: document }),
  )
}

const newLines = statement<{ tenantId: string; orderId: string; currency: string; lines: string }>(
  `/* insertLines */
    with line as materialized (
      select (e.ordinality - 1)::integer as position, e.line
      from jsonb_array_elements($lines::text::jsonb) with ordinality as e (line, ordinality)
    ), written as (
      insert into order_lines (tenant_id, id, order_id, position, product_id, sku, name, unit, quantity, currency,
        unit_price_minor, total_minor, options, source, confidence, spans, candidates, learned_alias_id, converted_from)
      select $tenantId, line->>'id', $orderId, position, line->>'productId', line->>'sku', line->>'name',
        line->>'unit', (line->>'quantity')::numeric, $currency, (line->>'unitPriceMinor')::bigint,
        (line->>'totalMinor')::bigint, line->'options', line->>'source', (line->>'confidence')::double precision,
        line->'spans', line->'candidates', line->>'learnedAliasId',
        nullif(line->'convertedFrom', 'null'::jsonb)
      from line
    )
    insert into order_line_variants (tenant_id, line_id, axis, value, variant_id)
    select $tenantId, line->>'id', v->>'axis', v->>'value', v->>'variantId'
    from line, jsonb_array_elements(line->'variants') as v`,
)

/** What the order's own row says of its lines. */
export function summaryOf(lines: readonly LineRecord[]): { totalMinor: bigint; isComplete: boolean } {
  return {
    totalMinor: lines.reduce((sum, line) => sum + (line.totalMinor ?? 0n), 0n),
    isComplete: lines.length > 0 && lines.every((line) => line.productId !== null),
  }
}
