import { describe, expect, test } from 'vitest'
import {
  compilePattern,
  compileRules,
  findPii,
  redact,
  type PiiOptions,
  type PiiRule,
} from '../../src/platform/privacy/index.ts'

const rule = (given: Partial<PiiRule>): PiiRule => ({
  id: 'pir_1',
  effect: 'FIND',
  label: 'LOYALTY',
  pattern: null,
  terms: [],
  contextWords: [],
  confidence: 0.9,
  ...given,
})
const exception = (given: Partial<PiiRule>) => rule({ effect: 'EXCEPT', label: null, ...given })
const by = (...rules: PiiRule[]): PiiOptions => ({ region: 'CO', rules: compileRules(rules) })
const words = (text: string, options: PiiOptions) => findPii(text, options).map(({ value }) => value)

describe('a rule of the tenant', () => {
  test('finds what its pattern matches, as whole words, at its place in UTF-16 and under its own name', () => {
    const options = by(rule({ pattern: 'LC-\\d{6,8}', confidence: 0.8 }))

    expect(findPii('👋 mi lc-123456 y XLC-123456 y LC-123456789', options)).toEqual([
      {
        type: 'CUSTOM',
        start: 6,
        end: 15,
        value: 'lc-123456',
        confidence: 0.8,
        rule: { id: 'pir_1', label: 'LOYALTY' },
      },
    ])
  })

  test('finds its terms whatever their case, accents and separators, the longest first, and never across a sentence', () => {
    const options = by(rule({ terms: ['Peña Núñez', 'Peña Núñez hijo', '77 12 34'] }))

    expect(words('soy PENA NUÑEZ HIJO, o peña  nunez; 77-12.34', options)).toEqual([
      'PENA NUÑEZ HIJO',
      'peña  nunez',
      '77-12.34',
    ])
    expect(words('peña ... nuñez, 177 12 34, penas', options)).toEqual([])
  })

  test('finds only beside a word of its context, where it names any', () => {
    const options = by(rule({ pattern: '\\d{5}', contextWords: ['socio', 'tarjeta de puntos'] }))

    expect(words('socio 12345', options)).toEqual(['12345'])
    expect(words('Tarjeta de Puntos: 12345', options)).toEqual(['12345'])
    expect(words('tarjeta 12345, socios\n\n12345 pesos', options)).toEqual([])
  })

  test('gives way to what is surer, and wins over what is not', () => {
    const sure = rule({ pattern: 'rosa@mercado\\.example', confidence: 1 })

    expect(findPii('rosa@mercado.example', by(sure))).toMatchObject([{ type: 'CUSTOM' }])
    expect(findPii('rosa@mercado.example', by({ ...sure, confidence: 0.5 }))).toMatchObject([{ type: 'EMAIL' }])
  })

  test('has tokens of its own name in prompts, which lead back', () => {
    const { texts, restore } = redact(
      ['LC-123456 y <LOYALTY_1>', 'otra vez LC-123456'],
      by(rule({ pattern: 'LC-\\d{6}' })),
    )

    expect(texts.map(({ text }) => text)).toEqual(['<LOYALTY_2> y <LOYALTY_1>', 'otra vez <LOYALTY_2>'])
    expect(restore('<LOYALTY_2>, <LOYALTY_1>')).toBe('LC-123456, <LOYALTY_1>')
  })
})

describe('an exception', () => {
  test("lets the shop's own number pass however it is written, and no other", () => {
    const options = by(exception({ terms: ['+57 300 123 4567'] }))

    expect(words('300 123 4567, 3001234567, +573001234567, cel 300-123-4567', options)).toEqual([])
    expect(words('3001234568 y +1 300 123 4567', options)).toEqual(['3001234568', '+1 300 123 4567'])
  })

  test('lets pass what lies within its match, not what reaches beyond', () => {
    const options = by(exception({ pattern: '[a-z]{1,20}@shop\\.example' }), exception({ terms: ['Calle 5 # 3-4'] }))

    expect(words('ventas@shop.example, luz@mercado.example, recojo en Calle 5 # 3-4', options)).toEqual([
      'luz@mercado.example',
    ])
    expect(words('ventas@shop.example.org', options)).toEqual(['ventas@shop.example.org'])
  })

  test('holds only beside a word of its context, where it names any', () => {
    const options = by(exception({ terms: ['3001234567'], contextWords: ['tienda'] }))

    expect(words('tienda: 300 123 4567', options)).toEqual([])
    expect(words('mi numero: 300 123 4567', options)).toEqual(['300 123 4567'])
  })
})

describe('a pattern', () => {
  test.for([
    ['\\d+', '«+» repeats without end'],
    ['a*', '«*» repeats without end'],
    ['\\d{4,}', '«{4,}» repeats without end'],
    ['(a)\\1', 'invalid escape sequence: `\\1`'],
    ['(?=a)b', 'invalid or unsupported Perl syntax'],
    ['[a-', 'missing closing ]'],
    ['\\d{101}', 'at most 100 is taken'],
    ['(\\d{1000}){1000}', 'invalid repeat count'],
    ['a?', 'matches a text without characters'],
    ['x'.repeat(201), 'at most 200 characters'],
  ] as const)('«%s» is refused, and why', ([source, why]) => {
    expect(compilePattern(source)).toContain(why)
  })

  test.for(['[*+]{1,3}\\d', '\\*\\+\\d', '\\p{L}{2}\\d{4}', '[[:digit:]*]x', '\\x{41}{2}', '[]*]b'])(
    'of stars and braces that repeat nothing is taken: «%s»',
    (source) => {
      expect(compilePattern(source)).toMatchObject({ size: expect.any(Number) })
    },
  )

  // With a backtracking engine these would take longer than anyone waits; five of them are all that a tenant may have.
  test.for([
    '(?:a?){20}a{20}',
    '(?:(?:a|a){1,4}){1,6}b',
    '[a-z]{0,48}[0-9]|[a-z]',
    '(?:[a-z ]{1,9} ?){1,3}[0-9]|[a-z]',
  ])('cannot be made slow: «%s» five times over on 100,000 characters', (pattern) => {
    const options = by(...[1, 2, 3, 4, 5].map((n) => rule({ id: `pir_${n}`, pattern })))
    const hostile = ['a'.repeat(100_000), 'a '.repeat(50_000)]

    const startedAt = performance.now()
    for (const text of hostile) findPii(text, options)

    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})
