import type { Database } from '../../src/platform/db/database.ts'
import { queueSchema } from '../../src/platform/jobs/queue-schema.ts'

/** How rows without a tenant_id belong to one. */
const ofTenant: Readonly<Record<string, string>> = {
  tenants: 'id = $1',
  users: 'id in (select user_id from memberships where tenant_id = $1)',
}

/**
 * Every table with the number of its rows and a digest of what stands in them: two are equal when nothing at all was
 * stored, changed or deleted in between. Of the job queue only the number of jobs, because it keeps times of its own.
 *
 * @param tenantId only this tenant's rows, itself and its people among them
 */
export async function storedRows(db: Database, tenantId: string | null = null): Promise<Record<string, string>> {
  return db.asOwner(async (owner) => {
    const tables = await owner.query<{ name: string; tenanted: boolean }>(
      `select c.relname as name, exists (
         select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
       ) as tenanted
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       order by c.relname`,
    )
    const rows: Record<string, string> = {}
    for (const { name, tenanted } of tables) {
      const own = tenanted ? `tenant_id = '${tenantId}'` : ofTenant[name]?.replace('$1', `'${tenantId}'`)
      if (tenantId !== null && own === undefined) continue
      const where = tenantId === null ? '' : `where ${own}`
      const [found] = await owner.query<{ digest: string }>(
        `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
         from ${name} t ${where}`,
      )
      rows[name] = found?.digest ?? ''
    }
    const [jobs] = await owner.query<{ count: string }>(
      `select count(*) from ${queueSchema}.job where name not like '\\_\\_%' and ($1::text is null or group_id = $1)`,
      [tenantId],
    )
    rows['(jobs)'] = jobs?.count ?? ''
    return rows
  })
}
