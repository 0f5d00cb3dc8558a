import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Database } from '../../src/platform/db/database.ts'
import { queryRows } from '../../src/platform/db/query.ts'
import type { JobDefinition, JobRunner } from '../../src/platform/jobs/jobs.ts'
import { createJobs } from '../../src/platform/jobs/start.ts'
import { sql } from 'drizzle-orm'
import { makeTenant, onEmbedded, onManyConnections, startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { spyOnJobs } from '../kit/jobs.ts'
import { silentLog, systemCtx } from '../kit/system.ts'

const schema = z.object({ tenantId: z.string(), n: z.number() })
type Data = z.infer<typeof schema>

describe('the job queue', () => {
  let database: TestDatabase
  const running: JobRunner[] = []
  let count = 0

  beforeAll(async () => {
    database = await startTestDatabase()
  })
  afterEach(async () => {
    for (const jobs of running.splice(0)) await jobs.stop({ timeoutMs: 2_000 })
  })
  afterAll(() => database.stop())

  function kind(handle: JobDefinition<Data>['handle'], more: Partial<JobDefinition<Data>> = {}): JobDefinition<Data> {
    count += 1
    return { name: `test.${count}`, schema, order: 'none', handle, ...more }
  }

  async function start(
    definitions: JobDefinition<Data>[],
    { db = database.db, placesPerQueue = null }: { db?: Database; placesPerQueue?: number | null } = {},
  ) {
    const jobs = await createJobs({ db, log: silentLog, definitions, placesPerQueue })
    running.push(jobs)
    jobs.start(systemCtx(db, 'nobody', { jobs }))
    return { jobs, spy: spyOnJobs(jobs) }
  }

  test('runs a job after the commit of the fact, within a moment', async () => {
    const tenant = await makeTenant(database.db)
    const seen: Data[] = []
    const job = kind(async (_services, data) => void seen.push(data))
    const { jobs, spy } = await start([job])
    const delays: number[] = []
    for (let n = 0; n < 7; n += 1) {
      // The workers have nothing to do and wait for their next poll.
      await expect.poll(() => jobs.depths()).toEqual([])
      await database.db.withTenant(tenant.id, (tx) => jobs.enqueue(tx, job, { tenantId: tenant.id, n }))
      const committedAt = performance.now()
      await spy.until(job.name, ({ data }) => (data as Data).n === n)
      delays.push(performance.now() - committedAt)
    }
    expect(seen.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6])
    // Woken, not polled: the poll is 2 s.
    expect(delays.toSorted((a, b) => a - b)[3]).toBeLessThan(300)
  })

  test('does not run a job whose transaction was rolled back', async () => {
    const tenant = await makeTenant(database.db)
    const job = kind(async () => {})
    const { jobs, spy } = await start([job])
    const failing = database.db.withTenant(tenant.id, async (tx) => {
      await jobs.enqueue(tx, job, { tenantId: tenant.id, n: 1 })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    await database.db.withTenant(tenant.id, (tx) => jobs.enqueue(tx, job, { tenantId: tenant.id, n: 2 }))
    await spy.untilDone(job.name, 1)
    expect(spy.settled.map(({ data }) => (data as Data).n)).toEqual([2])
    await expect.poll(() => jobs.depths()).toEqual([])
  })

  test('runs the jobs of one key one after another and in order, also those of one transaction', async () => {
    const tenant = await makeTenant(database.db)
    const seen: number[] = []
    let active = 0
    const job = kind(
      async (_services, { n }) => {
        active += 1
        expect(active).toBe(1)
        await new Promise((resolve) => setTimeout(resolve, 5))
        seen.push(n)
        active -= 1
      },
      { order: 'key' },
    )
    const { jobs, spy } = await start([job])
    await database.db.withTenant(tenant.id, async (tx) => {
      for (let n = 0; n < 10; n += 1) await jobs.enqueue(tx, job, { tenantId: tenant.id, n }, { orderKey: 'cnv_1' })
    })
    for (let n = 10; n < 15; n += 1) {
      await database.db.withTenant(tenant.id, (tx) =>
        jobs.enqueue(tx, job, { tenantId: tenant.id, n }, { orderKey: 'cnv_1' }),
      )
    }
    await spy.untilDone(job.name, 15)
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
  })

  test('gives up a poisonous job, goes on with its key, and can replay it', async () => {
    const [tenant, stranger] = [await makeTenant(database.db), await makeTenant(database.db)]
    let isPoison = true
    const job = kind(
      async (_services, { n }) => {
        if (n === 1 && isPoison) throw new Error('cannot digest this')
      },
      { order: 'key', retries: 0 },
    )
    const { jobs, spy } = await start([job])
    await database.db.withTenant(tenant.id, async (tx) => {
      for (const n of [1, 2, 3]) await jobs.enqueue(tx, job, { tenantId: tenant.id, n }, { orderKey: 'cnv_2' })
    })
    await spy.untilDone(job.name, 2)
    expect(spy.settled.map(({ data, outcome }) => [(data as Data).n, outcome])).toEqual([
      [1, 'dead'],
      [2, 'done'],
      [3, 'done'],
    ])
    const dead = await jobs.listDeadJobs(tenant.id)
    expect(dead).toMatchObject([
      { name: job.name, data: { tenantId: tenant.id, n: 1 }, attempts: 1, error: 'cannot digest this' },
    ])
    expect(await jobs.listDeadJobs(stranger.id)).toEqual([])
    const id = dead[0]?.id ?? ''
    expect(await jobs.replayDeadJob(stranger.id, id)).toBe(false)
    isPoison = false
    expect(await jobs.replayDeadJob(tenant.id, id)).toBe(true)
    await spy.until(job.name, ({ data }) => (data as Data).n === 1)
    expect(await jobs.listDeadJobs(tenant.id)).toEqual([])
  })

  test('tries a failed job again, and its successors wait for it', async () => {
    const tenant = await makeTenant(database.db)
    const job = kind(
      async (_services, { n }, { attempt }) => {
        if (n === 1 && attempt === 1) throw new Error('not yet')
      },
      { order: 'key' },
    )
    const { jobs, spy } = await start([job])
    await database.db.withTenant(tenant.id, async (tx) => {
      for (const n of [1, 2]) await jobs.enqueue(tx, job, { tenantId: tenant.id, n }, { orderKey: 'cnv_3' })
    })
    await spy.untilDone(job.name, 2)
    expect(spy.settled.map(({ data, outcome, attempt }) => [(data as Data).n, outcome, attempt])).toEqual([
      [1, 'retry', 1],
      [1, 'done', 2],
      [2, 'done', 1],
    ])
  })

  test('puts a payload that does not fit among the dead letters at once', async () => {
    const tenant = await makeTenant(database.db)
    const job = kind(async () => {})
    const { jobs, spy } = await start([job])
    await database.db.withTenant(tenant.id, (tx) =>
      jobs.enqueue(tx, { ...job, schema: z.any() }, { tenantId: tenant.id, n: 'four' as unknown as number }),
    )
    await spy.until(job.name, () => true, { outcome: 'dead' })
    await expect.poll(() => jobs.listDeadJobs(tenant.id)).toHaveLength(1)
  })

  test('runs a delayed job when it is due, not at the next poll', async () => {
    const tenant = await makeTenant(database.db)
    const job = kind(async () => {}, { order: 'key' })
    const { jobs, spy } = await start([job])
    const enqueuedAt = performance.now()
    await database.db.withTenant(tenant.id, (tx) =>
      jobs.enqueue(tx, job, { tenantId: tenant.id, n: 1 }, { orderKey: 'cnv_4', delayMs: 300 }),
    )
    await spy.untilDone(job.name, 1)
    const waitedMs = performance.now() - enqueuedAt
    expect(waitedMs).toBeGreaterThan(295)
    expect(waitedMs).toBeLessThan(1_500)
  })

  test('leaves workers to a third tenant when two have very many jobs', async () => {
    const [one, two, third] = [
      await makeTenant(database.db),
      await makeTenant(database.db),
      await makeTenant(database.db),
    ]
    const job = kind(() => new Promise((resolve) => setTimeout(resolve, 20)))
    const { jobs, spy } = await start([job])
    for (const { id: tenantId } of [one, two]) {
      await database.db.withTenant(tenantId, async (tx) => {
        for (let n = 0; n < 150; n += 1) await jobs.enqueue(tx, job, { tenantId, n })
      })
    }
    await database.db.withTenant(third.id, (tx) => jobs.enqueue(tx, job, { tenantId: third.id, n: 0 }))
    const before = spy.settled.length
    await spy.until(job.name, ({ data }) => data.tenantId === third.id)
    expect(spy.settled.length - before).toBeLessThan(50)
  })

  test('runs as many at the same time as it was told, half of them of one tenant', async () => {
    const tenants = [await makeTenant(database.db), await makeTenant(database.db), await makeTenant(database.db)]
    const [running, most] = [new Map<string, number>(), new Map<string, number>()]
    const note = (key: string, by: 1 | -1) => {
      running.set(key, (running.get(key) ?? 0) + by)
      most.set(key, Math.max(most.get(key) ?? 0, running.get(key) ?? 0))
    }
    // They wait for each other, and then a moment for one too many.
    const full = Promise.withResolvers<void>()
    const job = kind(async (_services, { tenantId }) => {
      for (const key of ['all', tenantId]) note(key, 1)
      if (running.get('all') === 20) setTimeout(full.resolve, 200)
      await full.promise
      for (const key of ['all', tenantId]) note(key, -1)
    })
    const { jobs, spy } = await start([job], { placesPerQueue: 20 })
    for (const { id: tenantId } of tenants) {
      await database.db.withTenant(tenantId, async (tx) => {
        for (let n = 0; n < 24; n += 1) await jobs.enqueue(tx, job, { tenantId, n })
      })
    }
    await spy.untilDone(job.name, 72)
    expect(most.get('all')).toBe(20)
    expect(tenants.map(({ id }) => most.get(id) ?? 0).filter((held) => held > 10)).toEqual([])
  })

  test('gives back what is not finished when it stops', async () => {
    const tenant = await makeTenant(database.db)
    const aborted = Promise.withResolvers<void>()
    const began = Promise.withResolvers<void>()
    const job = kind(async (_services, _data, { signal, attempt }) => {
      if (attempt > 1) return
      began.resolve()
      await new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new Error('stopped'))),
      ).finally(() => aborted.resolve())
    })
    const first = await start([job])
    await database.db.withTenant(tenant.id, (tx) => first.jobs.enqueue(tx, job, { tenantId: tenant.id, n: 1 }))
    await began.promise
    await first.jobs.stop({ timeoutMs: 50 })
    await aborted.promise
    const second = await start([job])
    const done = await second.spy.until(job.name)
    expect(done.attempt).toBe(2)
  })

  test('gives the job of a worker that has died to another one', async () => {
    const tenant = await makeTenant(database.db)
    const began = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<void>()
    const job = kind(async (_services, _data, { attempt }) => {
      if (attempt > 1) return
      began.resolve()
      await ended.promise
    })
    const { jobs, spy } = await start([job])
    await database.db.withTenant(tenant.id, (tx) => jobs.enqueue(tx, job, { tenantId: tenant.id, n: 1 }))
    await began.promise
    await database.db.asOwner((owner) =>
      owner.query(`update pgboss.job set heartbeat_on = now() - interval '21 s' where name = $1`, [job.name]),
    )
    const done = await spy.until(job.name)
    expect(done.attempt).toBe(2)
    ended.resolve()
  })

  onEmbedded('runs again right after a start what was running when the process died', async () => {
    const tenant = await makeTenant(database.db)
    const began = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<void>()
    const again = Promise.withResolvers<number>()
    const job = kind(async (_services, _data, { attempt }) => {
      if (attempt > 1) return again.resolve(attempt)
      began.resolve()
      await ended.promise
    })
    const { jobs } = await start([job])
    await database.db.withTenant(tenant.id, (tx) => jobs.enqueue(tx, job, { tenantId: tenant.id, n: 1 }))
    await began.promise
    const startedAtMs = performance.now()
    await start([job])
    expect(await again.promise).toBe(2)
    // Not only when its heartbeat has been missed for ten seconds.
    expect(performance.now() - startedAtMs).toBeLessThan(8_000)
    ended.resolve()
  })

  onManyConnections('wakes the workers of another process', async () => {
    const tenant = await makeTenant(database.db)
    const job = kind(async () => {})
    const enqueuer = await createJobs({ db: database.db, log: silentLog, definitions: [job] })
    running.push(enqueuer)
    const { spy } = await start([job], { db: database.connectAgain() })
    const delays: number[] = []
    for (let n = 0; n < 5; n += 1) {
      await database.db.withTenant(tenant.id, (tx) => enqueuer.enqueue(tx, job, { tenantId: tenant.id, n }))
      const committedAt = performance.now()
      await spy.until(job.name, ({ data }) => (data as Data).n === n)
      delays.push(performance.now() - committedAt)
    }
    delays.sort((a, b) => a - b)
    expect(delays[2]).toBeLessThan(500)
  })

  test('keeps nothing of a job that is done', async () => {
    const tenant = await makeTenant(database.db)
    const job = kind(async () => {}, { order: 'key' })
    const { jobs, spy } = await start([job])
    await database.db.withTenant(tenant.id, (tx) =>
      jobs.enqueue(tx, job, { tenantId: tenant.id, n: 1 }, { orderKey: 'cnv_5' }),
    )
    await spy.untilDone(job.name, 1)
    const left = () =>
      database.db.asOwner((owner) => owner.query('select id from pgboss.job where name = $1', [job.name]))
    await expect.poll(left).toEqual([])
  })

  test('lets the tenant role add jobs and see none', async () => {
    const tenant = await makeTenant(database.db)
    const reading = database.db.withTenant(tenant.id, (tx) => queryRows(tx, sql`select data from pgboss.job`))
    await expect(reading).rejects.toThrow('permission denied')
    const changing = database.db.withTenant(tenant.id, (tx) => queryRows(tx, sql`delete from pgboss.job_common`))
    await expect(changing).rejects.toThrow('permission denied')
  })
})
