import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CatalogProduct } from '../../src/platform/ai/offline/index.ts'

/** The published sets' own shape of a catalogue; fields it leaves out are not there. */
interface RawCatalog {
  readonly catalog_ref: string
  readonly products: readonly RawProduct[]
  readonly option_groups?: Readonly<Record<string, readonly RawValue[]>>
  readonly dimensions?: Readonly<Record<string, readonly RawValue[]>>
  readonly defaults?: Readonly<Record<string, string>>
}
interface RawValue {
  readonly value: string
  readonly name?: string
  readonly aliases?: readonly string[]
}
interface RawProduct {
  readonly sku: string
  readonly name: string
  readonly category?: string
  readonly aliases?: readonly string[]
  readonly variants?: Readonly<Record<string, readonly RawValue[]>>
}

export interface GoldItem {
  readonly product: string
  readonly quantity: number
  readonly variant?: Readonly<Record<string, string>>
}
export interface GoldMessage {
  readonly id: string
  readonly text: string
  readonly catalog_ref: string
  readonly gold: readonly GoldItem[]
  readonly tags: readonly string[]
}

// guarantee: these files are part of the published data set and were written by its own script in this shape
const parse = <T>(text: string): T => JSON.parse(text) as T

export const loadMessages = (directory: string, file = 'orders.jsonl'): GoldMessage[] =>
  readFileSync(join(directory, 'orders', file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => parse<GoldMessage>(line))

/** Every catalogue of a folder as Parley's own import would store it: ids are skus, variant ids are `axis=value`. */
export function loadCatalogs(directory: string, folder: string): Map<string, CatalogProduct[]> {
  const found = new Map<string, CatalogProduct[]>()
  const path = join(directory, 'orders', folder)
  for (const file of readdirSync(path).filter((name) => name.endsWith('.json'))) {
    const raw = parse<RawCatalog>(readFileSync(join(path, file), 'utf8'))
    found.set(
      raw.catalog_ref,
      raw.products.map((product) => toProduct(raw, product)),
    )
  }
  return found
}

/** Axes whose values do not exclude each other (a thin-crust vegetarian pizza) are options, as in the set's own gold. */
const optionAxes: Readonly<Record<string, readonly string[]>> = { pizza: ['style'] }

function toProduct(raw: RawCatalog, product: RawProduct): CatalogProduct {
  const own = Object.entries(product.variants ?? {})
  const axes = own.filter(([axis]) => !optionAxes[raw.catalog_ref]?.includes(axis))
  const groups = [
    ...own.filter(([axis]) => optionAxes[raw.catalog_ref]?.includes(axis)),
    ...Object.entries(raw.option_groups ?? {}),
  ]
  return {
    id: product.sku,
    sku: product.sku,
    name: product.name,
    aliases: product.aliases ?? [],
    keywords: [],
    category: product.category ?? null,
    unit: null,
    variants: axes.flatMap(([axis, values]) =>
      values.map((entry) => ({
        id: `${axis}=${entry.value}`,
        axis,
        value: entry.value,
        aliases: [...(entry.aliases ?? []), ...(entry.name ? [entry.name] : []), ...dimensionAliases(raw, entry.value)],
        isDefault: isDefault(raw, values, entry.value),
      })),
    ),
    options:
      product.category === 'main' ||
      raw.catalog_ref === 'cafe' ||
      raw.catalog_ref === 'coffee' ||
      raw.catalog_ref === 'burrito'
        ? groups
            .filter(([group]) => group !== 'quantity_qualifier')
            .flatMap(([group, values]) =>
              values.map((entry) => ({ group, value: entry.value, aliases: entry.aliases ?? [] })),
            )
        : [],
  }
}

/** «iced grande» is a temperature and a size, each with words of its own: «iced medium». */
function dimensionAliases(raw: RawCatalog, value: string): string[] {
  const dimensions = Object.values(raw.dimensions ?? {}).flat()
  let phrases = ['']
  for (const word of value.split(' ')) {
    const aliases = dimensions.find((entry) => entry.value === word)?.aliases ?? [word]
    phrases = phrases.flatMap((phrase) => aliases.map((alias) => `${phrase} ${alias}`.trim()))
  }
  return phrases.filter((phrase) => phrase !== '' && phrase !== value)
}

/** The set states its defaults in prose; the value it names in quotes is the default of the axis that has it. */
function isDefault(raw: RawCatalog, values: readonly RawValue[], value: string): boolean {
  const named = Object.values(raw.defaults ?? {}).flatMap((text) => /written "([^"]+)"/.exec(text)?.[1] ?? [])
  return named.includes(value) || (values.length === 1 && value === '')
}
