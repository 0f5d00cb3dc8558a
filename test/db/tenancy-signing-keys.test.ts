import { decodeProtectedHeader } from 'jose'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { signAccessToken, verifyAccessToken } from '../../src/platform/auth/access-tokens.ts'
import { createKeyRing, type KeyRing } from '../../src/platform/auth/key-ring.ts'
import { createSealer } from '../../src/platform/auth/seal.ts'
import { newId } from '../../src/platform/ids.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'

let database: TestDatabase
let now = Date.parse('2026-11-20T12:00:00Z')
const clock = { now: () => new Date(now) }
const claims = { userId: newId('user'), tenantId: newId('tenant'), role: 'OWNER', sessionId: null } as const

beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database.stop())
afterEach(() => database.db.asOwner((owner) => owner.script('delete from signing_keys')))

test('the first token makes a key, and every node then signs with it', async () => {
  const [one, two] = [node(), node()]

  expect(kidOf(await sign(one))).toBe(kidOf(await sign(two)))
  expect(await count()).toBe(1)
})

test('private keys are stored sealed; what is published has no private part', async () => {
  const ring = node()
  await sign(ring)
  const dump = JSON.stringify(await database.db.asOwner((owner) => owner.query('select * from signing_keys')))

  expect(dump).not.toContain('\\"d\\"')
  expect(dump).not.toContain('"d"')
  const { keys } = await ring.publicKeys()
  expect(keys).toEqual([
    { kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid: kidOf(await sign(ring)), alg: 'EdDSA', use: 'sig' },
  ])
})

test('after a rotation new tokens carry the new key and old ones go on until they would have ended anyway', async () => {
  const ring = node()
  const before = await sign(ring)
  await ring.rotate(3_600_000)
  const after = await sign(ring)

  expect(kidOf(after)).not.toBe(kidOf(before))
  expect(await verify(ring, before)).toBe(true)
  expect((await ring.publicKeys()).keys.map(({ kid }) => kid)).toEqual([kidOf(before), kidOf(after)])
  now += 3_600_000
  expect(await verify(ring, before)).toBe(false)
  expect(await verify(ring, after)).toBe(true)
  expect((await ring.publicKeys()).keys.map(({ kid }) => kid)).toEqual([kidOf(after)])
})

test('a rotation without grace refuses the old tokens at once, also on other nodes within a minute', async () => {
  const [ring, other] = [node(), node()]
  const stolen = await sign(ring)
  expect(await verify(other, stolen)).toBe(true)
  await ring.rotate(0)

  expect(await verify(ring, stolen)).toBe(false)
  now += 60_000
  expect(await verify(other, stolen)).toBe(false)
})

test('a key ends on time on a node that has not looked at the keys since', async () => {
  const ring = node()
  const before = await sign(ring)
  await ring.rotate(30_000)
  const after = await sign(ring)
  now += 30_000

  expect(await verify(ring, before)).toBe(false)
  expect((await ring.publicKeys()).keys.map(({ kid }) => kid)).toEqual([kidOf(after)])
})

test('a key that only verifies never signs again, even when it is the only one left', async () => {
  const before = await sign(node())
  await database.db.asOwner((owner) =>
    owner.query('update signing_keys set verifies_until = $1', [new Date(now + 3_600_000).toISOString()]),
  )
  const ring = node()

  expect(kidOf(await sign(ring))).not.toBe(kidOf(before))
  expect(await verify(ring, before)).toBe(true)
})

test('a node learns of another node’s new key by the first token that carries it', async () => {
  const [ring, other] = [node(), node()]
  await sign(other)
  now += 2_000
  await ring.rotate(3_600_000)

  expect(await verify(other, await sign(ring))).toBe(true)
})

test('tokens with made-up kids do not make a node read the keys over and over', async () => {
  const ring = node()
  await sign(ring)
  now += 2_000
  let statements = 0
  const stop = database.db.onStatement(() => (statements += 1))
  for (let index = 0; index < 20; index += 1) expect(await ring.verificationKey(newId('signingKey'))).toBeNull()
  stop()

  expect(statements).toBe(1)
})

test('a node with another secret signs with a key of its own, and both trust each other’s tokens', async () => {
  const [one, two] = [node('the first secret, at least 32 characters'), node('the second secret, at least 32 chars')]
  const [first, second] = [await sign(one), await sign(two)]

  expect(kidOf(first)).not.toBe(kidOf(second))
  now += 2_000
  expect([await verify(one, second), await verify(two, first)]).toEqual([true, true])
})

test('no tenant’s request can see or write the keys', async () => {
  await sign(node())
  const asTenant = database.db.read(newId('tenant'), [{ text: 'select count(*)::text from signing_keys', values: [] }])

  await expect(asTenant).rejects.toThrow('permission denied for table signing_keys')
})

function node(secret = 'one secret for all nodes, at least 32 characters'): KeyRing {
  const sealer = createSealer(secret, 'signing-keys')
  return createKeyRing({ db: database.db, clock, log: pino({ level: 'silent' }), sealer })
}

async function sign(ring: KeyRing): Promise<string> {
  return (await signAccessToken(ring, clock, claims, 24 * 3_600_000)).token
}

async function verify(ring: KeyRing, token: string): Promise<boolean> {
  return (await verifyAccessToken(ring, clock, token)) !== null
}

function kidOf(token: string): string | undefined {
  return decodeProtectedHeader(token).kid
}

async function count(): Promise<number> {
  const [row] = await database.db.asOwner((owner) =>
    owner.query<{ count: number }>('select count(*)::int as count from signing_keys'),
  )
  return row?.count ?? 0
}
