import { is, sql, type SQL } from 'drizzle-orm'
import { PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import type { Permission } from '../../platform/auth/permissions.ts'
import type { Ctx } from '../../platform/context.ts'
import type { EmbeddedValue } from './embedded-value.ts'
import type {
  AllowField,
  AnsweredKeys,
  Arguments,
  ComputedField,
  EmbeddedField,
  EmbeddedType,
  FieldMap,
  GraphType,
  GraphTypeExtension,
  GraphTypeOptions,
  ManyField,
  ManyRows,
  NeedsField,
  NoArgs,
  ObjectField,
  OneField,
  PageField,
  Row,
  SameRowField,
  SortKey,
  UnguardedField,
  UnionField,
  UnionMember,
  UnionType,
} from './fields.ts'

/**
 * The vocabulary of `graph.ts`: how objects of the schema are read. A domain says for each GraphQL type which table
 * its objects are rows of, and for each field what answers it; the compiler turns a whole selection into one SQL
 * statement. The SDL stays the only place for types: a field is printed as its SDL type asks (`DateTime`, `Decimal`,
 * `Long` … each have one form), a relation leads to the type that the SDL names.
 *
 * ```ts
 * export const order = graphType('Order', orders, { allow: 'orders:read', node: 'order' }, (t) => ({
 *   id: t.id,
 *   number: t.number,
 *   createdAt: t.createdAt,                                       // DateTime: printed by the one serializer
 *   total: money(t.totalMinor, t.currency),
 *   customer: one(customers, t.customerId),                       // customers.id = t.customer_id
 *   review: one(reviews, (r) => and(eq(r.orderId, t.id), isNull(r.closedAt))),
 *   lines: many(orderLines, (l) => ({ where: eq(l.orderId, t.id), orderBy: [asc(l.position)] })),
 *   events: page(orderEvents, {
 *     where: (e, args: gql.OrderEventsArgs) => and(eq(e.orderId, t.id), args.kind ? eq(e.kind, args.kind) : undefined),
 *     orderBy: (e) => [descending(e.occurredAt), descending(e.id)],
 *   }),
 *   author: union(t.actorKind, {
 *     USER: one(users, t.actorId),
 *     SYSTEM: object({ name: t.actorId }, { type: 'SystemActor' }),
 *   }),
 *   spans: t.spans,                                               // jsonb; its SDL type is declared by embeddedType()
 *   availableTransitions: needs({ status: t.status }),            // a resolver answers; SQL brings what it needs
 *   internalNote: allow('orders:write', t.internalNote),          // refused (null + error) without the permission
 * }))
 * ```
 *
 * Rules that hold everywhere:
 * - The tenant is added by the compiler: whenever a table has a `tenantId` column, `tenant_id = <the caller's>` is part
 *   of the condition. Do not repeat it.
 * - A callback that takes only the row (`(l) => …`) is rendered once and cached with the plan. One that also takes
 *   `args` or `ctx` is rendered for each request; its SQL may depend on them. Never read the clock in the former. (Parameters
 *   are counted by `length`, so give none a default.)
 * - A type's `allow` guards every way to it: roots, relations, payload references, `node`. Who lacks it gets null and a
 *   FORBIDDEN error at that path, so a relation into a type that some role may not see must be nullable in the SDL.
 * - Columns of `text`, enum, boolean, integer, `timestamptz`, `bigint`, `numeric`, `real`/`double`, `jsonb` and their
 *   arrays may be given as they are. An SQL expression must have the type that its SDL type suggests (text for String,
 *   ID and enums; timestamptz for DateTime; bigint for Long; numeric for Decimal; integers are cast for Int).
 */
export function graphType<Name extends string, Table extends PgTable, Fields extends FieldMap>(
  name: Name,
  table: Table,
  options: GraphTypeOptions,
  fields: (row: Table) => Fields,
): GraphType<Name, Table, AnsweredKeys<Fields>> {
  return { declares: 'table', name, table, options, fields: forgetOnlyRow(fields) }
}

/** Adds fields to a type that an earlier domain declared; `table` must be the table it was declared over. */
export function extendGraphType<Name extends string, Table extends PgTable, Fields extends FieldMap>(
  name: Name,
  table: Table,
  fields: (row: Table) => Fields,
): GraphTypeExtension<Name, Table, AnsweredKeys<Fields>> {
  return { declares: 'extension', name, table, fields: forgetOnlyRow(fields) }
}

/**
 * A type whose objects lie in JSON: values of a `jsonb` column, or elements of a list in one. Each SDL field is read
 * from the key of its own name and cast by its SDL type; name only the fields that differ.
 *
 * ```ts
 * embeddedType('TextSpan')
 * embeddedType('ExtractedLine', (v) => ({ product: one(products, v.text('productId')) }))
 * ```
 */
export function embeddedType<Name extends string, Fields extends FieldMap = Record<never, never>>(
  name: Name,
  fields?: (value: EmbeddedValue) => Fields,
): EmbeddedType<Name> {
  return { declares: 'embedded', name, fields: fields ?? (() => ({})) }
}

/**
 * A union or interface whose objects are told apart by a column of one table, for lists and pages of it:
 *
 * ```ts
 * unionType('TimelineEntry', conversationEntries, { allow: 'conversations:read' }, (t) =>
 *   union(t.kind, { MESSAGE: one(messages, t.messageId), NOTE: sameRow('Note') }))
 * ```
 */
export function unionType<Name extends string, Table extends PgTable>(
  name: Name,
  table: Table,
  options: GraphTypeOptions,
  members: (row: Table) => UnionField,
): UnionType<Name, Table> {
  return { declares: 'union', name, table, options, members: forgetOnlyRow(members) }
}

/**
 * The one row of `table` that the SDL's type is read from; null when there is none. The second argument is either the
 * value its `id` must equal, or the join condition. If several rows match, an arbitrary one is taken unless `orderBy`
 * says which comes first. `type` is only for a union's member, where several of its types are declared over the table.
 */
export function one<Table extends PgTable, Args = NoArgs>(
  table: Table,
  on: PgColumn | SQL | ((row: Table, args: Args, ctx: Ctx) => SQL | undefined),
  options: { readonly orderBy?: (row: Table) => readonly SortKey[]; readonly type?: string } = {},
): OneField {
  return {
    kind: 'one',
    table,
    on: typeof on === 'function' ? forgetRow(on) : on,
    orderBy: options.orderBy === undefined ? null : forgetOnlyRow(options.orderBy),
    carriedBy: null,
    type: options.type ?? null,
  }
}

/** The row of `table` that this one carries whole, in a column of a view (columns.ts: `wholeRow`): nothing is looked up. */
export function carried(table: PgTable, value: PgColumn | SQL): OneField {
  return { ...one(table, sql`true`), carriedBy: value }
}

/** A plain list: all rows of `table` under the condition, in the given order; `limit` bounds it (default 1,000). */
export function many<Table extends PgTable, Args = NoArgs>(
  table: Table,
  rows: (row: Table, args: Args, ctx: Ctx) => ManyRows,
): ManyField {
  return { kind: 'many', table, rows: forgetRow(rows) }
}

/**
 * A Relay connection: `first`/`after` or `last`/`before`, keyset paging, exact `hasNextPage` and `hasPreviousPage`,
 * `totalCount` counted only when selected, cursors bound to tenant, field, filter and order. The SDL type has any of
 * `edges { cursor node }`, `nodes`, `pageInfo`, `totalCount`.
 */
export function page<Table extends PgTable, Args = NoArgs>(table: Table, rows: PageRows<Table, Args>): PageField {
  return { kind: 'page', table, where: forgetRow(rows.where), orderBy: forgetRow(rows.orderBy) }
}

export interface PageRows<Table extends PgTable, Args> {
  /** Filter and, below the root, the join condition. `undefined` parts are left out as Drizzle's `and` does. */
  readonly where: (row: Table, args: Args, ctx: Ctx) => SQL | undefined
  /**
   * The sort keys, outermost first, never null, and together unique: end with the id. Keep one direction for all of
   * them where you can, so that an index serves the page. Give them an index that begins with `tenant_id`.
   */
  readonly orderBy: (row: Table, args: Args, ctx: Ctx) => readonly SortKey[]
}

/** A sort key of `page` or `one`. For an SQL expression say its type too, e.g. `'timestamptz'`. */
export function ascending(column: PgColumn): SortKey
export function ascending(expression: SQL, sqlType: string): SortKey
export function ascending(expression: PgColumn | SQL, sqlType?: string): SortKey {
  return { expression, descending: false, sqlType: sqlType ?? columnType(expression) }
}

/** As `ascending`, largest first. */
export function descending(column: PgColumn): SortKey
export function descending(expression: SQL, sqlType: string): SortKey
export function descending(expression: PgColumn | SQL, sqlType?: string): SortKey {
  return { expression, descending: true, sqlType: sqlType ?? columnType(expression) }
}

/**
 * An object of a union or interface type, told apart by the text in `kind`; a kind without a member is null. Members:
 * `one(…)` or `carried(…)` (another row), `sameRow('Type')` (this row), `embedded('Type', jsonb)` or `object({ … }, { type: 'Type' })`.
 */
export function union(kind: PgColumn | SQL, members: Readonly<Record<string, UnionMember>>): UnionField {
  return { kind: 'union', by: kind, members }
}

/** A union's member that is this very row, as the given type (declared over the same table). */
export function sameRow(type: string): SameRowField {
  return { kind: 'sameRow', type }
}

/**
 * An object that has no row of its own, its fields given as expressions over this one: `Money`, a small group of
 * columns. `type` names it where the SDL does not (members of a union). It is null where the condition `unless` holds.
 */
export function object(fields: FieldMap, options: ObjectOptions = {}): ObjectField {
  return { kind: 'object', fields, type: options.type ?? null, unless: options.unless ?? null }
}

export interface ObjectOptions {
  readonly type?: string
  readonly unless?: SQL
}

/** An object or list of objects inside a `jsonb` expression, as a union's member of the given embedded type. */
export function embedded(type: string, value: PgColumn | SQL): EmbeddedField {
  return { kind: 'embedded', type, value }
}

/** A scalar that depends on the field's arguments or on who asks, e.g. `computed((args, ctx) => sql`…`)`. */
export function computed<Args = NoArgs>(expression: (args: Args, ctx: Ctx) => SQL | PgColumn): ComputedField {
  return { kind: 'computed', expression: forgetArgs(expression) }
}

/**
 * Answered by a resolver in `resolvers.ts` (`Order: { availableTransitions: (source) => … }`), which gets exactly these
 * values as its source, by these names: text, number, boolean, null; timestamps as ISO text, bigint and numeric as
 * text, jsonb as parsed JSON. An operation that selects such a field goes through the standard executor.
 */
export function needs(values: Readonly<Record<string, PgColumn | SQL>>): NeedsField {
  return { kind: 'needs', values }
}

/** Refuses the field to an actor without the permission: null and a FORBIDDEN error at its path, before any SQL. */
export function allow<Allowed extends UnguardedField>(permission: Permission, field: Allowed): AllowField<Allowed> {
  return { kind: 'allow', permission, field }
}

/**
 * A callback over a certain table, seen as one over any table. Sound because the compiler calls it with an alias of
 * the very table that stands beside it in the declaration, and with arguments that GraphQL has coerced by the SDL.
 * The callback itself is kept: its number of parameters tells whether it depends on the request.
 */
function forgetRow<Table extends PgTable, Args, Result>(
  callback: (row: Table, args: Args, ctx: Ctx) => Result,
): (row: Row, args: Arguments, ctx: Ctx) => Result {
  return callback as unknown as (row: Row, args: Arguments, ctx: Ctx) => Result
}

/** As `forgetRow`, for the callbacks that take nothing but the row. */
function forgetOnlyRow<Table extends PgTable, Result>(callback: (row: Table) => Result): (row: Row) => Result {
  return callback as unknown as (row: Row) => Result
}

/** As `forgetRow`, for a callback over the arguments alone. */
function forgetArgs<Args, Result>(callback: (args: Args, ctx: Ctx) => Result): (args: Arguments, ctx: Ctx) => Result {
  return callback as unknown as (args: Arguments, ctx: Ctx) => Result
}

function columnType(expression: PgColumn | SQL): string {
  if (is(expression, PgColumn)) return expression.getSQLType()
  throw new Error("a sort key that is an SQL expression needs its SQL type, e.g. descending(sql`…`, 'timestamptz')")
}
