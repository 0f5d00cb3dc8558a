import { modelReasonCodes, type ModelFailureKind, type Reading } from '../platform/ai/model.ts'
import { reviewReasonCodes as readingReasonCodes } from '../platform/ai/offline/index.ts'

/** Every kind of doubt that sends an order to a person; equal to `ReviewReasonCode` in the schema (tested). */
export const reviewReasonCodes = [
  ...readingReasonCodes,
  ...modelReasonCodes,
  'UNUSUAL_QUANTITY',
  'OPEN_QUESTION',
  'POSSIBLE_DUPLICATE',
  'PRICE_MISSING',
  'MODEL_TIMEOUT',
  'MODEL_REFUSED',
  'MODEL_FAILED',
  'MODEL_INVALID_OUTPUT',
  'BUDGET_EXHAUSTED',
  'AUTO_CONFIRM_OFF',
  'RANDOM_CHECK',
  'WRITTEN_WHILE_STOPPED',
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
  RATE_LIMIT: 'MODEL_FAILED',
  REFUSAL: 'MODEL_REFUSED',
  CONTENT_FILTER: 'MODEL_REFUSED',
  INVALID_OUTPUT: 'MODEL_INVALID_OUTPUT',
  PROVIDER_ERROR: 'MODEL_FAILED',
}

/** The doubts of a reading as they are stored with an order. */
export function reasonsOf(reading: Reading): ReviewReason[] {
  return reading.reasons.map(({ code, message, lineIndex }) => ({ code, message, linePosition: lineIndex ?? null }))
}
