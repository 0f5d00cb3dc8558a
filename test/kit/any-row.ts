import type { OwnerConnection } from '../../src/platform/db/database.ts'

interface Column {
  readonly name: string
  readonly type: string
}

/**
 * Puts a row of each of the tenants into every table that has a `tenant_id`, new tables too: values by the type of the
 * column, meaning nothing. What rows must mean to the application is switched off before, for this database: checks
 * and foreign keys. Returns the tables.
 */
export async function putRowsEverywhere(owner: OwnerConnection, tenantIds: readonly string[]): Promise<string[]> {
  const tables = await owner.query<{ name: string; checks: string[]; columns: Column[] }>(
    `select c.relname as name,
       array(select k.conname::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'c') as checks,
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attnotnull
          and a.attidentity = '' and not a.atthasdef) as columns
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
     order by 1`,
  )
  // Foreign keys are held by triggers, which a replica does not run.
  await owner.script('set session_replication_role = replica')
  for (const { name, checks, columns } of tables) {
    for (const check of checks) await owner.script(`alter table ${name} drop constraint "${check}"`)
    for (const tenantId of tenantIds) {
      const values = columns.map((column) =>
        column.name === 'tenant_id' ? `'${tenantId}'` : valueOf(column, tenantId),
      )
      const names = columns.map((column) => `"${column.name}"`)
      await owner.script(`insert into ${name} (${names.join(', ')}) values (${values.join(', ')})`)
    }
  }
  await owner.script('set session_replication_role = origin')
  return tables.map(({ name }) => name)
}

/** Different for each tenant where a key over all tenants might want that. */
function valueOf({ name, type }: Column, tenantId: string): string {
  if (type.endsWith('[]')) return `'{}'`
  if (type === 'text') return `'${name} of ${tenantId}'`
  if (type.startsWith('timestamp')) return 'now()'
  if (type === 'date') return 'current_date'
  if (type.startsWith('json')) return `'{}'`
  if (type === 'boolean') return 'true'
  if (/^(integer|bigint|smallint|numeric|double precision|real)/.test(type)) return '1'
  if (type === 'bytea') return `'\\x00'`
  const dimensions = /\((\d+)\)/.exec(type)?.[1] ?? '1'
  if (type.startsWith('sparsevec')) return `'{1:1}/${dimensions}'`
  if (/^(vector|halfvec)/.test(type)) return `array_fill(1::real, array[${dimensions}])::${type}`
  throw new Error(`The column ${name} has the type ${type}, of which no value is known here: add one`)
}
