import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const password = 'correct horse battery'

const loginDocument = `
  mutation SignIn($email: String!, $password: String!, $tenant: String) {
    login(email: $email, password: $password, tenant: $tenant) {
      token expiresAt refreshToken
      tenant { id slug name role isCurrent }
      errors { __typename code message path }
    }
  }`
const refreshDocument = `
  mutation Refresh($refreshToken: String!) {
    sessionRefresh(refreshToken: $refreshToken) { token refreshToken tenant { slug } errors { code } }
  }`
const whoDocument = '{ viewer { user { id email } } }'
const createKeyDocument = `
  mutation MakeKey($input: ApiKeyCreateInput!, $key: String) {
    apiKeyCreate(input: $input, idempotencyKey: $key) {
      apiKey { id name prefix scopes createdBy { __typename ... on User { id } } lastUsedAt revokedAt }
      secret
      errors { code path }
    }
  }`

interface SignedIn {
  readonly token: string
  readonly refreshToken: string
}

describe('signing in', () => {
  let app: TestApp
  let world: World
  let email: string
  beforeAll(async () => {
    app = await startApp()
    email = 'owner@auth.example'
    world = await app.makeWorld({ name: 'Café Ñandú', owner: { email, name: 'Ana', password } })
  })
  afterAll(() => app.stop())

  test('gives tokens that work, and says where', async () => {
    const { login } = await app.stranger.mutate<{ login: SignedIn }>(loginDocument, { email, password })

    expect(login).toEqual({
      token: expect.stringMatching(/^ey/),
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      refreshToken: expect.any(String),
      tenant: { id: world.tenantId, slug: world.slug, name: 'Café Ñandú', role: 'OWNER', isCurrent: true },
      errors: [],
    })
    const { viewer } = await app.as(login.token).query<{ viewer: object }>(whoDocument)
    expect(viewer).toEqual({ user: { id: expect.stringMatching(/^usr_/), email } })
  })

  test('gives one answer for whatever is wrong', async () => {
    const refusal = {
      token: null,
      expiresAt: null,
      refreshToken: null,
      tenant: null,
      errors: [
        { __typename: 'Refusal', code: 'INVALID_CREDENTIALS', message: 'These credentials are not right.', path: null },
      ],
    }
    for (const variables of [
      { email, password: 'wrong' },
      { email: 'nobody@auth.example', password },
      { email, password, tenant: 'no-such-tenant' },
      { email: '', password: '' },
    ]) {
      expect(await app.stranger.mutate(loginDocument, variables)).toEqual({ login: refusal })
    }
  })

  test('is refreshed once per refresh token; a spent one ends the session', async () => {
    const first = await signIn()
    const second = await refresh(first.refreshToken)
    expect(await app.as(second.token).query(whoDocument)).toMatchObject({ viewer: { user: { email } } })

    const again = await app.stranger.mutate(refreshDocument, { refreshToken: first.refreshToken })

    expect(again).toEqual({
      sessionRefresh: { token: null, refreshToken: null, tenant: null, errors: [{ code: 'INVALID_CREDENTIALS' }] },
    })
    expect((await app.as(second.token).send(whoDocument)).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ])
  })

  test('lists the caller’s own open sessions, and ends one of them', async () => {
    const [here, there] = [await signIn(), await signIn()]
    const caller = app.as(here.token)
    const list = () =>
      caller.query<{ sessions: { nodes: { id: string; isCurrent: boolean; userAgent: string; user: object }[] } }>(
        '{ sessions(first: 100) { nodes { id isCurrent userAgent ipAddress revokedAt user { email } } } }',
      )
    const before = (await list()).sessions.nodes
    expect(before.filter(({ isCurrent }) => isCurrent)).toEqual([
      {
        id: expect.stringMatching(/^ses_/),
        isCurrent: true,
        userAgent: 'node',
        ipAddress: expect.any(String),
        revokedAt: null,
        user: { email },
      },
    ])

    // The newest first: the other one was opened last.
    const other = before[0]?.id
    const { sessionRevoke } = await caller.mutate<{ sessionRevoke: object }>(
      'mutation End($id: ID!) { sessionRevoke(id: $id) { session { id revokedAt } errors { code } } }',
      { id: other },
    )

    expect(sessionRevoke).toEqual({ session: { id: other, revokedAt: expect.any(String) }, errors: [] })
    expect((await list()).sessions.nodes.map(({ id }) => id)).not.toContain(other)
    expect((await app.as(there.token).send(whoDocument)).status).toBe(401)
    expect((await caller.send(whoDocument)).status).toBe(200)
  })

  test('does not show a colleague’s sessions, nor ends them for somebody without the permission', async () => {
    await app.makeWorld({ owner: { email: 'bea@auth.example', password } })
    await world.owner.mutate(
      `mutation { memberAdd(input: { email: "bea@auth.example", name: "Bea", role: SUPPORT }) { errors { code } } }`,
    )
    const variables = { email: 'bea@auth.example', password, tenant: world.slug }
    const bea = app.as((await app.stranger.mutate<{ login: SignedIn }>(loginDocument, variables)).login.token)
    await signIn()
    type Sessions = { sessions: { nodes: { id: string }[] } }
    const sessionsOf = async (caller: typeof bea) =>
      (await caller.query<Sessions>('{ sessions(first: 100) { nodes { id user { email } } } }')).sessions.nodes

    const mine = await sessionsOf(app.as((await signIn()).token))

    expect(await sessionsOf(bea)).toEqual([{ id: expect.any(String), user: { email: 'bea@auth.example' } }])
    expect(mine.length).toBeGreaterThanOrEqual(2)
    expect(
      await bea.mutate('mutation End($id: ID!) { sessionRevoke(id: $id) { session { id } errors { code } } }', {
        id: mine[0]?.id,
      }),
    ).toEqual({ sessionRevoke: { session: null, errors: [{ code: 'NOT_FOUND' }] } })
    expect(await bea.query('query Node($id: ID!) { node(id: $id) { id } }', { id: mine[0]?.id })).toEqual({
      node: null,
    })
  })

  test('ends with logging out', async () => {
    const { token } = await signIn()
    const { logout } = await app
      .as(token)
      .mutate<{ logout: object }>('mutation { logout { session { isCurrent revokedAt } errors { code } } }')

    expect(logout).toEqual({ session: { isCurrent: true, revokedAt: expect.any(String) }, errors: [] })
    expect((await app.as(token).send(whoDocument)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })

  test('without a session, logging out has nothing to end', async () => {
    expect(await world.owner.mutate('mutation { logout { session { id } errors { code } } }')).toEqual({
      logout: { session: null, errors: [] },
    })
  })

  test('tokens verify with the published keys alone, as another service would do it', async () => {
    const { token } = await signIn()
    const response = await fetch(new URL('/.well-known/jwks.json', app.url))
    const jwks = (await response.json()) as JSONWebKeySet
    const { payload } = await jwtVerify(token, createLocalJWKSet(jwks), {
      algorithms: ['EdDSA'],
      issuer: 'urn:parley',
      audience: 'urn:parley:api',
    })

    expect(payload).toMatchObject({ tid: world.tenantId, roles: ['OWNER'], sid: expect.stringMatching(/^ses_/) })
    expect(JSON.stringify(jwks)).not.toContain('"d"')
  })

  test.for(['pk_wrong', 'a.b.c', 'x'])('a request with a wrong credential (%s) learns nothing', async (token) => {
    const answer = await app.as(token).send(whoDocument)

    expect(answer.status).toBe(401)
    expect(answer.data).toBeNull()
    expect(answer.errors.map(({ message, extensions }) => ({ message, code: extensions.code }))).toEqual([
      { message: 'Authentication is required.', code: 'UNAUTHENTICATED' },
    ])
  })

  async function signIn(): Promise<SignedIn> {
    return (await app.stranger.mutate<{ login: SignedIn }>(loginDocument, { email, password })).login
  }

  async function refresh(refreshToken: string): Promise<SignedIn> {
    return (await app.stranger.mutate<{ sessionRefresh: SignedIn }>(refreshDocument, { refreshToken })).sessionRefresh
  }
})

describe('API keys', () => {
  let app: TestApp
  let world: World
  beforeAll(async () => {
    app = await startApp()
    world = await app.makeWorld()
  })
  afterAll(() => app.stop())

  test('are shown once, do what their scopes say, and are listed without their secret', async () => {
    const { apiKeyCreate } = await world.owner.mutate<{ apiKeyCreate: { secret: string; apiKey: { id: string } } }>(
      createKeyDocument,
      { input: { name: 'Shop', scopes: ['orders:read', 'tenant:read'] } },
    )
    const { secret, apiKey } = apiKeyCreate
    expect(apiKeyCreate).toEqual({
      apiKey: {
        id: expect.stringMatching(/^key_/),
        name: 'Shop',
        prefix: secret.slice(0, 9),
        scopes: ['orders:read', 'tenant:read'],
        createdBy: { __typename: 'User', id: expect.stringMatching(/^usr_/) },
        lastUsedAt: null,
        revokedAt: null,
      },
      secret: expect.stringMatching(/^pk_[A-Za-z0-9_-]{43}$/),
      errors: [],
    })

    const program = app.as(secret)
    expect(
      await program.query(
        `{ viewer { user { id } apiClient { id name } tenant { id } permissions tenants { id }
           mayRead: can(permission: "orders:read") mayWrite: can(permission: "orders:write") } }`,
      ),
    ).toEqual({
      viewer: {
        user: null,
        apiClient: { id: apiKey.id, name: 'Shop' },
        tenant: { id: world.tenantId },
        permissions: ['tenant:read', 'orders:read'],
        tenants: [],
        mayRead: true,
        mayWrite: false,
      },
    })
    expect((await program.send('{ members { totalCount } }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN', permission: 'members:read' } },
    ])
    const { apiKeys } = await world.owner.query<{ apiKeys: { nodes: object[] } }>(
      '{ apiKeys { nodes { id prefix lastUsedAt } totalCount } }',
    )
    expect(apiKeys).toMatchObject({ nodes: [{ id: apiKey.id, lastUsedAt: expect.any(String) }] })
    expect(JSON.stringify(app.logLines)).not.toContain(secret)
  })

  test('do not show their secret again when the idempotency key is repeated', async () => {
    const variables = { input: { name: 'Once', scopes: ['orders:read'] }, key: 'make-1' }
    type Made = { apiKeyCreate: { secret: string | null; apiKey: { id: string } } }
    const first = await world.owner.mutate<Made>(createKeyDocument, variables)
    const again = await world.owner.mutate<Made>(createKeyDocument, variables)

    expect(first.apiKeyCreate.secret).toEqual(expect.any(String))
    expect(again.apiKeyCreate).toEqual({ ...first.apiKeyCreate, secret: null })
  })

  test('stop at once when revoked, and their sockets are closed within two seconds', async () => {
    const { apiKeyCreate } = await world.owner.mutate<{ apiKeyCreate: { secret: string; apiKey: { id: string } } }>(
      createKeyDocument,
      { input: { name: 'Live', scopes: ['conversations:read'] } },
    )
    const program = app.as(apiKeyCreate.secret)
    const live = await program.subscribe('subscription { inboxEvents { __typename } }')
    const began = performance.now()

    await world.owner.mutate('mutation Revoke($id: ID!) { apiKeyRevoke(id: $id) { apiKey { id } errors { code } } }', {
      id: apiKeyCreate.apiKey.id,
    })

    expect((await program.send(whoDocument)).status).toBe(401)
    expect(await live.closed).toMatchObject({ code: 4403 })
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

describe('changing the password', () => {
  let app: TestApp
  beforeAll(async () => void (app = await startApp()))
  afterAll(() => app.stop())

  const changeDocument = `
    mutation Change($old: String!, $new: String!) {
      passwordChange(currentPassword: $old, newPassword: $new) { changed errors { code path } }
    }`
  const fresh = 'a fresh horse, battery'

  test('needs the present one, ends every session, and the new one signs in', async () => {
    const email = 'owner@change.example'
    await app.makeWorld({ owner: { email, password } })
    const signIn = async (secret: string) =>
      (await app.stranger.mutate<{ login: SignedIn }>(loginDocument, { email, password: secret })).login
    const [here, there] = [await signIn(password), await signIn(password)]

    expect(await app.as(here.token).mutate(changeDocument, { old: 'wrong', new: fresh })).toEqual({
      passwordChange: { changed: false, errors: [{ code: 'INVALID_CREDENTIALS', path: null }] },
    })
    expect(await app.as(here.token).mutate(changeDocument, { old: password, new: 'short' })).toEqual({
      passwordChange: { changed: false, errors: [{ code: 'INVALID_INPUT', path: ['newPassword'] }] },
    })
    expect((await signIn(fresh)).token).toBeNull()

    expect(await app.as(here.token).mutate(changeDocument, { old: password, new: fresh })).toEqual({
      passwordChange: { changed: true, errors: [] },
    })
    for (const { token } of [here, there]) {
      expect((await app.as(token).send(whoDocument)).errors).toMatchObject([
        { extensions: { code: 'UNAUTHENTICATED' } },
      ])
    }
    expect((await signIn(password)).token).toBeNull()
    expect((await signIn(fresh)).token).toMatch(/^ey/)
  })

  test('sets no first password: a token of an outside provider must not open other tenants', async () => {
    const world = await app.makeWorld()
    expect(await world.owner.mutate(changeDocument, { old: '', new: fresh })).toEqual({
      passwordChange: { changed: false, errors: [{ code: 'INVALID_CREDENTIALS', path: null }] },
    })
  })
})
