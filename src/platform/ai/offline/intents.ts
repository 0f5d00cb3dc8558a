import { type Chunk, hasCue } from './chunks.ts'
import type { Clause } from './clauses.ts'
import { fold } from './fold.ts'
import { languagePacks } from './languages/index.ts'
import { cueKinds } from './languages/language.ts'
import type { ReaderState } from './reader.ts'
import { type Token, tokenizePhrase } from './tokens.ts'
import type { MessageIntent, ReadLanguage } from './types.ts'

/** Everything the messages want, in a fixed order; several may hold at once. */
export function findIntents(
  state: ReaderState,
  clauses: readonly Clause[],
  chunks: readonly Chunk[],
  hasLines: boolean,
): MessageIntent[] {
  const intents: MessageIntent[] = []
  const isWish = state.hasLostCount || (state.hasUnknownWish && clauses.some((clause) => clause.kind === 'order'))
  if (hasLines || isWish || chunks.some((chunk) => hasCue(chunk, 'history'))) intents.push('ORDER')
  if (state.hasChanged || state.hasUnknownTarget || (state.hasNamedLine && !hasLines)) intents.push('CHANGE')
  if (state.hasCancelledAnything || chunks.some((chunk) => hasCue(chunk, 'cancelAll'))) intents.push('CANCEL')
  if (clauses.some((clause) => clause.kind === 'question')) intents.push('QUESTION')
  if (clauses.some((clause) => clause.kind === 'complaint')) intents.push('COMPLAINT')
  if (chunks.some((chunk) => hasCue(chunk, 'greeting'))) intents.push('GREETING')
  return intents.length > 0 ? intents : ['OTHER']
}

const vocabularies = languagePacks.map((pack) => ({
  code: pack.code,
  words: new Set(
    [
      ...pack.commonWords,
      ...Object.keys(pack.numbers),
      ...pack.articles,
      ...pack.determiners,
      ...pack.joiners,
      ...Object.values(pack.units).flat(),
      ...cueKinds.flatMap((kind) => pack.cues[kind]),
    ].flatMap((phrase) => tokenizePhrase(phrase).map((token) => fold(token.text))),
  ),
}))

/** The language most little words belong to; words that several languages share count for none. */
export function detectLanguage(tokens: readonly Token[]): ReadLanguage {
  const points = new Map<ReadLanguage, number>()
  for (const token of tokens) {
    if (token.kind !== 'word') continue
    const owners = vocabularies.filter((vocabulary) => vocabulary.words.has(token.text))
    for (const owner of owners) points.set(owner.code, (points.get(owner.code) ?? 0) + 1 / owners.length ** 2)
  }
  const [first] = [...points].sort((a, b) => b[1] - a[1])
  return first ? first[0] : 'unknown'
}
