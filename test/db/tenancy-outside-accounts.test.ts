import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutsideIdentity } from '../../src/platform/auth/outside-tokens.ts'
import { ApiError } from '../../src/platform/errors.ts'
import { addMember, linkMemberIdentity, unlinkMemberIdentity } from '../../src/tenancy/index.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { startWorld, type World } from './tenancy-world.ts'

const issuer = 'https://id.example/auth/v1'
/** What the stand-in for the outside provider's verification says of a token, by the token's subject. */
const outsideIdentities = new Map<string, OutsideIdentity | ApiError>()
let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await startTestDatabase()
  world = await startWorld(database.db, { outside: { issuer, verify } })
})
afterAll(async () => {
  await world.stop()
  await database.stop()
})

const unauthenticated = { code: 'UNAUTHENTICATED', message: 'Authentication is required.', details: {} }

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

function come(token: string, tenant?: string) {
  return world.authenticator.authenticate({ authorization: `Bearer ${token}`, tenant })
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

function rows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
  return database.db.asOwner((owner) => owner.query<Row>(text, values))
}
