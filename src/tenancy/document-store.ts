import { eq, and, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { DocumentStore } from '../graphql/index.ts'
import type { Services } from '../platform/context.ts'
import type { Database } from '../platform/db/database.ts'
import { newId } from '../platform/ids.ts'
import { clientDocuments } from './tables.ts'

/** What another process trusts or forgets is seen after this at the latest. */
const freshMs = 5_000
/** Texts that are remembered, in characters. */
const textKept = 5_000_000
/** A document that keeps coming is counted in the database so often. */
const countedEveryMs = 60_000
/** Reported ones of one tenant; the rest goes to the log alone. */
const mostReported = 500
/** Longest document that is listed, in characters. */
const longestReported = 20_000

const caches = new WeakMap<Database, LRUCache<string, Promise<ReadonlySet<string>>>>()

function cacheOf(db: Database) {
  const known = caches.get(db) ?? new LRUCache<string, Promise<ReadonlySet<string>>>({ max: 10_000, ttl: freshMs })
  caches.set(db, known)
  return known
}

/** After a change made here: it is seen at once. */
export function forgetDocuments(db: Database, tenantId: string): void {
  cacheOf(db).delete(tenantId)
}

/** The documents that tenants trust, and the list of those that came without. */
export function createDocumentStore({ db, clock, log }: Pick<Services, 'db' | 'clock' | 'log'>): DocumentStore {
  const trusted = cacheOf(db)
  const texts = new LRUCache<string, string>({ maxSize: textKept, sizeCalculation: (text) => text.length + 1 })
  const seen = new LRUCache<string, { times: number; countedAtMs: number }>({ max: 10_000 })

  async function load(tenantId: string): Promise<ReadonlySet<string>> {
    const rows = await db.withTenant(tenantId, (tx) =>
      tx
        .select({ sha256: clientDocuments.sha256 })
        .from(clientDocuments)
        .where(and(eq(clientDocuments.tenantId, tenantId), eq(clientDocuments.status, 'TRUSTED'))),
    )
    return new Set(rows.map(({ sha256 }) => sha256))
  }

  async function isTrusted(tenantId: string, sha256: string): Promise<boolean> {
    let known = trusted.get(tenantId)
    if (known === undefined) {
      known = load(tenantId)
      trusted.set(tenantId, known)
      known.catch(() => trusted.delete(tenantId))
    }
    return (await known).has(sha256)
  }

  async function count(tenantId: string, sha256: string, text: string, times: number): Promise<void> {
    const now = clock.now().toISOString()
    await db.withTenant(tenantId, (tx) =>
      tx.execute(sql`/* reportDocument */
        insert into client_documents (tenant_id, id, sha256, text, status, times_seen, last_seen_at, created_at)
        select ${tenantId}, ${newId('clientDocument')}, ${sha256}, ${text}, 'REPORTED', ${times}::int,
          ${now}::timestamptz, ${now}::timestamptz
        where exists (select from client_documents where tenant_id = ${tenantId} and sha256 = ${sha256})
          or (select count(*) from client_documents where tenant_id = ${tenantId} and status = 'REPORTED') < ${mostReported}::int
        on conflict (tenant_id, sha256) do update set
          times_seen = client_documents.times_seen + excluded.times_seen, last_seen_at = excluded.last_seen_at`),
    )
  }

  return {
    isTrusted,
    async textOf(tenantId, sha256) {
      if (!(await isTrusted(tenantId, sha256))) return null
      const key = `${tenantId} ${sha256}`
      const known = texts.get(key)
      if (known !== undefined) return known
      const [row] = await db.withTenant(tenantId, (tx) =>
        tx
          .select({ text: clientDocuments.text })
          .from(clientDocuments)
          .where(and(eq(clientDocuments.tenantId, tenantId), eq(clientDocuments.sha256, sha256))),
      )
      if (row === undefined) return null
      texts.set(key, row.text)
      return row.text
    },
    report(tenantId, sha256, text) {
      const key = `${tenantId} ${sha256}`
      const known = seen.get(key) ?? { times: 0, countedAtMs: -Infinity }
      seen.set(key, known)
      known.times += 1
      if (performance.now() - known.countedAtMs < countedEveryMs) return
      if (known.countedAtMs === -Infinity) log.info({ tenantId, sha256 }, 'a document came that nobody registered')
      const { times } = known
      known.times = 0
      known.countedAtMs = performance.now()
      // PostgreSQL cannot hold U+0000; the parser refuses such a document anyway.
      if (text.length > longestReported || text.includes('\0')) return
      count(tenantId, sha256, text, times).catch((error: unknown) =>
        log.warn({ err: error, tenantId, sha256 }, 'a document could not be listed'),
      )
    },
  }
}
