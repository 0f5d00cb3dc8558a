import { pino } from 'pino'
import { getOperationAST, getVariableValues, parse, validate, type GraphQLSchema } from 'graphql'
import { createSchema, loadSchemaFiles, type RequestContext } from '../../../src/graphql/index.ts'
import type { Operation } from '../../../src/graphql/read/execute.ts'
import { allPermissions, type Permission } from '../../../src/platform/auth/permissions.ts'
import type { Services } from '../../../src/platform/context.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { newId } from '../../../src/platform/ids.ts'
import { libraryModule } from './graph.ts'
import { librarySdl } from './sdl.ts'
import { libraryDdl } from './tables.ts'
import { rowsOf } from './rows.ts'

/** `base.graphql` alone, with the library beside it. */
export function librarySchema(): GraphQLSchema {
  return createSchema([libraryModule], [loadSchemaFiles()[0] ?? '', librarySdl])
}

export async function installLibrary(db: Database): Promise<void> {
  await db.asOwner((owner) => owner.script(libraryDdl))
}

/** A tenant's books, shelves, people and loans: every odd value once. Ids are the same in every tenant. */
export async function stockLibrary(db: Database, tenantId: string): Promise<void> {
  await db.asOwner(async (owner) => {
    for (const [table, rows] of Object.entries(rowsOf(tenantId))) {
      await owner.query(
        `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
        [JSON.stringify(rows)],
      )
    }
  })
}

export interface Reader {
  readonly tenantId: string
  readonly userId?: string
  readonly permissions?: readonly Permission[]
}

/** Services that only have a database; whoever touches another one fails. */
export function contextOf(db: Database, { tenantId, userId, permissions = allPermissions }: Reader): RequestContext {
  const services = { db, clock: { now: () => new Date('2026-11-20T12:00:00Z') }, log: pino({ level: 'silent' }) }
  const allServices = services as unknown as Services
  const actor = {
    kind: 'USER' as const,
    id: userId ?? newId('user'),
    tenantId,
    permissions: new Set(permissions),
    expiresAt: null,
    sessionId: null,
    role: 'OWNER' as const,
    membershipVersion: 1,
    suspended: false,
    tier: 'FREE' as const,
  }
  return {
    ctx: { ...allServices, tenantId, actor, requestId: 'req-test' },
    services: allServices,
    requestId: 'req-test',
    address: null,
    userAgent: null,
  }
}

/** A validated operation, as api.ts makes it. */
export function operationOf(
  schema: GraphQLSchema,
  query: string,
  context: RequestContext,
  variables: Readonly<Record<string, unknown>> = {},
): Operation {
  const document = parse(query)
  const errors = validate(schema, document)
  const operation = getOperationAST(document)
  if (errors.length > 0 || !operation) throw new Error(`${query}\n${errors.join('\n')}`)
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
  return { schema, document, operation, variables, coerced: coerced ?? null, context }
}

/** The id of the book that `stockBookWithId` adds; all others have ids of no kind. */
export const idOfBook = 'prd_01h455vb4pex5vsknk084sn02q'

/** One book more, a copy of book-7, that `node` can find. */
export async function stockBookWithId(db: Database, tenantId: string): Promise<void> {
  await db.asOwner((owner) =>
    owner.query(
      `insert into library_books select (jsonb_populate_record(b, jsonb_build_object('id', $2::text))).*
       from library_books b where tenant_id = $1 and id = 'book-7'`,
      [tenantId, idOfBook],
    ),
  )
}
