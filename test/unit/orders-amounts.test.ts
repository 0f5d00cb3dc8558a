import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureFactor } from '../../src/platform/ai/offline/index.ts'
import { lineTotalMinor, multiplyQuantity, parseQuantity, roundQuantity } from '../../src/orders/lines/amounts.ts'

describe('quantities', () => {
  test('have one written form', () => {
    expect(['2', '02.50', ' 0.5 ', '3.000', '999999999.999', '1.5000000'].map(parseQuantity)).toEqual([
      '2',
      '2.5',
      '0.5',
      '3',
      '999999999.999',
      '1.5',
    ])
  })

  test('are refused when they are no number above zero, too great or too fine', () => {
    const refused = ['0', '0.000', '-1', '1e3', '', 'dos', '1,5', '.5', '5.', '1000000000', '0.0001', 'NaN', '1 2']
    expect(refused.map(parseQuantity)).toEqual(refused.map(() => null))
  })

  test('of a model are rounded half up to thousandths', () => {
    expect(['0.3333333', '0.6666', '0.0005', '0.0004', '2'].map(roundQuantity)).toEqual([
      '0.333',
      '0.667',
      '0.001',
      null,
      '2',
    ])
  })
})

describe('an amount in another unit', () => {
  test('is multiplied exactly and rounded half up to thousandths', () => {
    expect(multiplyQuantity('2', '12')).toBe('24')
    expect(multiplyQuantity('0.5', '24.5')).toBe('12.25')
    expect(multiplyQuantity('1', '0.45359237')).toBe('0.454')
    expect(multiplyQuantity('0.001', '0.5')).toBe('0.001')
    expect(multiplyQuantity('0.001', '0.4')).toBe(null)
    expect(multiplyQuantity('999999999', '12')).toBe(null)
  })

  test('is known of measures that are the same everywhere, of one dimension', () => {
    expect([measureFactor('g', 'kg'), measureFactor('kg', 'g'), measureFactor('l', 'ml')]).toEqual([
      '0.001',
      '1000',
      '1000',
    ])
    expect([measureFactor('cup', 'l'), measureFactor('quintal', 'kg'), measureFactor('kg', 'l')]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('the total of a line', () => {
  test('is rounded half up to the minor unit', () => {
    expect(lineTotalMinor('0.5', 1_001n)).toBe(501n)
    expect(lineTotalMinor('0.333', 1_000n)).toBe(333n)
    expect(lineTotalMinor('1.5', 333n)).toBe(500n)
    expect(lineTotalMinor('3', 0n)).toBe(0n)
  })

  test('is none when it is beyond anything a line may cost', () => {
    expect(lineTotalMinor('1000000', 1_000_000_000n)).toBe(10n ** 15n)
    expect(lineTotalMinor('1000000', 1_000_000_001n)).toBeNull()
  })

  test('never differs from the exact product by more than half a minor unit', () => {
    const thousandths = fc.bigInt({ min: 1n, max: 10n ** 9n })
    fc.assert(
      fc.property(thousandths, fc.bigInt({ min: 0n, max: 10n ** 8n }), (quantity, price) => {
        const text = `${quantity / 1_000n}.${(quantity % 1_000n).toString().padStart(3, '0')}`
        const total = lineTotalMinor(text, price)
        if (total === null) return quantity * price > 10n ** 18n
        const off = total * 1_000n - quantity * price
        return off <= 500n && off > -500n
      }),
    )
  })
})
