import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, type JWTHeaderParameters } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/platform/ids.ts'
import { mintToken } from '../../src/tenancy/index.ts'
import { openSocket } from '../kit/raw-socket.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let app: TestApp
let mine: World
let theirs: World
let member: { userId: string; token: string }
beforeAll(async () => {
  app = await startApp()
  mine = await app.makeWorld()
  theirs = await app.makeWorld()
  const minted = await mintToken(app.services, { tenant: mine.slug, role: 'VIEWER', ttlMs: 3_600_000 })
  if (!minted.ok) throw new Error('no token')
  member = minted
})
afterAll(() => app.stop())

interface Forgery {
  readonly header?: JWTHeaderParameters | Record<string, unknown>
  readonly payload?: Readonly<Record<string, unknown>>
  readonly key?: CryptoKey | Uint8Array
}

const seconds = () => Math.floor(Date.now() / 1000)

/** A token as the server makes them, with its own key, changed in one thing. */
async function forge({ header = {}, payload = {}, key }: Forgery): Promise<string> {
  const { kid, key: own } = await app.services.keyRing.signingKey()
  const claims = {
    iss: 'urn:parley',
    aud: 'urn:parley:api',
    sub: member.userId,
    tid: mine.tenantId,
    roles: ['VIEWER'],
    iat: seconds(),
    exp: seconds() + 600,
    ...payload,
  }
  return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt', ...header }).sign(key ?? own)
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

async function publicHalf() {
  const [jwk] = (await app.services.keyRing.publicKeys()).keys
  if (jwk === undefined) throw new Error('no key')
  const imported = await importJWK(jwk, 'EdDSA', { extractable: true })
  if (imported instanceof Uint8Array) throw new Error('a symmetric key')
  return { jwk, pem: await exportSPKI(imported) }
}

/** What a caller with this token gets over each transport. */
async function overBoth(token: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(new URL('/graphql', app.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-request-id': 'the-same-for-all',
      ...headers,
    },
    body: JSON.stringify({ query: '{ viewer { tenant { slug } } }' }),
  })
  const socket = await openSocket(app.url)
  socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}`, ...headers } })
  const overSocket = await Promise.race([socket.next().catch(() => null), socket.closed])
  socket.end()
  return { status: response.status, text: await response.text(), overSocket }
}

const refusal = {
  status: 401,
  text: '{"errors":[{"message":"Authentication is required.","extensions":{"code":"UNAUTHENTICATED","requestId":"the-same-for-all"}}]}',
  overSocket: { code: 4403, reason: 'Forbidden' },
}

describe('a forged token', () => {
  test('made right in everything is let in, so that each refusal below has one reason', async () => {
    const { status, text, overSocket } = await overBoth(await forge({}))
    expect([status, JSON.parse(text).data]).toEqual([200, { viewer: { tenant: { slug: mine.slug } } }])
    expect(overSocket).toMatchObject({ type: 'connection_ack' })
  })

  const forgeries: [string, () => Promise<string>][] = [
    ...['none', 'None', 'NONE'].map((alg): [string, () => Promise<string>] => [
      `algorithm ${alg}, no signature`,
      async () => {
        const [, body] = (await forge({})).split('.')
        const { kid } = await app.services.keyRing.signingKey()
        return `${part({ alg, kid, typ: 'at+jwt' })}.${body}.`
      },
    ]),
    ['no signature', async () => (await forge({})).replace(/\.[^.]+$/, '.')],
    ['half a signature', async () => (await forge({})).slice(0, -40)],
    [
      'HS256 with the public key as JWK',
      async () => {
        const { jwk } = await publicHalf()
        return forge({ header: { alg: 'HS256' }, key: Buffer.from(JSON.stringify(jwk)) })
      },
    ],
    [
      'HS256 with the public key as bytes',
      async () => {
        const { jwk } = await publicHalf()
        return forge({ header: { alg: 'HS256' }, key: Buffer.from(jwk.x ?? '', 'base64url') })
      },
    ],
    [
      'HS256 with the public key as PEM',
      async () => {
        const { pem } = await publicHalf()
        return forge({ header: { alg: 'HS256' }, key: Buffer.from(pem) })
      },
    ],
    ['another key under the right kid', async () => forge({ key: (await generateKeyPair('EdDSA')).privateKey })],
    [
      'a key of its own in the header',
      async () => {
        const own = await generateKeyPair('EdDSA', { extractable: true })
        return forge({ key: own.privateKey, header: { jwk: await exportJWK(own.publicKey) } })
      },
    ],
    [
      'an address of its keys in the header',
      async () => {
        const own = await generateKeyPair('EdDSA', { extractable: true })
        return forge({
          key: own.privateKey,
          header: { jku: `${app.url}/.well-known/jwks.json`, kid: newId('signingKey') },
        })
      },
    ],
    [
      'another algorithm',
      async () => forge({ header: { alg: 'ES256' }, key: (await generateKeyPair('ES256')).privateKey }),
    ],
    ['an unknown kid', () => forge({ header: { kid: newId('signingKey') } })],
    ...["' or true --", '../../../dev/null', 'sig_', '', 'constructor'].map((kid): [string, () => Promise<string>] => [
      `the kid «${kid}»`,
      () => forge({ header: { kid } }),
    ]),
    ['a list for a kid', () => forge({ header: { kid: ['x'] } as unknown as Record<string, string> })],
    ['no kid', () => forge({ header: { kid: undefined } })],
    ['another audience', () => forge({ payload: { aud: 'urn:other' } })],
    ['no audience', () => forge({ payload: { aud: undefined } })],
    ['another issuer', () => forge({ payload: { iss: 'urn:other' } })],
    ['no issuer', () => forge({ payload: { iss: undefined } })],
    ['a start in the future', () => forge({ payload: { nbf: seconds() + 600 } })],
    ['an end in the past', () => forge({ payload: { exp: seconds() - 1 } })],
    ['no end', () => forge({ payload: { exp: undefined } })],
    ["a neighbour's tenant", () => forge({ payload: { tid: theirs.tenantId } })],
    ['a tenant that never existed', () => forge({ payload: { tid: newId('tenant') } })],
    ['SQL for a tenant', () => forge({ payload: { tid: "ten_'; reset role; --" } })],
    ['a person who is no member', () => forge({ payload: { sub: newId('user') } })],
    ['a session that never was', () => forge({ payload: { sid: newId('session') } })],
    ['another kind of token', () => forge({ header: { typ: 'JWT' } })],
    [
      "one token's claims with another's signature",
      async () => {
        const [a, b] = [await forge({ payload: { roles: ['OWNER'] } }), await forge({})]
        return [a.split('.')[0], a.split('.')[1], b.split('.')[2]].join('.')
      },
    ],
    ['a fourth part', async () => `${await forge({})}.x`],
    ['five parts, as encrypted ones have', async () => `${await forge({})}.x.y`],
    ['the form of an API key', async () => `pk_${(await forge({})).split('.')[2]}`],
    ['no dots', async () => (await forge({})).replaceAll('.', '')],
    ['16 KB of nothing', async () => 'a'.repeat(12_000)],
  ]
  test.each(forgeries)('with %s is refused in the same bytes over HTTP and WebSocket', async (_name, make) => {
    expect(await overBoth(await make())).toEqual(refusal)
  })

  test('cannot raise a role: what counts is the membership', async () => {
    const caller = app.as(await forge({ payload: { roles: ['OWNER'] } }))
    const { errors } = await caller.send('mutation { tenantUpdate(input: { name: "x" }) { errors { code } } }')
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
  })
})

describe('a credential', () => {
  test('works in its own tenant, whatever tenant the caller names beside it', async () => {
    const { apiKeyCreate } = await mine.owner.mutate<{ apiKeyCreate: { secret: string } }>(
      'mutation { apiKeyCreate(input: { name: "k", scopes: ["tenant:read"] }) { secret errors { code } } }',
    )
    for (const token of [member.token, apiKeyCreate.secret]) {
      for (const tenant of [theirs.slug, theirs.tenantId, 'nobody']) {
        const { status, text, overSocket } = await overBoth(token, { 'x-parley-tenant': tenant })
        expect([status, JSON.parse(text).data]).toEqual([200, { viewer: { tenant: { slug: mine.slug } } }])
        expect(overSocket).toMatchObject({ type: 'connection_ack' })
      }
    }
  })

  test('of a member who was removed is refused, on sockets that are open too', async () => {
    const support = await mine.as('SUPPORT')
    const token = support.token ?? ''
    const live = await support.subscribe('subscription { inboxEvents { __typename } }')
    const { members } = await mine.owner.query<{ members: { nodes: { id: string }[] } }>(
      '{ members(filter: { roles: [SUPPORT] }) { nodes { id } } }',
    )
    await mine.owner.mutate('mutation ($id: ID!) { memberRemove(id: $id) { errors { code } } }', {
      id: members.nodes[0]?.id,
    })
    expect(await overBoth(token)).toEqual(refusal)
    expect((await live.closed).code).toBe(4403)
  })

  test('that has ended is refused in the same bytes', async () => {
    const minted = await mintToken(app.services, { tenant: mine.slug, role: 'VIEWER', ttlMs: 1_000 })
    if (!minted.ok) throw new Error('no token')
    await expect.poll(() => Date.now() > minted.expiresAt.getTime(), { timeout: 5_000 }).toBe(true)
    expect(await overBoth(minted.token)).toEqual(refusal)
  })
})
