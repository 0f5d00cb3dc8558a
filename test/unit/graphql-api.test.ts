import { getIntrospectionQuery, GraphQLError, parse, type ExecutionArgs } from 'graphql'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { createGraphQLApi, loadSchemaFiles, type GraphQLApi, type RequestContext } from '../../src/graphql/index.ts'
import { limits } from '../../src/graphql/limits.ts'
import type { Services } from '../../src/platform/context.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { ApiError } from '../../src/platform/errors.ts'
import { newId } from '../../src/platform/ids.ts'
import { libraryModule } from '../kit/library/graph.ts'
import { librarySdl } from '../kit/library/sdl.ts'
import { contextOf } from '../kit/library/world.ts'

/** The API over a database that answers with `document`, or fails; `sent` counts what reached it. */
function apiOver(document: string | null | Error, options: { hideSchema?: boolean } = {}) {
  const sent: string[] = []
  const logged: Record<string, unknown>[] = []
  const stub: Pick<Database, 'read' | 'readBytes'> = {
    async read(_tenantId, statements) {
      sent.push(...statements.map(({ text }) => text))
      if (document instanceof Error) throw document
      return statements.map(() => document)
    },
    async readBytes(tenantId, statements) {
      return (await stub.read(tenantId, statements)).map((text) => (text === null ? null : Buffer.from(text)))
    },
  }
  // Nothing else of the database is touched by reads.
  const db = stub as Database
  const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
  const context: RequestContext = contextOf(db, { tenantId: newId('tenant') })
  const services: Services = { ...context.services, log }
  const api = createGraphQLApi({
    modules: [libraryModule],
    typeDefs: [loadSchemaFiles()[0] ?? '', librarySdl],
    services,
    feed: { follow: () => unfollowed(), close: async () => {} },
    ...options,
  })
  return { api, sent, logged, context: { ...context, services }, stranger: { ...context, services, ctx: null } }
}

async function* unfollowed(): AsyncGenerator<never> {}

async function ask(api: GraphQLApi, context: RequestContext, query: string, variables = {}) {
  const prepared = api.prepare({ query, variables }, context)
  if (isRefused(prepared)) return { errors: prepared }
  return api.execute(prepared)
}

function isRefused(prepared: ExecutionArgs | readonly GraphQLError[]): prepared is readonly GraphQLError[] {
  return Array.isArray(prepared)
}

const nested = (depth: number) => '{ shelves '.concat('{ parent '.repeat(depth - 2), '{ id }', ' }'.repeat(depth - 1))
const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join(' ')

describe('a document beyond a limit is refused before any SQL', () => {
  const cases: [string, string, string | null][] = [
    ['depth at the limit', nested(limits.depth), null],
    [
      'depth beyond it',
      nested(limits.depth + 1),
      'The document has too many levels of fields: at most 12 are allowed.',
    ],
    [
      'depth hidden in fragments',
      `{ shelves { ...F0 } } ${times(11, (i) => `fragment F${i} on Shelf { parent { ...F${i + 1} } }`)} fragment F11 on Shelf { id }`,
      'The document has too many levels of fields: at most 12 are allowed.',
    ],
    ['aliases at the limit', `{ shelves { ${times(30, (i) => `a${i}: name`)} } }`, null],
    [
      'aliases beyond it',
      `{ shelves { ${times(31, (i) => `a${i}: name`)} } }`,
      'The document has too many aliases: at most 30 are allowed.',
    ],
    [
      'an alias bomb of fragments that double',
      `{ shelves { ...F0 } } ${times(20, (i) => `fragment F${i} on Shelf { a: name ...F${i + 1} ...F${i + 1} }`)} fragment F20 on Shelf { b: id }`,
      'The document has too many aliases: at most 30 are allowed.',
    ],
    ['root fields at the limit', `{ __typename ${times(19, (i) => `a${i}: __typename`)} }`, null],
    [
      'root fields beyond it',
      `{ ...R ...R __typename } fragment R on Query { ${times(10, (i) => `a${i}: __typename`)} }`,
      'The document has too many root fields: at most 20 are allowed.',
    ],
    [
      'directives',
      `{ shelves { ${times(51, () => 'name @include(if: true)')} } }`,
      'The document has too many directives: at most 50 are allowed.',
    ],
    ['a long alias', `{ ${'a'.repeat(64)}: __typename }`, 'An alias has at most 63 characters.'],
    [
      'tokens',
      `{ ${times(4_001, () => '__typename')} }`,
      'Syntax Error: Document contains more that 4000 tokens. Parsing aborted.',
    ],
    [
      'a fragment that spreads itself',
      '{ shelves { ...F } } fragment F on Shelf { ...F }',
      'Cannot spread fragment "F" within itself.',
    ],
    [
      'a character that Postgres cannot hold',
      '{ book(id: "a\\u0000b") { id } }',
      'Text cannot contain the character U+0000.',
    ],
  ]

  test.each(cases)('%s', async (_name, query, message) => {
    const { api, sent, context } = apiOver('[]')

    const { errors } = await ask(api, context, query)

    if (message === null) return expect(errors).toBeUndefined()
    expect(errors?.map((error) => error.message)).toContain(message)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', requestId: 'req-test' })
    expect(sent).toEqual([])
  })

  test('the same limits hold where only the rules are used, as Apollo does', () => {
    const { api } = apiOver('[]')
    expect(api.validationRules).toHaveLength(1)
    expect(() => parse(`{ ${times(4_001, () => 'x')} }`, api.parseOptions)).toThrow('more that 4000 tokens')
  })

  test('the introspection that GraphiQL sends passes; one that nests lists in lists does not', async () => {
    const { api, context } = apiOver('[]')
    const whole = await ask(
      api,
      context,
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true }),
    )
    expect(whole.errors).toBeUndefined()
    expect(whole.data).toHaveProperty('__schema')
    const deep =
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }'
    expect((await ask(api, context, deep)).errors?.[0]?.message).toBe('Maximum introspection depth exceeded')
  })

  test('a variable with a character that Postgres cannot hold', async () => {
    const { api, sent, context } = apiOver('[]')
    const { errors } = await ask(api, context, 'query ($id: ID!) { book(id: $id) { id } }', { id: 'a\0b' })
    expect(errors?.map(({ message }) => message)).toEqual(['Text cannot contain the character U+0000.'])
    expect(sent).toEqual([])
  })
})

describe('cost', () => {
  const books = (inner: string) =>
    `query ($n: Int, $ids: [ID!]! = []) { books(first: $n) { ${inner} } nodes(ids: $ids) { id } }`

  test.each([
    ['{ __typename }', {}, 1],
    ['{ book(id: "1") { id title } }', {}, 1],
    ['{ book(id: "1") { shelf { parent { id } } } }', {}, 3],
    ['{ books { nodes { id } } }', {}, 21],
    ['{ books { totalCount pageInfo { endCursor } } }', {}, 1],
    ['{ books(first: 3) { nodes { id } edges { cursor node { shelf { id } } } } }', {}, 1 + 3 * 3],
    [books('nodes { id }'), { n: 100 }, 101],
    [books('nodes { loans(last: 4) { nodes { id } } }'), { n: 10 }, 1 + 10 * (1 + 1 + 4)],
    [books('totalCount'), { n: 1, ids: ['a', 'b', 'c'] }, 1 + 3],
    ['{ book(id: "1") { creator { ... on Person { books(first: 2) { nodes { id } } } } } }', {}, 2 + 1 + 2],
  ])('%s costs its objects', async (query, variables, requested) => {
    const { api, context } = apiOver(null)
    expect((await ask(api, context, query, variables)).extensions).toEqual({ cost: { requested, limit: 1_000 } })
  })

  test.each([
    ['{ books(first: 100) { nodes { loans(first: 100) { nodes { id } } } } }', {}],
    [books('nodes { loans(first: $n) { nodes { id } } }'), { n: 100 }],
    [books('nodes { loans(first: $n) { nodes { id } } }'), { n: 1_000_000 }],
    [
      `query ($n: Int) { books(first: $n) { ...A } } fragment A on BookConnection { nodes { loans(first: $n) { ...B } } } fragment B on LoanConnection { edges { node { id } } }`,
      { n: 50 },
    ],
  ])('%s is refused before any SQL, with what it would have cost', async (query, variables) => {
    const { api, sent, context } = apiOver('{}')

    const { errors, data } = await ask(api, context, query, variables)

    expect(data).toBeUndefined()
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'COST_LIMIT_EXCEEDED', requested: expect.any(Number), limit: 1_000, requestId: 'req-test' },
    ])
    expect(sent).toEqual([])
  })

  test('the start of a subscription is weighed too', async () => {
    const { api, context } = apiOver('{}')
    const query =
      'subscription { lendings { book { loans(first: 100) { nodes { book { loans(first: 100) { nodes { id } } } } } } } }'
    const prepared = api.prepare({ query }, context)
    if (isRefused(prepared)) throw new Error(String(prepared))
    expect(await api.subscribe(prepared)).toMatchObject({ errors: [{ extensions: { code: 'COST_LIMIT_EXCEEDED' } }] })
  })
})

describe('errors', () => {
  const masked = {
    message: 'Something went wrong on our side.',
    extensions: { code: 'INTERNAL', requestId: 'req-test' },
  }
  const shownOf = (errors: readonly GraphQLError[] | undefined) =>
    errors?.map(({ message, extensions, path }) => ({ message, extensions, path }))

  test('what is thrown by surprise says nothing but a request id; its cause is in the log', async () => {
    const { api, logged, context } = apiOver(null)
    const { errors, data } = await ask(api, context, '{ fault(kind: "any") }')
    expect(data).toEqual({ fault: null })
    expect(shownOf(errors)).toEqual([{ ...masked, path: ['fault'] }])
    expect(JSON.stringify(errors)).not.toContain('passwd')
    expect(logged).toMatchObject([{ requestId: 'req-test', err: { message: expect.stringContaining('/etc/passwd') } }])
  })

  test('a database that fails says nothing of its SQL, whichever way the read went', async () => {
    const { api, logged, context } = apiOver(new Error('syntax error at or near "select secret"'))
    for (const query of ['{ book(id: "1") { id } }', '{ book(id: "1") { advice } }']) {
      const { errors, data } = await ask(api, context, query)
      expect(data).toEqual({ book: null })
      expect(shownOf(errors)).toEqual([{ ...masked, path: ['book'] }])
    }
    expect(logged).toHaveLength(2)
  })

  test('a database that is away is asked once, and the caller may try again', async () => {
    const { api, sent, context } = apiOver(new ApiError('UNAVAILABLE', 'The database cannot be reached.'))
    const { errors } = await ask(api, context, '{ books { totalCount } }')
    expect(shownOf(errors)).toEqual([
      {
        message: 'The database cannot be reached.',
        extensions: { code: 'UNAVAILABLE', retryable: true, requestId: 'req-test' },
        path: ['books'],
      },
    ])
    expect(sent).toHaveLength(1)
  })

  test('an ApiError passes with its code and details', async () => {
    const { api, context } = apiOver(null)
    const { errors } = await ask(api, context, '{ fault(kind: "api") }')
    expect(shownOf(errors)).toEqual([
      {
        message: 'Slow down.',
        extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 3, retryable: true, requestId: 'req-test' },
        path: ['fault'],
      },
    ])
  })

  test('a null that must not be is our fault, not a lesson about the schema', async () => {
    const { api, context } = apiOver(null)
    const { errors, data } = await ask(api, context, '{ mustHave(id: "1") { id } }')
    expect(data).toBeNull()
    expect(shownOf(errors)).toEqual([{ ...masked, path: ['mustHave'] }])
  })

  test('arguments and variables that do not fit are said', async () => {
    const { api, sent, context } = apiOver('{}')
    const { errors } = await ask(api, context, 'query ($n: Int!) { books(first: $n) { totalCount } }', { n: 'x' })
    expect(errors?.[0]?.message).toContain('Variable "$n" got invalid value "x"')
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', requestId: 'req-test' })
    expect(sent).toEqual([])
  })

  test('a stranger is refused where something is asked for, and served where nothing is', async () => {
    const { api, sent, stranger } = apiOver('{}')
    const { errors, data } = await ask(api, stranger, '{ library { name } greeting(name: "you") }')
    expect(data).toBeNull()
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED'])
    expect((await ask(api, stranger, '{ greeting }')).data).toEqual({ greeting: 'Hello, stranger' })
    expect(sent).toEqual([])
  })

  test('suggestions help while developing and are left out where the schema is hidden', async () => {
    const open = apiOver(null)
    const hidden = apiOver(null, { hideSchema: true })
    const query = '{ bokks { totalCount } }'
    expect((await ask(open.api, open.context, query)).errors?.[0]?.message).toContain('Did you mean')
    expect((await ask(hidden.api, hidden.context, query)).errors?.[0]?.message).toBe(
      'Cannot query field "bokks" on type "Query".',
    )
    expect(hidden.api.formatError(new GraphQLError('No. Did you mean "secrets"?')).message).toBe('No.')
  })

  test('an operation that is not there, or not said, is refused', async () => {
    const { api, context } = apiOver(null)
    const prepared = api.prepare({ query: 'query A { greeting } query B { greeting }' }, context)
    if (isRefused(prepared)) throw new Error(String(prepared))
    expect((await api.execute(prepared)).errors?.[0]?.message).toBe('Say by `operationName` which operation is meant.')
    expect((await api.execute({ ...prepared, operationName: 'C' })).errors?.[0]?.message).toBe(
      'There is no such operation.',
    )
    expect((await api.execute({ ...prepared, operationName: 'B' })).data).toEqual({ greeting: 'Hello, stranger' })
  })

  test('what never met a context is masked the same way', () => {
    const { api } = apiOver(null)
    expect(api.formatError(new Error('secret'))).toEqual({
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL' },
    })
    expect(api.formatError(new ApiError('FORBIDDEN', 'No.', { details: { a: 1 } }))).toEqual({
      message: 'No.',
      extensions: { code: 'FORBIDDEN', a: 1 },
    })
  })
})

describe('printing', () => {
  test("what Postgres printed leaves as it is, with the answer's frame around it", async () => {
    const { api, context } = apiOver('{"id":"ü"}')
    expect(api.stringify(await ask(api, context, '{ book(id: "1") { id } }'))).toBe(
      '{"data":{"book":{"id":"ü"}},"extensions":{"cost":{"requested":1,"limit":1000}}}',
    )
  })
})
