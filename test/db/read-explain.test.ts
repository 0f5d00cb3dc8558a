import { afterAll, beforeAll, expect, test } from 'vitest'
import { createGraphQLApi, loadSchemaFiles } from '../../src/graphql/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { libraryModule } from '../kit/library/graph.ts'
import { librarySdl } from '../kit/library/sdl.ts'
import { contextOf, installLibrary } from '../kit/library/world.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await startTestDatabase()
  await installLibrary(database.db)
})
afterAll(() => database.stop())

test.each([true, false])(
  'the SQL and its plan come with an answer only where the server was told so: %s',
  async (explain) => {
    const context = contextOf(database.db, { tenantId: newId('tenant') })
    const api = createGraphQLApi({
      modules: [libraryModule],
      typeDefs: [loadSchemaFiles()[0] ?? '', librarySdl],
      services: context.services,
      feed: { async *follow() {}, async close() {} },
      explain,
    })
    const prepared = api.prepare({ query: '{ books { totalCount } }' }, context)
    if (!('schema' in prepared)) throw new Error(String(prepared))

    const { extensions } = await api.execute(prepared)

    expect(extensions?.['sql']).toEqual(
      explain
        ? [
            {
              statement: expect.stringMatching(/^\/\* Query\.books \*\/ select/),
              plan: [{ Plan: expect.objectContaining({ 'Node Type': 'Result' }) }],
            },
          ]
        : undefined,
    )
  },
)
