import { compileCatalog, type OrderReading, readOrder } from '../../src/platform/ai/offline/index.ts'
import { allShopMessages, allShops, parseShopMessages, type ShopMessage } from './orders-shop-parse.ts'

export interface ShopResult {
  readonly shop: string
  readonly entry: ShopMessage
  readonly reading: OrderReading
  /** The reading in the notation of the messages. */
  readonly lines: readonly string[]
  readonly isRight: boolean
  /** Sure enough to go without a person: no reason, confidence at least 0.85. */
  readonly isPassed: boolean
}

/** Reads every invented shop message and compares quantity, unit, product and the variants the gold names. */
export function readShops(): ShopResult[] {
  return Object.entries(allShopMessages).flatMap(([shop, text]) => {
    const catalog = compileCatalog(allShops[shop] ?? [])
    return parseShopMessages(text).map((entry) => {
      const reading = readOrder(catalog, entry.messages)
      const lines = reading.lines.map((line) => {
        const variants = line.variantIds.map((id) => id.split(':')[1]).join('+')
        return [line.quantity, line.unit, `${line.productId ?? '?'}${variants ? `:${variants}` : ''}`]
          .filter(Boolean)
          .join(' ')
      })
      const isPassed = reading.reasons.length === 0 && reading.confidence >= 0.85
      return { shop, entry, reading, lines, isRight: isSame(entry.gold, lines), isPassed }
    })
  })
}

/** Variants that the gold does not name are no fault. */
function isSame(gold: readonly string[], lines: readonly string[]): boolean {
  const rest = [...lines]
  for (const wanted of gold) {
    const at = rest.findIndex((line) => fits(wanted, line))
    if (at < 0) return false
    rest.splice(at, 1)
  }
  return rest.length === 0
}

function fits(wanted: string, line: string): boolean {
  const [wantedItem, wantedVariant] = wanted.split(':')
  const [item, variants = ''] = line.split(':')
  return item === wantedItem && (wantedVariant === undefined || variants.split('+').includes(wantedVariant))
}

/** One line for the bench. */
export function summarizeShops(results: readonly ShopResult[]): string {
  const count = (test: (result: ShopResult) => boolean): number => results.filter(test).length
  const passed = count((result) => result.isPassed)
  const passedRight = count((result) => result.isPassed && result.isRight)
  const empty = count((result) => result.entry.gold.length === 0)
  const falseOrders = count((result) => result.entry.gold.length === 0 && result.lines.length > 0)
  return `shop messages: right ${count((result) => result.isRight)}/${results.length}; without review ${passed}, right ${passedRight}; false orders ${falseOrders}/${empty}`
}

/** What was read wrongly, for people. */
export const listShopErrors = (results: readonly ShopResult[]): string[] =>
  results
    .filter((result) => !result.isRight)
    .map(({ shop, entry, reading, lines, isPassed }) => {
      const said = entry.messages.map((message) => message.text).join(' / ')
      const codes = reading.reasons.map((reason) => reason.code).join(' ')
      return `${isPassed ? 'PASSED' : 'review'} ${shop}: ${said}\n    gold ${entry.gold.join(', ')}\n    read ${lines.join(', ')} [${reading.intents.join(' ')}] ${codes}`
    })
