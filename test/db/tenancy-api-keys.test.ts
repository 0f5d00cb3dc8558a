import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMember, createApiKey, createAuthenticator, revokeApiKey } from '../../src/tenancy/index.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { startWorld, type World } from './tenancy-world.ts'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await startTestDatabase()
  world = await startWorld(database.db)
})
afterAll(async () => {
  await world.stop()
  await database.stop()
})

const unauthenticated = { code: 'UNAUTHENTICATED', message: 'Authentication is required.', details: {} }

test('an API key does what its scopes say, is stored as a hash, and stops when revoked', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const made = await createApiKey(owner, { name: 'Shop', scopes: ['orders:read', 'orders:write', 'orders:read'] })
  if (!made.ok || made.secret === null) throw new Error('No key')
  const { secret, apiKeyId } = made

  expect(secret).toMatch(/^pk_[A-Za-z0-9_-]{43}$/)
  const actor = {
    kind: 'API_CLIENT',
    id: apiKeyId,
    tenantId,
    expiresAt: null,
    suspended: false,
    tier: 'FREE',
    trustedDocumentsOnly: false,
  }
  expect(await come(secret)).toEqual({ ...actor, permissions: new Set(['orders:read', 'orders:write']) })
  expect(await world.authenticator.authenticate({ apiKey: secret })).toMatchObject(actor)
  const [row] = await rows<{ prefix: string }>('select * from api_keys where id = $1', [apiKeyId])
  expect(JSON.stringify(row)).not.toContain(secret)
  expect(row?.prefix).toBe(secret.slice(0, 9))
  await expect(come(`${secret}x`)).rejects.toMatchObject(unauthenticated)
  await expect(come(secret.slice(0, -1))).rejects.toMatchObject(unauthenticated)

  expect(await revokeApiKey(owner, { id: apiKeyId })).toEqual({ ok: true, apiKeyId })
  await expect(come(secret)).rejects.toMatchObject(unauthenticated)
})

test('an API key that ends by itself stops then', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const expiresAt = new Date(world.services.clock.now().getTime() + 60_000)
  const made = await createApiKey(owner, { name: 'Short', scopes: ['orders:read'], expiresAt })
  if (!made.ok || made.secret === null) throw new Error('No key')

  expect(await come(made.secret)).toMatchObject({ expiresAt })
  const used = await rows('select last_used_at from api_keys where id = $1', [made.apiKeyId])
  world.advance(60_000)
  await expect(come(made.secret)).rejects.toMatchObject(unauthenticated)
  world.advance(60_000)
  await expect(come(made.secret)).rejects.toMatchObject(unauthenticated)
  // Trying it afterwards is not a use.
  expect(await rows('select last_used_at from api_keys where id = $1', [made.apiKeyId])).toEqual(used)
})

test('when a key was last used is written once a minute at most', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const made = await createApiKey(owner, { name: 'Busy', scopes: ['orders:read'] })
  if (!made.ok || made.secret === null) throw new Error('No key')
  const { secret, apiKeyId } = made
  const lastUsed = async () => {
    const [row] = await rows<{ at: string }>('select last_used_at as at from api_keys where id = $1', [apiKeyId])
    return row?.at === null ? null : new Date(row?.at ?? '').toISOString()
  }
  /** Another node, so that nothing is remembered from the last time. */
  const comeElsewhere = async () => {
    const other = await createAuthenticator(world.services, { keyRing: world.services.keyRing, outside: null })
    await other.authenticate({ apiKey: secret })
    await other.close()
  }
  expect(await lastUsed()).toBeNull()

  const first = world.services.clock.now().toISOString()
  await comeElsewhere()
  world.advance(59_000)
  const statements: string[] = []
  const stop = database.db.onStatement((text) => statements.push(text))
  await comeElsewhere()
  stop()
  expect(statements).toHaveLength(1)
  expect(await lastUsed()).toBe(first)
  world.advance(2_000)
  await comeElsewhere()
  expect(await lastUsed()).toBe(world.services.clock.now().toISOString())
})

test('a repeated idempotency key makes one API key and does not show its secret again', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const input = { name: 'Once', scopes: ['orders:read'] }

  const first = await createApiKey(owner, input, 'once-1')
  const again = await createApiKey(owner, input, 'once-1')

  if (!first.ok || !again.ok) throw new Error('No key')
  expect(again).toEqual({ ok: true, apiKeyId: first.apiKeyId, secret: null })
  expect(await rows('select id from api_keys where tenant_id = $1', [tenantId])).toEqual([{ id: first.apiKeyId }])
  const stored = await rows('select * from idempotency_keys where tenant_id = $1', [tenantId])
  expect(JSON.stringify(stored)).not.toContain(first.secret ?? 'no secret')
  await expect(createApiKey(owner, { ...input, name: 'Other' }, 'once-1')).rejects.toMatchObject({
    code: 'IDEMPOTENCY_CONFLICT',
  })
})

test('a key cannot be given what its maker does not hold', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  await addMember(owner, { email: 'k@test.example', name: 'K', role: 'MANAGER', grants: ['api-keys:write'] })
  const manager = await world.as(tenantId, 'MANAGER')
  const refused = (message: string, ...path: string[]) => ({
    ok: false,
    errors: [expect.objectContaining({ __typename: 'InvalidInput', message, path: ['input', ...path] })],
  })

  expect(await createApiKey(manager, { name: 'K', scopes: ['orders:read', 'members:write'] })).toEqual(
    refused('Nobody can give a permission that they do not hold.', 'scopes', '1'),
  )
  expect(await createApiKey(manager, { name: 'K', scopes: ['root'] })).toEqual(
    refused('There is no such permission.', 'scopes', '0'),
  )
  expect(await createApiKey(manager, { name: 'K', scopes: [] })).toEqual(
    refused('A key needs at least one scope.', 'scopes'),
  )
  expect(await rows('select id from api_keys where tenant_id = $1', [tenantId])).toEqual([])
})

function come(token: string) {
  return world.authenticator.authenticate({ authorization: `Bearer ${token}` })
}

function rows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
  return database.db.asOwner((owner) => owner.query<Row>(text, values))
}
