/**
 * Damerau-Levenshtein distance (adjacent swaps count one), given up above `atMost`: then any greater number is returned.
 */
export function editDistance(a: string, b: string, atMost: number): number {
  if (Math.abs(a.length - b.length) > atMost) return atMost + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1)
      row.push(cost)
      if (cost < best) best = cost
    }
    if (best > atMost) return atMost + 1
    beforeLast = last
    last = row
  }
  return last[b.length] as number
}

/** How many typing slips a word of this length may carry: short words must be right, «coek» and «pckle» are read, «ham» is never «jam». */
export const slipsAllowed = (length: number): number => (length < 4 || length > 30 ? 0 : length < 8 ? 1 : 2)

/** Finds the words of a vocabulary that a misspelt word may stand for, by shared deletions (SymSpell), never by scanning. */
export class SlipIndex {
  readonly #byDeletion = new Map<string, string[]>()

  constructor(vocabulary: Iterable<string>) {
    for (const word of vocabulary) {
      if (word.length < 4 || /\d/.test(word)) continue
      for (const key of deletions(word, slipsAllowed(word.length))) {
        const words = this.#byDeletion.get(key)
        if (words) words.push(word)
        else this.#byDeletion.set(key, [word])
      }
    }
  }

  /** Nearest words with their distance; only the nearest distance is returned. */
  nearest(word: string): { words: string[]; distance: number } | null {
    const atMost = slipsAllowed(word.length)
    if (atMost === 0 || /\d/.test(word)) return null
    const seen = new Set<string>()
    let distance = atMost + 1
    let words: string[] = []
    for (const key of deletions(word, atMost)) {
      for (const candidate of this.#byDeletion.get(key) ?? []) {
        if (seen.has(candidate)) continue
        seen.add(candidate)
        const found = editDistance(word, candidate, atMost)
        if (
          found > atMost ||
          found > slipsAllowed(Math.min(word.length, candidate.length) + 1) ||
          !isPlausible(word, candidate, found)
        )
          continue
        if (found < distance) {
          distance = found
          words = [candidate]
        } else if (found === distance) words.push(candidate)
      }
    }
    return words.length > 0 ? { words, distance } : null
  }
}

/** People seldom miss the first letter unless they swap the first two; four-letter words allow swaps and doubled letters only. */
function isPlausible(word: string, candidate: string, distance: number): boolean {
  const isSwapped = word[0] === candidate[1] && word[1] === candidate[0]
  if (word[0] !== candidate[0] && !isSwapped && (distance > 1 || word.length < 6)) return false
  if (Math.min(word.length, candidate.length) > 4) return true
  const isShortened = candidate.length === 5 && word[0] === candidate[0] && word.at(-1) === candidate.at(-1)
  return (
    isShortened ||
    [...word].sort().join('') === [...candidate].sort().join('') ||
    withoutDoubles(word) === withoutDoubles(candidate)
  )
}

const withoutDoubles = (word: string): string => word.replace(/(.)\1/g, '$1')

function deletions(word: string, atMost: number): Set<string> {
  const keys = new Set([word])
  let edge = [word]
  for (let step = 0; step < atMost; step++) {
    const next: string[] = []
    for (const key of edge) {
      for (let i = 0; i < key.length; i++) {
        const shorter = key.slice(0, i) + key.slice(i + 1)
        if (!keys.has(shorter)) {
          keys.add(shorter)
          next.push(shorter)
        }
      }
    }
    edge = next
  }
  return keys
}
