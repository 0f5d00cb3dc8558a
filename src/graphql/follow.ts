import { setTimeout as sleep } from 'node:timers/promises'
import {
  execute,
  getArgumentValues,
  getVariableValues,
  GraphQLError,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Ctx } from '../platform/context.ts'
import { decodeCursor, type EventFeed, type FeedEvent as FedEvent } from '../platform/events/index.ts'
import type { RequestContext } from './context.ts'
import { toShown } from './faults.ts'
import { engineOf } from './read/engine.ts'
import { permissionKey } from './read/plan.ts'
import { collectFields, fragmentsOf } from './read/selection.ts'
import { resolveType, walkField } from './read/walk.ts'
import { requireAccess } from './root-fields.ts'
import type { FeedEvent, SubscriptionField } from './subscriptions.ts'

/** A validated subscription as a client sent it. */
export interface Subscribed {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
  readonly context: RequestContext
}

/** How long to wait before an event that could not be read is read again. */
const retryMs = 500

/** How many (event, group) results are kept for subscribers who are a little behind. */
const resultsKept = 500

/** What a group of equal subscribers was given for one event, and whether it holds for others than the first. */
interface Shared {
  readonly result: ExecutionResult
  readonly isAboutViewer: boolean
}

/** Turns the event log into answers of subscriptions; equal subscribers of one event share one execution. */
export function createFollower(feed: EventFeed) {
  const shared = new LRUCache<string, Promise<Shared>>({ max: resultsKept })

  /** @returns the answers, one per event; or one answer with the error, when it cannot begin */
  async function follow(subscribed: Subscribed): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    const { context } = subscribed
    try {
      const { field, name, args } = rootOf(subscribed)
      const ctx = requireAccess(field.access, context)
      const after = typeof args['after'] === 'string' ? decodeCursor(ctx.tenantId, args['after']) : null
      const group = groupOf(subscribed, ctx)
      const stop = new AbortController()
      const events = select(feed.follow(ctx.tenantId, after, stop.signal), field, args)
      const answers = map(events, (event) =>
        onceReachable(stop.signal, () => answer(subscribed, ctx, group, name, field, event)),
      )
      return stoppable(answers, stop)
    } catch (error) {
      return { errors: [toShown(error, context)] }
    }
  }

  async function answer(
    subscribed: Subscribed,
    ctx: Ctx,
    group: string,
    name: string,
    field: SubscriptionField,
    event: FeedEvent,
  ): Promise<ExecutionResult> {
    const key = `${event.cursor} ${group}`
    const payload = () => ({
      [name]: { cursor: event.cursor, occurredAt: event.occurredAt, ...field.payload(event, ctx) },
    })
    try {
      const known = shared.get(key)
      if (known !== undefined) {
        const { result, isAboutViewer } = await known
        if (!isAboutViewer) return result
      }
      const running = executeWatched(subscribed, ctx, payload)
      if (known === undefined) shared.set(key, running)
      const { result } = await running
      // What failed now may not fail for who asks next.
      if (result.errors !== undefined && shared.get(key) === running) shared.delete(key)
      return result
    } catch (error) {
      return { errors: [toShown(error, subscribed.context)] }
    }
  }

  return follow
}

/** An event is not given up because the database is away when it is to be read: it is read when that is back. */
async function onceReachable(signal: AbortSignal, read: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
  for (;;) {
    const result = await read()
    const isAway = result.errors?.some(({ extensions }) => extensions['code'] === 'UNAVAILABLE') === true
    if (!isAway || signal.aborted) return result
    await sleep(retryMs, null, { signal, ref: false }).catch(() => {})
  }
}

/** Executes under a context that notices when code asks who the viewer is. */
async function executeWatched(
  { schema, document, operation, variables, context }: Subscribed,
  ctx: Ctx,
  payload: () => object,
): Promise<Shared> {
  let isAboutViewer = false
  const watching: RequestContext = {
    ...context,
    ctx,
    viewer: () => {
      isAboutViewer = true
    },
  }
  const { data, errors } = await execute({
    schema,
    document,
    operationName: operation.name?.value ?? null,
    variableValues: variables,
    rootValue: payload(),
    contextValue: watching,
    fieldResolver: walkField,
    typeResolver: resolveType,
  })
  const shownErrors = errors?.map((error) => toShown(error, context))
  return {
    result: { ...(shownErrors === undefined ? {} : { errors: shownErrors }), ...(data === undefined ? {} : { data }) },
    isAboutViewer,
  }
}

function rootOf({ schema, document, operation, variables }: Subscribed) {
  const type = schema.getSubscriptionType()
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
  if (coerced.errors !== undefined) throw coerced.errors[0] ?? new GraphQLError('The variables do not fit.')
  const scope = { schema, fragments: fragmentsOf(document), variables: coerced.coerced }
  const collected =
    type === null || type === undefined ? [] : [...collectFields(scope, type, [operation.selectionSet]).values()]
  const node = collected[0]?.[0]
  const definition = node === undefined ? undefined : type?.getFields()[node.name.value]
  const field = node === undefined ? undefined : engineOf(schema).subscriptions.get(node.name.value)
  if (node === undefined || definition === undefined || field === undefined) {
    throw new GraphQLError('A subscription has one root field.')
  }
  return { field, name: node.name.value, args: getArgumentValues(definition, node, coerced.coerced) }
}

async function* select(
  events: AsyncIterable<FedEvent>,
  field: SubscriptionField,
  args: Readonly<Record<string, unknown>>,
): AsyncGenerator<FeedEvent> {
  for await (const { event, cursor } of events) {
    if (!field.types.has(event.type)) continue
    const { type, subjectId, conversationId, actorKind, actorId, occurredAt, data } = event
    const seen = { cursor, type, subjectId, conversationId, actor: { kind: actorKind, id: actorId }, occurredAt, data }
    if (field.filter(seen, args)) yield seen
  }
}

async function* map<From, To>(items: AsyncIterable<From>, change: (item: From) => Promise<To>): AsyncGenerator<To> {
  for await (const item of items) yield await change(item)
}

/** `return` ends a generator only at its next `yield`; the signal ends the wait for an event that may never come. */
function stoppable<T>(items: AsyncGenerator<T>, stop: AbortController): AsyncIterableIterator<T> {
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next: () => items.next(),
    return() {
      stop.abort()
      return items.return(undefined)
    },
    throw(error) {
      stop.abort()
      return items.throw(error)
    },
  }
}

/** Equal for subscribers who are given the same: tenant, permissions, document, and variables but the cursor's. */
function groupOf({ document, operation, variables }: Subscribed, ctx: Ctx): string {
  const cursorVariable = variableOnlyForCursor(document)
  const shaping = Object.entries(variables).filter(([name]) => name !== cursorVariable)
  return JSON.stringify([ctx.tenantId, permissionKey(ctx.actor), numberOf(operation), shaping.toSorted(byName)])
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}

const numbers = new WeakMap<object, number>()
let lastNumber = 0

/** Documents are parsed once per text (api.ts), so equal ones are the same object. */
function numberOf(operation: OperationDefinitionNode): number {
  const known = numbers.get(operation) ?? (lastNumber += 1)
  numbers.set(operation, known)
  return known
}

/** The variable that is used once, as the argument `after` of the root field: it does not shape what comes back. */
function variableOnlyForCursor(document: DocumentNode): string | null {
  const uses = new Map<string, number>()
  let cursor: string | null = null
  visit(document, {
    Variable(node, _key, parent) {
      uses.set(node.name.value, (uses.get(node.name.value) ?? 0) + 1)
      const isArgument = parent !== undefined && 'kind' in parent && parent.kind === Kind.ARGUMENT
      if (isArgument && parent.name.value === 'after') cursor ??= node.name.value
    },
  })
  // Once in its definition, once as the argument.
  return cursor !== null && uses.get(cursor) === 2 ? cursor : null
}
