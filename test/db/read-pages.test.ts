import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executeAsText, executeOperation, TextData } from '../../src/graphql/read/execute.ts'
import { newId } from '../../src/platform/ids.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { contextOf, installLibrary, librarySchema, operationOf, stockLibrary } from '../kit/library/world.ts'

const schema = librarySchema()
const tenantId = newId('tenant')
const otherTenantId = newId('tenant')
let database: TestDatabase

beforeAll(async () => {
  database = await startTestDatabase()
  await installLibrary(database.db)
  await stockLibrary(database.db, tenantId)
  await stockLibrary(database.db, otherTenantId)
})
afterAll(() => database.stop())

interface BookPage {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly totalCount: number
}

const pageFields = `edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount`
const listQuery = `query ($first: Int, $after: String, $last: Int, $before: String, $order: BookOrder!, $filter: BookFilter) {
  books(first: $first, after: $after, last: $last, before: $before, order: $order, filter: $filter) { ${pageFields} } }`

async function run(query: string, variables: object, tenant = tenantId) {
  const context = contextOf(database.db, { tenantId: tenant })
  const operation = operationOf(schema, query, context, variables as Record<string, unknown>)
  const { data, errors } = (await executeAsText(operation)) ?? (await executeOperation(operation))
  return { data: data instanceof TextData ? JSON.parse(data.text) : data, errors }
}

async function books(variables: object): Promise<BookPage> {
  const { data, errors } = await run(listQuery, { order: 'TITLE', ...variables })
  expect(errors).toBeUndefined()
  return data.books
}

const idsOf = ({ edges }: BookPage) => edges.map(({ node }) => node.id)

describe.each(['TITLE', 'PAGES_DESC', 'MIXED'])('a connection in the order %s', (order) => {
  test.each([1, 2, 5, 11, 12, 13])(
    'is walked in pages of %i, forward and backward, without gap or repetition',
    async (size) => {
      const all = idsOf(await books({ order, first: 100 }))
      expect(all).toHaveLength(12)

      const forward: string[] = []
      let after: string | null = null
      for (;;) {
        const page: BookPage = await books({ order, first: size, after })
        expect(page.pageInfo.hasPreviousPage).toBe(forward.length > 0)
        forward.push(...idsOf(page))
        expect(page.totalCount).toBe(12)
        expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor)
        expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor)
        expect(page.pageInfo.hasNextPage).toBe(forward.length < all.length)
        if (!page.pageInfo.hasNextPage) break
        after = page.pageInfo.endCursor
      }
      expect(forward).toEqual(all)

      const backward: string[] = []
      let before: string | null = null
      for (;;) {
        const page: BookPage = await books({ order, last: size, before })
        expect(page.pageInfo.hasNextPage).toBe(backward.length > 0)
        backward.unshift(...idsOf(page))
        expect(page.pageInfo.hasPreviousPage).toBe(backward.length < all.length)
        if (!page.pageInfo.hasPreviousPage) break
        before = page.pageInfo.startCursor
      }
      expect(backward).toEqual(all)
    },
  )
})

describe('a page', () => {
  test('of a list without rows is empty, with null cursors and nothing on either side', async () => {
    const page = await books({ filter: { titles: ['nobody wrote this'] } })
    expect(page).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      totalCount: 0,
    })
  })

  test('of no items says whether there are any', async () => {
    expect((await books({ first: 0 })).pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    })
  })

  test('stays where it was when a row is put in before it', async () => {
    const { pageInfo } = await books({ order: 'PAGES_DESC', first: 3 })
    const before = idsOf(await books({ order: 'PAGES_DESC', first: 3, after: pageInfo.endCursor }))
    await database.db.asOwner((owner) =>
      owner.script(`update library_books set pages = 99 where id = 'book-2' and tenant_id = '${tenantId}'`),
    )
    const after = idsOf(await books({ order: 'PAGES_DESC', first: 3, after: pageInfo.endCursor }))
    await database.db.asOwner((owner) =>
      owner.script(`update library_books set pages = 4 where id = 'book-2' and tenant_id = '${tenantId}'`),
    )
    expect(after).toEqual(before)
  })

  test('counts only when it was asked to', async () => {
    const statements: string[] = []
    const stop = database.db.onStatement((text) => statements.push(text))
    await run('{ books { nodes { id } } }', {})
    await run('{ books { nodes { id } totalCount } }', {})
    stop()
    expect(statements.map((text) => text.includes('count(*)'))).toEqual([false, true])
  })

  test('below the root begins where its own cursor says, for its own parent', async () => {
    const query = `query ($after: String) { shelves { id books(first: 2, after: $after) { ${pageFields} } } }`
    const first = (await run(query, {})).data.shelves[1].books
    const second = (await run(query, { after: first.pageInfo.endCursor })).data.shelves[1].books
    const all = (await run('{ shelves { books(first: 100) { nodes { id } } } }', {})).data.shelves[1].books.nodes
    expect([...idsOf(first), ...idsOf(second)]).toEqual(all.slice(0, 4).map(({ id }: { id: string }) => id))
    expect(second.pageInfo.hasPreviousPage).toBe(true)
  })
})

describe('paging arguments that cannot be followed are refused at their field', () => {
  async function refusal(variables: object, tenant = tenantId) {
    const { data, errors } = await run(listQuery, { order: 'TITLE', ...variables }, tenant)
    expect(data).toBeNull()
    return errors?.map(({ message, path }) => [message, path?.join('.')])
  }
  const strange = [['This cursor does not belong to this list, filter and order.', 'books']]

  test('a page beyond the limit, or of a negative size', async () => {
    const tooLong = [['A page has at most 100 items; `first` and `last` are from 0.', 'books']]
    expect(await refusal({ first: 101 })).toEqual(tooLong)
    expect(await refusal({ last: -1 })).toEqual(tooLong)
  })

  test('both directions at once', async () => {
    const both = [['Use `first` with `after`, or `last` with `before`.', 'books']]
    expect(await refusal({ first: 1, last: 1 })).toEqual(both)
    expect(await refusal({ first: 1, before: 'x' })).toEqual(both)
  })

  test('a cursor of another order, filter or tenant, or of no list at all', async () => {
    const { pageInfo } = await books({ first: 2 })
    const after = pageInfo.endCursor
    expect(await refusal({ after, order: 'PAGES_DESC' })).toEqual(strange)
    expect(await refusal({ after, filter: { genre: 'NOVEL' } })).toEqual(strange)
    expect(await refusal({ after }, otherTenantId)).toEqual(strange)
    expect(await refusal({ after: 'x' })).toEqual(strange)
    expect(await refusal({ after: '' })).toEqual(strange)
  })

  test('a cursor whose keys were changed into something that is no number', async () => {
    const { pageInfo } = await books({ order: 'PAGES_DESC', first: 2 })
    const [bound, , id] = JSON.parse(Buffer.from(pageInfo.endCursor ?? '', 'base64url').toString())
    const forged = Buffer.from(JSON.stringify([bound, '1; drop table', id])).toString('base64url')
    expect(await refusal({ after: forged, order: 'PAGES_DESC' })).toEqual(strange)
  })
})
