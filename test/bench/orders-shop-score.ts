/** How the built-in model reads the invented shop messages: `node test/bench/orders-shop-score.ts [--errors]`. */
import { compileCatalog, readOrder } from '../../src/platform/ai/offline/index.ts'
import { parseShopMessages } from './orders-shop-parse.ts'
import { shops } from './orders-shops.ts'
import { shopMessages } from './orders-shop-messages.ts'

const results = Object.entries(shopMessages).flatMap(([shop, text]) => {
  const catalog = compileCatalog(shops[shop] ?? [])
  return parseShopMessages(text).map((entry) => {
    const reading = readOrder(catalog, entry.messages)
    const read = reading.lines.map(
      (line) =>
        [
          line.quantity,
          line.unit,
          line.productId ?? '?',
          line.variantIds.map((id) => id.split(':')[1]).join('+'),
        ] as const,
    )
    const lines = read.map(
      ([quantity, unit, product, variants]) =>
        `${quantity}${unit ? ` ${unit}` : ''} ${product}${variants ? `:${variants}` : ''}`,
    )
    return {
      shop,
      entry,
      reading,
      lines,
      isExact: isSame(entry.gold, lines),
      isPassed: reading.reasons.length === 0 && reading.confidence >= 0.85,
    }
  })
})

/** Variants that the gold does not name are no fault. */
function isSame(gold: readonly string[], lines: readonly string[]): boolean {
  const rest = [...lines]
  for (const wanted of gold) {
    const at = rest.findIndex(
      (line) =>
        line === wanted ||
        (wanted.includes(':')
          ? line.startsWith(wanted + '+') ||
            (line.split(':')[0] === wanted.split(':')[0] &&
              line
                .split(':')[1]
                ?.split('+')
                .includes(wanted.split(':')[1] ?? ''))
          : line.split(':')[0] === wanted),
    )
    if (at < 0) return false
    rest.splice(at, 1)
  }
  return rest.length === 0
}

const right = results.filter((result) => result.isExact)
const passed = results.filter((result) => result.isPassed)
console.log(
  `exact ${right.length}/${results.length}; without review ${passed.length}, right ${passed.filter((result) => result.isExact).length}`,
)
if (process.argv.includes('--errors')) {
  for (const { shop, entry, reading, lines, isPassed } of results.filter((result) => !result.isExact)) {
    console.log(
      `${isPassed ? 'PASSED' : 'review'} ${shop}: ${entry.messages.map((message) => message.text).join(' / ')}\n    gold ${entry.gold.join(', ')}\n    read ${lines.join(', ')} [${reading.intents.join(' ')}] ${reading.reasons.map((reason) => reason.code).join(' ')}`,
    )
  }
}
