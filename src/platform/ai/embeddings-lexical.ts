import { setImmediate } from 'node:timers/promises'
import { embeddingDimensions, EmbeddingFailure, type Embedder } from './embeddings.ts'
import { hash32 } from './hash32.ts'
import { isCommonWord, words } from './words.ts'

/** Common words and parts of words weigh less than the words that carry the meaning; measured, not derived. */
const commonWordWeight = 0.3
const partWeight = 0.35
const partLength = 4
/** Each feature goes to two places, so that two that collide in one are still told apart by the other. */
const placesPerFeature = 2

/**
 * Vectors without a model, honestly named: words and parts of words are hashed into the dimensions with a sign (the
 * hashing trick, Weinberger et al. 2009). Alike are texts that share words, roots or misspelt words; what means the
 * same in other words is not seen. No network, no corpus, always the same answer.
 */
export const lexicalEmbedder: Embedder = {
  model: `lexical-hash-${embeddingDimensions}-v1`,
  dimensions: embeddingDimensions,
  seesMeaning: false,
  estimateMicroUsd: () => 0,
  async embed(texts, signal) {
    const vectors: Float32Array[] = []
    for (const text of texts) {
      if (vectors.length % textsInARow === textsInARow - 1) await letOthersRun(signal)
      vectors.push(lexicalVector(text))
    }
    return vectors
  },
}

/** Some ten milliseconds of work; then requests and timers of the same process have their turn. */
const textsInARow = 16

async function letOthersRun(signal: AbortSignal): Promise<void> {
  await setImmediate()
  if (signal.aborted) throw new EmbeddingFailure('Embedding was stopped.', { retryable: true, cause: signal.reason })
}

export function lexicalVector(text: string): Float32Array {
  const vector = new Float32Array(embeddingDimensions)
  for (const [feature, count] of features(text)) {
    const weight = count > 1 ? 1 + Math.log(count) : count
    for (let place = 0; place < placesPerFeature; place += 1) {
      const hash = hash32(place + feature)
      const index = hash % embeddingDimensions
      vector[index] = (vector[index] ?? 0) + (hash & 0x8000_0000 ? weight : -weight)
    }
  }
  return normalised(vector)
}

/** Weighted counts of roots (`w…`) and of the parts of words that carry meaning (`g…`). */
function features(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (feature: string, weight: number) => counts.set(feature, (counts.get(feature) ?? 0) + weight)
  for (const { folded, root } of words(text)) {
    const isCommon = isCommonWord(folded)
    add(`w${root}`, isCommon ? commonWordWeight : 1)
    if (isCommon || folded.length < partLength) continue
    const bounded = `^${folded}$`
    for (let at = 0; at + partLength <= bounded.length; at += 1)
      add(`g${bounded.slice(at, at + partLength)}`, partWeight)
  }
  return counts
}

/** Scales a vector to length 1; one without any direction gets one, because the cosine of a null vector is undefined. */
export function normalised(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  if (length === 0) return vector.fill(0).with(0, 1)
  return vector.map((value) => value / length)
}
