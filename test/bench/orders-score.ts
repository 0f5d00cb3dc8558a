import type { GoldItem, GoldMessage } from './orders-data.ts'

export interface PredictedItem {
  readonly product: string
  readonly quantity: number
  readonly variant?: Readonly<Record<string, string>>
}
export interface Prediction {
  readonly id: string
  readonly items: readonly PredictedItem[]
  /** A line the catalogue does not have was read; it goes to review and counts as no item. */
  readonly hasUnknownLine: boolean
  readonly needsReview: boolean
  readonly confidence: number
}

interface Tally {
  truePositive: number
  gold: number
  predicted: number
  exact: number
}

const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[_\W]+/g, ' ')
    .trim()
const variantKey = (variant: Readonly<Record<string, string>> | undefined): string =>
  Object.entries(variant ?? {})
    .map(([axis, value]) => `${axis}=${normal(value)}`)
    .sort()
    .join('|')
const byQuantity = (item: GoldItem | PredictedItem): string => `${normal(item.product)}#${item.quantity}`
const byVariant = (item: GoldItem | PredictedItem): string => `${byQuantity(item)}#${variantKey(item.variant)}`

/** Precision and recall over multisets of (product, quantity), with and without variants, overall and by tag and catalogue. */
export function scoreOrders(
  messages: readonly GoldMessage[],
  predictions: readonly Prediction[],
): { rows: Record<string, Record<string, number>>; facts: Facts; summary: string; errors: string[] } {
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]))
  const groups = new Map<string, GoldMessage[]>([['all', [...messages]]])
  for (const message of messages) {
    for (const name of [`catalog ${message.catalog_ref}`, ...message.tags.map((tag) => `tag ${tag}`)])
      groups.set(name, [...(groups.get(name) ?? []), message])
  }
  const rows: Record<string, Record<string, number>> = {}
  for (const [name, group] of groups) rows[name] = scoreGroup(group, byId)
  const facts = factsOf(messages, byId)
  return { rows, facts, summary: summarize(facts), errors: listErrors(messages, byId) }
}

function scoreGroup(messages: readonly GoldMessage[], byId: ReadonlyMap<string, Prediction>): Record<string, number> {
  const quantity = tally(messages, byId, byQuantity)
  const variant = tally(messages, byId, byVariant)
  return {
    messages: messages.length,
    precision: ratio(quantity.truePositive, quantity.predicted),
    recall: ratio(quantity.truePositive, quantity.gold),
    f1: f1(quantity),
    exact: ratio(quantity.exact, messages.length),
    variantF1: f1(variant),
    variantExact: ratio(variant.exact, messages.length),
  }
}

function tally(
  messages: readonly GoldMessage[],
  byId: ReadonlyMap<string, Prediction>,
  key: (item: GoldItem | PredictedItem) => string,
): Tally {
  const sum: Tally = { truePositive: 0, gold: 0, predicted: 0, exact: 0 }
  for (const message of messages) {
    const items = byId.get(message.id)?.items ?? []
    const hits = overlap(message.gold.map(key), items.map(key))
    sum.truePositive += hits
    sum.gold += message.gold.length
    sum.predicted += items.length
    if (hits === message.gold.length && hits === items.length) sum.exact++
  }
  return sum
}

function overlap(gold: readonly string[], predicted: readonly string[]): number {
  const left = [...gold]
  return predicted.filter((key) => {
    const at = left.indexOf(key)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}

const ratio = (part: number, whole: number): number => Number((whole === 0 ? 0 : part / whole).toFixed(4))
const f1 = (sum: Tally): number => ratio(2 * sum.truePositive, sum.gold + sum.predicted)

function isExact(
  message: GoldMessage,
  prediction: Prediction | undefined,
  key: (item: GoldItem | PredictedItem) => string,
): boolean {
  const items = prediction?.items ?? []
  return overlap(message.gold.map(key), items.map(key)) === message.gold.length && items.length === message.gold.length
}

/** False orders, what passes without review and how often that is right, and the expected calibration error in ten bins. */
export interface Facts {
  readonly empty: number
  readonly falseOrders: number
  readonly unknownOnly: number
  readonly passed: number
  readonly sharePassed: number
  readonly rightPassed: number
  readonly rightPassedWithVariants: number
  readonly passedOrders: number
  readonly rightPassedOrders: number
  readonly calibrationError: number
}

function factsOf(messages: readonly GoldMessage[], byId: ReadonlyMap<string, Prediction>): Facts {
  const empty = messages.filter((message) => message.gold.length === 0)
  const falseOrders = empty.filter((message) => (byId.get(message.id)?.items.length ?? 0) > 0)
  const unknownOnly = empty.filter(
    (message) => byId.get(message.id)?.items.length === 0 && byId.get(message.id)?.hasUnknownLine,
  )
  const passed = messages.filter((message) => !byId.get(message.id)?.needsReview)
  const passedOrders = passed.filter((message) => (byId.get(message.id)?.items.length ?? 0) > 0)
  const right = (group: readonly GoldMessage[], key = byQuantity): number =>
    ratio(group.filter((message) => isExact(message, byId.get(message.id), key)).length, group.length)
  return {
    empty: empty.length,
    falseOrders: falseOrders.length,
    unknownOnly: unknownOnly.length,
    passed: passed.length,
    sharePassed: ratio(passed.length, messages.length),
    rightPassed: right(passed),
    rightPassedWithVariants: right(passed, byVariant),
    passedOrders: passedOrders.length,
    rightPassedOrders: right(passedOrders),
    calibrationError: calibrationError(messages, byId),
  }
}

function summarize(facts: Facts): string {
  return [
    `false orders ${facts.falseOrders}/${facts.empty}, with only an unknown line ${facts.unknownOnly}`,
    `without review ${facts.passed} (${facts.sharePassed}), right ${facts.rightPassed}, with variants ${facts.rightPassedWithVariants}; of these orders ${facts.passedOrders}, right ${facts.rightPassedOrders}`,
    `expected calibration error ${facts.calibrationError}`,
  ].join('\n')
}

function calibrationError(messages: readonly GoldMessage[], byId: ReadonlyMap<string, Prediction>): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, confidence: 0, right: 0 }))
  for (const message of messages) {
    const prediction = byId.get(message.id)
    const bin = bins[Math.min(9, Math.floor((prediction?.confidence ?? 0) * 10))]
    if (!bin || !prediction) continue
    bin.count++
    bin.confidence += prediction.confidence
    if (isExact(message, prediction, byVariant)) bin.right++
  }
  return Number((bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / messages.length).toFixed(4))
}

function listErrors(messages: readonly GoldMessage[], byId: ReadonlyMap<string, Prediction>): string[] {
  return messages
    .filter((message) => !isExact(message, byId.get(message.id), byVariant))
    .map((message) => {
      const prediction = byId.get(message.id)
      const isWrong = !isExact(message, prediction, byQuantity)
      return `${isWrong ? 'WRONG  ' : 'variant'} ${prediction?.needsReview ? 'review' : 'PASSED'} ${prediction?.confidence} ${message.id} | ${message.text}\n    gold ${message.gold.map(byVariant).join(' ; ')}\n    read ${(prediction?.items ?? []).map(byVariant).join(' ; ')}`
    })
    .sort()
}
