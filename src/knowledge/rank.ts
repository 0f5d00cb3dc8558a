import { sql, type SQL } from 'drizzle-orm'
import { EmbeddingFailure, type Embedder } from '../platform/ai/embeddings.ts'
import { embedderFor } from '../platform/ai/models.ts'
import { isCommonWord, words } from '../platform/ai/words.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queryRows } from '../platform/db/query.ts'
import { together } from '../platform/db/together.ts'
import { findPii, maskPii } from '../platform/privacy/index.ts'
import { embedWithinBudget } from '../spending/index.ts'
import { privacyOf, tenantSettings } from '../tenancy/index.ts'
import { builtInModel, embeddingState, hasProvider } from './embedding-state.ts'
import { askedTerms, termDimensions, type AskedTerm } from './lexical.ts'
import { relevanceOf } from './relevance.ts'
import { arrayText } from './store-passages.ts'

export interface RankedPassage {
  readonly chunkId: string
  readonly docId: string
  readonly externalId: string
  readonly title: string
  readonly headingPath: readonly string[]
  readonly text: string
  /** What passages are ordered by; comparable within one question only. */
  readonly score: number
  /** 0 to 1, comparable between questions. */
  readonly relevance: number
}

export interface RankOptions {
  readonly limit: number
  /** How many passages of one document at most. */
  readonly perDoc: number
}

/** How much of a question is read; the rest is cut off. In UTF-16 code units. */
const questionLengthAtMost = 1_000
/** Longest wait for the vector of a question; without it full text answers alone. */
const embeddingTimeoutMs = 3_000
/** How many candidates full text and vectors contribute each, beyond what is asked for. */
const candidatesAtLeast = 60
/** Up to this many passages every vector is compared (some ms); above, the vector index proposes. */
const exactUpTo = 1_000

/** So many passages nearest to a question tell whether its subject is one of the shop's. */
const neighbours = 5

/** BM25's usual constants, a little longer before repetition saturates; found on the retrieval collections. */
const k1 = 1.6
const b = 0.75

/**
 * The passages that best match a question, best first: full text (lexical.ts) and vectors, each proposing candidates,
 * ordered by the weighted sum of both scores. Everything is read in one statement behind the tenant's policies; what
 * was deleted before is not found.
 */
export async function rankPassages(ctx: Ctx, question: string, options: RankOptions): Promise<RankedPassage[]> {
  const asked = question.slice(0, questionLengthAtMost)
  const read = words(asked)
  const terms = askedTerms(read)
  if (terms.length === 0) return []
  const found = await inTheActiveSpace(ctx, asked, async (tx, space) => {
    const passageCount = await countPassages(tx, ctx.tenantId)
    if (passageCount === 0) return { rows: [], passageCount }
    if (passageCount > exactUpTo && space.vector !== null && space.model === builtInModel) await useVectorIndex(tx)
    const statement = rankStatement(ctx, { terms, space, passageCount, ...options })
    return { rows: await queryRows<RankedRow>(tx, statement), passageCount }
  })
  const { rows, passageCount } = found
  const contentWords = read.filter(({ folded }) => !isCommonWord(folded)).length
  return rows.map(({ coverage, cosine, nearby, ...passage }) => ({
    ...passage,
    relevance: relevanceOf({ coverage, cosine, nearby, contentWords, passageCount }),
  }))
}

interface RankedRow extends Omit<RankedPassage, 'relevance'> {
  readonly coverage: number
  readonly cosine: number
  readonly nearby: number
}

/** A question among the vectors of one model. */
interface Space {
  readonly model: string
  readonly seesMeaning: boolean
  /** Null when none can be had now. */
  readonly vector: Float32Array | null
}

/**
 * Runs `search` with the question embedded by the model whose vectors answer; one outside of this process sees it with
 * masks over personal data. When another one takes over in between,
 * once more with that one, so that nobody compares with vectors that are being dropped.
 */
async function inTheActiveSpace<T>(
  ctx: Ctx,
  question: string,
  search: (tx: Tx, space: Space) => Promise<T>,
): Promise<T> {
  const isBuiltIn = !hasProvider(ctx)
  const stateNow = (tx: Tx) => embeddingState(ctx, tx)
  let model = builtInModel
  let shown = question
  if (!isBuiltIn) {
    const [{ active }, tenant, privacy] = await ctx.db.withTenant(ctx.tenantId, async (tx) => {
      const settings = await together([stateNow(tx), tenantSettings(tx, ctx.tenantId)])
      return [...settings, await privacyOf(tx, settings[1])] as const
    })
    model = active
    if (tenant.redactPrompts) shown = maskPii(question, findPii(question, privacy))
  }
  for (let isSecond = false; ; isSecond = true) {
    const embedder = embedderFor(ctx.models, model)
    const vector = embedder === null ? null : await vectorOf(ctx, embedder, model === builtInModel ? question : shown)
    const space = { model, seesMeaning: embedder?.seesMeaning ?? false, vector }
    const outcome = await ctx.db.withTenant(ctx.tenantId, async (tx) => {
      if (!isBuiltIn && !isSecond) {
        const { active } = await stateNow(tx)
        if (active !== model) return { next: active }
      }
      return { found: await search(tx, space) }
    })
    if ('found' in outcome) return outcome.found
    model = outcome.next
  }
}

/** Null when no vector can be had now: better an answer by full text alone than none. */
async function vectorOf(ctx: Ctx, embedder: Embedder, question: string): Promise<Float32Array | null> {
  try {
    // Without room in the budget full text answers alone, too.
    const vectors = await embedWithinBudget(ctx, embedder, [question], AbortSignal.timeout(embeddingTimeoutMs))
    return vectors?.[0] ?? null
  } catch (error) {
    if (!(error instanceof EmbeddingFailure)) throw error
    ctx.log.warn({ err: error }, 'the question could not be embedded, full text answers alone')
    return null
  }
}

async function countPassages(tx: Tx, tenantId: string): Promise<number> {
  const [row] = await queryRows<{ chunkCount: number }>(
    tx,
    sql`/* rankPassages: totals */
    select chunk_count as "chunkCount" from knowledge_totals where tenant_id = ${tenantId}`,
  )
  return row?.chunkCount ?? 0
}

/**
 * The index goes on until enough rows of this tenant were found; by default it stops at the first forty of all. With the
 * widest beam it misses one of 200 nearest among 20,000 passages (at 100: 18), for some milliseconds more.
 */
async function useVectorIndex(tx: Tx): Promise<void> {
  await tx.execute(sql`set local hnsw.iterative_scan = relaxed_order`)
  await tx.execute(sql`set local hnsw.ef_search = 1000`)
}

interface Question extends RankOptions {
  readonly terms: readonly AskedTerm[]
  readonly space: Space
  readonly passageCount: number
}

function rankStatement(ctx: Ctx, { terms, space, passageCount, limit, perDoc }: Question): SQL {
  const { vector, seesMeaning } = space
  const { tenantId } = ctx
  const candidates = Math.max(candidatesAtLeast, limit * 2)
  const dimensions = arrayText(terms.map(({ dimension }) => dimension))
  const weights = arrayText(terms.map(({ weight }) => weight))
  const vectorWeight = seesMeaning ? 1 : 0.4
  const lexicalScore = sql`-(chunk.terms <#> question.terms) * ${1 + k1}::float8
      / (${k1}::float8 * (${1 - b}::float8 + ${b}::float8 * chunk.word_count / totals.average) + 1)`
  const { near, cosine } = space.model === builtInModel ? builtInVectors() : providersVectors()

  function builtInVectors() {
    const distance = sql`chunk.embedding <=> ${vectorText(vector)}::vector`
    // An expression over the distance is not what the index is ordered by, so the planner reads all rows of the tenant.
    const nearest = passageCount > exactUpTo ? distance : sql`(${distance}) + 0`
    return {
      near: sql`
        select chunk.id from knowledge_chunks as chunk
        where chunk.tenant_id = ${tenantId} and chunk.embedding_model = ${builtInModel}
        order by ${nearest} limit ${candidates}`,
      cosine: sql`case when chunk.embedding_model = ${builtInModel} then greatest(0, 1 - (${distance})) else 0 end`,
    }
  }

  /** Vectors of any length, so there is no index: all of the tenant's are compared. */
  function providersVectors() {
    const distance = sql`made.embedding <=> ${vectorText(vector)}::vector`
    const ofTheModel = sql`made.tenant_id = ${tenantId} and made.model = ${space.model}
      and made.dimensions = ${vector?.length ?? 0}`
    return {
      near: sql`
        select made.chunk_id as id from knowledge_vectors as made where ${ofTheModel}
        order by ${distance} limit ${candidates}`,
      cosine: sql`coalesce((
        select greatest(0, 1 - (${distance})) from knowledge_vectors as made
        where ${ofTheModel} and made.chunk_id = chunk.id), 0)`,
    }
  }

  return sql`/* rankPassages */
    with totals as materialized (
      select chunk_count, greatest(word_count / chunk_count, 1) as average
      from knowledge_totals where tenant_id = ${tenantId}
    ),
    asked as (
      select asked.dimension, asked.weight * ln(1 + (totals.chunk_count - df + 0.5) / (df + 0.5)) as weight
      from totals, unnest(${dimensions}::integer[], ${weights}::float8[]) as asked (dimension, weight)
      left join knowledge_terms as term on term.tenant_id = ${tenantId} and term.term = asked.dimension,
      least(coalesce(term.chunk_count, 0), totals.chunk_count) as df
    ),
    question as materialized (
      select
        ('{' || string_agg(dimension || ':' || weight::real, ',' order by dimension) || ${`}/${termDimensions}`})::sparsevec
          as terms,
        sum(weight) as weight
      from asked
    ),
    lexical as (
      select chunk.id, ${lexicalScore} as lexical
      from knowledge_chunks as chunk, question, totals
      where chunk.tenant_id = ${tenantId} and (chunk.terms <#> question.terms) < 0
      order by lexical desc limit ${candidates}
    ),
    candidates as (
      select id from lexical ${vector === null ? sql`` : sql`union (${near})`}
    ),
    judged as (
      select chunk.id, chunk.doc_id, chunk.heading_path, chunk.text, ${lexicalScore} as lexical,
        ${vector === null ? sql`0::float8` : cosine} as cosine
      from candidates join knowledge_chunks as chunk on chunk.tenant_id = ${tenantId} and chunk.id = candidates.id,
      question, totals
    ),
    scored as (
      select *, coalesce(lexical / nullif(max(lexical) over (), 0), 0) + ${vectorWeight}::float8 * cosine as score
      from judged
    ),
    placed as (
      select *, row_number() over (partition by doc_id order by score desc, id) as place from scored
    )
    select
      placed.id as "chunkId", doc.id as "docId", doc.external_id as "externalId", doc.title,
      placed.heading_path as "headingPath", placed.text, placed.score, placed.cosine,
      placed.lexical / question.weight as coverage,
      (select avg(cosine) from (select cosine from judged order by cosine desc limit ${neighbours}) as near) as nearby
    from placed join knowledge_docs as doc on doc.tenant_id = ${tenantId} and doc.id = placed.doc_id, question
    where placed.place <= ${perDoc} and (placed.lexical > 0 or placed.cosine >= ${leastCosine}::float8)
    order by placed.score desc, placed.id limit ${limit}`
}

/** Below this a passage that shares no word with the question is there only because something must be nearest. */
const leastCosine = 0.15

function vectorText(vector: Float32Array | null): string {
  return vector === null ? '[]' : `[${Array.from(vector, (value) => value.toPrecision(6)).join(',')}]`
}
