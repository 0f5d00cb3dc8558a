import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeStatus, envelope } from '../../src/platform/channels/whatsapp/compose.ts'
import { signHub } from '../../src/platform/channels/index.ts'
import { storedRows } from '../faults/stored-rows.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let app: TestApp
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.stop())

interface Inbox {
  conversations: { nodes: { messages: { nodes: { kind: string; text: string | null }[] } }[] }
  quarantinedEvents: { nodes: { reason: string }[] }
}

/** Texts and kinds of all stored messages, and the reasons of what is in quarantine, in alphabetical order. */
async function stored(world: World) {
  const { conversations, quarantinedEvents } = await world.owner.query<Inbox>(/* GraphQL */ `
    {
      conversations(first: 5) {
        nodes {
          messages(last: 50) {
            nodes {
              kind
              text
            }
          }
        }
      }
      quarantinedEvents(first: 50) {
        nodes {
          reason
        }
      }
    }
  `)
  const messages = conversations.nodes.flatMap((conversation) => conversation.messages.nodes)
  return {
    messages: messages.map(({ kind, text }) => text ?? kind).toSorted(),
    quarantined: quarantinedEvents.nodes.map(({ reason }) => reason).toSorted(),
  }
}

const signed = (world: World, body: string, contentType = 'application/json') =>
  world.deliver({
    body,
    headers: { 'content-type': contentType, 'x-hub-signature-256': signHub(body, world.account.appSecret) },
  })

const text = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  from: '573001112233',
  timestamp: '1763640000',
  type: 'text',
  text: { body: id },
  ...more,
})

function payload(world: World, ...items: readonly object[]): string {
  const metadata = { phone_number_id: world.account.phoneNumberId }
  return JSON.stringify(envelope(items.map((item) => ({ metadata, messages: [item] }))))
}

describe('what is not from the provider', () => {
  test('stores nothing in any table, whatever is wrong with the signature', async () => {
    const world = await app.makeWorld()
    const body = payload(world, text('wamid.forged'))
    const right = signHub(body, world.account.appSecret)
    const before = await storedRows(app.database.db, world.tenantId)

    const wrong: Record<string, string>[] = [
      {},
      { 'x-hub-signature-256': '' },
      { 'x-hub-signature-256': 'sha256=' },
      { 'x-hub-signature-256': right.replace('sha256=', '') },
      { 'x-hub-signature-256': right.replace('sha256=', 'sha1=') },
      { 'x-hub-signature-256': `${right}0` },
      { 'x-hub-signature-256': right.slice(0, -1) },
      { 'x-hub-signature-256': signHub(body, 'another secret') },
      { 'x-hub-signature-256': signHub(`${body} `, world.account.appSecret) },
      { 'x-hub-signature-256': `${right}, ${right}` },
      { 'x-hub-signature': right },
    ]
    for (const headers of wrong) {
      const response = await world.deliver({ body, headers })
      expect([response.status, headers]).toEqual([401, headers])
      expect(await response.json()).toEqual({
        error: {
          code: 'UNAUTHENTICATED',
          message: 'This request is not from the provider.',
          requestId: response.headers.get('x-request-id'),
        },
      })
    }

    expect(await storedRows(app.database.db, world.tenantId)).toEqual(before)
    expect((await signed(world, body)).status).toBe(200)
    expect(await storedRows(app.database.db)).not.toEqual(before)
  })

  test('is refused before it is read when it is larger than any delivery', async () => {
    const world = await app.makeWorld()
    const before = await storedRows(app.database.db, world.tenantId)
    const body = payload(world, text('wamid.large', { pad: 'x'.repeat(3 * 1024 * 1024) }))
    expect((await signed(world, body)).status).toBe(413)
    expect(await storedRows(app.database.db, world.tenantId)).toEqual(before)
    const fits = payload(world, text('wamid.fits', { pad: 'x'.repeat(3 * 1024 * 1024 - 2_000) }))
    expect((await signed(world, fits)).status).toBe(200)
  })

  test('cannot choose its way by a path, a method or a content type', async () => {
    const world = await app.makeWorld()
    const body = payload(world, text('wamid.way'))
    const post = (path: string, method = 'POST') =>
      fetch(`${app.url}/webhooks/whatsapp/${path}`, {
        method,
        headers: { 'x-hub-signature-256': signHub(body, world.account.appSecret) },
        ...(method === 'GET' ? {} : { body }),
      })
    expect((await post('..%2f..%2fgraphql')).status).toBe(401)
    expect((await post(`${world.account.id}%00`)).status).toBe(401)
    expect((await post('%ff')).status).toBe(400)
    expect((await post(world.account.id, 'PUT')).status).toBe(404)
    expect((await post(world.account.id, 'GET')).status).toBe(403)
    expect((await signed(world, body, 'text/plain')).status).toBe(200)
    expect(await stored(world)).toEqual({ messages: ['wamid.way'], quarantined: [] })
  })
})

describe('a signed body', () => {
  const cases: [string, (world: World) => string, number, string[]][] = [
    ['that is empty', () => '', 400, ['MALFORMED']],
    ['that is no JSON', () => '{"object":', 400, ['MALFORMED']],
    ['that is null', () => 'null', 400, ['MALFORMED']],
    ['that is a list', () => '[1]', 400, ['MALFORMED']],
    ['that is nested without end', () => '['.repeat(100_000) + ']'.repeat(100_000), 400, ['MALFORMED']],
    ['whose number is half a megabyte long', () => bodyOf('9'.repeat(500_000)), 400, ['MALFORMED']],
    ['whose number holds what Postgres cannot', () => bodyOf('4\u0000\ud83c'), 200, ['UNKNOWN_ROUTE']],
    [
      'without messages',
      (world) =>
        JSON.stringify(envelope([{ metadata: { phone_number_id: world.account.phoneNumberId }, messages: null }])),
      200,
      [],
    ],
  ]
  test.each(cases)('%s is answered and kept once', async (_name, make, status, quarantined) => {
    const world = await app.makeWorld()
    expect((await signed(world, make(world))).status).toBe(status)
    expect((await signed(world, make(world))).status).toBe(status)
    expect(await stored(world)).toEqual({ messages: [], quarantined })
  })

  function bodyOf(phoneNumberId: string): string {
    return JSON.stringify(envelope([{ metadata: { phone_number_id: phoneNumberId }, messages: [text('wamid.x')] }]))
  }
})

describe('one bad message among good ones', () => {
  const long = 'z'.repeat(100_000)
  const bad: [string, object, string[], string[]][] = [
    ['has an id of 100 KB', { id: long }, [], ['MALFORMED']],
    ['has no id', { id: '' }, [], ['MALFORMED']],
    ['has a number for a type', { type: 7 }, [], ['MALFORMED']],
    ['has a time that is none', { timestamp: 'yesterday' }, [], ['MALFORMED']],
    ['names nobody', { from: 'somebody' }, [], ['NO_SENDER']],
    ['has an object for a sender', { from: {} }, [], ['MALFORMED']],
    ['is of a kind nobody knows', { type: 'hologram', hologram: { depth: 3 } }, ['UNKNOWN'], []],
    ['is of the kind «constructor»', { type: 'constructor' }, ['UNKNOWN'], []],
    ['is of the kind «__proto__»', { type: '__proto__' }, ['UNKNOWN'], []],
    ['has a number for a text', { text: { body: 5 } }, ['UNKNOWN'], []],
    ['has no text', { text: null }, ['UNKNOWN'], []],
    ['is nested without end', { type: 'hologram', hologram: 'DEEP' }, ['UNKNOWN'], []],
    ['has a cart with a list of nothing', { type: 'order', order: { product_items: [null, 5] } }, ['UNKNOWN'], []],
    ['stands nowhere on earth', { type: 'location', location: { latitude: 1e308, longitude: 'x' } }, ['UNKNOWN'], []],
    ['quotes something endless', { context: { id: long }, text: { body: 'quoting' } }, ['quoting'], []],
    [
      'tells an address of 100 KB',
      { type: 'system', system: { type: 'user_changed_user_id', user_id: long } },
      ['SYSTEM'],
      [],
    ],
  ]
  test.each(bad)('that %s takes nothing else with it', async (_name, change, messages, quarantined) => {
    const world = await app.makeWorld()
    const endless = '['.repeat(50_000) + ']'.repeat(50_000)
    const body = payload(world, text('first'), text('wamid.bad', change as Record<string, unknown>), text('last'))

    expect((await signed(world, body.replace('"DEEP"', endless))).status).toBe(200)

    expect(await stored(world)).toEqual({ messages: ['first', 'last', ...messages].toSorted(), quarantined })
  })

  test('is news of a state of 100 KB, which is kept aside', async () => {
    const world = await app.makeWorld()
    const { phoneNumberId, appSecret } = world.account
    const news = composeStatus({
      phoneNumberId,
      appSecret,
      providerMessageId: 'wamid.1',
      status: 'sent',
      at: new Date(),
    })
    expect((await signed(world, news.body.replace('"sent"', JSON.stringify(long)))).status).toBe(200)
    expect(await stored(world)).toEqual({ messages: [], quarantined: ['MALFORMED'] })
  })
})

describe('a failure of ours', () => {
  /** Has had a delivery, so that from now on the only transactions of its tenant are those that store something. */
  async function knownWorld(): Promise<World> {
    const world = await app.makeWorld()
    await signed(world, payload(world, text('hello')))
    return world
  }

  /** Makes the work of a transaction fail while `isHit` says so; the error names what must never be told. */
  async function whileFailing<T>(
    isHit: (tenantId: string) => boolean,
    error: Error,
    run: () => Promise<T>,
  ): Promise<T> {
    const { db } = app.services
    const withTenant = db.withTenant
    db.withTenant = (tenantId, work) =>
      // Instead of the work: its last statements take the commit with them, so nothing can fail in between.
      withTenant(tenantId, (tx) => (isHit(tenantId) ? Promise.reject(error) : work(tx)))
    try {
      return await run()
    } finally {
      db.withTenant = withTenant
    }
  }

  /** The database itself fails where the message is written, after all that comes before it in the transaction. */
  async function whileDatabaseFails<T>(tenantId: string, code: string, run: () => Promise<T>): Promise<T> {
    const script = (text: string) => app.database.db.asOwner((owner) => owner.script(text))
    await script(`
      create function fail_on_purpose() returns trigger language plpgsql as
        $$ begin raise exception 'secret-detail' using errcode = '${code}'; end $$;
      create trigger fail_on_purpose before insert on messages for each row
        when (new.tenant_id = '${tenantId}') execute function fail_on_purpose()`)
    try {
      return await run()
    } finally {
      await script('drop trigger fail_on_purpose on messages; drop function fail_on_purpose')
    }
  }

  const faults: [string, Error & { code?: string }][] = [
    ['a mistake in our code', new TypeError('cannot read properties of undefined: secret-detail')],
    ['a disk that is full', Object.assign(new Error('could not extend file: secret-detail'), { code: '53100' })],
    ['a race on a unique key', Object.assign(new Error('duplicate key: secret-detail'), { code: '23505' })],
    ['a database that became read-only', Object.assign(new Error('read-only: secret-detail'), { code: '25006' })],
  ]
  test.each(faults)('(%s) asks for the delivery again and acknowledges nothing', async (_name, error) => {
    const world = await knownWorld()
    const body = payload(world, text('kept by the provider'))
    const before = await storedRows(app.database.db, world.tenantId)

    const { code } = error
    const deliver = () => signed(world, body)
    const refused = await (code === undefined
      ? whileFailing((tenantId) => tenantId === world.tenantId, error, deliver)
      : whileDatabaseFails(world.tenantId, code, deliver))

    expect(refused.status).toBe(503)
    expect(await refused.json()).toEqual({
      error: {
        code: 'UNAVAILABLE',
        message: 'This cannot be stored right now: send it again.',
        requestId: refused.headers.get('x-request-id'),
      },
    })
    expect(await storedRows(app.database.db, world.tenantId)).toEqual(before)
    expect((await signed(world, body)).status).toBe(200)
    expect(await stored(world)).toEqual({ messages: ['hello', 'kept by the provider'], quarantined: [] })
  })

  test('with one part stores the others, and the redelivery brings the one that is missing', async () => {
    const world = await knownWorld()
    const body = payload(world, text('one'), text('two'), text('three'))
    let writes = 0
    const answer = await whileFailing(
      (tenantId) => tenantId === world.tenantId && (writes += 1) === 2,
      new TypeError('only this once'),
      () => signed(world, body),
    )
    expect(answer.status).toBe(503)
    expect(await stored(world)).toEqual({ messages: ['hello', 'one', 'three'], quarantined: [] })

    expect((await signed(world, body)).status).toBe(200)
    expect(await stored(world)).toEqual({ messages: ['hello', 'one', 'three', 'two'], quarantined: [] })
  })

  test('that the value causes every time is kept aside instead, so that it does not come for days', async () => {
    const world = await knownWorld()
    let writes = 0
    const tooLarge = Object.assign(new Error('index row size exceeds btree maximum'), { code: '54000' })
    const answer = await whileFailing(
      (tenantId) => tenantId === world.tenantId && (writes += 1) === 1,
      tooLarge,
      () => signed(world, payload(world, text('too large'), text('fine'))),
    )
    expect(answer.status).toBe(200)
    expect(await stored(world)).toEqual({ messages: ['fine', 'hello'], quarantined: ['NOT_STORED'] })
  })
})

test('a sender that goes away in the middle of a body leaves nothing behind', async () => {
  const world = await app.makeWorld()
  const body = payload(world, text('cut'))
  const before = await storedRows(app.database.db, world.tenantId)
  const { hostname, port } = new URL(app.url)
  const socket = connect(Number(port), hostname)
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  socket.write(
    `POST /webhooks/whatsapp/${world.account.id} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n` +
      `x-hub-signature-256: ${signHub(body, world.account.appSecret)}\r\ncontent-length: ${body.length}\r\n\r\n` +
      body.slice(0, -1),
  )
  socket.destroy()
  expect((await fetch(new URL('/livez', app.url))).status).toBe(200)
  expect(await storedRows(app.database.db, world.tenantId)).toEqual(before)
})
