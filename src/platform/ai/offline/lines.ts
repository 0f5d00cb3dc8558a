import type { Catalog } from './catalog.ts'
import { lineConfidence } from './confidence.ts'
import type { DraftItem, TokenRange } from './draft.ts'
import { packSize } from './pack-size.ts'
import type { Token } from './tokens.ts'
import type { CatalogProduct, InputMessage, ReadLine, ReadLineOption, ReviewReason, TextSpan } from './types.ts'
import { canonicalUnit, isConvertible, measures } from './units.ts'
import { chooseVariants } from './variants.ts'

export interface FinishedLine {
  readonly line: ReadLine
  readonly reasons: readonly Omit<ReviewReason, 'lineIndex'>[]
}

/** Turns a draft into a line with its evidence, its candidates and the reasons a person should look. */
export function finishLine(
  catalog: Catalog,
  messages: readonly InputMessage[],
  tokens: readonly Token[],
  item: DraftItem,
): FinishedLine {
  const reasons: Omit<ReviewReason, 'lineIndex'>[] = []
  item.products = preferSoldBy(catalog, item)
  const best = item.products[0]
  const second = item.products[1]
  const product = best ? catalog.products[best.target] : undefined
  const isAmbiguous = best !== undefined && second !== undefined && isTie(best, second)
  const said = best ? chooseVariants(catalog, best.target, item.variants) : { variantIds: [], isAmbiguous: false }
  const variants = { ...said, variantIds: withLearnedVariants(product, said.variantIds, item) }
  const spans = toSpans(messages, tokens, item.ranges)
  const words = spans.map((span) => span.text).join(' … ')
  if (!product) reasons.push({ code: 'UNKNOWN_PRODUCT', message: `Nothing in the catalogue is called «${words}».` })
  else if (isAmbiguous) {
    const names = item.products.slice(0, 3).map((mention) => `«${catalog.products[mention.target]?.name}»`)
    reasons.push({ code: 'AMBIGUOUS_PRODUCT', message: `«${words}» may mean ${names.join(' or ')}.` })
  }
  const packs = product === undefined ? null : countInPacks(product, item)
  if (
    item.isQuantityAmbiguous ||
    item.quantityKind === 'vague' ||
    isBrokenPiece(product, item) ||
    isCalledSize(product, said.variantIds, item)
  ) {
    reasons.push({ code: 'AMBIGUOUS_QUANTITY', message: `«${words}» does not say clearly how many.` })
  }
  if (product && hasForeignUnit(product, item.unit)) {
    reasons.push({
      code: 'AMBIGUOUS_UNIT',
      message: `«${product.name}» is sold by «${product.unit}», the customer says «${item.unit}».`,
    })
  }
  if (product && isVeryMuch(product, item))
    reasons.push({
      code: 'AMBIGUOUS_UNIT',
      message: `«${product.name}» is sold by «${product.unit}»; «${words}» may count something smaller.`,
    })
  if (product && packs?.isAmbiguous)
    reasons.push({
      code: 'AMBIGUOUS_UNIT',
      message: `«${product.name}» holds several; «${words}» does not say whether pieces or packs.`,
    })
  if (variants.isAmbiguous)
    reasons.push({
      code: 'AMBIGUOUS_VARIANT',
      message: `«${words}» may mean more than one variant of «${product?.name}».`,
    })
  const line: ReadLine = {
    productId: product?.id ?? null,
    variantIds: variants.variantIds,
    quantity: formatQuantity(packs?.quantity ?? item.quantity),
    unit: item.unit,
    options: toOptions(catalog, item),
    confidence: lineConfidence(catalog, item, reasons),
    spans,
    candidates: best && !isAmbiguous && best.isFull ? [] : toCandidates(catalog, item),
    ...(best?.learned === undefined ? {} : { learnedId: best.learned.id }),
  }
  return { line, reasons }
}

/** A learned phrase names variants too; what the customer says beside it goes before, axis by axis. */
function withLearnedVariants(
  product: CatalogProduct | undefined,
  said: readonly string[],
  item: DraftItem,
): readonly string[] {
  const learned = item.products[0]?.learned?.variantIds ?? []
  if (product === undefined || learned.length === 0) return said
  const spoken = item.variants.length > 0 ? said : []
  const axisOf = (id: string) => product.variants.find((variant) => variant.id === id)?.axis
  const isNew = (id: string) => axisOf(id) !== undefined && !spoken.some((known) => axisOf(known) === axisOf(id))
  return [...spoken, ...learned.filter(isNew)]
}

/**
 * Whether a bare count means pieces or packs of what is sold in packs. Dozens of what is sold by the dozen are said as they are
 * sold; a number that would fill whole packs may be either.
 */
function countInPacks(
  product: CatalogProduct,
  { quantity, quantityKind, unit, perCollective }: DraftItem,
): { readonly quantity: number; readonly isAmbiguous: boolean } | null {
  if (unit !== null || quantityKind !== 'number') return null
  const pack = packSize(product)
  if (pack === null) return null
  if (perCollective === pack.pieces && pack.isCollective)
    return { quantity: quantity / pack.pieces, isAmbiguous: false }
  return { quantity, isAmbiguous: quantity >= pack.pieces && quantity % pack.pieces === 0 }
}

/** Half of something that is not weighed or measured: «two dozen rolls, half of them vegan». */
const isBrokenPiece = (product: CatalogProduct | undefined, { quantity, unit }: DraftItem): boolean =>
  !Number.isInteger(quantity) && unit === null && (product?.unit == null || !measures.has(canonicalUnit(product.unit)))

/** «300 de jamón» where ham is sold by the kilo: grams, most likely. */
const isVeryMuch = ({ unit: own }: CatalogProduct, { quantity, quantityKind, unit }: DraftItem): boolean =>
  own !== null && unit === null && quantityKind === 'number' && quantity >= 100 && /^(kg|l)$/.test(canonicalUnit(own))

/** «12 wings» where wings come in 6 and 12 pieces: twelve of them, or twelve portions? */
function isCalledSize(
  product: CatalogProduct | undefined,
  chosen: readonly string[],
  { quantity, quantityKind, unit }: DraftItem,
): boolean {
  if (product === undefined || quantityKind !== 'number' || unit !== null) return false
  return product.variants.some(({ id, axis, value, aliases }) => {
    const isOpen = !product.variants.some((other) => other.axis === axis && chosen.includes(other.id))
    return (isOpen || chosen.includes(id)) && [value, ...aliases].some((text) => piecesOf(text) === quantity)
  })
}

/** «12», «12 pieces»; null for «2 L» and every other size. */
function piecesOf(text: string): number | null {
  const [, number, unit = ''] = /^(\d+)\s*(\p{L}*)$/u.exec(text) ?? []
  return number !== undefined && (unit === '' || /^(piece|unit)$/.test(canonicalUnit(unit))) ? Number(number) : null
}

/** Between equals, the one that is sold by the unit the customer says: «tomatoes 5 kg» are the loose ones. */
function preferSoldBy(catalog: Catalog, item: DraftItem): DraftItem['products'] {
  const [best] = item.products
  const { unit } = item
  if (!best || unit === null) return item.products
  const fits = item.products.filter((mention) => {
    const own = catalog.products[mention.target]?.unit
    return isTie(best, mention) && own && isConvertible(canonicalUnit(own), unit)
  })
  return fits.length === 0 ? item.products : [...fits, ...item.products.filter((mention) => !fits.includes(mention))]
}

/** Two products are equally likely when no word that was said tells them apart. */
const isTie = (best: { score: number; isFull: boolean }, second: { score: number; isFull: boolean }): boolean =>
  best.isFull === second.isFull && best.score - second.score < (best.isFull ? 0.01 : 0.06)

/** At most six decimals, no trailing zeros. */
export const formatQuantity = (value: number): string => String(Number(value.toFixed(6)))

function toCandidates(catalog: Catalog, item: DraftItem): ReadLine['candidates'] {
  return item.products.slice(0, 5).map((mention) => ({
    productId: catalog.products[mention.target]?.id ?? '',
    score: Number(mention.score.toFixed(3)),
  }))
}

function toOptions(catalog: Catalog, item: DraftItem): ReadLineOption[] {
  const product = item.products[0]?.target
  const found = new Map<string, ReadLineOption>()
  for (const { span, isNegated, qualifier } of item.options) {
    const mentions = span.mentions.filter((mention) => mention.kind === 'option')
    const own =
      mentions.find((mention) => product !== undefined && catalog.options[mention.target]?.products.has(product)) ??
      mentions[0]
    const option = own && catalog.options[own.target]
    if (option)
      found.set(option.group + '\n' + option.value, {
        group: option.group,
        value: option.value,
        negated: isNegated,
        qualifier,
      })
  }
  return [...found.values()]
}

/** Joins neighbouring token ranges into spans of the messages, in reading order. */
export function toSpans(
  messages: readonly InputMessage[],
  tokens: readonly Token[],
  ranges: readonly TokenRange[],
): TextSpan[] {
  const sorted = [...ranges]
    .filter((range) => range.end > range.start)
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const joined: { start: number; end: number }[] = []
  for (const range of sorted) {
    const last = joined.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else joined.push({ ...range })
  }
  return joined.flatMap((range) => {
    const first = tokens[range.start]
    const last = tokens[range.end - 1]
    const message = first && messages[first.messageIndex]
    if (!first || !last || !message || last.messageIndex !== first.messageIndex) return []
    return [
      { messageId: message.id, start: first.start, end: last.end, text: message.text.slice(first.start, last.end) },
    ]
  })
}

const hasForeignUnit = ({ unit: own, packUnits = [] }: CatalogProduct, said: string | null): boolean =>
  own !== null &&
  said !== null &&
  !isConvertible(canonicalUnit(own), said) &&
  !packUnits.some((pack) => canonicalUnit(pack) === said)
