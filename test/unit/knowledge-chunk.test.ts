import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunk, passageLengthAtMost } from '../../src/knowledge/chunk.ts'
import { outline } from '../../src/knowledge/outline.ts'

const passagesOf = (content: string) => chunk(content).map(({ headingPath, text }) => [headingPath.join(' > '), text])

describe('the outline of a document', () => {
  test('keeps the whole way of Markdown headings above each passage', () => {
    const content = '# Delivery\n\nWe deliver daily.\n\n## Zones ##\n\nOnly the *city*.\n\n# Payment\nCash.\n'
    expect(passagesOf(content)).toEqual([
      ['Delivery', 'We deliver daily.'],
      ['Delivery > Zones', 'Only the *city*.'],
      ['Payment', 'Cash.'],
    ])
  })

  test('reads underlined headings, and takes ornaments off', () => {
    const content = 'About **us**\n========\n\nWe sell milk.\n\n[Where](http://x.example) we are\n---\n\nIn Bogotá.'
    expect(passagesOf(content)).toEqual([
      ['About us', 'We sell milk.'],
      ['About us > Where we are', 'In Bogotá.'],
    ])
  })

  test('divides a plain list of questions and answers by its questions', () => {
    const content = '¿Hacen entregas?\nSí, todos los días.\n\n¿Qué medios de pago aceptan?\n\nEfectivo y tarjeta.'
    expect(passagesOf(content)).toEqual([
      ['¿Hacen entregas?', 'Sí, todos los días.'],
      ['¿Qué medios de pago aceptan?', 'Efectivo y tarjeta.'],
    ])
  })

  test('reads numbered headings and such in capitals in plain text', () => {
    const content = 'RETURNS\n\nWithin 30 days.\n\n1. Shipping\n\nBy truck.\n\n1.2 Abroad\n\nBy ship.'
    expect(passagesOf(content)).toEqual([
      ['RETURNS', 'Within 30 days.'],
      ['RETURNS > 1. Shipping', 'By truck.'],
      ['RETURNS > 1. Shipping > 1.2 Abroad', 'By ship.'],
    ])
  })

  test('takes no heading out of a code block or a numbered list', () => {
    const content = 'Run this:\n\n```sh\n# install\n\nnpm ci\n```\n\n1. First do\n2. Then do'
    expect(outline(content)).toEqual([{ headingPath: [], start: 0, end: content.length }])
  })

  test('keeps a heading without text findable', () => {
    expect(passagesOf('# Prices\n\nLow.\n\n## Wholesale on request')).toEqual([
      ['Prices', 'Low.'],
      ['Prices', '## Wholesale on request'],
    ])
  })

  test('finds nothing in white space', () => {
    expect(chunk(' \n\n\t \n')).toEqual([])
  })
})

describe('passages', () => {
  const sentence = 'The courier brings it to your door before noon.'

  test('fill up with whole sentences, evenly, and repeat the last one when they go on', () => {
    const content = Array.from({ length: 60 }, (_, index) => `${index}: ${sentence}`).join(' ')
    const passages = chunk(content)
    expect(passages.length).toBe(3)
    for (const { text } of passages) {
      expect(text.length).toBeLessThanOrEqual(passageLengthAtMost)
      expect(text.length).toBeGreaterThan(passageLengthAtMost / 2)
      expect(text).toMatch(/^\d+: The courier.*noon\.$/s)
    }
    const [first, second] = passages
    expect(second?.text.startsWith(first?.text.match(/\d+: [^:]*$/)?.[0] ?? 'nothing')).toBe(true)
  })

  test('cut what has no sentence end at white space, and what has no white space inside no character', () => {
    const [words] = chunk('word '.repeat(1_000))
    expect(words?.text.endsWith('word')).toBe(true)
    const [emoji] = chunk('a' + '🧀'.repeat(2_000))
    expect(emoji?.text.isWellFormed()).toBe(true)
  })

  test('hold every letter of any document in order, each exactly where its offsets say', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom(
        '# One',
        '## Two',
        '',
        '',
        '```',
        '===',
        '---',
        'CAPITAL LETTERS',
        '¿Qué?',
        '1. Number',
        'Text. More text.',
      ),
      fc.lorem({ mode: 'sentences', maxCount: 30 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const content = lines.join('\n')
        let reached = 0
        for (const { text, start, end } of chunk(content)) {
          expect(text).toBe(content.slice(start, end))
          expect(text.length).toBeLessThanOrEqual(passageLengthAtMost)
          expect(text.trim()).toBe(text)
          expect(text).not.toBe('')
          expect(end).toBeGreaterThan(reached)
          // What lies between two passages is white space or a heading.
          if (start > reached) expect(isPassedOver(content.slice(reached, start))).toBe(true)
          reached = end
        }
        expect(isPassedOver(content.slice(reached))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

/** White space, or lines that outline() may have read as headings and that it keeps in the heading path. */
function isPassedOver(text: string): boolean {
  return text.split('\n').every((line) => outline(`${line}\nBody`).length <= 1)
}
