import {
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { idKind } from '../../platform/ids.ts'
import { engineOf } from './engine.ts'
import type { Arguments } from './fields.ts'
import type { TableType } from './registry.ts'
import type { SelectionScope } from './selection.ts'

/** The declared type of the object that an id names, null when a field of this type cannot give one. */
export function typeOfId(schema: GraphQLSchema, id: string, output: GraphQLOutputType): TableType | null {
  const kind = idKind(id)
  const type = kind === null ? undefined : engineOf(schema).registry.nodes.get(kind)
  const object = type === undefined ? undefined : schema.getType(type.name)
  if (type === undefined || !isObjectType(object)) return null
  const target = getNamedType(output)
  return target === object || (isAbstractType(target) && schema.isSubType(target, object)) ? type : null
}

/** The id that a field's arguments name, null where they do not fit the SDL. */
export function idNamed(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  idOf: (args: Arguments) => string,
  variables: SelectionScope['variables'],
): string | null {
  try {
    return idOf(getArgumentValues(definition, node, variables))
  } catch {
    return null
  }
}

const nodesById = new WeakMap<OperationDefinitionNode, readonly FieldNode[]>()

/** What an operation's statements depend on besides its document: the kinds of the ids that its root fields name. */
export function kindsKey(scope: SelectionScope, operation: OperationDefinitionNode): string {
  const { byId } = engineOf(scope.schema)
  let nodes = nodesById.get(operation)
  if (nodes === undefined) {
    nodes = rootNodes(scope, operation.selectionSet, new Set()).filter(({ name }) => byId.has(name.value))
    nodesById.set(operation, nodes)
  }
  if (nodes.length === 0) return ''
  const fields = scope.schema.getQueryType()?.getFields() ?? {}
  return nodes
    .map((node) => {
      const definition = fields[node.name.value]
      const idOf = byId.get(node.name.value)?.idOf
      if (definition === undefined || idOf === undefined) return ''
      const id = idNamed(definition, node, idOf, scope.variables)
      return id === null ? 'none' : (idKind(id) ?? 'unknown')
    })
    .join(' ')
}

function rootNodes(scope: SelectionScope, set: SelectionSetNode, visited: Set<string>): readonly FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection]
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootNodes(scope, selection.selectionSet, visited)
    const fragment = scope.fragments[selection.name.value]
    if (fragment === undefined || visited.has(selection.name.value)) return []
    visited.add(selection.name.value)
    return rootNodes(scope, fragment.selectionSet, visited)
  })
}
