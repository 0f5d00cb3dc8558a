import { createServer, type Server } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type GenerateKeyPairResult, type JWK } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createOutsideVerifier, type OutsideIssuer } from '../../src/platform/auth/outside-tokens.ts'

const start = new Date('2026-11-20T12:00:00Z')
const seconds = start.getTime() / 1000
const clock = { now: () => start }
const sharedSecret = 'a shared secret of a legacy project, long enough'

let keys: GenerateKeyPairResult
let published: JWK
let server: Server
let jwksUrl: string
let answer: { status: number; keys: JWK[] }
let fetches: number

beforeAll(async () => {
  keys = await generateKeyPair('ES256', { extractable: true })
  published = { ...(await exportJWK(keys.publicKey)), kid: 'key-1', alg: 'ES256', use: 'sig' }
  server = createServer((_request, response) => {
    fetches += 1
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ keys: answer.keys }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The key server has no port')
  jwksUrl = `http://127.0.0.1:${address.port}/jwks.json`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  fetches = 0
  answer = { status: 200, keys: [published] }
})

test('a token of the provider says who the person is and until when', async () => {
  const verify = verifier({})
  const token = await sign({ email: 'Ana@Example.com', email_verified: true })

  expect(await verify(token)).toEqual({
    issuer: 'https://id.example/auth/v1',
    subject: 'subject-1',
    verifiedEmail: 'ana@example.com',
    expiresAt: new Date('2026-11-20T13:00:00Z'),
  })
})

test.for<[string, Record<string, unknown>]>([
  ['does not say so', { email: 'ana@example.com' }],
  ['says no', { email: 'ana@example.com', email_verified: false }],
  ['says so as text', { email: 'ana@example.com', email_verified: 'true' }],
  ['says so only in what the person may edit', { email: 'ana@example.com', user_metadata: { email_verified: true } }],
])('an e-mail is not taken as verified when the token %s', async ([, claims]) => {
  expect(await verifier({})(await sign(claims))).toMatchObject({ subject: 'subject-1', verifiedEmail: null })
})

test('public keys are fetched once for many tokens', async () => {
  const verify = verifier({})
  const token = await sign({})
  await verify(token)
  await Promise.all(Array.from({ length: 20 }, () => verify(token)))

  expect(fetches).toBe(1)
})

test.for<[string, Record<string, unknown>]>([
  ['another issuer', { iss: 'https://other.example' }],
  ['another audience', { aud: 'anon' }],
  ['no subject', { sub: undefined }],
  ['an empty subject', { sub: '' }],
  ['no expiry', { exp: undefined }],
  ['an expiry longer ago than clocks differ', { exp: seconds - 31 }],
  ['a start in the future', { nbf: seconds + 31 }],
])('a token with %s is refused', async ([, claims]) => {
  expect(await verifier({})(await sign(claims))).toBeNull()
})

test('a token of an unknown key is refused, and unknown keys do not make us fetch again and again', async () => {
  const verify = verifier({})
  await verify(await sign({}))
  for (const kid of ['key-2', 'key-3', 'key-4']) expect(await verify(await sign({}, kid))).toBeNull()

  expect(fetches).toBe(1)
})

test('unsigned tokens and text that is no token are refused without asking for keys', async () => {
  const verify = verifier({})
  const unsigned = new UnsecuredJWT({ sub: 'subject-1' }).setIssuer(issuer.issuer).setAudience(issuer.audience).encode()

  for (const text of [unsigned, '', 'a.b.c', 'e30.e30.']) expect(await verify(text)).toBeNull()
})

test('a shared secret is accepted only where one is configured', async () => {
  const token = await signShared(sharedSecret)

  expect(await verifier({ sharedSecret })(token)).toMatchObject({ subject: 'subject-1' })
  expect(await verifier({ sharedSecret: `${sharedSecret}!` })(token)).toBeNull()
  expect(await verifier({ sharedSecret: null })(token)).toBeNull()
})

test('a public key does not serve as a shared secret', async () => {
  const { x = '' } = published
  for (const secret of [JSON.stringify(published), x]) {
    expect(await verifier({ sharedSecret })(await signShared(secret))).toBeNull()
  }
})

test('with a shared secret alone no token of public keys is accepted', async () => {
  expect(await verifier({ sharedSecret, jwksUrl: null })(await sign({}))).toBeNull()
  expect(fetches).toBe(0)
})

test('a provider whose keys cannot be fetched is an error that a retry may mend', async () => {
  const token = await sign({})
  answer.status = 503

  await expect(verifier({})(token)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryable: true })
  await expect(verifier({ jwksUrl: 'http://127.0.0.1:1/jwks.json' })(token)).rejects.toMatchObject({
    code: 'UNAVAILABLE',
  })
})

const issuer = { issuer: 'https://id.example/auth/v1', audience: 'authenticated' }

function verifier(changes: Partial<OutsideIssuer>) {
  return createOutsideVerifier({ ...issuer, jwksUrl, sharedSecret: null, ...changes }, clock)
}

function claimsWith(changes: Record<string, unknown>) {
  const honest = { iss: issuer.issuer, aud: issuer.audience, sub: 'subject-1', iat: seconds, exp: seconds + 3600 }
  return Object.fromEntries(Object.entries({ ...honest, ...changes }).filter(([, value]) => value !== undefined))
}

function sign(changes: Record<string, unknown>, kid = 'key-1'): Promise<string> {
  return new SignJWT(claimsWith(changes)).setProtectedHeader({ alg: 'ES256', kid }).sign(keys.privateKey)
}

function signShared(secret: string): Promise<string> {
  return new SignJWT(claimsWith({})).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret))
}
