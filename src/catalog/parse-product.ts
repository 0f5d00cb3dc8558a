import type * as gql from '../generated/schema.ts'
import { fold } from '../platform/ai/offline/fold.ts'
import { canonicalUnit } from '../platform/ai/offline/index.ts'
import { invalidInput, type Refusal } from '../platform/refusals.ts'
import type { ProductPack } from './tables.ts'

/** What an import says of a product. `undefined`: said nothing, an existing product keeps what it has. */
export interface ParsedProduct {
  readonly sku: string
  readonly name: string
  readonly description: string | null | undefined
  /** Names from the root. */
  readonly category: readonly string[] | null | undefined
  readonly aliases: readonly string[] | undefined
  readonly keywords: readonly string[] | undefined
  readonly unit: string | null | undefined
  readonly packs: readonly ProductPack[] | undefined
  readonly price: ParsedPrice | null | undefined
  readonly variants: readonly ParsedVariant[] | undefined
  readonly options: readonly ParsedOptionGroup[] | undefined
}

export interface ParsedPrice {
  readonly amountMinor: bigint
  readonly currency: string
}

export interface ParsedVariant {
  readonly axis: string
  readonly value: string
  readonly aliases: readonly string[]
  readonly sku: string | null
  readonly priceMinor: bigint | null
  readonly isDefault: boolean
}

export interface ParsedOptionGroup {
  readonly name: string
  readonly values: readonly { readonly value: string; readonly aliases: readonly string[] }[]
}

/** A million of a currency with two minor digits, a billion without: far above any price, far below an overflow. */
const highestPriceMinor = 10n ** 12n
export const pathSeparator = ' > '

/** Collects what is wrong with an input; every check notes its mistake and goes on, so that all come at once. */
export class InputCheck {
  readonly errors: Refusal[]
  private readonly at: readonly string[]
  private readonly defaultCurrency: string

  constructor(at: readonly string[], defaultCurrency: string, errors: Refusal[] = []) {
    this.at = at
    this.defaultCurrency = defaultCurrency
    this.errors = errors
  }

  /** The same list of mistakes, one step further in. */
  in(...steps: readonly (string | number)[]): InputCheck {
    return new InputCheck([...this.at, ...steps.map(String)], this.defaultCurrency, this.errors)
  }

  fail(field: string | null, message: string): void {
    this.errors.push(invalidInput(message, field === null ? this.at : [...this.at, field]))
  }

  /** Trimmed text of 1 to `longest` characters. */
  text(field: string, value: string, longest: number): string {
    const trimmed = value.trim().toWellFormed()
    if (trimmed === '') this.fail(field, 'This must not be empty.')
    else if (trimmed.length > longest) this.fail(field, `This may have at most ${longest} characters.`)
    // Postgres stores no NUL in text.
    else if (trimmed.includes('\0')) this.fail(field, 'This must not contain the character U+0000.')
    return trimmed
  }

  /** Like `text`; null and empty text clear. */
  clearable(field: string, value: string | null | undefined, longest: number): string | null | undefined {
    if (value === undefined) return undefined
    return value === null || value.trim() === '' ? null : this.text(field, value, longest)
  }

  /** A list of words without its empty and repeated ones; null clears it. */
  words(field: string, value: readonly string[] | null | undefined): string[] | undefined {
    if (value === undefined) return undefined
    const given = (value ?? []).filter((word) => word.trim() !== '')
    if (given.length > 100) this.fail(field, 'There may be at most 100.')
    const check = this.in(field)
    return [...new Set(given.slice(0, 100).map((word, index) => check.text(String(index), word, 100)))]
  }

  price(field: string, value: gql.MoneyInput | null | undefined): ParsedPrice | null | undefined {
    if (value === undefined || value === null) return value
    if (value.amountMinor < 0n) this.in(field).fail('amountMinor', 'A price must not be negative.')
    if (value.amountMinor > highestPriceMinor) this.in(field).fail('amountMinor', `At most ${highestPriceMinor}.`)
    return { amountMinor: value.amountMinor, currency: value.currency ?? this.defaultCurrency }
  }

  /** In which other units a product is ordered; null clears them. */
  packs(field: string, value: readonly gql.ProductPackInput[] | null | undefined): ProductPack[] | undefined {
    if (value === undefined) return undefined
    const given = value ?? []
    if (given.length > 20) this.fail(field, 'There may be at most 20.')
    const check = this.in(field)
    const packs = given.slice(0, 20).map((pack, index) => {
      const isAmount = /^\d{1,6}(\.\d{1,6})?$/.test(pack.quantity) && Number(pack.quantity) > 0
      if (!isAmount) check.in(index).fail('quantity', 'Above zero, at most 6 digits before and 6 behind the point.')
      return { unit: check.in(index).text('unit', pack.unit, 40), quantity: pack.quantity }
    })
    check.unique(
      packs.map(({ unit }, index) => ({ key: canonicalUnit(unit), path: [String(index), 'unit'] })),
      'This unit',
    )
    return packs
  }

  category(field: string, value: string | null | undefined): string[] | null | undefined {
    const path = this.clearable(field, value, 500)
    if (path === undefined || path === null) return path
    const names = path.split('>').map((name) => name.trim())
    if (names.includes('')) this.fail(field, 'A step of the path has no name.')
    if (names.length > 10) this.fail(field, 'A path may have at most 10 steps.')
    return names
  }

  /** Notes every SKU, name or value that has come before, letter by letter. */
  unique(items: readonly { readonly key: string; readonly path: readonly string[] }[], what: string): void {
    const seen = new Set<string>()
    for (const { key, path } of items) {
      if (seen.has(key)) this.in(...path).fail(null, `${what} comes twice.`)
      seen.add(key)
    }
  }
}

export function parseProduct(check: InputCheck, input: gql.ProductInput): ParsedProduct {
  const price = check.price('price', input.price)
  return {
    sku: check.text('sku', input.sku, 100),
    name: check.text('name', input.name, 200),
    description: check.clearable('description', input.description, 5_000),
    category: check.category('category', input.category),
    aliases: check.words('aliases', input.aliases),
    keywords: check.words('keywords', input.keywords),
    unit: check.clearable('unit', input.unit, 40),
    packs: check.packs('packs', input.packs),
    price,
    variants: parseVariants(check, input.variants, price?.currency),
    options: parseOptions(check, input.options),
  }
}

function parseVariants(
  check: InputCheck,
  input: gql.ProductInput['variants'],
  currency: string | undefined,
): ParsedVariant[] | undefined {
  if (input === undefined) return undefined
  const given = input ?? []
  if (given.length > 200) check.fail('variants', 'There may be at most 200.')
  const parsed = given.slice(0, 200).map((variant, index) => {
    const at = check.in('variants', index)
    const price = at.price('price', variant.price)
    if (price != null && currency !== undefined && price.currency !== currency) {
      at.in('price').fail('currency', "A variant's price is in the currency of its product's.")
    }
    return {
      axis: at.text('axis', variant.axis, 60),
      value: at.text('value', variant.value, 100),
      aliases: at.words('aliases', variant.aliases) ?? [],
      sku: at.clearable('sku', variant.sku, 100) ?? null,
      priceMinor: price?.amountMinor ?? null,
      isDefault: variant.isDefault ?? false,
    }
  })
  const keyed = parsed.map((variant, index) => ({ ...variant, path: ['variants', String(index)] }))
  check.unique(
    keyed.map(({ axis, value, path }) => ({ key: `${axis}\0${value}`, path })),
    'This axis and value',
  )
  check.unique(
    keyed.flatMap(({ isDefault, axis, path }) => (isDefault ? [{ key: axis, path: [...path, 'isDefault'] }] : [])),
    'A default of this axis',
  )
  return parsed
}

function parseOptions(check: InputCheck, input: gql.ProductInput['options']): ParsedOptionGroup[] | undefined {
  if (input === undefined) return undefined
  const given = input ?? []
  if (given.length > 50) check.fail('options', 'There may be at most 50 groups.')
  if (given.reduce((sum, group) => sum + group.values.length, 0) > 500) {
    check.fail('options', 'There may be at most 500 values in all.')
    return []
  }
  const parsed = given.slice(0, 50).map((group, index) => {
    const at = check.in('options', index)
    const values = group.values.map((option, position) => {
      const inner = at.in('values', position)
      return { value: inner.text('value', option.value, 100), aliases: inner.words('aliases', option.aliases) ?? [] }
    })
    at.unique(
      values.map(({ value }, position) => ({ key: value, path: ['values', String(position), 'value'] })),
      'This value',
    )
    return { name: at.text('name', group.name, 60), values }
  })
  check.unique(
    parsed.map(({ name }, index) => ({ key: name, path: ['options', String(index), 'name'] })),
    'This name',
  )
  return parsed
}

/** What the product list searches in: folded, so that «cafe» finds «Café». */
export function searchTextOf(product: {
  sku: string
  name: string
  aliases: readonly string[]
  keywords: readonly string[]
}): string {
  return fold([product.sku, product.name, ...product.aliases, ...product.keywords].join('\n'))
}
