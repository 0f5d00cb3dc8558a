import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type * as gql from '../generated/schema.ts'
import { descending, guard, page, read, reference, type ModuleResolvers } from '../graphql/index.ts'
import { addKnowledgeUrl, refetchKnowledgeDoc } from './add-source.ts'
import { approveKnowledgeGap, dismissKnowledgeGap } from './close-gap.ts'
import type { Result } from '../platform/results.ts'
import { deleteKnowledgeDoc } from './delete.ts'
import { hideKnowledgeDoc } from './hide.ts'
import { importKnowledgeDocs } from './import.ts'
import { embeddingProgress, reembedKnowledge } from './reembed.ts'
import { searchKnowledge } from './search.ts'
import { knowledgeDocs, knowledgeGaps } from './tables.ts'

export const resolvers = {
  Query: {
    knowledgeDocs: read(
      'knowledge:read',
      page(knowledgeDocs, {
        where: (d, args: gql.QueryKnowledgeDocsArgs) => matches(d, args.filter ?? {}),
        orderBy: (d) => [descending(d.id)],
      }),
    ),
    knowledgeGaps: read(
      'knowledge:read',
      page(knowledgeGaps, {
        where: (gap, { filter }: gql.QueryKnowledgeGapsArgs) =>
          filter?.status ? inArray(gap.status, [...filter.status]) : undefined,
        orderBy: (gap) => [descending(gap.lastAskedAt), descending(gap.id)],
      }),
    ),
    knowledgeEmbedding: guard('knowledge:read', (_args: object, ctx) => embeddingProgress(ctx)),
    knowledgeSearch: guard('knowledge:read', async (args: gql.QueryKnowledgeSearchArgs, ctx) => {
      const hits = await searchKnowledge(ctx, { query: args.query, first: args.first ?? 10 })
      return hits.map(({ docId, chunkId, ...hit }) => ({ ...hit, doc: reference(docId), chunk: reference(chunkId) }))
    }),
  },
  Mutation: {
    knowledgeDocImport: guard('knowledge:write', async (args: gql.MutationKnowledgeDocImportArgs, ctx) => {
      const { docIds, ...result } = await importKnowledgeDocs(ctx, args.input.docs)
      return { ...result, docs: docIds.map(reference) }
    }),
    knowledgeDocFromUrl: guard('knowledge:write', async ({ input }: gql.MutationKnowledgeDocFromUrlArgs, ctx) => {
      const { externalId, url, metadata } = input
      const result = await addKnowledgeUrl(ctx, {
        externalId,
        url,
        metadata,
        title: input.title ?? null,
        refetchEveryMinutes: input.refetchEveryMinutes ?? null,
      })
      return result.ok ? { doc: reference(result.docId), errors: [] } : { doc: null, errors: result.errors }
    }),
    knowledgeDocRefetch: guard('knowledge:write', async (args: gql.MutationKnowledgeDocRefetchArgs, ctx) => {
      const { errors } = await refetchKnowledgeDoc(ctx, args)
      return { doc: errors.length === 0 ? reference(args.id) : null, errors }
    }),
    knowledgeDocHide: guard('knowledge:write', async ({ id }: gql.MutationKnowledgeDocHideArgs, ctx) =>
      hiding(await hideKnowledgeDoc(ctx, { id, isHidden: true })),
    ),
    knowledgeDocShow: guard('knowledge:write', async ({ id }: gql.MutationKnowledgeDocShowArgs, ctx) =>
      hiding(await hideKnowledgeDoc(ctx, { id, isHidden: false })),
    ),
    knowledgeGapApprove: guard('knowledge:write', async ({ input }: gql.MutationKnowledgeGapApproveArgs, ctx) => {
      const { id, expectedVersion, title = null, content = null } = input
      const result = await approveKnowledgeGap(ctx, { id, expectedVersion, title, content })
      return result.ok ? { gap: reference(id), errors: [] } : { gap: null, errors: result.errors }
    }),
    knowledgeGapDismiss: guard('knowledge:write', async ({ input }: gql.MutationKnowledgeGapDismissArgs, ctx) => {
      const result = await dismissKnowledgeGap(ctx, input)
      return result.ok ? { gap: reference(input.id), errors: [] } : { gap: null, errors: result.errors }
    }),
    knowledgeReembed: guard('knowledge:write', async (args: gql.MutationKnowledgeReembedArgs, ctx) => {
      const { errors } = await reembedKnowledge(ctx, args)
      return { embedding: await embeddingProgress(ctx), errors }
    }),
    knowledgeDocDelete: guard('knowledge:write', async (args: gql.MutationKnowledgeDocDeleteArgs, ctx) => {
      const result = await deleteKnowledgeDoc(ctx, args)
      return result.ok ? { deletedId: args.id, errors: [] } : { deletedId: null, errors: result.errors }
    }),
  },
} satisfies ModuleResolvers

function hiding(result: Result<{ docId: string }>) {
  return result.ok ? { doc: reference(result.docId), errors: [] } : { doc: null, errors: result.errors }
}

function matches(doc: typeof knowledgeDocs, { status, scope, search }: gql.KnowledgeDocFilter): SQL | undefined {
  const text = search?.trim().toLowerCase() ?? ''
  return and(
    status ? inArray(doc.status, [...status]) : undefined,
    scope ? eq(doc.scope, scope) : undefined,
    text === '' ? undefined : sql`strpos(lower(${doc.title} || ' ' || ${doc.externalId}), ${text}) > 0`,
  )
}
