import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  print,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'
import { idPrefixes, type IdKind } from '../../src/platform/ids.ts'

/** What an id can name: everything with a prefix, and a job that was given up, whose id is the queue's own. */
export type Named = IdKind | 'failedJob'

export type OperationKind = 'query' | 'mutation' | 'subscription'

/** A place of the schema where a caller gives a value: a root field and the way into one of its arguments. */
export interface Place {
  /** E.g. `Mutation.orderLinesEdit(lines.productId)`. */
  readonly coordinate: string
  readonly operation: OperationKind
  readonly fieldName: string
  readonly document: string
  /** What an id in this place names; null for texts and numbers. */
  readonly names: Named | null
  /** All that the field must be given, with this value in the place and the caller's own things everywhere else. */
  variables(value: unknown, own: (kind: Named) => string): Readonly<Record<string, unknown>>
}

/** Ids whose name does not tell what they name: by coordinate, or by `.name` wherever it stands. */
const namedHere: Readonly<Record<string, Named>> = {
  'Query.node(id)': 'order',
  'Query.nodes(ids)': 'order',
  'Mutation.orderLinesEdit(id)': 'order',
  'Mutation.promptRelease(id)': 'prompt',
  'Mutation.memberUpdate(id)': 'membership',
  'Mutation.memberRemove(id)': 'membership',
  'Mutation.memberIdentityLink(id)': 'membership',
  'Mutation.memberIdentityUnlink(id)': 'membership',
  '.assigneeId': 'user',
  '.replyToId': 'message',
  '.lineId': 'orderLine',
  '.variantIds': 'productVariant',
}

/** Optional fields without which the rest of an input is not even looked at. */
const alwaysGiven: Readonly<Record<string, readonly string[]>> = {
  OrderLineInput: ['productId'],
  PiiRuleInput: ['label', 'terms'],
}

/** Texts and numbers that fit where just any would be refused for its form. */
const fitting: Readonly<Record<string, unknown>> = {
  issuer: 'https://identity.example',
  email: 'somebody.new@walls.example',
  scopes: 'orders:read',
  grants: 'orders:read',
  denies: 'orders:read',
  label: 'WALLS',
  locale: 'es-CO',
  language: 'es',
  timeZone: 'UTC',
  quantity: '1',
  permission: 'orders:read',
  until: new Date(Date.now() + 3_600_000).toISOString(),
}

const byScalar: Readonly<Record<string, unknown>> = {
  String: 'walls',
  Int: 1,
  Long: 1,
  Float: 0.5,
  Boolean: true,
  DateTime: '2031-01-01T00:00:00.000000Z',
  Decimal: '1',
  CurrencyCode: 'EUR',
  JSON: {},
  Cursor: null,
}

/** Every place of the root fields whose value has one of these types, through inputs and lists. */
export function placesOf(schema: GraphQLSchema, leaves: readonly string[]): Place[] {
  return rootFields(schema).flatMap(({ operation, typeName, field }) =>
    field.args.flatMap((argument) =>
      pathsTo(argument.type, leaves).map((path): Place => {
        const coordinate = `${typeName}.${field.name}(${[argument.name, ...path.names].join('.')})`
        return {
          coordinate,
          operation,
          fieldName: field.name,
          document: documentOf(operation, field),
          names: path.leaf === 'ID' ? nameOf(coordinate, field, [argument.name, ...path.names]) : null,
          variables: (value, own) => {
            const needed = field.args.filter((other) => other === argument || isRequired(other))
            const walk = new Filling(`${typeName}.${field.name}`, field, own)
            return Object.fromEntries(
              needed.map((other) => [
                other.name,
                walk.value(other.type, [other.name], other === argument ? { path: path.names, value } : null),
              ]),
            )
          },
        }
      }),
    ),
  )
}

/** The field with all that it must be given. */
export function plainDocument(
  schema: GraphQLSchema,
  operation: OperationKind,
  fieldName: string,
  own: (kind: Named) => string,
): { query: string; variables: Readonly<Record<string, unknown>> } {
  const found = rootFields(schema).find((root) => root.operation === operation && root.field.name === fieldName)
  if (found === undefined) throw new Error(`There is no ${operation} ${fieldName}`)
  const { typeName, field } = found
  const walk = new Filling(`${typeName}.${fieldName}`, field, own)
  const needed = field.args.filter(isRequired)
  const variables = Object.fromEntries(needed.map(({ name, type }) => [name, walk.value(type, [name], null)]))
  return { query: documentOf(operation, field), variables }
}

export function rootFields(schema: GraphQLSchema) {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const
  return roots.flatMap(([operation, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ operation, typeName: type?.name ?? '', field })),
  )
}

/** The operation with every argument as a variable; one that is given nothing is as if it were not there. */
function documentOf(operation: OperationKind, field: GraphQLField<unknown, unknown>): string {
  const declared = field.args.map(({ name, type, astNode }) => {
    const byDefault = astNode?.defaultValue
    return `$${name}: ${String(type)}${byDefault === undefined ? '' : ` = ${print(byDefault)}`}`
  })
  const given = field.args.map(({ name }) => `${name}: $${name}`)
  const inBrackets = (parts: readonly string[]) => (parts.length === 0 ? '' : `(${parts.join(', ')})`)
  return `${operation} ${inBrackets(declared)} { ${field.name}${inBrackets(given)} ${shallow(field.type)} }`
}

/** Everything of an object that is no object, and of the objects in it the same without their lists and objects. */
export function shallow(type: GraphQLOutputType, levels = 2): string {
  const named = getNamedType(type)
  if (!isCompositeType(named)) return ''
  const fields = isObjectType(named) || isInterfaceType(named) ? Object.values(named.getFields()) : []
  const parts = fields.flatMap((field) => {
    if (field.args.some(isRequired)) return []
    if (isLeafType(getNamedType(field.type))) return [field.name]
    return levels > 1 ? [`${field.name} ${shallow(field.type, levels - 1)}`] : []
  })
  return `{ ${['__typename', ...parts].join(' ')} }`
}

export function isRequired(argument: GraphQLArgument): boolean {
  return isNonNullType(argument.type) && argument.defaultValue === undefined
}

/** Ways below an input type to every leaf of these types. An input inside itself is followed once. */
function pathsTo(
  type: GraphQLInputType,
  leaves: readonly string[],
  seen: readonly string[] = [],
): { names: string[]; leaf: string }[] {
  const named = getNamedType(type)
  if (leaves.includes(named.name)) return [{ names: [], leaf: named.name }]
  if (!isInputObjectType(named) || seen.includes(named.name)) return []
  return Object.values(named.getFields()).flatMap((field) =>
    pathsTo(field.type, leaves, [...seen, named.name]).map(({ names, leaf }) => ({
      names: [field.name, ...names],
      leaf,
    })),
  )
}

/** @throws Error for an id of which nobody said what it names, so that a new one is not passed over */
function nameOf(coordinate: string, field: GraphQLField<unknown, unknown>, path: readonly string[]): Named {
  const last = path.at(-1) ?? ''
  const told = namedHere[coordinate] ?? namedHere[`.${last}`]
  if (told !== undefined) return told
  const kinds: readonly string[] = [...Object.keys(idPrefixes), 'failedJob']
  const fromName = kinds.find((kind) => last === `${kind}Id` || last === `${kind}Ids`)
  const fromField = kinds
    .filter((kind) => (last === 'id' || last === 'ids') && field.name.startsWith(kind))
    .toSorted((a, b) => b.length - a.length)[0]
  const found = fromName ?? fromField
  if (found === undefined) throw new Error(`${coordinate}: say in places.ts what this id names`)
  // One of the names above, all of which are kinds.
  return found as Named
}

/** Fills arguments with values that fit their types: the given one at the end of the path, the caller's own beside it. */
class Filling {
  readonly coordinate: string
  readonly field: GraphQLField<unknown, unknown>
  readonly own: (kind: Named) => string

  constructor(coordinate: string, field: GraphQLField<unknown, unknown>, own: (kind: Named) => string) {
    this.coordinate = coordinate
    this.field = field
    this.own = own
  }

  value(
    type: GraphQLInputType,
    at: readonly string[],
    chosen: { readonly path: readonly string[]; readonly value: unknown } | null,
  ): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, at, chosen)
    if (isListType(type)) return [this.value(type.ofType, at, chosen)]
    if (isEnumType(type)) return chosen?.value ?? type.getValues()[0]?.name
    if (isInputObjectType(type)) {
      const [next, ...rest] = chosen?.path ?? []
      const beside = alwaysGiven[type.name] ?? []
      const fields = Object.values(type.getFields()).filter(
        ({ name, type: of, defaultValue }) =>
          name === next || beside.includes(name) || (isNonNullType(of) && defaultValue === undefined),
      )
      return Object.fromEntries(
        fields.map((field) => [
          field.name,
          this.value(
            field.type,
            [...at, field.name],
            chosen !== null && field.name === next ? { path: rest, value: chosen.value } : null,
          ),
        ]),
      )
    }
    if (chosen !== null) return chosen.value
    if (type.name === 'ID') {
      return this.own(nameOf(`${this.coordinate}(${at.join('.')})`, this.field, at))
    }
    const name = at.at(-1) ?? ''
    if (Object.hasOwn(fitting, name)) return fitting[name]
    if (!Object.hasOwn(byScalar, type.name)) throw new Error(`places.ts has no value for ${type.name}`)
    return byScalar[type.name]
  }
}
