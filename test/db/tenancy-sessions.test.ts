import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addMember,
  login,
  logout,
  refreshSession,
  removeMember,
  revokeSession,
  type SessionTokens,
} from '../../src/tenancy/index.ts'
import type { Ctx } from '../../src/platform/context.ts'
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

const password = 'correct horse battery'
const device = { address: '192.0.2.1', userAgent: 'Firefox' }
const wrong = { ok: false, errors: [expect.objectContaining({ __typename: 'Refusal', code: 'INVALID_CREDENTIALS' })] }

test('signing in opens a session whose token works, and e-mail case does not matter', async () => {
  const { tenantId, slug, userId, email } = await tenantWithPassword()

  const tokens = await signIn({ email: email.toUpperCase() })

  expect(tokens.member).toEqual({ tenantId, slug, tenantName: slug, userId, role: 'OWNER' })
  expect(tokens.expiresAt).toEqual(new Date(world.services.clock.now().getTime() + 15 * 60_000))
  const actor = await authenticate(tokens.token)
  expect(actor).toMatchObject({ kind: 'USER', id: userId, tenantId, role: 'OWNER', sessionId: tokens.sessionId })
})

test('an unknown e-mail, a wrong password and a tenant where one does not work are answered alike', async () => {
  const { email } = await tenantWithPassword()
  const other = await world.tenant()
  const attempt = (changes: object) => login(world.services, { email, password, tenant: null, device, ...changes })

  expect(await attempt({ email: 'nobody@test.example' })).toEqual(wrong)
  expect(await attempt({ password: `${password}!` })).toEqual(wrong)
  expect(await attempt({ tenant: other.slug })).toEqual(wrong)
  expect(await attempt({ tenant: 'no-such-tenant' })).toEqual(wrong)
})

test('somebody who works in two tenants signs in to the first, or to the one they name', async () => {
  const first = await tenantWithPassword()
  world.advance(1_000)
  const second = await world.tenant({ owner: { email: first.email } })

  expect((await signIn({ email: first.email })).member.tenantId).toBe(first.tenantId)
  expect((await signIn({ email: first.email, tenant: second.slug })).member.tenantId).toBe(second.tenantId)
})

test('the eleventh wrong password within a quarter of an hour is not even looked at', async () => {
  const { email } = await tenantWithPassword()
  const address = '192.0.2.77'
  const attempt = (given: string) =>
    login(world.services, { email, password: given, tenant: null, device: { ...device, address } })
  for (let count = 0; count < 10; count += 1) expect(await attempt('wrong password')).toEqual(wrong)

  await expect(attempt(password)).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    details: { retryAfterSeconds: expect.any(Number) },
  })
  // From elsewhere the person still gets in.
  expect((await login(world.services, { email, password, tenant: null, device })).ok).toBe(true)
})

test('a refresh gives new tokens, keeps the session and moves its end', async () => {
  const { email } = await tenantWithPassword()
  const first = await signIn({ email })
  world.advance(10 * 60_000)

  const second = await refreshed(first.refreshToken)

  expect(second.sessionId).toBe(first.sessionId)
  expect(second.refreshToken).not.toBe(first.refreshToken)
  expect(await authenticate(second.token)).toMatchObject({ sessionId: first.sessionId })
  const [row] = await rows<{ last_used_at: string; days: number; ip_address: string }>(
    `select ip_address, extract(epoch from expires_at - last_used_at)::int / 86400 as days from sessions where id = $1`,
    [first.sessionId],
  )
  expect(row).toEqual({ ip_address: '198.51.100.9', days: 30 })
})

test('refresh tokens and passwords are stored as hashes only', async () => {
  const { email } = await tenantWithPassword()
  const { refreshToken } = await signIn({ email })
  const secret = refreshToken.split('.')[2] ?? ''

  const dump = JSON.stringify([
    await rows('select * from refresh_tokens', []),
    await rows('select * from sessions', []),
    await rows('select * from users', []),
  ])
  expect(secret).toHaveLength(43)
  expect(dump).not.toContain(secret)
  expect(dump).not.toContain(password)
})

test('a spent refresh token ends the session for whoever holds its successors', async () => {
  const { email } = await tenantWithPassword()
  const first = await signIn({ email })
  const other = await signIn({ email })
  const second = await refreshed(first.refreshToken)

  expect(await refresh(first.refreshToken)).toEqual(wrong)

  expect(await refresh(second.refreshToken)).toEqual(wrong)
  await expect(authenticate(second.token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  // The person's other device is not concerned.
  expect(await authenticate(other.token)).toMatchObject({ sessionId: other.sessionId })
})

test('of two refreshes with one token at once one wins, and the session ends', async () => {
  const { email } = await tenantWithPassword()
  const { refreshToken, sessionId } = await signIn({ email })

  const results = await Promise.all(Array.from({ length: 5 }, () => refresh(refreshToken)))

  expect(results.filter((result) => result.ok)).toHaveLength(1)
  const [session] = await rows<{ ended: boolean }>(
    'select revoked_at is not null as ended from sessions where id = $1',
    [sessionId],
  )
  expect(session).toEqual({ ended: true })
})

test('refresh tokens that were made up, belong elsewhere or are too old are refused and change nothing', async () => {
  const { email, tenantId } = await tenantWithPassword()
  const other = await world.tenant()
  const { refreshToken, token } = await signIn({ email })
  const [id = '', , secret = ''] = refreshToken.split('.')

  expect(await refresh('')).toEqual(wrong)
  expect(await refresh(token)).toEqual(wrong)
  expect(await refresh(`${id}.${tenantId}.${secret.slice(1)}x`)).toEqual(wrong)
  expect(await refresh(`${id}.${other.tenantId}.${secret}`)).toEqual(wrong)
  expect(await refresh(`${id}.ten_' or true --.${secret}`)).toEqual(wrong)
  const next = await refreshed(refreshToken)
  world.advance(30 * 24 * 3_600_000)
  expect(await refresh(next.refreshToken)).toEqual(wrong)
})

test('logging out ends exactly the session of the token', async () => {
  const { email } = await tenantWithPassword()
  const [mine, other] = [await signIn({ email }), await signIn({ email })]

  expect(await logout(await ctxOf(mine.token))).toEqual({ ok: true, sessionId: mine.sessionId })

  await expect(authenticate(mine.token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  expect(await refresh(mine.refreshToken)).toEqual(wrong)
  expect(await authenticate(other.token)).toMatchObject({ sessionId: other.sessionId })
})

test('a session can be ended by its person and by who may change members, by nobody else', async () => {
  const { tenantId, email } = await tenantWithPassword()
  const session = await signIn({ email })
  const support = await world.as(tenantId, 'SUPPORT')
  const stranger = await world.as((await world.tenant()).tenantId, 'OWNER')
  const missing = { ok: false, errors: [expect.objectContaining({ __typename: 'NotFound' })] }

  expect(await revokeSession(support, { id: session.sessionId })).toEqual(missing)
  expect(await revokeSession(stranger, { id: session.sessionId })).toEqual(missing)
  expect(await authenticate(session.token)).toMatchObject({ sessionId: session.sessionId })

  const admin = await world.as(tenantId, 'ADMIN')
  expect(await revokeSession(admin, { id: session.sessionId })).toEqual({ ok: true, sessionId: session.sessionId })
  await expect(authenticate(session.token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  // Ending it once more is no error and no second event.
  expect(await revokeSession(admin, { id: session.sessionId })).toEqual({ ok: true, sessionId: session.sessionId })
  const events = await rows(`select id from events where type = 'session.revoked' and subject_id = $1`, [
    session.sessionId,
  ])
  expect(events).toHaveLength(1)
})

test('whoever is removed loses their sessions, and does not get them back by coming back', async () => {
  const person = await tenantWithPassword()
  const elsewhere = await world.tenant()
  const owner = await world.as(elsewhere.tenantId, 'OWNER')
  const join = () => addMember(owner, { email: person.email, name: 'P', role: 'SUPPORT' })
  const joined = await join()
  if (!joined.ok) throw new Error('Not joined')
  const [here, home] = [
    await signIn({ email: person.email, tenant: elsewhere.slug }),
    await signIn({ email: person.email, tenant: person.slug }),
  ]

  await removeMember(owner, { id: joined.membershipId })
  expect(await refresh(here.refreshToken)).toEqual(wrong)
  expect(await join()).toEqual(joined)

  expect(await refresh(here.refreshToken)).toEqual(wrong)
  await expect(authenticate(here.token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  // The other tenant is not concerned.
  expect(await authenticate(home.token)).toMatchObject({ tenantId: person.tenantId })
})

async function tenantWithPassword() {
  const email = `owner-${Math.random().toString(36).slice(2)}@test.example`
  return { ...(await world.tenant({ owner: { email, password } })), email }
}

async function signIn(input: { email: string; tenant?: string }): Promise<SessionTokens> {
  const result = await login(world.services, { tenant: null, ...input, password, device })
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return result.tokens
}

function refresh(refreshToken: string) {
  return refreshSession(world.services, { refreshToken, device: { address: '198.51.100.9', userAgent: null } })
}

async function refreshed(refreshToken: string): Promise<SessionTokens> {
  const result = await refresh(refreshToken)
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return result.tokens
}

function authenticate(token: string) {
  return world.authenticator.authenticate({ authorization: `Bearer ${token}` })
}

async function ctxOf(token: string): Promise<Ctx> {
  const actor = await authenticate(token)
  return { ...world.services, tenantId: actor.tenantId, actor, requestId: 'test' }
}

function rows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
  return database.db.asOwner((owner) => owner.query<Row>(text, values))
}
