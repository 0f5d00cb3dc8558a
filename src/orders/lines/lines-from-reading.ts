import type { ReviewReason } from '../../assistant/index.ts'
import type { PricedProduct } from '../../catalog/index.ts'
import { cleanText } from '../../platform/channels/index.ts'
import { newId } from '../../platform/ids.ts'
import type { ReadLine } from '../../platform/ai/offline/index.ts'
import { roundQuantity } from './amounts.ts'
import type { LineRecord } from './line-record.ts'
import { inSoldUnit } from './sold-unit.ts'
import { chooseVariants, keepsPrice, keptSnapshot, sameVariants, snapshotOf, type LineSnapshot } from './snapshot.ts'
import type { LineOption, LineSpan, OrderLineSource } from '../tables.ts'

/** A line as a model read it, or as a catalogue cart has it. */
export type DraftLine = ReadLine & {
  /** Which line of the order it is about; null or absent: a new one. */
  readonly lineId?: string | null
  /** Set for a line of a catalogue cart: the shop's code of the product. Such a line has no words to show. */
  readonly cartCode?: string
  /** Set for a line of an earlier order: what it was called then. Its words mean that whole order, not the product. */
  readonly repeatedName?: string
}

const mostCandidates = 5
const longestName = 200

/**
 * Turns what a model read into lines of an order. The model is not believed: ids that are not in `products` are
 * dropped, every price comes from there, a line that shows no words of the customer is left out, and each such step
 * leaves a reason for a person to look.
 *
 * @param products the tenant's products that the lines name, as `pricedProducts` found them
 * @param current the lines that the order has; empty for a new order
 */
export function linesFromReading(
  read: readonly DraftLine[],
  reasons: readonly ReviewReason[],
  products: ReadonlyMap<string, PricedProduct>,
  current: readonly LineRecord[],
  currency: string,
): { readonly lines: readonly LineRecord[]; readonly reasons: readonly ReviewReason[] } {
  const lines: LineRecord[] = []
  const found: ReviewReason[] = reasons.filter((reason) => reason.linePosition === null)
  const keptIds = new Set<string>()
  read.forEach((line, index) => {
    const kept = current.find(({ id }) => id === line.lineId && !keptIds.has(id)) ?? null
    const spans = withoutRepeats([...(kept?.spans ?? []), ...line.spans.map(storableSpan)])
    if (spans.length === 0 && kept === null && line.cartCode === undefined) {
      const message = 'The model named a line that it could not show in the words of the customer; it was left out.'
      found.push({ code: 'MODEL_NO_EVIDENCE', message, linePosition: null })
      return
    }
    const position = lines.length
    if (kept !== null) keptIds.add(kept.id)
    const said = reasons.filter((reason) => reason.linePosition === index)
    const seen: ReviewReason[] = []
    const doubt = (code: ReviewReason['code'], message: string) => {
      const isSaid = code === 'AMBIGUOUS_UNIT' && said.some((reason) => reason.code === code)
      if (!isSaid) seen.push({ code, message, linePosition: position })
    }
    const written = lineFrom({ ...line, spans }, kept, products, currency, doubt)
    // A model does not know how much a case is; the catalogue did.
    const settled = written.convertedFrom === null ? null : 'AMBIGUOUS_UNIT'
    const open = said.filter(({ code }) => code !== settled)
    found.push(...open.map((reason) => ({ ...reason, linePosition: position })), ...seen)
    lines.push(written)
  })
  return { lines, reasons: found }
}

function lineFrom(
  read: DraftLine,
  kept: LineRecord | null,
  products: ReadonlyMap<string, PricedProduct>,
  currency: string,
  doubt: (code: ReviewReason['code'], message: string) => void,
): LineRecord {
  const quantity = roundQuantity(read.quantity)
  if (quantity === null)
    doubt('AMBIGUOUS_QUANTITY', `«${read.quantity.slice(0, 40)}» is no quantity; it was taken as 1.`)
  const product = products.get(read.productId ?? '')
  const sold = inSoldUnit(quantity ?? '1', read.unit, product)
  if (sold === null && (kept === null || read.unit !== kept.unit)) {
    doubt('AMBIGUOUS_UNIT', `«${product?.name}» is sold by «${product?.unit}», the customer says «${read.unit}».`)
  }
  const { convertedFrom = null, ...amount } = sold ?? { quantity: quantity ?? '1', unit: read.unit }
  const line = { ...read, ...amount, options: read.options.map(onlyOption) }
  if (kept !== null && isUnchanged(kept, line) && keepsPrice(kept, products.get(kept.productId ?? ''))) {
    return { ...kept, spans: read.spans }
  }
  const snapshot = snapshotFor(line, kept, products, currency, doubt)
  return {
    ...snapshot,
    id: kept?.id ?? newId('orderLine'),
    quantity: line.quantity,
    options: line.options,
    source: sourceOf(read, kept),
    confidence: read.confidence,
    spans: read.spans,
    candidates: candidatesOf(read, products),
    learnedAliasId: snapshot.productId === null ? null : (read.learnedId ?? null),
    convertedFrom: convertedFrom ?? (kept?.quantity === line.quantity ? kept.convertedFrom : null),
  }
}

/** A line that a person wrote and a message then changed is the message's word, when the message shows it. */
function sourceOf(read: DraftLine, kept: LineRecord | null): OrderLineSource {
  if (read.cartCode !== undefined) return 'CATALOGUE_CART'
  return read.spans.length > 0 ? 'AI' : (kept?.source ?? 'AI')
}

function snapshotFor(
  line: DraftLine,
  kept: LineRecord | null,
  products: ReadonlyMap<string, PricedProduct>,
  currency: string,
  doubt: (code: ReviewReason['code'], message: string) => void,
): LineSnapshot {
  const product = line.productId === null ? undefined : products.get(line.productId)
  if (kept !== null && isSameProduct(kept, line) && keepsPrice(kept, product)) {
    const same = keptSnapshot(kept, line.quantity, line.unit ?? kept.unit)
    if (same !== null) return same
  }
  if (product === undefined || !product.isActive) {
    if (product !== undefined) doubt('UNKNOWN_PRODUCT', 'The product is no longer on sale.')
    else if (line.productId !== null) doubt('MODEL_UNKNOWN_PRODUCT', 'The model named a product that is not there.')
    return unmatched(line, kept)
  }
  const { variants, unknown, repeated } = chooseVariants(product, line.variantIds)
  if (unknown.length > 0) doubt('AMBIGUOUS_VARIANT', 'A variant was named that the product does not have.')
  if (repeated.length > 0) doubt('AMBIGUOUS_VARIANT', 'Two variants of one axis were named.')
  const wanted = { quantity: line.quantity, unit: line.unit, currency }
  if (product.currency !== currency) doubt('PRICE_MISSING', `The product is priced in ${product.currency}.`)
  const snapshot = snapshotOf(product, variants, wanted)
  if (snapshot !== null) return snapshot
  doubt('UNUSUAL_QUANTITY', 'The amount is beyond anything a line may cost.')
  return { ...unmatched(line, kept), name: product.name }
}

/** A line without a product goes by the customer's words. */
function unmatched(line: DraftLine, kept: LineRecord | null): LineSnapshot {
  const words = line.spans.map((span) => span.text.trim()).filter((text) => text !== '')
  const name = (line.cartCode ?? line.repeatedName ?? words.join(' … ')).slice(0, longestName).toWellFormed()
  return {
    productId: null,
    sku: null,
    name: name === '' ? (kept?.name ?? '—') : name,
    unit: line.unit,
    unitPriceMinor: null,
    totalMinor: null,
    variants: [],
  }
}

function isSameProduct(kept: LineRecord, read: DraftLine): boolean {
  return kept.productId === read.productId && sameVariants(kept.variants, read.variantIds)
}

function isUnchanged(kept: LineRecord, read: DraftLine): boolean {
  return (
    isSameProduct(kept, read) &&
    kept.quantity === read.quantity &&
    (read.unit === null || kept.unit === read.unit) &&
    sameOptions(kept.options, read.options)
  )
}

/** Whether two lists of wishes say the same, in the same order. */
export function sameOptions(a: readonly LineOption[], b: readonly LineOption[]): boolean {
  const written = (options: readonly LineOption[]) =>
    JSON.stringify(options.map(({ group, value, negated, qualifier }) => [group, value, negated, qualifier]))
  return written(a) === written(b)
}

function candidatesOf(read: DraftLine, products: ReadonlyMap<string, PricedProduct>): LineRecord['candidates'] {
  const seen = new Set<string>()
  return read.candidates
    .filter(({ productId }) => {
      const isNew = products.get(productId)?.isActive === true && !seen.has(productId)
      seen.add(productId)
      return isNew
    })
    .slice(0, mostCandidates)
    .map(({ productId, score }) => ({ productId, score }))
}

function onlyOption({ group, value, negated, qualifier }: LineOption): LineOption {
  return { group, value, negated, qualifier }
}

/** Half an emoji is no text that JSON in Postgres can hold. */
export function storableSpan({ messageId, start, end, text }: LineSpan): LineSpan {
  return { messageId, start, end, text: cleanText(text) }
}

function withoutRepeats(spans: readonly LineSpan[]): LineSpan[] {
  const seen = new Set<string>()
  return spans.filter(({ messageId, start, end }) => {
    const key = `${messageId} ${start} ${end}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
