import { unitPriceMinor, type PricedProduct } from '../../catalog/index.ts'
import type * as gql from '../../generated/schema.ts'
import { newId } from '../../platform/ids.ts'
import { invalidInput, notFound, type Refusal } from '../../platform/refusals.ts'
import { parseQuantity } from './amounts.ts'
import type { LineRecord } from './line-record.ts'
import { sameOptions } from './lines-from-reading.ts'
import { chooseVariants, keepsPrice, keptSnapshot, sameVariants, snapshotOf, type LineSnapshot } from './snapshot.ts'
import type { LineOption } from '../tables.ts'

const mostLines = 200

export type ParsedLines =
  | { readonly ok: true; readonly lines: readonly LineRecord[] }
  | { readonly ok: false; readonly errors: readonly Refusal[] }

/** The ids of all products that these lines name, for `pricedProducts`. */
export function productIdsOf(input: readonly gql.OrderLineInput[], current: readonly LineRecord[]): string[] {
  const kept = current.flatMap(({ productId }) => (productId === null ? [] : [productId]))
  return [...input.flatMap(({ productId }) => productId ?? []), ...kept]
}

/**
 * Turns what a person wrote into lines of an order; all mistakes are found at once, each with its path below `at`.
 *
 * @param current the lines that the order has, which `lineId` may name
 */
export function linesFromInput(
  input: readonly gql.OrderLineInput[],
  products: ReadonlyMap<string, PricedProduct>,
  current: readonly LineRecord[],
  currency: string,
  at: readonly string[],
): ParsedLines {
  if (input.length < 1 || input.length > mostLines) {
    return { ok: false, errors: [invalidInput(`An order has 1 to ${mostLines} lines.`, at)] }
  }
  const errors: Refusal[] = []
  const seen = new Set<string>()
  const lines = input.flatMap((line, index) => {
    const path = [...at, String(index)]
    const kept = line.lineId == null ? null : current.find(({ id }) => id === line.lineId)
    if (kept === undefined) errors.push(notFound([...path, 'lineId']))
    else if (kept !== null && seen.has(kept.id))
      errors.push(invalidInput('This line comes twice.', [...path, 'lineId']))
    if (kept === undefined) return []
    if (kept !== null) seen.add(kept.id)
    const parsed = lineFrom(line, kept, products, currency, path)
    if (!Array.isArray(parsed)) return [parsed]
    errors.push(...parsed)
    return []
  })
  return errors.length === 0 ? { ok: true, lines } : { ok: false, errors }
}

function lineFrom(
  input: gql.OrderLineInput,
  kept: LineRecord | null,
  products: ReadonlyMap<string, PricedProduct>,
  currency: string,
  path: readonly string[],
): LineRecord | Refusal[] {
  const errors: Refusal[] = []
  const fail = (field: string, message: string) => void errors.push(invalidInput(message, [...path, field]))
  const quantity = input.quantity == null ? (kept?.quantity ?? '1') : parseQuantity(input.quantity)
  if (quantity === null) fail('quantity', 'Above zero, at most 9 digits before and 3 behind the point.')
  const name = input.name == null ? null : shortText(input.name, 200)
  if (input.name != null && name === null) fail('name', 'Between 1 and 200 characters.')
  const unit = input.unit == null ? null : shortText(input.unit, 40)
  if (input.unit != null && unit === null) fail('unit', 'Between 1 and 40 characters.')
  const options = input.options === undefined ? (kept?.options ?? []) : parseOptions(input.options ?? [], fail)
  const keptUnit = input.unit === undefined ? (kept?.unit ?? null) : null
  const wanted = { quantity: quantity ?? '1', unit: unit ?? keptUnit, name, currency }
  const snapshot = snapshotFor(input, kept, products, wanted, path, errors)
  if (errors.length > 0 || snapshot === null) return errors
  const line = { ...snapshot, id: kept?.id ?? newId('orderLine'), quantity: wanted.quantity, options }
  const byHand = {
    source: 'HUMAN',
    confidence: null,
    spans: kept?.spans ?? [],
    candidates: [],
    learnedAliasId: null,
    convertedFrom: null,
  } as const
  return kept !== null && isUnchanged(kept, line) ? { ...kept } : { ...line, ...byHand }
}

interface Wanted {
  readonly quantity: string
  readonly unit: string | null
  readonly name: string | null
  readonly currency: string
}

/** What the line keeps of the catalogue; null, with the mistake noted, when it cannot be. */
function snapshotFor(
  input: gql.OrderLineInput,
  kept: LineRecord | null,
  products: ReadonlyMap<string, PricedProduct>,
  wanted: Wanted,
  path: readonly string[],
  errors: Refusal[],
): LineSnapshot | null {
  const productId = input.productId === undefined ? (kept?.productId ?? null) : input.productId
  if (productId === null) return freeText(kept, wanted, path, errors)
  const isSameProduct = kept !== null && kept.productId === productId
  const keptVariantIds = isSameProduct ? kept.variants.map(({ variantId }) => variantId) : []
  const variantIds = input.variantIds === undefined ? keptVariantIds : (input.variantIds ?? [])
  const tooMuch = () => {
    errors.push(invalidInput('The amount is beyond anything a line may cost.', [...path, 'quantity']))
    return null
  }
  const product = products.get(productId)
  if (isSameProduct && sameVariants(kept.variants, variantIds) && keepsPrice(kept, product)) {
    const unit = input.unit === null ? (product?.unit ?? null) : wanted.unit
    return keptSnapshot(kept, wanted.quantity, unit) ?? tooMuch()
  }
  if (product === undefined) {
    errors.push(notFound([...path, 'productId']))
    return null
  }
  if (!product.isActive) {
    errors.push(invalidInput('This product is no longer on sale.', [...path, 'productId']))
    return null
  }
  const { variants, unknown, repeated } = chooseVariants(product, variantIds)
  for (const index of unknown) errors.push(notFound([...path, 'variantIds', String(index)]))
  for (const index of repeated) {
    errors.push(invalidInput('A line has one variant of an axis.', [...path, 'variantIds', String(index)]))
  }
  if (product.currency !== wanted.currency && unitPriceMinor(product, variants) !== null) {
    const message = `This product is priced in ${product.currency}, the order in ${wanted.currency}.`
    errors.push(invalidInput(message, [...path, 'productId']))
  }
  if (errors.length > 0) return null
  return snapshotOf(product, variants, wanted) ?? tooMuch()
}

/** A line that describes something without naming a product. */
function freeText(
  kept: LineRecord | null,
  wanted: Wanted,
  path: readonly string[],
  errors: Refusal[],
): LineSnapshot | null {
  const name = wanted.name ?? kept?.name ?? null
  const { unit } = wanted
  if (name === null) {
    errors.push(invalidInput('Say which product, or describe it by `name`.', [...path, 'productId']))
    return null
  }
  return { productId: null, sku: null, name, unit, unitPriceMinor: null, totalMinor: null, variants: [] }
}

function isUnchanged(
  kept: LineRecord,
  line: LineSnapshot & { readonly quantity: string; readonly options: readonly LineOption[] },
): boolean {
  return (
    kept.productId === line.productId &&
    kept.name === line.name &&
    kept.quantity === line.quantity &&
    kept.unit === line.unit &&
    kept.unitPriceMinor === line.unitPriceMinor &&
    sameVariants(
      kept.variants,
      line.variants.map(({ variantId }) => variantId),
    ) &&
    sameOptions(kept.options, line.options)
  )
}

function parseOptions(
  input: readonly gql.OrderLineOptionInput[],
  fail: (field: string, message: string) => void,
): LineOption[] {
  if (input.length > 50) fail('options', 'There may be at most 50.')
  return input.slice(0, 50).map((option) => {
    const group = shortText(option.group, 60)
    const value = shortText(option.value, 100)
    const qualifier = option.qualifier == null ? null : shortText(option.qualifier, 40)
    if (group === null || value === null || (option.qualifier != null && qualifier === null)) {
      fail('options', 'Group, value and qualifier have at most 60, 100 and 40 characters, and are not empty.')
    }
    return { group: group ?? '', value: value ?? '', negated: option.negated ?? false, qualifier }
  })
}

/** Trimmed text of 1 to `longest` characters that Postgres can store, else null. */
function shortText(text: string, longest: number): string | null {
  const trimmed = text.trim().toWellFormed()
  return trimmed === '' || trimmed.length > longest || trimmed.includes('\0') ? null : trimmed
}
