import { getIntrospectionQuery } from 'graphql'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openSocket, type RawSocket } from '../kit/raw-socket.ts'
import type { Subscription } from '../kit/client.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'
import { mintToken } from '../../src/tenancy/index.ts'

let app: TestApp
beforeAll(async () => void (app = await startApp({ socketLimits: { operations: 2, slowReaderMs: 1_000 } })))
afterAll(() => app.stop())

const opened: RawSocket[] = []
afterEach(() => opened.splice(0).forEach((socket) => socket.end()))

async function open(options?: Parameters<typeof openSocket>[1], at: TestApp = app): Promise<RawSocket> {
  const socket = await openSocket(at.url, options)
  opened.push(socket)
  return socket
}

async function openAs(token: string | null, at: TestApp = app): Promise<RawSocket> {
  const socket = await open({}, at)
  await socket.init({ authorization: `Bearer ${token}` })
  return socket
}

describe('who may open a socket', () => {
  test('a member is acknowledged and told how far back a cursor reaches', async () => {
    const world = await app.makeWorld()
    const socket = await open()
    const ack = await socket.init({ authorization: `Bearer ${world.owner.token}` })
    expect(ack).toMatchObject({
      type: 'connection_ack',
      payload: { resumeWindowSeconds: expect.any(Number), serverTime: expect.stringMatching(/^\d{4}-/) },
    })
  })

  test.each([
    ['a wrong token', { authorization: 'Bearer nonsense' }],
    ['no credential', {}],
  ])('%s is closed with 4403, without a hint', async (_name, payload) => {
    const socket = await open()
    socket.send({ type: 'connection_init', payload })
    expect(await socket.closed).toEqual({ code: 4403, reason: 'Forbidden' })
  })

  test('whoever does not say who they are within three seconds is closed', async () => {
    const socket = await open()
    expect(await socket.closed).toEqual({ code: 4408, reason: 'Connection initialisation timeout' })
  })

  test('an operation before the acknowledgement is closed with 4401', async () => {
    const socket = await open()
    socket.send({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } })
    expect((await socket.closed).code).toBe(4401)
  })

  test('a web page of a foreign origin is not upgraded, one of this server is', async () => {
    const foreign = await open({ origin: 'https://evil.example' })
    expect(await foreign.closed).toEqual({ code: 403, reason: 'not upgraded' })
    const own = await open({ origin: app.url })
    expect(own.socket.readyState).toBe(own.socket.OPEN)
  })

  test('the server talks graphql-transport-ws only', async () => {
    const socket = await open({ protocol: 'graphql-ws' })
    expect((await socket.closed).code).not.toBe(1000)
    expect(socket.socket.readyState).toBe(socket.socket.CLOSED)
  })
})

describe('operations on a socket', () => {
  test('queries are answered as over HTTP', async () => {
    const world = await app.makeWorld()
    const socket = await openAs(world.owner.token)
    socket.send({ id: 'q', type: 'subscribe', payload: { query: '{ viewer { tenant { slug } } }' } })
    expect(await socket.next()).toEqual({
      id: 'q',
      type: 'next',
      payload: {
        data: { viewer: { tenant: { slug: world.slug } } },
        extensions: {
          cost: { requested: 2, limit: 1_000, available: 99_999_998, capacity: 100_000_000, restoreRate: 1_666_666 },
        },
      },
    })
    expect(await socket.next()).toEqual({ id: 'q', type: 'complete' })
  })

  test('a document that the schema does not allow is answered by an error with a code', async () => {
    const world = await app.makeWorld()
    const socket = await openAs(world.owner.token)
    socket.send({ id: 'q', type: 'subscribe', payload: { query: '{ nothing }' } })
    expect(await socket.next()).toMatchObject({
      id: 'q',
      type: 'error',
      payload: [{ message: expect.stringContaining('nothing'), extensions: { code: 'BAD_USER_INPUT' } }],
    })
  })

  test('what costs too much is refused as over HTTP, literal or variable', async () => {
    const world = await app.makeWorld()
    const query = 'query ($n: Int) { conversations(first: $n) { nodes { messages(first: 100) { nodes { id } } } } }'
    const overHttp = await world.owner.send(query, { n: 100 })
    expect(overHttp.errors[0]?.extensions.code).toBe('COST_LIMIT_EXCEEDED')
    const socket = await openAs(world.owner.token)
    socket.send({ id: 'q', type: 'subscribe', payload: { query, variables: { n: 100 } } })
    const answer = await socket.next()
    expect(JSON.stringify(answer.payload)).toContain('COST_LIMIT_EXCEEDED')
  })

  test('one socket may not hold more operations than it should', async () => {
    const world = await app.makeWorld()
    const socket = await openAs(world.owner.token)
    const query = 'subscription { inboxEvents { __typename } }'
    for (const id of ['1', '2', '3']) socket.send({ id, type: 'subscribe', payload: { query } })
    expect(await socket.next()).toMatchObject({
      id: '3',
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED' } }],
    })
  })

  test('a message beyond 64 KB closes the socket', async () => {
    const world = await app.makeWorld()
    const socket = await openAs(world.owner.token)
    socket.send({ id: 'q', type: 'subscribe', payload: { query: `{ __typename } # ${'x'.repeat(70_000)}` } })
    expect((await socket.closed).code).toBe(1009)
  })

  test('a refusal of a subscription names its permission, and no event follows', async () => {
    const world = await app.makeWorld()
    const warehouse = await world.as('WAREHOUSE')
    const socket = await openAs(warehouse.token)
    socket.send({ id: 's', type: 'subscribe', payload: { query: 'subscription { inboxEvents { __typename } }' } })
    expect(await socket.next()).toMatchObject({
      id: 's',
      type: 'error',
      payload: [{ extensions: { code: 'FORBIDDEN' } }],
    })
  })
})

describe('the end of a socket', () => {
  test('comes with the end of its token', async () => {
    const world = await app.makeWorld()
    const minted = await mintToken(app.services, { tenant: world.slug, role: 'OWNER', ttlMs: 2_000 })
    if (!minted.ok) throw new Error('no token')
    const socket = await openAs(minted.token)
    expect(await socket.closed).toEqual({ code: 4403, reason: 'token expired' })
  })

  test('comes within two seconds of a member being removed', async () => {
    const world = await app.makeWorld()
    const viewer = await world.as('VIEWER')
    const socket = await openAs(viewer.token)
    const { members } = await world.owner.query<{ members: { nodes: { id: string; role: string }[] } }>(
      '{ members(first: 20) { nodes { id role } } }',
    )
    const membership = members.nodes.find(({ role }) => role === 'VIEWER')
    const removedAtMs = performance.now()
    await world.owner.mutate('mutation ($id: ID!) { memberRemove(id: $id) { errors { code } } }', {
      id: membership?.id,
    })
    expect((await socket.closed).code).toBe(4403)
    expect(performance.now() - removedAtMs).toBeLessThan(2_000)
  })

  test('comes with a shutdown, which asks to resume from the last cursor', async () => {
    const stopping = await startApp()
    const world = await stopping.makeWorld()
    const socket = await openAs(world.owner.token, stopping)
    const stopped = stopping.stop()
    expect(await socket.closed).toEqual({
      code: 1012,
      reason: 'restarting: reconnect and resume from the last cursor',
    })
    await stopped
  })
})

describe('live events', () => {
  const watch = `subscription ($after: Cursor) {
    messageAdded(after: $after) { cursor message { text providerMessageId } }
  }`
  interface Added {
    readonly messageAdded: { cursor: string; message: { text: string; providerMessageId: string } }
  }

  /** Subscribes and waits until the subscription lives: the protocol has no acknowledgement for that, so it knocks. */
  async function follow(world: World): Promise<Subscription<Added>> {
    const events = await world.owner.subscribe<Added>(watch)
    for (let knocks = 0; knocks < 20; knocks += 1) {
      await world.say('knock')
      const heard = await events.next(300).catch(() => null)
      if (heard !== null) return events
    }
    throw new Error('The subscription heard nothing')
  }

  async function nextMessage(events: Subscription<Added>): Promise<Added['messageAdded']> {
    for (;;) {
      const { messageAdded } = await events.next()
      if (messageAdded.message.text !== 'knock') return messageAdded
    }
  }

  test('a message that comes in is pushed to who watches', async () => {
    const world = await app.makeWorld()
    const events = await follow(world)
    await world.say('hola')
    expect((await nextMessage(events)).message.text).toBe('hola')
    await events.stop()
  })

  test('whoever comes back with a cursor gets what was missed, once and in order, then what is new', async () => {
    const world = await app.makeWorld()
    const first = await follow(world)
    await world.say('one')
    const { cursor } = await nextMessage(first)
    await first.stop()
    await world.say('two')
    await world.say('three')
    const again = await world.owner.subscribe<Added>(watch, { after: cursor })
    const texts = [(await nextMessage(again)).message.text, (await nextMessage(again)).message.text]
    await world.say('four')
    texts.push((await nextMessage(again)).message.text)
    expect(texts).toEqual(['two', 'three', 'four'])
    await again.stop()
  })

  test("another tenant's events never arrive", async () => {
    const [mine, theirs] = [await app.makeWorld(), await app.makeWorld()]
    const events = await follow(mine)
    await theirs.say('not for you')
    await mine.say('for me')
    expect((await nextMessage(events)).message.text).toBe('for me')
    expect(events.waiting).toEqual([])
    await events.stop()
  })
})

test('a reader that does not read is cut and told to resume from its last cursor; its neighbour is not', async () => {
  const impatient = await startApp({ socketLimits: { slowReaderMs: 1_000 } })
  try {
    const world = await impatient.makeWorld()
    const [slow, healthy] = [await openAs(world.owner.token, impatient), await openAs(world.owner.token, impatient)]
    slow.socket.pause()
    const query = getIntrospectionQuery()
    for (let id = 0; id < 60; id += 1) slow.send({ id: String(id), type: 'subscribe', payload: { query } })
    await expect
      .poll(() => impatient.logLines.some(({ msg }) => msg === 'socket too slow'), { timeout: 10_000 })
      .toBe(true)
    healthy.send({ id: 'q', type: 'subscribe', payload: { query: '{ __typename }' } })
    expect(await healthy.next()).toMatchObject({ id: 'q', payload: { data: { __typename: 'Query' } } })
    slow.socket.resume()
    expect(await slow.closed).toEqual({ code: 4429, reason: 'too slow: reconnect and resume from the last cursor' })
  } finally {
    await impatient.stop()
  }
}, 60_000)
