import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
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

/**
 * What an operation asks for at most, in objects: each object is one point, scalars are free, and what stands inside
 * a connection counts as often as its page is long, with this request's variables. Both sides of an abstract type and
 * of `@include` count.
 */
export function costOf(scope: SelectionScope, operation: OperationDefinitionNode): number {
  const { schema } = scope
  const root = schema.getRootType(operation.operation)
  if (root === undefined || root === null) return 0
  const fragments = new Map<string, number>()

  function ofSet(set: SelectionSetNode | undefined, type: GraphQLCompositeType): number {
    let sum = 0
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) sum += ofField(selection, type)
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        sum += ofSet(selection.selectionSet, conditionOf(schema, selection.typeCondition?.name.value) ?? type)
      } else sum += ofFragment(selection.name.value)
    }
    return sum
  }

  function ofFragment(name: string): number {
    const known = fragments.get(name)
    if (known !== undefined) return known
    const fragment = scope.fragments[name]
    const type = conditionOf(schema, fragment?.typeCondition.name.value)
    if (fragment === undefined || type === null) return 0
    fragments.set(name, 0)
    const cost = ofSet(fragment.selectionSet, type)
    fragments.set(name, cost)
    return cost
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType): number {
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined
    const introspection = definition === undefined ? introspected(schema, node.name.value) : null
    const target = introspection ?? (definition === undefined ? null : getNamedType(definition.type))
    if (target === null || !isCompositeType(target)) return 0
    const below = ofSet(node.selectionSet, target)
    // The frame of a connection is free: its page is counted at the field that has the arguments.
    if (definition === undefined) return 1 + below
    if (isFrame(definition, parent)) return below + (definition.name === 'nodes' || definition.name === 'node' ? 1 : 0)
    const times = timesOf(definition, node, scope.variables)
    return isConnection(target) ? 1 + times * below : times * (1 + below)
  }

  return ofSet(operation.selectionSet, root)
}

/** How often what stands below the field may come back. */
function timesOf(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: SelectionScope['variables'],
): number {
  const paged = definition.args.some(({ name }) => name === 'first' || name === 'last')
  const listed = isListType(getNullableType(definition.type)) && definition.args.some(({ name }) => name === 'ids')
  if (!paged && !listed) return 1
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

function conditionOf(schema: GraphQLSchema, name: string | undefined): GraphQLCompositeType | null {
  if (name === undefined) return null
  const type = typeFromAST(schema, { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } })
  return isCompositeType(type) ? type : null
}
