import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isEnumType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import type { Permission } from '../../platform/auth/permissions.ts'
import type { CompiledRootField } from '../root-fields.ts'
import {
  aliasTable,
  markEntries,
  missingMark,
  objectTypeNamed,
  requestFragment,
  type Aliased,
  type Compilation,
  type Site,
} from './compilation.ts'
import { compileEmbedded } from './compile-embedded.ts'
import { compilePage } from './compile-page.ts'
import { one } from './declare.ts'
import type {
  Arguments,
  FieldMap,
  ManyField,
  NeedsField,
  OneField,
  UnguardedField,
  UnionField,
  UnionMember,
} from './fields.ts'
import { encodeNeed, encodeScalar, encodeScalarList, isNeverNull } from './encode.ts'
import {
  always,
  constant,
  listOfRows,
  literal,
  nullable,
  objectOf,
  otherwise,
  textOf,
  type Entry,
  type Json,
  type Printed,
} from './json-text.ts'
import { orderByKeys } from './pages.ts'
import { columnNamed, isKind, unguarded, type Registry, type TableType, type TableUnion } from './registry.ts'
import { collectSubfields, type CollectedFields } from './selection.ts'
import { fragmentSlot, ValueSlot, valueSlot } from './template.ts'

const defaultListLimit = 1_000

/** What can be said of a declaration without a selection. */
export interface SchemaScope {
  readonly registry: Registry
  readonly scope: { readonly schema: GraphQLSchema }
}

const idsSlot = new ValueSlot((binding) => JSON.stringify(binding.ids))

/** The statement of one root field: one row, one column, the field's JSON as text. */
export function compileRoot(compilation: Compilation, site: Site, field: CompiledRootField['field']): SQL {
  const { json } = compileNullable(compilation, site, field, null)
  return rootStatement(site, textOf(json))
}

/** The statement of the object that the field's arguments name; of this type, as its id says. */
export function compileById(
  compilation: Compilation,
  site: Site,
  type: TableType,
  idOf: (args: Arguments) => string,
): SQL {
  const id = new ValueSlot((binding) => idOf(binding.argumentsOf(site.definition, site.node)))
  return rootStatement(site, compileOne(compilation, site, one(type.table, valueSlot(id)), type))
}

function rootStatement(site: Site, text: SQL): SQL {
  return sql`${sql.raw(`/* ${site.coordinate} */`)} select ${text} as json`
}

/** The statement of objects by their ids (`binding.ids`): one JSON object from id to object, null for none. */
export function compileReferences(compilation: Compilation, site: Site, type: TableType): SQL {
  const row = aliasTable(compilation, type.table)
  const text = compileRow(compilation, type, site, row)
  const id = columnNamed(row.table, 'id')
  if (id === null) throw new Error(`${type.name} has no id to be read by`)
  const among = sql`${id} = any(array(select jsonb_array_elements_text(${valueSlot(idsSlot)}::text::jsonb)))`
  const objects = sql`'{' || string_agg(to_json(${id})::text || ':' || ${text}, ',') || '}'`
  return sql`${rootStatement(site, objects)} from ${row.from} where ${and(row.ofTenant, among)}`
}

/**
 * The JSON of one field, whatever answers it. `row` is the row that the declaration's expressions speak of, null at
 * the root and inside JSON.
 */
function compileField(
  compilation: Compilation,
  site: Site,
  field: Exclude<UnguardedField, NeedsField>,
  row: Aliased | null,
): Json {
  const printed = compileNullable(compilation, site, field, row)
  const isAlwaysThere = !printed.mayBeNull || (!isKind(field) && isNeverNull(field))
  if (compilation.mode === 'objects' || !isNonNullType(site.definition.type) || isAlwaysThere) {
    return otherwise(printed, 'null')
  }
  compilation.findings.watched = true
  return otherwise(printed, missingMark)
}

/** The fields selected on one object. */
function compileEntries(
  compilation: Compilation,
  type: GraphQLObjectType,
  collected: CollectedFields,
  fields: FieldMap,
  row: Aliased | null,
): Entry[] {
  const entries = markEntries(compilation, type)
  const refused: Record<string, string> = {}
  const needed = new Set<string>()
  for (const [key, nodes] of collected) {
    const [node] = nodes
    if (node === undefined) continue
    if (node.name.value === '__typename') entries.push({ key, json: constant(type.name) })
    const definition = type.getFields()[node.name.value]
    if (definition === undefined) continue
    const declared = fields[definition.name]
    if (declared === undefined) {
      compilation.findings.needsCode = true
      continue
    }
    const { field, permission } = unguarded(declared)
    const denied = [permission, targetPermission(compilation, definition, field)].find((needs) =>
      isDenied(compilation, needs),
    )
    if (denied !== undefined && denied !== null) {
      compilation.findings.refused = true
      refused[key] = denied
    } else if (isKind(field) && field.kind === 'needs') {
      compilation.findings.needsCode = true
      if (!needed.has(definition.name)) entries.push(needsEntry(definition.name, field))
      needed.add(definition.name)
    } else {
      const site: Site = { coordinate: `${type.name}.${definition.name}`, definition, node, nodes }
      entries.push({ key, json: compileField(compilation, site, field, row) })
    }
  }
  if (Object.keys(refused).length > 0) entries.push({ key: '@refused', json: constant(refused) })
  return entries
}

/** The permission that every way to objects of the field's type needs. */
export function targetPermission(
  compilation: SchemaScope,
  definition: GraphQLField<unknown, unknown>,
  field: UnguardedField,
): Permission | 'signed-in' | null {
  if (!isKind(field)) return null
  switch (field.kind) {
    case 'one':
    case 'many':
      return rowTypeOf(compilation, getNamedType(definition.type).name).allow
    case 'page':
      return rowTypeOf(compilation, nodeTypeName(compilation, getNamedType(definition.type).name)).allow
    default:
      return null
  }
}

function compileNullable(
  compilation: Compilation,
  site: Site,
  field: Exclude<UnguardedField, NeedsField>,
  row: Aliased | null,
): Printed {
  if (!isKind(field)) return compileExpression(compilation, site, field)
  const target = getNamedType(site.definition.type)
  switch (field.kind) {
    case 'computed': {
      const { expression } = field
      return compileExpression(
        compilation,
        site,
        fragmentSlot((binding) => sql`(${expression(binding.argumentsOf(site.definition, site.node), binding.ctx)})`),
      )
    }
    case 'one':
      return nullable(compileOne(compilation, site, field, rowTypeOf(compilation, target.name)))
    case 'many':
      return always(compileMany(compilation, site, field, rowTypeOf(compilation, target.name)))
    case 'page': {
      const type = rowTypeOf(compilation, nodeTypeName(compilation, target.name))
      const connection = objectTypeNamed(compilation, target.name)
      const json = compilePage(compilation, site, field, connection, (nodes, of) =>
        compileRow(compilation, type, { ...site, nodes }, of),
      )
      return always(json)
    }
    case 'union':
      return nullable(compileUnion(compilation, target.name, field, site, row))
    case 'object':
    case 'embedded':
      return compileMember(compilation, objectTypeNamed(compilation, field.type ?? target.name), field, site, row)
  }
}

/** A bare column or expression: as its SDL type is printed. */
function compileExpression(compilation: Compilation, site: Site, expression: PgColumn | SQL): Printed {
  const type = getNullableType(site.definition.type)
  const named = getNamedType(type)
  if (!isLeafType(named)) {
    return compileEmbedded(compilation, named, isListType(type), expression, site.nodes, compileEntries)
  }
  const scalar = isEnumType(named) ? 'String' : named.name
  const encoded = isListType(type) ? encodeScalarList(scalar, expression) : encodeScalar(scalar, expression)
  if (!encoded.canonical) compilation.findings.canonical = false
  return nullable(encoded.expression)
}

/** The text of the object that a relation leads to, null where there is none. */
function compileOne(compilation: Compilation, site: Site, field: OneField, type: TableType | TableUnion): SQL {
  const row = aliasTable(compilation, field.table)
  const text = compileRow(compilation, type, site, row)
  const { carriedBy } = field
  if (carriedBy !== null) {
    const name = sql.identifier(row.name)
    return sql`(select ${text} from (select (${carriedBy}).*) ${name} where ${carriedBy} is distinct from null)`
  }
  const keys = field.orderBy?.(row.table) ?? []
  const order = keys.length === 0 ? sql`` : sql` order by ${orderByKeys(keys, false)}`
  return sql`(select ${text} from ${row.from} where ${and(row.ofTenant, joinOf(site, field, row))}${order} limit 1)`
}

function joinOf(site: Site, field: OneField, row: Aliased): SQL {
  const { on } = field
  if (typeof on === 'function') return requestFragment(site, on, (args, ctx) => on(row.table, args, ctx) ?? sql`true`)
  const id = columnNamed(row.table, 'id')
  if (id === null) throw new Error(`${site.coordinate}: one(table, column) needs a table with an id`)
  return eq(id, on)
}

function compileMany(compilation: Compilation, site: Site, field: ManyField, type: TableType | TableUnion): Json {
  const row = aliasTable(compilation, field.table)
  const text = compileRow(compilation, type, site, row)
  const tail = requestFragment(site, field.rows, (args, ctx) => {
    const { where, orderBy, limit = defaultListLimit } = field.rows(row.table, args, ctx)
    const order = orderBy.length === 0 ? sql`` : sql` order by ${sql.join([...orderBy], sql`, `)}`
    return sql`${and(row.ofTenant, where)}${order} limit ${sql.raw(String(Math.trunc(limit)))}`
  })
  return listOfRows(sql`select ${text} from ${row.from} where ${tail}`)
}

/** The text of one row as an object of its type, or of a union told apart by the row: null where it is none of them. */
function compileRow(compilation: Compilation, type: TableType | TableUnion, site: Site, row: Aliased): SQL {
  if (type.kind === 'union') return compileUnion(compilation, type.name, type.members(row.table), site, row)
  const objectType = objectTypeNamed(compilation, type.name)
  return textOf(compileObject(compilation, objectType, site, type.fields(row.table), row))
}

function compileUnion(compilation: Compilation, name: string, field: UnionField, site: Site, row: Aliased | null): SQL {
  const cases = Object.entries(field.members).map(([kind, member]) => {
    const type = objectTypeNamed(compilation, memberTypeName(compilation, name, member))
    const declared = compilation.registry.types.get(type.name)
    const needs = declared === undefined || declared.kind === 'embedded' ? null : declared.allow
    if (isDenied(compilation, needs)) {
      compilation.findings.refused = true
      const denied = constant({ '@': type.name, '@denied': needs ?? '' })
      return sql`when ${literal(kind)} then ${textOf(denied)}`
    }
    return sql`when ${literal(kind)} then ${textOf(compileMember(compilation, type, member, site, row).json)}`
  })
  return sql`case ${field.by} ${sql.join(cases, sql` `)} end`
}

function compileMember(
  compilation: Compilation,
  type: GraphQLObjectType,
  member: UnionMember,
  site: Site,
  row: Aliased | null,
): Printed {
  switch (member.kind) {
    case 'one':
      return nullable(compileOne(compilation, site, member, rowTypeOf(compilation, type.name)))
    case 'sameRow': {
      const declared = rowTypeOf(compilation, type.name)
      if (row === null || declared.kind !== 'table') throw new Error(`sameRow('${type.name}') has no row to stand on`)
      return always(compileObject(compilation, type, site, declared.fields(row.table), row))
    }
    case 'object': {
      const json = compileObject(compilation, type, site, member.fields, row)
      if (member.unless === null) return always(json)
      return nullable(sql`case when (${member.unless}) is not true then ${textOf(json)} end`)
    }
    case 'embedded':
      return compileEmbedded(compilation, type, false, member.value, site.nodes, compileEntries)
  }
}

/** The selected fields of an object, as declared by `fields`. */
function compileObject(
  compilation: Compilation,
  type: GraphQLObjectType,
  site: Site,
  fields: FieldMap,
  row: Aliased | null,
): Json {
  const collected = collectSubfields(compilation.scope, type, site.nodes)
  return objectOf(compileEntries(compilation, type, collected, fields, row))
}

/** Which object type a union's member is: named by the declaration, or the only one over the member's table. */
export function memberTypeName(compilation: SchemaScope, name: string, member: UnionMember): string {
  if (member.kind !== 'one') {
    if (member.type === null) throw new Error(`A member of ${name} does not say its type: object({ … }, { type: '…' })`)
    return member.type
  }
  const abstract = compilation.scope.schema.getType(name)
  const possible = isAbstractType(abstract) ? compilation.scope.schema.getPossibleTypes(abstract) : []
  const fitting = possible.filter((type) => {
    const declared = compilation.registry.types.get(type.name)
    return declared?.kind === 'table' && declared.table === member.table && (member.type ?? type.name) === type.name
  })
  const [only] = fitting
  if (only === undefined || fitting.length > 1) {
    throw new Error(
      `${name}: ${fitting.length} of its types are declared over the member's table; give one(…, { type })`,
    )
  }
  return only.name
}

/** The type of a connection's nodes. */
export function nodeTypeName(compilation: Pick<SchemaScope, 'scope'>, connection: string): string {
  const type = compilation.scope.schema.getType(connection)
  const fields = type !== undefined && 'getFields' in type ? type.getFields() : {}
  const list = fields['nodes'] ?? fields['edges']
  if (list === undefined || !('args' in list)) throw new Error(`${connection} has neither nodes nor edges`)
  const named = getNamedType(list.type)
  if (list.name === 'nodes' || !('getFields' in named)) return named.name
  const node = named.getFields()['node']
  if (node === undefined) throw new Error(`${named.name} has no node`)
  return getNamedType(node.type).name
}

/** The declaration behind a relation, by the type that the SDL names. */
export function rowTypeOf(compilation: Pick<SchemaScope, 'registry'>, name: string): TableType | TableUnion {
  const type = compilation.registry.types.get(name)
  if (type === undefined || type.kind === 'embedded') throw new Error(`${name} is not declared over a table`)
  return type
}

function needsEntry(name: string, field: NeedsField): Entry {
  const values = Object.entries(field.values).map(([key, expression]) => {
    return { key, json: otherwise(nullable(encodeNeed(expression)), 'null') }
  })
  return { key: `@${name}`, json: objectOf(values) }
}

function isDenied(compilation: Compilation, needs: Permission | 'signed-in' | null): boolean {
  return needs !== null && needs !== 'signed-in' && !compilation.may(needs)
}
