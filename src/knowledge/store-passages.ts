import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../platform/db/database.ts'
import { queryRows } from '../platform/db/query.ts'
import { newId } from '../platform/ids.ts'
import type { Passage } from './chunk.ts'
import { dimensionsOf, toSparseText, type TermVector } from './lexical.ts'
import { rounded } from './store-vectors.ts'
import { knowledgeChunks } from './tables.ts'

/** A passage that has everything a stored one needs. */
export interface IndexedPassage extends Passage {
  readonly position: number
  readonly contentHash: string
  readonly terms: TermVector
  readonly embedding: Float32Array
  readonly embeddingModel: string
}

/** A stored passage that stays as it is but for its place. */
export interface KeptPassage {
  readonly id: string
  readonly position: number
  readonly start: number
  readonly end: number
}

export interface PassageChange {
  readonly tenantId: string
  readonly docId: string
  readonly keep: readonly KeptPassage[]
  readonly add: readonly IndexedPassage[]
  readonly at: Date
}

const rowsInAStatement = 50

/**
 * Makes the passages of a document those of `keep` and `add`, and no others, and the tenant's word statistics agree.
 * The caller holds the row lock of the document: all who change passages take the document first, the totals last.
 * @returns the ids of those added, in their order
 */
export async function storePassages(tx: Tx, change: PassageChange): Promise<string[]> {
  const { tenantId, docId, keep, add, at } = change
  const removed = await removeOthers(tx, change)
  if (keep.length > 0) await movePassages(tx, tenantId, keep)
  const ids = add.map(() => newId('knowledgeChunk'))
  for (let from = 0; from < add.length; from += rowsInAStatement) {
    await tx.insert(knowledgeChunks).values(
      add.slice(from, from + rowsInAStatement).map((passage, index) => ({
        tenantId,
        id: ids[from + index] ?? '',
        docId,
        position: passage.position,
        headingPath: [...passage.headingPath],
        text: passage.text,
        startOffset: passage.start,
        endOffset: passage.end,
        contentHash: passage.contentHash,
        terms: toSparseText(passage.terms.weights),
        wordCount: passage.terms.wordCount,
        embedding: rounded(passage.embedding),
        embeddingModel: passage.embeddingModel,
        createdAt: at,
      })),
    )
  }
  await countTerms(tx, tenantId, { added: add.map(({ terms }) => terms), removed })
  return ids
}

interface RemovedPassage {
  readonly terms: string
  readonly wordCount: number
}

async function removeOthers(tx: Tx, { tenantId, docId, keep }: PassageChange): Promise<RemovedPassage[]> {
  const kept = new Set(keep.map(({ id }) => id))
  const mine = and(eq(knowledgeChunks.tenantId, tenantId), eq(knowledgeChunks.docId, docId))
  const present = await tx.select({ id: knowledgeChunks.id }).from(knowledgeChunks).where(mine)
  const gone = present.map(({ id }) => id).filter((id) => !kept.has(id))
  if (gone.length === 0) return []
  return tx
    .delete(knowledgeChunks)
    .where(and(eq(knowledgeChunks.tenantId, tenantId), inArray(knowledgeChunks.id, gone)))
    .returning({ terms: knowledgeChunks.terms, wordCount: knowledgeChunks.wordCount })
}

async function movePassages(tx: Tx, tenantId: string, keep: readonly KeptPassage[]): Promise<void> {
  const places = JSON.stringify(keep.map(({ id, position, start, end }) => ({ id, position, start, end })))
  await tx.execute(sql`/* storePassages: move */
    update ${knowledgeChunks} as chunk
    set position = place.position, start_offset = place.start, end_offset = place."end"
    from json_to_recordset(${places}::json) as place (id text, position integer, start integer, "end" integer)
    where chunk.tenant_id = ${tenantId} and chunk.id = place.id
      and (chunk.position, chunk.start_offset, chunk.end_offset)
        is distinct from (place.position, place.start, place."end")`)
}

interface TermChange {
  readonly added: readonly TermVector[]
  readonly removed: readonly RemovedPassage[]
}

async function countTerms(tx: Tx, tenantId: string, { added, removed }: TermChange): Promise<void> {
  if (added.length === 0 && removed.length === 0) return
  const difference = new Map<number, number>()
  const count = (term: number, by: 1 | -1) => difference.set(term, (difference.get(term) ?? 0) + by)
  for (const { weights } of added) for (const term of weights.keys()) count(term, 1)
  for (const { terms } of removed) for (const term of dimensionsOf(terms)) count(term, -1)
  const chunks = added.length - removed.length
  const wordCount = sumOf(added) - sumOf(removed)

  // The one row of the tenant first: who holds it changes the counts of terms without meeting anyone.
  await tx.execute(sql`/* storePassages: totals */
    insert into knowledge_totals as totals (tenant_id, chunk_count, word_count)
    values (${tenantId}, ${chunks}::integer, ${wordCount}::float8)
    on conflict (tenant_id) do update set
      chunk_count = totals.chunk_count + excluded.chunk_count,
      word_count = case
        when totals.chunk_count + excluded.chunk_count = 0 then 0
        else totals.word_count + excluded.word_count
      end`)
  const changed = [...difference].filter(([, by]) => by !== 0).sort(([one], [other]) => one - other)
  if (changed.length === 0) return
  await queryRows(
    tx,
    sql`/* storePassages: terms */
    insert into knowledge_terms as known (tenant_id, term, chunk_count)
    select ${tenantId}, change.term, change.by
    from unnest(${arrayText(changed.map(([term]) => term))}::integer[], ${arrayText(changed.map(([, by]) => by))}::integer[])
      as change (term, by)
    on conflict (tenant_id, term) do update set chunk_count = known.chunk_count + excluded.chunk_count`,
  )
  const fewer = changed.filter(([, by]) => by < 0).map(([term]) => term)
  if (fewer.length === 0) return
  await tx.execute(sql`/* storePassages: forgotten terms */
    delete from knowledge_terms
    where tenant_id = ${tenantId} and term = any(${arrayText(fewer)}::integer[]) and chunk_count <= 0`)
}

function sumOf(passages: readonly { readonly wordCount: number }[]): number {
  return passages.reduce((sum, { wordCount }) => sum + wordCount, 0)
}

/** Postgres' text form of an array of numbers; drivers disagree about the type of a bare array. */
export function arrayText(numbers: readonly number[]): string {
  return `{${numbers.join(',')}}`
}
