import type { ReviewReason } from '../../assistant/index.ts'
import type { CurrentLine } from '../../platform/ai/offline/index.ts'
import type { Reading } from '../../platform/ai/model.ts'
import type { OpenOrder } from '../amend.ts'
import type { LineRecord } from '../lines/line-record.ts'
import type { DraftLine } from '../lines/lines-from-reading.ts'

/** Doubts that `decide` finds anew on every decision; keeping the old ones would say them twice. */
const foundAnew: ReadonlySet<string> = new Set([
  'LOW_CONFIDENCE',
  'PRICE_MISSING',
  'AUTO_CONFIRM_OFF',
  'RANDOM_CHECK',
  'UNKNOWN_PRODUCT',
  'UNUSUAL_QUANTITY',
])

/** The lines of the open order that a customer's words can be about: those that have a product. */
export function currentLines(open: OpenOrder | null): CurrentLine[] {
  return matched(open).map((line) => ({
    productId: line.productId,
    variantIds: line.variants.map(({ variantId }) => variantId),
    // «Make it 3» is said in the customer's own unit.
    quantity: line.convertedFrom?.quantity ?? line.quantity,
    unit: line.convertedFrom?.unit ?? line.unit,
  }))
}

/** What an order is to have after a reading, and what is in doubt about it. */
export interface NextLines {
  readonly lines: readonly DraftLine[]
  readonly reasons: readonly ReviewReason[]
}

/**
 * The open order's lines as the reading changes them, then the lines it adds. A message that would take back every line takes
 * none: the order stays readable for the person who decides about the cancellation.
 */
export function nextLines(open: OpenOrder | null, reading: Reading): NextLines {
  const target = matched(open)
  const changes = new Map(reading.changes.map((change) => [target[change.currentLineIndex]?.id, change]))
  const before = open?.lines ?? []
  const takesAllBack =
    before.length > 0 && reading.lines.length === 0 && before.every((line) => changes.get(line.id)?.kind === 'REMOVE')

  const lines: DraftLine[] = []
  const reasons: ReviewReason[] = []
  before.forEach((line, position) => {
    const change = takesAllBack ? undefined : changes.get(line.id)
    if (change?.kind === 'REMOVE') return
    if (change === undefined || change.line === null) {
      reasons.push(...keptReasons(open, position, lines.length))
      lines.push(unchanged(line))
    } else lines.push({ ...change.line, lineId: line.id })
  })
  const firstNew = lines.length
  lines.push(...reading.lines)

  for (const reason of [...keptReasons(open, null, null), ...reading.reasons.map((found) => placed(found, firstNew))]) {
    if (!reasons.some((known) => known.code === reason.code && known.linePosition === reason.linePosition)) {
      reasons.push(reason)
    }
  }
  if (takesAllBack && !reasons.some(({ code }) => code === 'CANCEL_REQUEST')) {
    reasons.push({ code: 'CANCEL_REQUEST', message: 'The customer takes the whole order back.', linePosition: null })
  }
  return { lines, reasons }
}

type MatchedLine = LineRecord & { readonly productId: string }

function matched(open: OpenOrder | null): MatchedLine[] {
  return (open?.lines ?? []).filter((line): line is MatchedLine => line.productId !== null)
}

function unchanged(line: LineRecord): DraftLine {
  return {
    lineId: line.id,
    productId: line.productId,
    variantIds: line.variants.map(({ variantId }) => variantId),
    quantity: line.quantity,
    unit: line.unit,
    options: line.options,
    // A line that a person wrote is beyond a model's doubt.
    confidence: line.confidence ?? 1,
    spans: line.spans,
    candidates: line.candidates,
  }
}

function keptReasons(open: OpenOrder | null, from: number | null, to: number | null): ReviewReason[] {
  return (open?.order.reviewReasons ?? [])
    .filter(({ code, linePosition }) => linePosition === from && !foundAnew.has(code))
    .map((reason) => ({ ...reason, linePosition: to }))
}

function placed(reason: Reading['reasons'][number], firstNew: number): ReviewReason {
  const linePosition = reason.lineIndex === undefined ? null : reason.lineIndex + firstNew
  return { code: reason.code, message: reason.message, linePosition }
}
