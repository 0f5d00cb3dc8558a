import type { SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Permission } from '../../platform/auth/permissions.ts'
import type { Ctx } from '../../platform/context.ts'
import type { IdKind } from '../../platform/ids.ts'
import type { EmbeddedValue } from './embedded-value.ts'

/** What declarations are made of; the functions that make them, and how they are used, are in declare.ts. */

/** What may answer a field. A bare column or SQL is a scalar, a list of scalars, or an embedded object. */
export type Field = UnguardedField | AllowField

export type UnguardedField =
  | PgColumn
  | SQL
  | OneField
  | ManyField
  | PageField
  | UnionField
  | ObjectField
  | EmbeddedField
  | ComputedField
  | NeedsField

export type FieldMap = Readonly<Record<string, Field>>
export type UnionMember = OneField | SameRowField | ObjectField | EmbeddedField

/** For fields without arguments in the SDL. */
export type NoArgs = Readonly<Record<never, never>>

/** What the compiler hands to callbacks; the schema has checked the arguments, the declaration knows its table. */
export type Row = PgTable
export type Arguments = Readonly<Record<string, unknown>>

export interface OneField {
  readonly kind: 'one'
  readonly table: PgTable
  readonly on: PgColumn | SQL | ((row: Row, args: Arguments, ctx: Ctx) => SQL | undefined)
  readonly orderBy: ((row: Row) => readonly SortKey[]) | null
  /** The row itself, where it need not be looked up; `on` says nothing then. */
  readonly carriedBy: PgColumn | SQL | null
  readonly type: string | null
}

export interface ManyField {
  readonly kind: 'many'
  readonly table: PgTable
  readonly rows: (row: Row, args: Arguments, ctx: Ctx) => ManyRows
}

export interface PageField {
  readonly kind: 'page'
  readonly table: PgTable
  readonly where: (row: Row, args: Arguments, ctx: Ctx) => SQL | undefined
  readonly orderBy: (row: Row, args: Arguments, ctx: Ctx) => readonly SortKey[]
}

export interface UnionField {
  readonly kind: 'union'
  readonly by: PgColumn | SQL
  readonly members: Readonly<Record<string, UnionMember>>
}

export interface SameRowField {
  readonly kind: 'sameRow'
  readonly type: string
}

export interface ObjectField {
  readonly kind: 'object'
  readonly type: string | null
  readonly fields: FieldMap
  readonly unless: SQL | null
}

export interface EmbeddedField {
  readonly kind: 'embedded'
  readonly type: string
  readonly value: PgColumn | SQL
}

export interface ComputedField {
  readonly kind: 'computed'
  readonly expression: (args: Arguments, ctx: Ctx) => SQL | PgColumn
}

export interface NeedsField {
  readonly kind: 'needs'
  readonly values: Readonly<Record<string, PgColumn | SQL>>
}

export interface AllowField<Allowed = UnguardedField> {
  readonly kind: 'allow'
  readonly permission: Permission
  readonly field: Allowed
}

export interface GraphType<
  Name extends string = string,
  Table extends PgTable = PgTable,
  Answered extends string = never,
> {
  readonly declares: 'table'
  readonly name: Name
  readonly table: Table
  readonly options: GraphTypeOptions
  readonly fields: (row: Row) => FieldMap
  /** Only a type: the fields that SQL alone answers. A parameter, so that too few do not pass for all (complete.ts). */
  readonly answers?: (field: Answered) => void
}

export interface GraphTypeExtension<
  Name extends string = string,
  Table extends PgTable = PgTable,
  Answered extends string = never,
> {
  readonly declares: 'extension'
  readonly name: Name
  readonly table: Table
  readonly fields: (row: Row) => FieldMap
  readonly answers?: (field: Answered) => void
}

export interface EmbeddedType<Name extends string = string> {
  readonly declares: 'embedded'
  readonly name: Name
  readonly fields: (value: EmbeddedValue) => FieldMap
}

export interface UnionType<Name extends string = string, Table extends PgTable = PgTable> {
  readonly declares: 'union'
  readonly name: Name
  readonly table: Table
  readonly options: GraphTypeOptions
  readonly members: (row: Row) => UnionField
}

/** Whatever a module lists under `types`. */
export type GraphDeclaration = GraphType | GraphTypeExtension | EmbeddedType | UnionType

/** The fields that SQL alone answers: all but those that only say what their resolver needs. */
export type AnsweredKeys<Fields extends FieldMap> = {
  [Key in Extract<keyof Fields, string>]: Fields[Key] extends NeedsField | AllowField<NeedsField> ? never : Key
}[Extract<keyof Fields, string>]

export interface GraphTypeOptions {
  /** Needed to see any object of this type, however it is reached. `signed-in`: whoever belongs to the tenant. */
  readonly allow: Permission | 'signed-in'
  /** For types that implement `Node`: the kind of their ids. The table must have an `id` column. */
  readonly node?: IdKind
}

export interface ManyRows {
  readonly where: SQL | undefined
  /** Drizzle's `asc(…)`, `desc(…)`; give an order that is total, or the list may come in another one next time. */
  readonly orderBy: readonly (SQL | PgColumn)[]
  readonly limit?: number
}

export interface SortKey {
  readonly expression: PgColumn | SQL
  readonly descending: boolean
  /** SQL type that a cursor's text is cast back to. Known for columns; must be given for expressions. */
  readonly sqlType: string
}
