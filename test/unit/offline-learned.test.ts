import { describe, expect, test } from 'vitest'
import { compileCatalog, learnablePhrase, readOrder, type LearnedPhrase } from '../../src/platform/ai/offline/index.ts'

const variant = (id: string, value: string) => ({ id, axis: 'size', value, aliases: [] })
const product = { aliases: [], keywords: [], category: null, unit: null, variants: [], options: [] }
const shop = compileCatalog([
  {
    ...product,
    id: 'ink',
    sku: 'INK',
    name: 'Tinta Epson 664',
    variants: [variant('70', '70 ml'), variant('140', '140 ml')],
  },
  { ...product, id: 'paper', sku: 'PAPER', name: 'Papel bond carta' },
])
const wonder: LearnedPhrase = { id: 'lal_1', phrase: 'maravilla', productId: 'ink', variantIds: ['140'], isOwn: true }

function read(text: string, learned: readonly LearnedPhrase[] = [wonder]) {
  const { lines } = readOrder(shop, [{ id: 'm', text }], { learned })
  return lines.map(({ productId, quantity, variantIds, learnedId }) => [productId, quantity, variantIds, learnedId])
}

describe('words that people taught', () => {
  test('name the product and its variant, in the plural too, with the phrase as their reason', () => {
    expect(read('2 de la maravilla')).toEqual([['ink', '2', ['140'], 'lal_1']])
    expect(read('5 maravillas y 3 papel bond')).toEqual([
      ['ink', '5', ['140'], 'lal_1'],
      ['paper', '3', [], undefined],
    ])
  })

  test('give way to a variant that the customer names', () => {
    expect(read('maravilla 70 ml')).toEqual([['ink', '1', ['70'], 'lal_1']])
  })

  test('mean nothing once the product is gone', () => {
    expect(read('2 maravilla', [{ ...wonder, productId: 'gone' }])).toEqual([[null, '2', [], undefined]])
  })

  test('of the customer go before those of all', () => {
    const others = { ...wonder, id: 'lal_2', productId: 'paper', variantIds: [], isOwn: false }
    expect(read('2 maravilla', [others, wonder])).toEqual([['ink', '2', ['140'], 'lal_1']])
    expect(read('2 maravilla', [wonder, others])).toEqual([['ink', '2', ['140'], 'lal_1']])
  })
})

test.each([
  ['2 cajas de la azul', 'azul'],
  ['media docena de la Azul Grande', 'azul grande'],
  ['half a dozen of the blue ones', 'blue ones'],
  ['3', null],
  ['dos cajas', null],
  ['lo que te dije ayer cuando estuve por la tienda con mi hermano', null],
])('of «%s» the name that can be learned is %s', (text, phrase) => {
  expect(learnablePhrase(text)).toBe(phrase)
})
