import { sql } from 'drizzle-orm'
import { rankPassages } from '../../src/knowledge/rank.ts'
import type { Ctx, Services } from '../../src/platform/context.ts'
import type { Database, OwnerConnection } from '../../src/platform/db/database.ts'
import { queryRows } from '../../src/platform/db/query.ts'
import { numberedId } from '../kit/many-rows.ts'
import { load } from './load.ts'
import { makeHouse } from './server.ts'

const dimensions = 384
const inFlight = 4

interface Tenant {
  readonly id: string
  readonly passageCount: number
}

interface Question {
  readonly tenant: Tenant
  readonly vector: Float32Array
}

interface Asked extends Question {
  /** The ten nearest of all that the tenant has. */
  readonly nearest: ReadonlySet<string>
}

/** How a search is sent: as Parley does, every vector compared, or as the planner would without being told anything. */
const ways: Readonly<Record<string, (services: Services, asked: Question) => Promise<string[]>>> = {
  // No passage has a word of the question, so vectors alone decide.
  async Parley(services, { tenant, vector }) {
    const models = { ...services.models, embedder: { ...services.models.embedder, embed: async () => [vector] } }
    const ctx: Ctx = {
      ...services,
      models,
      tenantId: tenant.id,
      actor: { kind: 'SYSTEM', id: 'bench' },
      requestId: 'bench',
    }
    const passages = await rankPassages(ctx, 'question', { limit: 10, perDoc: 10 })
    return passages.map(({ chunkId }) => chunkId)
  },
  exact: ({ db, models }, asked) => nearest(db, models.embedder.model, asked, ' + 0'),
  'planner alone': ({ db, models }, asked) => nearest(db, models.embedder.model, asked, ''),
}

/**
 * Nearest passages among many tenants of very different size, on Parley's own tables with its own statement behind its
 * own policies: recall@10 against the exact answer, and searches a second.
 */
export async function benchVectors({ isShort = false } = {}): Promise<void> {
  const tenantCount = isShort ? 10 : 50
  const total = isShort ? 10_000 : 100_000
  const house = await makeHouse({ needsPostgres: true })
  try {
    const { services, close } = await house.backstage()
    const { db } = services
    const tenants = skewed(tenantCount, total)
    const startedAt = performance.now()
    await db.asOwner((owner) => seed(owner, tenants, services.models.embedder.model))
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0)
    const sizes = tenants.map(({ passageCount }) => passageCount)
    console.log(
      `vectors: ${total} passages × ${dimensions} of ${tenantCount} tenants, ${Math.min(...sizes)} to ${Math.max(...sizes)}; seeded and indexed in ${seconds} s`,
    )
    const asked: Asked[] = []
    for (const tenant of tenants) {
      for (let n = 0; n < 4; n += 1) {
        const vector = await someVector(db, tenant, n)
        const exact = await ways['exact']?.(services, { tenant, vector })
        asked.push({ tenant, vector, nearest: new Set(exact) })
      }
    }
    for (const [name, way] of Object.entries(ways)) {
      const recalls = new Map<string, number[]>()
      for (const one of asked) {
        const { tenant, nearest: wanted } = one
        const found = new Set(await way(services, one))
        const hit = [...wanted].filter((id) => found.has(id)).length / wanted.size
        recalls.set(tenant.id, [...(recalls.get(tenant.id) ?? []), hit])
      }
      const perTenant = [...recalls.values()].map(mean)
      let next = 0
      const measured = await load(
        async () => {
          await way(services, asked[next++ % asked.length] ?? fail('nothing was asked'))
        },
        inFlight,
        isShort ? 1_500 : 6_000,
      )
      console.log(
        `  ${name.padEnd(13)} recall@10 ${mean(perTenant).toFixed(3)}, worst tenant ${Math.min(...perTenant).toFixed(3)}; ` +
          `${measured.perSecond.toFixed(0)} searches/s, p50 ${measured.p50Ms.toFixed(1)} ms, p99 ${measured.p99Ms.toFixed(1)} ms`,
      )
      if (name === 'Parley' && Math.min(...perTenant) < 0.99) process.exitCode = 1
    }
    await close()
  } finally {
    await house.remove()
  }
}

/** The ten nearest, by a statement of its own; `+ 0` is an order that no index has. */
async function nearest(
  db: Database,
  model: string,
  { tenant, vector }: Question,
  suffix: ' + 0' | '',
): Promise<string[]> {
  const distance = sql`(embedding <=> ${JSON.stringify([...vector])}::vector)${sql.raw(suffix)}`
  const rows = await db.withTenant(tenant.id, (tx) =>
    queryRows<{ id: string }>(
      tx,
      sql`select id from knowledge_chunks where tenant_id = ${tenant.id} and embedding_model = ${model}
        order by ${distance} limit 10`,
    ),
  )
  return rows.map(({ id }) => id)
}

/** Sizes that fall off as those of shops do: the first has a fifth of everything. */
function skewed(count: number, total: number): Tenant[] {
  const weights = Array.from({ length: count }, (_, n) => 1 / (n + 1))
  const sum = weights.reduce((left, right) => left + right)
  return weights.map((weight, n) => ({
    id: numberedId('ten', n + 1),
    passageCount: Math.round((total * weight) / sum),
  }))
}

/** Passages in clusters, as texts on the same few subjects are, so that even the smallest tenant has ten on each. The index is made again behind them, which is faster. */
async function seed(owner: OwnerConnection, tenants: readonly Tenant[], model: string): Promise<void> {
  const [index] = await owner.query<{ definition: string }>(
    `select pg_get_indexdef('knowledge_chunks_embedding_idx'::regclass) as definition`,
  )
  await owner.script(`drop index knowledge_chunks_embedding_idx;
    set session_replication_role = replica; set maintenance_work_mem = '512MB'; select setseed(0.5);
    create temp table centres as select c, array_agg(random() - 0.5 order by i) as at
      from generate_series(1, 30) c, generate_series(1, ${dimensions}) i group by c`)
  for (const [n, { id, passageCount }] of tenants.entries()) {
    await owner.query(
      `insert into knowledge_chunks (tenant_id, id, doc_id, position, heading_path, text, start_offset, end_offset, content_hash,
         terms, word_count, embedding, embedding_model, created_at)
       select $1, 'chk_0' || lpad(p::text, 25, '0'), 'doc_0' || lpad((p / 20)::text, 25, '0'), p % 20, '{}', 'text', 0, 4, md5(p::text),
         '{1:1}/536870912', 10, l2_normalize(made.vector::vector(${dimensions})), '${model}', now()
       from generate_series(1, $2::int) p
         join centres on c = 1 + (p + $3::int * 13) % 30,
         lateral (select array_agg(x + 0.8 * (random() - 0.5) + 0 * p) as vector from unnest(at) x) made`,
      [id, passageCount, n],
    )
  }
  await owner.script(`
    insert into knowledge_docs (tenant_id, id, external_id, title, content, content_hash, metadata, status, created_at, updated_at)
      select distinct tenant_id, doc_id, doc_id, 'title', 'text', '', '{}'::jsonb, 'READY', now(), now() from knowledge_chunks;
    insert into knowledge_totals (tenant_id, chunk_count, word_count)
      select tenant_id, count(*), sum(word_count) from knowledge_chunks group by 1`)
  await owner.script(
    `${(index?.definition ?? fail('no index')).replace(' ONLY ', ' ')}; set session_replication_role = origin; analyze`,
  )
}

/** Something near a passage of the tenant: a question about it, worded otherwise. */
async function someVector(db: Database, { id, passageCount }: Tenant, n: number): Promise<Float32Array> {
  const passage = `chk_0${String(1 + Math.floor((passageCount * (2 * n + 1)) / 8)).padStart(25, '0')}`
  const [row] = await db.withTenant(id, (tx) =>
    queryRows<{ vector: string }>(
      tx,
      sql`select embedding::text as vector from knowledge_chunks where tenant_id = ${id} and id = ${passage}`,
    ),
  )
  const stored: unknown = JSON.parse(row?.vector ?? 'null')
  if (!Array.isArray(stored)) throw new Error(`${id} has no ${passage}`)
  return Float32Array.from(stored, (value: number, index) => value + 0.02 * Math.sin(index * (n + 3)))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function fail(why: string): never {
  throw new Error(why)
}
