import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GraphQLFault, Variables } from '../kit/client.ts'
import { openSocket } from '../kit/raw-socket.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let app: TestApp
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await app.makeWorld()
})
afterAll(() => app.stop())

/** The same operation over both transports: each one's errors without the request id, and the statements that it sent. */
async function overBoth(query: string, variables: Variables = {}) {
  const statements: string[] = []
  const stop = app.services.db.onStatement((text) => {
    if (text.startsWith('/* Query.') || text.startsWith('/* Mutation.')) statements.push(text)
  })
  const { errors: overHttp } = await world.owner.send(query, variables)
  const overSocket = await errorsOnSocket(query, variables)
  stop()
  return { overHttp: overHttp.map(plain), overSocket: overSocket.map(plain), statements }
}

async function errorsOnSocket(query: string, variables: Variables): Promise<readonly GraphQLFault[]> {
  const socket = await openSocket(app.url)
  try {
    await socket.init({ authorization: `Bearer ${world.owner.token}` })
    socket.send({ id: '1', type: 'subscribe', payload: { query, variables } })
    const { type, payload } = await socket.next()
    // By the protocol: a list of errors before the execution, a result after it.
    return type === 'error' ? (payload as GraphQLFault[]) : ((payload as { errors?: GraphQLFault[] }).errors ?? [])
  } finally {
    socket.end()
  }
}

function plain({ message, extensions }: GraphQLFault) {
  const { requestId, ...others } = extensions
  return { message, ...others, hasRequestId: typeof requestId === 'string' }
}

const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join(' ')
const orders = (inner: string) => `query ($n: Int) { orders(first: $n) { nodes { ${inner} } } }`
const nested = (levels: number) => times(levels, () => 'conversation { orders(first: 1) { nodes {')

describe('a limit is the same over HTTP and WebSocket, and holds before any SQL', () => {
  const refused: [string, string, Variables, RegExp, string][] = [
    [
      'depth',
      `{ orders { nodes { ${nested(4)} id ${'} } } '.repeat(4)} } } }`,
      {},
      /levels of fields/,
      'BAD_USER_INPUT',
    ],
    ['aliases', `{ orders { nodes { ${times(31, (i) => `a${i}: id`)} } } }`, {}, /aliases/, 'BAD_USER_INPUT'],
    ['root fields', `{ ${times(21, () => '__typename')} }`, {}, /root fields/, 'BAD_USER_INPUT'],
    [
      'directives',
      `{ orders { nodes { ${times(51, () => 'id @skip(if: true)')} } } }`,
      {},
      /directives/,
      'BAD_USER_INPUT',
    ],
    ['tokens', `{ ${times(4_001, () => '__typename')} }`, {}, /4000 tokens/, 'BAD_USER_INPUT'],
    ['page size', orders('id'), { n: 101 }, /at most 100 items/, 'BAD_USER_INPUT'],
    ['a negative page', orders('id'), { n: -1 }, /at most 100 items/, 'BAD_USER_INPUT'],
    [
      'cost, literal',
      '{ orders(first: 100) { nodes { customer { orders(first: 100) { nodes { id } } } } } }',
      {},
      /objects/,
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'cost, variable',
      orders('customer { orders(first: $n) { nodes { id } } }'),
      { n: 100 },
      /objects/,
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'cost, huge variable',
      orders('customer { orders(first: $n) { nodes { id } } }'),
      { n: 2147483647 },
      /objects/,
      'COST_LIMIT_EXCEEDED',
    ],
    ['wrong variables', orders('id'), { n: 'many' }, /Variable "\$n" got invalid value/, 'BAD_USER_INPUT'],
    [
      'a foreign cursor',
      '{ orders(after: "bm9uZQ") { nodes { id } } }',
      {},
      /cursor does not belong/,
      'BAD_USER_INPUT',
    ],
    ['an unknown field', '{ orders { nodes { nonsense } } }', {}, /Cannot query field "nonsense"/, 'BAD_USER_INPUT'],
    ['syntax', '{ orders {', {}, /Syntax Error/, 'BAD_USER_INPUT'],
    [
      'too many ids',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: Array(101).fill('x') },
      /At most 100 ids/,
      'BAD_USER_INPUT',
    ],
    ['U+0000', 'query ($id: ID!) { node(id: $id) { id } }', { id: 'a\0' }, /U\+0000/, 'BAD_USER_INPUT'],
  ]

  test.each(refused)('%s', async (_name, query, variables, message, code) => {
    const { overHttp, overSocket, statements } = await overBoth(query, variables)

    expect(overHttp[0]).toMatchObject({ message: expect.stringMatching(message), code, hasRequestId: true })
    expect(overSocket).toEqual(overHttp)
    expect(statements).toEqual([])
  })
})

test('the introspection that GraphiQL sends is answered over both', async () => {
  expect(await overBoth(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }))).toMatchObject({
    overHttp: [],
    overSocket: [],
  })
})

describe('the inbox and the lists of orders are one statement, however many rows they have', () => {
  const inbox = `{ conversations(first: 20) { totalCount pageInfo { hasNextPage endCursor } nodes { id unreadCount
    customer { name } lastMessage { content { ... on TextContent { body } } } assignee { name }
    messages(last: 5) { nodes { author { __typename ... on CustomerActor { customer { name } } } content { __typename } } }
    latestOrder { number status total { formatted } lines { name quantity product { sku } } } } } }`
  const queue = `{ reviewQueue(first: 20) { nodes { id number status customer { name } total { formatted }
    lines { name quantity spans { text } candidates { score product { name } } } } } }`

  test.each([
    ['inbox', inbox],
    ['review queue', queue],
    [
      'orders',
      '{ orders(first: 20) { nodes { id number customer { name } lines { name } events: createdBy { __typename } } } }',
    ],
  ])('%s', async (_name, query) => {
    const other = await app.makeWorld()
    const count = async () => {
      const statements: string[] = []
      const stop = app.services.db.onStatement((text) => statements.push(text))
      await other.owner.query(query)
      stop()
      return statements.filter((text) => text.startsWith('/* Query.')).length
    }
    expect(await count()).toBe(1)
    for (let customer = 0; customer < 3; customer += 1) {
      await other.say('2 cajas de leche entera', { from: `+57300111224${customer}` })
    }
    expect(await count()).toBe(1)
  })
})
