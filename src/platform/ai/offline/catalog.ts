import type { SlipIndex } from './fuzzy.ts'
import type { LearnedForm } from './learned.ts'
import { numberWords, unitWords } from './phrases.ts'
import type { Token } from './tokens.ts'
import type { CatalogProduct, CatalogVariant } from './types.ts'
import { measures } from './units.ts'

export type FormKind = 'product' | 'variant' | 'option'

/** One way to call a thing: a name, an alias, a keyword, a sku. */
export interface Form {
  readonly kind: FormKind
  /** Index into `products`, `variants` or `options` of the catalogue. */
  readonly target: number
  /** Word numbers in order, link words left out. */
  readonly words: readonly number[]
  readonly weights: readonly number[]
  /** The words that must be said: package sizes need not. */
  readonly needed: readonly number[]
  /** First and last of the needed words before a preposition: what kind of thing it is, in English last, in Spanish and Portuguese first. */
  readonly heads: readonly number[]
  readonly totalWeight: number
  /** Link words the phrase holds; only these may stand between its words in a message. */
  readonly links: ReadonlySet<string>
  readonly source: 'name' | 'alias' | 'keyword' | 'sku'
}

/** Equal values of one axis are one thing however many products have them. */
export interface VariantValue {
  readonly axis: string
  readonly value: string
  readonly byProduct: Map<number, CatalogVariant>
}

export interface OptionValue {
  readonly group: string
  readonly value: string
  readonly products: Set<number>
}

/** A way to read one or more tokens as catalogue words. */
export interface WordReading {
  readonly words: readonly number[]
  readonly tokenCount: number
  /** 1 exact, below for plural, synonym, joined, misspelt. */
  readonly quality: number
}

export interface Catalog {
  readonly products: readonly CatalogProduct[]
  readonly indexById: ReadonlyMap<string, number>
  /** The words of each product's own name. */
  readonly nameWords: readonly (readonly number[])[]
  readonly variants: readonly VariantValue[]
  readonly options: readonly OptionValue[]
  readonly forms: readonly Form[]
  /** Words of each product's default variant, by product and axis: `«3\nsize»`. */
  readonly defaultWords: ReadonlyMap<string, ReadonlySet<number>>
  /** Form numbers by word number. */
  readonly postings: ReadonlyMap<number, readonly number[]>
  /** Word numbers by stem; the exact spellings seen for each. */
  readonly words: ReadonlyMap<string, number>
  readonly spellings: ReadonlySet<string>
  /** How many products' own phrases hold the word. */
  readonly productCount: readonly number[]
  readonly slips: SlipIndex
  /** Spellings and stems → word number; what `slips` finds is looked up here. */
  readonly slipWords: ReadonlyMap<string, number>
  /** Whether a word can name anything by itself; sizes and numbers in names cannot. */
  readonly isLightWord: readonly boolean[]
  /** Word numbers by what they sound like. */
  readonly sounds: ReadonlyMap<string, number>
  /** First word of a synonym phrase → the phrases and what they may stand for here. */
  readonly synonyms: ReadonlyMap<string, readonly { phrase: readonly string[]; words: readonly number[] }[]>
  /** Typo and split lookups of words seen in messages. */
  readonly memory: Map<string, readonly WordReading[]>
  /** What people taught beside it; see learned.ts. */
  readonly learned?: ReadonlyMap<string, readonly LearnedForm[]>
}

/** Number words and digits are one («seven up», «7 up»), and so are the spellings of a measure («2 L», «2 litros»). */
export const canonicalText = (token: Token): string => canonical(token) ?? token.text
export const canonicalStem = (token: Token): string => canonical(token) ?? token.stem

const canonical = (token: Token): string | undefined => {
  const number = numberWords.get(token.text)
  if (number !== undefined) return String(number)
  const unit = unitWords.get(token.text)
  return unit !== undefined && measures.has(unit) ? '#' + unit : undefined
}
