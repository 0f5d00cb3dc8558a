import { getTableName, sql, type SQL } from 'drizzle-orm'
import {
  bigint,
  check,
  customType,
  foreignKey,
  integer,
  pgPolicy,
  primaryKey,
  timestamp,
  type AnyPgColumn,
  type CheckBuilder,
  type ForeignKeyBuilder,
  type PgColumn,
  type PgPolicy,
  type PrimaryKeyBuilder,
  type UpdateDeleteAction,
} from 'drizzle-orm/pg-core'

/** The role of every request and job that acts for one tenant. Owns nothing, cannot bypass row-level security. */
export const appRole = 'parley_app'
/** The role of what happens before a tenant is known: sign-in, routing, upkeep. Owns nothing either. */
export const systemRole = 'parley_system'

const collatedText = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' })

/** Ids and other machine-made text: compared byte by byte, so it sorts alike on every machine and indexes are small. */
export const idText = (name: string) => collatedText(name)

const vectorText = customType<{ data: string; driverData: string }>({ dataType: () => 'vector' })

/** A vector of any length, in pgvector's text form. */
export const anyVector = (name: string) => vectorText(name)

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** A file as it came, at most some MB. */
export const bytes = (name: string) => bytea(name)

/** In a view: a row of a table, all of it, as composite value. */
export const wholeRow = (table: string) => customType<{ data: never }>({ dataType: () => table })

/** `tenant_id`, the first column of every key. */
export const tenantId = () => collatedText('tenant_id').notNull()

/** `id`, made by `newId` in the application. */
export const id = () => collatedText('id').notNull()

/** A point in time (timestamptz, microseconds kept in the database; a Date with milliseconds in TypeScript). */
export const time = (name: string) => timestamp(name, { withTimezone: true, precision: 6, mode: 'date' })

/** `created_at`; the verb passes `ctx.clock.now()`, so there is no default. */
export const createdAt = () => time('created_at').notNull()
/** `updated_at`; set by every verb that changes the row. */
export const updatedAt = () => time('updated_at').notNull()

/** Money in minor units of the row's currency, as a bigint: `price_amount_minor`. */
export const moneyMinor = (name: string) => bigint(name, { mode: 'bigint' })

/** `version`, 1 at first and one more on every change: the expected value of a conditional update. */
export const version = () => integer('version').notNull().default(1)

/** The current tenant, evaluated once a statement; '' after a finished transaction counts as none. */
export const currentTenant: SQL = sql`(select nullif(current_setting('app.tenant_id', true), ''))`

export interface TenantPolicyOptions {
  /** The column that holds the tenant; `id` for the table of tenants itself. Default `tenant_id`. */
  readonly column?: string
  /** `all` (default), `append` (read and insert: logs that nobody edits) or `read`. */
  readonly app?: 'all' | 'append' | 'read'
  /** What code without a tenant (`withSystem`) may do here; default nothing. Say why at the table. */
  readonly system?: 'none' | 'read' | 'all'
}

const commands = { all: ['all'], append: ['select', 'insert'], read: ['select'] } as const

/**
 * Row-level security of a tenant table: spread into the table's extras. Enables RLS; the migration runner then forces
 * it and grants to each role exactly the commands that some policy gives it, so policies are the only place that says
 * who may touch a table.
 */
export function tenantPolicies(options: TenantPolicyOptions = {}): PgPolicy[] {
  const { column = 'tenant_id', app = 'all', system = 'none' } = options
  const mine = sql`${sql.identifier(column)} = ${currentTenant}`
  const policies = commands[app].map((command) => rowPolicy(`tenant_${command}`, appRole, command, mine))
  return system === 'none' ? policies : [...policies, ...systemPolicies(system)]
}

/** Policies that open a whole table to `withSystem`; for tables that no single tenant owns, on their own. */
export function systemPolicies(allow: 'read' | 'all'): PgPolicy[] {
  return commands[allow].map((command) => rowPolicy(`system_${command}`, systemRole, command, sql`true`))
}

/** One policy with USING and WITH CHECK as the command wants them; for tables with a rule of their own. */
export function rowPolicy(
  name: string,
  role: typeof appRole | typeof systemRole,
  command: 'all' | 'select' | 'insert' | 'update' | 'delete',
  rows: SQL,
): PgPolicy {
  const using = command === 'insert' ? {} : { using: rows }
  const withCheck = command === 'select' || command === 'delete' ? {} : { withCheck: rows }
  return pgPolicy(name, { as: 'permissive', for: command, to: role, ...using, ...withCheck })
}

/** Primary key `(tenant_id, id)`. */
export function tenantKey(table: { tenantId: AnyPgColumn; id: AnyPgColumn }): PrimaryKeyBuilder {
  return primaryKey({
    name: `${getTableName(table.tenantId.table)}_pkey`,
    columns: [asColumn(table.tenantId), asColumn(table.id)],
  })
}

/**
 * Foreign key `(tenant_id, column)` → `(tenant_id, id)` of the target. A plain key would let one tenant point at
 * another's row, because Postgres checks foreign keys around row-level security.
 *
 * On delete: `restrict` unless told `cascade`. `set null` would null the tenant too; it needs hand-written SQL.
 */
export function tenantReference(
  table: { tenantId: AnyPgColumn },
  column: AnyPgColumn,
  target: { tenantId: AnyPgColumn; id: AnyPgColumn },
  onDelete: Extract<UpdateDeleteAction, 'restrict' | 'cascade'> = 'restrict',
): ForeignKeyBuilder {
  return foreignKey({
    name: `${getTableName(table.tenantId.table)}_${column.name}_fkey`,
    columns: [asColumn(table.tenantId), asColumn(column)],
    foreignColumns: [asColumn(target.tenantId), asColumn(target.id)],
  }).onDelete(onDelete)
}

/** Reference of `tenant_id` itself to the directory of tenants, for tables whose rows end with their tenant. */
export function ownedByTenant(table: { tenantId: AnyPgColumn }, tenants: { id: AnyPgColumn }): ForeignKeyBuilder {
  return foreignKey({
    name: `${getTableName(table.tenantId.table)}_tenant_fkey`,
    columns: [asColumn(table.tenantId)],
    foreignColumns: [asColumn(tenants.id)],
  }).onDelete('cascade')
}

/** Check that a text column holds one of the values: the database knows the enumeration too. */
export function oneOf(column: AnyPgColumn, values: readonly string[]): CheckBuilder {
  const list = sql.raw(literals(values))
  return check(`${getTableName(column.table)}_${column.name}_check`, sql`${column} in (${list})`)
}

/** AnyPgColumn and PgColumn are the same class at run time; Drizzle's key builders accept only the latter. */
function asColumn(column: AnyPgColumn): PgColumn {
  return column as PgColumn
}

/** Words of the code, never of anybody outside, as a list that is part of the statement and so of its plan. */
export function literals(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ')
}
