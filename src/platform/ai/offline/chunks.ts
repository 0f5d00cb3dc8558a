import type { Catalog } from './catalog.ts'
import { findMentions, type MentionSpan } from './mentions.ts'
import { readNumber, type ReadNumber, readTrailingHalf } from './numbers.ts'
import { SlipIndex } from './fuzzy.ts'
import {
  aboutPhrases,
  type CueSet,
  cueBit,
  cuePhrases,
  determinerPhrases,
  joinerWords,
  isForeignArticle,
  ofWords,
  unitPhrases,
  unitWords,
} from './phrases.ts'
import type { Token } from './tokens.ts'
import { measures } from './units.ts'
import type { ReadLanguage } from './types.ts'

/** A stretch of the message with one part to play. */
export type Chunk = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'entity'; readonly span: MentionSpan }
  | { readonly kind: 'number'; readonly number: ReadNumber }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'determiner' }
  | { readonly kind: 'cue'; readonly cues: CueSet }
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'other'; readonly text: string }
)

export const hasCue = (chunk: Chunk | undefined, kind: keyof typeof cueBit): boolean =>
  chunk?.kind === 'cue' && (chunk.cues & cueBit[kind]) !== 0

interface Choice {
  readonly weight: number
  readonly chunk: Chunk
}

/** Cuts the tokens into the most meaningful sequence of chunks: the heaviest cover, longer phrases over shorter ones. */
export function cutChunks(catalog: Catalog, tokens: readonly Token[], language: ReadLanguage): Chunk[] {
  const spans = findMentions(catalog, tokens)
  const best: number[] = Array.from({ length: tokens.length + 1 }, () => 0)
  const chosen: Choice[] = []
  for (let i = tokens.length - 1; i >= 0; i--) {
    let bestWeight = -1
    for (const choice of choicesAt(catalog, tokens, language, i, spans[i] ?? [])) {
      const weight = choice.weight + (best[choice.chunk.end] as number)
      if (weight > bestWeight) {
        bestWeight = weight
        chosen[i] = choice
      }
    }
    best[i] = bestWeight
  }
  const chunks: Chunk[] = []
  for (let i = 0; i < tokens.length;) {
    const { chunk } = chosen[i] as Choice
    chunks.push(chunk)
    i = chunk.end
  }
  return chunks
}

function choicesAt(
  catalog: Catalog,
  tokens: readonly Token[],
  language: ReadLanguage,
  start: number,
  spans: readonly MentionSpan[],
): Choice[] {
  const token = tokens[start] as Token
  if (token.kind === 'break') return [{ weight: 0, chunk: { kind: 'break', start, end: start + 1 } }]
  const choices: Choice[] = [{ weight: 0, chunk: { kind: 'other', text: token.text, start, end: start + 1 } }]
  if (token.kind === 'mark')
    choices[0] = { weight: 0.01, chunk: { kind: 'mark', text: token.text, start, end: start + 1 } }
  const number = readNumber(tokens, start)
  if (number && number.end > start && !(number.kind === 'article' && isForeignArticle(token.text, language))) {
    const isName = isSize(catalog, tokens, start) || isNamed(tokens, start, spans)
    const perToken = number.kind === 'number' ? (isName ? 0.4 : 0.95) : number.kind === 'vague' ? 0.6 : 0.75
    choices.push({ weight: perToken * (number.end - start), chunk: { kind: 'number', number, start, end: number.end } })
  }
  if (token.kind === 'mark') return choices
  const unit = unitPhrases.longest(tokens, start) ?? misspeltUnit(catalog, tokens, start)
  if (unit && canBeUnit(tokens, start, unit.end)) {
    choices.push({
      weight: (isNoun(tokens, unit) && !token.isGlued ? 0.55 : 0.8) * (unit.end - start),
      chunk: { kind: 'unit', unit: unit.value, start, end: unit.end },
    })
  }
  const cue = cuePhrases.longest(tokens, start)
  if (cue && !isAbout(tokens, start, cue.end)) {
    const length = cue.end - start
    choices.push({
      weight: 0.7 * length + 0.15 * (length - 1),
      chunk: { kind: 'cue', cues: cue.value, start, end: cue.end },
    })
  }
  const determiner = determinerPhrases.longest(tokens, start)
  if (determiner) choices.push({ weight: 0.4, chunk: { kind: 'determiner', start, end: determiner.end } })
  for (const span of spans)
    choices.push({ weight: spanWeight(catalog, span), chunk: { kind: 'entity', span, start, end: span.end } })
  return choices
}

/** «como 5 kilos» */
const isAbout = (tokens: readonly Token[], start: number, end: number): boolean =>
  aboutPhrases.longest(tokens, start)?.end === end && readNumber(tokens, end)?.kind === 'number'

function spanWeight(catalog: Catalog, span: MentionSpan): number {
  const length = span.end - span.start
  // What a person taught beats every other reading of the same words.
  if (span.mentions[0]?.learned !== undefined) return 1.1 * length
  let weight = 0
  for (const mention of span.mentions) {
    const each = mention.isFull
      ? 1
      : mention.kind === 'product'
        ? 0.45 + 0.4 * mention.score
        : mention.kind === 'variant'
          ? 0.6
          : 0.3 + 0.3 * mention.score
    weight = Math.max(weight, each * (mention.isFull ? 0.5 + 0.5 * mention.score : 1))
  }
  const isLight = span.words.every((word) => catalog.isLightWord[word])
  return weight * length + 0.06 * (length - 1) - (isLight ? 0.1 : 0)
}

/** «una tres leches», «2 20 amp breakers»: right behind a count, a number that a name goes on from is a part of it. */
const isNamed = (tokens: readonly Token[], index: number, spans: readonly MentionSpan[]): boolean =>
  spans.some((span) => span.end - span.start > 1) && readBackwards(tokens, index)

/** «20 tubos de 1/2», «40 of the 3/4 conduit»: after a count, a part of one that the catalogue's names hold is a size. */
function isSize(catalog: Catalog, tokens: readonly Token[], index: number): boolean {
  if (!/\d[/⁄]\d/.test(tokens[index]?.text ?? '') || !catalog.words.has(tokens[index]?.text ?? '')) return false
  for (
    let back = index - 1;
    back >= index - 4 && (tokens[back]?.kind === 'word' || tokens[back]?.kind === 'number');
    back--
  ) {
    if (readNumber(tokens, back)?.kind === 'number') return true
  }
  return false
}

/** «1 charola, 4 brochas»: a packing word that packs nothing may be the product itself. */
const isNoun = (tokens: readonly Token[], unit: { value: string; end: number }): boolean => {
  const next = tokens[unit.end]
  return (
    !measures.has(unit.value) &&
    (next === undefined ||
      next.kind === 'mark' ||
      next.kind === 'break' ||
      joinerWords.has(next.text) ||
      cuePhrases.longest(tokens, unit.end) !== null) &&
    !ofWords.has(next?.text ?? '')
  )
}

const unitSlips = new SlipIndex(unitWords.keys())

/** «1 caxa de cerveja»: between a count and «of» even a misspelt word is a unit; «3 jugos de …» are juices, not «juegos». */
function misspeltUnit(
  catalog: Catalog,
  tokens: readonly Token[],
  start: number,
): { value: string; end: number } | null {
  const text = tokens[start]?.text ?? ''
  if (
    text.length < 4 ||
    catalog.words.has(tokens[start]?.stem ?? '') ||
    !ofWords.has(tokens[start + 1]?.text ?? '') ||
    !readBackwards(tokens, start)
  )
    return null
  const found = unitSlips.nearest(text)
  const value = found?.distance === 1 ? unitWords.get(found.words[0] as string) : undefined
  return value === undefined ? null : { value, end: start + 1 }
}

/** «can», «set», «head» are units only after a count; «l», «m», «u» only right behind a digit. */
function canBeUnit(tokens: readonly Token[], start: number, end: number): boolean {
  const before = tokens[start - 1]
  const text = tokens[start]?.text ?? ''
  const isCounted =
    before !== undefined && (before.kind === 'number' || before.kind === 'word') && readBackwards(tokens, start)
  if (text.length === 1) return before?.kind === 'number'
  if (isCounted || readTrailingHalf(tokens, end)) return true
  const next = tokens[end]?.text
  return next === 'of' || next === 'de' || before?.text === 'por' || before?.text === 'per'
}

/** Whether a count ends right before `index`. */
function readBackwards(tokens: readonly Token[], index: number): boolean {
  for (let start = Math.max(0, index - 4); start < index; start++) {
    const number = readNumber(tokens, start)
    if (number && number.end === index && number.end > start) return true
  }
  return determinerPhrases.longest(tokens, index - 1) !== null
}
