import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles, type Role } from '../../src/platform/auth/permissions.ts'
import { setTenantActive } from '../../src/tenancy/index.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const addDocument = `
  mutation Add($input: MemberAddInput!) {
    memberAdd(input: $input) {
      member { id role grants denies version user { id name email } identities { subject } }
      errors { __typename code path }
    }
  }`

interface Added {
  readonly memberAdd: { readonly member: { readonly id: string; readonly user: { readonly id: string } } }
}

describe('a tenant', () => {
  let app: TestApp
  let world: World
  beforeAll(async () => {
    app = await startApp()
    world = await app.makeWorld({ name: 'Lácteos «La Vaquita»', locale: 'es-CO', timeZone: 'America/Bogota' })
  })
  afterAll(() => app.stop())

  test('shows the viewer who they are, where they work and what they may do', async () => {
    const manager = await world.as('MANAGER')
    const { viewer } = await manager.query<{ viewer: object }>(`{
      viewer {
        user { name email }
        apiClient { id }
        tenant { slug name currency locale timeZone tier isActive version aiConfidenceThreshold debounceMs autoConfirm }
        membership { role grants denies version }
        tenants { slug role isCurrent }
        can(permission: "orders:confirm")
        cannot: can(permission: "members:write")
        unknown: can(permission: "constructor")
        expiresAt
      }
    }`)

    expect(viewer).toEqual({
      user: { name: 'Manager', email: `manager@${world.slug}.example` },
      apiClient: null,
      tenant: {
        slug: world.slug,
        name: 'Lácteos «La Vaquita»',
        currency: 'EUR',
        locale: 'es-CO',
        timeZone: 'America/Bogota',
        tier: 'FREE',
        isActive: true,
        version: 1,
        aiConfidenceThreshold: 0.85,
        debounceMs: 4000,
        autoConfirm: true,
      },
      membership: { role: 'MANAGER', grants: [], denies: [], version: 1 },
      tenants: [{ slug: world.slug, role: 'MANAGER', isCurrent: true }],
      can: true,
      cannot: false,
      unknown: false,
      expiresAt: expect.stringMatching(/Z$/),
    })
  })

  test('lists what can be permitted, and who holds it', async () => {
    const { permissions } = await world.owner.query<{ permissions: { name: string }[] }>(
      '{ permissions { name description heldByRoles } }',
    )

    expect(permissions.find(({ name }) => name === 'orders:fulfil')).toEqual({
      name: 'orders:fulfil',
      description: 'Move confirmed orders through picking, shipping, delivery and return',
      heldByRoles: ['OWNER', 'ADMIN', 'MANAGER', 'WAREHOUSE'],
    })
  })

  test('changes its settings, and refuses a change that was decided on an older version', async () => {
    const update = `mutation Update($input: TenantUpdateInput!, $version: Int) {
      tenantUpdate(input: $input, expectedVersion: $version) {
        tenant { aiConfidenceThreshold monthlyAiBudgetMicroUsd name version }
        errors { __typename code path ... on VersionConflict { currentVersion } }
      }
    }`
    const own = await app.makeWorld({ name: 'Settings' })

    expect(
      await own.owner.mutate(update, {
        input: { aiConfidenceThreshold: 0.7, monthlyAiBudgetMicroUsd: 25_000_000 },
        version: 1,
      }),
    ).toEqual({
      tenantUpdate: {
        tenant: { aiConfidenceThreshold: 0.7, monthlyAiBudgetMicroUsd: 25_000_000, name: 'Settings', version: 2 },
        errors: [],
      },
    })
    expect(await own.owner.mutate(update, { input: { name: 'Late' }, version: 1 })).toEqual({
      tenantUpdate: {
        tenant: null,
        errors: [
          {
            __typename: 'VersionConflict',
            code: 'VERSION_CONFLICT',
            path: ['expectedVersion'],
            currentVersion: 2,
          },
        ],
      },
    })
    expect(await own.owner.mutate(update, { input: { monthlyAiBudgetMicroUsd: null, debounceMs: -1 } })).toEqual({
      tenantUpdate: {
        tenant: null,
        errors: [{ __typename: 'InvalidInput', code: 'INVALID_INPUT', path: ['input', 'debounceMs'] }],
      },
    })
  })

  test('adds, changes and removes members', async () => {
    const own = await app.makeWorld()
    const input = { email: 'Bea@Test.example', name: 'Bea', role: 'SUPPORT', grants: ['orders:read'] }
    const { memberAdd } = await own.owner.mutate<Added>(addDocument, { input })
    expect(memberAdd).toEqual({
      member: {
        id: expect.stringMatching(/^mem_/),
        role: 'SUPPORT',
        grants: ['orders:read'],
        denies: [],
        version: 1,
        user: { id: expect.stringMatching(/^usr_/), name: 'Bea', email: 'bea@test.example' },
        identities: [],
      },
      errors: [],
    })
    const { id, user } = memberAdd.member

    const change = `mutation Change($id: ID!, $input: MemberUpdateInput!) {
      memberUpdate(id: $id, input: $input) { member { role user { name } } errors { code } }
    }`
    expect(await own.owner.mutate(change, { id, input: { role: 'OPERATOR', name: 'Beatriz' } })).toEqual({
      memberUpdate: { member: { role: 'OPERATOR', user: { name: 'Beatriz' } }, errors: [] },
    })
    const link = `mutation Link($id: ID!, $input: MemberIdentityInput!) {
      memberIdentityLink(id: $id, input: $input) { member { identities { issuer subject } } errors { code } }
    }`
    const identity = { issuer: 'https://id.example', subject: 'sub-1' }
    expect(await own.owner.mutate(link, { id, input: identity })).toEqual({
      memberIdentityLink: { member: { identities: [identity] }, errors: [] },
    })
    expect(await own.owner.mutate(link, { id, input: identity })).toEqual({
      memberIdentityLink: { member: null, errors: [{ code: 'ALREADY_EXISTS' }] },
    })
    const remove = `mutation Remove($id: ID!) { memberRemove(id: $id) { user { id name } errors { code } } }`
    expect(await own.owner.mutate(remove, { id })).toEqual({
      memberRemove: { user: { id: user.id, name: 'Beatriz' }, errors: [] },
    })
    expect(await own.owner.mutate(remove, { id })).toEqual({
      memberRemove: { user: null, errors: [{ code: 'NOT_FOUND' }] },
    })
    // Whoever was removed keeps a name, but is no member.
    expect(
      await own.owner.query('query Who($id: ID!) { node(id: $id) { ... on User { name } } }', { id: user.id }),
    ).toEqual({ node: { name: 'Beatriz' } })
    const { members } = await own.owner.query<{ members: object }>('{ members { nodes { role } totalCount } }')
    expect(members).toEqual({ nodes: [{ role: 'OWNER' }], totalCount: 1 })
  })

  test('keeps its last owner', async () => {
    const own = await app.makeWorld()
    const { viewer } = await own.owner.query<{ viewer: { membership: { id: string } } }>(
      '{ viewer { membership { id } } }',
    )
    const { id } = viewer.membership

    expect(
      await own.owner.mutate(
        `mutation Leave($id: ID!) {
          memberRemove(id: $id) { user { id } errors { __typename code } }
          memberUpdate(id: $id, input: { role: VIEWER }) { member { id } errors { __typename code } }
        }`,
        { id },
      ),
    ).toEqual({
      memberRemove: { user: null, errors: [{ __typename: 'Refusal', code: 'LAST_OWNER' }] },
      memberUpdate: { member: null, errors: [{ __typename: 'Refusal', code: 'LAST_OWNER' }] },
    })
  })

  test('pages its members, and the second page does not move when somebody joins', async () => {
    const own = await app.makeWorld()
    for (const name of ['Ana', 'Bea', 'Cem']) {
      await own.owner.mutate(addDocument, { input: { email: `${name}@page.example`, name, role: 'VIEWER' } })
    }
    type Page = {
      members: { nodes: { user: { name: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } }
    }
    const page = (after: string | null) =>
      own.owner.query<Page>(
        `query Members($after: String) {
          members(first: 2, after: $after, filter: { roles: [VIEWER] }) {
            nodes { user { name } } pageInfo { endCursor hasNextPage }
          }
        }`,
        { after },
      )
    const first = (await page(null)).members
    await own.owner.mutate(addDocument, { input: { email: 'dan@page.example', name: 'Dan', role: 'VIEWER' } })
    const second = (await page(first.pageInfo.endCursor)).members

    expect(first.nodes.map(({ user }) => user.name)).toEqual(['Ana', 'Bea'])
    expect(second.nodes.map(({ user }) => user.name)).toEqual(['Cem', 'Dan'])
    expect(second.pageInfo.hasNextPage).toBe(false)
  })

  test('only reads while it is suspended', async () => {
    const own = await app.makeWorld()
    await setTenantActive(app.services, { tenantId: own.tenantId, isActive: false })

    expect(await own.owner.query('{ tenant { isActive } members { totalCount } }')).toEqual({
      tenant: { isActive: false },
      members: { totalCount: 1 },
    })
    const { errors } = await own.owner.send('mutation { tenantUpdate(input: { name: "x" }) { errors { code } } }')
    expect(errors).toMatchObject([
      {
        message: 'This tenant is suspended: it can be read, not changed.',
        extensions: { code: 'FORBIDDEN', permission: 'tenant:write' },
      },
    ])
  })

  test('shows another tenant nothing: a foreign id is like one that never was', async () => {
    const other = await app.makeWorld()
    const { viewer } = await other.owner.query<{
      viewer: { membership: { id: string }; user: { id: string }; tenant: { id: string } }
    }>('{ viewer { membership { id } user { id } tenant { id } } }')
    const foreign = [viewer.membership.id, viewer.user.id, viewer.tenant.id]
    const never = ['mem_01h455vb4pex5vsknk084sn02q', 'usr_01h455vb4pex5vsknk084sn02q', 'ten_01h455vb4pex5vsknk084sn02q']
    const ask = async (ids: string[]) => ({
      nodes: await world.owner.query('query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }),
      remove: await world.owner.mutate(
        'mutation Remove($id: ID!) { memberRemove(id: $id) { user { id } errors { code message path } } }',
        { id: ids[0] },
      ),
      revoke: await world.owner.mutate(
        'mutation End($id: ID!) { sessionRevoke(id: $id) { session { id } errors { code message path } } }',
        { id: ids[0] },
      ),
    })

    const answer = await ask(foreign)

    expect(answer).toEqual(await ask(never))
    const notFound = [{ code: 'NOT_FOUND', message: 'Nothing with this id is here.', path: ['id'] }]
    expect(answer).toEqual({
      nodes: { nodes: [null, null, null] },
      remove: { memberRemove: { user: null, errors: notFound } },
      revoke: { sessionRevoke: { session: null, errors: notFound } },
    })
    expect(await other.owner.query('{ members { totalCount } }')).toEqual({ members: { totalCount: 1 } })
  })
})

describe('the actors’ matrix', () => {
  let app: TestApp
  let world: World
  beforeAll(async () => {
    app = await startApp()
    world = await app.makeWorld()
  })
  afterAll(() => app.stop())

  const everybody = roles
  const heads: readonly Role[] = ['OWNER', 'ADMIN']
  const id = 'mem_01h455vb4pex5vsknk084sn02q'
  const identity = '{ issuer: "https://id.example", subject: "s" }'

  /** Each operation changes nothing, so that one after the other may try it. */
  test.for<[string, readonly Role[]]>([
    ['{ viewer { permissions } }', everybody],
    ['{ tenant { id } }', everybody],
    ['{ members { totalCount } }', everybody],
    ['{ sessions { totalCount } }', everybody],
    ['{ permissions { name } }', everybody],
    ['{ apiKeys { totalCount } }', heads],
    ['{ members(filter: { roles: [OWNER] }) { nodes { sessions { totalCount } } } }', heads],
    ['mutation { tenantUpdate(input: { debounceMs: -1 }) { errors { code } } }', heads],
    ['mutation { memberAdd(input: { email: "x", name: "X", role: VIEWER }) { errors { code } } }', heads],
    [`mutation { memberUpdate(id: "${id}", input: { name: "X" }) { errors { code } } }`, heads],
    [`mutation { memberRemove(id: "${id}") { errors { code } } }`, heads],
    [`mutation { memberIdentityLink(id: "${id}", input: ${identity}) { errors { code } } }`, heads],
    [`mutation { memberIdentityUnlink(id: "${id}", input: ${identity}) { errors { code } } }`, heads],
    ['mutation { apiKeyCreate(input: { name: "X", scopes: [] }) { errors { code } } }', heads],
    [`mutation { apiKeyRevoke(id: "key_01h455vb4pex5vsknk084sn02q") { errors { code } } }`, heads],
    ['mutation { sessionRevoke(id: "ses_01h455vb4pex5vsknk084sn02q") { errors { code } } }', everybody],
    ['mutation { logout { errors { code } } }', everybody],
  ])('%s', async ([document, allowed]) => {
    const answers = new Map<Role, string>()
    for (const role of roles) {
      const { errors } = await (await world.as(role)).send(document)
      answers.set(role, errors[0]?.extensions.code ?? 'allowed')
    }
    const stranger = await app.stranger.send(document)

    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(roles.map((role) => [role, allowed.includes(role) ? 'allowed' : 'FORBIDDEN'])),
    )
    expect(stranger.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED'])
    expect(stranger.data?.[Object.keys(stranger.data)[0] ?? ''] ?? null).toBeNull()
  })
})
