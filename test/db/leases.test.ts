import pino from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/db/database.ts'
import { createLeases, deleteEndedLeases, type Leases } from '../../src/platform/limits/leases.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'

let database: TestDatabase
const made: Leases[] = []
beforeAll(async () => void (database = await startTestDatabase()))
afterEach(async () => {
  for (const leases of made.splice(0)) await leases.stop()
})
afterAll(() => database.stop())

const log = pino({ level: 'silent' })

/** One process. */
function startProcess(db: Pick<Database, 'runAsSystem'> = database.db): Leases {
  const leases = createLeases({ db, log })
  made.push(leases)
  return leases
}

describe('What all processes have open together', () => {
  it('is no more than there may be, however many ask at once', async () => {
    const all = [startProcess(), startProcess(), startProcess()]
    const asked = all.flatMap((one) => Array.from({ length: 10 }, () => one.take('a', 8)))
    const letIn = (await Promise.all(asked)).filter(Boolean).length
    expect(letIn).toBe(8)
    for (const one of all) expect(await one.take('a', 8)).toBe(false)
    expect(await all[1]?.take('b', 8)).toBe(true)
  })

  it('is fewer within moments when one ends, and none when a process says goodbye', async () => {
    const [one, two] = [startProcess(), startProcess()]
    expect([await one.take('c', 2), await one.take('c', 2), await two.take('c', 2)]).toEqual([true, true, false])
    one.give('c')
    await expect.poll(() => two.take('c', 2)).toBe(true)
    expect(await one.take('c', 2)).toBe(false)
    await two.stop()
    expect(await one.take('c', 2)).toBe(true)
  })

  it('does not count a process that was killed, once its time is over', async () => {
    const [killed, one] = [startProcess(), startProcess()]
    expect(await killed.take('d', 1)).toBe(true)
    expect(await one.take('d', 1)).toBe(false)
    await database.db.asOwner((owner) =>
      owner.script(`update leases set expires_at = now() - interval '1 s', holders =
        (select jsonb_object_agg(key, jsonb_build_array(value->0, extract(epoch from now()) - 1)) from jsonb_each(holders))
        where name = 'd'`),
    )
    expect(await one.take('d', 1)).toBe(true)
    expect(await deleteEndedLeases(database.db)).toBe(0)
    one.give('d')
    await expect
      .poll(async () => {
        await database.db.asOwner((owner) => owner.script(`update leases set expires_at = now() - interval '1 s'`))
        return deleteEndedLeases(database.db)
      })
      .toBeGreaterThan(0)
  })

  it('is what this process has while the database is away', async () => {
    const away = startProcess({ runAsSystem: () => Promise.reject(new Error('away')) })
    expect(await away.take('e', 1)).toBe(true)
  })
})
