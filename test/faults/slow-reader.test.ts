import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Database } from '../../src/platform/db/database.ts'
import { connectPostgres } from '../../src/platform/db/postgres.ts'
import { appendEvents, encodeCursor } from '../../src/platform/events/index.ts'
import { openSocket } from '../kit/raw-socket.ts'
import { systemCtx } from '../kit/system.ts'
import { follow, type Follower } from './follower.ts'
import { prepareWorld, type PreparedWorld } from './prepared-world.ts'
import { isFull, onPostgres, report, scaled } from './scale.ts'
import { startServer, type ServerProcess } from './server-process.ts'

const eventCount = scaled(1_500, 20_000)
const perCommit = 10
const healthyCount = 20
/** Long enough that the system's buffers for one socket are full after a few hundred events. */
const longText = 'leche entera '.repeat(300)
const query = 'subscription ($after: Cursor) { messageAdded(after: $after) { cursor occurredAt message { id } } }'
const many = Array.from({ length: 10 }, (_part, n) => `t${n}: text`).join(' ')
const longQuery = `subscription ($after: Cursor) { messageAdded(after: $after) { cursor message { ${many} } } }`

let prepared: PreparedWorld
let tenantId: string
beforeAll(async () => {
  prepared = await prepareWorld({
    async furnish(world) {
      tenantId = world.tenantId
      await world.say(longText)
    },
  })
})
afterAll(() => prepared.remove())

interface Subject {
  readonly id: string
  readonly conversation: string
}

/** Many arrivals of the one message, a few in each commit, at a rate that a healthy reader keeps up with. */
async function write(db: Database, subject: Subject, count: number, perSecond: number): Promise<number[]> {
  const committedAt: number[] = []
  const startedAt = performance.now()
  for (let written = 0; written < count; written += perCommit) {
    await sleep(Math.max(0, startedAt + (written * 1_000) / perSecond - performance.now()))
    await db.withTenant(tenantId, (tx) =>
      appendEvents(
        tx,
        systemCtx(db, tenantId),
        Array.from({ length: perCommit }, () => ({
          type: 'message.received',
          subjectId: subject.id,
          conversationId: subject.conversation,
        })),
      ),
    )
    const now = performance.timeOrigin + performance.now()
    committedAt.push(...Array.from({ length: perCommit }, () => now))
  }
  return committedAt
}

async function logged(): Promise<string[]> {
  const rows = await prepared.look<{ xid: string; seq: string }>(
    `select xid::text as xid, seq::text as seq from events where tenant_id = $1 and type = 'message.received'
     order by events.xid, events.seq`,
    [tenantId],
  )
  return rows.map((position) => encodeCursor(tenantId, position))
}

async function metric(server: ServerProcess, name: string): Promise<number> {
  const page = await fetch(`${server.url}/metrics`).then((response) => response.text())
  const line = page.split('\n').find((text) => text.startsWith(`${name} `))
  return line === undefined ? 0 : Number(line.split(' ').at(-1))
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN
}

onPostgres(
  `a reader that does not read is cut; ${healthyCount} others are told of ${eventCount} events as before, and it gets them all when it comes back`,
  async () => {
    const [subject] = await prepared.look<Subject>('select id, conversation_id as conversation from messages limit 1')
    if (subject === undefined) throw new Error('no message')
    const server = await startServer({ LOG_LEVEL: 'info', ...prepared.env })
    const db = connectPostgres({ url: prepared.databaseUrl ?? '', poolSize: 2 })
    const [after = ''] = await logged()
    const options = { url: () => server.url, token: prepared.token, query, after }
    const healthy = Array.from({ length: healthyCount }, () => follow(options))
    const allHave = (count: number) =>
      expect
        .poll(() => Math.min(...healthy.map(({ cursors }) => cursors.length)), { timeout: 60_000 })
        .toBeGreaterThanOrEqual(count)
    const lagsOf = (from: number, committedAt: readonly number[]) =>
      healthy.flatMap(({ times }: Follower) =>
        committedAt.map((time, index) => (times[from + index] ?? Number.NaN) - time),
      )

    // How it is without the slow one.
    const calm = await write(db, subject, eventCount / 5, 150)
    await allHave(calm.length)
    const calmMs = p95(lagsOf(0, calm))
    const residentBefore = await metric(server, 'process_resident_memory_bytes')

    const slow = await openSocket(server.url)
    await slow.init({ authorization: `Bearer ${prepared.token}` })
    const given: string[] = []
    slow.socket.on('message', (data) => {
      const cursor = /"cursor" ?: ?"([^"]+)"/.exec(String(data))?.[1]
      if (cursor !== undefined) given.push(cursor)
    })
    slow.send({ id: '1', type: 'subscribe', payload: { query: longQuery, variables: { after } } })
    await expect.poll(() => given.length, { timeout: 30_000 }).toBeGreaterThan(0)
    slow.socket.pause()
    let residentMost = 0
    const watching = setInterval(
      () =>
        void metric(server, 'process_resident_memory_bytes').then((bytes) => {
          residentMost = Math.max(residentMost, bytes)
        }),
      250,
    )
    // It comes to itself when it was cut, so that it can hear why.
    const cut = expect
      .poll(() => server.output.stdout.includes('socket too slow'), { timeout: 60_000 })
      .toBe(true)
      .then(() => slow.socket.resume())
    const storm = await write(db, subject, eventCount, scaled(150, 400))
    await allHave(calm.length + storm.length)
    clearInterval(watching)
    const stormMs = p95(lagsOf(calm.length, storm))

    await cut
    expect(await slow.closed).toEqual({ code: 4429, reason: 'too slow: reconnect and resume from the last cursor' })
    const expected = (await logged()).slice(1)
    for (const follower of healthy) {
      await follower.stop()
      expect(follower.failures).toEqual([])
      expect(follower.cursors).toEqual(expected)
      // Never cut itself.
      expect(follower.closings.length).toBe(1)
    }
    expect(given.length).toBeLessThan(expected.length)
    const again = follow({ ...options, after: given.at(-1) ?? after })
    await expect.poll(() => given.length + again.cursors.length, { timeout: 60_000 }).toBe(expected.length)
    await again.stop()
    expect([...given, ...again.cursors]).toEqual(expected)

    const growthMb = Math.round((residentMost - residentBefore) / 2 ** 20)
    expect(growthMb).toBeLessThan(100)
    // A machine that does other things as well has its own pauses.
    if (isFull) expect(stormMs).toBeLessThan(2 * calmMs + 50)
    report(`slow reader beside ${healthyCount} healthy ones`, {
      events: storm.length,
      'healthy p95 ms': Math.round(stormMs),
      'without it': Math.round(calmMs),
      'server grew MB': growthMb,
      'given before the cut': given.length,
    })
    await db.close()
    server.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  },
  scaled(120_000, 600_000),
)
