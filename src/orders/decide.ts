import { usualQuantity, type ReviewReason } from '../assistant/index.ts'

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
}

export interface Decision {
  readonly to: 'CONFIRMED' | 'REVIEW'
  /** Empty exactly when the order is confirmed by itself. */
  readonly reasons: readonly ReviewReason[]
}

/**
 * Whether an order that was read from messages may be confirmed by itself: nothing is in doubt, every line has a
 * product with a price and is sure enough, and the tenant wants it so. Otherwise a person looks, and is told why.
 */
export function decide(input: DecisionInput): Decision {
  const reasons = [...input.reasons]
  const isDoubted = (position: number) => reasons.some((reason) => reason.linePosition === position)
  input.lines.forEach((line, linePosition) => {
    if (Number(line.quantity) > usualQuantity) {
      reasons.push({ code: 'UNUSUAL_QUANTITY', message: `${line.quantity} is an unusual amount.`, linePosition })
    }
    if (line.productId === null) {
      if (isDoubted(linePosition)) return
      reasons.push({ code: 'UNKNOWN_PRODUCT', message: 'The catalogue has no such product.', linePosition })
      return
    }
    if (line.unitPriceMinor === null) {
      reasons.push({ code: 'PRICE_MISSING', message: 'The product has no price yet.', linePosition })
    }
    if (line.confidence !== null && line.confidence < input.threshold && !isDoubted(linePosition)) {
      reasons.push({
        code: 'LOW_CONFIDENCE',
        message: sureness('line', line.confidence, input.threshold),
        linePosition,
      })
    }
  })
  if (reasons.length === 0 && (input.confidence < input.threshold || input.lines.length === 0)) {
    const message = sureness('order', input.confidence, input.threshold)
    reasons.push({ code: 'LOW_CONFIDENCE', message, linePosition: null })
  }
  if (reasons.length === 0 && !input.autoConfirm) {
    const message = 'Every order is to be looked at by a person.'
    reasons.push({ code: 'AUTO_CONFIRM_OFF', message, linePosition: null })
  }
  return { to: reasons.length === 0 ? 'CONFIRMED' : 'REVIEW', reasons }
}

function sureness(what: string, confidence: number, threshold: number): string {
  const percent = (fraction: number) => `${Math.floor(fraction * 100)} %`
  return `This ${what} is sure to ${percent(confidence)}; the threshold is ${percent(threshold)}.`
}
