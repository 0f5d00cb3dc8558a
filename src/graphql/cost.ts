import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  print,
  typeFromAST,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { defaultPage, largestPage } from './read/pages.ts'
import type { SelectionScope } from './read/selection.ts'

/** Most points that one operation may ask for. */
export const costLimit = 1_000

/** What a write costs beside the objects that it brings. */
const mutationPoints = 10

/**
 * How much a list without a page size counts, by the lists that it stands in. Alone it is as short as its object is
 * small; one inside another multiplies.
 */
const listPoints = [1, 2, 10] as const

/** One field of an operation, and what it adds to the cost wherever it comes back. */
export interface CostPart {
  /** Response keys, outermost first. */
  readonly path: string
  readonly points: number
}

/**
 * What an operation asks for at most, in objects: each object is one point, scalars are free, and what stands inside
 * a connection counts as often as its page is long, with this request's variables. Both sides of an abstract type and
 * of `@include` count.
 */
export function costOf(scope: SelectionScope, operation: OperationDefinitionNode): number {
  const known = knownCostsOf(operation)
  const key = known.sizes.map((name) => sizeIn(scope.variables[name])).join(' ')
  const found = known.costs.get(key)
  if (found !== undefined) return found
  if (known.costs.size >= mostKnown) known.costs.clear()
  const cost = reckon(scope, operation)
  known.costs.set(key, cost)
  return cost
}

/** Costs of one operation by the sizes that its variables give; others cannot change it. */
interface KnownCosts {
  readonly sizes: readonly string[]
  readonly costs: Map<string, number>
}

const mostKnown = 200
const knownCosts = new WeakMap<OperationDefinitionNode, KnownCosts>()

function knownCostsOf(operation: OperationDefinitionNode): KnownCosts {
  const found = knownCosts.get(operation)
  if (found !== undefined) return found
  const sizes = (operation.variableDefinitions ?? [])
    .filter(({ type }) => /^Int!?$|^\[/.test(print(type)))
    .map(({ variable }) => variable.name.value)
  const made = { sizes, costs: new Map<string, number>() }
  knownCosts.set(operation, made)
  return made
}

/** A page size, or how many things are listed. */
function sizeIn(value: unknown): string {
  return Array.isArray(value) ? `${value.length} of them` : String(value)
}

function reckon(scope: SelectionScope, operation: OperationDefinitionNode): number {
  const root = scope.schema.getRootType(operation.operation)
  if (root === undefined || root === null) return 0
  const fragments = new Map<string, number>()

  function ofSet(set: SelectionSetNode | undefined, type: GraphQLCompositeType, lists: number): number {
    let sum = 0
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) sum += ofField(selection, type, lists)
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        sum += ofSet(selection.selectionSet, conditionOf(scope, selection.typeCondition?.name.value) ?? type, lists)
      } else sum += ofFragment(selection.name.value, lists)
    }
    return sum
  }

  /** Each once for each depth of lists, however often it is spread, so that no document takes long. */
  function ofFragment(name: string, lists: number): number {
    const key = `${name} ${lists}`
    const known = fragments.get(key)
    if (known !== undefined) return known
    const fragment = scope.fragments[name]
    const type = conditionOf(scope, fragment?.typeCondition.name.value)
    if (fragment === undefined || type === null) return 0
    fragments.set(key, 0)
    const cost = ofSet(fragment.selectionSet, type, lists)
    fragments.set(key, cost)
    return cost
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType, lists: number): number {
    const weight = weigh(scope, node, parent, lists)
    if (weight === null) return 0
    return weight.own + weight.times * ofSet(node.selectionSet, weight.type, weight.lists)
  }

  const writes = operation.operation === 'mutation' ? operation.selectionSet.selections.length * mutationPoints : 0
  return Math.max(1, writes + ofSet(operation.selectionSet, root, 0))
}

/** Of a document within the limits there is seldom more to tell; fragments spread without end come to an end here. */
const mostSteps = 2_000

/** Which fields the cost comes from, the dearest first. */
export function costParts(scope: SelectionScope, operation: OperationDefinitionNode): readonly CostPart[] {
  const points = new Map<string, number>()
  let steps = 0

  function walk(set: SelectionSetNode, type: GraphQLCompositeType, path: string, times: number, lists: number): void {
    for (const selection of set.selections) {
      steps += 1
      if (steps > mostSteps) return
      if (selection.kind === Kind.FIELD) {
        const weight = weigh(scope, selection, type, lists)
        if (weight === null) continue
        const key = selection.alias?.value ?? selection.name.value
        const here = path === '' ? key : `${path}.${key}`
        if (weight.own > 0) points.set(here, (points.get(here) ?? 0) + times * weight.own)
        if (selection.selectionSet !== undefined) {
          walk(selection.selectionSet, weight.type, here, times * weight.times, weight.lists)
        }
        continue
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? scope.fragments[selection.name.value] : selection
      if (fragment === undefined) continue
      walk(fragment.selectionSet, conditionOf(scope, fragment.typeCondition?.name.value) ?? type, path, times, lists)
    }
  }

  const root = scope.schema.getRootType(operation.operation)
  if (root !== undefined && root !== null) walk(operation.selectionSet, root, '', 1, 0)
  return [...points].map(([path, sum]) => ({ path, points: sum })).toSorted((a, b) => b.points - a.points)
}

interface Weight {
  readonly type: GraphQLCompositeType
  /** Of the field itself, for each time its parent comes back. */
  readonly own: number
  /** How often what stands below counts. */
  readonly times: number
  /** Lists without a page size from here upwards. */
  readonly lists: number
}

/** Null for what is free: scalars. */
function weigh(scope: SelectionScope, node: FieldNode, parent: GraphQLCompositeType, lists: number): Weight | null {
  const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined
  const introspection = definition === undefined ? introspected(scope.schema, node.name.value) : null
  const type = introspection ?? (definition === undefined ? null : getNamedType(definition.type))
  if (type === null || !isCompositeType(type)) return null
  if (definition === undefined) return { type, own: 1, times: 1, lists }
  // The frame of a connection is free: its page is counted at the field that has the arguments.
  if (isFrame(definition, parent)) {
    return { type, own: definition.name === 'nodes' || definition.name === 'node' ? 1 : 0, times: 1, lists }
  }
  const sized = sizeOf(definition, node, scope.variables)
  if (isConnection(type)) return { type, own: 1, times: sized ?? defaultPage, lists }
  if (sized !== null) return { type, own: sized, times: sized, lists }
  if (!isListType(getNullableType(definition.type))) return { type, own: 1, times: 1, lists }
  const times = listPoints[Math.min(lists, listPoints.length - 1)] ?? 1
  return { type, own: times, times, lists: lists + 1 }
}

/** How many the arguments ask for; null when the field has none that say so. */
function sizeOf(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: SelectionScope['variables'],
): number | null {
  const paged = definition.args.some(({ name }) => name === 'first' || name === 'last')
  const listed = isListType(getNullableType(definition.type)) && definition.args.some(({ name }) => name === 'ids')
  if (!paged && !listed) return null
  const { first, last, ids } = argumentsOf(definition, node, variables)
  if (listed) return Array.isArray(ids) ? ids.length : 1
  const asked = [first, last].filter((value) => typeof value === 'number')
  return asked.length === 0 ? defaultPage : Math.max(...asked.map((size) => Math.min(Math.max(size, 0), largestPage)))
}

/** Arguments that do not fit their types are refused by the executor; until then they cost a full page. */
function argumentsOf(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: SelectionScope['variables'],
) {
  try {
    return getArgumentValues(definition, node, variables)
  } catch {
    return { first: largestPage }
  }
}

function isConnection(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && type.name.endsWith('Connection')
}

/** `edges`, `node`, `nodes`, `pageInfo`: parts of a connection. */
function isFrame(definition: GraphQLField<unknown, unknown>, parent: GraphQLCompositeType): boolean {
  if (parent.name.endsWith('Connection')) return ['edges', 'nodes', 'pageInfo'].includes(definition.name)
  return parent.name.endsWith('Edge') && definition.name === 'node'
}

function introspected(schema: GraphQLSchema, field: string): GraphQLCompositeType | null {
  const type = schema.getType(field === '__schema' ? '__Schema' : field === '__type' ? '__Type' : '')
  return isCompositeType(type) ? type : null
}

function conditionOf({ schema }: SelectionScope, name: string | undefined): GraphQLCompositeType | null {
  if (name === undefined) return null
  const type = typeFromAST(schema, { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } })
  return isCompositeType(type) ? type : null
}
