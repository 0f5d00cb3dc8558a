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
import type { Announcement } from './announced.ts'
import * as words from './words.ts'

/** The first part of an address: what finds the door. */
export interface Head {
  /** Behind its last token. */
  readonly end: number
  readonly confidence: number
  /** What must follow; a unit will always do, and instead of a place words that announced an address. */
  readonly needs: 'nothing' | 'place' | 'postal code'
}

/** `Calle 45 # 12-34`, `Av. 9 de Julio 1200`, `Rua das Flores, 123`, `Largo do Machado 20`. */
export function streetBeforeName(reading: Reading, from: number): Head | null {
  const { tokens } = reading
  const type = tokens[from]
  if (type?.kind !== 'word' || type.isAttached) return null
  const isNumbered = words.typesBeforeNumbers.has(type.low)
  const isSure = words.typesBefore.has(type.low)
  const isCapital = words.isCapitalised(type.text)
  if (!isSure && !isNumbered && !(words.typesBeforeInCapitals.has(type.low) && isCapital)) return null
  const next = tokens[from + 1]
  let at = isMark(next, '/') && type.low === 'c' ? from + 2 : pastDot(reading, from + 1)
  if (type.low.length === 1 && at === from + 1) return null
  const first = tokens[at]
  if (!onLine(first)) return null
  if (isHouseNumber(reading, at)) {
    const grid = pastGrid(reading, at)
    if (grid.isFull) return { end: grid.end, confidence: 0.9, needs: 'nothing' }
    if (tokens[at + 1]?.low !== 'de' || !onLine(tokens[at + 1]))
      return {
        end: grid.end,
        confidence: isSure || isNumbered ? 0.6 : 0.5,
        needs: isSure || type.low === 'carrera' ? 'nothing' : 'place',
      }
    at += 1
  } else if (!isSure && !isCapital) return null
  while (at < from + 4 && onLine(tokens[at]) && words.connectors.has(tokens[at]?.low ?? '')) at += 1
  const name = onLine(tokens[at]) ? pastName(reading, at, 7, isSure) : at
  if (name === at) return null
  const number = pastNumber(reading, name)
  if (number !== -1) return { end: number, confidence: 0.85, needs: 'nothing' }
  return { end: name, confidence: 0.6, needs: 'place' }
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
  if (onLine(tokens[number]) && words.directions.has(tokens[number]?.low ?? '')) number += 1
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
    best = {
      end,
      confidence: isSure ? 0.85 : isShort ? 0.75 : 0.6,
      needs: isWhole && !isOfCapitals ? 'nothing' : 'place',
    }
  }
  return best
}

/** `Villacher Straße 89`, `Feldstrasse 42`, `Cecilia Grierson Street 12`: the name, its street word, the number. */
export function streetBeforeNumber(reading: Reading, from: number): Head | null {
  const { tokens } = reading
  if (words.connectors.has(tokens[from]?.low ?? '')) return null
  for (let at = from; at < from + 5; at += 1) {
    const token = tokens[at]
    if (token?.kind !== 'word' || (at > from && !onLine(token))) return null
    const isOwnWord = at > from && (words.typesBehind.has(token.low) || words.abbreviationsBehind.has(token.low))
    if (isOwnWord || words.streetEnding.test(token.text)) {
      const number = pastDot(reading, at + 1)
      if (onLine(tokens[number]) && isHouseNumber(reading, number)) {
        const isForeign = !isOwnWord && words.isCapitalised(tokens[from]?.text ?? '')
        return {
          end: pastDot(reading, number + 1),
          confidence: isForeign ? 0.75 : 0.6,
          needs: isForeign ? 'nothing' : 'place',
        }
      }
    }
    if (!words.isCapitalised(token.text) && !words.connectors.has(token.low)) return null
  }
  return null
}

/**
 * Numbers and names of no street that is known: an address only when a unit, a place or words before it say so.
 * @param announcement whether words before it say so: then two streets may be joined by «and»
 */
export function numbersAndNames(reading: Reading, from: number, announcement: Announcement | undefined): Head | null {
  const { tokens } = reading
  let at = from
  let numbers = 0
  let names = 0
  let lastNumber = from
  for (let part = 0; part < 5; part += 1) {
    if (part > 0 && !onLine(tokens[at])) break
    if (isHouseNumber(reading, at)) {
      // More than a postal code, a house and a floor is a table.
      if (numbers === 3) return null
      numbers += 1
      at += 1
      lastNumber = at
      continue
    }
    if (pastUnit(reading, at) !== -1) break
    const name = pastName(reading, at, 6, numbers > 0)
    if (name === at) break
    for (let word = at; word < name; word += 1) if (words.notPlaces.has(tokens[word]?.low ?? '')) return null
    names += 1
    at = name
    const isJoined = announcement !== undefined && onLine(tokens[at]) && /^(?:and|&)$/.test(tokens[at]?.low ?? '')
    if (isJoined && words.isCapitalised(tokens[at + 1]?.text ?? '')) at += 1
  }
  // A name in small letters counts when it is between numbers, or where the word «address» stands before.
  const last = tokens[at - 1]
  const isSmall = last?.kind === 'word' && /^\p{Ll}/u.test(last.text) && announcement !== 'named'
  if (isSmall) at = lastNumber
  if (numbers === 0 || names === 0 || at <= from + 1) return null
  // «Entrega a Juan 2 cajas»: after a verb, one number must close the phrase.
  const isClosed = announcement === 'likely' && tokens[at]?.kind !== 'word'
  const isSaid = announcement === 'named' || isClosed || (announcement !== undefined && numbers > 1)
  return { end: at, confidence: 0.5, needs: isSaid ? 'nothing' : 'postal code' }
}
