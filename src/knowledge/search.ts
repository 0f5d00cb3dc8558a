import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { ApiError } from '../platform/errors.ts'
import { excerptOf, type Highlight } from './excerpt.ts'
import { rankPassages, type RankedPassage } from './rank.ts'

export interface KnowledgeHit {
  readonly docId: string
  readonly externalId: string
  readonly chunkId: string
  readonly headingPath: readonly string[]
  readonly excerpt: string
  readonly highlights: readonly Highlight[]
  readonly score: number
  readonly relevance: number
}

const mostHits = 50

/**
 * The documents that best match a question, each by its best passage.
 * @throws ApiError BAD_USER_INPUT unless `first` is 1 to 50
 */
export async function searchKnowledge(ctx: Ctx, input: { query: string; first: number }): Promise<KnowledgeHit[]> {
  authorise(ctx.actor, 'knowledge:read')
  const { query, first } = input
  if (!(first >= 1 && first <= mostHits)) throw new ApiError('BAD_USER_INPUT', `first must be 1 to ${mostHits}.`)
  const passages = await rankPassages(ctx, query, { limit: first, perDoc: 1 })
  return passages.map(({ docId, externalId, chunkId, headingPath, text, score, relevance }) => {
    const excerpt = excerptOf(text, query)
    return {
      docId,
      externalId,
      chunkId,
      headingPath,
      excerpt: excerpt.text,
      highlights: excerpt.highlights,
      score,
      relevance,
    }
  })
}

/**
 * Passages to answer a question from, whole and with where they stand, best first; several of one document may be
 * among them. Below a relevance of `answerableRelevance` they are more likely beside the point: say «I don't know».
 */
export async function findPassages(ctx: Ctx, question: string, limit: number): Promise<RankedPassage[]> {
  authorise(ctx.actor, 'knowledge:read')
  return rankPassages(ctx, question, { limit, perDoc: 3 })
}
