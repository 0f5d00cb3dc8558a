import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/platform/db/database.ts'
import { queryRows } from '../../src/platform/db/query.ts'
import { makeTenant, startTestDatabase, type TestDatabase } from '../kit/database.ts'

/**
 * Tables of no single tenant, and why. Everything else begins with tenant_id: its primary key, its unique keys, its
 * foreign keys on both sides.
 */
const tenantless: Readonly<Record<string, string>> = {
  tenants: 'the directory of tenants itself: its id is the tenant',
  users: 'people sign in before a tenant is known; only the system role sees them',
  allowances: 'strangers and sign-ins have one before a tenant is known; only the system role sees them',
  signing_keys: "the server's own keys for access tokens; only the system role sees them",
}

/** Unique keys that do not begin with the tenant, and why that tells nobody about another tenant. */
const globalKeys: Readonly<Record<string, string>> = {
  channel_routes_key: 'a number or mailbox delivers to one place; the verb answers a taken one without saying whose',
}

/** Foreign keys to tables of no single tenant, and why they cannot point at another tenant's row. */
const globalReferences: Readonly<Record<string, string>> = {
  memberships_user_id_users_id_fk: 'a person may work for several tenants',
}

/** Schemas besides `public`, and why they need no policies. */
const otherSchemas: Readonly<Record<string, string>> = {
  parley: 'the list of applied migrations, which only its owner may enter',
  pgboss: 'the job queue: the tenant role may only add jobs, which carry ids only',
}

describe('the walls between tenants', () => {
  let database: TestDatabase
  let db: Database
  beforeAll(async () => {
    database = await startTestDatabase()
    db = database.db
  })
  afterAll(() => database.stop())

  const look = <Row extends object>(text: string) => db.asOwner((owner) => owner.query<Row>(text))
  const mine = `c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

  test('stand around every table: row-level security is enabled and forced', async () => {
    const open = await look(
      `select c.relname from pg_class c where ${mine} and c.relkind in ('r', 'p')
         and not (c.relrowsecurity and c.relforcerowsecurity)`,
    )
    expect(open).toEqual([])
    const [counted] = await look<{ count: string }>(
      `select count(*) from pg_class c where ${mine} and c.relkind in ('r', 'p') and not c.relispartition`,
    )
    expect(Number(counted?.count)).toBeGreaterThan(15)
  })

  test('check what is read and what is written: every policy of the tenant role compares with the tenant', async () => {
    const policies = await look<{ tablename: string; cmd: string; qual: string | null; with_check: string | null }>(
      `select tablename, cmd, qual, with_check from pg_policies
       where schemaname = 'public' and 'parley_app' = any(roles) order by 1, 2`,
    )
    for (const { tablename, cmd, qual, with_check: check } of policies) {
      const own = tablename in tenantless ? 'id' : 'tenant_id'
      const expected = `${own} = ( SELECT NULLIF(current_setting('app.tenant_id'::text, true), ''::text) AS "nullif")`
      const form = (condition: string | null) => condition?.replace(/^\(|\)$/g, '').replaceAll(/\s+/g, ' ') ?? null
      if (cmd !== 'INSERT') expect(form(qual), `${tablename} USING`).toBe(expected)
      if (cmd !== 'SELECT' && cmd !== 'DELETE') expect(form(check), `${tablename} WITH CHECK`).toBe(expected)
    }
  })

  test('leave no table of a tenant without a policy, and no policy for anybody else', async () => {
    const forOthers = await look(
      `select tablename, policyname, roles from pg_policies
       where schemaname = 'public' and not roles <@ array['parley_app', 'parley_system']::name[]`,
    )
    expect(forOthers).toEqual([])
    const closed = await look<{ relname: string }>(
      `select c.relname from pg_class c where ${mine} and c.relkind in ('r', 'p') and not c.relispartition
         and not exists (select from pg_policy p where p.polrelid = c.oid)`,
    )
    expect(closed).toEqual([])
  })

  test('grant to each role what a policy allows and nothing more', async () => {
    const grants = await look<{ name: string }>(
      `select format('%s %s %s', grantee, table_name, privilege_type) as name
       from information_schema.role_table_grants
       where table_schema = 'public' and grantee in ('parley_app', 'parley_system', 'PUBLIC')
         and table_name in (select c.relname from pg_class c where ${mine} and c.relkind in ('r', 'p'))`,
    )
    const allowed = await look<{ name: string }>(
      `select distinct format('%s %s %s', role, tablename, command) as name
       from pg_policies p, unnest(p.roles) as role,
         unnest(case p.cmd when 'ALL' then array['SELECT', 'INSERT', 'UPDATE', 'DELETE'] else array[p.cmd] end) as command
       where schemaname = 'public'`,
    )
    const names = (rows: { name: string }[]) => rows.map(({ name }) => name).toSorted()
    expect(names(grants)).toEqual(names(allowed))
    const viewGrants = await look<{ privilege_type: string }>(
      `select distinct privilege_type from information_schema.role_table_grants
       where table_schema = 'public' and grantee in ('parley_app', 'parley_system', 'PUBLIC')
         and table_name in (select c.relname from pg_class c where ${mine} and c.relkind in ('v', 'm'))`,
    )
    expect(viewGrants.filter(({ privilege_type: privilege }) => privilege !== 'SELECT')).toEqual([])
  })

  test('hold in every key: primary and unique keys begin with the tenant', async () => {
    const keys = await look<{ index: string; relname: string; first: string }>(
      `select i.indexrelid::regclass::text as index, c.relname,
         coalesce((select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0]), '(expression)') as first
       from pg_index i join pg_class c on c.oid = i.indrelid
       where ${mine} and i.indisunique and not c.relispartition`,
    )
    const wrong = keys.filter(
      ({ index, relname, first }) => first !== 'tenant_id' && !(relname in tenantless) && !(index in globalKeys),
    )
    expect(wrong).toEqual([])
  })

  test('hold in every reference: foreign keys carry the tenant on both sides', async () => {
    const references = await look<{ conname: string; own: string; target: string; relname: string }>(
      `select k.conname, c.relname, k.confrelid::regclass::text as target,
         (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) || ' -> ' ||
         (select attname from pg_attribute where attrelid = k.confrelid and attnum = k.confkey[1]) as own
       from pg_constraint k join pg_class c on c.oid = k.conrelid
       where ${mine} and k.contype = 'f' and k.conparentid = 0`,
    )
    const wrong = references.filter(
      ({ conname, own, target }) =>
        own !== 'tenant_id -> tenant_id' &&
        !(target === 'tenants' && own === 'tenant_id -> id') &&
        !(conname in globalReferences),
    )
    expect(wrong).toEqual([])
    expect(references.length).toBeGreaterThan(10)
  })

  test('cannot be climbed by the roles: they own nothing and bypass nothing', async () => {
    const roles = await look(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication,
         exists (select from pg_class where relowner = r.oid) as owns,
         has_schema_privilege(r.oid, 'public', 'CREATE') as creates,
         array(select m.roleid::regrole::text from pg_auth_members m where m.member = r.oid) as member_of
       from pg_roles r where rolname in ('parley_app', 'parley_system') order by 1`,
    )
    const harmless = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolcanlogin: false,
      rolreplication: false,
      owns: false,
      creates: false,
      member_of: [],
    }
    expect(roles).toEqual([
      { rolname: 'parley_app', ...harmless },
      { rolname: 'parley_system', ...harmless },
    ])
  })

  test('have no back doors: no views that read as their owner, no functions that run as theirs', async () => {
    const views = await look(
      `select c.relname from pg_class c where ${mine} and c.relkind in ('v', 'm')
         and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
    )
    expect(views).toEqual([])
    const functions = await look(
      `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`,
    )
    expect(functions).toEqual([])
  })

  test('have no rooms beside them: every schema is known', async () => {
    const schemas = await look<{ nspname: string }>(
      `select nspname from pg_namespace
       where nspname !~ '^pg_' and nspname not in ('public', 'information_schema') order by 1`,
    )
    expect(schemas.map(({ nspname }) => nspname)).toEqual(Object.keys(otherSchemas))
  })

  test('show nothing to a transaction without a tenant, whatever table it reads', async () => {
    await makeTenant(db)
    const tables = await look<{ name: string }>(
      `select c.relname as name from pg_class c where ${mine} and c.relkind in ('r', 'p') and not c.relispartition
         and has_table_privilege('parley_app', c.oid, 'SELECT')`,
    )
    expect(tables.length).toBeGreaterThan(15)
    for (const { name } of tables) {
      const seen = await db.asOwner(async (owner) => {
        await owner.script('begin; set local role parley_app')
        const rows = await owner.query(`select * from ${name}`)
        await owner.script('rollback')
        return rows
      })
      expect(seen, name).toEqual([])
    }
  })

  test('forget the tenant between transactions, also after an error', async () => {
    const [a, b] = [await makeTenant(db), await makeTenant(db)]
    const ids = (id: string) =>
      db
        .withTenant(id, (tx) => queryRows<{ id: string }>(tx, sql`select id from tenants`))
        .then((rows) => rows.map((row) => row.id))
    const failing = db.withTenant(a.id, (tx) => queryRows(tx, sql`select 1/0`))
    await expect(failing).rejects.toThrow('division by zero')
    expect(
      await db.withSystem((tx) => queryRows(tx, sql`select current_setting('app.tenant_id', true) as tenant`)),
    ).toEqual([{ tenant: '' }])
    const seen = await Promise.all(Array.from({ length: 200 }, (_, n) => ids(n % 2 === 0 ? a.id : b.id)))
    expect(seen).toEqual(Array.from({ length: 200 }, (_, n) => [n % 2 === 0 ? a.id : b.id]))
  })

  test('stop a row from being written for another tenant, and a reference from pointing at one', async () => {
    const [a, b] = [await makeTenant(db), await makeTenant(db)]
    const forged = db.withTenant(a.id, (tx) =>
      queryRows(
        tx,
        sql`insert into events (tenant_id, id, type, subject_id, actor_kind, actor_id, request_id, data, occurred_at)
            values (${b.id}, 'evt_1', 't', 's', 'SYSTEM', 'x', 'r', '{}', now())`,
      ),
    )
    await expect(forged).rejects.toThrow('row-level security')
  })
})
