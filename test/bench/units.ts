/**
 * How well `readQuantity` reads amounts: `PARLEY_BENCH_DATA=<dir> node test/bench/units.ts [--errors N] [--half 0|1] [--out FILE]`; the
 * directory holds `orders/quantity-units.jsonl`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readQuantity } from '../../src/platform/ai/offline/index.ts'

import { judge } from './judge.ts'

interface GoldAmount {
  readonly id: string
  readonly text: string
  readonly gold: { readonly quantity: number; readonly unit: string | null; readonly name: string }
}

const directory = process.env['PARLEY_BENCH_DATA']
const { values: flags } = parseArgs({
  options: { errors: { type: 'string', default: '0' }, half: { type: 'string' }, out: { type: 'string' } },
})

if (!directory) {
  console.log('skipped: set PARLEY_BENCH_DATA to the directory that holds orders/quantity-units.jsonl')
} else {
  const amounts = load(join(directory, 'orders', 'quantity-units.jsonl'))
  const read = amounts.map((amount) => ({ amount, reading: readQuantity(amount.text) }))
  const isRight = read.map(({ amount, reading }) => ({
    quantity: Math.abs(Number(reading.quantity ?? 0) - amount.gold.quantity) < 0.01,
    unit: normal(reading.unitText) === normal(amount.gold.unit),
  }))
  const share = (test: (right: { quantity: boolean; unit: boolean }) => boolean): string =>
    (isRight.filter(test).length / read.length).toFixed(4)
  console.log(
    `${read.length} amounts: quantity ${share((right) => right.quantity)}, unit ${share((right) => right.unit)}, both ${share((right) => right.quantity && right.unit)}`,
  )
  judge({
    area: 'amounts',
    what: 'quantity and unit',
    value: Number(share((right) => right.quantity && right.unit)),
    atLeast: 0.95,
  })
  const wrong = read.filter((_, index) => !isRight[index]?.quantity || !isRight[index]?.unit)
  for (const { amount, reading } of wrong.slice(0, Number(flags.errors)))
    console.log(`${amount.text}\n    gold ${JSON.stringify(amount.gold)}\n    read ${JSON.stringify(reading)}`)
  if (flags.out)
    writeFileSync(
      flags.out,
      read
        .map(({ amount, reading }) =>
          JSON.stringify({
            id: amount.id,
            quantity: Number(reading.quantity ?? 0),
            unit: reading.unitText,
            name: reading.name,
          }),
        )
        .join('\n') + '\n',
    )
}

function load(path: string): GoldAmount[] {
  return (
    readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      // guarantee: the published file holds one amount of this shape a line
      .map((line) => JSON.parse(line) as GoldAmount)
      .filter((amount) => flags.half === undefined || Number(amount.id.replace(/\D/g, '')) % 2 === Number(flags.half))
  )
}

/** Singular, abbreviations written out: «tbsp» and «tablespoons» are one unit. */
function normal(unit: string | null): string {
  const word = (unit ?? '')
    .toLowerCase()
    .replace(/\W/g, '')
    .replace(/(ch|sh|x|s)es$/, '$1')
    .replace(/ves$/, 'f')
    .replace(/s$/, '')
  const long: Readonly<Record<string, string>> = {
    tbsp: 'tablespoon',
    tsp: 'teaspoon',
    lb: 'pound',
    oz: 'ounce',
    g: 'gram',
    kg: 'kilogram',
    ml: 'milliliter',
    l: 'liter',
  }
  return long[word] ?? word
}
