import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import WebSocket from 'ws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signHub } from '../../src/platform/channels/index.ts'
import { storedRows } from '../faults/stored-rows.ts'
import { socketUrl } from '../kit/client.ts'
import { connectRaw, exchange, statusesOf } from '../kit/raw-http.ts'
import { openSocket } from '../kit/raw-socket.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'
import { isFull } from './full.ts'

let app: TestApp
let world: World
beforeAll(async () => {
  app = await startApp({ socketLimits: { socketsPerActor: 8 } })
  world = await app.makeWorld()
})
afterAll(() => app.stop())

const change = JSON.stringify({ query: 'mutation { tenantUpdate(input: { name: "taken over" }) { errors { code } } }' })
const who = JSON.stringify({ query: '{ viewer { tenant { slug } } }' })
const bearer = () => `Bearer ${world.owner.token}`
const name = async () => (await world.owner.query<{ tenant: { name: string } }>('{ tenant { name } }')).tenant.name

function send(path: string, init: RequestInit): Promise<Response> {
  return fetch(new URL(path, app.url), init)
}

describe('what a foreign web page could make a browser send', () => {
  const asPage = { origin: 'https://evil.example' }
  test.each([
    ['text/plain', 'POST', '/graphql', change],
    ['application/x-www-form-urlencoded', 'POST', '/graphql', `query=${encodeURIComponent('mutation{__typename}')}`],
    [
      'multipart/form-data; boundary=x',
      'POST',
      '/graphql',
      `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${change}\r\n--x--`,
    ],
    ['text/plain; application/json', 'POST', '/graphql', change],
    [null, 'POST', '/graphql', change],
  ])('a body of type %s changes nothing, even with the right credential', async (type, method, path, body) => {
    const before = await name()
    const headers = { ...asPage, authorization: bearer(), ...(type === null ? {} : { 'content-type': type }) }
    // A buffer, so that no content type is added where none is given.
    const response = await send(path, { method, headers, body: Buffer.from(body) })
    expect([400, 415]).toContain(response.status)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(await name()).toBe(before)
  })

  test.each([
    ['a mutation by GET', {}],
    ['a mutation by GET that calls itself a POST', { 'x-http-method-override': 'POST', 'x-method-override': 'POST' }],
    ['a mutation by GET with the header of an asked-for request', { 'apollo-require-preflight': '1' }],
  ])('%s changes nothing', async (_name, headers) => {
    const before = await name()
    const path = `/graphql?query=${encodeURIComponent('mutation { tenantUpdate(input: { name: "x" }) { errors { code } } }')}`
    const response = await send(path, { headers: { ...asPage, ...headers, authorization: bearer() } })
    expect([400, 405]).toContain(response.status)
    expect(await name()).toBe(before)
  })

  test.each(['PUT', 'PATCH', 'DELETE'])('%s is no way in', async (method) => {
    const headers = { 'content-type': 'application/json', authorization: bearer() }
    expect((await send('/graphql', { method, headers, body: change })).status).toBe(404)
  })

  const origins = [
    'https://evil.example',
    'null',
    'http://localhost.evil.example',
    'http://evil.example/http://localhost',
    'http://localhost@evil.example',
    'file://',
    'http://127.0.0.1.evil.example:4000',
  ]
  test.each(origins)('a WebSocket for a page of %s is not opened', async (origin) => {
    const socket = await openSocket(app.url, { origin })
    expect(await socket.closed).toEqual({ code: 403, reason: 'not upgraded' })
  })

  test('credentials are taken from the header alone: not from cookies, not from the address', async () => {
    const token = world.owner.token ?? ''
    const cookie = `authorization=${bearer()}; token=${token}; access_token=${token}; session=${token}`
    const paths = ['/graphql', `/graphql?access_token=${token}&authorization=Bearer%20${token}&token=${token}`]
    for (const path of paths) {
      const response = await send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: who,
      })
      expect(await response.text()).toContain('"code":"UNAUTHENTICATED"')
      expect(response.headers.get('set-cookie')).toBeNull()
    }
  })
})

const json = 'content-type: application/json'
const post = (headers: readonly string[], body: string) =>
  `POST /graphql HTTP/1.1\r\nhost: x\r\n${headers.join('\r\n')}\r\n\r\n${body}`

describe('headers', () => {
  test('of which one credential is wrong and one right are never taken for the second', async () => {
    const [right, wrong] = [`authorization: ${bearer()}`, 'authorization: Bearer wrong']
    const length = `content-length: ${who.length}`
    const first = await exchange(app.url, post([json, length, wrong, right, 'connection: close'], who))
    expect(statusesOf(first.received)).toEqual([401])
    // An Authorization that is wrong is not made good by a key that is right.
    const beside = await exchange(
      app.url,
      post([json, length, wrong, `x-api-key: ${world.owner.token}`, 'connection: close'], who),
    )
    expect(statusesOf(beside.received)).toEqual([401])
  })

  test('that name another address, host or path are not believed', async () => {
    const strict = await startApp({ env: { ANONYMOUS_REQUESTS_PER_MINUTE: '3' } })
    try {
      const statuses: number[] = []
      for (let count = 1; count <= 4; count += 1) {
        const address = `203.0.113.${count}`
        const headers = {
          'content-type': 'application/json',
          'x-forwarded-for': address,
          'x-real-ip': address,
          'x-client-ip': address,
          'true-client-ip': address,
          'cf-connecting-ip': address,
          forwarded: `for=${address}`,
          'x-forwarded-host': 'evil.example',
          'x-original-url': '/-/control/token',
          'x-rewrite-url': '/-/control/token',
        }
        const response = await fetch(new URL('/graphql', strict.url), {
          method: 'POST',
          headers,
          body: '{"query":"{ __typename }"}',
        })
        statuses.push(response.status)
        expect(await response.text()).not.toContain('evil.example')
      }
      expect(statuses).toEqual([200, 200, 200, 429])
    } finally {
      await strict.stop()
    }
  })

  test('without end are refused, and cut', async () => {
    const { received } = await exchange(app.url, post([json, `x-a: ${'a'.repeat(100_000)}`], ''))
    expect(statusesOf(received)).toEqual([431])
    expect(received).not.toMatch(/node:|\/src\/|stack/)
  })

  test('in great number are refused, or only the first of them read', async () => {
    const many = Array.from({ length: 3_000 }, (_header, index) => `a${index}: b`)
    const { received } = await exchange(app.url, post([...many, json, 'content-length: 0', 'connection: close'], ''))
    expect([400, 415, 431]).toContain(statusesOf(received)[0])
  })
})

describe('a request that two servers would cut in two places', () => {
  const hidden = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5\r\n\r\nhello'
  const cases: [string, string][] = [
    ['a length and chunks', post([json, 'content-length: 4', 'transfer-encoding: chunked'], `0\r\n\r\n${hidden}`)],
    ['two lengths', post([json, 'content-length: 0', `content-length: ${hidden.length}`], hidden)],
    ['a length with a sign', post([json, `content-length: +${hidden.length}`], hidden)],
    ['a length that is none', post([json, 'content-length: 0x10'], hidden)],
    ['chunks of an unknown kind', post([json, 'transfer-encoding: xchunked'], `0\r\n\r\n${hidden}`)],
    ['chunks that are chunked again', post([json, 'transfer-encoding: chunked, identity'], `0\r\n\r\n${hidden}`)],
    ['a space before the colon', post([json, 'content-length : 0', 'transfer-encoding : chunked'], hidden)],
    ['a folded header', post([json, 'x-a: b\r\n content-length: 0'], hidden)],
    ['a chunk without its end', post([json, 'transfer-encoding: chunked'], `5\r\nhelloX0\r\n\r\n${hidden}`)],
    ['a chunk of negative size', post([json, 'transfer-encoding: chunked'], `-1\r\n\r\n${hidden}`)],
    ['bare line feeds', post([json, 'content-length: 0'], '').replaceAll('\r\n', '\n') + hidden],
    ['a null in a header', post([json, 'x-a: \u0000'], '')],
  ]
  test.each(cases)('with %s is refused, and what hides behind it is never answered', async (_name, bytes) => {
    const { received } = await exchange(app.url, bytes)
    expect(statusesOf(received)).toEqual([400])
    expect(received).not.toMatch(/node:|\/src\/|HPE_|stack/)
  })
})

describe('what is small and grows when it is unpacked', () => {
  const large = Buffer.alloc(64 * 1024 * 1024, ' ')
  const bombs: [string, Buffer][] = [
    ['gzip', gzipSync(large)],
    ['deflate', deflateSync(large)],
    ['br', brotliCompressSync(large)],
    ['gzip, gzip', gzipSync(gzipSync(large))],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x00, 0x01, 0x00, 0x00, 0x99, 0xe9, 0xd8, 0x51])],
  ]
  test.each(bombs)('(%s) is never unpacked: neither by the API nor by a webhook', async (encoding, body) => {
    const before = await storedRows(app.database.db, world.tenantId)
    const residentBefore = process.memoryUsage.rss()
    const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
    const api = await send('/graphql', {
      method: 'POST',
      headers: { ...headers, authorization: bearer() },
      body: new Uint8Array(body),
    })
    expect([400, 413, 415]).toContain(api.status)
    expect(await api.text()).not.toMatch(/zlib|node:|\/src\//)
    const signature = { 'x-hub-signature-256': signHub(body, world.account.appSecret) }
    const hook = await send(`/webhooks/whatsapp/${world.account.id}`, {
      method: 'POST',
      headers: { ...headers, ...signature },
      body: new Uint8Array(body),
    })
    expect([400, 413, 415]).toContain(hook.status)
    expect(process.memoryUsage.rss() - residentBefore).toBeLessThan(48 * 1024 * 1024)
    const { provider_events: kept, ...after } = await storedRows(app.database.db, world.tenantId)
    const { provider_events: _kept, ...others } = before
    expect(kept).toBeDefined()
    expect(after).toEqual(others)
  })

  test('on a WebSocket is not agreed on, and a frame that is compressed all the same ends it', async () => {
    const socket = new WebSocket(socketUrl(app.url), 'graphql-transport-ws', { perMessageDeflate: true })
    await new Promise((resolve) => socket.once('open', resolve))
    expect(socket.extensions).toBe('')
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    // A text frame with RSV1 set, masked with zeros, of four bytes.
    Reflect.get(socket, '_socket').write(Buffer.from([0xc1, 0x84, 0, 0, 0, 0, 0x78, 0x9c, 0x4b, 0x04]))
    expect(await closed).toBe(1002)
  })
})

describe('a sender that takes its time', () => {
  const others = async () => {
    const startedAtMs = performance.now()
    expect(await world.owner.query('{ __typename }')).toEqual({ __typename: 'Query' })
    return performance.now() - startedAtMs
  }

  test('with its headers is cut within 15 s, and a hundred of them hold up nobody', { timeout: 40_000 }, async () => {
    const slow = await Promise.all(Array.from({ length: 100 }, () => connectRaw(app.url)))
    for (const { socket } of slow) socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n')
    const dripping = setInterval(() => slow.forEach(({ socket }) => socket.write('x-a: b\r\n')), 1_000)
    expect(await others()).toBeLessThan(2_000)
    const ends = await Promise.all(slow.map(({ ended }) => ended))
    clearInterval(dripping)
    for (const { received, durationMs } of ends) {
      expect(statusesOf(received)).toEqual([408])
      expect(durationMs).toBeLessThan(15_000)
    }
  })

  test.runIf(isFull)('with its body is cut within 35 s, at both doors', { timeout: 60_000 }, async () => {
    const paths = ['/graphql', `/webhooks/whatsapp/${world.account.id}`]
    const slow = await Promise.all(paths.map(() => connectRaw(app.url)))
    slow.forEach(({ socket }, index) =>
      socket.write(
        `POST ${paths[index]} HTTP/1.1\r\nhost: x\r\n${json}\r\nauthorization: ${bearer()}\r\ncontent-length: 1000\r\n\r\n{`,
      ),
    )
    const dripping = setInterval(() => slow.forEach(({ socket }) => socket.write(' ')), 1_000)
    expect(await others()).toBeLessThan(2_000)
    const ends = await Promise.all(slow.map(({ ended }) => ended))
    clearInterval(dripping)
    for (const { durationMs } of ends) expect(durationMs).toBeLessThan(35_000)
  })
})

describe('a socket', () => {
  test('takes no message that is too large in one frame or in many', async () => {
    for (const parts of [1, 40]) {
      const socket = await openSocket(app.url)
      await socket.init({ authorization: bearer() })
      const text = `{"id":"1","type":"subscribe","payload":{"query":"{ __typename }${' '.repeat(80_000)}"}}`
      const size = Math.ceil(text.length / parts)
      for (let part = 0; part < parts; part += 1) {
        socket.socket.send(text.slice(part * size, (part + 1) * size), { fin: part === parts - 1 })
      }
      expect((await socket.closed).code).toBe(1009)
    }
  })

  test('takes a hundred operations and refuses the next, which is asked for again when one has ended', async () => {
    const socket = await openSocket(app.url)
    await socket.init({ authorization: bearer() })
    const follow = (id: string) =>
      socket.send({ id, type: 'subscribe', payload: { query: 'subscription { inboxEvents { __typename } }' } })
    for (let id = 1; id <= 101; id += 1) follow(String(id))
    expect(await socket.next()).toMatchObject({
      id: '101',
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED' } }],
    })
    socket.send({ id: '1', type: 'complete' })
    socket.send({ id: 'q', type: 'subscribe', payload: { query: '{ __typename }' } })
    expect(await socket.next()).toMatchObject({ id: 'q', type: 'next' })
    socket.end()
  })

  test('of one credential is one of few: the next is told to stay away', async () => {
    const viewer = await world.as('VIEWER')
    const open = await Promise.all(Array.from({ length: 8 }, () => openSocket(app.url)))
    for (const socket of open)
      expect((await socket.init({ authorization: `Bearer ${viewer.token}` })).type).toBe('connection_ack')
    const next = await openSocket(app.url)
    next.send({ type: 'connection_init', payload: { authorization: `Bearer ${viewer.token}` } })
    expect(await next.closed).toEqual({ code: 4429, reason: 'too many sockets with this credential' })
    for (const socket of open) socket.end()
  })
})
