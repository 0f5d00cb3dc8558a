import {
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

/**
 * An operation's kind and first root field, e.g. `query conversations`: for metrics and logs, where the name that the
 * client gave it would be a door to endless labels and to people's data.
 */
export function operationLabel(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): string {
  const field = firstField(document, operation.selectionSet, 0)
  const exists = field !== null && schema.getRootType(operation.operation)?.getFields()[field] !== undefined
  return `${operation.operation} ${exists ? field : 'introspection'}`
}

function firstField(document: DocumentNode, { selections }: SelectionSetNode, depth: number): string | null {
  const [first] = selections
  if (first === undefined || depth > 10) return null
  if (first.kind === Kind.FIELD) return first.name.value
  if (first.kind === Kind.INLINE_FRAGMENT) return firstField(document, first.selectionSet, depth + 1)
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === first.name.value) {
      return firstField(document, definition.selectionSet, depth + 1)
    }
  }
  return null
}
