import { describe, expect, test } from 'vitest'
import { isOpen, nextOpening } from '../../src/assistant/agents/hours.ts'

const weekdays = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }]
const nights = [{ days: [5], from: '22:00', to: '02:00' }]
const at = (text: string) => new Date(text)

describe('opening hours', () => {
  test('are those of the time zone, the end not included, and always where none are said', () => {
    // 20 November 2026 is a Friday; Bogotá is five hours behind UTC.
    expect(isOpen(weekdays, 'America/Bogota', at('2026-11-20T13:00:00Z'))).toBe(true)
    expect(isOpen(weekdays, 'America/Bogota', at('2026-11-20T12:59:59Z'))).toBe(false)
    expect(isOpen(weekdays, 'America/Bogota', at('2026-11-20T23:00:00Z'))).toBe(false)
    expect(isOpen(weekdays, 'UTC', at('2026-11-21T12:00:00Z'))).toBe(false)
    expect(isOpen([], 'UTC', at('2026-11-21T12:00:00Z'))).toBe(true)
    expect(isOpen([{ days: [6], from: '00:00', to: '24:00' }], 'UTC', at('2026-11-21T23:59:00Z'))).toBe(true)
  })

  test('go over midnight into the day behind theirs, Sunday into Monday too', () => {
    expect(isOpen(nights, 'UTC', at('2026-11-20T23:00:00Z'))).toBe(true)
    expect(isOpen(nights, 'UTC', at('2026-11-21T01:59:00Z'))).toBe(true)
    expect(isOpen(nights, 'UTC', at('2026-11-21T02:00:00Z'))).toBe(false)
    expect(isOpen(nights, 'UTC', at('2026-11-20T01:00:00Z'))).toBe(false)
    expect(isOpen([{ days: [7], from: '22:00', to: '02:00' }], 'UTC', at('2026-11-23T01:00:00Z'))).toBe(true)
  })

  test('open next at the minute that is said, over a weekend and when clocks change', () => {
    expect(nextOpening(weekdays, 'America/Bogota', at('2026-11-20T23:07:31Z'))).toEqual(at('2026-11-23T13:00:00Z'))
    expect(nextOpening(nights, 'UTC', at('2026-11-21T03:00:00Z'))).toEqual(at('2026-11-27T22:00:00Z'))
    // Berlin puts its clocks back on 25 October 2026 at three: half past eight is an hour later in UTC the day after.
    const early = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:30', to: '09:00' }]
    expect(nextOpening(early, 'Europe/Berlin', at('2026-10-24T12:00:00Z'))).toEqual(at('2026-10-25T07:30:00Z'))
    expect(nextOpening(early, 'Europe/Berlin', at('2026-10-23T12:00:00Z'))).toEqual(at('2026-10-24T06:30:00Z'))
    // 02:30 does not exist there on 29 March 2026: it opens when the clocks have passed it.
    const gone = [{ days: [7], from: '02:30', to: '05:00' }]
    expect(nextOpening(gone, 'Europe/Berlin', at('2026-03-29T00:00:00Z'))).toEqual(at('2026-03-29T01:00:00Z'))
  })

  test('that are open open now', () => {
    expect(nextOpening(weekdays, 'UTC', at('2026-11-20T10:00:00Z'))).toEqual(at('2026-11-20T10:00:00Z'))
  })
})
