import { isMark, onLine, pastDot, pastName, pastUnit, type Reading } from './grammar.ts'
import { connectors, countryNames, quarterWords, tellingUnitWords } from './words.ts'

/** How far an address goes on behind its street, and how much speaks for it. */
export interface Tail {
  /** Behind its last token. */
  readonly end: number
  /** An apartment, suite or floor. */
  readonly hasUnit: boolean
  /** A postal code. */
  readonly hasCode: boolean
  /** A postal code or a country. */
  readonly hasPlace: boolean
}

const mostParts = 9

/** Units, city, region, postal code and country, as far as they follow from the token `from` on. */
export function readTail(reading: Reading, from: number): Tail {
  const { tokens } = reading
  let end = from
  let at = from
  let hasUnit = false
  let hasPlace = false
  let hasCode = false
  let pending = 0
  for (let part = 0; part < mostParts; part += 1) {
    const { next, hasComma, breaks } = pastSeparators(reading, at)
    if (breaks > 1 || tokens[next] === undefined) break
    const unit = pending === 0 ? pastUnit(reading, next) : -1
    const country = pastCountry(reading, next)
    const code = hasCode ? -1 : pastPostalCode(reading, next, pending > 0 || hasPlace)
    const region = pastRegion(reading, next, hasComma || pending > 0)
    if (unit !== -1) {
      hasUnit ||= tellingUnitWords.has(tokens[next]?.low ?? '')
      at = end = unit
    } else if (country !== -1) {
      hasPlace = true
      pending = 0
      at = end = country
    } else if (code !== -1) {
      hasPlace = hasCode = true
      pending = 0
      at = end = code
    } else if (region !== -1) {
      pending = 0
      at = end = region
    } else {
      const city = hasCode && pending > 0 ? next : pastCity(reading, next, hasComma)
      if (city === next || pending >= 2) break
      const followsCode = hasCode && at === end && tokens[at - 1]?.kind === 'number'
      at = city
      pending += 1
      // On the same line, a short name between commas is a quarter or a city; on a line of its own it may be anything.
      const isQuarter = quarterWords.has(tokens[next]?.low ?? '')
      if (breaks === 0 && (hasComma || isQuarter || followsCode) && (isQuarter || endsPart(reading, city))) end = city
    }
  }
  return { end, hasUnit, hasCode, hasPlace }
}

function pastSeparators({ tokens }: Reading, from: number): { next: number; hasComma: boolean; breaks: number } {
  let next = from
  let hasComma = false
  let breaks = 0
  for (; next < from + 3; next += 1) {
    const token = tokens[next]
    breaks = Math.max(breaks, token?.breaks ?? 0)
    if (!isMark(token, ',-–.')) break
    // A full stop goes on only behind an abbreviation, as in «12 Main St. Apt. 4».
    if (isMark(token, '.') && (next > from || !token?.isAttached)) break
    hasComma ||= isMark(token, ',-–')
  }
  return { next, hasComma, breaks: Math.max(breaks, tokens[next]?.breaks ?? 0) }
}

function pastCity(reading: Reading, from: number, small: boolean): number {
  const { tokens } = reading
  const isQuarter = quarterWords.has(tokens[from]?.low ?? '')
  let end = pastName(reading, isQuarter ? pastDot(reading, from + 1) : from, 4, small || isQuarter)
  if (end > from && isMark(tokens[end], '(') && onLine(tokens[end])) {
    const inside = pastName(reading, end + 1, 3, false)
    if (inside > end + 1 && isMark(tokens[inside], ')')) end = inside + 1
  }
  // «Budapest 12»: a district belongs to its city.
  const district = tokens[end]
  const isDistrict = end > from && onLine(district) && /^\d{1,2}$/.test(district.text)
  return isDistrict && ((tokens[end + 1]?.breaks ?? 1) > 0 || isMark(tokens[end + 1], ',')) ? end + 1 : end
}

function endsPart({ tokens }: Reading, at: number): boolean {
  const token = tokens[at]
  return (
    token === undefined ||
    token.breaks > 0 ||
    isMark(token, ',.;:?!)-–') ||
    (token.kind === 'word' && /^[\p{Ll}]/u.test(token.text))
  )
}

/** Up to four words that name a country. */
function pastCountry({ tokens, text }: Reading, from: number): number {
  const head = tokens[from]
  if (head?.kind !== 'word' || connectors.has(head.low)) return -1
  for (let end = Math.min(from + 5, tokens.length); end > from; end -= 1) {
    const last = tokens[end - 1]
    if (last === undefined || last.kind === 'number') continue
    if (last.end - head.start <= 40 && countryNames.has(text.slice(head.start, last.end).toLowerCase())) return end
  }
  return -1
}

/** Two or three capitals that stand alone: a state or province. */
function pastRegion({ tokens }: Reading, from: number, isExpected: boolean): number {
  const token = tokens[from]
  return isExpected && token?.kind === 'word' && /^\p{Lu}{2,3}$/u.test(token.text) ? from + 1 : -1
}

/** British, Canadian and Dutch codes mix letters and digits. */
const mixedCode = /(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2})(?![\p{L}\d])/uy

/** A postal code; four or six digits only where a place was named before. */
function pastPostalCode({ tokens, text }: Reading, from: number, isExpected: boolean): number {
  const token = tokens[from]
  if (token === undefined) return -1
  mixedCode.lastIndex = token.start
  const mixed = mixedCode.exec(text)
  if (mixed !== null) {
    let end = from
    while ((tokens[end]?.start ?? Infinity) < token.start + mixed[0].length) end += 1
    return end
  }
  if (token.kind !== 'number') return -1
  const isCode = /^(?:\d{5}(?:-\d{3,4})?|\d{4}-\d{3})$/.test(token.text) || (isExpected && /^\d{4,6}$/.test(token.text))
  const next = tokens[from + 1]
  // A telephone number or a measure goes on.
  const goesOn = onLine(next) && (next.kind === 'number' || (next.isAttached && !isMark(next, ',.;:?!)')))
  return isCode && !goesOn ? from + 1 : -1
}
