import { sql } from 'drizzle-orm'
import type { Tx } from '../platform/db/database.ts'

export interface MadeVector {
  readonly chunkId: string
  readonly model: string
  readonly embedding: Float32Array | undefined
}

/** Stores vectors of passages that are still there; one that is there already stays. */
export async function storeVectors(tx: Tx, tenantId: string, made: readonly MadeVector[]): Promise<void> {
  if (made.length === 0) return
  const rows = made.map(({ chunkId, model, embedding }) => {
    if (embedding === undefined) throw new Error('The embedder answered with fewer vectors than texts')
    return { id: chunkId, model, dimensions: embedding.length, vector: `[${rounded(embedding).join(',')}]` }
  })
  await tx.execute(sql`/* storeVectors */
    insert into knowledge_vectors (tenant_id, chunk_id, model, dimensions, embedding)
    select chunk.tenant_id, chunk.id, made.model, made.dimensions, made.vector::vector
    from json_to_recordset(${JSON.stringify(rows)}::json) as made (id text, model text, dimensions integer, vector text)
    join knowledge_chunks as chunk on chunk.tenant_id = ${tenantId} and chunk.id = made.id
    on conflict do nothing`)
}

/** As many digits as a cosine can use; the column stores 32 bits anyway. */
export function rounded(vector: Float32Array): number[] {
  return Array.from(vector, (value) => Math.round(value * 1e6) / 1e6)
}
