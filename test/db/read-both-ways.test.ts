import fc from 'fast-check'
import { parse, validate } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  executeAsText,
  executeByWalking,
  executeOperation,
  TextData,
  type Answer,
} from '../../src/graphql/read/execute.ts'
import { allPermissions, type Permission } from '../../src/platform/auth/permissions.ts'
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

/** Who asks: everything, a reader of the catalogue, who also may see people, somebody who may see nothing. */
const roles: readonly (readonly Permission[])[] = [
  allPermissions,
  allPermissions,
  ['catalog:read'],
  ['catalog:read', 'customers:read'],
  ['customers:read'],
  [],
]

/** What a generated document must have had in it, often enough that the comparison means something. */
const ingredients = {
  aliases: /[ab]_\w+:/,
  'named fragments': /fragment \w+Parts on/,
  'inline fragments on the types of a union': /\.\.\. on (Person|Press|Machine|TextContent|ImageContent)/,
  directives: /@(include|skip)\(if: \$/,
  'variables with defaults': /\$(yes|size|id): \S+ = /,
  'connections read backward': /last: (3|\$few)/,
  'a list inside a list, read backward':
    /\b(books|loans|things)(\([^)]*\))? [\s\S]*\b(nodes|edges)\b[\s\S]*\b(books|loans|things)\([^)]*last:/,
  'an object by its id': /node\(id:/,
}

const shown = ({ data, errors }: Answer) => ({
  data: data instanceof TextData ? data.text : JSON.stringify(data),
  errors: (errors ?? []).map(({ message, path, originalError }) => ({
    message,
    path: path?.join('.'),
    code: originalError && 'code' in originalError ? originalError.code : undefined,
  })),
})

test('every document has the same bytes and errors both ways, for whoever asks', async () => {
  const runs = Number(process.env['PARLEY_PROPERTY_RUNS'] ?? 150)
  const seen = { text: 0, walked: 0, 'text for a lesser role': 0, errors: 0, 'errors of a lesser role': 0, nulls: 0 }
  const met = new Map(Object.keys(ingredients).map((name) => [name, 0]))

  await fc.assert(
    fc.asyncProperty(documentsOf(schema), fc.constantFrom(...roles), async ({ query, variables }, permissions) => {
      fc.pre(validate(schema, parse(query)).length === 0)
      const context = contextOf(database.db, { tenantId, permissions })
      const operation = operationOf(schema, query, context, variables)

      const text = await executeAsText(operation)
      const walked = shown(await executeByWalking(operation))

      const isLesser = permissions !== allPermissions
      for (const [name, pattern] of Object.entries(ingredients)) {
        if (pattern.test(query)) met.set(name, (met.get(name) ?? 0) + 1)
      }
      if (walked.data.includes('null')) seen.nulls += 1
      if (walked.errors.length > 0) seen[isLesser ? 'errors of a lesser role' : 'errors'] += 1
      if (text === null) {
        seen.walked += 1
        // The front door's way, which then is the executor's, has nothing else to say.
        expect(shown(await executeOperation(operation))).toEqual(walked)
        return
      }
      seen.text += 1
      if (isLesser) seen['text for a lesser role'] += 1
      expect(shown(text)).toEqual(walked)
    }),
    { numRuns: runs, interruptAfterTimeLimit: 120_000 },
  )

  // Not properties of documents, but of the test: everything that it is about was met.
  expect(seen.text).toBeGreaterThan(runs / 8)
  for (const [name, count] of [...Object.entries(seen), ...met]) {
    expect(count, name).toBeGreaterThan(0)
  }
}, 180_000)
