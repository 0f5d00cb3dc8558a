import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { encodeCursor } from '../../src/platform/events/position.ts'
import { openSocket, type RawSocket, type SocketMessage } from '../kit/raw-socket.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let app: TestApp
beforeAll(async () => void (app = await startApp({ socketLimits: { slowReaderMs: 1_000, bufferedBytes: 64 * 1024 } })))
afterAll(() => app.stop())

const opened: RawSocket[] = []
afterEach(() => opened.splice(0).forEach((socket) => socket.end()))

async function openAs(token: string | null): Promise<RawSocket> {
  const socket = await openSocket(app.url)
  opened.push(socket)
  await socket.init({ authorization: `Bearer ${token}` })
  return socket
}

async function askOn(socket: RawSocket, payload: Readonly<Record<string, unknown>>): Promise<SocketMessage> {
  socket.send({ id: 'q', type: 'subscribe', payload })
  return socket.next()
}

const watch = 'subscription ($after: Cursor) { messageAdded(after: $after) { cursor message { text } } }'
interface Added {
  readonly messageAdded: { readonly cursor: string; readonly message: { readonly text: string } }
}

/** The cursor of the world's newest message. */
async function cursorOf(world: World): Promise<string> {
  const events = await world.owner.subscribe<Added>(watch)
  await expect.poll(async () => (await world.say('knock')).status === 200 && events.waiting.length > 0).toBe(true)
  const { cursor } = (await events.next()).messageAdded
  await events.stop()
  return cursor
}

describe('what is no message of the protocol', () => {
  test.each([
    ['no JSON', '{"type":'],
    ['a list', '[]'],
    ['no type', '{}'],
    ['a type that nobody knows', '{"type":"hologram"}'],
    ['a subscription without an id', '{"type":"subscribe","payload":{"query":"{ __typename }"}}'],
    ['a query that is a number', '{"id":"1","type":"subscribe","payload":{"query":5}}'],
    ['variables that are a list', '{"id":"1","type":"subscribe","payload":{"query":"{ __typename }","variables":[1]}}'],
    ['a nesting without end', '['.repeat(60_000)],
  ])('%s closes the socket with 4400, and the server goes on', async (_name, text) => {
    const world = await app.makeWorld()
    const socket = await openAs(world.owner.token)
    socket.socket.send(text)
    const { code, reason } = await socket.closed
    expect(code).toBe(4400)
    expect(reason).not.toMatch(/node_modules|\/src\/|stack/)
    expect(await world.owner.query('{ __typename }')).toEqual({ __typename: 'Query' })
  })

  test('variables nested without end are refused over both transports, and the socket lives on', async () => {
    const world = await app.makeWorld()
    const query =
      'mutation ($metadata: JSON) { knowledgeDocImport(input: { docs: [{ externalId: "a", title: "a", content: "a", metadata: $metadata }] }) { errors { code path } } }'
    const body = `{"query":${JSON.stringify(query)},"variables":{"metadata":{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}}}`
    const response = await fetch(new URL('/graphql', app.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${world.owner.token}` },
      body,
    })
    const overHttp = JSON.parse(await response.text()) as { errors: { extensions: { code: string } }[] }
    expect(overHttp.errors[0]?.extensions.code).toBe('BAD_USER_INPUT')
    const socket = await openAs(world.owner.token)
    socket.socket.send(`{"id":"q","type":"subscribe","payload":${body}}`)
    expect(JSON.stringify((await socket.next()).payload)).toContain('"code":"BAD_USER_INPUT"')
  })
})

describe('a cursor', () => {
  test.each([
    ['of another tenant', (theirs: string) => theirs],
    [
      'that was changed by one letter',
      (_: string, own: string) => `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`,
    ],
    ['that is empty', () => ''],
    ['that is no cursor', () => "'; drop table events; --"],
    ['of 10 KB', () => 'x'.repeat(10_000)],
  ])('%s is refused in the same words', async (_name, make) => {
    const [mine, theirs] = [await app.makeWorld(), await app.makeWorld()]
    const after = make(await cursorOf(theirs), await cursorOf(mine))
    expect(await askOn(await openAs(mine.owner.token), { query: watch, variables: { after } })).toMatchObject({
      id: 'q',
      type: 'error',
      payload: [{ message: 'This cursor is not valid here.', extensions: { code: 'BAD_USER_INPUT' } }],
    })
  })

  test('that the log does not reach back to is refused with how to go on', async () => {
    const world = await app.makeWorld()
    const after = encodeCursor(world.tenantId, { xid: '1', seq: '1' })
    expect(await askOn(await openAs(world.owner.token), { query: watch, variables: { after } })).toMatchObject({
      id: 'q',
      type: 'error',
      payload: [
        {
          message: 'This cursor is too old: read the current state again, then follow from now.',
          extensions: { code: 'BAD_USER_INPUT', reason: 'CURSOR_EXPIRED' },
        },
      ],
    })
  })
})

describe('what goes wrong inside', () => {
  const words = 'relation "customers" of db.internal: SELECT secret FROM /srv/parley/src/x.ts'

  /** Everything that is read from the database fails. */
  async function whileBroken<T>(run: () => Promise<T>): Promise<T> {
    const { db } = app.services
    const { read, readBytes, withTenant } = db
    db.read = (tenantId, statements) =>
      statements.some(({ text }) => text.includes('authenticate'))
        ? read(tenantId, statements)
        : Promise.reject(Object.assign(new Error(words), { code: '42P01', detail: words }))
    db.readBytes = async (tenantId, statements) =>
      (await db.read(tenantId, statements)).map((text) => (text === null ? null : Buffer.from(text)))
    db.withTenant = () => Promise.reject(new TypeError(words))
    try {
      return await run()
    } finally {
      Object.assign(db, { read, readBytes, withTenant })
    }
  }

  const documents: [string, string][] = [
    ['a query', '{ conversations(first: 1) { nodes { id } } }'],
    ['a mutation', 'mutation { orderReviewClaim(id: "ord_01h455vb4pex5vsknk084sn02q") { errors { code } } }'],
  ]
  test.each(documents)(
    'is not told by %s, over HTTP or WebSocket; the log has it, with the request id',
    async (_name, query) => {
      const world = await app.makeWorld()
      const socket = await openAs(world.owner.token)
      const [overHttp, overSocket] = await whileBroken(async () => [
        await world.owner.send(query),
        await askOn(socket, { query }),
      ])
      for (const text of [JSON.stringify(overHttp), JSON.stringify(overSocket)]) {
        expect(text).toContain('Something went wrong on our side.')
        expect(text).toContain('"code":"INTERNAL"')
        expect(text).not.toMatch(/relation|customers|db\.internal|SELECT|42P01|srv|TypeError|stack/)
      }
      const logged = app.logLines.find(
        (line) => line['requestId'] === overHttp.errors[0]?.extensions.requestId && 'err' in line,
      )
      expect(JSON.stringify(logged)).toContain('db.internal')
    },
  )

  test('is not told by a subscription that cannot go on', async () => {
    const world = await app.makeWorld()
    const after = await cursorOf(world)
    const socket = await openAs(world.owner.token)
    const answer = await whileBroken(() => askOn(socket, { query: watch, variables: { after } }))
    expect(answer).toMatchObject({
      id: 'q',
      type: 'error',
      payload: [{ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } }],
    })
    expect(JSON.stringify(answer)).not.toContain('internal:')
    expect(JSON.stringify(app.logLines)).toContain('db.internal')
  })

  test('is not told by the addresses beside GraphQL', async () => {
    const world = await app.makeWorld()
    await whileBroken(async () => {
      const hook = await world.say('hola')
      expect(hook.status).toBe(503)
      for (const path of [
        '/readyz',
        '/metrics',
        '/.well-known/jwks.json',
        `/webhooks/whatsapp/${world.account.id}?hub.mode=subscribe`,
      ]) {
        expect(await (await fetch(new URL(path, app.url))).text()).not.toContain('db.internal')
      }
    })
  })
})

describe('a reader of events that does not read', () => {
  test('is cut, and gets everything it missed when it comes back with its last cursor', async () => {
    const world = await app.makeWorld()
    const after = await cursorOf(world)
    const slow = await openAs(world.owner.token)
    // Each event carries the same long text many times over, so that a few of them fill every buffer on the way.
    const parts = Array.from({ length: 20 }, (_part, n) => `t${n}: text`).join(' ')
    const query = `subscription ($after: Cursor) { messageAdded(after: $after) { cursor message { text ${parts} } } }`
    // It does not read at all: not even what its system would take in for it.
    slow.socket.pause()
    slow.send({ id: 's', type: 'subscribe', payload: { query, variables: { after } } })
    const texts = Array.from({ length: 16 }, (_text, n) => `${n} ${'ñ'.repeat(30_000)}`)
    for (const text of texts) await world.say(text)
    await expect.poll(() => app.logLines.some(({ msg }) => msg === 'socket too slow'), { timeout: 10_000 }).toBe(true)
    slow.socket.resume()
    const got: string[] = []
    let cursor = after
    const take = (message: SocketMessage) => {
      const { data } = message.payload as { data: Added }
      if (data.messageAdded.message.text !== 'knock') got.push(data.messageAdded.message.text)
      cursor = data.messageAdded.cursor
    }
    const closed = slow.closed.then((closing) => ({ closing }))
    for (;;) {
      const next = await Promise.race([slow.next().catch(() => null), closed])
      if (next === null || 'closing' in next) break
      take(next)
    }
    expect((await closed).closing).toEqual({
      code: 4429,
      reason: 'too slow: reconnect and resume from the last cursor',
    })
    expect(got.length).toBeLessThan(texts.length)

    const again = await world.owner.subscribe<Added>(watch, { after: cursor })
    while (got.length < texts.length) take({ type: 'next', payload: { data: await again.next() } })
    expect(got.map((text) => text.split(' ')[0])).toEqual(texts.map((text) => text.split(' ')[0]))
    await again.stop()
  })
})
