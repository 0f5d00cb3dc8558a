import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getIntrospectionQuery, getNamedType, isObjectType, type GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../src/app.ts'
import { createSchema } from '../../src/graphql/index.ts'
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

/** What the server asks for its own sake: who this is, and what happened meanwhile. */
const ownStatements = /^(\/\* )?(authenticate|findRevoked|readFeed|latestPosition)/

/** The same operation over both transports: each one's errors without the request id, and the statements that it sent. */
async function overBoth(query: string, variables: Variables = {}) {
  const statements: string[] = []
  const stop = app.services.db.onStatement((text) => {
    if (!ownStatements.test(text)) statements.push(text)
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
    [
      'a wide list in lists',
      `{ products { nodes { ${times(3, () => 'variants { product {')} variants { id } ${'} } '.repeat(3)} } } }`,
      {},
      /objects/,
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'cost, many roots',
      `{ ${times(10, (i) => `o${i}: orders(first: 100) { nodes { id } }`)} }`,
      {},
      /objects/,
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'cost, in fragments',
      'query ($n: Int) { ...A } fragment A on Query { orders(first: $n) { nodes { ...B } } } fragment B on Order { customer { orders(first: $n) { nodes { id } } } }',
      { n: 100 },
      /objects/,
      'COST_LIMIT_EXCEEDED',
    ],
    [
      'aliases, in fragments spread again and again',
      `{ ${times(4, (i) => `...F${i}`)} } ${times(4, (i) => `fragment F${i} on Query { a${i}: __typename b${i}: __typename ...G } `)} fragment G on Query { ${times(8, (i) => `g${i}: __typename`)} }`,
      {},
      /aliases/,
      'BAD_USER_INPUT',
    ],
    [
      'directives, on fragments',
      `{ orders { nodes { ${times(51, () => '... @skip(if: true) { id }')} } } }`,
      {},
      /directives/,
      'BAD_USER_INPUT',
    ],
    [
      'depth, in fragments',
      `{ orders { nodes { ...F0 } } } ${times(6, (i) => `fragment F${i} on Order { conversation { orders(first: 1) { nodes { ...F${i + 1} } } } } `)} fragment F6 on Order { id }`,
      {},
      /levels of fields/,
      'BAD_USER_INPUT',
    ],
    [
      'a circle of fragments',
      '{ orders { nodes { ...A } } } fragment A on Order { ...B } fragment B on Order { ...A }',
      {},
      /Cannot spread fragment/,
      'BAD_USER_INPUT',
    ],
    [
      'variables without a bottom',
      'query ($v: JSON) { explainCost(document: "", variables: $v) { wouldRun } }',
      { v: JSON.parse('['.repeat(60) + ']'.repeat(60)) },
      /nested deeper/,
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

describe('every connection that the schema offers', () => {
  const schema = createSchema(modules)
  const queryType = schema.getQueryType()
  const connections = connectionsBelow(queryType, 2)

  /** Paths of connections inside connections, as documents that ask for `$n` of each. */
  function connectionsBelow(type: GraphQLObjectType | null | undefined, levels: number): string[] {
    const found: string[] = []
    for (const field of Object.values(type?.getFields() ?? {})) {
      const connection = getNamedType(field.type)
      if (!isObjectType(connection) || !connection.name.endsWith('Connection')) continue
      if (field.args.some((argument) => String(argument.type).endsWith('!'))) continue
      const node = getNamedType(connection.getFields()['nodes']?.type)
      const inner = isObjectType(node) && levels > 1 ? connectionsBelow(node, levels - 1) : []
      if (levels === 1) found.push(`${field.name}(first: $n) { nodes { __typename } }`)
      else found.push(...inner.map((below) => `${field.name}(first: $n) { nodes { ${below} } }`))
    }
    return found
  }

  test('is refused with a huge page, literal or variable, before any SQL', async () => {
    expect(connections.length).toBeGreaterThan(5)
    for (const connection of connections) {
      for (const size of [2_147_483_647, 101, 100]) {
        const variable = await overBoth(`query ($n: Int) { ${connection} }`, { n: size })
        const literal = await overBoth(`{ ${connection.replaceAll('$n', String(size))} }`)
        for (const { overHttp, overSocket, statements } of [variable, literal]) {
          expect(
            overHttp.map(({ message }) => message),
            connection,
          ).toEqual([expect.stringMatching(/may ask for|at most 100/)])
          expect(overSocket, connection).toEqual(overHttp)
          expect(statements, connection).toEqual([])
        }
      }
    }
  })
})

describe('a document that would take long to look at', () => {
  /** Fragments that spread the next one twice: written out, two to the power of a hundred. */
  const doubling = `{ ...F0 } ${times(100, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} } `)} fragment F100 on Query { __typename }`
  test.each([
    ['fragments that double', doubling],
    ['a quarter of a million names', `{ ${'a '.repeat(125_000)} }`],
    ['deep brackets', '{ orders '.repeat(15_000)],
    ['a long string', `{ node(id: "${'x'.repeat(250_000)}") { id } }`],
  ])('is answered at once: %s', async (_name, query) => {
    await world.owner.send('{ __typename }')
    const beganAtMs = performance.now()
    const answer = await world.owner.send(query)
    // Alone it takes a few milliseconds; the machine may be busy.
    expect(performance.now() - beganAtMs).toBeLessThan(2_000)
    expect([200, 400]).toContain(answer.status)
  })

  test('and a body beyond 256 KB is not read', async () => {
    const { status, errors } = await world.owner.send(`{ ${'a '.repeat(140_000)} }`)
    expect(status).toBe(413)
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('explainCost', () => {
  const explain = `query ($document: String!, $variables: JSON, $operationName: String) {
    explainCost(document: $document, variables: $variables, operationName: $operationName) {
      wouldRun refusals { code message } cost { found limit } tokens { found limit } depth { found limit }
      aliases { found limit } rootFields { found limit } directives { found limit } breakdown { path points }
    } }`
  interface Explained {
    explainCost: { wouldRun: boolean; cost: { found: number }; refusals: { code: string; message: string }[] }
  }

  test('says what an operation costs with its variables, and where, without running it', async () => {
    const document =
      'query Q($n: Int) { list: orders(first: $n) @include(if: true) { nodes { id customer { name } lines { name } } } }'
    const statements: string[] = []
    const stop = app.services.db.onStatement((text) => statements.push(text))
    const { explainCost } = await world.owner.query<Explained>(explain, { document, variables: { n: 10 } })
    stop()

    expect(explainCost).toEqual({
      wouldRun: true,
      refusals: [],
      cost: { found: 31, limit: 1_000 },
      tokens: { found: 40, limit: 4_000 },
      depth: { found: 4, limit: 12 },
      aliases: { found: 1, limit: 30 },
      rootFields: { found: 1, limit: 20 },
      directives: { found: 1, limit: 50 },
      breakdown: [
        { path: 'list.nodes', points: 10 },
        { path: 'list.nodes.customer', points: 10 },
        { path: 'list.nodes.lines', points: 10 },
        { path: 'list', points: 1 },
      ],
    })
    expect(statements.filter((text) => !ownStatements.test(text))).toEqual([])
    // And this is what it costs indeed.
    const response = await fetch(new URL('/graphql', app.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${world.owner.token}` },
      body: JSON.stringify({ query: document, variables: { n: 10 } }),
    })
    expect(await response.json()).toMatchObject({ extensions: { cost: { requested: 31 } } })
  })

  test('changes nothing: a mutation is weighed, not made', async () => {
    const document = 'mutation { tenantUpdate(input: { name: "Changed" }) { tenant { name } errors { message } } }'
    const { explainCost } = await world.owner.query<Explained>(explain, { document })
    expect(explainCost).toMatchObject({ wouldRun: true, cost: { found: 13 } })
    expect(await world.owner.query('{ tenant { name } }')).not.toMatchObject({ tenant: { name: 'Changed' } })
  })

  test.each([
    ['syntax', '{ orders {', {}, 'BAD_USER_INPUT', /Syntax Error/],
    ['an unknown field', '{ nonsense }', {}, 'BAD_USER_INPUT', /Cannot query field/],
    ['tokens', `{ ${times(4_001, () => '__typename')} }`, {}, 'BAD_USER_INPUT', /4000 tokens/],
    [
      'cost',
      orders('customer { orders(first: $n) { nodes { id } } }'),
      { n: 100 },
      'COST_LIMIT_EXCEEDED',
      /may ask for \d+ objects/,
    ],
    ['variables', orders('id'), { n: 'many' }, 'BAD_USER_INPUT', /got invalid value/],
    ['no operation', 'query A { __typename } query B { __typename }', {}, 'BAD_USER_INPUT', /operationName/],
  ])('says why it would not run: %s', async (_name, document, variables, code, message) => {
    const { explainCost } = await world.owner.query<Explained>(explain, { document, variables })
    expect(explainCost.wouldRun).toBe(false)
    expect(explainCost.refusals[0]).toEqual({ code, message: expect.stringMatching(message) })
  })

  test('of every operation in the playground is within the limits', async () => {
    const directory = join(import.meta.dirname, '../../src/http/playground')
    const documents = readdirSync(directory).filter((name) => name.endsWith('.graphql'))
    expect(documents.length).toBeGreaterThan(5)
    for (const name of documents) {
      const document = readFileSync(join(directory, name), 'utf8')
      const required = [...document.matchAll(/\$(\w+): (?:String|ID)!/g)].map(([, variable]) => [variable, 'x'])
      const variables = Object.fromEntries(required)
      const { explainCost } = await world.owner.query<Explained>(explain, { document, variables })
      expect({ name, refusals: explainCost.refusals }).toEqual({ name, refusals: [] })
    }
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
