/** Words as they are compared, and where they stand. */
interface Word {
  readonly folded: string
  readonly start: number
  readonly end: number
}

interface Node {
  readonly next: Map<string, Node>
  isEnd: boolean
}

/** Phrases that are looked for together: the time depends on the text and the longest phrase, not on their number. */
export interface Phrases {
  readonly root: Node
}

/** Words of one phrase may have this many other characters between them: «LC 12-34», but not across a sentence. */
const widestGap = 3

/** @param phrases each with at least one word */
export function compilePhrases(phrases: readonly string[]): Phrases {
  const root: Node = { next: new Map(), isEnd: false }
  for (const phrase of phrases) {
    let node = root
    for (const { folded } of wordsOf(phrase)) {
      const next = node.next.get(folded) ?? { next: new Map<string, Node>(), isEnd: false }
      node.next.set(folded, next)
      node = next
    }
    node.isEnd = node !== root
  }
  return { root }
}

/** Where one of them stands, whole words, whatever the case and accents: the longest at each place, none twice. */
export function findPhrases(text: string, { root }: Phrases): { readonly start: number; readonly end: number }[] {
  if (root.next.size === 0) return []
  const words = wordsOf(text)
  const found: { start: number; end: number }[] = []
  for (let first = 0; first < words.length;) {
    const last = longestFrom(words, first, root)
    const [head, tail] = [words[first], last === null ? undefined : words[last]]
    if (head !== undefined && tail !== undefined) found.push({ start: head.start, end: tail.end })
    first = (last ?? first) + 1
  }
  return found
}

/** Whether it has anything to be found by. */
export function hasWord(phrase: string): boolean {
  return wordsOf(phrase).length > 0
}

function longestFrom(words: readonly Word[], first: number, root: Node): number | null {
  let node = root
  let longest: number | null = null
  for (let index = first; ; index += 1) {
    const word = words[index]
    const before = words[index - 1]
    const isApart = index > first && word !== undefined && before !== undefined && word.start - before.end > widestGap
    const next = word === undefined || isApart ? undefined : node.next.get(word.folded)
    if (next === undefined) return longest
    if (next.isEnd) longest = index
    node = next
  }
}

/** Letters with their marks, and digits; folded a word at a time, so that places stay those of the text. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    folded: word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase(),
    start: index,
    end: index + word.length,
  }))
}
