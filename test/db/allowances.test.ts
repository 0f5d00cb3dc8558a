import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApiError } from '../../src/platform/errors.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { allowancesOf, deleteFullAllowances, type Allowance } from '../../src/platform/limits/allowances.ts'
import { createBudgets, networkOf } from '../../src/platform/limits/budgets.ts'
import { newId } from '../../src/platform/ids.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database.stop())

/** The allowances of another process over the same database, with the settlements that it sent. */
function process(): { db: Database; allowances: ReturnType<typeof allowancesOf>; settlements: () => number } {
  let settlements = 0
  const db: Database = {
    ...database.db,
    runAsSystem(text, values) {
      settlements += 1
      return database.db.runAsSystem(text, values)
    },
  }
  return { db, allowances: allowancesOf(db), settlements: () => settlements }
}

/** What comes back within a test is less than a point. */
const slow = (capacity: number, more: Partial<Allowance> = {}): Allowance => ({
  name: `test ${newId('tenant')}`,
  capacity,
  perSecond: 1e-6,
  ...more,
})

async function spend(process: { allowances: ReturnType<typeof allowancesOf> }, allowance: Allowance, times: number) {
  const standings = await Promise.all(Array.from({ length: times }, () => process.allowances.take(allowance, 1)))
  return standings.filter(({ allowed }) => allowed).length
}

describe('an allowance', () => {
  test('is spent at once and without any SQL while there is plenty', () => {
    const here = process()
    const allowance = slow(1_000)

    for (let count = 1; count <= 25; count += 1) {
      // No promise: nobody waits.
      expect(here.allowances.take(allowance, 1)).toEqual({ allowed: true, left: 1_000 - count, retryAfterSeconds: 0 })
    }
    expect(here.settlements()).toBe(0)
  })

  test('is spent to the last point by one process, and no further', async () => {
    const here = process()
    expect(await spend(here, slow(1_000), 3_000)).toBe(1_000)
  })

  test('is one for two processes: together they overspend by a twentieth each at most', async () => {
    const [here, there] = [process(), process()]
    const allowance = slow(1_000)

    let given = 0
    for (let round = 0; round < 30; round += 1) {
      given += await spend(here, allowance, 37)
      given += await spend(there, allowance, 41)
    }
    expect(given).toBeGreaterThanOrEqual(1_000)
    expect(given).toBeLessThanOrEqual(1_000 + 2 * 50)
  })

  test('that was spent elsewhere is refused here after a twentieth, though this process never asked before', async () => {
    const [here, there] = [process(), process()]
    const allowance = slow(1_000)
    expect(await spend(there, allowance, 2_000)).toBe(1_000)

    expect(await spend(here, allowance, 2_000)).toBeLessThanOrEqual(50)
  })

  test('that counts exactly is never overspent', async () => {
    const [here, there] = [process(), process()]
    const allowance = slow(10, { exact: true })

    const given = await Promise.all([spend(here, allowance, 50), spend(there, allowance, 50)])
    expect(given[0] + given[1]).toBe(10)
  })

  test('that is used up is refused without any SQL, and says when to come back', async () => {
    const here = process()
    const allowance: Allowance = { ...slow(10), perSecond: 0.1 }
    await spend(here, allowance, 10)
    await here.allowances.take(allowance, 1)
    const before = here.settlements()

    const refused = here.allowances.take(allowance, 3)
    expect(refused).toMatchObject({ allowed: false, retryAfterSeconds: 30 })
    expect(here.settlements()).toBe(before)
  })

  test('comes back with time, up to its capacity', async () => {
    const here = process()
    const allowance: Allowance = { ...slow(20), perSecond: 100 }
    await spend(here, allowance, 20)

    await expect.poll(() => here.allowances.left(allowance), { timeout: 5_000 }).toBe(20)
    expect(await here.allowances.take(allowance, 20)).toMatchObject({ allowed: true })
    // In the database as well; what is refused takes nothing.
    await expect.poll(async () => (await process().allowances.take(allowance, 20)).allowed).toBe(true)
  })

  test('takes back what is given, up to its capacity', async () => {
    const here = process()
    const allowance = slow(10, { exact: true })
    await spend(here, allowance, 10)
    await here.allowances.give(allowance, 3)
    expect(await spend(process(), allowance, 10)).toBe(3)

    await here.allowances.give(allowance, 1_000)
    expect(await spend(process(), allowance, 100)).toBe(10)
  })

  test('that cannot be asked for says so to everybody who waits, and is asked for again later', async () => {
    let isAway = true
    const db: Database = {
      ...database.db,
      runAsSystem: (text, values) =>
        isAway ? Promise.reject(new Error('away')) : database.db.runAsSystem(text, values),
    }
    const allowances = allowancesOf(db)
    const allowance = slow(10, { exact: true })
    const waiting = [allowances.take(allowance, 1), allowances.take(allowance, 1)]
    for (const outcome of await Promise.allSettled(waiting)) expect(outcome.status).toBe('rejected')

    isAway = false
    expect(await allowances.take(allowance, 10)).toMatchObject({ allowed: true })
  })

  test('is forgotten by upkeep when it was not touched for a day', async () => {
    const [old, fresh] = [slow(10, { exact: true }), slow(10, { exact: true })]
    await spend(process(), old, 10)
    await spend(process(), fresh, 10)
    await database.db.asOwner((owner) =>
      owner.query("update allowances set settled_at = settled_at - interval '25 hours' where name = $1", [old.name]),
    )

    expect(await deleteFullAllowances(database.db)).toBe(1)
    const names = await database.db.asOwner((owner) => owner.query<{ name: string }>('select name from allowances'))
    expect(names.map(({ name }) => name)).toContain(fresh.name)
  })
})

describe('a budget', () => {
  const settings = {
    tenantPointsPerMinute: { FREE: 1_000, BASIC: 2_000, PREMIUM: 3_000, ENTERPRISE: 4_000 },
    operationsPerMinute: 5,
    anonymousRequestsPerMinute: 2,
  }
  const caller = (tenantId: string, more: object = {}) => ({
    kind: 'API_CLIENT' as const,
    id: newId('apiKey'),
    tenantId,
    permissions: new Set<never>(),
    expiresAt: null,
    suspended: false,
    tier: 'PREMIUM' as const,
    trustedDocumentsOnly: false,
    ...more,
  })

  test('is the tier’s, and that of the smallest for a suspended tenant', async () => {
    const budgets = createBudgets(process().allowances, settings)
    const tenantId = newId('tenant')
    expect(budgets.remaining(caller(tenantId))).toEqual({ available: 3_000, capacity: 3_000, restoreRate: 50 })
    expect(budgets.remaining(caller(newId('tenant'), { suspended: true })).capacity).toBe(1_000)
  })

  test('is shared by all callers of a tenant, not with its neighbours', async () => {
    const budgets = createBudgets(process().allowances, settings)
    const [tenantId, neighbour] = [newId('tenant'), newId('tenant')]
    for (let count = 0; count < 3; count += 1) await budgets.admit(caller(tenantId), 1_000)

    // Some of it has come back meanwhile.
    const refusal = await Promise.resolve()
      .then(() => budgets.admit(caller(tenantId), 1_000))
      .catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      code: 'RATE_LIMITED',
      details: { cost: { requested: 1_000, capacity: 3_000, restoreRate: 50 } },
    })
    const { retryAfterSeconds, cost } = (refusal as ApiError).details as {
      retryAfterSeconds: number
      cost: { available: number }
    }
    expect(retryAfterSeconds).toBe(Math.ceil((1_000 - cost.available) / 50))
    expect(await budgets.admit(caller(neighbour), 1_000)).toMatchObject({ available: 2_000 })
  })

  test('of operations is each credential’s own', async () => {
    const budgets = createBudgets(process().allowances, settings)
    const tenantId = newId('tenant')
    const [one, other] = [caller(tenantId), caller(tenantId)]
    for (let count = 0; count < 5; count += 1) await budgets.admit(one, 1)

    await expect(async () => budgets.admit(one, 1)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    await budgets.admit(other, 1)
  })

  test('of strangers goes by IPv4 address and by IPv6 network', async () => {
    const budgets = createBudgets(process().allowances, settings)
    await budgets.admitStranger('2001:db8:1:2::1')
    await budgets.admitStranger('2001:db8:1:2:ffff::9')
    await expect(async () => budgets.admitStranger('2001:db8:1:2::7')).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    await budgets.admitStranger('2001:db8:1:3::1')

    expect(networkOf('::ffff:192.0.2.1')).toBe(networkOf('192.0.2.1'))
    expect(networkOf('192.0.2.1')).not.toBe(networkOf('192.0.2.2'))
  })
})
