import {
  GraphQLError,
  Kind,
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'

/** What a document may be before its variables are looked at. Refused before any SQL, the same on HTTP and WebSocket. */
export const limits = {
  /** Set in the parser: what is longer is not read to its end. */
  tokens: 4_000,
  /** Nested fields. */
  depth: 12,
  /** The same below `__schema` and `__type`: the introspection that GraphiQL sends is 15 deep. */
  introspectionDepth: 15,
  aliases: 30,
  rootFields: 20,
  directives: 50,
  /** Bytes of an alias: what Postgres takes as a column's name. */
  aliasLength: 63,
  /** Lists and objects inside each other in the variables. */
  variableDepth: 50,
} as const

export const nulMessage = 'Text cannot contain the character U+0000.'

interface Measured {
  readonly depth: number
  readonly introspectionDepth: number
  readonly aliases: number
  readonly fields: number
  readonly directives: number
}

/** How much of what is limited an operation has, by the names of `limits`. */
export interface OperationMeasures {
  readonly depth: number
  readonly introspectionDepth: number
  readonly aliases: number
  readonly rootFields: number
  readonly directives: number
}

const nothing: Measured = { depth: 0, introspectionDepth: 0, aliases: 0, fields: 0, directives: 0 }

/** The validation rule that holds documents within `limits`, with fragments counted wherever they are spread. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document: DocumentNode) {
      const measure = createMeasure(document)
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue
        const found = measure(definition)
        const complaints = [
          tooMany('levels of fields', found.depth, limits.depth),
          tooMany('levels of introspection', found.introspectionDepth, limits.introspectionDepth),
          tooMany('aliases', found.aliases, limits.aliases),
          tooMany('root fields', found.rootFields, limits.rootFields),
          tooMany('directives', found.directives, limits.directives),
        ]
        for (const complaint of complaints) {
          if (complaint !== null) context.reportError(refusedDocument(complaint, definition))
        }
      }
    },
    StringValue(node) {
      if (node.value.includes('\0')) context.reportError(refusedDocument(nulMessage, node))
    },
    Field(node) {
      if ((node.alias?.value.length ?? 0) > limits.aliasLength) {
        context.reportError(refusedDocument(`An alias has at most ${limits.aliasLength} characters.`, node))
      }
    },
  }
}

function refusedDocument(message: string, node: ASTNode): GraphQLError {
  return new GraphQLError(message, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } })
}

function tooMany(what: string, found: number, limit: number): string | null {
  return found > limit ? `The document has too many ${what}: at most ${limit} are allowed.` : null
}

/** Measures operations; each fragment once, however often it is spread, so that no document takes long. */
export function createMeasure(document: DocumentNode): (operation: OperationDefinitionNode) => OperationMeasures {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  }
  const known = new Map<string, Measured>()

  function measure(set: SelectionSetNode): Measured {
    let sum = nothing
    for (const selection of set.selections) {
      const directives = selection.directives?.length ?? 0
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet === undefined ? nothing : measure(selection.selectionSet)
        const introspects = selection.name.value === '__schema' || selection.name.value === '__type'
        const depth = introspects ? 0 : below.depth + 1
        const introspectionDepth = introspects ? below.depth + 1 : below.introspectionDepth
        const aliases = below.aliases + (selection.alias === undefined ? 0 : 1)
        sum = add(sum, { depth, introspectionDepth, aliases, fields: 1, directives: below.directives + directives })
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const inner = measure(selection.selectionSet)
        sum = add(sum, { ...inner, directives: inner.directives + directives })
      } else {
        const inner = measureFragment(selection.name.value)
        sum = add(sum, { ...inner, directives: inner.directives + directives })
      }
    }
    return sum
  }

  function measureFragment(name: string): Measured {
    const before = known.get(name)
    const fragment = fragments.get(name)
    if (before !== undefined || fragment === undefined) return before ?? nothing
    // A fragment that spreads itself is refused by another rule; here it must only come to an end.
    known.set(name, nothing)
    const found = measure(fragment.selectionSet)
    known.set(name, found)
    return found
  }

  return (operation) => {
    const { fields, directives, ...others } = measure(operation.selectionSet)
    return { ...others, rootFields: fields, directives: directives + (operation.directives?.length ?? 0) }
  }
}

function add(a: Measured, b: Measured): Measured {
  return {
    depth: Math.max(a.depth, b.depth),
    introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
    directives: a.directives + b.directives,
  }
}
