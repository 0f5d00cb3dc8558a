import { answerableRelevance, excerptOf, findPassages, recordGap } from '../knowledge/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { logAnswers } from './log-answer.ts'
import type { CallRecord } from './read-order.ts'
import { aiCitations } from './tables.ts'

/** The passage an answer was made from. */
export interface Citation {
  readonly docId: string
  readonly chunkId: string
  /** Of the document. */
  readonly title: string
  readonly headingPath: readonly string[]
  /** The words of the passage that answer. */
  readonly excerpt: string
}

/** An answer in the shop's own words, or that there is none. */
export interface Answer {
  readonly question: string
  /** Empty: nothing in the knowledge base answers, so «I don't know», and a person is called. */
  readonly citations: readonly Citation[]
  readonly confidence: number
  readonly call: CallRecord
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
    return { question, citations: [], confidence: best?.relevance ?? 0, call }
  }
  const { docId, chunkId, title, headingPath, relevance } = best
  const excerpt = excerptOf(best.text, question).text
  return { question, citations: [{ docId, chunkId, title, headingPath, excerpt }], confidence: relevance, call }
}

/**
 * Logs an answer with the passages it cites, in the transaction of what came of it; a question without an answer goes
 * onto the list of gaps.
 */
export async function logAnswerToQuestion(
  ctx: Ctx,
  tx: Tx,
  about: { conversationId: string; messageIds: readonly string[]; agentId?: string | null },
  answer: Answer,
): Promise<void> {
  const { citations, confidence, question } = answer
  const [first = null] = citations
  const aiResponseId = await logAnswers(ctx, tx, { ...about, task: 'ANSWER_QUESTION' }, [answer.call], {
    confidence,
    output: first === null ? null : { docId: first.docId, chunkId: first.chunkId, excerpt: first.excerpt },
  })
  if (first === null) {
    await recordGap(ctx, tx, { conversationId: about.conversationId, question })
    return
  }
  await logCitations(ctx, tx, aiResponseId, citations)
}

/** Writes down what an answer was made from, so that it is known when the passage changes. */
export async function logCitations(
  ctx: Ctx,
  tx: Tx,
  aiResponseId: string,
  citations: readonly Citation[],
): Promise<void> {
  if (citations.length === 0) return
  const rows = citations.map(({ docId, chunkId, title, headingPath, excerpt }, position) => ({
    tenantId: ctx.tenantId,
    aiResponseId,
    position,
    docId,
    chunkId,
    title,
    headingPath: [...headingPath],
    excerpt,
  }))
  await tx.insert(aiCitations).values(rows)
}
