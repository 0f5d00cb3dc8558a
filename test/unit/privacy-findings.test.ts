import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveOverlaps, type PiiFinding } from '../../src/platform/privacy/finding.ts'
import { findPii, maskPii, redact } from '../../src/platform/privacy/index.ts'

describe('findings', () => {
  test('have UTF-16 offsets and the words between them', () => {
    const text = '😀 rosa@mercado.example'

    expect(findPii(text)).toEqual([
      { type: 'EMAIL', start: 3, end: 23, value: 'rosa@mercado.example', confidence: 0.99 },
    ])
  })

  test('keep the surer of two that overlap, then the longer, then the earlier type, in whatever order they came', () => {
    const one = (type: PiiFinding['type'], start: number, end: number, confidence: number): PiiFinding => ({
      type,
      start,
      end,
      value: '',
      confidence,
    })
    const sure = one('PHONE', 5, 15, 0.9)
    const doubtful = one('ADDRESS', 0, 20, 0.6)
    const long = one('ADDRESS', 30, 50, 0.6)
    const short = one('PHONE', 40, 50, 0.6)
    const card = one('CREDIT_CARD', 60, 70, 0.9)
    const phone = one('PHONE', 60, 70, 0.9)
    const all = [sure, doubtful, long, short, card, phone]

    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(resolveOverlaps(shuffled)).toEqual([sure, long, card])
      }),
    )
  })

  test('never overlap and always lie inside of the text, whatever it is', () => {
    const pieces = fc.constantFrom(
      'Calle 5 # 3-4',
      '12 Main St',
      '+57 300 123 4567',
      '4242 4242 4242 4242',
      '536-22-8726',
      'a@b.example',
      ', ',
      '\n',
      ' ',
      'call ',
      'address: ',
      '😀',
      '7',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' })), { maxLength: 20 }), (parts) => {
        const text = parts.join('')
        let end = 0
        for (const found of findPii(text)) {
          expect(found.start).toBeGreaterThanOrEqual(end)
          expect(found.end).toBeGreaterThan(found.start)
          expect(found.value).toBe(text.slice(found.start, found.end))
          end = found.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('hostile texts of 100 kB', () => {
  const length = 100_000
  // Each would take hours with a pattern whose time grows with the square of the text or worse.
  test.for(
    (
      '1|11 |3001112233 |1.|12-|(|+1(|1/|a@|@|a.|a@b.c-|GB82 |GB8 2|4111 |4111-|123-45-|5551234x|call 12 34 567 |Calle |Calle 1 |Rua de la |' +
      '1 A |1 Main St |Aa |1 Main Street, A, |1 A\n|12 A 3\n, XX\n|corner of a |the corner of |esquina de a y |address: |address is |' +
      "deliver a b |P.O. |PSC 1, Box 1 |USNS a | |\n|> |>|é|a\u0301|😀|a|a-|a'|,|Apt. |1 A Apt 5, |zip code |United |Mz a "
    ).split('|'),
  )('of «%s» are read in linear time', (piece) => {
    const text = `a@${piece.repeat(Math.ceil(length / piece.length))}`.slice(0, length)

    const startedAt = performance.now()
    findPii(text)

    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})

describe('masks', () => {
  test('leave nothing of what was found', () => {
    const text = 'Rosa, rosa@mercado.example, +57 300 123 4567: send it to 48 Elm Street.'

    expect(maskPii(text, findPii(text))).toBe('Rosa, [EMAIL], [PHONE]: send it to [ADDRESS].')
  })

  test('leave a text without findings as it is', () => {
    expect(maskPii('2 cajas de leche', findPii('2 cajas de leche'))).toBe('2 cajas de leche')
  })
})

describe('tokens for prompts', () => {
  test('hide in all texts what one of them shows to be personal', () => {
    const { texts } = redact(['my number is 2270 66 1551', '2 cases of milk, 2270 66 1551'])

    expect(texts.map(({ text }) => text)).toEqual(['my number is <PHONE_1>', '2 cases of milk, <PHONE_1>'])
  })

  test('say where a place lay in the original, and what stands for a part of it; part of a token is the whole', () => {
    const original = 'to rosa@mercado.example: 2 cases, to luz@mercado.example'
    const [redacted] = redact([original]).texts
    if (redacted === undefined) throw new Error('one text was given')
    const back = (quote: string) => {
      const start = redacted.text.indexOf(quote)
      const place = redacted.originalSpan(start, start + quote.length)
      return original.slice(place.start, place.end)
    }

    expect(redacted.text).toBe('to <EMAIL_1>: 2 cases, to <EMAIL_2>')
    expect(back('2 cases')).toBe('2 cases')
    expect(back('<EMAIL_1>')).toBe('rosa@mercado.example')
    expect(back('_1>: 2 cases, to <EM')).toBe('rosa@mercado.example: 2 cases, to luz@mercado.example')
    expect(redacted.part(0, 7)).toBe('to <EMAIL_1>')
    expect(redacted.part(25, 32)).toBe('2 cases')
  })

  test('hide the data, are equal for equal data, and can be turned back in an answer', () => {
    const { texts, restore } = redact([
      'rosa@mercado.example, luz@mercado.example and rosa@mercado.example; 48 Elm Street',
    ])

    expect(texts[0]?.text).toBe('<EMAIL_1>, <EMAIL_2> and <EMAIL_1>; <ADDRESS_1>')
    expect(restore('I wrote to <EMAIL_2> about <ADDRESS_1>.')).toBe(
      'I wrote to luz@mercado.example about 48 Elm Street.',
    )
  })

  test('that the customer wrote are not given out, and stay as they are', () => {
    const { texts, restore } = redact(['<EMAIL_1> is not rosa@mercado.example'])

    expect(texts[0]?.text).toBe('<EMAIL_1> is not <EMAIL_2>')
    expect(restore('<EMAIL_1> <EMAIL_2> <EMAIL_3> <PHONE_1>')).toBe(
      '<EMAIL_1> rosa@mercado.example <EMAIL_3> <PHONE_1>',
    )
  })

  test('give every text back unchanged', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a@b.example', ' ', '<EMAIL_1>', '$&', '+57 300 123 4567', 'x')),
        (parts) => {
          const text = parts.join('')
          const { texts, restore } = redact([text], { region: 'CO' })
          expect(restore(texts[0]?.text ?? '')).toBe(text)
        },
      ),
    )
  })
})
