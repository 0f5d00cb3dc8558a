import { fold, stem } from './fold.ts'
import type { InputMessage } from './types.ts'

/** `word` and `number` carry meaning, `mark` is one punctuation sign, `break` ends a line or a message. */
export type TokenKind = 'word' | 'number' | 'mark' | 'break'

export interface Token {
  readonly kind: TokenKind
  /** Folded text. */
  readonly text: string
  readonly stem: string
  readonly messageIndex: number
  /** UTF-16 offsets into the message. */
  readonly start: number
  readonly end: number
  /** Written on to what stands before it: «2kg» gives two tokens, the second glued. After a break or a comma nothing is. */
  readonly isGlued: boolean
}

const pattern =
  /(?<![\d/.,])\d{1,3}[/⁄]\d{1,3}(?![\d/⁄]|[.,]\d)|\d+(?:[.,]\d+)? ?%|(?<![\p{L}\d])(?![xX]\d)\p{L}{1,2}\d+(?![\d.,]*\d)|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['’‘`´][\p{L}\p{M}]+)*|\r?\n|[^\s\p{L}\p{M}\d]/gu
const partsOfOne = new Set([2, 3, 4, 5, 8, 16, 32, 64])
const meaningless = /^[\p{M}\p{Cf}\p{So}\p{Sk}\p{Co}\p{Cs}"“”«»*_~^#|()[\]{}'’‘`´<>=]$/u

/** Cuts messages into tokens with offsets; emoji, quotes and ornaments vanish, hyphens inside words separate silently. */
export function tokenize(messages: readonly InputMessage[]): Token[] {
  const tokens: Token[] = []
  messages.forEach((message, messageIndex) => {
    if (messageIndex > 0) tokens.push(breakToken(messageIndex, 0, 0))
    tokenizeText(message.text, messageIndex, tokens)
  })
  return tokens
}

/** The tokens of a catalogue phrase: words and numbers only. */
export function tokenizePhrase(phrase: string): Token[] {
  const tokens: Token[] = []
  tokenizeText(phrase.replaceAll('_', ' '), 0, tokens)
  return tokens.filter((token) => token.kind === 'word' || token.kind === 'number')
}

function tokenizeText(text: string, messageIndex: number, tokens: Token[]): void {
  const numbering = findNumbering(text)
  let lastEnd = -1
  for (const match of text.matchAll(pattern)) {
    const raw = match[0]
    const start = match.index
    if (numbering.has(start)) continue
    const end = start + raw.length
    const isGlued = start === lastEnd
    if (/^\r?\n$/.test(raw)) {
      tokens.push(breakToken(messageIndex, start, end))
    } else if (/^\p{L}+\d+$/u.test(raw)) {
      // «A4», «B12», «M8»: a code, one word
      const folded = fold(raw)
      tokens.push({ kind: 'word', text: folded, stem: folded, messageIndex, start, end, isGlued })
    } else if (/^\d.*%$/.test(raw) || (/\d[/⁄]/.test(raw) && !isPart(raw))) {
      // «50% sugar», «14/2», «24/12»: a share, a type or a date, no amount
      const word = raw.replace(' ', '')
      tokens.push({ kind: 'word', text: word, stem: word, messageIndex, start, end, isGlued })
    } else if (/^\d/.test(raw)) {
      tokens.push({ kind: 'number', text: raw, stem: raw, messageIndex, start, end, isGlued })
    } else if (/^[\p{L}\p{M}]/u.test(raw)) {
      const folded = fold(raw)
      if (/[a-z\p{L}]/u.test(folded)) {
        tokens.push({ kind: 'word', text: folded, stem: stem(folded), messageIndex, start, end, isGlued })
      }
    } else if (/^\p{No}$/u.test(raw)) {
      tokens.push({ kind: 'number', text: raw, stem: raw, messageIndex, start, end, isGlued })
    } else if (/^[-‐‑]$/.test(raw) && isGlued && /^[\p{L}\d]/u.test(text.slice(end, end + 2))) {
      // «7-up», «coca-cola»: the hyphen belongs to the word, but «5-6 leches» are five or six
      if (isRange(text.slice(0, start), text.slice(end)))
        tokens.push({ kind: 'mark', text: '-', stem: '-', messageIndex, start, end, isGlued })
    } else if (
      raw === '.' &&
      isGlued &&
      /\b\p{L}{1,3}$/u.test(text.slice(0, start)) &&
      /^ ?\p{Ll}/u.test(text.slice(end))
    ) {
      // «dr. pepper», «art. 12»: an abbreviation, not the end of a sentence
    } else if (!meaningless.test(raw)) {
      tokens.push({ kind: 'mark', text: raw, stem: raw, messageIndex, start, end, isGlued })
    }
    lastEnd = /^[\p{L}\p{M}\d\p{No}]/u.test(raw) || (isGlued && joins(raw, text.slice(0, start))) ? end : -1
  }
}

/**
 * A star, a slash or a colon joins numbers only, a hyphen also a short type to its number: «75*72», «wd-40»; but «3 leches,2 panes»,
 * «arroz:3», «arroz-3».
 */
const joins = (sign: string, before: string): boolean =>
  /^[-‐‑]$/.test(sign) ? /\d$|(?<!\p{L})\p{L}{1,3}$/u.test(before) : /^[*/⁄:.]$/.test(sign) && /\d$/.test(before)

/** Up to three digits on both sides, the second number the larger; not «555-1234», «12-11-2026». */
function isRange(before: string, after: string): boolean {
  const from = /(?<![\d.,/*-])\d{1,3}$/.exec(before)?.[0]
  const to = /^\d{1,3}(?![\d.,/*-]*\d)/.exec(after)?.[0]
  return from !== undefined && to !== undefined && Number(to) > Number(from)
}

/** «1/2», «3/4», «5/16»: a part of one as people say it. */
function isPart(text: string): boolean {
  const [above = 0, below = 0] = text.split(/[/⁄]/).map(Number)
  return above > 0 && above < below && partsOfOne.has(below)
}

const numberings = [
  /(?<=^|\n)(?<lead>[ \t]*)(?<number>\d{1,2})(?<sign>(?:\.-|[.-]|[º°]\.?)(?=[ \t]+\S)|\)(?=[ \t]*\S))(?<rest>.*)/g,
  /(?<=^|\n)(?<lead>[ \t]*(?<word>\p{L}{2,10}|#)[ \t]*)(?<number>\d{1,2})(?<sign>[ \t]?[.:)-]|(?<=#\d+))(?=[ \t]+\S)(?<rest>.*)/gu,
]

/** Offsets of the «1.», «2)», «1.-», «1º», «item 1:», «#1» that number the lines of a list; they count nothing. */
function findNumbering(text: string): Set<number> {
  const found = new Set<number>()
  if (!text.includes('\n')) return found
  for (const pattern of numberings) {
    const markers = [...text.matchAll(pattern)].map(({ index, groups = {} }) => ({ index, ...groups }) as Marker)
    if (markers.length < 2 || !markers.every((marker, place) => numbers(marker, place, markers[0]))) continue
    for (const { index, lead, number, sign } of markers) {
      for (let offset = 0; offset < number.length + sign.length; offset++) found.add(index + lead.length + offset)
    }
  }
  return found
}

interface Marker {
  readonly index: number
  readonly lead: string
  readonly word?: string
  readonly number: string
  readonly sign: string
  readonly rest: string
}

/** In order, all alike. «1 - leche» counts; «1- 5 leche» and «item 1: 5 leche» have their count behind. */
const numbers = ({ number, word, sign, rest }: Marker, place: number, first: Marker | undefined): boolean =>
  Number(number) === place + 1 &&
  word?.toLowerCase() === first?.word?.toLowerCase() &&
  ((word === undefined && sign !== '-') || /\d/.test(rest))

function breakToken(messageIndex: number, start: number, end: number): Token {
  return { kind: 'break', text: '\n', stem: '\n', messageIndex, start, end, isGlued: false }
}
