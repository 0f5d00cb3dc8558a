import { describe, expect, test } from 'vitest'
import type { ReadOrderRequest } from '../../src/platform/ai/model.ts'
import { compileCatalog, readOrder } from '../../src/platform/ai/offline/index.ts'
import { findMentions } from '../../src/platform/ai/offline/mentions.ts'
import { tokenizePhrase } from '../../src/platform/ai/offline/tokens.ts'
import { candidateProducts } from '../../src/platform/ai/openai/candidates.ts'
import { makeCatalog } from '../bench/orders-speed.ts'

const products = makeCatalog(5)
const catalog = compileCatalog(products)
const nameOf = new Map(products.map(({ id, name }) => [id, name]))

const read = (text: string) =>
  readOrder(catalog, [{ id: 'msg_1', text }]).lines.map(({ productId, quantity }) => [
    quantity,
    nameOf.get(productId ?? '') ?? null,
  ])

describe('in a catalogue of 10,000 products whose names share their words', () => {
  test.each([
    ['2 cajas de leche lala entera', [['2', 'leche lala entera']]],
    [
      '3 tornillo valle qbxa premium y 4 jabon sol qexa rojo',
      [
        ['3', 'tornillo valle qbxa premium'],
        ['4', 'jabon sol qexa rojo'],
      ],
    ],
    ['7 lala leche entera', [['7', 'leche lala entera']]],
    ['5 leche entera qcxa alpura', [['5', 'leche alpura qcxa entera']]],
  ] as const)('«%s» is read word by word, the first time and again', (text, expected) => {
    expect(read(text)).toEqual(expected)
    expect(read(text)).toEqual(expected)
  })

  test('a word that many names share is narrowed by one that fewer have, whichever comes first', () => {
    const named = (text: string) => {
      const [first] = findMentions(catalog, tokenizePhrase(text))
      return first?.flatMap(({ end, mentions }) => mentions.map(({ target }) => [end, products[target]?.name]))
    }
    expect(named('lala leche entera')).toContainEqual([3, 'leche lala entera'])
    expect(named('leche lala entera')).toContainEqual([3, 'leche lala entera'])
  })

  test('what thousands of names share is in doubt, each time', () => {
    const doubts = () => readOrder(catalog, [{ id: 'msg_1', text: '2 leche' }]).reasons.map(({ code }) => code)
    expect(doubts()).toEqual(doubts())
    expect(doubts()).toContain('AMBIGUOUS_PRODUCT')
  })

  test('a language model is shown some, the named one among them', () => {
    const request: ReadOrderRequest = {
      catalog,
      messages: [{ id: 'msg_1', text: 'quiero 3 clavo andes qdxa blanco' }],
      currentLines: [],
      learned: [],
      examples: [],
      facts: [],
      instructions: null,
      locale: 'es',
      privacy: {},
      redacts: false,
    }
    const shown = candidateProducts(request)
    expect(shown).toHaveLength(80)
    expect(shown.map(({ name }) => name)).toContain('clavo andes qdxa blanco')
  })
})
