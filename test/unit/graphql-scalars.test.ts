import { GraphQLError, parseValue, type GraphQLScalarType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { scalars } from '../../src/graphql/scalars.ts'

/** By value and by literal: both must say the same. */
function read(scalar: GraphQLScalarType, value: string | number): unknown {
  const byValue = attempt(() => scalar.parseValue(value))
  const byLiteral = attempt(() => scalar.parseLiteral(parseValue(JSON.stringify(value))))
  expect(byLiteral).toEqual(byValue)
  return byValue
}

function attempt(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    if (error instanceof GraphQLError) return 'refused'
    throw error
  }
}

describe('DateTime', () => {
  test.each([
    ['2026-11-20T05:50:11Z', '2026-11-20T05:50:11.000000Z'],
    ['2026-11-20T05:50:11.612632Z', '2026-11-20T05:50:11.612632Z'],
    ['2026-11-20T05:50:11.6126329Z', '2026-11-20T05:50:11.612632Z'],
    ['2026-11-20T00:30+01:00', '2026-11-19T23:30:00.000000Z'],
    ['2024-02-29T23:59:59.5-05:00', '2024-03-01T04:59:59.500000Z'],
  ])('%s is %s', (given, read_) => {
    expect(read(scalars.DateTime, given)).toBe(read_)
  })

  test.each(['2026-11-20', '2026-11-20T05:50:11', '2026-02-30T00:00:00Z', '0000-01-01T00:00:00Z', 'now', '', 5])(
    '%s is refused',
    (given) => {
      expect(read(scalars.DateTime, given)).toBe('refused')
    },
  )

  test('a Date is printed with six digits', () => {
    expect(scalars.DateTime.serialize(new Date('2026-11-20T05:50:11.612Z'))).toBe('2026-11-20T05:50:11.612000Z')
  })
})

describe('Decimal', () => {
  test.each([
    ['2.50', '2.5'],
    ['007', '7'],
    ['0.0', '0'],
    ['-0', '0'],
    ['-0.010', '-0.01'],
    ['+3', '3'],
  ])('%s is %s', (given, read_) => {
    expect(read(scalars.Decimal, given)).toBe(read_)
  })

  test('a JSON number is taken for its digits', () => {
    expect(read(scalars.Decimal, 2.5)).toBe('2.5')
  })

  test.each(['1e5', '.5', '1.', 'NaN', '', '1,5', '1'.repeat(31)])('%s is refused', (given) => {
    expect(read(scalars.Decimal, given)).toBe('refused')
  })
})

describe('Long', () => {
  test.each([
    [5, 5n],
    ['9223372036854775807', 9223372036854775807n],
    ['-9223372036854775808', -9223372036854775808n],
  ])('%s is %s', (given, read_) => {
    expect(read(scalars.Long, given)).toBe(read_)
  })

  test.each(['9223372036854775808', '1.5', 1.5, '', 'x'])('%s is refused', (given) => {
    expect(read(scalars.Long, given)).toBe('refused')
  })

  test('is printed as a number while one can hold it', () => {
    expect(scalars.Long.serialize(9007199254740991n)).toBe(9007199254740991)
    expect(scalars.Long.serialize(9007199254740992n)).toBe('9007199254740992')
  })
})

test.each(['eur', 'EURO', '', 'E1R'])('%s is no currency', (given) => {
  expect(read(scalars.CurrencyCode, given)).toBe('refused')
})

test('JSON written in the document is the same as JSON in a variable', () => {
  const written = parseValue('{ a: { b: [1, null] }, __proto__: "own" }')
  const literal: unknown = scalars.JSON.parseLiteral(written)
  expect(Object.getPrototypeOf(literal)).toBe(Object.prototype)
  expect(JSON.stringify(literal)).toBe('{"a":{"b":[1,null]},"__proto__":"own"}')
})
