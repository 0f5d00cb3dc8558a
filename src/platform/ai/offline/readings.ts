import { canonicalStem, canonicalText, type Catalog, type WordReading } from './catalog.ts'
import { looseStems, soundOf, stem } from './fold.ts'
import { functionWords } from './phrases.ts'
import type { Token } from './tokens.ts'

const memoryAtMost = 20_000

/**
 * The ways to read the token at `index`, alone or with the next, as words of the catalogue, best first: as written, in another
 * number, as a synonym, joined («cheese burger»), split («cheeseburger»), misspelt. Empty for words the catalogue cannot mean.
 */
export function readWord(catalog: Catalog, tokens: readonly Token[], index: number): WordReading[] {
  const token = tokens[index] as Token
  const found: WordReading[] = []
  const text = canonicalText(token)
  const word = catalog.words.get(canonicalStem(token))
  if (word !== undefined) found.push({ words: [word], tokenCount: 1, quality: catalog.spellings.has(text) ? 1 : 0.98 })
  for (const synonym of catalog.synonyms.get(token.text) ?? []) {
    if (synonym.phrase.every((part, offset) => tokens[index + offset]?.text === part)) {
      found.push({ words: synonym.words, tokenCount: synonym.phrase.length, quality: 0.93 })
    }
  }
  const joined = readJoined(catalog, token, tokens[index + 1])
  if (joined) found.push(joined)
  if (found.length === 0 && token.kind === 'word') found.push(...readUnknown(catalog, token))
  return found
}

function readJoined(catalog: Catalog, token: Token, next: Token | undefined): WordReading | null {
  if (!next || (next.kind !== 'word' && next.kind !== 'number') || token.text.length + next.text.length < 4) return null
  if (functionWords.has(token.text) && functionWords.has(next.text)) return null
  const word = catalog.words.get(token.text + next.stem)
  return word === undefined ? null : { words: [word], tokenCount: 2, quality: 0.97 }
}

function readUnknown(catalog: Catalog, token: Token): readonly WordReading[] {
  const known = catalog.memory.get(token.text)
  if (known) return known
  const found = functionWords.has(token.text) ? [] : guess(catalog, token)
  if (catalog.memory.size >= memoryAtMost) catalog.memory.clear()
  catalog.memory.set(token.text, found)
  return found
}

function guess(catalog: Catalog, token: Token): WordReading[] {
  for (const loose of looseStems(token.text)) {
    const word = catalog.words.get(loose)
    if (word !== undefined) return [{ words: [word], tokenCount: 1, quality: 0.92 }]
  }
  for (let cut = 3; cut <= token.stem.length - 3; cut++) {
    const head = catalog.words.get(stem(token.text.slice(0, cut)))
    const tail = catalog.words.get(stem(token.text.slice(cut)))
    if (head !== undefined && tail !== undefined && head !== tail)
      return [{ words: [head, tail], tokenCount: 1, quality: 0.95 }]
  }
  const isLong = token.text.length > 3
  const sound = isLong
    ? (catalog.sounds.get(soundOf(token.text)) ?? catalog.sounds.get(soundOf(token.stem)))
    : undefined
  const byText = catalog.slips.nearest(token.text)
  const byStem = catalog.slips.nearest(token.stem)
  const best = !byStem || (byText && byText.distance <= byStem.distance) ? byText : byStem
  const found = new Map<number, number>()
  if (sound !== undefined) found.set(sound, 0.9)
  for (const key of best?.words ?? []) {
    const word = catalog.slipWords.get(key) as number
    if (!found.has(word)) found.set(word, best?.distance === 1 ? 0.88 : 0.78)
  }
  return [...found].map(([word, quality]) => ({ words: [word], tokenCount: 1, quality }))
}
