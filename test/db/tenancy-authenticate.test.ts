import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutsideIdentity } from '../../src/platform/auth/outside-tokens.ts'
import { ApiError } from '../../src/platform/errors.ts'
import {
  addMember,
  createApiKey,
  createAuthenticator,
  createRevocationWatch,
  linkMemberIdentity,
  mintToken,
  removeMember,
  revokeApiKey,
  setTenantActive,
  unlinkMemberIdentity,
  updateMember,
  updateTenant,
  type Credential,
} from '../../src/tenancy/index.ts'
import { onManyConnections, startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { startWorld, type World } from './tenancy-world.ts'

const issuer = 'https://id.example/auth/v1'
let database: TestDatabase
let world: World
/** What the stand-in for the outside provider's verification says of a token, by the token's subject. */
const outsideIdentities = new Map<string, OutsideIdentity | ApiError>()

beforeAll(async () => {
  database = await startTestDatabase()
  world = await startWorld(database.db, { outside: { issuer, verify } })
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

test('an API key does what its scopes say, is stored as a hash, and stops when revoked', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const made = await createApiKey(owner, { name: 'Shop', scopes: ['orders:read', 'orders:write', 'orders:read'] })
  if (!made.ok || made.secret === null) throw new Error('No key')
  const { secret, apiKeyId } = made

  expect(secret).toMatch(/^pk_[A-Za-z0-9_-]{43}$/)
  const actor = { kind: 'API_CLIENT', id: apiKeyId, tenantId, expiresAt: null, suspended: false }
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

test('an outside account comes in as the member it was linked to, in that tenant only', async () => {
  const email = 'linked@test.example'
  const first = await world.tenant({ owner: { email } })
  const second = await world.tenant({ owner: { email } })
  const owner = await world.as(first.tenantId, 'OWNER')
  knows('linked-1', { verifiedEmail: null })
  await expect(come(outside('linked-1'))).rejects.toMatchObject(unauthenticated)

  await linkMemberIdentity(owner, { id: first.membershipId, identity: { issuer, subject: 'linked-1' } })

  expect(await come(outside('linked-1'))).toMatchObject({
    kind: 'USER',
    id: first.userId,
    tenantId: first.tenantId,
    sessionId: null,
    expiresAt: new Date('2026-11-21T12:00:00Z'),
  })
  // The same person works there too, but that tenant has not linked the account.
  await expect(come(outside('linked-1'), second.slug)).rejects.toMatchObject(unauthenticated)
  await unlinkMemberIdentity(owner, { id: first.membershipId, identity: { issuer, subject: 'linked-1' } })
  await expect(come(outside('linked-1'))).rejects.toMatchObject(unauthenticated)
})

test('an account is linked to one member of a tenant only', async () => {
  const { tenantId, membershipId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const other = await addMember(owner, { email: 'o@test.example', name: 'O', role: 'VIEWER' })
  if (!other.ok) throw new Error('No member')
  const identity = { issuer, subject: 'shared-1' }
  expect((await linkMemberIdentity(owner, { id: membershipId, identity })).ok).toBe(true)

  expect(await linkMemberIdentity(owner, { id: other.membershipId, identity })).toEqual({
    ok: false,
    errors: [expect.objectContaining({ code: 'ALREADY_EXISTS' })],
  })
})

test('a verified e-mail is enough only where the tenant says so', async () => {
  const email = 'verified@test.example'
  const strict = await world.tenant({ owner: { email } })
  knows('verified-1', { verifiedEmail: email })
  await expect(come(outside('verified-1'))).rejects.toMatchObject(unauthenticated)

  const open = await world.tenant({ owner: { email }, linkVerifiedEmail: true })
  expect(await come(outside('verified-1'))).toMatchObject({ id: open.userId, tenantId: open.tenantId })
  await expect(come(outside('verified-1'), strict.slug)).rejects.toMatchObject(unauthenticated)
  expect(await come(outside('verified-1'), open.slug)).toMatchObject({ tenantId: open.tenantId })
  expect(await rows('select tenant_id, subject from user_identities where subject = $1', ['verified-1'])).toEqual([
    { tenant_id: open.tenantId, subject: 'verified-1' },
  ])
  // An e-mail that is not vouched for opens nothing.
  knows('unverified-1', { verifiedEmail: null })
  await expect(come(outside('unverified-1'), open.slug)).rejects.toMatchObject(unauthenticated)
})

test('a provider that cannot be reached is an error that a retry may mend', async () => {
  outsideIdentities.set('down-1', new ApiError('UNAVAILABLE', 'The identity provider cannot be reached.'))

  await expect(come(outside('down-1'))).rejects.toMatchObject({ code: 'UNAVAILABLE', retryable: true })
})

test('what stays open is told when its session, key, membership or tenant ends or changes, and nobody else is', async () => {
  const { tenantId, membershipId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const [manager, viewer] = [await world.as(tenantId, 'MANAGER'), await world.as(tenantId, 'VIEWER')]
  const key = await createApiKey(owner, { name: 'K', scopes: ['orders:read'] })
  if (!key.ok || key.secret === null) throw new Error('No key')
  const watch = await createRevocationWatch(world.services)
  const told: string[] = []
  const open = (name: string, actor: Parameters<typeof watch.watch>[0]) => watch.watch(actor, () => told.push(name))
  for (const [name, ctx] of Object.entries({ owner, manager, viewer })) if (isPresent(ctx.actor)) open(name, ctx.actor)
  open('key', await come(key.secret))
  const closed = viewer.actor.kind === 'USER' ? open('closed before', viewer.actor) : () => {}
  closed()

  await watch.check()
  expect(told).toEqual([])
  await revokeApiKey(owner, { id: key.apiKeyId })
  await watch.check()
  expect(told).toEqual(['key'])
  const [member] = await rows<{ id: string }>(`select id from memberships where tenant_id = $1 and role = 'MANAGER'`, [
    tenantId,
  ])
  await updateMember(owner, { id: member?.id ?? '', changes: { denies: ['orders:read'] }, expectedVersion: null })
  await watch.check()
  expect(told).toEqual(['key', 'manager'])
  await setTenantActive(world.services, { tenantId, isActive: false })
  await watch.check()
  expect(told.toSorted()).toEqual(['key', 'manager', 'owner', 'viewer'])
  expect(membershipId).toMatch(/^mem_/)
  await watch.close()
})

test('an announcement alone wakes the watch: nobody has to ask', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const key = await createApiKey(owner, { name: 'K', scopes: ['orders:read'] })
  if (!key.ok || key.secret === null) throw new Error('No key')
  const actor = await come(key.secret)
  const watch = await createRevocationWatch(world.services)
  const revoked = new Promise<number>((resolve) => watch.watch(actor, () => resolve(performance.now())))

  const began = performance.now()
  await revokeApiKey(owner, { id: key.apiKeyId })

  expect((await revoked) - began).toBeLessThan(2_000)
  await watch.close()
})

onManyConnections('a revocation on one node reaches requests and sockets on another within two seconds', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const key = await createApiKey(owner, { name: 'K', scopes: ['orders:read'] })
  if (!key.ok || key.secret === null) throw new Error('No key')
  const { secret } = key
  const elsewhere = await startWorld(database.connectAgain())
  const actor = await elsewhere.authenticator.authenticate({ apiKey: secret })
  const watch = await createRevocationWatch(elsewhere.services)
  const revoked = new Promise<number>((resolve) => watch.watch(actor, () => resolve(performance.now())))

  const began = performance.now()
  await revokeApiKey(owner, { id: key.apiKeyId })

  expect((await revoked) - began).toBeLessThan(2_000)
  await expect
    .poll(() => elsewhere.authenticator.authenticate({ apiKey: secret }).catch((error: ApiError) => error.code), {
      timeout: 2_000,
    })
    .toBe('UNAUTHENTICATED')
  await watch.close()
  await elsewhere.stop()
})

function come(token: string, tenant?: string) {
  return world.authenticator.authenticate({ authorization: `Bearer ${token}`, tenant })
}

async function mint(tenant: string, role: string): Promise<string> {
  const minted = await mintToken(world.services, { tenant, role, ttlMs: 3_600_000 })
  if (!minted.ok) throw new Error(JSON.stringify(minted.errors))
  return minted.token
}

async function verify(token: string): Promise<OutsideIdentity | null> {
  const { sub } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  const known = outsideIdentities.get(sub) ?? null
  if (known instanceof ApiError) throw known
  return known
}

function knows(subject: string, facts: Pick<OutsideIdentity, 'verifiedEmail'>): void {
  outsideIdentities.set(subject, { issuer, subject, expiresAt: new Date('2026-11-21T12:00:00Z'), ...facts })
}

function outside(subject: string): string {
  return unsigned({ iss: issuer, sub: subject })
}

function unsigned(payload: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none', kid: 'sig_01h455vb4pex5vsknk084sn02q' })}.${part(payload)}.`
}

function isPresent<T extends { kind: string }>(actor: T): actor is Extract<T, { kind: 'USER' | 'API_CLIENT' }> {
  return actor.kind === 'USER' || actor.kind === 'API_CLIENT'
}

function rows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
  return database.db.asOwner((owner) => owner.query<Row>(text, values))
}
