import { LRUCache } from 'lru-cache'
import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import { speaksOfOtherNumber, speaksOfPhone } from './cues.ts'
import { digitRuns, standsAlone, type DigitGroup, type DigitRun } from './digit-runs.ts'
import { finding, type PiiFinding } from './finding.ts'

/** E.164 allows 15 digits; fewer than 7 are no subscriber's number that could be told from an amount. */
const fewestDigits = 7
const mostDigits = 15
/** More numbers in a row are a list or a table; each is then looked at alone. */
const mostGroups = 7
const longestRun = 12

/** What may stand inside of one number. */
const innerSeparator = /^(?:[ \u00a0]{1,2}|[ \u00a0]?[-.\u2010-\u2013][ \u00a0]?|\/|[ \u00a0.-]?\(|\)[ \u00a0.-]{0,2})$/

/** What is known about a place that may be a telephone number. */
interface Candidate {
  readonly digits: string
  readonly groups: readonly DigitGroup[]
  /** Lengths of the groups, e.g. `3-3-4`. */
  readonly shape: string
  readonly hasAreaInBrackets: boolean
  readonly hasExtension: boolean
  readonly isNamed: boolean
  readonly isNamedOtherwise: boolean
}

/**
 * Telephone numbers. International ones and those that the region's numbering plan knows are taken as they stand;
 * national forms of other places when they are written like one, or words beside them speak of a telephone.
 * @param region where numbers without a country code are read first
 */
export function findPhones(text: string, region: CountryCode): PiiFinding[] {
  const found: PiiFinding[] = []
  for (const run of digitRuns(text)) {
    for (let first = 0; first < run.length;) {
      const best = startsHere(run, first) ? phoneAt(text, run, first, region) : null
      if (best !== null) found.push(best.finding)
      first += best?.groups ?? 1
    }
  }
  return found
}

/** The region of a locale, e.g. CO of es-CO; the likeliest when the tag names none (BR for pt). */
export function regionOf(locale: string): CountryCode {
  const known = regions.get(locale)
  if (known !== undefined) return known
  const region = new Intl.Locale(locale).maximize().region ?? ''
  const found = isSupportedCountry(region) ? region : 'US'
  regions.set(locale, found)
  return found
}

/** Asked for with every message, and dear to find out. */
const regions = new LRUCache<string, CountryCode>({ max: 1_000 })

/** Inside of dashes or dots nothing begins or ends: 2270-66-1551 is one number, not three. */
function startsHere(run: DigitRun, index: number): boolean {
  const group = run[index]
  return index === 0 || group === undefined || /\s|^[()]+$/.test(group.separator)
}

function phoneAt(
  text: string,
  run: DigitRun,
  first: number,
  region: CountryCode,
): { finding: PiiFinding; groups: number } | null {
  const head = run[first]
  if (head === undefined) return null
  const most = run.length > longestRun ? 1 : mostGroups
  let best: { finding: PiiFinding; groups: number } | null = null
  let digits = ''
  for (let count = 1; count <= most; count += 1) {
    const tail = run[first + count - 1]
    if (tail === undefined || (count > 1 && !innerSeparator.test(tail.separator))) break
    digits += tail.digits
    if (digits.length > mostDigits + 3) break
    if (digits.length < fewestDigits || !startsHere(run, first + count)) continue
    const groups = run.slice(first, first + count)
    const start = opening(text, head.start, tail.end)
    const extension =
      /^ ?(?:x|ext\.?|extensi[oó]n|ramal|#) ?\d{1,6}(?![\p{L}\d])/iu.exec(text.slice(tail.end, tail.end + 20))?.[0] ??
      ''
    const end = tail.end + extension.length
    if (!standsAlone(text, start, end) || !isFree(text, start, end) || !isBalanced(text.slice(start, end))) continue
    const confidence = confidenceOf(text.slice(start, head.start), region, {
      digits,
      groups,
      shape: groups.map((group) => group.digits.length).join('-'),
      hasAreaInBrackets:
        text.slice(start, head.start).endsWith('(') || groups.some(({ separator }) => separator.includes('(')),
      hasExtension: extension !== '',
      isNamed: speaksOfPhone(text, start, end),
      isNamedOtherwise: speaksOfOtherNumber(text, start),
    })
    if (confidence > 0 && confidence >= (best?.finding.confidence ?? 0))
      best = { finding: finding('PHONE', text, start, end, confidence), groups: count }
  }
  return best
}

/** Where the number begins with its +, or with a bracket that closes inside of it. */
function opening(text: string, start: number, end: number): number {
  const signs = /(?:\+ ?\(?|\()$/.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? ''
  return signs === '(' && isBalanced(text.slice(start, end)) ? start : start - signs.length
}

/** Not a price, a share, a measure, a time, or a part of a link. */
function isFree(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  const behind = text.slice(end, end + 2)
  return !/[$€£#@=*/]$|[$€£#] $|\d[.,:]$|[\d\p{L}]-$/u.test(before) && !/^(?: ?[%$€£*]|[-/:=]\d|[.,]\d)/.test(behind)
}

function isBalanced(written: string): boolean {
  return written.split('(').length === written.split(')').length
}

function confidenceOf(prefix: string, region: CountryCode, candidate: Candidate): number {
  const { digits, groups, shape, hasAreaInBrackets, hasExtension, isNamed, isNamedOtherwise } = candidate
  if (/^(\d)\1+$/.test(digits)) return 0
  if (prefix.includes('+')) return international(digits, groups)
  if (looksLikeAnother(groups)) return 0
  if (/^00[1-9]/.test(digits) && digits.length >= 11) {
    const dialled = international(digits.slice(2), [])
    if (dialled >= 0.9 || groups.length > 1) return Math.max(dialled, 0.7)
  }
  if (digits.length > 13 || (isNamedOtherwise && !isNamed)) return 0
  const named = isNamed ? 0.2 : 0
  // The North American form is written like that nowhere else, whatever the area code.
  if (/^(?:1-)?3-3-4$/.test(shape) && isWrittenNorthAmerican(groups, hasAreaInBrackets)) return 0.75 + named
  const number = parsePhoneNumberFromString(digits, region)
  if (number?.isValid()) {
    if (groups.length > 1 && digits.length >= 9) return 0.75 + named
    if (digits.length >= 10 || (digits.length === 9 && number.getType() === 'MOBILE')) return 0.65 + named
    if (groups.length === 2 && digits.length === 8) return 0.5 + named
  }
  if (hasExtension && groups.length > 1) return 0.7
  if (hasAreaInBrackets && digits.length >= 9 && digits.length <= 12) return 0.7 + named
  const isDialled = digits.startsWith('0') && digits.length >= 9 && digits.length <= 11 && groups.length > 1
  if (isDialled && groups.every((group) => group.digits.length > 1)) return 0.45 + named
  // Anything else of the right length is one only because words say so.
  return isNamed && groups.length <= 5 && groups.every((group) => group.digits.length > 1) ? 0.65 : 0
}

/** A number behind a +, without the (0) that is only dialled at home. */
function international(digits: string, groups: readonly DigitGroup[]): number {
  const trunk = groups.find((group) => group.digits === '0' && group.separator.includes('('))
  const dialled =
    trunk === undefined
      ? digits
      : groups
          .filter((group) => group !== trunk)
          .map((group) => group.digits)
          .join('')
  const number = parsePhoneNumberFromString(`+${dialled}`)
  if (number?.isValid()) return 0.98
  if (number?.isPossible()) return 0.85
  return dialled.length >= 8 && dialled.length <= mostDigits ? 0.6 : 0
}

function isWrittenNorthAmerican(groups: readonly DigitGroup[], hasAreaInBrackets: boolean): boolean {
  const separators = groups.slice(-2).map(({ separator }) => separator.replaceAll(/[() ]/g, '') || ' ')
  return hasAreaInBrackets || (separators[0] === separators[1] && !/^[/ ]/.test(separators[0] ?? ''))
}

/** Dates, dotted addresses of computers, and thousands. */
function looksLikeAnother(groups: readonly DigitGroup[]): boolean {
  const written = groups.map(({ digits, separator }) => separator + digits).join('')
  return (
    /^(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./]\d{1,2}(?!\d)/.test(written) ||
    /^\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d(?!\d)/.test(written) ||
    /^\d{1,3}(?:\.\d{1,3}){3}$/.test(written) ||
    /^\d{1,3}(?:[.\u00a0]\d{3})+$/.test(written)
  )
}
