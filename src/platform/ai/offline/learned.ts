import type { Catalog } from './catalog.ts'
import type { MentionSpan } from './mentions.ts'
import { fractionWords, grammarWords, numberWords, unitWords } from './phrases.ts'
import { type Token, tokenizePhrase } from './tokens.ts'
import type { LearnedPhrase } from './types.ts'

/** What has more words, with its count and packing, is a sentence and no name. */
const mostWords = 8

/** A learned phrase by its stems, so that «azul» is found in «azules» too. */
export interface LearnedForm {
  readonly stems: readonly string[]
  readonly phrase: LearnedPhrase
}

/** The catalogue with what people taught about it: cheap, for one reading. Phrases of products that are gone mean nothing. */
export function withLearned(catalog: Catalog, phrases: readonly LearnedPhrase[]): Catalog {
  if (phrases.length === 0) return catalog
  const learned = new Map<string, LearnedForm[]>()
  for (const phrase of phrases) {
    if (!catalog.indexById.has(phrase.productId)) continue
    const stems = tokenizePhrase(phrase.phrase).map((token) => token.stem)
    const [first] = stems
    if (first !== undefined) learned.set(first, [...(learned.get(first) ?? []), { stems, phrase }])
  }
  // The longest first; of equals, the customer's own way of speaking before the shop's.
  for (const forms of learned.values()) {
    forms.sort((a, b) => b.stems.length - a.stems.length || Number(b.phrase.isOwn) - Number(a.phrase.isOwn))
  }
  return { ...catalog, learned }
}

/** The learned phrase that begins at this token, as a full name of its product; null when none does. */
export function learnedAt(catalog: Catalog, tokens: readonly Token[], start: number): MentionSpan | null {
  const forms = catalog.learned?.get(tokens[start]?.stem ?? '') ?? []
  const found = forms.find(({ stems }) => stems.every((stem, offset) => tokens[start + offset]?.stem === stem))
  if (found === undefined) return null
  const { phrase: learned } = found
  const end = start + found.stems.length
  const target = catalog.indexById.get(learned.productId) as number
  const score = learned.isOwn ? 1 : 0.9
  const whole = { coverage: 1, isFull: true, hasHead: true, source: 'learned', learned } as const
  return {
    start,
    end,
    words: catalog.nameWords[target] ?? [],
    mentions: [{ kind: 'product', target, score, ...whole }],
  }
}

/**
 * What of a customer's words names the product, in the form in which it is looked up: «2 cajas de la azul» → «azul».
 * Null when nothing is left, or too much to be a name.
 */
export function learnablePhrase(text: string): string | null {
  const words = tokenizePhrase(text)
  const isAround = ({ kind, text: word }: Token) =>
    kind === 'number' ||
    grammarWords.has(word) ||
    unitWords.has(word) ||
    numberWords.has(word) ||
    fractionWords.has(word)
  const first = words.findIndex((word) => !isAround(word))
  const last = words.findLastIndex((word) => !isAround(word))
  if (first < 0 || words.length > mostWords) return null
  return phraseKey(words.slice(first, last + 1))
}

/** A phrase in the form in which it is looked up: folded words, one space between them; '' for a text without words. */
export function foldPhrase(text: string): string {
  return phraseKey(tokenizePhrase(text))
}

const phraseKey = (words: readonly Token[]): string => words.map((word) => word.text).join(' ')
