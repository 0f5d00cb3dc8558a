/** Digits that stand together, and what separates them from the digits before. */
export interface DigitGroup {
  readonly start: number
  readonly end: number
  readonly digits: string
  /** Between the group before and this one; empty for the first of a run. */
  readonly separator: string
}

/** Groups with at most three separating characters between them, on one line. */
export type DigitRun = readonly DigitGroup[]

const run = /\d+(?:[ \u00a0.\-\u2010-\u2013()/]{1,3}\d+)*/g
const group = /([^\d]*)(\d+)/g

/** Every run of digits. Digits and separators exclude each other, so the time is linear in the text. */
export function* digitRuns(text: string): Generator<DigitRun> {
  for (const found of text.matchAll(run)) {
    const groups: DigitGroup[] = []
    for (const part of found[0].matchAll(group)) {
      const [whole, separator = '', digits = ''] = part
      const end = found.index + part.index + whole.length
      groups.push({ start: end - digits.length, end, digits, separator })
    }
    yield groups
  }
}

/** Whether nothing that belongs to a word or a longer number touches the place. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{N}_]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^[\p{L}\p{N}_]/u.test(text.slice(end, end + 2))
  )
}
