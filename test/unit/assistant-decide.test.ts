import { describe, expect, test } from 'vitest'
import { decide, type DecisionInput } from '../../src/assistant/decide.ts'

const sure: DecisionInput = {
  reasons: [],
  confidence: 0.95,
  lines: [
    { productId: 'prd_1', quantity: '1', unitPriceMinor: 100n, confidence: 0.9 },
    { productId: 'prd_2', quantity: '1000', unitPriceMinor: 0n, confidence: null },
  ],
  threshold: 0.85,
  autoConfirm: true,
  isSample: false,
}

describe('an order that was read from messages', () => {
  test('is confirmed by itself when nothing is in doubt', () => {
    expect(decide(sure)).toMatchObject({ to: 'CONFIRMED', reasons: [] })
    expect(decide({ ...sure, confidence: 0.85 })).toMatchObject({ to: 'CONFIRMED', reasons: [] })
  })

  function codes(change: Partial<DecisionInput>): string[] {
    const { to, reasons } = decide({ ...sure, ...change })
    expect(to).toBe(reasons.length === 0 ? 'CONFIRMED' : 'REVIEW')
    return reasons.map(({ code, linePosition }) => `${code} ${linePosition}`)
  }

  test('goes to a person for a line below the threshold, saying which', () => {
    const lines = [sure.lines[0]!, { productId: 'prd_2', quantity: '1000', unitPriceMinor: 1n, confidence: 0.849 }]
    expect(codes({ lines })).toEqual(['LOW_CONFIDENCE 1'])
  })

  test('does not say twice that a line is in doubt', () => {
    const reasons = [{ code: 'AMBIGUOUS_PRODUCT', message: '', linePosition: 0 }] as const
    expect(
      codes({ reasons, lines: [{ productId: null, quantity: '1', unitPriceMinor: null, confidence: 0.2 }] }),
    ).toEqual(['AMBIGUOUS_PRODUCT 0'])
  })

  test('goes to a person for a line without a product, and for a product without a price', () => {
    expect(codes({ lines: [{ productId: null, quantity: '1', unitPriceMinor: null, confidence: 0.99 }] })).toEqual([
      'UNKNOWN_PRODUCT 0',
    ])
    expect(codes({ lines: [{ productId: 'prd_1', quantity: '1', unitPriceMinor: null, confidence: 0.99 }] })).toEqual([
      'PRICE_MISSING 0',
    ])
  })

  test('goes to a person for an amount above a thousand', () => {
    const lines = [{ productId: 'prd_1', quantity: '1000.5', unitPriceMinor: 1n, confidence: 0.99 }]
    expect(codes({ lines })).toEqual(['UNUSUAL_QUANTITY 0'])
  })

  test('goes to a person for a model that failed, a whole that is unsure, and an order without lines', () => {
    expect(codes({ reasons: [{ code: 'MODEL_TIMEOUT', message: '', linePosition: null }] })).toEqual([
      'MODEL_TIMEOUT null',
    ])
    expect(codes({ confidence: 0.5 })).toEqual(['LOW_CONFIDENCE null'])
    expect(codes({ lines: [] })).toEqual(['LOW_CONFIDENCE null'])
  })

  test('goes to a person always when the tenant wants it so', () => {
    expect(codes({ autoConfirm: false })).toEqual(['AUTO_CONFIRM_OFF null'])
  })
})
