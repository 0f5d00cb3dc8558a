import { isCommonWord, words } from '../platform/ai/words.ts'

/** A stretch of a text, in UTF-16 code units. */
export interface Highlight {
  readonly start: number
  readonly end: number
}

export interface Excerpt {
  readonly text: string
  /** The words of the question in it, in order. */
  readonly highlights: readonly Highlight[]
}

const excerptLengthAtMost = 300
const commonWordWeight = 0.1

/** The part of a passage where most of the question's different words stand close together, cut between words. */
export function excerptOf(passage: string, question: string): Excerpt {
  const weights = new Map(
    words(question).map(({ root, folded }) => [root, isCommonWord(folded) ? commonWordWeight : 1]),
  )
  const found = words(passage)
  const matches = found.filter(({ root }) => weights.has(root))
  const { start, end } = passage.length <= excerptLengthAtMost ? { start: 0, end: passage.length } : window()
  const before = start > 0 ? '…' : ''
  const after = end < passage.length ? '…' : ''
  const shift = before.length - start
  return {
    text: before + passage.slice(start, end) + after,
    highlights: matches
      .filter((word) => word.start >= start && word.end <= end && (weights.get(word.root) ?? 0) > commonWordWeight)
      .map((word) => ({ start: word.start + shift, end: word.end + shift })),
  }

  function window(): Highlight {
    let best: Highlight = { start: 0, end: 0 }
    let bestWeight = -1
    for (const [index, first] of matches.entries()) {
      const seen = new Set<string>()
      let weight = 0
      let last = first.end
      for (const word of matches.slice(index)) {
        if (word.end - first.start > excerptLengthAtMost - 40) break
        if (!seen.has(word.root)) weight += weights.get(word.root) ?? 0
        seen.add(word.root)
        last = word.end
      }
      if (weight > bestWeight) {
        bestWeight = weight
        best = { start: first.start, end: last }
      }
    }
    return widened(best)
  }

  /** Up to the full length, on both sides alike, ends put between words. */
  function widened(core: Highlight): Highlight {
    const spare = excerptLengthAtMost - (core.end - core.start)
    const wanted = Math.max(0, Math.min(core.start - Math.floor(spare / 2), passage.length - excerptLengthAtMost))
    const start = wanted === 0 ? 0 : (found.find((word) => word.start >= wanted)?.start ?? wanted)
    const limit = start + excerptLengthAtMost
    const end = limit >= passage.length ? passage.length : (found.findLast((word) => word.end <= limit)?.end ?? limit)
    return { start: Math.min(start, core.start), end: Math.max(end, core.end) }
  }
}
