import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSocket, type RawSocket } from '../kit/raw-socket.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp({
    env: { ANONYMOUS_REQUESTS_PER_MINUTE: '12' },
    socketLimits: { operations: 2, socketsPerActor: 3, socketsPerTenant: 5 },
  })
})
afterAll(() => app.stop())

const open: RawSocket[] = []
async function openAs(token: string | null): Promise<RawSocket> {
  const socket = await openSocket(app.url)
  open.push(socket)
  await socket.init({ authorization: `Bearer ${token}` })
  return socket
}

/** Whoever is over a limit is not acknowledged. */
async function refusal(token: string | null): Promise<{ code: number; reason: string }> {
  const socket = await openSocket(app.url)
  socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
  return socket.closed
}

const events = 'subscription { inboxEvents { __typename } }'

describe('sockets', () => {
  test('are as many as a credential and its tenant may have; one that ends makes room', async () => {
    const world = await app.makeWorld()
    const [operator, viewer] = [await world.as('OPERATOR'), await world.as('VIEWER')]
    const first = await openAs(operator.token)
    await openAs(operator.token)
    await openAs(operator.token)
    expect(await refusal(operator.token)).toEqual({ code: 4429, reason: 'too many sockets with this credential' })

    await openAs(viewer.token)
    await openAs(viewer.token)
    expect(await refusal(viewer.token)).toEqual({ code: 4429, reason: 'too many sockets of this tenant' })
    // The neighbours have their own.
    await openAs((await app.makeWorld()).owner.token)

    first.end()
    await first.closed
    await expect.poll(async () => (await tryOpen(viewer.token)) === 'acknowledged').toBe(true)
    for (const socket of open.splice(0)) socket.end()
  })

  test('hold as many operations as they may, and more when one of them ends', async () => {
    const world = await app.makeWorld()
    const socket = await openAs(world.owner.token)
    for (const id of ['1', '2', '3']) socket.send({ id, type: 'subscribe', payload: { query: events } })
    expect(await socket.next()).toMatchObject({
      id: '3',
      type: 'error',
      payload: [{ message: 'At most 2 operations at a time on one socket.', extensions: { code: 'RATE_LIMITED' } }],
    })
    socket.send({ id: '1', type: 'complete' })
    socket.send({ id: '4', type: 'subscribe', payload: { query: '{ __typename }' } })
    expect(await socket.next()).toMatchObject({ id: '4', type: 'next' })
    socket.end()
  })

  test('are not tried without end by strangers: missing and wrong credentials count as over HTTP', async () => {
    const closed: { code: number; reason: string }[] = []
    for (let count = 0; count < 14; count += 1)
      closed.push(await refusal(count % 2 === 0 ? 'wrong' : 'eyJhbGciOiJub25lIn0.e30.'))

    expect(closed.slice(0, 12).map(({ code }) => code)).toEqual(Array(12).fill(4403))
    expect(closed.at(-1)).toEqual({ code: 4429, reason: 'too many attempts without a valid credential' })
    expect((await app.stranger.send('{ __typename }')).status).toBe(429)
    const world = await app.makeWorld()
    expect(await (await openAs(world.owner.token)).socket.readyState).toBe(1)
  })

  async function tryOpen(token: string | null): Promise<string> {
    const socket = await openSocket(app.url)
    open.push(socket)
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
    const closed = socket.closed.then(({ reason }) => reason)
    const acknowledged = socket.next().then(
      () => 'acknowledged',
      () => closed,
    )
    return Promise.race([closed, acknowledged])
  }
})

describe('in production', () => {
  let production: TestApp
  beforeAll(async () => {
    production = await startApp({ env: { NODE_ENV: 'production' } })
  })
  afterAll(() => production.stop())

  const introspection = '{ __schema { queryType { name } } __type(name: "Order") { fields { name } } }'
  const typingError = '{ viewr { tenant { slug } } }'

  test('a stranger sees no schema, no suggestion and no playground, and opens no socket', async () => {
    const hidden = await production.stranger.send(introspection)
    expect([hidden.status, hidden.data, hidden.errors[0]?.extensions.code]).toEqual([401, null, 'UNAUTHENTICATED'])
    const { errors } = await production.stranger.send(typingError)
    expect(errors.map(({ message }) => message)).toEqual(['Cannot query field "viewr" on type "Query".'])
    const page = await fetch(new URL('/graphql', production.url), { headers: { accept: 'text/html' } })
    expect(page.status).toBe(401)
    expect(await page.text()).not.toContain('<html')

    const socket = await openSocket(production.url)
    socket.send({ type: 'connection_init', payload: {} })
    expect((await socket.closed).code).toBe(4403)
    const early = await openSocket(production.url)
    early.send({ id: '1', type: 'subscribe', payload: { query: introspection } })
    expect((await early.closed).code).toBe(4401)
  })

  test('a member reads the schema over both transports, and has no names guessed over either', async () => {
    const world = await production.makeWorld()
    const { data } = await world.owner.send(introspection)
    expect(data).toMatchObject({ __schema: { queryType: { name: 'Query' } } })
    const { errors } = await world.owner.send(typingError)
    expect(errors.map(({ message }) => message)).toEqual(['Cannot query field "viewr" on type "Query".'])

    const socket = await openSocket(production.url)
    await socket.init({ authorization: `Bearer ${world.owner.token}` })
    socket.send({ id: '1', type: 'subscribe', payload: { query: introspection } })
    expect(await socket.next()).toMatchObject({ id: '1', type: 'next', payload: { data } })
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' })
    socket.send({ id: '2', type: 'subscribe', payload: { query: typingError } })
    expect(await socket.next()).toMatchObject({
      id: '2',
      type: 'error',
      payload: [{ message: 'Cannot query field "viewr" on type "Query".' }],
    })
    socket.end()
  })
})
