import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Services } from '../platform/context.ts'
import { ApiError } from '../platform/errors.ts'
import type { EventFeed } from '../platform/events/index.ts'
import type { Budgets } from '../platform/limits/budgets.ts'
import type { RequestContext } from './context.ts'
import { costLimit, costOf } from './cost.ts'
import { formatFault, toShown } from './faults.ts'
import { limits, limitsRule, nulMessage } from './limits.ts'
import type { DomainModule } from './module.ts'
import { executeOperation, joined, TextData, type Answer, type Operation, type Pieces } from './read/execute.ts'
import { fragmentsOf } from './read/selection.ts'
import { createSchema } from './schema.ts'
import { explaining } from './explain.ts'
import { createFollower } from './follow.ts'

/** What a client sends for one operation, whatever the transport. */
export interface GraphQLRequest {
  readonly query: string
  readonly operationName?: string | null | undefined
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
}

/** An answer ready for `stringify`; its errors are masked. */
export interface ApiResult {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly GraphQLError[]
  readonly extensions?: Record<string, unknown>
}

/**
 * GraphQL without a transport: HTTP and WebSocket go through the same limits, cost, permissions and masking, because
 * they go through this. The front door parses and validates by `parseOptions` and `validationRules` (HTTP, where Apollo
 * does it) or by `prepare` (WebSocket), then calls `execute` or `subscribe`.
 */
export interface GraphQLApi {
  readonly schema: GraphQLSchema
  /** Bounds the parser. */
  readonly parseOptions: { readonly maxTokens: number }
  /** In addition to GraphQL's own rules. */
  readonly validationRules: readonly ValidationRule[]
  /**
   * Parses, validates (both remembered by text) and weighs an operation.
   * @returns what `execute` or `subscribe` take, or masked errors
   */
  prepare(request: GraphQLRequest, context: RequestContext): ExecutionArgs | readonly GraphQLError[]
  /** Answers a validated query or mutation. Refuses what costs too much before any SQL. Never rejects. */
  execute(args: ExecutionArgs): Promise<ApiResult>
  /** Follows a validated subscription; gives the errors where it cannot begin. End it by `return`. */
  subscribe(args: ExecutionArgs): Promise<AsyncIterableIterator<ApiResult> | ApiResult>
  /**
   * Prints a result in pieces; data that Postgres printed is passed through as the bytes that came, the result of a
   * shared execution printed once.
   */
  print(result: object): Pieces
  /** The same as a string, for those who can send nothing else. */
  stringify(result: object): string
  /** Masks an error that came from outside of an execution: parsing, validation, the front door's libraries. */
  formatError(error: unknown): GraphQLFormattedError
  /** Masks an error of which the request is known. */
  toGraphQLError(error: unknown, requestId: string): GraphQLError
}

export interface GraphQLApiOptions {
  readonly modules: readonly DomainModule[]
  /** The SDL; default: all of schema/. */
  readonly typeDefs?: readonly string[]
  readonly services: Services
  readonly feed: EventFeed
  /** Leaves «Did you mean …» out of messages, for production. Default false. */
  readonly hideSchema?: boolean
  /** What callers may ask for in a minute; left out: without end. */
  readonly budgets?: Budgets
  /** Adds each read's SQL and Postgres' plan for it to `extensions.sql`. For development only. Default false. */
  readonly explain?: boolean
}

/** How much text of documents is remembered, in characters: parsed and planned it takes some hundred times as much. */
const textKept = 500_000

/** @throws Error when schema, declarations and resolvers do not fit together */
export function createGraphQLApi(options: GraphQLApiOptions): GraphQLApi {
  const { modules, typeDefs, services, feed, budgets, hideSchema = false, explain = false } = options
  const schema = createSchema(modules, typeDefs)
  const parseOptions = { maxTokens: limits.tokens }
  const validationRules = [limitsRule]
  const documents = new LRUCache<string, DocumentNode | readonly GraphQLError[]>({
    maxSize: textKept,
    sizeCalculation: (_found, text) => text.length + 1,
  })
  const follow = createFollower(feed)
  const printed = new WeakMap<object, string>()

  function read(text: string): DocumentNode | readonly GraphQLError[] {
    const known = documents.get(text)
    if (known !== undefined) return known
    const found = parseAndValidate(text)
    documents.set(text, found)
    return found
  }

  function parseAndValidate(text: string): DocumentNode | readonly GraphQLError[] {
    try {
      const document = parse(text, parseOptions)
      const errors = validate(schema, document, [...specifiedRules, ...validationRules])
      return errors.length > 0 ? errors : document
    } catch (error) {
      return [error instanceof GraphQLError ? error : new GraphQLError(String(error))]
    }
  }

  function print(answer: object): Pieces {
    const { data } = answer as ApiResult
    if (data instanceof TextData) return printAround(answer as ApiResult, data)
    let text = printed.get(answer)
    if (text === undefined) {
      text = JSON.stringify(answer)
      printed.set(answer, text)
    }
    return [text]
  }

  return {
    schema,
    parseOptions,
    validationRules,
    prepare({ query, operationName, variables }, context) {
      const document = read(query)
      if (!('kind' in document)) return document.map((error) => toShown(withoutHints(error, hideSchema), context))
      return {
        schema,
        document,
        operationName: operationName ?? null,
        variableValues: variables ?? {},
        contextValue: context,
      }
    },
    async execute(args) {
      const request = understand(args, hideSchema)
      if (!('context' in request)) return request
      const { context } = request
      try {
        const cost = await admit(request, budgets)
        if (!explain || context.ctx === null) {
          return result(await executeOperation(fromReplica(request)), context, { cost })
        }
        const { ctx, explained } = explaining(context.ctx)
        const answer = await executeOperation({ ...request, context: { ...context, ctx } })
        return result(answer, context, { cost, sql: await explained() })
      } catch (error) {
        return { errors: [toShown(error, context)] }
      }
    },
    async subscribe(args) {
      const request = understand(args, hideSchema)
      if (!('context' in request)) return request
      try {
        await admit(request, budgets)
        return await follow(request)
      } catch (error) {
        return { errors: [toShown(error, request.context)] }
      }
    },
    print,
    stringify: (answer) => joined(print(answer)),
    formatError: (error) => formatFault(error, hideSchema),
    toGraphQLError: (error, requestId) => toShown(error, { requestId, services }),
  }
}

/** Everything an execution needs, understood once. */
interface Understood extends Operation {
  /** The variables as the resolvers will see them. */
  readonly coerced: Readonly<Record<string, unknown>>
}

function understand(args: ExecutionArgs, hideSchema: boolean): Understood | ApiResult {
  const { schema, document, operationName, contextValue } = args
  // The front door makes every context (`requestContext`), and passes it on as it is.
  const context = contextValue as RequestContext
  const operation = getOperationAST(document, operationName)
  if (operation === null || operation === undefined) {
    const what =
      operationName == null ? 'Say by `operationName` which operation is meant.' : 'There is no such operation.'
    return { errors: [toShown(new GraphQLError(what), context)] }
  }
  const variables = args.variableValues ?? {}
  if (isDeeper(variables, limits.variableDepth)) {
    const tooDeep = `Variables are nested deeper than ${limits.variableDepth} levels.`
    return { errors: [toShown(new ApiError('BAD_USER_INPUT', tooDeep), context)] }
  }
  if (hasNulCharacter(variables)) {
    return { errors: [toShown(new ApiError('BAD_USER_INPUT', nulMessage), context)] }
  }
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 50,
  })
  if (errors !== undefined) return { errors: errors.map((error) => toShown(withoutHints(error, hideSchema), context)) }
  return { schema, document, operation, variables, coerced, context }
}

/** A query whose caller does not need the newest reads from the replica, where there is one. */
function fromReplica(request: Understood): Understood {
  const { context, operation } = request
  const { ctx, mayBeStale = false } = context
  const replica = ctx?.replica ?? null
  if (!mayBeStale || ctx === null || replica === null || operation.operation !== 'query') return request
  return { ...request, context: { ...context, ctx: { ...ctx, db: replica.db } } }
}

/** JSON can carry what Postgres cannot hold as text; literals are looked at by `limitsRule`. */
function hasNulCharacter(variables: object): boolean {
  return JSON.stringify(variables).includes('\\u0000')
}

/** Printing, coercing and storing go down level by level: what is nested without end would fill the stack. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}

/** @throws ApiError COST_LIMIT_EXCEEDED */
function weigh({ schema, document, operation, coerced }: Understood): number {
  const requested = costOf({ schema, fragments: fragmentsOf(document), variables: coerced }, operation)
  if (requested <= costLimit) return requested
  throw new ApiError(
    'COST_LIMIT_EXCEEDED',
    `This operation may ask for ${requested} objects; at most ${costLimit} are allowed. Ask for shorter pages.`,
    { details: { requested, limit: costLimit } },
  )
}

/**
 * Weighs an operation and counts it, before any SQL of its own.
 * @returns what `extensions.cost` tells
 * @throws ApiError COST_LIMIT_EXCEEDED, RATE_LIMITED
 */
async function admit(request: Understood, budgets: Budgets | undefined): Promise<Record<string, number>> {
  const requested = weigh(request)
  const cost = { requested, limit: costLimit }
  const actor = request.context.ctx?.actor
  // Whoever comes through the front door is one of the two.
  if (budgets === undefined || (actor?.kind !== 'USER' && actor?.kind !== 'API_CLIENT')) return cost
  const budget = budgets.admit(actor, requested)
  return { ...cost, ...(budget instanceof Promise ? await budget : budget) }
}

function result({ data, errors }: Answer, context: RequestContext, extensions: Record<string, unknown>): ApiResult {
  return {
    ...(errors === undefined ? {} : { errors: errors.map((error) => toShown(error, context)) }),
    ...(data === undefined ? {} : { data: asRecord(data) }),
    extensions,
  }
}

/** Libraries pass `data` on without looking into it; only `stringify` knows that it may be text. */
function asRecord(data: TextData | Record<string, unknown> | null): Record<string, unknown> | null {
  return data as Record<string, unknown> | null
}

/** The response around data that is printed already. */
function printAround({ errors, extensions }: ApiResult, data: TextData): Pieces {
  const before = errors === undefined ? '' : `"errors":${JSON.stringify(errors)},`
  const after = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`
  return [`{${before}"data":`, ...data.pieces, `${after}}`]
}

/** The same error without what it tells of the schema. */
function withoutHints(error: GraphQLError, hideSchema: boolean): GraphQLError {
  if (!hideSchema) return error
  return new GraphQLError(formatFault(error, true).message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
  })
}
