import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/start-app.ts'

let app: TestApp
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.stop())

const json = { 'content-type': 'application/json' }

function post(body: unknown, headers: Record<string, string> = {}, at: TestApp = app): Promise<Response> {
  return fetch(new URL('/graphql', at.url), {
    method: 'POST',
    headers: { ...json, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

interface Refused {
  readonly data?: unknown
  readonly errors: readonly { message: string; extensions: { code: string; requestId: string } }[]
}

async function refusedBy(response: Response): Promise<Refused> {
  return JSON.parse(await response.text()) as Refused
}

describe('who is asking', () => {
  const bad = {
    'a token that is none': 'Bearer nonsense',
    'a token with the algorithm none': 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c3JfMSJ9.',
    'another scheme': 'Basic dXNlcjpwYXNz',
    'an empty bearer': 'Bearer ',
    'an API key that does not exist': 'Bearer pk_0000000000000000000000000000000000000000000',
  }
  test.each(Object.entries(bad))(
    '%s is answered 401, with the same words as every other',
    async (_name, authorization) => {
      const response = await post({ query: '{ __typename }' }, { authorization })
      expect(response.status).toBe(401)
      const { errors, data } = await refusedBy(response)
      expect(data).toBeUndefined()
      expect(errors).toEqual([
        {
          message: 'Authentication is required.',
          extensions: { code: 'UNAUTHENTICATED', requestId: response.headers.get('x-request-id') },
        },
      ])
    },
  )

  test('a stranger may ask what needs no permission, and is refused the rest in the same words', async () => {
    expect((await app.stranger.send('{ __typename }')).data).toEqual({ __typename: 'Query' })
    const { errors, data } = await app.stranger.send('{ viewer { tenant { slug } } }')
    expect(data).toBeNull()
    expect(errors.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      ['Authentication is required.', 'UNAUTHENTICATED'],
    ])
  })

  test('a member is known by their token', async () => {
    const world = await app.makeWorld()
    expect(await world.owner.query('{ viewer { tenant { slug } } }')).toEqual({
      viewer: { tenant: { slug: world.slug } },
    })
  })

  test('strangers may not ask without end', async () => {
    const strict = await startApp({ env: { ANONYMOUS_REQUESTS_PER_MINUTE: '3' } })
    try {
      const world = await strict.makeWorld()
      for (let count = 0; count < 3; count += 1)
        expect((await post({ query: '{ __typename }' }, {}, strict)).status).toBe(200)
      const fourth = await post({ query: '{ __typename }' }, {}, strict)
      expect(fourth.status).toBe(429)
      expect((await refusedBy(fourth)).errors[0]?.extensions.code).toBe('RATE_LIMITED')
      expect(Number(fourth.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await post({ query: '{ __typename }' }, { authorization: 'Bearer x' }, strict)).status).toBe(429)
      expect(await world.owner.query('{ __typename }')).toEqual({ __typename: 'Query' })
    } finally {
      await strict.stop()
    }
  })
})

describe('bad input', () => {
  const cases: [string, () => Promise<Response>, number, string][] = [
    ['malformed JSON', () => post('{"query": "{ __typename }"'), 400, 'BAD_USER_INPUT'],
    ['no body', () => post(''), 400, 'BAD_USER_INPUT'],
    ['a batch', () => post([{ query: '{ __typename }' }]), 400, 'BAD_USER_INPUT'],
    ['a body beyond 256 KB', () => post({ query: '{ __typename }', pad: 'x'.repeat(300_000) }), 413, 'BAD_USER_INPUT'],
    ['another content type', () => post('<query/>', { 'content-type': 'application/xml' }), 415, 'BAD_USER_INPUT'],
    [
      'a form, which a foreign page could post',
      () => post('{"query":"{ __typename }"}', { 'content-type': 'text/plain' }),
      400,
      'BAD_USER_INPUT',
    ],
    ['a syntax error', () => post({ query: '{' }), 400, 'BAD_USER_INPUT'],
    ['a field that does not exist', () => post({ query: '{ nothing }' }), 400, 'BAD_USER_INPUT'],
    [
      'a variable of the wrong type',
      () => post({ query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id: null } }),
      400,
      'BAD_USER_INPUT',
    ],
  ]
  test.each(cases)('%s is refused with a code and the request id', async (_name, send, status, code) => {
    const response = await send()
    expect(response.status).toBe(status)
    const { errors } = await refusedBy(response)
    expect(errors[0]?.extensions.code).toBe(code)
    expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
  })

  test('a query by GET is refused without the header that a foreign page cannot send', async () => {
    const url = new URL('/graphql', app.url)
    url.searchParams.set('query', '{ __typename }')
    expect((await fetch(url)).status).toBe(400)
    expect((await fetch(url, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(200)
  })

  test('a mutation by GET is refused', async () => {
    const url = new URL('/graphql', app.url)
    url.searchParams.set('query', 'mutation { __typename }')
    const response = await fetch(url, { headers: { 'apollo-require-preflight': '1' } })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })

  test('an address where nothing is gets a plain 404', async () => {
    const response = await fetch(new URL('/wp-login.php', app.url))
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })

  test('what nobody expected is answered 500 without a word of it, and logged with its cause', async () => {
    const { keyRing } = app.services
    const publicKeys = keyRing.publicKeys
    Object.assign(keyRing, { publicKeys: () => Promise.reject(new Error('password=hunter2 at db.internal')) })
    try {
      const response = await fetch(new URL('/.well-known/jwks.json', app.url))
      const requestId = response.headers.get('x-request-id')
      expect(response.status).toBe(500)
      expect(await response.json()).toEqual({
        error: { code: 'INTERNAL', message: 'Something went wrong on our side.', requestId },
      })
      expect(app.logLines.some((line) => line['requestId'] === requestId && line['msg'] === 'request failed')).toBe(
        true,
      )
    } finally {
      Object.assign(keyRing, { publicKeys })
    }
  })

  test('no fault carries a stack, a path or a statement', async () => {
    const answers = await Promise.all(cases.map(async ([, send]) => (await send()).text()))
    for (const text of answers) expect(text).not.toMatch(/node_modules|\bat .*:\d+:\d+|\/src\/|select |stacktrace/i)
  })
})

describe('request ids', () => {
  test('a caller may bring one, and finds it in the answer and in the log', async () => {
    const response = await post({ query: '{ nothing }' }, { 'x-request-id': 'trace-1234567890' })
    expect(response.headers.get('x-request-id')).toBe('trace-1234567890')
    expect((await refusedBy(response)).errors[0]?.extensions.requestId).toBe('trace-1234567890')
    expect(app.logLines.some((line) => line['requestId'] === 'trace-1234567890')).toBe(true)
  })

  test('one that could forge a log line is replaced', async () => {
    const response = await post({ query: '{ __typename }' }, { 'x-request-id': 'a b"c{}0000' })
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('the log', () => {
  test('names tenant and operation of a request, and neither token nor what was asked', async () => {
    const world = await app.makeWorld()
    const { requestId } = await world.owner.send('query Orders { viewer { tenant { name } } }', {
      note: 'a secret note',
    })
    const line = app.logLines.find((entry) => entry['requestId'] === requestId && entry['msg'] === 'request')
    expect(line).toMatchObject({ tenantId: world.tenantId, operation: 'query viewer', status: 200, route: '/graphql' })
    const all = JSON.stringify(app.logLines)
    expect(all).not.toContain(world.owner.token)
    expect(all).not.toContain('a secret note')
  })
})

describe('other web pages', () => {
  const preflight = (origin: string, at: TestApp = app) =>
    fetch(new URL('/graphql', at.url), {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    })

  test('a page of this machine may call the API in development, a foreign one may not', async () => {
    expect((await preflight('http://localhost:5173')).headers.get('access-control-allow-origin')).toBe(
      'http://localhost:5173',
    )
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull()
    expect((await preflight('http://localhost.evil.example')).headers.get('access-control-allow-origin')).toBeNull()
  })

  test('in production only the listed origins may', async () => {
    const production = await startApp({ env: { NODE_ENV: 'production', CORS_ORIGINS: 'https://desk.example' } })
    try {
      const allowed = async (origin: string) =>
        (await preflight(origin, production)).headers.get('access-control-allow-origin')
      expect(await allowed('https://desk.example')).toBe('https://desk.example')
      expect(await allowed('http://localhost:5173')).toBeNull()
    } finally {
      await production.stop()
    }
  })
})

test('in production a stranger can neither read the schema nor have names guessed for them', async () => {
  const production = await startApp({ env: { NODE_ENV: 'production' } })
  try {
    const hidden = await production.stranger.send('{ __schema { queryType { name } } }')
    expect(hidden.data).toBeNull()
    expect(hidden.errors[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const { errors } = await production.stranger.send('{ viewr { tenant { slug } } }')
    expect(errors[0]?.message).not.toContain('viewer')
    const world = await production.makeWorld()
    expect(await world.owner.query('{ __schema { queryType { name } } }')).toEqual({
      __schema: { queryType: { name: 'Query' } },
    })
  } finally {
    await production.stop()
  }
})
