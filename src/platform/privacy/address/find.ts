import { finding, resolveOverlaps, type PiiFinding } from '../finding.ts'
import { announcements, type Announcement } from './announced.ts'
import { findFixedForms } from './fixed-forms.ts'
import { isHouseNumber, isMark, onLine, type Reading } from './grammar.ts'
import { numberBeforeStreet, numbersAndNames, streetBeforeName, streetBeforeNumber, type Head } from './heads.ts'
import { readTail } from './tail.ts'
import { tokensOf } from './tokens.ts'
import { isCapitalised } from './words.ts'

/** How much a place behind the street, and words before it, add to a finding. */
const placeAdds = 0.08
const announcementAdds = 0.1

/**
 * Postal addresses: a street with its number, a box or a corner, and what follows of unit, city, postal code and
 * country. Each rule looks at a bounded number of words, so the time is linear.
 */
export function findAddresses(text: string): PiiFinding[] {
  const reading: Reading = { text, tokens: tokensOf(text) }
  const { tokens } = reading
  const announced = announcements(text)
  const fixed = new Map(findFixedForms(text).map((place) => [place.start, place]))
  const found: PiiFinding[] = []
  let isContinued = false
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]
    if (token === undefined) break
    const form = fixed.get(token.start)
    const announcement: Announcement | undefined = isContinued ? 'continued' : announced.get(token.start)
    const address: Address | null =
      form === undefined
        ? addressAt(reading, at, announcement)
        : { ...readTail(reading, behind(reading, at, form.end)), confidence: form.confidence }
    if (address === null) {
      isContinued = false
      at += 1
      continue
    }
    const last = tokens[address.end - 1] ?? token
    const end = withoutFullStop(text, token.start, Math.max(last.end, form?.end ?? 0))
    found.push(finding('ADDRESS', text, token.start, end, address.confidence))
    const joint = pastJoint(reading, address.end)
    isContinued = joint > address.end
    at = Math.max(joint, at + 1)
  }
  return resolveOverlaps(found)
}

interface Address {
  readonly end: number
  readonly confidence: number
}

/** The address that begins at the token, or null. */
function addressAt(reading: Reading, at: number, announcement: Announcement | undefined): Address | null {
  let best: Address | null = null
  for (const head of headsAt(reading, at, announcement)) {
    const tail = readTail(reading, head.end)
    const isFound = tail.hasUnit || tail.hasCode
    if (head.needs === 'postal code' && !isFound) continue
    if (head.needs === 'place' && !isFound && !tail.hasPlace && announcement === undefined) continue
    const confidence = Math.min(
      0.97,
      head.confidence +
        (tail.hasPlace || tail.hasUnit ? placeAdds : 0) +
        (announcement === undefined ? 0 : announcementAdds),
    )
    if (best === null || tail.end > best.end) best = { end: tail.end, confidence }
  }
  return best
}

function* headsAt(reading: Reading, at: number, announcement: Announcement | undefined): Generator<Head> {
  const { tokens } = reading
  // A postal code or a second number may stand before the street: «48334 36 Rue de Pologne».
  for (let lead = 0; lead <= 2; lead += 1) {
    const start = at + lead
    if (lead > 0 && (!isHouseNumber(reading, start - 1) || !onLine(tokens[start]))) break
    const heads = [
      streetBeforeName(reading, start),
      numberBeforeStreet(reading, start),
      streetBeforeNumber(reading, start),
    ]
    for (const head of heads) if (head !== null) yield head
  }
  const token = tokens[at]
  const beginsLine = at === 0 || (token?.breaks ?? 0) > 0
  const mayBegin = announcement !== undefined || beginsLine || (token?.kind === 'number' && !token.isAttached)
  if (!mayBegin) return
  const head = numbersAndNames(reading, at, announcement)
  if (head !== null) yield head
}

/** A dot at the very end closes the sentence more often than an abbreviation. */
function withoutFullStop(text: string, start: number, end: number): number {
  return end - 1 > start && text[end - 1] === '.' ? end - 1 : end
}

/** The first token that begins at or behind the offset. */
function behind({ tokens }: Reading, from: number, offset: number): number {
  let at = from
  while ((tokens[at]?.start ?? Infinity) < offset) at += 1
  return at
}

/** Behind «, and» after an address: another may follow. */
function pastJoint({ tokens }: Reading, from: number): number {
  let at = from
  if (isMark(tokens[at], ',')) at += 1
  const joint = tokens[at]
  const next = tokens[at + 1]
  if (joint === undefined || !/^(?:and|y|e|or|o|ou|&)$/.test(joint.low) || next === undefined) return from
  return next.kind === 'number' || isCapitalised(next.text) || next.low === 'the' ? at + 1 : from
}
