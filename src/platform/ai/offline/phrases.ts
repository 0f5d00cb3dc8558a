import { fold } from './fold.ts'
import { languagePacks } from './languages/index.ts'
import { type CueKind, cueKinds, type LanguagePack } from './languages/language.ts'
import { type Token, tokenizePhrase } from './tokens.ts'

interface PhraseNode<T> {
  readonly next: Map<string, PhraseNode<T>>
  value: T | undefined
}

/** Longest-match lookup of word sequences in folded text. */
export class PhraseTable<T> {
  readonly #root: PhraseNode<T> = { next: new Map(), value: undefined }

  /** Stores `merge(old)` under the phrase; `old` is undefined the first time. */
  put(words: readonly string[], merge: (old: T | undefined) => T): void {
    let node = this.#root
    for (const word of words) {
      let next = node.next.get(word)
      if (!next) {
        next = { next: new Map(), value: undefined }
        node.next.set(word, next)
      }
      node = next
    }
    node.value = merge(node.value)
  }

  /** The longest phrase that starts at `index`; null when none does. `end` is exclusive. */
  longest(tokens: readonly Token[], index: number): { value: T; end: number } | null {
    let node = this.#root
    let found: { value: T; end: number } | null = null
    for (let i = index; i < tokens.length; i++) {
      const token = tokens[i]
      if (!token || (token.kind !== 'word' && token.kind !== 'number')) break
      const next = node.next.get(token.text)
      if (!next) break
      node = next
      if (node.value !== undefined) found = { value: node.value, end: i + 1 }
    }
    return found
  }
}

/** A set of cue kinds as bits, because «no» or «menos» play several parts. */
export type CueSet = number
export const cueBit = Object.fromEntries(cueKinds.map((kind, index) => [kind, 1 << index])) as Record<CueKind, number>

const words = (phrase: string): string[] => tokenizePhrase(phrase).map((token) => token.text)

function buildCues(): PhraseTable<CueSet> {
  const table = new PhraseTable<CueSet>()
  for (const pack of languagePacks) {
    for (const kind of cueKinds) {
      for (const phrase of pack.cues[kind]) table.put(words(phrase), (old) => (old ?? 0) | cueBit[kind])
    }
  }
  return table
}

function buildUnits(): PhraseTable<string> {
  const table = new PhraseTable<string>()
  for (const pack of languagePacks) {
    for (const [canonical, forms] of Object.entries(pack.units)) {
      for (const form of forms) table.put(words(form), (old) => old ?? canonical)
    }
  }
  return table
}

function buildSet(select: (pack: LanguagePack) => readonly string[]): PhraseTable<true> {
  const table = new PhraseTable<true>()
  for (const pack of languagePacks) for (const phrase of select(pack)) table.put(words(phrase), () => true)
  return table
}

const buildMap = (select: (pack: LanguagePack) => Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(languagePacks.flatMap((pack) => Object.entries(select(pack)).map(([word, value]) => [fold(word), value])))

export const cuePhrases = buildCues()
export const unitPhrases = buildUnits()
/** Units of one word, for misspelt ones. */
export const unitWords: ReadonlyMap<string, string> = new Map(
  languagePacks.flatMap((pack) =>
    Object.entries(pack.units).flatMap(([canonical, forms]) => forms.map((form) => [fold(form), canonical] as const)),
  ),
)
export const articlePhrases = buildSet((pack) => pack.articles)
export const determinerPhrases = buildSet((pack) => pack.determiners)
export const aboutPhrases = buildSet((pack) => pack.about)
export const eachPhrases = buildSet((pack) => pack.each)
export const againPhrases = buildSet((pack) => pack.again)
export const vagueCountPhrases = buildSet((pack) => pack.vagueCounts)
export const numberWords = buildMap((pack) => pack.numbers)
export const multiplierWords = buildMap((pack) => pack.multipliers)
export const collectiveWords = buildMap((pack) => pack.collectives)
export const fractionWords = buildMap((pack) => pack.fractions)
export const countWords = buildMap((pack) => pack.counts)
export const joinerWords: ReadonlySet<string> = new Set(languagePacks.flatMap((pack) => pack.joiners))
export const ofWords: ReadonlySet<string> = new Set(
  languagePacks.flatMap((pack) => pack.cues.of.filter((word) => !word.includes(' '))),
)

/** Words of grammar and counting: never a part of a name by themselves. */
export const grammarWords: ReadonlySet<string> = new Set(
  languagePacks
    .flatMap((pack) => [
      ...pack.articles.flatMap(words),
      ...pack.determiners,
      ...pack.joiners,
      ...Object.keys(pack.numbers),
      ...Object.keys(pack.multipliers),
      ...Object.keys(pack.collectives),
      ...Object.keys(pack.fractions),
      ...Object.keys(pack.counts),
      ...cueKinds.flatMap((kind) => pack.cues[kind].flatMap(words)),
    ])
    .map(fold),
)

/** Words that never stand for a catalogue word by mere likeness: grammar, packing and everyday speech. */
export const functionWords: ReadonlySet<string> = new Set([
  ...grammarWords,
  ...unitWords.keys(),
  ...languagePacks.flatMap((pack) => pack.commonWords.map(fold)),
])

/** Words inside a product's name that carry no meaning of their own: «steak and cheese», «pan de molde». */
export const linkWords: ReadonlySet<string> = new Set(
  languagePacks
    .flatMap((pack) => [
      ...pack.joiners,
      ...pack.determiners,
      ...pack.articles.filter((phrase) => !phrase.includes(' ')),
      ...pack.cues.of.flatMap(words),
      ...pack.cues.or,
      ...pack.prepositions,
    ])
    .map(fold),
)

/** Of these, the ones after which a name only describes: «atún en agua», «mortadella with pistachio». */
export const prepositions: ReadonlySet<string> = new Set(languagePacks.flatMap((pack) => pack.prepositions.map(fold)))

export const synonymGroups: readonly (readonly (readonly string[])[])[] = languagePacks.flatMap((pack) =>
  pack.synonyms.map((group) => group.map(words)),
)

/** «a» counts in English only; in Spanish and Portuguese messages it is a preposition or «the». */
export function isForeignArticle(word: string, language: string): boolean {
  const pack = languagePacks.find((candidate) => candidate.code === language)
  return (
    pack !== undefined &&
    !pack.articles.includes(word) &&
    (pack.determiners.includes(word) || pack.cues.onto.includes(word))
  )
}
