import { afterAll, beforeAll, expect, test } from 'vitest'
import { executeAsText, executeByWalking, executeOperation, TextData } from '../../src/graphql/read/execute.ts'
import { newId } from '../../src/platform/ids.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import {
  contextOf,
  idOfBook,
  installLibrary,
  librarySchema,
  operationOf,
  stockBookWithId,
  stockLibrary,
} from '../kit/library/world.ts'

const schema = librarySchema()
const tenantId = newId('tenant')
const otherTenantId = newId('tenant')
let database: TestDatabase

beforeAll(async () => {
  database = await startTestDatabase()
  await installLibrary(database.db)
  await stockLibrary(database.db, tenantId)
  await stockBookWithId(database.db, tenantId)
})
afterAll(() => database.stop())

const query = `query ($id: ID!) { book: node(id: $id) { __typename id ... on Book { title creator { ... on Named { name } } }
  ... on Shelf { name } } __typename ...More } fragment More on Query { again: node(id: $id) { id } }`

/** The bytes that SQL alone answers with, and the statements that it took. */
async function bySql(id: string, tenant = tenantId) {
  const operation = operationOf(schema, query, contextOf(database.db, { tenantId: tenant }), { id })
  const statements: string[] = []
  const stop = database.db.onStatement((text) => statements.push(text))
  const answer = await executeAsText(operation)
  stop()
  const walked = await executeByWalking(operation)
  expect(walked.errors).toBeUndefined()
  expect(answer?.data instanceof TextData ? answer.data.text : answer).toBe(JSON.stringify(walked.data))
  return { data: walked.data, statements }
}

test('an object by its id is read by one statement for each root field, as the executor would answer it', async () => {
  const { data, statements } = await bySql(idOfBook)

  expect(data).toMatchObject({ book: { __typename: 'Book', id: idOfBook }, again: { id: idOfBook } })
  expect(statements).toHaveLength(2)
})

test('what does not exist, belongs to another tenant or is no id at all is null', async () => {
  const nothing = { book: null, __typename: 'Query', again: null }
  expect((await bySql('prd_01h455vb4pex5vsknk084sn02r')).data).toEqual(nothing)
  expect((await bySql(idOfBook, otherTenantId)).data).toEqual(nothing)
  expect((await bySql('cat_01h455vb4pex5vsknk084sn02r')).data).toEqual(nothing)
  const { data, statements } = await bySql('no id')
  expect(data).toEqual(nothing)
  expect(statements).toEqual([])
})

test('one document asks for objects of different types, one after the other', async () => {
  // One parsed document, as the front door keeps it: plans hang on it.
  const context = contextOf(database.db, { tenantId })
  const operation = operationOf(schema, query, context, { id: idOfBook })
  const other = { id: 'cat_01h455vb4pex5vsknk084sn02r' }

  const answers = []
  for (const variables of [{ id: idOfBook }, other, { id: idOfBook }]) {
    const { data } = (await executeAsText({ ...operation, variables, coerced: variables })) ?? {}
    answers.push(data instanceof TextData ? data.text : data)
  }

  expect(answers[1]).toBe('{"book":null,"__typename":"Query","again":null}')
  expect(answers[0]).toEqual(answers[2])
  expect(answers[0]).not.toEqual(answers[1])
})

test('an object of a type that the caller may not see is refused at its place, without a statement', async () => {
  const context = contextOf(database.db, { tenantId, permissions: ['customers:read'] })
  const operation = operationOf(schema, '{ node(id: "' + idOfBook + '") { id } }', context)
  const statements: string[] = []
  const stop = database.db.onStatement((text) => statements.push(text))

  const { data, errors } = await executeOperation(operation)

  stop()
  expect(data).toEqual({ node: null })
  expect(errors).toMatchObject([{ path: ['node'], originalError: { code: 'FORBIDDEN' } }])
  expect(statements).toEqual([])
})
