import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createApiKey,
  mintToken,
  removeMember,
  setTenantActive,
  updateMember,
  updateTenant,
  type Credential,
} from '../../src/tenancy/index.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { startWorld, type World } from './tenancy-world.ts'

const issuer = 'https://id.example/auth/v1'
let database: TestDatabase
let world: World

beforeAll(async () => {
  database = await startTestDatabase()
  world = await startWorld(database.db, { outside: { issuer, verify: async () => null } })
})
afterAll(async () => {
  await world.stop()
  await database.stop()
})

const unauthenticated = { code: 'UNAUTHENTICATED', message: 'Authentication is required.', details: {} }

test.for<[string, Credential]>([
  ['nothing', {}],
  ['an empty header', { authorization: '' }],
  ['another scheme', { authorization: 'Basic b3duZXI6cGFzc3dvcmQ=' }],
  ['no token', { authorization: 'Bearer ' }],
  ['text that is no token', { authorization: 'Bearer abc' }],
  ['an unknown API key', { authorization: 'Bearer pk_0123456789012345678901234567890123456789012' }],
  ['an unknown API key in its own header', { apiKey: 'pk_x' }],
  ['a token of an unknown issuer', { authorization: `Bearer ${unsigned({ iss: 'https://evil.example' })}` }],
  ['an unsigned token of ours', { authorization: `Bearer ${unsigned({ iss: 'urn:parley' })}` }],
  ['a token of the provider that is no good', { authorization: `Bearer ${outside('nobody')}` }],
  ['a megabyte', { authorization: `Bearer ${'x'.repeat(1024 * 1024)}` }],
])('with %s nobody comes in, and the answer is always the same', async ([, credential]) => {
  await expect(world.authenticator.authenticate(credential)).rejects.toMatchObject(unauthenticated)
})

test('a minted token works until its time, and ends at once with the membership', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const manager = await mint(tenantId, 'MANAGER')
  const actor = await come(manager)
  expect(actor).toMatchObject({ kind: 'USER', tenantId, role: 'MANAGER', sessionId: null, suspended: false })

  const [member] = await rows<{ id: string }>(`select id from memberships where tenant_id = $1 and role = 'MANAGER'`, [
    tenantId,
  ])
  await removeMember(owner, { id: member?.id ?? '' })

  await expect(come(manager)).rejects.toMatchObject(unauthenticated)
})

test('a new role counts from the next request on, whatever the token says', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const token = await mint(tenantId, 'MANAGER')
  const [member] = await rows<{ id: string }>(`select id from memberships where tenant_id = $1 and role = 'MANAGER'`, [
    tenantId,
  ])
  expect((await come(token)).permissions.has('catalog:write')).toBe(true)

  await updateMember(owner, { id: member?.id ?? '', changes: { role: 'VIEWER' }, expectedVersion: null })

  expect((await come(token)).permissions.has('catalog:write')).toBe(false)
})

test('a hundred requests with one token ask the database once', async () => {
  const { tenantId } = await world.tenant()
  const token = await mint(tenantId, 'OWNER')
  await come(token)
  let statements = 0
  const stop = database.db.onStatement(() => (statements += 1))
  for (let count = 0; count < 100; count += 1) await come(token)
  stop()

  expect(statements).toBeLessThanOrEqual(1)
})

test('a suspended tenant is read, not changed, by people and programs, until it is brought back', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const token = await mint(tenantId, 'OWNER')
  const key = await createApiKey(owner, { name: 'K', scopes: ['orders:read', 'orders:write'] })
  if (!key.ok || key.secret === null) throw new Error('No key')
  await setTenantActive(world.services, { tenantId, isActive: false })

  const suspended = await come(token)
  expect([...suspended.permissions].every((name) => name.endsWith(':read'))).toBe(true)
  expect([...(await come(key.secret)).permissions]).toEqual(['orders:read'])
  await expect(updateTenant({ ...owner, actor: suspended }, { name: 'New' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: 'This tenant is suspended: it can be read, not changed.',
  })

  await setTenantActive(world.services, { tenantId, isActive: true })
  expect((await come(token)).permissions.has('tenant:write')).toBe(true)
})

function come(token: string) {
  return world.authenticator.authenticate({ authorization: `Bearer ${token}` })
}

async function mint(tenant: string, role: string): Promise<string> {
  const minted = await mintToken(world.services, { tenant, role, ttlMs: 3_600_000 })
  if (!minted.ok) throw new Error(JSON.stringify(minted.errors))
  return minted.token
}

function outside(subject: string): string {
  return unsigned({ iss: issuer, sub: subject })
}

function unsigned(payload: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none', kid: 'sig_01h455vb4pex5vsknk084sn02q' })}.${part(payload)}.`
}

function rows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
  return database.db.asOwner((owner) => owner.query<Row>(text, values))
}
