import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unavailable } from '../../src/platform/db/faults.ts'
import { onManyConnections } from '../kit/database.ts'
import { spyOnJobs } from '../kit/jobs.ts'
import { openSocket } from '../kit/raw-socket.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import { outageOf, type Outage } from './postgres-outage.ts'

const watch = `subscription ($after: Cursor) { messageAdded(after: $after) { cursor message { text } } }`
interface Added {
  readonly messageAdded: { readonly cursor: string; readonly message: { readonly text: string } }
}
const listMessages = '{ conversations(first: 5) { nodes { messages(last: 100) { nodes { text } } } } }'
interface Inbox {
  readonly conversations: { readonly nodes: readonly { messages: { nodes: readonly { text: string }[] } }[] }
}
const textsOf = ({ conversations }: Inbox) =>
  conversations.nodes.flatMap(({ messages }) => messages.nodes).map(({ text }) => text)

let app: TestApp
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.stop())

/** Nothing of a fault but our own words. */
const secrets = /parley_test|127\.0\.0\.1|postgres|accepting|terminat|select|ECONN|\/src\/|node_modules/i

describe('a database that is away', () => {
  test('delays an event that is being read for its subscribers, and loses or spoils it for nobody', async () => {
    const world = await app.makeWorld()
    const { db } = app.services
    const events = await world.owner.subscribe<Added>(watch)
    await expect.poll(async () => (await world.say('knock')).status === 200 && events.waiting.length > 0).toBe(true)
    const first = await events.next()
    const read = db.read
    let refused = 0
    db.read = () => {
      refused += 1
      return Promise.reject(unavailable())
    }
    try {
      await world.say('while it was away')
      await expect.poll(() => refused).toBeGreaterThan(0)
    } finally {
      db.read = read
    }

    const heard: string[] = []
    while (heard.at(-1) !== 'while it was away') heard.push((await events.next()).messageAdded.message.text)
    const resumed = await world.owner.subscribe<Added>(watch, { after: first.messageAdded.cursor })
    const again: string[] = []
    while (again.at(-1) !== 'while it was away') again.push((await resumed.next()).messageAdded.message.text)
    expect(again).toEqual(heard)
    await events.stop()
    await resumed.stop()
  })

  describe('because Postgres refuses connections', () => {
    let outage: Outage

    onManyConnections('is said by readyz and by every answer, and work goes on by itself when it is back', async () => {
      outage = outageOf(app.database.url ?? '')
      const jobs = spyOnJobs(app.jobs)
      const world = await app.makeWorld({ debounceMs: 0 })
      const events = await world.owner.subscribe<Added>(watch)
      await expect.poll(async () => (await world.say('knock')).status === 200 && events.waiting.length > 0).toBe(true)
      await jobs.until('conversation.read', ({ data }) => data.tenantId === world.tenantId)

      await outage.begin()
      try {
        expect((await fetch(new URL('/livez', app.url))).status).toBe(200)
        expect((await fetch(new URL('/metrics', app.url))).status).toBe(200)
        const ready = await fetch(new URL('/readyz', app.url))
        expect([ready.status, await ready.json()]).toEqual([
          503,
          { status: 'unavailable', checks: { database: 'The database cannot be reached.' } },
        ])
        // Twice: the first meets a connection that was ended, the second one that is refused.
        for (const _ of [1, 2]) {
          for (const document of [
            listMessages,
            'mutation { orderReviewClaim(id: "ord_01h455vb4pex5vsknk084sn02q") { errors { code } } }',
            'mutation { login(email: "ana@example.com", password: "a long password") { errors { code } } }',
          ]) {
            const answer = await world.owner.send(document)
            expect(answer.data).toBeNull()
            expect(answer.errors).toMatchObject([
              {
                message: 'The database cannot be reached right now; try again.',
                extensions: { code: 'UNAVAILABLE', retryable: true, retryAfterSeconds: 1 },
              },
            ])
            expect(answer.headers.get('retry-after')).toBe('1')
            expect(JSON.stringify(answer.errors)).not.toMatch(secrets)
          }
          expect(await world.say('kept by the provider', { providerMessageId: 'wamid.kept' })).toMatchObject({
            status: 503,
          })
        }
        await expect.poll(async () => (await fetchAs(`${world.owner.token}`)).status, { timeout: 5_000 }).toBe(503)
        const socket = await openSocket(app.url)
        socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${world.owner.token}` } })
        expect(await socket.closed).toEqual({ code: 1013, reason: 'cannot be served right now: try again' })
      } finally {
        await outage.end()
      }

      const backAtMs = performance.now()
      await expect.poll(async () => (await fetch(new URL('/readyz', app.url))).status, { timeout: 5_000 }).toBe(200)
      expect(await world.say('kept by the provider', { providerMessageId: 'wamid.kept' })).toMatchObject({
        status: 200,
      })
      // On the very socket that was open before.
      const heard: string[] = []
      while (heard.at(-1) !== 'kept by the provider') heard.push((await events.next(10_000)).messageAdded.message.text)
      await jobs.until(
        'conversation.read',
        ({ data }) => data.tenantId === world.tenantId && 'seq' in data && data['seq'] === heard.length,
        { timeoutMs: 15_000 },
      )
      await expect.poll(() => outage.connected(), { timeout: 5_000 }).toContain('parley listen')
      expect(performance.now() - backAtMs).toBeLessThan(10_000)
      expect(textsOf(await world.owner.query<Inbox>(listMessages)).filter((text) => text !== 'knock')).toHaveLength(1)
      await events.stop()
      await outage.close()
    })
  })

  onManyConnections('again and again under load loses nothing that was acknowledged', async () => {
    const outage = outageOf(app.database.url ?? '')
    const world = await app.makeWorld({ debounceMs: 0 })
    const acknowledged = new Set<string>()
    const sent = Array.from({ length: 60 }, (_, n) => `message ${n}`)
    let isOver = false
    const cutting = (async () => {
      while (!isOver) await outage.cutConnections()
    })()
    const statuses = new Set<number>()
    async function sender(mine: readonly string[]) {
      for (const text of mine) {
        for (let tries = 0; tries < 200 && !acknowledged.has(text); tries += 1) {
          const { status } = await world.say(text, { providerMessageId: `wamid.${text}` })
          statuses.add(status)
          if (status === 200) acknowledged.add(text)
        }
      }
    }
    // After a while the provider has been refused often enough: then the cutting ends and everything must get through.
    const stopCutting = setTimeout(() => (isOver = true), 2_000)
    await Promise.all(Array.from({ length: 6 }, (_, n) => sender(sent.filter((_text, index) => index % 6 === n))))
    isOver = true
    clearTimeout(stopCutting)
    await cutting

    expect([...statuses].toSorted()).toEqual([200, 503])
    expect(acknowledged.size).toBe(sent.length)
    await expect
      .poll(async () =>
        textsOf(
          await world.owner.query<Inbox>(listMessages).catch(() => ({ conversations: { nodes: [] } })),
        ).toSorted(),
      )
      .toEqual(sent.toSorted())
    await outage.close()
  })
})

const fetchAs = (token: string) =>
  fetch(new URL('/graphql', app.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ viewer { tenant { slug } } }' }),
  })
