import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type GenerateKeyPairResult,
  type JWTHeaderParameters,
} from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { signAccessToken, verifyAccessToken, type AccessClaims } from '../../src/platform/auth/access-tokens.ts'
import type { KeyRing } from '../../src/platform/auth/key-ring.ts'
import { newId } from '../../src/platform/ids.ts'

const start = new Date('2026-11-20T12:00:00Z')
const seconds = start.getTime() / 1000
const clock = { now: () => start }
const later = (ms: number) => ({ now: () => new Date(start.getTime() + ms) })

const kid = newId('signingKey')
const claims: AccessClaims = {
  userId: newId('user'),
  tenantId: newId('tenant'),
  role: 'MANAGER',
  sessionId: newId('session'),
}
let keys: GenerateKeyPairResult
let ring: KeyRing

beforeAll(async () => {
  keys = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  ring = ringOf(new Map([[kid, keys.publicKey]]))
})

test('a token says who works where, in which role and session, and until when', async () => {
  const { token, expiresAt } = await signAccessToken(ring, clock, claims, 15 * 60_000)

  expect(expiresAt).toEqual(new Date('2026-11-20T12:15:00Z'))
  expect(await verifyAccessToken(ring, clock, token)).toEqual({ ...claims, expiresAt })
  const [header = '', body = ''] = token.split('.')
  expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'EdDSA', kid, typ: 'at+jwt' })
  expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toEqual({
    iss: 'urn:parley',
    aud: 'urn:parley:api',
    sub: claims.userId,
    tid: claims.tenantId,
    roles: ['MANAGER'],
    sid: claims.sessionId,
    iat: seconds,
    exp: seconds + 900,
  })
})

test('a token ends with its time', async () => {
  const { token } = await signAccessToken(ring, clock, claims, 60_000)

  expect(await verifyAccessToken(ring, later(59_000), token)).toMatchObject({ userId: claims.userId })
  expect(await verifyAccessToken(ring, later(60_000), token)).toBeNull()
})

test('no token lives longer than 30 days', async () => {
  const { expiresAt } = await signAccessToken(ring, clock, claims, 365 * 24 * 3_600_000)

  expect(expiresAt).toEqual(new Date('2026-12-20T12:00:00Z'))
})

test('a token of a key that has left the ring is refused', async () => {
  const { token } = await signAccessToken(ring, clock, claims, 60_000)

  expect(await verifyAccessToken(ringOf(new Map()), clock, token)).toBeNull()
})

test('the same token made by hand is accepted, so that the refusals below have one reason each', async () => {
  expect(await verifyAccessToken(ring, clock, await forge({}))).toMatchObject(claims)
})

test.for<[string, Forgery]>([
  ['another issuer', { payload: { iss: 'urn:other' } }],
  ['no issuer', { payload: { iss: undefined } }],
  ['another audience', { payload: { aud: 'urn:parley:other' } }],
  ['no audience', { payload: { aud: undefined } }],
  ['no expiry', { payload: { exp: undefined } }],
  ['a past expiry', { payload: { exp: seconds } }],
  ['a start in the future', { payload: { nbf: seconds + 60 } }],
  ['no subject', { payload: { sub: undefined } }],
  ['a subject that is no user', { payload: { sub: newId('customer') } }],
  ['no tenant', { payload: { tid: undefined } }],
  ['a tenant that is no tenant', { payload: { tid: "ten_' or true --" } }],
  ['an unknown role', { payload: { roles: ['ROOT'] } }],
  ['several roles', { payload: { roles: ['VIEWER', 'OWNER'] } }],
  ['a session that is no session', { payload: { sid: 'ses_1' } }],
  ['an unknown kid', { header: { kid: newId('signingKey') } }],
  ['a kid that is no id', { header: { kid: '../../../dev/null' } }],
  ['no kid', { header: { kid: undefined } }],
  ['another kind of token', { header: { typ: 'JWT' } }],
  ['a critical extension', { header: { crit: ['novelty'], novelty: true } }],
])('a token with %s is refused', async ([, forgery]) => {
  expect(await verifyAccessToken(ring, clock, await forge(forgery))).toBeNull()
})

test('a token without a signature is refused', async () => {
  const unsecured = new UnsecuredJWT(payload()).encode()
  const [, body] = unsecured.split('.')
  const header = Buffer.from(JSON.stringify({ alg: 'none', kid, typ: 'at+jwt' })).toString('base64url')

  expect(await verifyAccessToken(ring, clock, unsecured)).toBeNull()
  expect(await verifyAccessToken(ring, clock, `${header}.${body}.`)).toBeNull()
})

test('the public key does not serve as an HMAC secret', async () => {
  const { x = '' } = await exportJWK(keys.publicKey)
  const secrets = [Buffer.from(x, 'base64url'), Buffer.from(x), Buffer.from(await exportSPKI(keys.publicKey))]
  for (const secret of secrets) {
    const token = await new SignJWT(payload()).setProtectedHeader({ alg: 'HS256', kid, typ: 'at+jwt' }).sign(secret)
    expect(await verifyAccessToken(ring, clock, token)).toBeNull()
  }
})

test('a key that travels in the token is not trusted', async () => {
  const own = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const jwk = await exportJWK(own.publicKey)

  expect(await verifyAccessToken(ring, clock, await forge({ key: own.privateKey, header: { jwk } }))).toBeNull()
})

test('another algorithm under a known kid is refused', async () => {
  const rsa = await generateKeyPair('RS256')
  const token = await new SignJWT(payload())
    .setProtectedHeader({ alg: 'RS256', kid, typ: 'at+jwt' })
    .sign(rsa.privateKey)

  expect(await verifyAccessToken(ring, clock, token)).toBeNull()
})

test('a changed payload or signature is refused', async () => {
  const { token } = await signAccessToken(ring, clock, claims, 60_000)
  const [header = '', body = '', signature = ''] = token.split('.')
  const changed = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), roles: ['OWNER'] }
  const otherBody = Buffer.from(JSON.stringify(changed)).toString('base64url')

  expect(await verifyAccessToken(ring, clock, `${header}.${otherBody}.${signature}`)).toBeNull()
  expect(await verifyAccessToken(ring, clock, `${header}.${body}.${Buffer.alloc(64).toString('base64url')}`)).toBeNull()
})

test.for(['', '.', '..', 'a.b.c', 'e30.e30.e30', 'eyJhbGciOiJFZERTQSJ9..', '💥.💥.💥', 'null.null.null'])(
  'text that is no token is refused: %j',
  async (text) => {
    expect(await verifyAccessToken(ring, clock, text)).toBeNull()
  },
)

test('a key ring that cannot be asked is an error, not a refusal', async () => {
  const { token } = await signAccessToken(ring, clock, claims, 60_000)
  const broken: KeyRing = { ...ring, verificationKey: () => Promise.reject(new Error('no database')) }

  await expect(verifyAccessToken(broken, clock, token)).rejects.toThrow('no database')
})

interface Forgery {
  readonly payload?: Record<string, unknown>
  readonly header?: Record<string, unknown>
  readonly key?: CryptoKey
}

function payload(changes: Record<string, unknown> = {}) {
  const { userId, tenantId, sessionId, role } = claims
  const honest = { iss: 'urn:parley', aud: 'urn:parley:api', sub: userId, tid: tenantId, sid: sessionId, roles: [role] }
  const all = { ...honest, iat: seconds, exp: seconds + 60, ...changes }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

function forge(forgery: Forgery): Promise<string> {
  const header = { alg: 'EdDSA', kid, typ: 'at+jwt', ...forgery.header }
  const present = Object.fromEntries(Object.entries(header).filter(([, value]) => value !== undefined))
  const signing = new SignJWT(payload(forgery.payload)).setProtectedHeader(asHeader(present))
  return signing.sign(forgery.key ?? keys.privateKey, { crit: { novelty: true } })
}

/** `alg` is always among the entries. */
function asHeader(entries: Record<string, unknown>): JWTHeaderParameters {
  return entries as unknown as JWTHeaderParameters
}

function ringOf(verifying: ReadonlyMap<string, CryptoKey>): KeyRing {
  return {
    signingKey: async () => ({ kid, key: keys.privateKey }),
    verificationKey: async (id) => verifying.get(id) ?? null,
    publicKeys: async () => ({ keys: [] }),
    rotate: async () => {},
  }
}
