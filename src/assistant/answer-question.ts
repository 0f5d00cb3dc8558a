import { answerableRelevance, excerptOf, findPassages } from '../knowledge/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { CallRecord } from './read-order.ts'

/** An answer in the shop's own words, or that there is none. */
export interface Answer {
  /** The passage's words that answer; null when nothing in the knowledge base does. */
  readonly excerpt: string | null
  /** The title of the document it stands in. */
  readonly source: string | null
  readonly confidence: number
  readonly call: CallRecord
  /** For the answers' log. */
  readonly output: { readonly docId: string; readonly chunkId: string; readonly excerpt: string } | null
}

/** Names the way of answering, as a model's name would: the best passage, word for word. */
const extractive = 'extractive-1'

/**
 * Answers from the knowledge base alone: the best passage, or «I don't know» below the relevance at which passages
 * are more likely beside the point. Asks the embedding model: never call it inside a transaction.
 */
export async function answerQuestion(ctx: Ctx, question: string): Promise<Answer> {
  const startedAt = ctx.clock.now().getTime()
  const [best] = await findPassages(ctx, question, 1)
  const call: CallRecord = {
    outcome: 'OK',
    model: extractive,
    fallbackFor: null,
    attempt: 1,
    inputTokens: 0,
    outputTokens: 0,
    costMicroUsd: 0,
    latencyMs: Math.max(0, ctx.clock.now().getTime() - startedAt),
    error: null,
  }
  if (best === undefined || best.relevance < answerableRelevance) {
    return { excerpt: null, source: null, confidence: best?.relevance ?? 0, call, output: null }
  }
  const excerpt = excerptOf(best.text, question).text
  const { docId, chunkId, title, relevance } = best
  return { excerpt, source: title, confidence: relevance, call, output: { docId, chunkId, excerpt } }
}
