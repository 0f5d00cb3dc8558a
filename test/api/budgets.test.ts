import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiKey } from '../../src/tenancy/index.ts'
import type { ApiClient, GraphQLFault } from '../kit/client.ts'
import { openSocket } from '../kit/raw-socket.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const capacity = 1_000
const env = {
  PARLEY_SECRET: randomBytes(32).toString('hex'),
  TENANT_POINTS_PER_MINUTE: `BASIC=${capacity}`,
  OPERATIONS_PER_MINUTE: '40',
  ANONYMOUS_REQUESTS_PER_MINUTE: '20',
}
/** 301 points. */
const dear = '{ orders(first: 100) { nodes { id customer { id } latest: customer { id } } } }'

let one: TestApp
/** A second server over the same database: it shares nothing else with the first. */
let two: TestApp
let world: World
beforeAll(async () => {
  one = await startApp({ env })
  two = await startApp({ env, db: { ...one.services.db } })
  world = await one.makeWorld({ tier: 'BASIC' })
})
afterAll(async () => {
  await two.stop()
  await one.stop()
})

/** Sends it until it is refused. */
async function untilRefused(callers: readonly ApiClient[], query: string, most: number) {
  for (let count = 0; count <= most; count += 1) {
    const answer = await callers[count % callers.length]?.send(query)
    const fault = answer?.errors[0]
    if (answer !== undefined && fault !== undefined) return { count, answer, fault }
  }
  throw new Error(`Was answered ${most} times`)
}

describe('the points of a tenant', () => {
  test('are told with every answer', async () => {
    const { tenantId: _, ...other } = await one.makeWorld({ tier: 'BASIC' })
    const response = await fetch(new URL('/graphql', one.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${other.owner.token}` },
      body: JSON.stringify({ query: '{ orders(first: 10) { nodes { id } } }' }),
    })
    expect(await response.json()).toMatchObject({
      extensions: { cost: { requested: 11, limit: 1_000, available: capacity - 11, capacity, restoreRate: 16 } },
    })
  })

  test('hold over two servers, and over WebSocket as over HTTP, before any SQL', async () => {
    const other = await one.makeWorld({ tier: 'BASIC' })
    const elsewhere = two.as(other.owner.token ?? '')
    const { count, answer, fault } = await untilRefused([other.owner, elsewhere], dear, 20)

    const requested = 301
    expect(count).toBeGreaterThanOrEqual(Math.floor(capacity / requested))
    expect(count).toBeLessThanOrEqual(Math.ceil((capacity * 1.1) / requested) + 1)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(fault).toMatchObject({
      message: 'This tenant has asked for too much in the last minute.',
      extensions: {
        code: 'RATE_LIMITED',
        retryable: true,
        retryAfterSeconds: expect.any(Number),
        cost: { requested, capacity, restoreRate: 16 },
      },
    })

    const statements: string[] = []
    const stops = [one, two].map((app) => app.services.db.onStatement((text) => statements.push(text)))
    for (const app of [one, two]) {
      expect((await app.as(other.owner.token ?? '').send(dear)).errors[0]?.extensions.code).toBe('RATE_LIMITED')
      expect(await onSocket(app, other.owner.token, dear)).toMatchObject([
        { message: fault.message, extensions: { code: 'RATE_LIMITED', cost: { requested } } },
      ])
    }
    for (const stop of stops) stop()
    expect(statements.filter((text) => text.startsWith('/* Query.'))).toEqual([])
    // The neighbours have their own.
    expect((await world.owner.send(dear)).errors).toEqual([])
  })
})

describe('the operations of a credential', () => {
  test('hold over two servers, for an API key and for a person, each on its own', async () => {
    const other = await one.makeWorld({ tier: 'BASIC' })
    const made = await createApiKey(other.ctx, { name: 'Shop', scopes: ['orders:read'] })
    if (!made.ok || made.secret === null) throw new Error('no key')
    const callers = [one.as(made.secret), two.as(made.secret)]
    const { count, answer, fault } = await untilRefused(callers, '{ __typename }', 60)

    expect(count).toBeGreaterThanOrEqual(40)
    expect(count).toBeLessThanOrEqual(44)
    expect(answer.status).toBe(429)
    expect(fault.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) })
    expect((await other.owner.send('{ __typename }')).errors).toEqual([])
  })
})

test('the requests of a stranger hold over two servers, a wrong credential counts among them', async () => {
  const callers = [one.stranger, two.stranger, one.as('wrong'), two.as('wrong')]
  for (let count = 0; count < 50; count += 1) {
    const answer = await callers[count % callers.length]?.send('{ __typename }')
    if (answer?.status !== 429) continue
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) })
    expect(count).toBeGreaterThanOrEqual(20)
    expect(count).toBeLessThanOrEqual(22)
    return
  }
  throw new Error('Strangers may ask without end')
})

test('failed sign-ins count over two servers', async () => {
  const email = `somebody@${world.slug}.example`
  const query = `mutation { login(email: "${email}", password: "wrong password") { errors { code } } }`
  // From an address of their own: strangers' requests have been used up above.
  const fresh = await startApp({ env: { ...env, ANONYMOUS_REQUESTS_PER_MINUTE: '1000' }, db: { ...one.services.db } })
  try {
    const codes: unknown[] = []
    for (let count = 0; count < 6; count += 1) {
      for (const app of [fresh, two]) {
        const { errors } = await signIn(app, query)
        codes.push(errors[0]?.extensions.code ?? null)
      }
    }
    expect(codes.filter((code) => code === null)).toHaveLength(10)
    expect(codes.slice(10)).toEqual(['RATE_LIMITED', 'RATE_LIMITED'])
  } finally {
    await fresh.stop()
  }
})

/** With a token, so that the request is not a stranger's; `login` looks at neither. */
function signIn(app: TestApp, query: string) {
  return app.as(world.owner.token ?? '').send(query)
}

async function onSocket(app: TestApp, token: string | null, query: string): Promise<readonly GraphQLFault[]> {
  const socket = await openSocket(app.url)
  try {
    await socket.init({ authorization: `Bearer ${token}` })
    socket.send({ id: '1', type: 'subscribe', payload: { query } })
    const { type, payload } = await socket.next()
    return type === 'error' ? (payload as GraphQLFault[]) : []
  } finally {
    socket.end()
  }
}
