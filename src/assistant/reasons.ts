import { modelReasonCodes, type ModelFailureKind, type Reading } from '../platform/ai/model.ts'
import { reviewReasonCodes as readingReasonCodes } from '../platform/ai/offline/index.ts'

/** Every kind of doubt that sends an order to a person; equal to `ReviewReasonCode` in the schema (tested). */
export const reviewReasonCodes = [
  ...readingReasonCodes,
  ...modelReasonCodes,
  'UNUSUAL_QUANTITY',
  'OPEN_QUESTION',
  'PRICE_MISSING',
  'MODEL_TIMEOUT',
  'MODEL_REFUSED',
  'MODEL_FAILED',
  'MODEL_INVALID_OUTPUT',
  'BUDGET_EXHAUSTED',
  'AUTO_CONFIRM_OFF',
] as const
export type ReviewReasonCode = (typeof reviewReasonCodes)[number]

/** Why a person should look at an order; stored with it. `linePosition` counts from 0, null means the whole order. */
export interface ReviewReason {
  readonly code: ReviewReasonCode
  readonly message: string
  readonly linePosition: number | null
}

export const reasonOfFailure: Readonly<Record<ModelFailureKind, ReviewReasonCode>> = {
  TIMEOUT: 'MODEL_TIMEOUT',
  REFUSAL: 'MODEL_REFUSED',
  INVALID_OUTPUT: 'MODEL_INVALID_OUTPUT',
  PROVIDER_ERROR: 'MODEL_FAILED',
}

/** An amount above this goes to a person whoever read it: a slip of a digit is dear. */
export const usualQuantity = 1_000

/**
 * Why an order read like this needs a person: the model's own doubts, and whatever lies below the tenant's threshold.
 * Empty means it may be confirmed by itself.
 */
export function judge(reading: Reading, threshold: number): ReviewReason[] {
  const reasons: ReviewReason[] = reading.reasons.map((reason) => ({
    code: reason.code,
    message: reason.message,
    linePosition: reason.lineIndex ?? null,
  }))
  const doubted = new Set(reasons.map((reason) => reason.linePosition))
  reading.lines.forEach((line, position) => {
    if (line.confidence < threshold && !doubted.has(position)) {
      reasons.push({
        code: 'LOW_CONFIDENCE',
        message: `This line is sure to ${percent(line.confidence)}; the threshold is ${percent(threshold)}.`,
        linePosition: position,
      })
    }
    if (Number(line.quantity) > usualQuantity) {
      reasons.push({
        code: 'UNUSUAL_QUANTITY',
        message: `${line.quantity} is an unusual amount.`,
        linePosition: position,
      })
    }
  })
  if (reading.confidence < threshold && reasons.length === 0) {
    reasons.push({
      code: 'LOW_CONFIDENCE',
      message: `The order is sure to ${percent(reading.confidence)}; the threshold is ${percent(threshold)}.`,
      linePosition: null,
    })
  }
  return reasons
}

function percent(fraction: number): string {
  return `${Math.floor(fraction * 100)} %`
}
