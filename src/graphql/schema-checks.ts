import { aliasedTable, sql } from 'drizzle-orm'
import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { memberTypeName, nodeTypeName } from './read/compile.ts'
import type { Field, FieldMap, UnionField, UnionMember } from './read/fields.ts'
import type { PermissionRule } from './read/engine.ts'
import { embeddedValue } from './read/embedded-value.ts'
import { isKind, unguarded, type DeclaredType, type Registry } from './read/registry.ts'
import type { Access } from './root-fields.ts'

export interface Assembled {
  readonly schema: GraphQLSchema
  readonly registry: Registry
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, unknown>>
  readonly plain: ReadonlySet<string>
}

/** Sentences about everything in which SDL, declarations and resolvers do not agree; empty when all is well. */
export function findMistakes(assembled: Assembled): string[] {
  const mistakes: string[] = []
  const { schema, registry } = assembled
  const inline = inlineTypes(assembled)
  for (const type of registry.types.values()) {
    if (schema.getType(type.name) === undefined) mistakes.push(`${type.name} is declared, but not in the SDL`)
  }
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if (isObjectType(type)) {
      mistakes.push(...(roots.has(type) ? rootMistakes(assembled, type) : objectMistakes(assembled, type, inline)))
    }
    const declared = registry.types.get(type.name)
    if (isAbstractType(type) && declared?.kind === 'union') {
      mistakes.push(...unionMistakes(assembled, type.name, declared.members(aliasedTable(declared.table, 't'))))
    }
  }
  return mistakes
}

/** The access that code asks for beside the one that the description states, for every root field. */
export function collectRules({ schema, answers }: Pick<Assembled, 'schema' | 'answers'>): PermissionRule[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({
      coordinate: `${type?.name}.${field.name}`,
      access: accessOf(answers.get(type?.name ?? '')?.get(field.name)),
      described: describedAccess(field.description ?? ''),
    })),
  )
}

function rootMistakes(assembled: Assembled, type: GraphQLObjectType): string[] {
  const answers = assembled.answers.get(type.name)
  const mistakes = Object.keys(type.getFields())
    .filter((field) => answers?.get(field) === undefined)
    .map((field) => `${type.name}.${field} is not answered`)
  for (const { coordinate, access, described } of collectRules(assembled)) {
    if (!coordinate.startsWith(`${type.name}.`) || access === null) continue
    if (access !== described)
      mistakes.push(`${coordinate} asks for ${access}, its description says ${described ?? 'nothing'}`)
  }
  for (const [field, answer] of answers ?? []) {
    const definition = type.getFields()[field]
    if (definition === undefined) mistakes.push(`${type.name}.${field} is answered, but not in the SDL`)
    else if (isCompiled(answer)) mistakes.push(...fieldMistakes(assembled, type, definition, answer.field))
  }
  return mistakes
}

function objectMistakes(assembled: Assembled, type: GraphQLObjectType, inline: ReadonlySet<string>): string[] {
  const declared = assembled.registry.types.get(type.name)
  const resolvers = assembled.answers.get(type.name)
  const mistakes = [...(resolvers?.keys() ?? [])]
    .filter((field) => type.getFields()[field] === undefined)
    .map((field) => `${type.name}.${field} has a resolver, but is not in the SDL`)
  if (declared === undefined && inline.has(type.name)) return mistakes
  if (declared === undefined) return [...mistakes, ...undeclaredMistakes(assembled, type)]
  if (declared.kind === 'union') return [...mistakes, `${type.name} is declared as a union, but is an object type`]
  const isNode = type.getInterfaces().some(({ name }) => name === 'Node')
  if (declared.kind === 'table' && isNode !== (declared.node !== null)) {
    mistakes.push(
      `${type.name} ${isNode ? 'implements Node, but its declaration names no id kind' : 'names an id kind, but does not implement Node'}`,
    )
  }
  return [...mistakes, ...mapMistakes(assembled, type, fieldsOf(declared), declared.kind === 'embedded')]
}

/** `lenient`: fields that are not named are read from the key of their own name. */
function mapMistakes(assembled: Assembled, type: GraphQLObjectType, fields: FieldMap, lenient = false): string[] {
  const resolvers = assembled.answers.get(type.name)
  const mistakes = Object.keys(fields)
    .filter((field) => type.getFields()[field] === undefined)
    .map((field) => `${type.name}.${field} is declared, but not in the SDL`)
  for (const definition of Object.values(type.getFields())) {
    const field = fields[definition.name]
    const resolver = resolvers?.get(definition.name)
    const waits = field !== undefined && isNeed(field)
    if (field === undefined && !lenient) {
      const hint = resolver === undefined ? '' : ': its resolver must say what it needs, needs({ … })'
      mistakes.push(`${type.name}.${definition.name} is not declared${hint}`)
    } else if (waits && resolver === undefined) mistakes.push(`${type.name}.${definition.name} has no resolver`)
    else if (field !== undefined && !waits && resolver !== undefined) {
      mistakes.push(`${type.name}.${definition.name} is both declared and resolved`)
    }
    if (field !== undefined) mistakes.push(...fieldMistakes(assembled, type, definition, field))
  }
  return mistakes
}

/** Whether what answers a field leads where the SDL says. */
function fieldMistakes(
  assembled: Assembled,
  parent: GraphQLObjectType,
  definition: GraphQLField<unknown, unknown>,
  declared: Field,
): string[] {
  const { registry, schema } = assembled
  const coordinate = `${parent.name}.${definition.name}`
  const { field } = unguarded(declared)
  const target = getNamedType(definition.type)
  if (!isKind(field)) {
    const isFine = isLeafType(target) || isAbstractType(target) || registry.types.get(target.name)?.kind === 'embedded'
    return isFine ? [] : [`${coordinate} is given as a column, but ${target.name} is not declared by embeddedType()`]
  }
  switch (field.kind) {
    case 'one':
    case 'many':
    case 'page': {
      let name = target.name
      if (field.kind === 'page') {
        const strange = isObjectType(target)
          ? Object.keys(target.getFields()).filter((key) => !connectionFields.has(key))
          : []
        if (strange.length > 0) return [`${target.name} has fields that no connection has: ${strange.join(', ')}`]
        name = nodeTypeName({ scope: { schema } }, target.name)
      }
      const type = registry.types.get(name)
      if (type === undefined || type.kind === 'embedded')
        return [`${coordinate} leads to ${name}, which no table declares`]
      return type.table === field.table ? [] : [`${coordinate} leads to ${name}, which is declared over another table`]
    }
    case 'union':
      return unionMistakes(assembled, target.name, field)
    case 'object':
      return isObjectType(target) ? mapMistakes(assembled, target, field.fields) : []
    case 'embedded':
    case 'computed':
    case 'needs':
      return []
  }
}

const connectionFields = new Set(['edges', 'nodes', 'pageInfo', 'totalCount'])

function unionMistakes({ registry, schema }: Assembled, name: string, union: UnionField): string[] {
  return Object.entries(union.members).flatMap(([kind, member]) => {
    try {
      const type = memberTypeName({ registry, scope: { schema } }, name, member)
      return isObjectType(schema.getType(type)) ? [] : [`${name}, kind ${kind}: ${type} is no object type`]
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)]
    }
  })
}

/** Object types that nobody declares are those that resolver code makes: payloads and what modules list as plain. */
function undeclaredMistakes({ plain }: Assembled, type: GraphQLObjectType): string[] {
  const byCode = /(Payload|Event|Edge|Connection)$/.test(type.name) || type.name === 'PageInfo' || plain.has(type.name)
  if (byCode || type.getInterfaces().some(({ name }) => name === 'UserError')) return []
  return [`${type.name} is not declared: graphType, embeddedType, or listed as plain where resolver code makes it`]
}

/** Types whose objects are spelled out by `object(…)` where they stand; checked there. */
function inlineTypes({ schema, registry, answers }: Assembled): ReadonlySet<string> {
  const found = new Set<string>()
  const enter = (type: GraphQLObjectType, fields: FieldMap): void => {
    for (const [name, declared] of Object.entries(fields)) {
      const definition = type.getFields()[name]
      if (definition !== undefined) visit(getNamedType(definition.type).name, declared)
    }
  }
  const visit = (target: string, declared: Field | UnionMember): void => {
    if (!isKind(declared)) return
    const field = declared.kind === 'allow' ? declared.field : declared
    if (!isKind(field)) return
    if (field.kind === 'union') for (const member of Object.values(field.members)) visit(target, member)
    if (field.kind !== 'object') return
    const type = schema.getType(field.type ?? target)
    if (!isObjectType(type)) return
    found.add(type.name)
    enter(type, field.fields)
  }
  for (const type of registry.types.values()) {
    const object = schema.getType(type.name)
    if (type.kind === 'union') visit(type.name, type.members(aliasedTable(type.table, 't')))
    else if (isObjectType(object)) enter(object, fieldsOf(type))
  }
  for (const [name, answer] of answers.get('Query') ?? []) {
    const definition = schema.getQueryType()?.getFields()[name]
    if (definition !== undefined && isCompiled(answer)) visit(getNamedType(definition.type).name, answer.field)
  }
  return found
}

function fieldsOf(declared: Exclude<DeclaredType, { kind: 'union' }>): FieldMap {
  if (declared.kind === 'embedded') return declared.fields(embeddedValue(sql`v`))
  return declared.fields(aliasedTable(declared.table, 't'))
}

function isNeed(declared: Field): boolean {
  const { field } = unguarded(declared)
  return isKind(field) && field.kind === 'needs'
}

function isCompiled(answer: unknown): answer is { answeredBy: 'sql'; field: Field } {
  return typeof answer === 'object' && answer !== null && 'answeredBy' in answer && answer.answeredBy === 'sql'
}

function accessOf(answer: unknown): Access | null {
  if (typeof answer !== 'object' || answer === null || !('access' in answer)) return null
  // Whatever has an access was made by read, guard or subscribeEvents.
  return answer.access as Access
}

function describedAccess(description: string): Access | null {
  if (/Needs no authentication\.\s*$/.test(description)) return 'anyone'
  if (/Requires no permission beyond signing in\.\s*$/.test(description)) return 'signed-in'
  const permission = /Requires `([a-z-]+:[a-z-]+)`\.\s*$/.exec(description)?.[1]
  // Compared with the access that code asks for, so a name that is no permission is found there.
  return (permission as Access | undefined) ?? null
}
