/** One product of a tenant's catalogue as the reader needs it; prices and stock are none of its business. */
export interface CatalogProduct {
  readonly id: string
  readonly sku: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly keywords: readonly string[]
  readonly category: string | null
  /** The unit the product is sold in, as the tenant writes it («kg», «caja»); null when nothing is known. */
  readonly unit: string | null
  /** Other units of which the shop says how much of the first they are. Default: none. */
  readonly packUnits?: readonly string[]
  readonly variants: readonly CatalogVariant[]
  readonly options: readonly CatalogOption[]
}

export interface CatalogVariant {
  readonly id: string
  /** Values of one axis exclude each other: «size», «form». */
  readonly axis: string
  readonly value: string
  /** Other words for the value; may also hold the name of the whole form («iced tall latte»). */
  readonly aliases: readonly string[]
  /** The value a customer means who names none. Default: false. */
  readonly isDefault?: boolean
}

export interface CatalogOption {
  readonly group: string
  readonly value: string
  readonly aliases: readonly string[]
}

/** One inbound message; several of one customer are read as one sequence. */
export interface InputMessage {
  readonly id: string
  readonly text: string
}

/** A line of the order the customer is still talking about; corrections may name it. */
export interface CurrentLine {
  readonly productId: string
  readonly variantIds: readonly string[]
  readonly quantity: string
  readonly unit: string | null
}

/** What people taught the shop's assistant: these words mean this product, and these variants of it. */
export interface LearnedPhrase {
  readonly id: string
  readonly phrase: string
  readonly productId: string
  readonly variantIds: readonly string[]
  /** How this very customer speaks; false: how several customers of the shop do. */
  readonly isOwn: boolean
}

export interface ReadOptions {
  /** Beside what the catalogue calls its products. Default: none. */
  readonly learned?: readonly LearnedPhrase[]
  /** Lines of an earlier message that «make it three» or «quita el arroz» may mean. Default: none. */
  readonly currentLines?: readonly CurrentLine[]
}

export const messageIntents = ['ORDER', 'CHANGE', 'CANCEL', 'QUESTION', 'COMPLAINT', 'GREETING', 'OTHER'] as const
export type MessageIntent = (typeof messageIntents)[number]

export type ReadLanguage = 'es' | 'en' | 'pt' | 'unknown'

export const reviewReasonCodes = [
  'LOW_CONFIDENCE',
  'UNKNOWN_PRODUCT',
  'AMBIGUOUS_PRODUCT',
  'AMBIGUOUS_QUANTITY',
  'AMBIGUOUS_UNIT',
  'AMBIGUOUS_VARIANT',
  'CHANGE_REQUEST',
  'CANCEL_REQUEST',
  'REFERS_TO_HISTORY',
] as const
export type ReviewReasonCode = (typeof reviewReasonCodes)[number]

/** Why a person should look; `lineIndex` points into `OrderReading.lines`. */
export interface ReviewReason {
  readonly code: ReviewReasonCode
  readonly message: string
  readonly lineIndex?: number
}

/** UTF-16 offsets into one message; `text === message.text.slice(start, end)`. */
export interface TextSpan {
  readonly messageId: string
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface ReadLineOption {
  readonly group: string
  readonly value: string
  readonly negated: boolean
  /** «extra» or «light» as the customer asked for; null when nothing was said. */
  readonly qualifier: string | null
}

export interface ProductCandidate {
  readonly productId: string
  /** 0..1, comparable inside one line only. */
  readonly score: number
}

export interface ReadLine {
  /** null when the customer clearly orders something the catalogue does not have. */
  readonly productId: string | null
  /** At most one per axis. */
  readonly variantIds: readonly string[]
  /** Decimal, «0.5», never empty. */
  readonly quantity: string
  /** Canonical unit («kg», «box», «bottle»); null when the customer named none. */
  readonly unit: string | null
  readonly options: readonly ReadLineOption[]
  /** 0..1, the chance that product, quantity and variants are right. */
  readonly confidence: number
  readonly spans: readonly TextSpan[]
  /** Up to five, best first; filled when the product is unmatched or ambiguous. */
  readonly candidates: readonly ProductCandidate[]
  /** The learned phrase that named the product; absent when the catalogue's own words did. */
  readonly learnedId?: string
}

/** What a later message wants done to a line of `ReadOptions.currentLines`. */
export interface LineChange {
  readonly kind: 'REMOVE' | 'SET'
  /** Index into `ReadOptions.currentLines`. */
  readonly currentLineIndex: number
  /** The line as it should become; null for REMOVE. */
  readonly line: ReadLine | null
}

export interface OrderReading {
  readonly intents: readonly MessageIntent[]
  readonly language: ReadLanguage
  readonly lines: readonly ReadLine[]
  /** 0..1, the chance that the order as a whole is right. */
  readonly confidence: number
  readonly reasons: readonly ReviewReason[]
  /** Changes to `currentLines`; empty without them. */
  readonly changes: readonly LineChange[]
}
