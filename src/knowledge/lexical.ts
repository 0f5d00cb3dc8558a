import { SparseVector } from 'pgvector'
import { hash32 } from '../platform/ai/hash32.ts'
import { isCommonWord, words, type Word } from '../platform/ai/words.ts'

/*
 * Full-text ranking in the manner of BM25F (Robertson & Zaragoza 2009). Postgres' own ts_rank knows no rarity of words,
 * and its indexes cannot be used behind row-level security (`@@` is not leakproof). So each passage keeps a sparse
 * vector of its terms, and the score is one inner product with the question's vector, computed by Postgres.
 */

/** Size of the space that roots are hashed into; so large that two roots of one tenant hardly ever meet. */
export const termDimensions = 2 ** 29
/** A word in the title counts as often as this many in the text; one in a heading half of that. */
const titleWeight = 3
const headingWeight = 1.5
/** How soon more of the same word stops to count: the weight of a count f is f (k + 1) / (f + k). */
const saturation = 3
/** What a common word of a question counts beside the others. */
const commonWordWeight = 0.3

/** What a passage is searched by. */
export interface TermVector {
  /** Dimension → weight, for the sparse vector. */
  readonly weights: ReadonlyMap<number, number>
  /** Weighted number of words; longer passages score lower for the same words. */
  readonly wordCount: number
}

/** One different word of a question. */
export interface AskedTerm {
  readonly dimension: number
  /** 1, less for a common word. */
  readonly weight: number
  readonly root: string
}

/** The terms of a passage with those of its title and headings. */
export function termVector(passage: { title: string; headingPath: readonly string[]; text: string }): TermVector {
  const counts = new Map<number, number>()
  let wordCount = 0
  const add = (text: string, weight: number) => {
    for (const { root } of words(text)) {
      const dimension = dimensionOf(root)
      counts.set(dimension, (counts.get(dimension) ?? 0) + weight)
      wordCount += weight
    }
  }
  add(passage.title, titleWeight)
  for (const heading of passage.headingPath) add(heading, headingWeight)
  add(passage.text, 1)
  const weights = new Map<number, number>()
  for (const [dimension, count] of counts) {
    weights.set(dimension, (count * (saturation + 1)) / (count + saturation))
  }
  return { weights, wordCount }
}

/** The different words of a question. */
export function askedTerms(question: readonly Word[]): AskedTerm[] {
  const byDimension = new Map<number, AskedTerm>()
  for (const { folded, root } of question) {
    const dimension = dimensionOf(root)
    const weight = isCommonWord(folded) ? commonWordWeight : 1
    const known = byDimension.get(dimension)
    if (known === undefined || known.weight < weight) byDimension.set(dimension, { dimension, weight, root })
  }
  return [...byDimension.values()]
}

/** Postgres' text form of a sparse vector: `{1:0.5,7:2}/536870912`, dimensions counted from 1. */
export function toSparseText(weights: ReadonlyMap<number, number>): string {
  const sorted = [...weights].toSorted(([one], [other]) => one - other)
  // pgvector's own class counts dimensions from 0.
  const entries = new Map(sorted.map(([dimension, weight]) => [dimension - 1, round(weight)]))
  return new SparseVector(entries, termDimensions).toPostgres()
}

/** The dimensions of a sparse vector in that form. */
export function dimensionsOf(sparseText: string): number[] {
  return sparseText.startsWith('{}') ? [] : new SparseVector(sparseText).indices.map((index) => index + 1)
}

function dimensionOf(root: string): number {
  return (hash32(root) % termDimensions) + 1
}

function round(weight: number): number {
  return Math.round(weight * 1_000) / 1_000
}
