import { sql } from 'drizzle-orm'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { Database } from '../../src/platform/db/database.ts'
import { connectPostgres } from '../../src/platform/db/postgres.ts'
import { queryRows } from '../../src/platform/db/query.ts'
import { appendEvent, encodeCursor, logStart } from '../../src/platform/events/index.ts'
import { systemCtx } from '../kit/system.ts'
import { cutAtRandom, killAtRandom, startCluster } from './cluster.ts'
import { follow } from './follower.ts'
import { prepareWorld, type PreparedWorld } from './prepared-world.ts'
import { onPostgres, report, scaled } from './scale.ts'

const writers = 16
const conversationCount = 16
const eventCount = scaled(600, 20_000)
const query = 'subscription ($after: Cursor) { inboxEvents(after: $after) { ... on LiveEvent { cursor occurredAt } } }'

let prepared: PreparedWorld
let tenantId: string
let conversationIds: string[]
beforeAll(async () => {
  prepared = await prepareWorld({
    async furnish(world) {
      tenantId = world.tenantId
      for (let n = 0; n < conversationCount; n += 1) await world.say('hola', { from: `+57300${2_000_000 + n}` })
    },
  })
  if (prepared.databaseUrl === null) return
  conversationIds = (await prepared.look<{ id: string }>('select id from conversations')).map(({ id }) => id)
})
afterAll(() => prepared.remove())

/**
 * Writers that take their transaction's number early, sleep, wait for a conversation, count it up, write its event,
 * sleep again, and one time in five take it all back.
 * @returns the events whose commit was acknowledged, with the time of that
 */
async function write(db: Database, count: number): Promise<Map<string, number>> {
  const committed = new Map<string, number>()
  let left = count
  const writer = async () => {
    while (left > 0) {
      left -= 1
      const conversationId = conversationIds[Math.floor(Math.random() * conversationIds.length)] ?? ''
      const isTakenBack = Math.random() < 0.2
      try {
        const id = await db.withTenant(tenantId, async (tx) => {
          await queryRows(tx, sql`select pg_current_xact_id()`)
          await sleep(Math.random() * 10)
          const [counted] = await queryRows<{ seq: string }>(
            tx,
            sql`update conversations set last_seq = last_seq + 1
              where tenant_id = ${tenantId} and id = ${conversationId} returning last_seq as seq`,
          )
          const event = await appendEvent(tx, systemCtx(db, tenantId), {
            type: 'conversation.updated',
            subjectId: conversationId,
            conversationId,
            data: { seq: Number(counted?.seq) },
          })
          await sleep(Math.random() * 10)
          if (isTakenBack) throw new Error('taken back')
          return event
        })
        committed.set(id, performance.timeOrigin + performance.now())
      } catch {
        // Taken back, or the connection was cut: then only the log knows whether it was committed.
        left += isTakenBack ? 0 : 1
      }
    }
  }
  await Promise.all(Array.from({ length: writers }, writer))
  return committed
}

interface Logged {
  readonly id: string
  readonly xid: string
  readonly seq: string
  readonly conversation: string
  readonly count: number
}

/** The log as it is, in its order, with the cursor of each event. */
async function readLog(): Promise<(Logged & { cursor: string })[]> {
  const rows = await prepared.look<Logged>(
    `select id, xid::text as xid, seq::text as seq, conversation_id as conversation, (data->>'seq')::int as count
     from events where tenant_id = $1 and conversation_id is not null order by events.xid, events.seq`,
    [tenantId],
  )
  return rows.map((row) => ({ ...row, cursor: encodeCursor(tenantId, { xid: row.xid, seq: row.seq }) }))
}

/** What everybody writes first: remember the highest number, ask for higher ones. */
function readNaively(db: Database): { stop(): Promise<ReadonlySet<string>> } {
  const seen = new Set<string>()
  let isStopping = false
  const reading = (async () => {
    let last = '0'
    for (;;) {
      const wasStopping = isStopping
      const rows = await db
        .withTenant(tenantId, (tx) =>
          queryRows<{ id: string; seq: string }>(
            tx,
            sql`select id, seq::text as seq from events where tenant_id = ${tenantId} and seq > ${last}::bigint
              and conversation_id is not null order by events.seq limit 500`,
          ),
        )
        .catch(() => [])
      for (const { id, seq } of rows) {
        seen.add(id)
        last = seq
      }
      if (wasStopping && rows.length === 0) return
      await sleep(5)
    }
  })()
  return {
    async stop() {
      isStopping = true
      await reading
      return seen
    },
  }
}

describe('a subscriber that comes back with its last cursor', () => {
  onPostgres(
    `has received every one of ${eventCount} events once and in order, through kill -9 and cut connections`,
    async () => {
      const cluster = await startCluster(prepared, 2)
      const db = connectPostgres({ url: prepared.databaseUrl ?? '', poolSize: writers + 2 })
      const after = encodeCursor(tenantId, logStart)
      const followers = [0, 1, 2].map(() => follow({ url: cluster.anyUrl, token: prepared.token, query, after }))
      const naive = readNaively(db)
      const killing = killAtRandom(cluster, scaled(1_500, 5_000), Infinity)
      const cutting = cutAtRandom(prepared.databaseUrl ?? '', scaled(500, 1_500), 3)
      const tunnels = setInterval(() => followers[2]?.drop(), 700)

      const committed = await write(db, eventCount)
      const kills = await killing.stop()
      const cuts = await cutting.stop()
      clearInterval(tunnels)
      const seenNaively = await naive.stop()
      const log = await readLog()
      for (const follower of followers) {
        await expect
          .poll(() => follower.cursors.length, { timeout: 60_000, interval: 100 })
          .toBeGreaterThanOrEqual(log.length)
        await follower.stop()
      }
      await db.close()
      await cluster.stop()

      const logged = new Set(log.map(({ id }) => id))
      expect([...committed.keys()].filter((id) => !logged.has(id))).toEqual([])
      expect(committed.size).toBeGreaterThan(eventCount / 2)
      const expected = log.map(({ cursor }) => cursor)
      for (const follower of followers) {
        expect(follower.failures).toEqual([])
        // Whether it is all of them, once, and in order, in one comparison.
        expect(follower.cursors).toEqual(expected)
      }
      const reconnects = followers.reduce((sum, { closings }) => sum + closings.length - 1, 0)
      expect(reconnects).toBeGreaterThan(0)
      // That order is the one in which each conversation was counted up.
      const last = new Map<string, number>()
      const astray = log.filter(({ conversation, count }) => {
        const before = last.get(conversation) ?? 0
        last.set(conversation, Math.max(before, count ?? 0))
        return count !== null && count <= before
      })
      expect(astray).toEqual([])
      // The cursor that everybody writes first, through the same, has lost some.
      const lostNaively = log.filter(({ id }) => !seenNaively.has(id)).length
      expect(lostNaively).toBeGreaterThan(0)
      report('cursor, 2 processes, 16 writers', {
        events: log.length,
        kills,
        cuts,
        reconnects,
        lost: 0,
        duplicates: 0,
        'lost by the naive cursor': lostNaively,
      })
    },
    scaled(120_000, 1_800_000),
  )

  onPostgres(
    'is told everything within two seconds when nothing notifies',
    async () => {
      const cluster = await startCluster(prepared, 2)
      const db = connectPostgres({ url: prepared.databaseUrl ?? '', poolSize: writers })
      const deaf: Database = { ...db, notify: async () => {} }
      const before = await readLog()
      const after = before.at(-1)?.cursor ?? encodeCursor(tenantId, logStart)
      const followers = cluster.urls.map((url) => follow({ url: () => url, token: prepared.token, query, after }))
      const committed = await write(deaf, scaled(300, 5_000))
      const log = (await readLog()).slice(before.length)
      for (const follower of followers)
        await expect.poll(() => follower.cursors.length, { timeout: 30_000 }).toBe(log.length)
      const lagsMs = followers.flatMap(({ times }) =>
        log.map(({ id }, index) => (times[index] ?? Number.NaN) - (committed.get(id) ?? Number.NaN)),
      )
      for (const follower of followers) {
        expect(follower.cursors).toEqual(log.map(({ cursor }) => cursor))
        await follower.stop()
      }
      await db.close()
      await cluster.stop()
      const slowestMs = Math.max(...lagsMs)
      expect(slowestMs).toBeLessThan(2_000)
      report('cursor, without NOTIFY', { events: log.length, 'slowest ms': Math.round(slowestMs) })
    },
    scaled(60_000, 600_000),
  )
})
