import type { OpeningHours } from './tables.ts'

const minuteMs = 60_000
const stepMs = 15 * minuteMs
/** A week and a day: whatever opens at all has opened by then. */
const farthestMs = 8 * 24 * 60 * minuteMs

/** Whether an instant lies in one of the hours, as clocks of the time zone show it; always when there are none. */
export function isOpen(hours: readonly OpeningHours[], timeZone: string, at: Date): boolean {
  if (hours.length === 0) return true
  const { day, minute } = localTime(timeZone, at)
  const yesterday = day === 1 ? 7 : day - 1
  return hours.some(({ days, from, to }) => {
    const [begin, end] = [minuteOf(from), minuteOf(to)]
    if (begin < end) return days.includes(day) && minute >= begin && minute < end
    return (days.includes(day) && minute >= begin) || (days.includes(yesterday) && minute < end)
  })
}

/** The first minute from `at` on that is open; null when none is. Clocks that are put forward or back are followed. */
export function nextOpening(hours: readonly OpeningHours[], timeZone: string, at: Date): Date | null {
  const startMs = Math.ceil(at.getTime() / minuteMs) * minuteMs
  for (let ms = startMs; ms <= startMs + farthestMs; ms += stepMs) {
    if (!isOpen(hours, timeZone, new Date(ms))) continue
    let first = ms
    while (first - minuteMs > ms - stepMs && first > startMs && isOpen(hours, timeZone, new Date(first - minuteMs))) {
      first -= minuteMs
    }
    return new Date(first)
  }
  return null
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const formats = new Map<string, Intl.DateTimeFormat>()

function localTime(timeZone: string, at: Date): { readonly day: number; readonly minute: number } {
  let format = formats.get(timeZone)
  if (format === undefined) {
    const parts = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
    format = new Intl.DateTimeFormat('en-US', { timeZone, ...parts })
    formats.set(timeZone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const day = weekdays.indexOf(parts['weekday'] ?? '') + 1
  return { day, minute: Number(parts['hour']) * 60 + Number(parts['minute']) }
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
