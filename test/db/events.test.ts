import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Database, OwnerConnection, Tx } from '../../src/platform/db/database.ts'
import { queryRows } from '../../src/platform/db/query.ts'
import { ApiError } from '../../src/platform/errors.ts'
import {
  appendEvent,
  createEventFeed,
  decodeCursor,
  encodeCursor,
  headPosition,
  heldBackSeconds,
  logStart,
  readEventsAfter,
  TooSlow,
  type EventFeed,
  type FeedEvent,
  type LogEvent,
  type Position,
} from '../../src/platform/events/index.ts'
import { adoptRestoredLog } from '../../src/platform/events/restored.ts'
import { deleteExpiredEvents } from '../../src/platform/events/retention.ts'
import { makeTenant, onManyConnections, startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { silentLog, systemCtx } from '../kit/system.ts'

describe('the event log', () => {
  let database: TestDatabase
  let db: Database
  const feeds: EventFeed[] = []

  beforeAll(async () => {
    database = await startTestDatabase({ poolSize: 24 })
    db = database.db
  })
  afterEach(async () => {
    for (const feed of feeds.splice(0)) await feed.close()
  })
  afterAll(() => database.stop())

  function openFeed(options: { on?: Database; pollMs?: number; queueLimit?: number } = {}): EventFeed {
    const { on = db, ...rest } = options
    const feed = createEventFeed({ db: on, log: silentLog, ...rest })
    feeds.push(feed)
    return feed
  }

  const append = (tenantId: string, subjectId: string, on = db) =>
    on.withTenant(tenantId, (tx) =>
      appendEvent(tx, systemCtx(on, tenantId), { type: 'test.happened', subjectId, data: { of: subjectId } }),
    )

  /** Collects subjects in the background until it is told how many to wait for. */
  function collect(iterable: AsyncIterable<FeedEvent>) {
    const seen: FeedEvent[] = []
    let wake = () => {}
    const ended = (async () => {
      for await (const item of iterable) {
        seen.push(item)
        wake()
      }
    })()
    ended.catch(() => {})
    return {
      seen,
      ended,
      subjects: () => seen.map(({ event }) => event.subjectId),
      async until(count: number, timeoutMs = 10_000) {
        const deadline = performance.now() + timeoutMs
        while (seen.length < count) {
          const leftMs = deadline - performance.now()
          if (leftMs <= 0) throw new Error(`Only ${seen.length} of ${count} events came`)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, leftMs)
            wake = () => {
              clearTimeout(timer)
              resolve()
            }
          })
        }
      },
    }
  }

  /** A transaction of any database of the server, another test's too, holds back what is committed after its start. */
  async function settled(tenantId: string, count: number): Promise<LogEvent[]> {
    await expect.poll(async () => (await readEventsAfter(db, tenantId, logStart, count)).length).toBe(count)
    return readEventsAfter(db, tenantId, logStart, count)
  }

  async function readAll(tenantId: string, from: Position = logStart): Promise<string[]> {
    return (await readEventsAfter(db, tenantId, from, 1_000)).map(({ subjectId }) => subjectId)
  }

  test('gives a tenant its own events, in order, and another none of them', async () => {
    const [mine, other] = [await makeTenant(db), await makeTenant(db)]
    await append(mine.id, 'a')
    await append(other.id, 'x')
    await append(mine.id, 'b')
    const events = await settled(mine.id, 2)
    expect(events.map(({ subjectId }) => subjectId)).toEqual(['a', 'b'])
    expect(events[0]).toMatchObject({
      tenantId: mine.id,
      type: 'test.happened',
      conversationId: null,
      actorKind: 'SYSTEM',
      actorId: 'test',
      requestId: 'req-test',
      data: { of: 'a' },
      occurredAt: expect.any(Date),
    })
    expect(await readAll(mine.id, events[0]?.position)).toEqual(['b'])
    expect(await headPosition(db, mine.id)).toEqual(events[1]?.position)
  })

  test('cannot be changed by the tenant role', async () => {
    const tenant = await makeTenant(db)
    await append(tenant.id, 'a')
    const run = (text: string) => db.withTenant(tenant.id, (tx: Tx) => queryRows(tx, sql.raw(text)))
    await expect(run(`update events set type = 'other'`)).rejects.toThrow('permission denied')
    await expect(run('delete from events')).rejects.toThrow('permission denied')
  })

  test('refuses cursors of another tenant and texts that are none, alike', async () => {
    const [mine, other] = [await makeTenant(db), await makeTenant(db)]
    const cursor = encodeCursor(other.id, { xid: '12345678901', seq: '42' })
    expect(decodeCursor(other.id, cursor)).toEqual({ xid: '12345678901', seq: '42' })
    const refused = { code: 'BAD_USER_INPUT', message: 'This cursor is not valid here.' }
    for (const bad of [
      cursor,
      '',
      '1.1.1',
      'x'.repeat(5_000),
      `${cursor}0`,
      encodeCursor(mine.id, { xid: '9'.repeat(19), seq: '1' }),
    ]) {
      expect(() => decodeCursor(mine.id, bad), bad.slice(0, 40)).toThrow(expect.objectContaining(refused))
    }
  })

  test('replays after a cursor and goes on live, without a gap or a repetition', async () => {
    const tenant = await makeTenant(db)
    for (let n = 0; n < 5; n += 1) await append(tenant.id, `old-${n}`)
    const feed = openFeed()
    const [first] = await settled(tenant.id, 1)
    const ending = new AbortController()
    const reader = collect(feed.follow(tenant.id, first?.position ?? logStart, ending.signal))
    for (let n = 0; n < 20; n += 1) await append(tenant.id, `new-${n}`)
    await reader.until(24)
    expect(reader.subjects()).toEqual([
      ...[1, 2, 3, 4].map((n) => `old-${n}`),
      ...Array.from({ length: 20 }, (_, n) => `new-${n}`),
    ])
    const resumed = collect(
      feed.follow(tenant.id, decodeCursor(tenant.id, reader.seen[20]?.cursor ?? ''), ending.signal),
    )
    await resumed.until(3)
    expect(resumed.subjects()).toEqual(['new-17', 'new-18', 'new-19'])
    ending.abort()
    await Promise.all([reader.ended, resumed.ended])
  })

  test('follows from now when no cursor is given, and only its tenant', async () => {
    const [tenant, other] = [await makeTenant(db), await makeTenant(db)]
    await append(tenant.id, 'before')
    await settled(tenant.id, 1)
    const feed = openFeed()
    const ending = new AbortController()
    const iterator = feed.follow(tenant.id, null, ending.signal)[Symbol.asyncIterator]()
    const next = iterator.next()
    // The first pull subscribes; a second subscriber of another tenant must not be served by accident.
    const watcher = collect(feed.follow(other.id, null, ending.signal))
    await append(other.id, 'ready')
    await expect.poll(async () => (await append(other.id, 'again'), watcher.seen.length)).toBeGreaterThan(0)
    await append(tenant.id, 'after')
    expect((await next).value?.event.subjectId).toBe('after')
    ending.abort()
    expect(await iterator.next()).toEqual({ done: true, value: undefined })
  })

  test('waits with what was missed until the database is back, and then goes on', async () => {
    const tenant = await makeTenant(db)
    await append(tenant.id, 'a')
    await append(tenant.id, 'b')
    const [a] = await settled(tenant.id, 2)
    let failures = 0
    const away = <T>(run: () => Promise<T>): Promise<T> => {
      failures += 1
      return failures > 2 ? run() : Promise.reject(new ApiError('UNAVAILABLE', 'away'))
    }
    const shaky: Database = { ...db, read: (tenantId, statements) => away(() => db.read(tenantId, statements)) }
    const reader = openFeed({ on: shaky }).follow(tenant.id, a?.position ?? logStart, new AbortController().signal)
    expect((await reader.next()).value?.event.subjectId).toBe('b')
    expect(failures).toBeGreaterThan(2)
  })

  test('tells a reader whose cursor is older than the log', async () => {
    const tenant = await makeTenant(db)
    await append(tenant.id, 'a')
    const gone = { xid: '3', seq: '1' }
    const reader = collect(openFeed().follow(tenant.id, gone, new AbortController().signal))
    await expect(reader.ended).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { reason: 'CURSOR_EXPIRED' } })
  })

  test('forgets events after 30 days, but keeps the cursor of whoever has seen everything', async () => {
    const tenant = await makeTenant(db)
    const longAgo = { clock: { now: () => new Date('2026-01-01T00:00:00Z') } }
    for (const subjectId of ['a', 'b', 'c']) {
      await db.withTenant(tenant.id, (tx) =>
        appendEvent(tx, systemCtx(db, tenant.id, longAgo), { type: 'test.happened', subjectId }),
      )
    }
    const [a, , c] = await settled(tenant.id, 3)
    expect(await deleteExpiredEvents(db, new Date('2026-01-30T23:59:00Z'))).toBe(0)
    expect(await deleteExpiredEvents(db, new Date('2026-01-31T00:01:00Z'))).toBe(2)
    expect(await readAll(tenant.id)).toEqual(['c'])
    const follow = (from: LogEvent | undefined) =>
      openFeed()
        .follow(tenant.id, from?.position ?? logStart, new AbortController().signal)
        [Symbol.asyncIterator]()
        .next()
    await expect(follow(a)).rejects.toMatchObject({ details: { reason: 'CURSOR_EXPIRED' } })
    const next = follow(c)
    await append(tenant.id, 'd')
    expect((await next).value?.event.subjectId).toBe('d')
  })

  test('goes on after a dump was restored into another cluster; cursors from before are told to begin anew', async () => {
    const tenant = await makeTenant(db)
    for (const subjectId of ['a', 'b']) await append(tenant.id, subjectId)
    await settled(tenant.id, 2)
    const owner = <T>(run: (owner: OwnerConnection) => Promise<T>) => db.asOwner(run)
    // The cluster that it was written in had come further: as the rows of a dump, the newest first.
    await owner((it) =>
      it.script(`
        alter table events no force row level security;
        update events set xid = (9000000000000 - seq)::text::xid8 where tenant_id = '${tenant.id}';
        alter table events force row level security`),
    )
    const before = { xid: '9000000000000', seq: '1' }
    expect(await owner(adoptRestoredLog)).toBe(true)
    expect(await readAll(tenant.id)).toEqual(['a', 'b'])
    const resumed = openFeed().follow(tenant.id, before, new AbortController().signal)
    await expect(resumed.next()).rejects.toMatchObject({ details: { reason: 'CURSOR_EXPIRED' } })
    await append(tenant.id, 'c')
    const [, b] = await settled(tenant.id, 3)
    expect(await readAll(tenant.id)).toEqual(['a', 'b', 'c'])
    const next = openFeed()
      .follow(tenant.id, b?.position ?? logStart, new AbortController().signal)
      .next()
    expect((await next).value?.event.subjectId).toBe('c')
    // And is forced again, its own now.
    const [forced] = await owner((it) =>
      it.query<{ yes: boolean }>(`select relforcerowsecurity as yes from pg_class where oid = 'events'::regclass`),
    )
    expect(forced).toEqual({ yes: true })
    expect(await owner(adoptRestoredLog)).toBe(false)
  })

  onManyConnections('tells how long it is held back by a transaction that does not end', async () => {
    const tenant = await makeTenant(db)
    const begun = Promise.withResolvers<void>()
    const ending = Promise.withResolvers<void>()
    const long = db.withTenant(tenant.id, async (tx) => {
      await queryRows(tx, sql`select pg_current_xact_id()`)
      begun.resolve()
      await ending.promise
    })
    await begun.promise
    const aMinuteAgo = { clock: { now: () => new Date(Date.now() - 60_000) } }
    await db.withTenant(tenant.id, (tx) =>
      appendEvent(tx, systemCtx(db, tenant.id, aMinuteAgo), { type: 'test.happened', subjectId: 'a' }),
    )
    expect(await heldBackSeconds(db)).toBeGreaterThanOrEqual(60)
    ending.resolve()
    await long
    await expect.poll(() => heldBackSeconds(db)).toBe(0)
  })

  test('cuts a reader that does not keep up, and leaves the others alone', async () => {
    const tenant = await makeTenant(db)
    const feed = openFeed({ queueLimit: 10 })
    const ending = new AbortController()
    const slow = feed.follow(tenant.id, null, ending.signal)[Symbol.asyncIterator]()
    const healthy = collect(feed.follow(tenant.id, null, ending.signal))
    const first = slow.next()
    await expect.poll(async () => (await append(tenant.id, 'warm-up'), healthy.seen.length)).toBeGreaterThan(0)
    const cursor = (await first).value?.cursor ?? ''
    const before = healthy.seen.length
    for (let n = 0; n < 25; n += 1) await append(tenant.id, `n-${n}`)
    await healthy.until(before + 25)
    await expect(slow.next()).rejects.toThrow(TooSlow)
    const resumed = collect(feed.follow(tenant.id, decodeCursor(tenant.id, cursor), ending.signal))
    await expect.poll(() => resumed.subjects().at(-1)).toBe('n-24')
    expect(resumed.subjects().slice(-25)).toEqual(Array.from({ length: 25 }, (_, n) => `n-${n}`))
    ending.abort()
  })

  /** What everybody writes first: remember the highest number, ask for higher ones. Loses events. */
  async function naiveRead(tenantId: string, after: bigint): Promise<{ seq: bigint; subjectId: string }[]> {
    const rows = await db.withTenant(tenantId, (tx) =>
      queryRows<{ seq: string; subject_id: string }>(
        tx,
        sql`select seq, subject_id from events where tenant_id = ${tenantId} and seq > ${after} order by seq limit 100`,
      ),
    )
    return rows.map((row) => ({ seq: BigInt(row.seq), subjectId: row.subject_id }))
  }

  onManyConnections(
    'loses nothing and keeps order while 16 writers commit and roll back in any order; a cursor by number does lose',
    async () => {
      const tenant = await makeTenant(db)
      const ending = new AbortController()
      const committed: string[] = []
      const readers = [
        collect(openFeed().follow(tenant.id, logStart, ending.signal)),
        collect(openFeed({ on: database.connectAgain() }).follow(tenant.id, logStart, ending.signal)),
      ]
      const naive = new Set<string>()
      let isWriting = true
      const naiveReader = (async () => {
        let after = 0n
        for (;;) {
          const wasWriting = isWriting
          const rows = await naiveRead(tenant.id, after)
          for (const { seq, subjectId } of rows) {
            naive.add(subjectId)
            after = seq
          }
          if (!wasWriting && rows.length === 0) return
        }
      })()
      const write = async (writer: number) => {
        for (let n = 0; n < 40; n += 1) {
          const subjectId = `${writer}-${n}`
          const isRolledBack = Math.random() < 0.2
          const transaction = db.withTenant(tenant.id, async (tx) => {
            await appendEvent(tx, systemCtx(db, tenant.id), { type: 'test.happened', subjectId })
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 15))
            if (isRolledBack) throw new Error('rolled back')
          })
          await transaction.then(
            () => committed.push(subjectId),
            () => {},
          )
        }
      }
      await Promise.all(Array.from({ length: 16 }, (_, writer) => write(writer)))
      isWriting = false
      await naiveReader
      for (const reader of readers) {
        await reader.until(committed.length)
        expect(reader.subjects().toSorted()).toEqual(committed.toSorted())
        // Each writer's own events come in the order in which it wrote them.
        for (let writer = 0; writer < 16; writer += 1) {
          const own = reader.subjects().filter((subject) => subject.startsWith(`${writer}-`))
          expect(own).toEqual(committed.filter((subject) => subject.startsWith(`${writer}-`)))
        }
      }
      expect(readers[0]?.subjects()).toEqual(readers[1]?.subjects())
      expect(naive.size).toBeLessThan(committed.length)
      ending.abort()
    },
    60_000,
  )

  onManyConnections('tells events in the order of the lock that their transactions waited for', async () => {
    const tenant = await makeTenant(db)
    const event = (subjectId: string) => ({ type: 'test.happened', subjectId })
    /** Its number comes with its first write, as when a provider's event is noted before the conversation is locked. */
    const number = (tx: Tx) => queryRows(tx, sql`select pg_current_xact_id()`)
    /** Of two connections, so the order of their numbers is known. */
    const [late, early, third] = [
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
      Promise.withResolvers<void>(),
    ]
    const hasNumber = Promise.withResolvers<void>()
    const second = db.withTenant(tenant.id, async (tx) => {
      await number(tx)
      hasNumber.resolve()
      await late.promise
      await appendEvent(tx, systemCtx(db, tenant.id), event('second'))
    })
    await hasNumber.promise
    // Between the two: what it holds back must not part them either.
    const between = db.withTenant(tenant.id, async (tx) => {
      await number(tx)
      early.resolve()
      await third.promise
    })
    await early.promise
    await db.withTenant(tenant.id, async (tx) => {
      await number(tx)
      await appendEvent(tx, systemCtx(db, tenant.id), event('first'))
    })
    late.resolve()
    await second
    expect(await readAll(tenant.id)).toEqual([])
    third.resolve()
    await between
    await expect.poll(() => readAll(tenant.id)).toEqual(['first', 'second'])
  })

  test('delivers without any notification, by looking every second', async () => {
    const tenant = await makeTenant(db)
    const deaf: Database = { ...db, notify: async () => {}, listen: async () => async () => {} }
    const ending = new AbortController()
    const reader = collect(openFeed({ on: deaf }).follow(tenant.id, logStart, ending.signal))
    // Committed through another handle, so not even this process' own wake-up comes.
    for (let n = 1; n <= 3; n += 1) {
      const appendedAt = performance.now()
      await append(tenant.id, `n-${n}`)
      await reader.until(n)
      expect(performance.now() - appendedAt).toBeLessThan(2_000)
    }
    ending.abort()
  })

  onManyConnections('delivers while the connection that listens is cut again and again', async () => {
    const tenant = await makeTenant(db)
    const reading = database.connectAgain()
    const ending = new AbortController()
    const reader = collect(openFeed({ on: reading }).follow(tenant.id, logStart, ending.signal))
    const cut = () =>
      db.asOwner((owner) =>
        owner.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and application_name = 'parley listen'`,
        ),
      )
    for (let n = 0; n < 30; n += 1) {
      await append(tenant.id, `n-${n}`)
      if (n % 10 === 5) await cut()
    }
    await reader.until(30, 4_000)
    expect(reader.subjects()).toEqual(Array.from({ length: 30 }, (_, n) => `n-${n}`))
    // And it listens again: this one comes before the next poll could have brought it.
    await expect
      .poll(
        async () => {
          const seen = reader.seen.length
          const appendedAt = performance.now()
          await append(tenant.id, 'late')
          await reader.until(seen + 1)
          return performance.now() - appendedAt
        },
        { timeout: 10_000, interval: 50 },
      )
      .toBeLessThan(100)
    ending.abort()
  })

  onManyConnections('brings an event to another process within a moment of its commit', async () => {
    const tenant = await makeTenant(db)
    const ending = new AbortController()
    const reader = collect(openFeed({ on: database.connectAgain() }).follow(tenant.id, logStart, ending.signal))
    await append(tenant.id, 'first')
    await reader.until(1)
    const delays: number[] = []
    for (let n = 0; n < 30; n += 1) {
      await append(tenant.id, `n-${n}`)
      const committedAt = performance.now()
      await reader.until(n + 2)
      delays.push(performance.now() - committedAt)
    }
    delays.sort((a, b) => a - b)
    expect(delays[15]).toBeLessThan(250)
    ending.abort()
  })
})
