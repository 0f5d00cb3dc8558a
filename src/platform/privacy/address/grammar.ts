import type { Token } from './tokens.ts'
import * as words from './words.ts'

/** The tokens of a text and the text itself: what every rule reads. All rules look at a bounded number of tokens. */
export interface Reading {
  readonly text: string
  readonly tokens: readonly Token[]
}

export const isMark = (token: Token | undefined, marks: string): boolean =>
  token?.kind === 'mark' && marks.includes(token.text)

/** Whether the token continues the line of the one before. */
export const onLine = (token: Token | undefined): token is Token => token !== undefined && token.breaks === 0

/** A number that may stand on a door: at most six digits, no measure behind it. */
export function isHouseNumber({ tokens }: Reading, at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token?.isAttached && tokens[at - 1]?.kind === 'word') return false
  if (token?.kind !== 'number' || !/^\d{1,6}\p{L}?(?:[-/]\d{1,6}\p{L}?){0,2}$/u.test(token.text)) return false
  if (next?.isAttached && (next.kind === 'word' || isMark(next, '%$€£:+*'))) return false
  return !(next?.isAttached && isMark(next, '.,') && tokens[at + 2]?.isAttached && tokens[at + 2]?.kind === 'number')
}

/** Behind an abbreviation's dot, if there is one. */
export const pastDot = ({ tokens }: Reading, at: number): number =>
  isMark(tokens[at], '.') && tokens[at]?.isAttached ? at + 1 : at

/** Behind the marks that introduce a number: `#`, `nº`, `No.`, `núm.`, a comma; and the number itself. -1 without one. */
export function pastNumber(reading: Reading, from: number): number {
  const { tokens } = reading
  let at = from
  if (onLine(tokens[at]) && isMark(tokens[at], ',')) at += 1
  if (onLine(tokens[at]) && /^(?:n[oº°]?|num|núm|number|número|numero|nro)$/.test(tokens[at]?.low ?? ''))
    at = pastDot(reading, at + 1)
  if (onLine(tokens[at]) && isMark(tokens[at], '#º°')) at += 1
  if (onLine(tokens[at]) && isHouseNumber(reading, at)) return at + 1
  if (onLine(tokens[at]) && tokens[at]?.low === 's' && isMark(tokens[at + 1], '/') && tokens[at + 2]?.low === 'n')
    return at + 3
  return -1
}

/** Behind up to `most` words of a name; with `small` also such in small letters, unless they are everyday words. */
export function pastName({ tokens }: Reading, from: number, most: number, small: boolean): number {
  let end = from
  for (let at = from; at < from + most; at += 1) {
    const token = tokens[at]
    if (!token || (at > from && !onLine(token)) || token.kind !== 'word') break
    // A code of letters and digits, as in NW1 6XE.
    if (tokens[at + 1]?.isAttached && tokens[at + 1]?.kind === 'number') break
    // A name neither begins nor ends with «de la».
    if (words.connectors.has(token.low)) {
      if (at === from && !small) break
      continue
    }
    if (words.unitWords.has(token.low) && at > from) break
    if (!words.isCapitalised(token.text) && !/^\d/.test(token.text)) {
      if (!small || words.functionWords.has(token.low)) break
    }
    end = at + 1
    if (
      isMark(tokens[end], '.') &&
      tokens[end]?.isAttached &&
      token.text.length <= 4 &&
      tokens[end + 1]?.kind !== undefined &&
      onLine(tokens[end + 1])
    )
      at += 1
  }
  return end
}

/** Behind a unit such as `Apt. 5`, `piso 3 B`, `3rd floor`, `#12`; -1 without one. */
export function pastUnit(reading: Reading, from: number): number {
  const { tokens } = reading
  const token = tokens[from]
  if (token === undefined) return -1
  if (isMark(token, '#') && isHouseNumber(reading, from + 1)) return from + 2
  if (/^\d{1,3}(?:st|nd|rd|th|º|ª|°)$/.test(token.low)) {
    const next = tokens[from + 1]
    if (onLine(next) && (words.unitWords.has(next.low) || /^\p{Lu}$/u.test(next.text))) return from + 2
    return -1
  }
  if (token.kind !== 'word' || !words.unitWords.has(token.low)) return -1
  let at = pastDot(reading, from + 1)
  if (isMark(tokens[at], '#')) at += 1
  const value = tokens[at]
  if (!onLine(value)) return -1
  if (!isHouseNumber(reading, at) && !/^\p{Lu}$/u.test(value.text)) return -1
  const letter = tokens[at + 1]
  return onLine(letter) && /^\p{Lu}$/u.test(letter.text) && value.kind === 'number' ? at + 2 : at + 1
}

/** Whether the phrase ends before the token: nothing more is named by the words before it. */
export function endsPhrase({ tokens }: Reading, at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.breaks > 0) return true
  if (token.kind === 'mark') return !/[\p{L}\d]/u.test(token.text)
  return token.kind === 'word' && (words.functionWords.has(token.low) || words.unitWords.has(token.low))
}
