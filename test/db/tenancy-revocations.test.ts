import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuthenticatedActor } from '../../src/platform/auth/actor.ts'
import type { Ctx } from '../../src/platform/context.ts'
import type { ApiError } from '../../src/platform/errors.ts'
import {
  createApiKey,
  createRevocationWatch,
  revokeApiKey,
  setTenantActive,
  updateMember,
} from '../../src/tenancy/index.ts'
import { onManyConnections, startTestDatabase, type TestDatabase } from '../kit/database.ts'
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

const unauthenticated = { code: 'UNAUTHENTICATED', message: 'Authentication is required.', details: {} }

test('what stays open is told when its session, key, membership or tenant ends or changes, and nobody else is', async () => {
  const { tenantId } = await world.tenant()
  const owner = await world.as(tenantId, 'OWNER')
  const [manager, viewer] = [await world.as(tenantId, 'MANAGER'), await world.as(tenantId, 'VIEWER')]
  const key = await createApiKey(owner, { name: 'K', scopes: ['orders:read'] })
  if (!key.ok || key.secret === null) throw new Error('No key')
  const watch = await createRevocationWatch(world.services)
  const told: string[] = []
  const open = (name: string, actor: AuthenticatedActor) => watch.watch(actor, () => told.push(name))
  for (const [name, ctx] of Object.entries({ owner, manager, viewer })) open(name, actorOf(ctx))
  open('key', await come(key.secret))
  const close = open('closed before', actorOf(viewer))
  close()

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

test('without any notification, this process refuses at once and what stays open hears of it within two seconds', async () => {
  const deaf = { ...database.db, listen: async () => async () => {}, notify: async () => {} }
  const other = await startWorld(deaf)
  const { tenantId } = await other.tenant()
  const owner = await other.as(tenantId, 'OWNER')
  const key = await createApiKey(owner, { name: 'K', scopes: ['orders:read'] })
  if (!key.ok || key.secret === null) throw new Error('No key')
  const { secret } = key
  const actor = await other.authenticator.authenticate({ apiKey: secret })
  // Watched as by another process: it does not hear what is announced here.
  const elsewhere = { ...other.services, db: { ...deaf } }
  const watch = await createRevocationWatch(elsewhere)
  const revoked = new Promise<number>((resolve) => watch.watch(actor, () => resolve(performance.now())))

  const began = performance.now()
  await revokeApiKey(owner, { id: key.apiKeyId })

  await expect(other.authenticator.authenticate({ apiKey: secret })).rejects.toMatchObject(unauthenticated)
  expect((await revoked) - began).toBeLessThan(2_000)
  await watch.close()
  await other.stop()
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

function actorOf({ actor }: Ctx): AuthenticatedActor {
  if (actor.kind !== 'USER') throw new Error('Not a person')
  return actor
}

function come(token: string) {
  return world.authenticator.authenticate({ authorization: `Bearer ${token}` })
}

function rows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
  return database.db.asOwner((owner) => owner.query<Row>(text, values))
}
