import type { Mention, MentionSpan } from './mentions.ts'
import type { CurrentLine } from './types.ts'

/** Token indexes, `end` exclusive. */
export interface TokenRange {
  readonly start: number
  readonly end: number
}

export interface DraftOption {
  readonly span: MentionSpan
  readonly isNegated: boolean
  readonly qualifier: 'extra' | 'light' | null
}

/** An order line while it is being read. */
export interface DraftItem {
  /** Products the words may mean, best first; empty when the catalogue knows none. */
  products: readonly Mention[]
  /** Catalogue words that named the product. */
  words: readonly number[]
  quantity: number
  /** null: nobody said a number. */
  quantityKind: 'number' | 'article' | 'vague' | null
  isQuantityAmbiguous: boolean
  /** 12 when the count was said in dozens. */
  perCollective: number
  unit: string | null
  /** Spans that may name variants, later ones win. */
  variants: MentionSpan[]
  options: DraftOption[]
  ranges: TokenRange[]
  /** No noun was said: «one large cheese and one …», «the same in small». */
  isImplied: boolean
  isCancelled: boolean
  isUnsure: boolean
  /** Unknown words behind a number, where nobody asks for anything: an order only beside other lines. */
  isDoubtful: boolean
  /** Chunk number of the last word that belongs to it, to tell «milk 2 boxes» from «milk, 2 boxes of …». */
  lastChunk: number
  /** Index into the current lines, when it was there before this message. */
  currentLineIndex: number | null
  currentLine: CurrentLine | null
  isChanged: boolean
}

export const newItem = (): DraftItem => ({
  products: [],
  words: [],
  quantity: 1,
  quantityKind: null,
  isQuantityAmbiguous: false,
  perCollective: 1,
  unit: null,
  variants: [],
  options: [],
  ranges: [],
  isImplied: false,
  isCancelled: false,
  isUnsure: false,
  isDoubtful: false,
  lastChunk: -1,
  currentLineIndex: null,
  currentLine: null,
  isChanged: false,
})

/** What was said before the noun it belongs to. */
export interface Pending {
  quantity: number
  quantityKind: 'number' | 'article' | 'vague' | null
  isQuantityAmbiguous: boolean
  perCollective: number
  unit: string | null
  variants: MentionSpan[]
  options: DraftOption[]
  ranges: TokenRange[]
  /** Words the catalogue does not know, in order. */
  unknown: TokenRange[]
  /** A count, a determiner or an order verb opened it: unknown words in it are a product's name. */
  isOpen: boolean
  /** It stands behind «to», «in», «for»: «to 12 King Street», «para 20 personas»; unknown words in it are no product. */
  isPlace: boolean
  start: number
}

export const newPending = (start = -1): Pending => ({
  quantity: 1,
  quantityKind: null,
  isQuantityAmbiguous: false,
  perCollective: 1,
  unit: null,
  variants: [],
  options: [],
  ranges: [],
  unknown: [],
  isOpen: false,
  isPlace: false,
  start,
})

/** The line that a noun or its absence makes of what was said before it. */
export function fromPending(pending: Pending): DraftItem {
  const item = newItem()
  item.quantity = pending.quantity
  item.quantityKind = pending.quantityKind
  item.isQuantityAmbiguous = pending.isQuantityAmbiguous
  item.perCollective = pending.perCollective
  item.unit = pending.unit
  item.variants = [...pending.variants]
  item.options = [...pending.options]
  item.ranges = [...pending.ranges]
  return item
}

/** A number, or the «one» that nothing else could be meant by. */
export const isFirmCount = (pending: Pending): boolean =>
  pending.quantityKind === 'number' || (pending.quantityKind === 'article' && pending.unit === null)
