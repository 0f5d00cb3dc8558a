import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  typeFromAST,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** The document's side of a plan: its fragments, and the values of the variables that `@skip` and `@include` name. */
export interface SelectionScope {
  readonly schema: GraphQLSchema
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  readonly variables: Readonly<Record<string, unknown>>
}

/** The fields selected on an object, by response key in the order of the answer (spec, «CollectFields»). */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>

export function collectFields(
  scope: SelectionScope,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): CollectedFields {
  const fields = new Map<string, FieldNode[]>()
  const visited = new Set<string>()
  for (const set of selectionSets) collectInto(fields, visited, scope, type, set)
  return fields
}

/** The fields selected below one field, whose nodes were merged. */
export function collectSubfields(
  scope: SelectionScope,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): CollectedFields {
  return collectFields(
    scope,
    type,
    nodes.flatMap((node) => node.selectionSet ?? []),
  )
}

const conditionNames = new WeakMap<OperationDefinitionNode, readonly string[]>()

/**
 * What the shape of an answer depends on besides the document: the values of the variables in `@skip` and `@include`,
 * as a key for the plan cache.
 */
export function conditionKey(
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  variables: Readonly<Record<string, unknown>>,
): string {
  let names = conditionNames.get(operation)
  if (names === undefined) {
    names = findConditions([operation, ...Object.values(fragments)])
    conditionNames.set(operation, names)
  }
  return names.length === 0 ? '' : names.map((name) => (variables[name] === true ? '1' : '0')).join('')
}

export function fragmentsOf(document: DocumentNode): Readonly<Record<string, FragmentDefinitionNode>> {
  let fragments = fragmentsByDocument.get(document)
  if (fragments === undefined) {
    fragments = Object.fromEntries(
      document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    )
    fragmentsByDocument.set(document, fragments)
  }
  return fragments
}

const fragmentsByDocument = new WeakMap<DocumentNode, Readonly<Record<string, FragmentDefinitionNode>>>()

function collectInto(
  fields: Map<string, FieldNode[]>,
  visited: Set<string>,
  scope: SelectionScope,
  type: GraphQLObjectType,
  set: SelectionSetNode,
): void {
  for (const selection of set.selections) {
    if (!isIncluded(scope, selection)) continue
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value
      const same = fields.get(key)
      if (same === undefined) fields.set(key, [selection])
      else same.push(selection)
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (applies(scope, selection.typeCondition?.name.value, type)) {
        collectInto(fields, visited, scope, type, selection.selectionSet)
      }
    } else {
      const name = selection.name.value
      const fragment = scope.fragments[name]
      if (visited.has(name) || fragment === undefined) continue
      visited.add(name)
      if (applies(scope, fragment.typeCondition.name.value, type)) {
        collectInto(fields, visited, scope, type, fragment.selectionSet)
      }
    }
  }
}

function isIncluded(scope: SelectionScope, node: SelectionNode): boolean {
  if (node.directives === undefined || node.directives.length === 0) return true
  if (getDirectiveValues(GraphQLSkipDirective, node, scope.variables)?.['if'] === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, scope.variables)?.['if'] !== false
}

function applies(scope: SelectionScope, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true
  const named = typeFromAST(scope.schema, { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: condition } })
  return isAbstractType(named) && scope.schema.isSubType(named, type)
}

function findConditions(nodes: readonly (OperationDefinitionNode | FragmentDefinitionNode)[]): readonly string[] {
  const names = new Set<string>()
  for (const node of nodes) {
    visit(node, {
      Directive(directive) {
        if (directive.name.value !== 'skip' && directive.name.value !== 'include') return
        for (const argument of directive.arguments ?? []) {
          if (argument.value.kind === Kind.VARIABLE) names.add(argument.value.name.value)
        }
      },
    })
  }
  return [...names].toSorted()
}
