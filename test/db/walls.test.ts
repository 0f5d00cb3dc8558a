import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/platform/db/database.ts'
import { queryRows } from '../../src/platform/db/query.ts'
import { faultCode } from '../../src/platform/db/faults.ts'
import { newId } from '../../src/platform/ids.ts'
import { putRowsEverywhere } from '../kit/any-row.ts'
import { makeTenant, startTestDatabase, type TestDatabase } from '../kit/database.ts'

/**
 * Tables of no single tenant, and why. Everything else begins with tenant_id: its primary key, its unique keys, its
 * foreign keys on both sides.
 */
const tenantless: Readonly<Record<string, string>> = {
  tenants: 'the directory of tenants itself: its id is the tenant',
  users: 'people sign in before a tenant is known; only the system role sees them',
  allowances: 'strangers and sign-ins have one before a tenant is known; only the system role sees them',
  leases: 'how many sockets each process has open; asked by the system role alone',
  library_docs: "the operator's documents, of which each tenant has copies of its own; only the system role sees them",
  signing_keys: "the server's own keys for access tokens; only the system role sees them",
}

const tenantlessNames = Object.keys(tenantless)
  .map((name) => `'${name}'`)
  .join(', ')

/** Unique keys that do not begin with the tenant, and why that tells nobody about another tenant. */
const globalKeys: Readonly<Record<string, string>> = {
  channel_routes_key:
    'a number or mailbox delivers to one place, and this finds its tenant; the verb answers a taken one without saying whose',
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
  const ours = `c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

  test('stand around every table: row-level security is enabled and forced', async () => {
    const open = await look(
      `select c.relname from pg_class c where ${ours} and c.relkind in ('r', 'p')
         and not (c.relrowsecurity and c.relforcerowsecurity)`,
    )
    expect(open).toEqual([])
    const [counted] = await look<{ count: string }>(
      `select count(*) from pg_class c where ${ours} and c.relkind in ('r', 'p') and not c.relispartition`,
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
      `select c.relname from pg_class c where ${ours} and c.relkind in ('r', 'p') and not c.relispartition
         and not exists (select from pg_policy p where p.polrelid = c.oid)`,
    )
    expect(closed).toEqual([])
  })

  test('grant to each role what a policy allows and nothing more', async () => {
    const grants = await look<{ name: string }>(
      `select format('%s %s %s', grantee, table_name, privilege_type) as name
       from information_schema.role_table_grants
       where table_schema = 'public' and grantee in ('parley_app', 'parley_system', 'PUBLIC')
         and table_name in (select c.relname from pg_class c where ${ours} and c.relkind in ('r', 'p'))`,
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
         and table_name in (select c.relname from pg_class c where ${ours} and c.relkind in ('v', 'm'))`,
    )
    expect(viewGrants.filter(({ privilege_type: privilege }) => privilege !== 'SELECT')).toEqual([])
  })

  test('hold in every key: primary and unique keys begin with the tenant', async () => {
    const keys = await look<{ index: string; relname: string; first: string }>(
      `select i.indexrelid::regclass::text as index, c.relname,
         coalesce((select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0]), '(expression)') as first
       from pg_index i join pg_class c on c.oid = i.indrelid
       where ${ours} and i.indisunique and not c.relispartition`,
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
       where ${ours} and k.contype = 'f' and k.conparentid = 0`,
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

  test('are what Postgres can be distributed by: every table knows its machine by tenant_id, or is small and on all', async () => {
    const tables = await look<{ name: string; kind: string | null; partitioned: string | null }>(
      `select c.relname as name, pg_get_partkeydef(c.oid) as partitioned,
         (select format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
            || coalesce((select ' ' || collname from pg_collation l where l.oid = a.attcollation), '')
          from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as kind
       from pg_class c where ${ours} and c.relkind in ('r', 'p') and not c.relispartition`,
    )
    const distributed = tables.filter(({ name }) => !(name in tenantless))
    expect(distributed.filter(({ kind }) => kind !== 'text not null C')).toEqual([])
    expect(distributed.filter(({ partitioned }) => ![null, 'HASH (tenant_id)'].includes(partitioned))).toEqual([])
    const outward = await look(
      `select k.conname, k.confrelid::regclass::text as target from pg_constraint k join pg_class c on c.oid = k.conrelid
       where ${ours} and k.contype = 'f' and c.relname in (${tenantlessNames}) and k.confrelid::regclass::text not in (${tenantlessNames})`,
    )
    expect(outward).toEqual([])
    const exclusions = await look(`select conname from pg_constraint where contype = 'x'`)
    expect(exclusions).toEqual([])
    // Exceptions are looked at again when they have gone.
    const known = await look<{ name: string }>(
      `select conname as name from pg_constraint union select relname from pg_class where relkind in ('r', 'p')`,
    )
    const names = new Set(known.map(({ name }) => name))
    const excepted = [tenantless, globalKeys, globalReferences].flatMap(Object.keys)
    expect(excepted.filter((name) => !names.has(name))).toEqual([])
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
      `select c.relname from pg_class c where ${ours} and c.relkind in ('v', 'm')
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

  describe('with rows of two tenants in every table', () => {
    const [mine, other] = [newId('tenant'), newId('tenant')]
    let tables: readonly string[]
    let rooms: TestDatabase
    beforeAll(async () => {
      rooms = await startTestDatabase()
      tables = await rooms.db.asOwner((owner) => putRowsEverywhere(owner, [mine, other]))
    })
    afterAll(() => rooms.stop())

    /** How many rows the statement saw or changed as the role of requests; nothing it did remains. */
    const seenBy = (tenantId: string | null, statement: string) =>
      rooms.db.asOwner(async (owner) => {
        await owner.script('begin; set local role parley_app')
        if (tenantId !== null) await owner.query(`select set_config('app.tenant_id', $1, true)`, [tenantId])
        try {
          return await owner.query<{ tenant_id: string }>(statement)
        } catch (error) {
          // What the role may not do at all shows nothing either.
          if (messageOf(error).startsWith('permission denied')) return []
          throw error
        } finally {
          await owner.script('rollback')
        }
      })

    test('no statement without a tenant sees or changes a row, whatever it is', { timeout: 60_000 }, async () => {
      expect(tables.length).toBeGreaterThan(25)
      const random = randomFrom(tables.length)
      const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] ?? items[0]
      const readable = await look<{ name: string }>(
        `select c.oid::regclass::text as name from pg_class c
         where ${ours} and c.relkind in ('r', 'p', 'v', 'm') and c.relname not in (${tenantlessNames})
           and has_table_privilege('parley_app', c.oid, 'SELECT') order by 1`,
      )
      await makeTenant(rooms.db)
      for (const name of Object.keys(tenantless)) expect(await seenBy(null, `select from ${name}`), name).toEqual([])
      for (const { name } of readable) {
        const other = pick(tables)
        for (const statement of [
          `select tenant_id from ${name}`,
          `select a.tenant_id from ${name} a left join ${other} b on b.tenant_id = a.tenant_id or b.tenant_id <> a.tenant_id`,
          `select max(tenant_id) as tenant_id from ${name} having count(*) > 0`,
          `select b.tenant_id from ${other} b where exists (select from ${name})`,
          `with all_of_it as materialized (select * from ${name}) select tenant_id from all_of_it order by ${pick(['1', 'random()'])}`,
          `select tenant_id from ${name} where tenant_id ${pick([`= '${mine}'`, 'is not null', `> ''`, `like '%'`])}`,
        ]) {
          expect(await seenBy(null, statement), statement).toEqual([])
        }
      }
      for (const name of tables) {
        for (const statement of [
          `update ${name} set tenant_id = tenant_id returning tenant_id`,
          `delete from ${name} returning tenant_id`,
          `insert into ${name} select * from ${name} on conflict do nothing returning tenant_id`,
        ]) {
          expect(await seenBy(null, statement).catch(identityColumn), statement).toEqual([])
        }
      }
    })

    test('a statement with a tenant reaches the rows of that tenant and no other', { timeout: 60_000 }, async () => {
      const openTables: string[] = []
      for (const name of tables) {
        const seen = await seenBy(mine, `select tenant_id from ${name}`)
        if (seen.length > 0) openTables.push(name)
        expect(new Set(seen.map((row) => row.tenant_id)), name).toEqual(new Set(seen.length === 0 ? [] : [mine]))
        for (const change of [`update ${name} set tenant_id = tenant_id`, `delete from ${name}`]) {
          const changed = await seenBy(mine, `${change} where tenant_id <> '${mine}' or true returning tenant_id`)
          expect(
            changed.filter((row) => row.tenant_id !== mine),
            change,
          ).toEqual([])
        }
        const moved = seenBy(mine, `update ${name} set tenant_id = '${other}' returning tenant_id`)
        expect(await moved.catch((error: unknown) => [messageOf(error)]), name).toEqual(
          seen.length === 0 || !(await mayUpdate(name)) ? [] : [expect.stringContaining('row-level security')],
        )
      }
      expect(openTables.length).toBeGreaterThan(20)
    })

    const mayUpdate = async (name: string) => {
      const [granted] = await look<{ may: boolean }>(
        `select has_table_privilege('parley_app', '${name}', 'UPDATE') as may`,
      )
      return granted?.may === true
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

/** A repeatable source of numbers from 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

/** A column that only the database may write refuses the insert as well: nothing was seen. */
function identityColumn(error: unknown): never[] {
  if (faultCode(error) === '428C9') return []
  throw error
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
