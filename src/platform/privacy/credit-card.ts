import { speaksOfCard, speaksOfOtherNumber } from './cues.ts'
import { digitRuns, standsAlone, type DigitGroup, type DigitRun } from './digit-runs.ts'
import { finding, type PiiFinding } from './finding.ts'

interface Brand {
  readonly prefix: RegExp
  readonly lengths: readonly number[]
}

/** Prefixes and lengths as the brands publish them (ISO/IEC 7812 issuer ranges). */
const brands: readonly Brand[] = [
  { prefix: /^4/, lengths: [13, 16, 19] }, // Visa
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] }, // Mastercard
  { prefix: /^3[47]/, lengths: [15] }, // American Express
  { prefix: /^3(?:0[0-59]|[689])/, lengths: [14, 16, 19] }, // Diners Club
  { prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] }, // Discover
  { prefix: /^35(?:2[89]|[3-8])/, lengths: [16, 19] }, // JCB
  { prefix: /^(?:1800|2131)/, lengths: [15] }, // JCB, older
  { prefix: /^62/, lengths: [16, 17, 18, 19] }, // UnionPay
  { prefix: /^(?:50|5[6-9]|6)/, lengths: [16, 18, 19] }, // Maestro
  { prefix: /^(?:606282|3841)/, lengths: [13, 16, 19] }, // Hipercard
  { prefix: /^220[0-4]/, lengths: [16] }, // Mir
]

/** Shortest and longest card number of ISO/IEC 7812 in use. */
const fewestDigits = 12
const mostDigits = 19
const mostGroups = 6

/**
 * Payment card numbers: a brand's prefix and length and the Luhn check; of no known brand only where words speak of a
 * card.
 */
export function findCreditCards(text: string): PiiFinding[] {
  const found: PiiFinding[] = []
  for (const run of digitRuns(text)) {
    for (let first = 0; first < run.length;) {
      const card = cardAt(text, run, first)
      if (card === null) first += 1
      else {
        found.push(card.finding)
        first += card.groups
      }
    }
  }
  return found
}

/** The surest card that begins with the group, then the longest: twelve of sixteen digits may pass Luhn as well. */
function cardAt(text: string, run: DigitRun, first: number): { finding: PiiFinding; groups: number } | null {
  let best: { finding: PiiFinding; groups: number } | null = null
  let digits = ''
  for (let count = 1; count <= mostGroups; count += 1) {
    const last = run[first + count - 1]
    if (last === undefined || (count > 1 && !/^[ \u00a0.\-\u2010-\u2013]$/.test(last.separator))) break
    digits += last.digits
    if (digits.length > mostDigits) break
    if (digits.length < fewestDigits || !passesLuhn(digits)) continue
    const groups = run.slice(first, first + count)
    const { start } = groups[0] ?? last
    const confidence = standsAlone(text, start, last.end) ? confidenceOf(text, groups, digits) : 0
    if (confidence > 0 && confidence >= (best?.finding.confidence ?? 0))
      best = { finding: finding('CREDIT_CARD', text, start, last.end, confidence), groups: count }
  }
  return best
}

function confidenceOf(text: string, groups: readonly DigitGroup[], digits: string): number {
  const [head] = groups
  const tail = groups.at(-1)
  if (head === undefined || tail === undefined || !hasCardGroups(groups)) return 0
  const ofBrand = brands.some(({ prefix, lengths }) => prefix.test(digits) && lengths.includes(digits.length))
  if (speaksOfCard(text, head.start, tail.end)) return ofBrand ? 0.99 : 0.8
  if (!ofBrand) return 0
  // A barcode of 13 or 14 digits carries its own check digit; one in ten would pass Luhn as well.
  const isShort = digits.length <= 14
  if (speaksOfOtherNumber(text, head.start)) return isShort ? 0 : 0.6
  return isShort && isBarcode(digits) ? 0 : 0.9
}

/** Written in one piece, in fours, or as 4-6-5 and 4-6-4: not any numbers that happen to stand in a row. */
function hasCardGroups(groups: readonly DigitGroup[]): boolean {
  const shape = groups.map(({ digits }) => digits.length).join('-')
  return groups.length === 1 || /^4-(?:4-){1,3}[1-4]$|^4-6-[45]$/.test(shape)
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let back = 0; back < digits.length; back += 1) {
    const digit = Number(digits[digits.length - 1 - back])
    const doubled = back % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** GS1 General Specifications, 7.9: the check digit of a GTIN. */
function isBarcode(digits: string): boolean {
  let sum = 0
  for (let back = 0; back < digits.length; back += 1)
    sum += Number(digits[digits.length - 1 - back]) * (back % 2 === 1 ? 3 : 1)
  return sum % 10 === 0
}
