import {
  execute,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import type { ReadStatement } from '../../platform/db/database.ts'
import { ApiError } from '../../platform/errors.ts'
import type { RequestContext } from '../context.ts'
import { missingMark } from './compilation.ts'
import { planQuery, type TextField } from './plan.ts'
import { fragmentsOf } from './selection.ts'
import { Binding, bindTemplate } from './template.ts'
import { resolveType, walkField } from './walk.ts'

/** A query or mutation, validated against the schema. */
export interface Operation {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>
  /** The same, coerced by the schema; null when they do not fit, which the executor says best. */
  readonly coerced: Readonly<Record<string, unknown>> | null
  readonly context: RequestContext
}

/** The printed `data` of an answer without errors, in pieces: what Postgres wrote stays the bytes that it sent. */
export class TextData {
  readonly pieces: Pieces

  constructor(...pieces: Pieces) {
    this.pieces = pieces
  }

  get text(): string {
    return joined(this.pieces)
  }
}

/** A text whose parts are strings or whole characters of UTF-8. */
export type Pieces = readonly (Buffer | string)[]

export function joined(pieces: Pieces): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.toString('utf8'))).join('')
}

export interface Answer {
  readonly data?: TextData | ExecutionResult['data']
  readonly errors?: readonly GraphQLError[]
}

/**
 * Answers a query or mutation: by SQL alone where SQL can answer the whole of it, else by the standard executor, whose
 * resolvers ask SQL for the parts. Both give the same bytes. Errors are not masked yet.
 */
export async function executeOperation(operation: Operation): Promise<Answer> {
  return (await executeAsText(operation)) ?? executeByWalking(operation)
}

/** The answer by SQL alone, null where that is not possible or something went wrong that wants an error with a path. */
export async function executeAsText({
  schema,
  document,
  operation,
  coerced,
  context,
}: Operation): Promise<Answer | null> {
  const { ctx } = context
  if (ctx === null || coerced === null || operation.operation !== 'query') return null
  const fields = planQuery({
    schema,
    operation,
    fragments: fragmentsOf(document),
    variables: coerced,
    actor: ctx.actor,
  })
  if (fields === null) return null
  const binding = new Binding(ctx, coerced)
  try {
    const statements: ReadStatement[] = []
    for (const { answer } of fields) {
      if (typeof answer !== 'string') statements.push(bindTemplate(answer.template, binding))
    }
    const documents = statements.length === 0 ? [] : await ctx.db.readBytes(ctx.tenantId, statements)
    return printed(fields, documents)
  } catch (error) {
    // A refused argument: the executor meets the same error at the field that has it. Whatever the database said, it
    // is not asked twice.
    if (error instanceof ApiError && error.code === 'BAD_USER_INPUT') return null
    return failed(fields, error)
  }
}

/** The answer by the standard executor. */
export async function executeByWalking({
  schema,
  document,
  operation,
  variables,
  context,
}: Operation): Promise<Answer> {
  const { data, errors } = await execute({
    schema,
    document,
    operationName: operation.name?.value ?? null,
    variableValues: variables,
    contextValue: context,
    fieldResolver: walkField,
    typeResolver: resolveType,
  })
  return { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors }) }
}

function printed(fields: readonly TextField[], documents: readonly (Buffer | null)[]): Answer | null {
  let next = 0
  let isCanonical = true
  const pieces: (Buffer | string)[] = []
  for (const { key, nonNull, answer } of fields) {
    pieces.push(`${pieces.length === 0 ? '{' : ','}"${key}":`)
    if (typeof answer === 'string') {
      pieces.push(answer)
      continue
    }
    const document = documents[next] ?? null
    next += 1
    if (!answer.canonical) isCanonical = false
    // Something is null that must not be: the executor knows how to say where.
    if (document === null ? nonNull : answer.watched && document.includes(missingMark)) return null
    pieces.push(document ?? 'null')
  }
  pieces.push(pieces.length === 0 ? '{}' : '}')
  const data = new TextData(...pieces)
  return { data: isCanonical ? data : new TextData(JSON.stringify(JSON.parse(data.text))) }
}

/** No field could be read, so each has the error; null where it may be, else nothing at all. */
function failed(fields: readonly TextField[], error: unknown): Answer {
  const originalError = error instanceof Error ? error : new Error(String(error))
  const errorAt = (key: string) => new GraphQLError(originalError.message, { originalError, path: [key] })
  const read = fields.filter(({ answer }) => typeof answer !== 'string')
  const fatal = read.find(({ nonNull }) => nonNull)
  if (fatal !== undefined) return { data: null, errors: [errorAt(fatal.key)] }
  const known = (answer: TextField['answer']): unknown => (typeof answer === 'string' ? JSON.parse(answer) : null)
  return {
    data: Object.fromEntries(fields.map(({ key, answer }) => [key, known(answer)])),
    errors: read.map(({ key }) => errorAt(key)),
  }
}
