import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compileCatalog, readOrder } from '../../src/platform/ai/offline/index.ts'
import { allShopMessages, allShops, parseShopMessages } from '../bench/orders-shop-parse.ts'

const catalogs = Object.fromEntries(
  Object.entries(allShops).map(([name, products]) => [name, compileCatalog(products)]),
)
const entries = Object.entries(allShopMessages).flatMap(([shop, text]) =>
  parseShopMessages(text).map((entry) => ({ shop, ...entry })),
)

it('shows for every line the words it came from', () => {
  for (const { shop, messages } of entries) {
    const catalog = catalogs[shop]
    if (!catalog) throw new Error(`no catalogue ${shop}`)
    for (const line of readOrder(catalog, messages).lines) {
      expect(line.spans.length, messages[0]?.text).toBeGreaterThan(0)
      for (const span of line.spans) {
        const message = messages.find(({ id }) => id === span.messageId)
        expect(message?.text.slice(span.start, span.end)).toBe(span.text)
        expect(span.text.trim()).not.toBe('')
      }
    }
  }
})

it('reads the same message the same way every time', () => {
  for (const { shop, messages } of entries.slice(0, 40)) {
    const catalog = compileCatalog(allShops[shop] ?? [])
    expect(readOrder(catalog, messages)).toEqual(readOrder(catalog, messages))
  }
})

it('survives any text', () => {
  const catalog = compileCatalog(allShops['abarrotes'] ?? [])
  const words = fc.constantFrom(
    '2',
    'kg',
    'de',
    'leche',
    'no',
    'quita',
    'mejor',
    'y',
    'media',
    'docena',
    ',',
    '.',
    '?',
    '1/2',
    'x',
    'con',
    'sin',
    'the',
    'cancel',
    'that',
    '½',
    '\n',
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(words, { maxLength: 30 }).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const messages = texts.map((part, index) => ({ id: `m${index}`, text: part }))
      const reading = readOrder(catalog, messages)
      expect(reading.intents.length).toBeGreaterThan(0)
      for (const line of reading.lines) {
        expect(Number(line.quantity)).toBeGreaterThanOrEqual(0)
        expect(line.confidence).toBeGreaterThanOrEqual(0)
        expect(line.confidence).toBeLessThanOrEqual(1)
        for (const span of line.spans) {
          const message = messages.find(({ id }) => id === span.messageId)
          expect(message?.text.slice(span.start, span.end)).toBe(span.text)
        }
      }
    }),
    { numRuns: 300, seed: 7 },
  )
})
