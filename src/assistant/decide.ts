import type { ReviewReason } from './reasons.ts'

/** An amount above this goes to a person whoever read it: a slip of a digit is dear. */
const usualQuantity = 1_000

export interface DecisionInput {
  /** What the reading itself leaves in doubt, and what went wrong with the model. */
  readonly reasons: readonly ReviewReason[]
  /** How sure the model is of the whole, 0 to 1. */
  readonly confidence: number
  readonly lines: readonly {
    readonly productId: string | null
    readonly quantity: string
    readonly unitPriceMinor: bigint | null
    /** Null for a line that a person wrote: no model can doubt it. */
    readonly confidence: number | null
  }[]
  readonly threshold: number
  readonly autoConfirm: boolean
  /** Whether a person is to look even at a sure one. */
  readonly isSample: boolean
}

export interface Decision {
  readonly to: 'CONFIRMED' | 'REVIEW'
  /** Empty exactly when the order is confirmed by itself. */
  readonly reasons: readonly ReviewReason[]
  /** The lowest confidence in it; null when anything else stands against it, whatever the threshold. */
  readonly clearConfidence: number | null
}

/** Doubts that another threshold or policy would not have had. */
const ofPolicy: ReadonlySet<string> = new Set(['LOW_CONFIDENCE', 'AUTO_CONFIRM_OFF', 'RANDOM_CHECK'])

/**
 * Whether an order that was read from messages may be confirmed by itself: nothing is in doubt, every line has a
 * product with a price and is sure enough, and the tenant wants it so. Otherwise a person looks, and is told why.
 */
export function decide(input: DecisionInput): Decision {
  const reasons = [...input.reasons]
  const isDoubted = (position: number) => reasons.some((reason) => reason.linePosition === position)
  /** A doubt that the caller already has is not said twice. */
  const doubt = (code: ReviewReason['code'], message: string, linePosition: number | null) => {
    const isKnown = reasons.some((reason) => reason.code === code && reason.linePosition === linePosition)
    if (!isKnown) reasons.push({ code, message, linePosition })
  }
  input.lines.forEach((line, position) => {
    if (Number(line.quantity) > usualQuantity) {
      doubt('UNUSUAL_QUANTITY', `${line.quantity} is an unusual amount.`, position)
    }
    if (line.productId === null) {
      if (!isDoubted(position)) doubt('UNKNOWN_PRODUCT', 'The catalogue has no such product.', position)
      return
    }
    if (line.unitPriceMinor === null) doubt('PRICE_MISSING', 'The product has no price yet.', position)
    if (line.confidence !== null && line.confidence < input.threshold && !isDoubted(position)) {
      doubt('LOW_CONFIDENCE', sureness('line', line.confidence, input.threshold), position)
    }
  })
  if (reasons.length === 0 && (input.confidence < input.threshold || input.lines.length === 0)) {
    doubt('LOW_CONFIDENCE', sureness('order', input.confidence, input.threshold), null)
  }
  if (reasons.length === 0 && !input.autoConfirm) {
    doubt('AUTO_CONFIRM_OFF', 'Every order is to be looked at by a person.', null)
  }
  if (reasons.length === 0 && input.isSample) {
    doubt('RANDOM_CHECK', 'One of the sure orders that a person looks at, to see how right they are.', null)
  }
  const isClear = input.lines.length > 0 && reasons.every(({ code }) => ofPolicy.has(code))
  const sure = Math.min(input.confidence, ...input.lines.map((line) => line.confidence ?? 1))
  return {
    to: reasons.length === 0 ? 'CONFIRMED' : 'REVIEW',
    reasons,
    clearConfidence: isClear ? sure : null,
  }
}

function sureness(what: string, confidence: number, threshold: number): string {
  const percent = (fraction: number) => `${Math.floor(fraction * 100)} %`
  return `This ${what} is sure to ${percent(confidence)}; the threshold is ${percent(threshold)}.`
}
