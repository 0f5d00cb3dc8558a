import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { engineOf } from '../../src/graphql/read/engine.ts'
import { idKind, type IdKind } from '../../src/platform/ids.ts'
import { isRequired, shallow } from './places.ts'

/** How a query gets to the objects of a type: selections, outermost first. */
export interface Reach {
  readonly type: GraphQLObjectType
  /** Set where it begins with `nodes(ids:)`. */
  readonly kind: IdKind | null
  readonly way: readonly string[]
}

const theseDays = `from: "${new Date(Date.now() - 2 * 86_400_000).toISOString()}", to: "${new Date(Date.now() + 86_400_000).toISOString()}"`

/** What arguments without a default are given on the way. */
const given: Readonly<Record<string, string>> = {
  'Query.aiUsage': `${theseDays}, by: DAY`,
  'Query.aiOrderCosts': theseDays,
  'Query.thresholdPreview': `${theseDays}, threshold: 0.5`,
  'Query.explainCost': 'document: "{ conversations(first: 100) { nodes { messages(first: 100) { nodes { id } } } } }"',
  'Query.knowledgeSearch': 'query: "open"',
  'Query.orderExtractionPreview': 'text: "2 leche minea con ice minea"',
  'Query.promptInForce': 'task: READ_ORDER',
  'Query.piiScan': 'text: "call +573001112233"',
  'Query.piiRulePreview': 'input: { name: "Tried", label: "TRIED", terms: ["socio minea"] } text: "call socio minea"',
  'Query.orderByNumber': 'number: 1',
  'Query.productBySku': 'sku: "none"',
  'Viewer.can': 'permission: "orders:read"',
}

/**
 * The shortest way to every object type that a query can show.
 * @throws Error for a field whose arguments nobody gave a value
 */
export function reachable(schema: GraphQLSchema): Reach[] {
  const query = schema.getQueryType()
  if (!query) throw new Error('There is no query type')
  const found = new Map<string, Reach>([[query.name, { type: query, kind: null, way: [] }]])
  const frontier: Reach[] = []
  for (const [kind, { name }] of engineOf(schema).registry.nodes) {
    const type = schema.getType(name)
    if (!isObjectType(type)) continue
    const start = { type, kind, way: ['nodes(ids: $ids)', `... on ${name}`] }
    found.set(name, start)
    frontier.push(start)
  }
  frontier.push({ type: query, kind: null, way: [] })
  for (let here = frontier.shift(); here !== undefined; here = frontier.shift()) {
    for (const field of Object.values(here.type.getFields())) {
      const target = getNamedType(field.type)
      if (!isCompositeType(target) || ['node', 'nodes'].includes(field.name)) continue
      const step = [...here.way, `${field.name}${argumentsOf(here.type, field)}`]
      for (const type of objectsOf(schema, target)) {
        if (found.has(type.name)) continue
        const way = isAbstractType(target) ? [...step, `... on ${type.name}`] : step
        const reach = { type, kind: here.kind, way }
        found.set(type.name, reach)
        frontier.push(reach)
      }
    }
  }
  return [...found.values()].filter(({ type }) => type !== query)
}

function objectsOf(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLObjectType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type]
}

/** A document with every field of the type; `seen` names the objects of the type that were met. */
export function readingOf({ type, kind, way }: Reach): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const target = getNamedType(field.type)
    return `${field.name}${argumentsOf(type, field)} ${isCompositeType(target) ? shallow(field.type, 1) : ''}`
  })
  const inner = `seen: __typename ${fields.join(' ')}`
  const body = way.reduceRight((inside, step) => `${step} { ${inside} }`, inner)
  return `query ${kind === null ? '' : '($ids: [ID!]!)'} { ${body} }`
}

/** A document that only gets there. */
export function wayTo({ kind, way }: Reach): string {
  const body = way.reduceRight((inside, step) => `${step} { ${inside} }`, 'seen: __typename')
  return `query ${kind === null ? '' : '($ids: [ID!]!)'} { ${body} }`
}

/** Every field that is a list in pages, with a way to it. */
export function pagedFields(schema: GraphQLSchema): { reach: Reach; field: GraphQLField<unknown, unknown> }[] {
  const query = schema.getQueryType()
  if (!query) return []
  return [{ type: query, kind: null, way: [] }, ...reachable(schema)].flatMap((reach) =>
    Object.values(reach.type.getFields())
      .filter((field) => field.args.some(({ name }) => name === 'after'))
      .map((field) => ({ reach, field })),
  )
}

/** At most so many ids of one kind are read at once: each costs what its lists may bring. */
const mostIds = 30

export function idsOfKind(allIds: ReadonlySet<string>, kind: IdKind): string[] {
  return [...allIds].filter((id) => idKind(id) === kind).slice(0, mostIds)
}

function argumentsOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
  const coordinate = `${type.name}.${field.name}`
  const parts: string[] = []
  if (field.args.some(isRequired)) {
    const value = given[coordinate]
    if (value === undefined) throw new Error(`${coordinate}: say in reach.ts what to give it`)
    parts.push(value)
  }
  if (field.args.some(({ name }) => name === 'first')) parts.push('first: 3')
  return parts.length === 0 ? '' : `(${parts.join(', ')})`
}
