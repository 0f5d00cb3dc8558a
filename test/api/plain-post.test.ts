import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let app: TestApp
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await app.makeWorld()
  await world.say('2 cajas de leche entera')
  await world.say('¿Y el año que viene? 🥛 '.repeat(300))
})
afterAll(() => app.stop())

/** Means the same as no header at all, but is not one of the plain forms: Apollo's pipeline answers it. */
const byApollo = 'application/json;q=0.9, text/plain;q=0.1'

interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

async function answered(body: string, headers: Readonly<Record<string, string>>): Promise<Answered> {
  const response = await fetch(new URL('/graphql', app.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${world.owner.token}`,
      'x-request-id': 'the-same-request',
      ...headers,
    },
    body,
  })
  const { date: _date, 'content-length': _length, ...kept } = Object.fromEntries(response.headers)
  // What is left of the minute's points is another at each request.
  const text = (await response.text()).replaceAll(/"available":\d+/g, '"available":0')
  return { status: response.status, headers: kept, body: text }
}

const bodies: Readonly<Record<string, unknown>> = {
  'a read': { query: '{ conversations(first: 2) { nodes { id lastMessage { text } } } }' },
  'a long read': { query: '{ conversations { nodes { messages(first: 20) { nodes { id text createdAt } } } } }' },
  'a read with variables and a name': {
    query: 'query A($n: Int) { orders(first: $n) { totalCount } } query B { viewer { tenant { slug } } }',
    operationName: 'A',
    variables: { n: 3 },
  },
  'nulls where nothing is given': { query: '{ __typename }', operationName: null, variables: null },
  'a read that code answers': { query: '{ viewer { permissions } node(id: "x") { id } nodes(ids: []) { id } }' },
  introspection: { query: '{ __schema { queryType { name } } }' },
  'a mutation with a refusal': { query: 'mutation { orderConfirm(id: "x") { errors { code } order { id } } }' },
  'a page too long': { query: '{ a: orders(first: 101) { totalCount } orders { totalCount } }' },
  'a bad cursor': { query: '{ orders(after: "x") { nodes { id } } }' },
  'a missing variable': { query: 'query ($id: ID!) { node(id: $id) { id } }' },
  'a variable of another type': {
    query: 'query ($n: Int) { orders(first: $n) { totalCount } }',
    variables: { n: 'x' },
  },
  'variables nested too deep': {
    query: '{ __typename }',
    variables: { a: JSON.parse('['.repeat(60) + ']'.repeat(60)) },
  },
  'text that cannot be stored': { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id: 'a\u0000' } },
  'too much at once': {
    query: '{ conversations(first: 100) { nodes { messages(first: 100) { nodes { id author { __typename } } } } } }',
  },
  'no such operation': { query: 'query A { __typename }', operationName: 'B' },
  'an unnamed choice': { query: 'query A { __typename } query B { __typename }' },
  'a document that does not parse': { query: '{' },
  'a document that is not valid': { query: '{ nothing }' },
  'a document too deep': {
    query: `{ ${'node(id: "x") { ... on Order { conversation { latestOrder { '.repeat(1)}id } } } } }`,
  },
  'a subscription': { query: 'subscription { messageAdded { cursor } }' },
  'no query': { variables: {} },
  'an empty query': { query: '' },
  'a list of requests': [{ query: '{ __typename }' }],
  'variables that are no object': { query: '{ __typename }', variables: [1] },
  'a name that is no text': { query: '{ __typename }', operationName: 1 },
  extensions: { query: '{ __typename }', extensions: { some: 'thing' } },
}

test.each(Object.keys(bodies))(
  '%s is answered in the same bytes and headers as by the whole pipeline',
  async (name) => {
    const body = JSON.stringify(bodies[name])

    const plain = await answered(body, {})
    const piped = await answered(body, { accept: byApollo })

    expect(plain).toEqual(piped)
    expect(plain.headers['content-type']).toBe('application/json; charset=utf-8')
  },
)

test('a long answer tells its length in bytes, leaves its line in the log, and the connection is used again', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const lengths: [string | undefined, number][] = []
  const sockets = new Set<unknown>()
  for (const requestId of ['a-long-answer-1', 'a-long-answer-2']) {
    const { port } = new URL(app.url)
    const asking = request({
      agent,
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${world.owner.token}`,
        'x-request-id': requestId,
      },
    })
    asking.end(JSON.stringify(bodies['a long read']))
    const [response] = (await once(asking, 'response')) as [IncomingMessage]
    sockets.add(response.socket)
    const body = await buffer(response)
    expect(JSON.parse(body.toString())).toMatchObject({ data: { conversations: {} } })
    lengths.push([response.headers['content-length'], body.length])
    await expect
      .poll(() => app.logLines.find((line) => line['requestId'] === requestId && line['msg'] === 'request'))
      .toMatchObject({ status: 200, operation: 'query conversations' })
  }
  agent.destroy()
  for (const [told, sent] of lengths) expect([told, sent > 6_000]).toEqual([String(sent), true])
  expect(sockets.size).toBe(1)
})

test('the plain way counts the operation for metrics under its kind and first root field', async () => {
  await answered(JSON.stringify({ query: 'query Secret { channelAccounts { totalCount } }' }), {})
  const metrics = await (await fetch(new URL('/metrics', app.url))).text()
  expect(metrics).toMatch(/_count\{operation="query channelAccounts",outcome="ok",transport="http"\} 1\b/)
})
