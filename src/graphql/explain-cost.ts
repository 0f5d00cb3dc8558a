import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql'
import { costLimit, costOf, costParts, type CostPart } from './cost.ts'
import { createMeasure, limits, limitsRule, type OperationMeasures } from './limits.ts'
import { fragmentsOf } from './read/selection.ts'

/** What is known of an operation without executing it; the shape of `CostExplanation`. */
export interface CostExplanation {
  readonly wouldRun: boolean
  readonly refusals: readonly { readonly code: string; readonly message: string }[]
  readonly cost: Measure
  readonly tokens: Measure
  readonly depth: Measure
  readonly aliases: Measure
  readonly rootFields: Measure
  readonly directives: Measure
  readonly breakdown: readonly CostPart[]
}

interface Measure {
  readonly found: number
  readonly limit: number
}

/** Dearest fields that are told. */
const mostParts = 50

const nothing: OperationMeasures = { depth: 0, introspectionDepth: 0, aliases: 0, rootFields: 0, directives: 0 }

/** Goes the way of a request up to its execution: parses, validates and weighs. Touches no database. */
export function explainCost(
  schema: GraphQLSchema,
  request: { document: string; operationName: string | null; variables: Readonly<Record<string, unknown>> },
): CostExplanation {
  const read = readDocument(schema, request.document)
  if (!('kind' in read)) return explanation({ refusals: read.map(refusalOf) })
  const operation = getOperationAST(read, request.operationName)
  if (operation === null || operation === undefined) {
    return explanation({ refusals: [refusalOf(new GraphQLError('Say by `operationName` which operation is meant.'))] })
  }
  const { coerced, errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables)
  const scope = { schema, fragments: fragmentsOf(read), variables: coerced ?? {} }
  const cost = costOf(scope, operation)
  const dear = { code: 'COST_LIMIT_EXCEEDED', message: `This operation may ask for ${cost} objects.` }
  return explanation({
    refusals: [...errors.map(refusalOf), ...(cost > costLimit ? [dear] : [])],
    cost,
    tokens: tokensOf(read),
    measures: createMeasure(read)(operation),
    breakdown: costParts(scope, operation).slice(0, mostParts),
  })
}

/** Why the schema or the limits do not allow a document, whatever its variables; null when they do. */
export function documentMistake(schema: GraphQLSchema, text: string): string | null {
  const read = readDocument(schema, text)
  return 'kind' in read ? null : (read[0]?.message ?? null)
}

function readDocument(schema: GraphQLSchema, text: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(text, { maxTokens: limits.tokens })
    const errors = validate(schema, document, [...specifiedRules, limitsRule])
    return errors.length > 0 ? errors : document
  } catch (error) {
    return [error instanceof GraphQLError ? error : new GraphQLError(String(error))]
  }
}

function refusalOf({ message, extensions }: GraphQLError): { code: string; message: string } {
  return { code: typeof extensions['code'] === 'string' ? extensions['code'] : 'BAD_USER_INPUT', message }
}

function explanation(found: {
  refusals: CostExplanation['refusals']
  cost?: number
  tokens?: number
  measures?: OperationMeasures
  breakdown?: readonly CostPart[]
}): CostExplanation {
  const { refusals, cost = 0, tokens = 0, measures = nothing, breakdown = [] } = found
  return {
    wouldRun: refusals.length === 0,
    refusals,
    cost: { found: cost, limit: costLimit },
    tokens: { found: tokens, limit: limits.tokens },
    depth: { found: measures.depth, limit: limits.depth },
    aliases: { found: measures.aliases, limit: limits.aliases },
    rootFields: { found: measures.rootFields, limit: limits.rootFields },
    directives: { found: measures.directives, limit: limits.directives },
    breakdown,
  }
}

/** As the parser counts them: without comments and the end of the text. */
function tokensOf({ loc }: DocumentNode): number {
  let count = 0
  for (let token = loc?.startToken.next ?? null; token !== null; token = token.next) {
    if (token.kind !== 'Comment' && token.kind !== '<EOF>') count += 1
  }
  return count
}
