import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiClient, type ApiClient } from '../kit/client.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { runCommand, startServerProcess, type Environment, type ServerProcess } from '../kit/process.ts'
import { openSocket } from '../kit/raw-socket.ts'

/** On Postgres alone: what is asked here does not depend on the engine, and a new embedded database takes its time. */
const hasPostgres = Boolean(process.env['TEST_DATABASE_URL'])
const inProduction = describe.skipIf(!hasPostgres)

let database: TestDatabase
let folder: string
let server: ServerProcess
let stranger: ApiClient
let owner: ApiClient
beforeAll(async () => {
  if (!hasPostgres) return
  database = await startTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'parley-walls-'))
  const env: Environment = {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    PARLEY_DATA_DIR: folder,
    PARLEY_SECRET: randomBytes(32).toString('hex'),
    ...(database.url === null ? {} : { DATABASE_URL: database.url }),
  }
  server = await startServerProcess(env)
  stranger = createApiClient(server.url, null)
  await runCommand(['tenant', '--slug', 'walls', '--name', 'Walls'], env)
  const token = await runCommand(['token', '--tenant', 'walls', '--role', 'OWNER'], env)
  if (token.code !== 0) throw new Error(token.stderr)
  owner = createApiClient(server.url, token.stdout.trim())
}, 120_000)
afterAll(async () => {
  if (!hasPostgres) return
  await server.end('SIGTERM')
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

const unauthenticated = [{ message: 'Authentication is required.', code: 'UNAUTHENTICATED' }]
const plain = (errors: readonly { message: string; extensions: { code: string } }[]) =>
  errors.map(({ message, extensions }) => ({ message, code: extensions.code }))

inProduction('in production a stranger', () => {
  const questions = [
    '{ __schema { queryType { name } } }',
    '{ __type(name: "Order") { fields { name } } }',
    '{ x: __schema { types { name } } }',
    'query A { ...F } fragment F on Query { __schema { types { name } } }',
    'query A { ... on Query { ... { __type(name: "Order") { name } } } }',
    'query A { __typename @skip(if: true) __schema @include(if: true) { types { name } } }',
  ]
  test.each(questions)('does not read the schema by %s', async (query) => {
    const { data, errors } = await stranger.send(query)
    expect(data).toBeNull()
    expect(plain(errors)).toEqual(unauthenticated)
    const url = new URL('/graphql', server.url)
    url.searchParams.set('query', query)
    const byGet = await fetch(url, { headers: { 'apollo-require-preflight': '1' } })
    expect(await byGet.text()).toContain('"code":"UNAUTHENTICATED"')
  })

  test('opens no socket to ask on', async () => {
    const socket = await openSocket(server.url)
    socket.send({ type: 'connection_init', payload: {} })
    expect(await socket.closed).toEqual({ code: 4403, reason: 'Forbidden' })
  })

  test('gets no playground, under any name for a page', async () => {
    for (const accept of ['text/html', 'text/html,*/*;q=0.8', 'application/xhtml+xml, text/html;q=0.1']) {
      const response = await fetch(new URL('/graphql', server.url), { headers: { accept } })
      expect([response.status, (await response.text()).includes('<')]).toEqual([401, false])
    }
  })

  test('learns nothing of what serves it', async () => {
    for (const path of [
      '/',
      '/graphql',
      '/nothing',
      '/livez',
      '/readyz',
      '/-/control/token',
      '/.env',
      '/package.json',
    ]) {
      const response = await fetch(new URL(path, server.url))
      const told = `${JSON.stringify([...response.headers])} ${await response.text()}`
      expect(told).not.toMatch(/fastify|express|x-powered-by|node_modules|postgres|pglite|\/src\/|stack|localhost/i)
      expect(response.headers.get('strict-transport-security')).toContain('max-age=')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

/** Each is a slip of the pen that graphql-js would help with. */
const slips: [string, string, Readonly<Record<string, unknown>>][] = [
  ['a field', '{ viewr { user { id } } }', {}],
  ['a field further down', '{ orders { noodes { id } } }', {}],
  ['an argument', '{ orders(firts: 3) { totalCount } }', {}],
  ['a type', 'query { node(id: "x") { ... on Ordr { id } } }', {}],
  ['a variable’s type', 'query ($x: OrdrStatus) { __typename }', {}],
  ['an enum value', '{ orders(orderBy: CREATED_AT_DSC) { totalCount } }', {}],
  ['an input field', '{ orders(filter: { numbr: 3 }) { totalCount } }', {}],
  [
    'an enum value in a variable',
    'query ($s: OrderSort) { orders(orderBy: $s) { totalCount } }',
    { s: 'CREATED_AT_DSC' },
  ],
  [
    'an input field in a variable',
    'query ($f: OrderFilter) { orders(filter: $f) { totalCount } }',
    { f: { numbr: 3 } },
  ],
  ['a directive', '{ __typename @skp(if: true) }', {}],
]

inProduction('in production nobody is helped to guess', () => {
  test.each(slips)('%s, over HTTP or WebSocket', async (_name, query, variables) => {
    for (const caller of [stranger, owner]) {
      const { errors } = await caller.send(query, variables)
      expect(errors.length).toBeGreaterThan(0)
      for (const { message } of errors) expect(message).not.toContain('Did you mean')
    }
    const socket = await openSocket(server.url)
    await socket.init({ authorization: `Bearer ${owner.token}` })
    socket.send({ id: 'q', type: 'subscribe', payload: { query, variables } })
    const answer = await socket.next()
    expect(answer.type).toBe('error')
    expect(JSON.stringify(answer)).not.toContain('Did you mean')
    socket.end()
  })

  test('but a member reads the schema', async () => {
    expect(await owner.query('{ __schema { queryType { name } } }')).toEqual({
      __schema: { queryType: { name: 'Query' } },
    })
  })
})
