import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { takeJobs, type Taking } from '../../src/platform/jobs/take.ts'
import { createJobs } from '../../src/platform/jobs/start.ts'
import type { OwnerConnection } from '../../src/platform/db/database.ts'
import type { JobRunner } from '../../src/platform/jobs/jobs.ts'
import { onManyConnections, startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { silentLog } from '../kit/system.ts'

/** Waiting jobs, due for as many seconds as `age` says, unless it says otherwise. */
interface Row {
  readonly tenant: string
  readonly key?: string
  readonly n: number
  readonly age?: number
  /** How long ago it was added, in seconds; else with its `age`. */
  readonly born?: number
  readonly state?: 'created' | 'active' | 'retry' | 'failed'
}

const keyed = 'test.keyed'
const free = 'test.free'

async function fillBy(owner: OwnerConnection, queue: string, rows: readonly Row[]): Promise<void> {
  await owner.query('delete from pgboss.job where name = $1', [queue])
  await owner.query(
    `insert into pgboss.job (name, policy, group_id, singleton_key, data, state, created_on, start_after)
     select $1, $2, r.tenant, r.key, jsonb_build_object('n', r.n), coalesce(r.state, 'created')::pgboss.job_state,
       now() - coalesce(r.born, r.age, 1) * interval '1 s', now() - coalesce(r.age, 1) * interval '1 s'
     from jsonb_to_recordset($3::text::jsonb) as r(tenant text, key text, n int, age float8, born float8, state text)`,
    [queue, queue === keyed ? 'key_strict_fifo' : 'standard', JSON.stringify(rows)],
  )
}

describe('taking jobs from the queue', () => {
  let database: TestDatabase
  let jobs: JobRunner
  beforeAll(async () => {
    database = await startTestDatabase()
    const definition = { schema: z.any(), handle: async () => {} }
    jobs = await createJobs({
      db: database.db,
      log: silentLog,
      definitions: [
        { name: keyed, order: 'key', ...definition },
        { name: free, order: 'none', ...definition },
      ],
    })
  })
  afterAll(async () => {
    await jobs.stop()
    await database.stop()
  })

  const fill = (queue: string, rows: readonly Row[]) => database.db.asOwner((owner) => fillBy(owner, queue, rows))

  async function take(
    queue: string,
    { places = 16, share = 8, held = {} }: Partial<Omit<Taking, 'held'>> & { held?: Record<string, number> } = {},
  ) {
    const taken = await takeJobs(database.db, { queue, places, share, held: new Map(Object.entries(held)) })
    return taken.map(({ data }) => (data as { n: number }).n).toSorted((a, b) => a - b)
  }

  const many = (
    tenant: string,
    count: number,
    { from = 0, age = 1, key }: { from?: number; age?: number; key?: string } = {},
  ): Row[] =>
    Array.from({ length: count }, (_row, i) => ({
      tenant,
      n: from + i,
      key: key ?? `${tenant}-${i}`,
      age: age + (count - i) / 1_000,
    }))

  test('takes what is due, oldest first, and each once', async () => {
    await fill(free, [
      { tenant: 'a', n: 3, age: 1 },
      { tenant: 'a', n: 1, age: 3 },
      { tenant: 'a', n: 2, age: 2 },
      { tenant: 'a', n: 4, age: -60 },
    ])
    expect(await take(free, { places: 2 })).toEqual([1, 2])
    expect(await take(free)).toEqual([3])
    expect(await take(free)).toEqual([])
  })

  test('tells the attempt of a job that was taken before', async () => {
    await fill(free, [{ tenant: 'a', n: 1 }])
    const asked = { queue: free, places: 1, share: 1, held: new Map() }
    const [first] = await takeJobs(database.db, asked)
    expect(first).toMatchObject({ name: free, data: { n: 1 }, retryCount: 0, groupId: 'a', expireInSeconds: 900 })
    await database.db.asOwner((owner) => owner.query(`update pgboss.job set state = 'retry' where name = $1`, [free]))
    expect(await takeJobs(database.db, asked)).toMatchObject([{ id: first?.id, retryCount: 1 }])
  })

  test('takes of each key the one that was due first', async () => {
    await fill(keyed, [
      { tenant: 'a', key: 'k', n: 2, age: 2 },
      { tenant: 'a', key: 'k', n: 1, age: 3 },
      { tenant: 'a', key: 'l', n: 3, age: 1 },
      { tenant: 'a', key: 'm', n: 4, age: -60 },
      { tenant: 'a', key: 'm', n: 5, age: 1 },
    ])
    expect(await take(keyed)).toEqual([1, 3, 5])
    await fill(keyed, [
      { tenant: 'a', key: 'k', n: 1, born: 10, age: 1 },
      { tenant: 'a', key: 'k', n: 2, born: 5, age: 3 },
    ])
    expect(await take(keyed)).toEqual([2])
  })

  test('takes the first of each key also where many of two keys stand before it', async () => {
    const rows = Array.from({ length: 60 }, (_row, n): Row => ({
      tenant: 'a',
      key: n % 2 === 0 ? 'k' : 'l',
      n,
      age: 100 - n,
    }))
    await fill(keyed, [...rows, { tenant: 'a', key: 'm', n: 60 }])
    expect(await take(keyed)).toEqual([0, 1, 60])
  })

  test.each(['active', 'retry', 'failed'] as const)(
    'takes none of a key of which one is %s and not due',
    async (state) => {
      await fill(keyed, [
        { tenant: 'a', key: 'k', n: 1, age: -60, state },
        { tenant: 'a', key: 'k', n: 2 },
        { tenant: 'a', key: 'l', n: 3 },
      ])
      expect(await take(keyed)).toEqual([3])
    },
  )

  test('takes what is to be tried again before its successors, also when it has become due after them', async () => {
    await fill(keyed, [
      { tenant: 'a', key: 'k', n: 1, age: 1, state: 'retry' },
      { tenant: 'a', key: 'k', n: 2, age: 5 },
    ])
    expect(await take(keyed)).toEqual([1])
  })

  test('gives a tenant its share and no more, with what it holds', async () => {
    await fill(keyed, many('a', 20))
    expect(await take(keyed, { share: 5, held: { a: 2 } })).toEqual([0, 1, 2])
    expect(await take(keyed, { share: 5, held: { a: 5 } })).toEqual([])
    expect(await take(keyed, { share: 5, held: { a: 6 } })).toEqual([])
  })

  test('begins with the tenant that holds least, then with the one that has waited longest', async () => {
    await fill(keyed, [
      ...many('a', 20, { age: 30 }),
      ...many('b', 20, { from: 100, age: 20 }),
      ...many('c', 2, { from: 200 }),
    ])
    expect(await take(keyed, { places: 3, held: { a: 4, b: 3 } })).toEqual([100, 200, 201])
    await fill(keyed, [...many('a', 20, { age: 10 }), ...many('b', 20, { from: 100, age: 20 })])
    expect(await take(keyed, { places: 1 })).toEqual([100])
  })

  onManyConnections('gives takers beside each other different jobs, and one of each key', async () => {
    const rows = Array.from({ length: 400 }, (_row, n): Row => ({
      tenant: `t${n % 5}`,
      key: `k${n % 100}`,
      n,
      age: 500 - n,
    }))
    await fill(keyed, rows)
    const taken = (await Promise.all(Array.from({ length: 40 }, () => take(keyed, { places: 4 })))).flat()
    expect(taken.length).toBeGreaterThan(40)
    // The first of each key, never the second.
    expect(new Set(taken).size).toBe(taken.length)
    expect(Math.max(...taken)).toBeLessThan(100)
    while (taken.length < 100) {
      const more = await take(keyed)
      expect(more).not.toEqual([])
      taken.push(...more)
    }
    expect(await take(keyed)).toEqual([])
  })

  onManyConnections('passes a job that somebody else holds on to', async () => {
    await fill(keyed, many('a', 3))
    await database.db.asOwner(async (owner) => {
      await owner.script(`begin; select from pgboss.job where name = '${keyed}' and data->>'n' = '0' for update`)
      expect(await take(keyed)).toEqual([1, 2])
      await owner.script('rollback')
    })
  })

  test.each([
    ['of one tenant, which has its share', many('a', 5_000), { a: 8 }, 0],
    ['of one tenant', many('a', 5_000), {}, 8],
    ['of one customer', many('a', 5_000, { key: 'k' }), {}, 1],
    [
      'of 50 tenants',
      Array.from({ length: 5_000 }, (_row, n): Row => ({ tenant: `t${n % 50}`, key: `k${n}`, n })),
      {},
      16,
    ],
  ])(
    'reads a few pages of thousands of jobs %s, by the plan of an empty queue and by its own',
    async (_what, rows, held, count) => {
      const pages = await database.db.asOwner(async (owner) => {
        const explained = async () => {
          await owner.script('begin')
          const [plan] = await owner.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
            'explain (analyze, buffers, format json) select * from pgboss.parley_take($1, 16, 8, $2::text::jsonb)',
            [keyed, JSON.stringify(held)],
          )
          await owner.script('rollback')
          return plan?.['QUERY PLAN'][0].Plan
        }
        await fillBy(owner, keyed, [])
        await owner.script('vacuum analyze pgboss.job_common')
        // Often enough that the plan is kept.
        for (let n = 0; n < 8; n += 1) await explained()
        await fillBy(owner, keyed, rows)
        const kept = await explained()
        await owner.script('discard plans')
        const unknowing = await explained()
        await owner.script('analyze pgboss.job_common')
        return { kept, unknowing, knowing: await explained() }
      })
      for (const [plan, found] of Object.entries(pages)) {
        const read = (found?.['Shared Hit Blocks'] ?? 0) + (found?.['Shared Read Blocks'] ?? 0)
        expect({ plan, taken: found?.['Actual Rows'], isFew: read < 1_500 }).toEqual({
          plan,
          taken: count,
          isFew: true,
        })
      }
    },
  )
})
