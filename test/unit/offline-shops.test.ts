import { expect, it } from 'vitest'
import { listShopErrors, readShops } from '../bench/orders-shop-score.ts'

const results = readShops()
const share = (part: number, whole: number): number => part / whole

it('reads nearly all messages of the invented shops as a careful clerk would', () => {
  expect(results.length).toBeGreaterThanOrEqual(900)
  const right = results.filter((result) => result.isRight)
  expect(share(right.length, results.length), listShopErrors(results).join('\n')).toBeGreaterThanOrEqual(0.95)
})

it('is right where it asks nobody', () => {
  const passed = results.filter((result) => result.isPassed)
  const wrong = passed.filter((result) => !result.isRight)
  expect(share(passed.length, results.length)).toBeGreaterThanOrEqual(0.7)
  expect(share(wrong.length, passed.length), listShopErrors(wrong).join('\n')).toBeLessThanOrEqual(0.02)
})

it('makes no order of a message that is none', () => {
  const empty = results.filter((result) => result.entry.gold.length === 0)
  const invented = empty.filter((result) => result.lines.length > 0)
  expect(empty.length).toBeGreaterThanOrEqual(100)
  expect(share(invented.length, empty.length), listShopErrors(invented).join('\n')).toBeLessThanOrEqual(0.02)
})
