import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Permission } from '../../src/platform/auth/permissions.ts'
import { executeAsText, executeByWalking, executeOperation, TextData } from '../../src/graphql/read/execute.ts'
import { newId } from '../../src/platform/ids.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { contextOf, installLibrary, librarySchema, operationOf, stockLibrary } from '../kit/library/world.ts'

const schema = librarySchema()
const tenantId = newId('tenant')
let database: TestDatabase

beforeAll(async () => {
  database = await startTestDatabase()
  await installLibrary(database.db)
  await stockLibrary(database.db, tenantId)
  // The same ids once more, in a tenant that must never be seen.
  await stockLibrary(database.db, newId('tenant'))
})
afterAll(() => database.stop())

interface Asked {
  readonly variables?: Record<string, unknown>
  readonly permissions?: readonly Permission[]
}

/** The data of a query that SQL must answer alone, with the number of statements it took. */
async function bySql(query: string, { variables = {}, permissions }: Asked = {}) {
  const context = contextOf(database.db, { tenantId, ...(permissions === undefined ? {} : { permissions }) })
  const operation = operationOf(schema, query, context, variables)
  const statements: string[] = []
  const stop = database.db.onStatement((text) => statements.push(text))
  const answer = await executeAsText(operation)
  stop()
  if (!(answer?.data instanceof TextData)) throw new Error(`SQL alone did not answer: ${JSON.stringify(answer)}`)
  expect(answer.data.text).toBe(JSON.stringify((await executeByWalking(operation)).data))
  return { data: JSON.parse(answer.data.text), statements }
}

/** What SQL alone answered as its text, all else as it is. */
function shownAs(data: unknown): unknown {
  return data instanceof TextData ? { text: data.text } : data
}

/** Whatever way answers; errors as message, path and code. */
async function answered(query: string, { variables = {}, permissions }: Asked = {}) {
  const context = contextOf(database.db, { tenantId, ...(permissions === undefined ? {} : { permissions }) })
  const operation = operationOf(schema, query, context, variables)
  const { data, errors } = await executeOperation(operation)
  return {
    isText: data instanceof TextData,
    data: data instanceof TextData ? JSON.parse(data.text) : data,
    errors: (errors ?? []).map(({ message, path, originalError }) => ({
      message,
      path: path?.join('.'),
      code: originalError && 'code' in originalError ? originalError.code : undefined,
    })),
  }
}

describe('values', () => {
  async function bookValues(id: string, fields: string) {
    return (await bySql(`{ book(id: "${id}") { ${fields} } }`)).data.book
  }

  test('a number past 2^53 comes as text, below it as a number', async () => {
    expect(await bookValues('book-4', 'copies')).toEqual({ copies: '9007199254740992' })
    expect(await bookValues('book-5', 'copies')).toEqual({ copies: -9007199254740991 })
  })

  test('a time comes in UTC with microseconds, whatever zone it was given in', async () => {
    expect(await bookValues('book-7', 'printedAt')).toEqual({ printedAt: '2024-02-29T23:59:59.999999Z' })
    expect(await bookValues('book-8', 'printedAt')).toEqual({ printedAt: '1969-12-31T18:59:59.500000Z' })
    expect(await bookValues('book-1', 'printedAt')).toEqual({ printedAt: null })
  })

  test('a float has the digits that we would print', async () => {
    const { data } = await bySql('{ books(first: 100) { nodes { id rating } } }')
    const rating = new Map(data.books.nodes.map((book: { id: string; rating: unknown }) => [book.id, book.rating]))
    expect(rating.get('book-3')).toBe(1e-7)
    expect(rating.get('book-4')).toBe(0)
    expect(rating.get('book-5')).toBe(1e21)
    expect(rating.get('book-6')).toBe(123456789012345680)
    expect(rating.get('book-7')).toBe(0.00001)
    expect(rating.get('book-10')).toBe(2 / 3)
  })

  test('a decimal comes as text without trailing zeros', async () => {
    expect(await bookValues('book-2', 'weight')).toEqual({ weight: '2.5' })
    expect(await bookValues('book-9', 'weight')).toEqual({ weight: '0' })
  })

  test('money comes in minor units and printed with the digits of its currency', async () => {
    const price = async (id: string) => (await bookValues(id, 'price { amountMinor currency formatted }')).price
    expect(await price('book-1')).toEqual({ amountMinor: 1250, currency: 'USD', formatted: 'USD 12.50' })
    expect(await price('book-10')).toEqual({ amountMinor: -5, currency: 'USD', formatted: 'USD -0.05' })
    expect(await price('book-11')).toEqual({ amountMinor: 100000, currency: 'JPY', formatted: 'JPY 100,000' })
    expect(await price('book-12')).toEqual({ amountMinor: 123456, currency: 'KWD', formatted: 'KWD 123.456' })
    expect(await price('book-2')).toMatchObject({ amountMinor: '9007199254740993' })
    expect(await price('book-3')).toBeNull()
  })

  test('objects inside JSON come with the casts of their types, and lead to rows', async () => {
    const { spans } = await bookValues('book-7', 'spans { start text score count tags book { id } inner { text } }')
    expect(spans).toEqual([
      {
        start: 0,
        text: 'zwei "Käse"',
        score: 0.25,
        count: '9007199254740993',
        tags: ['x', 'y'],
        book: { id: 'book-3' },
        inner: null,
      },
      { start: 3, text: '', score: 1, count: 3, tags: null, book: null, inner: [{ text: 'in' }] },
    ])
  })

  test('a union is told apart by its column; a kind that nobody declared is null', async () => {
    const content = (id: string) =>
      bookValues(id, 'content { ... on TextContent { text } ... on ImageContent { alt url } }')
    expect(await content('book-5')).toEqual({ content: { alt: null, url: 'https://example.com/ü?"' } })
    expect(await content('book-6')).toEqual({ content: null })
    expect((await bySql('{ a: book(id: "book-4") { creator { __typename ... on Named { name } } } }')).data).toEqual({
      a: { creator: { __typename: 'Machine', name: 'machine' } },
    })
  })

  test('raw JSON is printed as we print JSON', async () => {
    const { data } = await bySql('{ book(id: "book-7") { meta } }')
    expect(data.book.meta).toEqual({ 1: 'one', 2: 'two', a: 'text', b: [1, 2.5, { ä: null }], huge: 1e22 })
  })
})

describe('relations', () => {
  test('a type that leads to itself is followed as deep as was asked', async () => {
    const { data } = await bySql('{ shelves { name children { name children { name children { name } } } } }')
    expect(data.shelves).toEqual([
      { name: 'nothing here', children: [] },
      {
        name: 'Österreich "A"',
        children: [{ name: 'b\\ackslash\n\t\u0001', children: [{ name: '日本 🍣', children: [] }] }],
      },
    ])
  })

  test('one of several rows is the one that comes first in the given order', async () => {
    const { data } = await bySql('{ book(id: "book-1") { lastLoan { id } sibling { id } } }')
    expect(data.book).toEqual({ lastLoan: { id: 'loan-4' }, sibling: { id: 'book-10' } })
  })

  test('the same relation stands twice under aliases with its own arguments', async () => {
    const { data } = await bySql(
      `query ($few: Int, $genre: Genre) { shelves { name
        novels: books(first: $few, genre: NOVEL) { nodes { title } }
        asked: books(last: $few, genre: $genre) { nodes { title } totalCount } } }`,
      { variables: { few: 1, genre: 'POEMS' } },
    )
    expect(data.shelves[1]).toEqual({
      name: 'Österreich "A"',
      novels: { nodes: [{ title: 'same' }] },
      asked: { nodes: [{ title: 'ánima' }], totalCount: 2 },
    })
  })

  test('fragments, merged selections and conditions give what the specification says, in its order', async () => {
    const { data } = await bySql(
      `query ($yes: Boolean! = true, $no: Boolean!) { book(id: "book-1") {
        loans(first: 1) { nodes { id } } ...More ... on Book @include(if: $no) { pages } title @skip(if: $yes)
        loans(first: 1) { totalCount } } }
      fragment More on Book { genre loans(first: 1) { nodes { borrower { name } } } }`,
      { variables: { no: false } },
    )
    expect(JSON.stringify(data)).toBe(
      '{"book":{"loans":{"nodes":[{"id":"loan-4","borrower":{"name":"Ana «la de siempre»"}}],"totalCount":3},"genre":"NOVEL"}}',
    )
  })
})

describe('statements', () => {
  test('a query is one statement per root field, however many rows and levels it has', async () => {
    const deep = `nodes { title shelf: maybeShelf { name books(first: 100) { nodes { title loans(first: 5) { nodes { borrower { name } } } } } } creator { ... on Person { books { totalCount } } } }`
    expect((await bySql(`{ books(first: 1) { ${deep} } }`)).statements).toHaveLength(1)
    expect((await bySql(`{ books(first: 100) { ${deep} } }`)).statements).toHaveLength(1)
    expect(
      (await bySql(`{ books { ${deep} } shelves { name } again: books(first: 2) { nodes { id } } }`)).statements,
    ).toHaveLength(3)
  })

  test('the parts of an operation that code answers too still go out together, one per root field', async () => {
    const context = contextOf(database.db, { tenantId })
    const query = '{ books(first: 3) { nodes { advice } } shelves { name } greeting }'
    const statements: string[] = []
    const stop = database.db.onStatement((text) => statements.push(text))
    const answer = await executeOperation(operationOf(schema, query, context))
    stop()
    expect(answer.errors).toBeUndefined()
    expect(statements).toHaveLength(2)
  })

  test('many references of one field are one statement', async () => {
    const context = contextOf(database.db, { tenantId })
    const query = '{ nodes(ids: ["prd_01h455vb4pex5vsknk084sn02q", "prd_01h455vb4pex5vsknk084sn02r", "x"]) { id } }'
    const statements: string[] = []
    const stop = database.db.onStatement((text) => statements.push(text))
    const answer = await executeOperation(operationOf(schema, query, context))
    stop()
    expect(answer).toEqual({ data: { nodes: [null, null, null] } })
    expect(statements).toHaveLength(1)
  })

  test('a statement says which field sent it, and names the tenant in every table it reads', async () => {
    const { statements } = await bySql(
      '{ books { nodes { maybeShelf { parent { name } } lastLoan { borrower { name } } } } }',
    )
    expect(statements[0]).toMatch(/^\/\* Query\.books \*\/ select /)
    expect(statements[0]?.match(/"tenant_id" = \$1/g)).toHaveLength(5)
  })
})

describe('what is answered by code', () => {
  test('a resolver gets what it needs, exact values as text', async () => {
    const { data, isText } = await answered('{ book(id: "book-7") { a: advice id b: advice } }')
    const advice =
      '\u2028 line 2024-02-29T23:59:59.999999Z string {"1":"one","2":"two","a":"text","b":[1,2.5,{"ä":null}],"huge":1e+22}'
    expect(isText).toBe(false)
    expect(data).toEqual({ book: { a: advice, id: 'book-7', b: advice } })
  })

  test('a reference in a payload is read with the selection that was asked for', async () => {
    const { data } = await answered(
      'mutation { lend(id: "prd_x") { book { title } others { title } errors { code } } }',
    )
    expect(data).toEqual({ lend: { book: null, others: [null, null, null], errors: [] } })
  })
})

describe('refusals', () => {
  const reader: readonly Permission[] = ['catalog:read']

  test('a root field without its permission is null, with an error at its place, and sends no statement for it', async () => {
    const statements: string[] = []
    const stop = database.db.onStatement((text) => statements.push(text))
    const { data, errors } = await answered('{ library { name } book(id: "book-1") { id } }', { permissions: [] })
    stop()
    expect(data).toEqual({ library: { name: 'Bücherei «Süd» "2"' }, book: null })
    expect(errors).toEqual([{ message: 'This needs the permission catalog:read.', path: 'book', code: 'FORBIDDEN' }])
    expect(statements).toHaveLength(1)
  })

  test('a field without its permission is null with an error at each place where it stands', async () => {
    const query = '{ books(first: 2) { nodes { id hidden: secret } } }'
    expect((await bySql(query)).data.books.nodes[0]).toEqual({ id: 'book-10', hidden: 'hidden' })

    const { data, errors } = await answered(query, { permissions: reader })

    expect(data.books.nodes.map(({ hidden }: { hidden: unknown }) => hidden)).toEqual([null, null])
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      ['books.nodes.0.hidden', 'FORBIDDEN'],
      ['books.nodes.1.hidden', 'FORBIDDEN'],
    ])
  })

  test('a type is guarded on every way to it: relation, union, node', async () => {
    const { data, errors } = await answered(
      `{ a: book(id: "book-1") { lastLoan { borrower { name } } creator { ... on Named { name } } }
         b: book(id: "book-3") { creator { ... on Named { name } } }
         node(id: "cus_01h455vb4pex5vsknk084sn02q") { id } }`,
      { permissions: reader },
    )
    expect(data).toEqual({
      a: { lastLoan: { borrower: null }, creator: null },
      b: { creator: { name: 'Prensa' } },
      node: null,
    })
    expect(errors.map(({ path, code }) => [path, code]).toSorted()).toEqual([
      ['a.creator', 'FORBIDDEN'],
      ['a.lastLoan.borrower', 'FORBIDDEN'],
      ['node', 'FORBIDDEN'],
    ])
  })

  test('the plan of one caller is not used for another who may see less', async () => {
    const all = contextOf(database.db, { tenantId })
    // One parsed document for both, as the front door keeps them: plans hang on it.
    const operation = operationOf(schema, '{ book(id: "book-10") { secret } }', all)
    const some = contextOf(database.db, { tenantId, permissions: reader })

    const answers = []
    for (const context of [all, some, all])
      answers.push(shownAs((await executeOperation({ ...operation, context })).data))

    const seen = { text: '{"book":{"secret":"hidden"}}' }
    expect(answers).toEqual([seen, { book: { secret: null } }, seen])
  })
})

describe('what is missing', () => {
  test('null where a non-null child has no row takes its parent, with the path; the rest of the answer stands', async () => {
    const { data, errors, isText } = await answered(
      '{ lost: book(id: "book-9") { id shelf { name } } found: book(id: "book-1") { shelf { name } } }',
    )
    expect(isText).toBe(false)
    expect(data).toEqual({ lost: null, found: { shelf: { name: 'Österreich "A"' } } })
    expect(errors).toMatchObject([{ path: 'lost.shelf' }])
  })

  test('a root field that must not be null and is, takes the whole data', async () => {
    const { data, errors } = await answered('{ mustHave(id: "book-none") { id } shelves { id } }')
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ path: 'mustHave' }])
  })

  test("another tenant's id and one that never existed are answered alike", async () => {
    const other = newId('tenant')
    await database.db.asOwner((owner) =>
      owner.query(`insert into library_shelves values ($1, 'shelf-other', 'theirs', null)`, [other]),
    )
    const ask = (id: string) => answered(`{ shelves(under: "${id}") { id } a: book(id: "${id}") { id } }`)
    expect(await ask('shelf-other')).toEqual(await ask('shelf-none'))
  })
})
