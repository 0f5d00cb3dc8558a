/**
 * How well and how fast the built-in model reads orders: Parley's own shop messages, and with `PARLEY_BENCH_DATA` a public set
 * (`orders/orders.jsonl`, `orders/catalogs`, `orders/catalogs-lean` in that directory).
 * `node test/bench/orders.ts [--errors N] [--out DIR] [--half 0|1] [--tag T] [--catalog C] [--only FOLDER]`
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Catalog, compileCatalog, type OrderReading, readOrder } from '../../src/platform/ai/offline/index.ts'
import { type GoldMessage, loadCatalogs, loadMessages } from './orders-data.ts'
import { listShopErrors, readShops, summarizeShops } from './orders-shop-score.ts'
import { judge } from './judge.ts'
import { scoreOrders, type Facts, type Prediction } from './orders-score.ts'
import { measureSpeed } from './orders-speed.ts'

const directory = process.env['PARLEY_BENCH_DATA']
const { values: flags } = parseArgs({
  options: {
    errors: { type: 'string', default: '0' },
    out: { type: 'string' },
    half: { type: 'string' },
    tag: { type: 'string' },
    catalog: { type: 'string' },
    only: { type: 'string' },
  },
})

const shopResults = readShops()
console.log(summarizeShops(shopResults))
for (const error of listShopErrors(shopResults).slice(0, Number(flags.errors))) console.log(error)

if (!directory) {
  console.log(measureSpeed(shopResults.flatMap((result) => result.entry.messages.map((message) => message.text))))
  console.log('the public data is skipped: set PARLEY_BENCH_DATA to the directory that holds orders/orders.jsonl')
} else {
  const messages = loadMessages(directory).filter(isSelected)
  for (const folder of ['catalogs', 'catalogs-lean']) {
    if (flags.only && flags.only !== folder) continue
    const catalogs = new Map(
      [...loadCatalogs(directory, folder)].map(([name, products]) => [name, compileCatalog(products)]),
    )
    const predictions = messages.map((message) => predict(catalogs.get(message.catalog_ref), message))
    const score = scoreOrders(messages, predictions)
    console.log(`\n${folder}`)
    console.table(score.rows)
    console.log(score.summary)
    judgeOrders(folder === 'catalogs' ? 'full' : 'lean', score.rows, score.facts)
    for (const error of score.errors.slice(0, Number(flags.errors))) console.log(error)
    if (flags.out) {
      mkdirSync(flags.out, { recursive: true })
      writeFileSync(
        join(flags.out, `${folder}.jsonl`),
        predictions.map((prediction) => JSON.stringify(prediction)).join('\n') + '\n',
      )
    }
  }
  console.log(measureSpeed(messages.map((message) => message.text)))
}

function judgeOrders(kind: 'full' | 'lean', rows: Record<string, Record<string, number>>, facts: Facts): void {
  const area = `orders, ${kind} catalogues`
  const { f1 = 0, exact = 0, variantF1 = 0 } = rows['all'] ?? {}
  judge({ area, what: 'F1 of product and quantity', value: f1, atLeast: kind === 'full' ? 0.95 : 0.9 })
  judge({ area, what: 'exact orders', value: exact, atLeast: kind === 'full' ? 0.88 : 0.78 })
  judge({ area, what: 'F1 with variants', value: variantF1, atLeast: 0.9 })
  judge({ area, what: 'F1 of corrections', value: rows['tag correction']?.['f1'] ?? 0, atLeast: 0.9 })
  judge({ area, what: 'false orders', value: facts.falseOrders / Math.max(1, facts.empty), atMost: 0.02 })
  judge({ area, what: 'right without review', value: facts.rightPassed, atLeast: 0.95 })
  judge({ area, what: 'expected calibration error', value: facts.calibrationError, atMost: 0.05 })
}

/** Every second message may be held back while rules are being written. */
function isSelected(message: GoldMessage): boolean {
  const half = [...message.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % 2
  return (
    (flags.half === undefined || half === Number(flags.half)) &&
    (!flags.tag || message.tags.includes(flags.tag)) &&
    (!flags.catalog || message.catalog_ref === flags.catalog)
  )
}

function predict(catalog: Catalog | undefined, message: GoldMessage): Prediction {
  if (!catalog) throw new Error(`no catalogue ${message.catalog_ref} for ${message.id}`)
  const reading: OrderReading = readOrder(catalog, [{ id: message.id, text: message.text }])
  return {
    id: message.id,
    items: reading.lines
      .filter((line) => line.productId !== null)
      .map((line) => {
        const variant = Object.fromEntries(
          line.variantIds.map((id) => id.split('=') as [string, string]).filter(([, value]) => value !== ''),
        )
        return {
          product: line.productId ?? '',
          quantity: Number(line.quantity),
          ...(Object.keys(variant).length > 0 ? { variant } : {}),
        }
      }),
    hasUnknownLine: reading.lines.some((line) => line.productId === null),
    needsReview: reading.reasons.length > 0 || reading.confidence < 0.85,
    confidence: reading.confidence,
  }
}
