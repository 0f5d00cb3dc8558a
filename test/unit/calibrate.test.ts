import { describe, expect, test } from 'vitest'
import { calibrationError, curveOf, mostWrong, thresholdFor, type Outcome } from '../../src/assistant/calibrate.ts'

const many = (count: number, confidence: number, wasRight: boolean): Outcome[] =>
  Array.from({ length: count }, () => ({ confidence, wasRight }))

describe('the curve', () => {
  test('puts orders of like confidence together and says how many were right', () => {
    const curve = curveOf([
      ...many(3, 0.96, true),
      ...many(1, 0.96, false),
      ...many(2, 1, true),
      ...many(1, 0.2, false),
    ])
    expect(curve).toEqual([
      { from: 0, to: 0.5, orders: 1, averageConfidence: 0.2, shareRight: 0 },
      { from: 0.95, to: 0.98, orders: 4, averageConfidence: 0.96, shareRight: 0.75 },
      { from: 0.98, to: 1, orders: 2, averageConfidence: 1, shareRight: 1 },
    ])
    expect(calibrationError(curve)).toBeCloseTo((0.2 * 1 + 0.21 * 4 + 0) / 7, 10)
  })

  test('of nothing says nothing', () => {
    expect(curveOf([])).toEqual([])
    expect(calibrationError([])).toBeNull()
  })
})

describe('the threshold for a target', () => {
  test('is the lowest from which on so few are wrong', () => {
    const known = [...many(300, 0.95, true), ...many(300, 0.9, true), ...many(30, 0.8, true), ...many(30, 0.8, false)]
    expect(thresholdFor(known, 0.01)).toBe(0.9)
    expect(thresholdFor(known, 0.1)).toBe(0.8)
  })

  test('is not found by luck: few right ones show nothing', () => {
    expect(thresholdFor(many(29, 0.99, true), 0.5)).toBeNull()
    expect(thresholdFor(many(100, 0.99, true), 0.01)).toBeNull()
    expect(thresholdFor(many(170, 0.99, true), 0.01)).toBe(0.99)
  })

  test('takes orders of one confidence together or not at all', () => {
    expect(thresholdFor([...many(200, 0.9, true), ...many(100, 0.9, false)], 0.05)).toBeNull()
  })
})

test('the error rate that wrong ones show is bounded from above', () => {
  expect(mostWrong(0, 0)).toBe(1)
  expect(mostWrong(0, 100)).toBeCloseTo(0.0162, 3)
  expect(mostWrong(5, 100)).toBeCloseTo(0.0859, 3)
})
