import { is, sql, type SQL } from 'drizzle-orm'
import { PgColumn } from 'drizzle-orm/pg-core'
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql'
import type { Aliased, Compilation } from './compilation.ts'
import type { Field, FieldMap } from './fields.ts'
import { embeddedValue, type EmbeddedValue } from './embedded-value.ts'
import { sqlTypeOf } from './encode.ts'
import { listOfRows, literal, nullable, objectOf, textOf, type Entry, type Printed } from './json-text.ts'
import { collectSubfields, type CollectedFields } from './selection.ts'

/** `compileEntries`, handed in because the two call each other. */
type CompileEntries = (
  compilation: Compilation,
  type: GraphQLObjectType,
  collected: CollectedFields,
  fields: FieldMap,
  row: Aliased | null,
) => Entry[]

/**
 * An object, or a list of objects, that lies in a jsonb expression; null where the JSON is not of that shape. Objects
 * of a union or interface say their type by a key `__typename`.
 */
export function compileEmbedded(
  compilation: Compilation,
  type: GraphQLNamedType,
  list: boolean,
  expression: PgColumn | SQL,
  nodes: readonly FieldNode[],
  compileEntries: CompileEntries,
): Printed {
  const json = is(expression, PgColumn) && expression.getSQLType() === 'json' ? sql`${expression}::jsonb` : expression
  const name = sql.identifier(compilation.alias())
  const element = compileElement(compilation, type, sql`${name}.v`, nodes, compileEntries)
  if (list) {
    const rows = sql`select ${element} from jsonb_array_elements(${json}) with ordinality as ${name}(v, n) order by ${name}.n`
    return nullable(sql`case when jsonb_typeof(${json}) = 'array' then ${textOf(listOfRows(rows))} end`)
  }
  return nullable(sql`(select ${element} from (select ${json} as v) ${name} where jsonb_typeof(${name}.v) = 'object')`)
}

function compileElement(
  compilation: Compilation,
  type: GraphQLNamedType,
  value: SQL,
  nodes: readonly FieldNode[],
  compileEntries: CompileEntries,
): SQL {
  if (isObjectType(type)) {
    const collected = collectSubfields(compilation.scope, type, nodes)
    return textOf(objectOf(compileEntries(compilation, type, collected, fieldsOf(compilation, type, value), null)))
  }
  if (!isAbstractType(type)) throw new Error(`${type.name} cannot lie in JSON`)
  const cases = compilation.scope.schema
    .getPossibleTypes(type)
    .filter((member) => compilation.registry.types.get(member.name)?.kind === 'embedded')
    .map((member) => {
      const element = compileElement(compilation, member, value, nodes, compileEntries)
      return sql`when ${literal(member.name)} then ${element}`
    })
  return sql`case ${value}->>'__typename' ${sql.join(cases, sql` `)} end`
}

/** What the declaration says, and for every other field the key of its own name. */
function fieldsOf(compilation: Compilation, type: GraphQLObjectType, value: SQL): FieldMap {
  const declared = compilation.registry.types.get(type.name)
  if (declared?.kind !== 'embedded') throw new Error(`${type.name} lies in JSON: declare it by embeddedType()`)
  const source = embeddedValue(value)
  const fields: Record<string, Field> = { ...declared.fields(source) }
  for (const field of Object.values(type.getFields())) {
    fields[field.name] ??= keyAs(source, field.name, getNullableType(field.type))
  }
  return fields
}

function keyAs(source: EmbeddedValue, key: string, type: ReturnType<typeof getNullableType>): SQL {
  const named = getNamedType(type)
  if (isListType(type) || !isLeafType(named) || named.name === 'JSON') return source.json(key)
  return sql`${source.text(key)}${sqlTypeOf(named.name)}`
}
