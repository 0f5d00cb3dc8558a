import type { Collection } from './retrieval-data.ts'

const depth = 10

/** nDCG@10 with gain 2^grade − 1, averaged over the questions that have an answer (Järvelin & Kekäläinen 2002). */
export function ndcg({ questions, grades }: Collection, found: ReadonlyMap<string, readonly string[]>): number {
  let sum = 0
  let count = 0
  for (const { id } of questions) {
    const graded = grades.get(id)
    if (graded === undefined) continue
    count += 1
    const best = gain([...graded.values()].sort((one, other) => other - one))
    if (best > 0) sum += gain([...new Set(found.get(id) ?? [])].map((docId) => graded.get(docId) ?? 0)) / best
  }
  return sum / count
}

function gain(gradesInOrder: readonly number[]): number {
  return gradesInOrder.slice(0, depth).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0)
}

/** The line to be compared with: plain BM25 (k1 1.2, b 0.75) over title and text, endings -s -es -ed -ing taken off. */
export function bm25({ docs, questions }: Collection): Map<string, string[]> {
  const documentCounts = new Map<string, number>()
  const counted = docs.map(({ id, title, text }) => {
    const terms = termsOf(`${title} ${text}`)
    const counts = new Map<string, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const term of counts.keys()) documentCounts.set(term, (documentCounts.get(term) ?? 0) + 1)
    return { id, counts, length: terms.length }
  })
  const averageLength = counted.reduce((sum, { length }) => sum + length, 0) / counted.length
  const found = new Map<string, string[]>()
  for (const { id, text } of questions) {
    const terms = new Set(termsOf(text))
    const scored = counted.map(({ id: docId, counts, length }) => {
      let score = 0
      for (const term of terms) {
        const count = counts.get(term)
        if (count === undefined) continue
        const documentCount = documentCounts.get(term) ?? 0
        const rarity = Math.log(1 + (docs.length - documentCount + 0.5) / (documentCount + 0.5))
        score += (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / averageLength))
      }
      return { docId, score }
    })
    const ranked = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score)
    found.set(
      id,
      ranked.slice(0, depth).map(({ docId }) => docId),
    )
  }
  return found
}

function termsOf(text: string): string[] {
  const terms = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return terms.map((term) => (term.length > 3 ? term.replace(/(ing|ed|es|s)$/, '') : term))
}
