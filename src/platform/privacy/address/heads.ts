import {
  endsPhrase,
  isHouseNumber,
  isMark,
  onLine,
  pastDot,
  pastName,
  pastNumber,
  pastUnit,
  type Reading,
} from './grammar.ts'
import * as words from './words.ts'

/** The first part of an address: what finds the door. */
export interface Head {
  /** Behind its last token. */
  readonly end: number
  readonly confidence: number
  /** Whether it is one only if a city, a unit or words around it say so. */
  readonly isDoubtful: boolean
}

/** `Calle 45 # 12-34`, `Av. 9 de Julio 1200`, `Rua das Flores, 123`, `Largo do Machado 20`. */
export function streetBeforeName(reading: Reading, from: number): Head | null {
  const { tokens } = reading
  const type = tokens[from]
  if (type?.kind !== 'word' || type.isAttached) return null
  const isSure = words.typesBefore.has(type.low)
  const isShort = type.low.length <= 2
  if (!isSure && !(words.typesBeforeInCapitals.has(type.low) && words.isCapitalised(type.text))) return null
  const next = tokens[from + 1]
  let at = isMark(next, '/') && type.low === 'c' ? from + 2 : pastDot(reading, from + 1)
  if (type.low.length === 1 && at === from + 1) return null
  const first = tokens[at]
  if (!onLine(first)) return null
  if (isHouseNumber(reading, at)) {
    const grid = pastGrid(reading, at)
    if (grid.isFull) return { end: grid.end, confidence: 0.9, isDoubtful: false }
    if (tokens[at + 1]?.low !== 'de' || !onLine(tokens[at + 1]))
      return { end: grid.end, confidence: isSure ? 0.6 : 0.5, isDoubtful: !isSure || isShort }
    at += 1
  } else if (isShort && !words.isCapitalised(first.text) && !isSure) return null
  const name = pastName(reading, at, 7, isSure)
  if (name === at || (!isSure && !words.isCapitalised(first.text) && !words.connectors.has(first.low))) return null
  const number = pastNumber(reading, name)
  if (number !== -1) return { end: number, confidence: 0.85, isDoubtful: false }
  return { end: name, confidence: 0.6, isDoubtful: true }
}

/** The Latin American grid: a street's number, its letter or direction, then `# 12-34`, `No. 12 - 34` or `12-34`. */
function pastGrid(reading: Reading, from: number): { end: number; isFull: boolean } {
  const { tokens } = reading
  let at = from + 1
  for (let word = 0; word < 2 && onLine(tokens[at]); word += 1) {
    const low = tokens[at]?.low ?? ''
    if (!words.directions.has(low) && !/^[a-h]$/.test(low)) break
    at += 1
  }
  let number = pastNumber(reading, at)
  const isMarked = number > at + 1
  if (number === -1) return { end: at, isFull: false }
  if (!isMarked && !/-/.test(tokens[number - 1]?.text ?? '')) return { end: at, isFull: false }
  if (onLine(tokens[number]) && isMark(tokens[number], '-–') && isHouseNumber(reading, number + 1)) number += 2
  return { end: number, isFull: true }
}

/** `12 Main Street`, `221B Baker St`, `7943 2027 Prospect St`, `350 5th Ave`. */
export function numberBeforeStreet(reading: Reading, from: number): Head | null {
  const { tokens } = reading
  if (!isHouseNumber(reading, from)) return null
  let at = from + 1
  if (onLine(tokens[at]) && isHouseNumber(reading, at)) at += 1
  let best: Head | null = null
  for (let word = at; word < at + 6; word += 1) {
    const token = tokens[word]
    if (!onLine(token) || token.kind !== 'word') break
    const isNamed = word > at
    const isCapital = words.isCapitalised(token.text)
    if (words.functionWords.has(token.low) && !(isNamed && isCapital)) break
    if (!isNamed) continue
    const isSure = words.typesBehind.has(token.low)
    const isShort = words.abbreviationsBehind.has(token.low)
    const name = tokens[word - 1]
    const isOfCapitals =
      words.typesBehindInCapitals.has(token.low) && isCapital && words.isCapitalised(name?.text ?? '')
    if (!isSure && !isShort && !isOfCapitals) continue
    let end = pastDot(reading, word + 1)
    if (onLine(tokens[end]) && words.directions.has(tokens[end]?.low ?? '')) end += 1
    const isWhole = endsPhrase(reading, end)
    // «2 Wall Street Burgers»: a word that follows must be a place, which the tail then shows.
    best = { end, confidence: isSure ? 0.85 : isShort ? 0.75 : 0.6, isDoubtful: !isWhole || isOfCapitals }
  }
  return best
}

/** `Villacher Straße 89`, `Feldstrasse 42`, `Cecilia Grierson Street 12`: the name, its street word, the number. */
export function streetBeforeNumber(reading: Reading, from: number): Head | null {
  const { tokens } = reading
  for (let at = from; at < from + 5; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'word' || (at > from && !onLine(token))) return null
    const isOwnWord = at > from && (words.typesBehind.has(token.low) || words.abbreviationsBehind.has(token.low))
    if (isOwnWord || words.streetEnding.test(token.text)) {
      const number = pastDot(reading, at + 1)
      if (onLine(tokens[number]) && isHouseNumber(reading, number)) {
        const isForeign = !isOwnWord && words.isCapitalised(tokens[from]?.text ?? '')
        return { end: pastDot(reading, number + 1), confidence: isForeign ? 0.75 : 0.6, isDoubtful: !isForeign }
      }
    }
    if (!words.isCapitalised(token.text) && !words.connectors.has(token.low)) return null
  }
  return null
}

/**
 * Numbers and names of no street that is known: an address only when a unit, a place or words before it say so.
 * @param isAnnounced whether words before it say so: then two streets may be joined by «and»
 */
export function numbersAndNames(reading: Reading, from: number, isAnnounced: boolean): Head | null {
  const { tokens } = reading
  let at = from
  let numbers = 0
  let names = 0
  for (let part = 0; part < 5; part += 1) {
    if (part > 0 && !onLine(tokens[at])) break
    if (isHouseNumber(reading, at)) {
      // More than a postal code, a house and a floor is a table.
      if (numbers === 3) return null
      numbers += 1
      at += 1
      continue
    }
    if (pastUnit(reading, at) !== -1) break
    const name = pastName(reading, at, 6, numbers > 0)
    if (name === at) break
    for (let word = at; word < name; word += 1) if (words.notPlaces.has(tokens[word]?.low ?? '')) return null
    names += 1
    at = name
    const isJoined = isAnnounced && onLine(tokens[at]) && /^(?:and|&)$/.test(tokens[at]?.low ?? '')
    if (isJoined && (tokens[at + 1]?.kind === 'number' || words.isCapitalised(tokens[at + 1]?.text ?? ''))) at += 1
  }
  if (numbers === 0 || names === 0) return null
  return { end: at, confidence: 0.5, isDoubtful: true }
}
