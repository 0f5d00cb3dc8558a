import fc from 'fast-check'
import { parse, validate } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { executeAsText, executeByWalking, TextData } from '../../src/graphql/read/execute.ts'
import { newId } from '../../src/platform/ids.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { documentsOf } from '../kit/library/documents.ts'
import {
  contextOf,
  installLibrary,
  librarySchema,
  operationOf,
  stockBookWithId,
  stockLibrary,
} from '../kit/library/world.ts'

const schema = librarySchema()
const tenantId = newId('tenant')
let database: TestDatabase

beforeAll(async () => {
  database = await startTestDatabase()
  await installLibrary(database.db)
  await stockLibrary(database.db, tenantId)
  await stockBookWithId(database.db, tenantId)
  await stockLibrary(database.db, newId('tenant'))
})
afterAll(() => database.stop())

test('whatever SQL answers alone has the very bytes that the standard executor would have printed', async () => {
  const runs = Number(process.env['PARLEY_PROPERTY_RUNS'] ?? 150)
  const seen = { text: 0, walked: 0 }

  await fc.assert(
    fc.asyncProperty(documentsOf(schema), async ({ query, variables }) => {
      fc.pre(validate(schema, parse(query)).length === 0)
      const context = contextOf(database.db, { tenantId })
      const operation = operationOf(schema, query, context, variables)

      const text = await executeAsText(operation)
      const walked = await executeByWalking(operation)

      if (text === null) {
        seen.walked += 1
        return
      }
      seen.text += 1
      expect(walked.errors).toBeUndefined()
      expect(text.errors).toBeUndefined()
      expect(text.data instanceof TextData ? text.data.text : null).toBe(JSON.stringify(walked.data))
    }),
    { numRuns: runs, interruptAfterTimeLimit: 120_000 },
  )

  // Not a property of documents, but of the test: both ways were taken often enough to mean something.
  expect(seen.text).toBeGreaterThan(runs / 4)
  expect(seen.walked).toBeGreaterThan(5)
}, 180_000)
