/** The door of the knowledge base: documents, what is found in them, and what an answer may be made from. */
import type { DomainModule } from '../graphql/index.ts'
import { knowledgeChunk, knowledgeDoc, knowledgeGap, knowledgeGapQuestion, knowledgeSource } from './graph.ts'
import { jobs } from './jobs.ts'
import { resolvers } from './resolvers.ts'

export { addKnowledgeFile, addKnowledgeUrl, largestFile, refetchKnowledgeDoc, type SourceAdded } from './add-source.ts'
export { deleteKnowledgeDoc, type KnowledgeDocDeletion } from './delete.ts'
export { knowledgeEvents } from './events.ts'
export { excerptOf, type Excerpt, type Highlight } from './excerpt.ts'
export { addToLibrary, listLibrary, removeFromLibrary, type LibraryDoc } from './library.ts'
export { importKnowledgeDocs, type KnowledgeImport } from './import.ts'
export { indexKnowledgeDocs } from './index-docs.ts'
export type { KnowledgeDocInput } from './parse-doc.ts'
export { embedKnowledge, embeddingProgress, reembedKnowledge } from './reembed.ts'
export { recordGap } from './record-gap.ts'
export type { RankedPassage } from './rank.ts'
export { answerableRelevance } from './relevance.ts'
export { findPassages, searchKnowledge, type KnowledgeHit } from './search.ts'
export { knowledgeChunks, knowledgeDocs, type KnowledgeChunkRow, type KnowledgeDocRow } from './tables.ts'

export const knowledgeModule = {
  name: 'knowledge',
  types: [knowledgeDoc, knowledgeSource, knowledgeChunk, knowledgeGap, knowledgeGapQuestion],
  plain: ['KnowledgeHit', 'KnowledgeHighlight', 'KnowledgeEmbedding', 'KnowledgeEmbeddingBuild'],
  resolvers,
  jobs,
} satisfies DomainModule
