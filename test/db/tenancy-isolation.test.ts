import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { queryRows } from '../../src/platform/db/query.ts'
import { createApiKey, linkMemberIdentity, login } from '../../src/tenancy/index.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { startWorld, type World } from './tenancy-world.ts'

const tenantTables = ['tenants', 'memberships', 'user_identities', 'sessions', 'refresh_tokens', 'api_keys'] as const

let database: TestDatabase
let world: World
let mine: string
let theirs: string
beforeAll(async () => {
  database = await startTestDatabase()
  world = await startWorld(database.db)
  mine = await fullTenant()
  theirs = await fullTenant()
})
afterAll(async () => {
  await world.stop()
  await database.stop()
})

test.for(tenantTables)('%s: a tenant sees its own rows and no others', async (table) => {
  const column = sql.identifier(table === 'tenants' ? 'id' : 'tenant_id')
  const seen = await database.db.withTenant(mine, (tx) =>
    queryRows<{ tenant: string }>(tx, sql`select distinct ${column} as tenant from ${sql.identifier(table)}`),
  )

  expect(seen).toEqual([{ tenant: mine }])
})

test.for(tenantTables)('%s: a tenant can neither change nor take over rows of another', async (table) => {
  const column = table === 'tenants' ? 'id' : 'tenant_id'
  const before = await rowsOf(table, column)

  const changed = await database.db.withTenant(mine, (tx) =>
    queryRows(
      tx,
      sql`update ${sql.identifier(table)} set created_at = now() where ${sql.identifier(column)} = ${theirs} returning 1`,
    ),
  )
  const moved = database.db.withTenant(mine, (tx) =>
    queryRows(tx, sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${theirs} returning 1`),
  )

  expect(changed).toEqual([])
  await expect(moved).rejects.toThrow(/row-level security policy/)
  expect(await rowsOf(table, column)).toEqual(before)
})

test('a row cannot point at a member of another tenant', async () => {
  const [member] = await database.db.asOwner((owner) =>
    owner.query<{ user_id: string }>('select user_id from memberships where tenant_id = $1', [theirs]),
  )
  const insert = database.db.withTenant(mine, (tx) =>
    queryRows(
      tx,
      sql`insert into sessions (tenant_id, id, user_id, created_at, last_used_at, expires_at)
          values (${mine}, 'ses_x', ${member?.user_id}, now(), now(), now())`,
    ),
  )

  await expect(insert).rejects.toThrow(/sessions_user_id_fkey/)
})

test.for(['users', 'signing_keys', 'library_docs', 'leases'])(
  '%s: no tenant’s request comes near it',
  async (table) => {
    const select = database.db.withTenant(mine, (tx) => queryRows(tx, sql`select 1 from ${sql.identifier(table)}`))

    await expect(select).rejects.toThrow(`permission denied for table ${table}`)
  },
)

test('sign-in reads across tenants but can write none of their rows', async () => {
  for (const table of ['tenants', 'memberships', 'user_identities', 'sessions', 'api_keys']) {
    const seen = await database.db.withSystem((tx) => queryRows(tx, sql`select 1 from ${sql.identifier(table)}`))
    expect(seen.length).toBeGreaterThanOrEqual(2)
    const remove = database.db.withSystem((tx) => queryRows(tx, sql`delete from ${sql.identifier(table)}`))
    await expect(remove).rejects.toThrow(`permission denied for table ${table}`)
  }
  const tokens = database.db.withSystem((tx) => queryRows(tx, sql`select 1 from refresh_tokens`))
  await expect(tokens).rejects.toThrow('permission denied for table refresh_tokens')
})

/** A tenant with a row in every table. */
async function fullTenant(): Promise<string> {
  const email = `o-${Math.random().toString(36).slice(2)}@test.example`
  const { tenantId, membershipId } = await world.tenant({ owner: { email, password: 'correct horse' } })
  const device = { address: null, userAgent: null }
  const results = [
    await login(world.services, { email, password: 'correct horse', tenant: null, device }),
    await createApiKey(await world.as(tenantId, 'OWNER'), { name: 'Key', scopes: ['orders:read'] }),
    await linkMemberIdentity(await world.as(tenantId, 'OWNER'), {
      id: membershipId,
      identity: { issuer: 'https://id.example', subject: email },
    }),
  ]
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true])
  return tenantId
}

function rowsOf(table: string, column: string) {
  return database.db.asOwner((owner) =>
    owner.query(`select * from ${table} where ${column} = $1 order by id`, [theirs]),
  )
}
