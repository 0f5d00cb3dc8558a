/** What a person made of an order that nothing but its confidence stood against: right as it was read, or corrected. */
export interface Outcome {
  /** 0 to 1, as it was read. */
  readonly confidence: number
  readonly wasRight: boolean
}

/** Orders whose confidence lies between `from` (included) and `to`, and how many of them were right. */
export interface CurvePoint {
  readonly from: number
  readonly to: number
  readonly orders: number
  readonly averageConfidence: number
  readonly shareRight: number
}

/** Finer where thresholds lie. */
const edges = [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 1.000001] as const

/** How often orders of a confidence were right; bands without any are left out. */
export function curveOf(outcomes: readonly Outcome[]): CurvePoint[] {
  return edges.slice(0, -1).flatMap((from, index) => {
    const to = edges[index + 1] ?? 1
    const band = outcomes.filter(({ confidence }) => confidence >= from && confidence < to)
    if (band.length === 0) return []
    const right = band.filter(({ wasRight }) => wasRight).length
    const averageConfidence = band.reduce((sum, { confidence }) => sum + confidence, 0) / band.length
    return [{ from, to: Math.min(to, 1), orders: band.length, averageConfidence, shareRight: right / band.length }]
  })
}

/** Expected calibration error: how far confidence and share of right orders lie apart, on average over the orders; null without any. */
export function calibrationError(curve: readonly CurvePoint[]): number | null {
  const all = curve.reduce((sum, { orders }) => sum + orders, 0)
  if (all === 0) return null
  const distance = curve.reduce(
    (sum, { orders, averageConfidence, shareRight }) => sum + orders * Math.abs(averageConfidence - shareRight),
    0,
  )
  return distance / all
}

/** Fewer tell nothing, whatever they say. */
const fewestOutcomes = 30

/**
 * The lowest confidence from which on, to 90 % certainty, no more orders are wrong than the target allows; null while
 * the outcomes cannot show that of any. A target of 1 % takes about 165 right orders without a wrong one.
 */
export function thresholdFor(outcomes: readonly Outcome[], targetErrorRate: number): number | null {
  const sorted = outcomes.toSorted((a, b) => b.confidence - a.confidence)
  let wrong = 0
  let threshold: number | null = null
  sorted.forEach(({ confidence, wasRight }, index) => {
    if (!wasRight) wrong += 1
    const isLastOfItsKind = sorted[index + 1]?.confidence !== confidence
    if (!isLastOfItsKind || index + 1 < fewestOutcomes) return
    if (mostWrong(wrong, index + 1) <= targetErrorRate) threshold = confidence
  })
  return threshold
}

/** z of a one-sided 90 % bound. */
const z = 1.2816

/** The error rate that so many wrong ones of so many make unlikely to be exceeded: Wilson's upper bound, one-sided, 90 %. */
export function mostWrong(wrong: number, of: number): number {
  if (of === 0) return 1
  const share = wrong / of
  const middle = share + (z * z) / (2 * of)
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return Math.min(1, (middle + spread) / (1 + (z * z) / of))
}
