import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '../../src/platform/context.ts'
import { addMember, mintToken, removeMember, updateMember, updateTenant } from '../../src/tenancy/index.ts'
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

const lastOwner = { ok: false, errors: [expect.objectContaining({ code: 'LAST_OWNER' })] }
const missing = { ok: false, errors: [expect.objectContaining({ __typename: 'NotFound' })] }
const tooMuch = (...path: string[]) => ({
  ok: false,
  errors: [expect.objectContaining({ __typename: 'InvalidInput', path })],
})

test('a new member may do what the role and grants say, and the log says who let them in', async () => {
  const { tenantId, userId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')

  const membershipId = await added(owner, { role: 'VIEWER', grants: ['orders:confirm'], denies: ['members:read'] })

  const viewer = await world.as(tenantId, 'VIEWER')
  if (viewer.actor.kind !== 'USER') throw new Error('A viewer is a person')
  expect(viewer.actor.permissions.has('orders:confirm')).toBe(true)
  expect(viewer.actor.permissions.has('members:read')).toBe(false)
  const events = await rows(
    `select type, actor_kind, actor_id, data from events where tenant_id = $1 and subject_id = $2`,
    [tenantId, membershipId],
  )
  expect(events).toEqual([
    {
      type: 'member.added',
      actor_kind: 'USER',
      actor_id: userId,
      data: { userId: viewer.actor.id, role: 'VIEWER' },
    },
  ])
})

test('whoever works here already is not added twice, however often it is tried at once', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const input = { email: 'twice@test.example', name: 'Twice', role: 'VIEWER' } as const

  const results = await Promise.all(Array.from({ length: 4 }, () => addMember(owner, input)))

  expect(results.filter((result) => result.ok)).toHaveLength(1)
  const refusals = results.flatMap((result) => (result.ok ? [] : result.errors))
  expect(refusals.map(({ code, path }) => ({ code, path }))).toEqual(
    Array.from({ length: 3 }, () => ({ code: 'ALREADY_EXISTS', path: ['input', 'email'] })),
  )
})

test('a member who comes back keeps their id and what they did keeps their name', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const first = await added(owner, { email: 'back@test.example', role: 'MANAGER', grants: ['tenant:write'] })
  expect((await removeMember(owner, { id: first })).ok).toBe(true)
  expect(await removeMember(owner, { id: first })).toEqual(missing)

  const second = await added(owner, { email: 'BACK@test.example', role: 'VIEWER' })

  expect(second).toBe(first)
  expect(await rows('select role, grants, removed_at, version from memberships where id = $1', [first])).toEqual([
    { role: 'VIEWER', grants: [], removed_at: null, version: 3 },
  ])
})

test('a tenant cannot find out whether an e-mail is known elsewhere', async () => {
  const elsewhere = await world.tenant({ owner: { email: 'known@test.example', name: 'Kwame' } })
  const owner = await world.as((await world.tenant()).tenantId, 'OWNER')

  const known = await added(owner, { email: 'known@test.example', name: 'K.', role: 'VIEWER' })
  const unknown = await added(owner, { email: 'unknown@test.example', name: 'U.', role: 'VIEWER' })

  const seen = await rows('select id, name from memberships where id in ($1, $2) order by id', [known, unknown])
  expect(seen).toEqual([
    { id: known, name: 'K.' },
    { id: unknown, name: 'U.' },
  ])
  const untouched = await rows('select name from memberships where tenant_id = $1', [elsewhere.tenantId])
  expect(untouched).toEqual([{ name: 'Kwame' }])
})

test('an admin cannot make, change or remove an owner, nor give what they do not hold', async () => {
  const { tenantId, membershipId: ownerId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const secondOwner = await added(owner, { role: 'OWNER' })
  const viewer = await added(owner, { role: 'VIEWER' })
  const adminId = await added(owner, { role: 'ADMIN', denies: ['orders:confirm'] })
  const admin = await world.as(tenantId, 'ADMIN')
  const change = (id: string, changes: object) => updateMember(admin, { id, changes, expectedVersion: null })

  expect(await addMember(admin, { email: 'x@test.example', name: 'X', role: 'OWNER' })).toEqual(
    tooMuch('input', 'role'),
  )
  expect(await change(viewer, { role: 'OWNER' })).toEqual(tooMuch('input', 'role'))
  expect(await change(adminId, { role: 'OWNER' })).toEqual(tooMuch('input', 'role'))
  expect(await change(secondOwner, { role: 'VIEWER' })).toEqual(tooMuch('id'))
  expect(await removeMember(admin, { id: ownerId })).toEqual(tooMuch('id'))
  expect(await change(viewer, { grants: ['orders:confirm'] })).toEqual(tooMuch('input', 'grants'))
  expect(await change(viewer, { role: 'OPERATOR' })).toEqual(tooMuch('input', 'role'))
  expect((await change(viewer, { role: 'WAREHOUSE' })).ok).toBe(true)
  const owners = await rows(`select id from memberships where tenant_id = $1 and role = 'OWNER'`, [tenantId])
  expect(owners).toHaveLength(2)
})

test('who lacks the permission is told which, and nothing is written', async () => {
  const { tenantId } = await world.tenant()
  const manager = await world.as(tenantId, 'MANAGER')
  const before = await rows('select count(*)::int as count from events where tenant_id = $1', [tenantId])

  const refusal = { code: 'FORBIDDEN', details: { permission: 'members:write', heldByRoles: ['OWNER', 'ADMIN'] } }
  const input = { email: 'y@test.example', name: 'Y', role: 'VIEWER' } as const
  await expect(addMember(manager, input)).rejects.toMatchObject(refusal)

  expect(await rows('select id from users where email = $1', ['y@test.example'])).toEqual([])
  expect(await rows('select count(*)::int as count from events where tenant_id = $1', [tenantId])).toEqual(before)
})

test('the last owner is neither removed nor demoted, and a second owner frees the first', async () => {
  const { tenantId, membershipId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')

  expect(await removeMember(owner, { id: membershipId })).toEqual(lastOwner)
  expect(await updateMember(owner, { id: membershipId, changes: { role: 'ADMIN' }, expectedVersion: null })).toEqual(
    lastOwner,
  )
  await added(owner, { role: 'OWNER' })
  expect((await removeMember(owner, { id: membershipId })).ok).toBe(true)
})

test('two owners who demote and remove each other at once leave one owner', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { tenantId, membershipId: first } = await world.tenant()
    const owner = await world.as(tenantId, 'OWNER')
    const second = await added(owner, { role: 'OWNER' })

    const results = await Promise.all([
      updateMember(owner, { id: second, changes: { role: 'VIEWER' }, expectedVersion: null }),
      removeMember(owner, { id: first }),
    ])

    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter(({ ok }) => !ok)).toEqual([lastOwner])
    const left = await rows(
      `select count(*)::int as count from memberships where tenant_id = $1 and role = 'OWNER' and removed_at is null`,
      [tenantId],
    )
    expect(left).toEqual([{ count: 1 }])
  }
})

test('a change that was decided on an older version is refused with the present one', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const id = await added(owner, { role: 'VIEWER' })
  expect(await updateMember(owner, { id, changes: { name: 'One' }, expectedVersion: 1 })).toMatchObject({ ok: true })

  expect(await updateMember(owner, { id, changes: { name: 'Two' }, expectedVersion: 1 })).toEqual({
    ok: false,
    errors: [expect.objectContaining({ __typename: 'VersionConflict', currentVersion: 2 })],
  })
  expect(await updateTenant(owner, { name: 'New' }, 7)).toEqual({
    ok: false,
    errors: [expect.objectContaining({ __typename: 'VersionConflict', currentVersion: 1 })],
  })
  expect(await rows('select name from memberships where id = $1', [id])).toEqual([{ name: 'One' }])
})

test('a member of another tenant is like one that never was', async () => {
  const { membershipId: foreign } = await world.tenant()
  const owner = await world.as((await world.tenant()).tenantId, 'OWNER')

  const foreignAnswer = await removeMember(owner, { id: foreign })
  const unknownAnswer = await removeMember(owner, { id: 'mem_01h455vb4pex5vsknk084sn02q' })

  expect(foreignAnswer).toEqual(missing)
  expect(foreignAnswer).toEqual(unknownAnswer)
  expect(await updateMember(owner, { id: foreign, changes: { name: 'Z' }, expectedVersion: null })).toEqual(missing)
})

test('settings out of their range are each named, and nothing changes', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')

  const result = await updateTenant(owner, {
    aiConfidenceThreshold: 1.5,
    monthlyAiBudgetMicroUsd: -1n,
    currency: 'XXY',
    locale: 'not a tag',
    timeZone: 'Mars/Olympus',
    debounceMs: 60_001,
    name: '  ',
  })

  expect(result.ok ? [] : result.errors.map(({ path }) => path?.join('.')).toSorted()).toEqual([
    'input.aiConfidenceThreshold',
    'input.currency',
    'input.debounceMs',
    'input.locale',
    'input.monthlyAiBudgetMicroUsd',
    'input.name',
    'input.timeZone',
  ])
  expect(await rows('select version from tenants where id = $1', [tenantId])).toEqual([{ version: 1 }])
})

test('settings that were given change, others stay', async () => {
  const { tenantId, slug } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')

  await updateTenant(owner, {
    aiConfidenceThreshold: 0.7,
    monthlyAiBudgetMicroUsd: 25_000_000n,
    timeZone: 'America/Bogota',
  })
  await updateTenant(owner, { monthlyAiBudgetMicroUsd: null }, 2)

  expect(
    await rows(
      `select name, ai_confidence_threshold as threshold, monthly_ai_budget_micro_usd as budget, time_zone, version
       from tenants where id = $1`,
      [tenantId],
    ),
  ).toEqual([{ name: slug, threshold: 0.7, budget: null, time_zone: 'America/Bogota', version: 3 }])
})

test('a token for a role speaks for the member who has it, else for one made for it, always the same', async () => {
  const { tenantId, slug, userId } = await world.tenant()
  const mint = (role: string) => mintToken(world.services, { tenant: slug, role, ttlMs: 60_000 })

  expect(await mint('OWNER')).toMatchObject({ ok: true, tenantId, userId })
  const [one, two] = [await mint('WAREHOUSE'), await mint('WAREHOUSE')]
  if (!one.ok || !two.ok) throw new Error('No token')
  expect(one.userId).toBe(two.userId)
  expect(await mint('ROOT')).toEqual({ ok: false, errors: [expect.objectContaining({ path: ['role'] })] })
  expect(await mintToken(world.services, { tenant: 'no-such', role: 'OWNER', ttlMs: 1 })).toEqual(missing)
})

async function added(
  ctx: Ctx,
  input: {
    role: 'OWNER' | 'ADMIN' | 'MANAGER' | 'VIEWER'
    email?: string
    name?: string
    grants?: string[]
    denies?: string[]
  },
): Promise<string> {
  const email = `m-${Math.random().toString(36).slice(2)}@test.example`
  const result = await addMember(ctx, { email, name: 'Member', ...input })
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return result.membershipId
}

function rows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
  return database.db.asOwner((owner) => owner.query<Row>(text, values))
}
