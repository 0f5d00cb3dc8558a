import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

/** One way to ask for one list: which, how filtered and sorted, and the query with `$paging` left open. */
export interface ListQuestion {
  /** E.g. `Query.orders filter: {status: [DRAFT]} orderBy: TOTAL_DESC`. */
  readonly title: string
  /** The document for paging arguments like `first: 20`; `fields` is what is asked of the connection. */
  document(paging: string, fields: string): string
  /** The keys under which the connection lies in the answer; a number is an index. */
  readonly path: readonly (string | number)[]
}

const paging = new Set(['first', 'after', 'last', 'before'])

/**
 * Every connection of the schema, at the root and below, with every value of every filter field beside every order.
 * @param values text of a value for each filter or argument that is no enum and no boolean, by `Type.field` or
 *   `Type.field.argument`
 * @throws Error naming a filter or argument that has no value there
 */
export function listQuestions(schema: GraphQLSchema, values: Readonly<Record<string, string>>): ListQuestion[] {
  const questions: ListQuestion[] = []
  for (const [type, way] of waysToTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      if (!isConnection(field)) continue
      for (const args of combinations(`${type.name}.${field.name}`, field, values)) {
        questions.push({
          title: `${type.name}.${field.name} ${args}`.trim(),
          document: (paged, fields) =>
            `{ ${way.open} ${field.name}(${[paged, args].filter(Boolean).join(', ')}) { ${fields} } ${way.close} }`,
          path: [...way.path, field.name],
        })
      }
    }
  }
  return questions
}

export function isConnection(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.some(({ name }) => name === 'first') && getNamedType(field.type).name.endsWith('Connection')
}

interface Way {
  readonly open: string
  readonly close: string
  readonly path: readonly (string | number)[]
}

/** For each object type the shortest way to one object of it that needs no id, from the root. */
function waysToTypes(schema: GraphQLSchema): Map<GraphQLObjectType, Way> {
  const query = schema.getQueryType()
  if (!query) throw new Error('no queries')
  const ways = new Map<GraphQLObjectType, Way>([[query, { open: '', close: '', path: [] }]])
  for (const [type, { open, close, path }] of ways) {
    for (const field of Object.values(type.getFields())) {
      if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) continue
      const isPage = isConnection(field)
      const target = isPage ? nodeOf(field) : getNamedType(field.type)
      const isPlainList = isListType(getNullableType(field.type))
      const step: Way = {
        open: isPage ? `${open} ${field.name}(first: 1) { nodes {` : `${open} ${field.name} {`,
        close: isPage ? `} } ${close}` : `} ${close}`,
        path: [...path, field.name, ...(isPage ? ['nodes', 0] : isPlainList ? [0] : [])],
      }
      for (const member of isCompositeType(target) ? objectsOf(schema, target) : []) {
        if (ways.has(member)) continue
        const isMember = member !== target
        ways.set(
          member,
          isMember ? { ...step, open: `${step.open} ... on ${member.name} {`, close: `} ${step.close}` } : step,
        )
      }
    }
  }
  return ways
}

function objectsOf(schema: GraphQLSchema, type: ReturnType<typeof getNamedType>): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type]
  return isUnionType(type) || isInterfaceType(type) ? schema.getPossibleTypes(type) : []
}

function nodeOf(field: GraphQLField<unknown, unknown>) {
  const connection = getNamedType(field.type)
  const nodes = isObjectType(connection) ? connection.getFields()['nodes'] : undefined
  if (nodes === undefined) throw new Error(`${connection.name} has no nodes`)
  return getNamedType(nodes.type)
}

/** The arguments besides paging: nothing, each value of each filter alone, and all that beside each order. */
function combinations(
  coordinate: string,
  field: GraphQLField<unknown, unknown>,
  values: Readonly<Record<string, string>>,
): string[] {
  const others = field.args.filter(({ name }) => !paging.has(name))
  const orders = others.filter(({ name }) => name === 'orderBy')
  const sorts = orders.flatMap(({ type }) => textsOf(coordinate, type, values).map((text) => `orderBy: ${text}`))
  const filters = others
    .filter(({ name }) => name !== 'orderBy')
    .flatMap(({ name, type }) => textsOf(`${coordinate}.${name}`, type, values).map((text) => `${name}: ${text}`))
  return ['', ...filters].flatMap((filter) =>
    (sorts.length === 0 ? [''] : sorts).map((sort) => [filter, sort].filter(Boolean).join(', ')),
  )
}

/** Values of an input type as they are written in a document; of an input object, each of its fields alone. */
function textsOf(coordinate: string, type: GraphQLInputType, values: Readonly<Record<string, string>>): string[] {
  const inner = getNullableType(type)
  if (isListType(inner)) return textsOf(coordinate, inner.ofType, values).map((text) => `[${text}]`)
  if (isEnumType(inner)) return inner.getValues().map(({ name }) => name)
  if (isInputObjectType(inner)) {
    return Object.values(inner.getFields()).flatMap((field) =>
      textsOf(`${inner.name}.${field.name}`, field.type, values).map((text) => `{ ${field.name}: ${text} }`),
    )
  }
  const text = String(inner) === 'Boolean' ? undefined : values[coordinate]
  if (String(inner) === 'Boolean') return ['true', 'false']
  if (text === undefined) throw new Error(`${coordinate} has no value in this test: say one that some rows have`)
  return [text]
}
