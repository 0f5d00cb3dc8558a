/** Parley's built-in model: reads orders without a key, without a network, always the same way. */
export type { Catalog } from './catalog.ts'
export { compileCatalog } from './compile-catalog.ts'
export { asksAgain, historyWords, mayChange } from './history.ts'
export { foldPhrase, learnablePhrase } from './learned.ts'
export { type QuantityReading, readQuantity } from './read-quantity.ts'
export { readOrder } from './read-order.ts'
export { standingWishes, type StandingWish } from './standing-wishes.ts'
export { canonicalUnit, isConvertible, isKnownUnit, measureFactor } from './units.ts'
export {
  type CatalogOption,
  type CatalogProduct,
  type CatalogVariant,
  type CurrentLine,
  type InputMessage,
  type LearnedPhrase,
  type LineChange,
  type MessageIntent,
  messageIntents,
  type OrderReading,
  type ProductCandidate,
  type ReadLanguage,
  type ReadLine,
  type ReadLineOption,
  type ReadOptions,
  type ReviewReason,
  type ReviewReasonCode,
  reviewReasonCodes,
  type TextSpan,
} from './types.ts'
