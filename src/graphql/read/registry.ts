import { is, SQL } from 'drizzle-orm'
import { PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import type { Permission } from '../../platform/auth/permissions.ts'
import type { IdKind } from '../../platform/ids.ts'
import type { EmbeddedValue } from './embedded-value.ts'
import type { Field, FieldMap, GraphDeclaration, Row, UnguardedField, UnionField, UnionMember } from './fields.ts'

/** Rows of a table as objects of one type, with the fields of all domains. */
export interface TableType {
  readonly kind: 'table'
  readonly name: string
  readonly table: PgTable
  readonly allow: Permission | 'signed-in'
  readonly node: IdKind | null
  readonly fields: (row: Row) => FieldMap
}

export interface EmbeddedObjectType {
  readonly kind: 'embedded'
  readonly name: string
  readonly fields: (value: EmbeddedValue) => FieldMap
}

export interface TableUnion {
  readonly kind: 'union'
  readonly name: string
  readonly table: PgTable
  readonly allow: Permission | 'signed-in'
  readonly members: (row: Row) => UnionField
}

export type DeclaredType = TableType | EmbeddedObjectType | TableUnion

/** All declarations of all domains, extensions merged in. */
export interface Registry {
  readonly types: ReadonlyMap<string, DeclaredType>
  readonly nodes: ReadonlyMap<IdKind, TableType>
}

/** @throws Error naming every contradiction among the declarations */
export function createRegistry(declarations: readonly GraphDeclaration[]): Registry {
  const types = new Map<string, DeclaredType>()
  const mistakes: string[] = []
  for (const declaration of declarations) {
    if (declaration.declares === 'extension') continue
    if (types.has(declaration.name)) mistakes.push(`${declaration.name} is declared twice`)
    types.set(declaration.name, declaredType(declaration))
  }
  for (const extension of declarations) {
    if (extension.declares !== 'extension') continue
    const type = types.get(extension.name)
    if (type?.kind !== 'table' || type.table !== extension.table) {
      mistakes.push(`extendGraphType('${extension.name}', …): there is no such type over this table`)
      continue
    }
    types.set(type.name, { ...type, fields: (row: Row) => ({ ...type.fields(row), ...extension.fields(row) }) })
  }
  const nodes = new Map<IdKind, TableType>()
  for (const type of types.values()) {
    if (type.kind !== 'table' || type.node === null) continue
    if (nodes.has(type.node))
      mistakes.push(`${type.name} and ${nodes.get(type.node)?.name} both claim ${type.node} ids`)
    if (columnNamed(type.table, 'id') === null) mistakes.push(`${type.name} is a node, but its table has no column id`)
    nodes.set(type.node, type)
  }
  if (mistakes.length > 0) throw new Error(`The graph declarations contradict each other:\n  ${mistakes.join('\n  ')}`)
  return { types, nodes }
}

/** The column under this property of a table (or of an alias of it), null when there is none. */
export function columnNamed(table: PgTable, property: string): PgColumn | null {
  const column: unknown = Reflect.get(table, property)
  return is(column, PgColumn) ? column : null
}

/** A field without its guard, and the permission that guards it. */
export function unguarded(field: Field): { field: UnguardedField; permission: Permission | null } {
  if (isKind(field) && field.kind === 'allow') return { field: field.field, permission: field.permission }
  return { field: field as UnguardedField, permission: null }
}

/** True for everything that is not a bare column or SQL expression. */
export function isKind<Any extends Field | UnionMember>(field: Any): field is Extract<Any, { kind: string }> {
  return !is(field, PgColumn) && !is(field, SQL)
}

function declaredType(declaration: Exclude<GraphDeclaration, { declares: 'extension' }>): DeclaredType {
  switch (declaration.declares) {
    case 'table': {
      const { name, table, options, fields } = declaration
      return { kind: 'table', name, table, allow: options.allow, node: options.node ?? null, fields }
    }
    case 'embedded':
      return { kind: 'embedded', name: declaration.name, fields: declaration.fields }
    case 'union':
      return {
        kind: 'union',
        name: declaration.name,
        table: declaration.table,
        allow: declaration.options.allow,
        members: declaration.members,
      }
  }
}
