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
import { decodeCursor, type EventFeed, type FeedEvent as FedEvent, type Wants } from '../platform/events/index.ts'
import type { RequestContext } from './context.ts'
import { toShown } from './faults.ts'
import { engineOf } from './read/engine.ts'
import { permissionKey } from './read/plan.ts'
import { collectFields, fragmentsOf } from './read/selection.ts'
import { resolveType, walkField } from './read/walk.ts'
import { requireAccess } from './root-fields.ts'
import type { EventField, FeedEvent, StreamField } from './subscriptions.ts'

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
  const groups = createGroups()

  /** @returns the answers, one per event; or one answer with the error, when it cannot begin */
  async function follow(subscribed: Subscribed): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    const { context } = subscribed
    try {
      const { field, name, args } = rootOf(subscribed)
      const ctx = requireAccess(field.access, context)
      if (field.answeredBy === 'stream') return streamOf(subscribed, ctx, name, field, args)
      const after = typeof args['after'] === 'string' ? decodeCursor(ctx.tenantId, args['after']) : null
      const stop = new AbortController()
      const events = feed.follow(ctx.tenantId, after, stop.signal, wantedBy(field, args))
      const group = groups.enter(groupOf(subscribed, ctx))
      stop.signal.addEventListener('abort', () => groups.leave(group))
      const read = (event: FeedEvent) => answer(subscribed, ctx, group, name, field, event)
      return answersOf(events, stop, (event) => onceReachable(stop.signal, () => read(event)))
    } catch (error) {
      return { errors: [toShown(error, context)] }
    }
  }

  async function answer(
    subscribed: Subscribed,
    ctx: Ctx,
    group: Group,
    name: string,
    field: EventField,
    event: FeedEvent,
  ): Promise<ExecutionResult> {
    const key = `${group.number} ${event.cursor}`
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

/** What is made for this subscriber alone, given up when they leave. */
function streamOf(
  subscribed: Subscribed,
  ctx: Ctx,
  name: string,
  field: StreamField,
  args: Readonly<Record<string, unknown>>,
): AsyncIterableIterator<ExecutionResult> {
  const stop = new AbortController()
  async function* results() {
    try {
      for await (const payload of field.run(args, ctx, stop.signal)) {
        yield (await executeWatched(subscribed, ctx, () => ({ [name]: payload }))).result
      }
    } catch (error) {
      if (!stop.signal.aborted) yield { errors: [toShown(error, subscribed.context)] }
    }
  }
  const given = results()
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next: () => given.next(),
    // What waits for its next part ends by the signal: a generator cannot be left while it waits.
    return() {
      stop.abort()
      void given.return()
      return Promise.resolve({ done: true, value: undefined })
    },
    throw(error) {
      stop.abort()
      void given.return()
      return Promise.reject(error)
    },
  }
}

/** Subscribers who are given the same, while there are any. */
interface Group {
  readonly key: string
  /** Short, as it is part of a key that is made for every event and subscriber. */
  readonly number: number
  members: number
}

function createGroups() {
  const groups = new Map<string, Group>()
  let lastNumber = 0
  return {
    enter(key: string): Group {
      const group = groups.get(key) ?? { key, number: (lastNumber += 1), members: 0 }
      group.members += 1
      groups.set(key, group)
      return group
    },
    leave(group: Group): void {
      group.members -= 1
      if (group.members === 0) groups.delete(group.key)
    },
  }
}

const seenEvents = new WeakMap<FedEvent, FeedEvent>()

/** The event as subscriptions see it; one object for all of them. */
function seenOf(fed: FedEvent): FeedEvent {
  let seen = seenEvents.get(fed)
  if (seen === undefined) {
    const { type, subjectId, conversationId, actorKind, actorId, occurredAt, data } = fed.event
    const actor = { kind: actorKind, id: actorId }
    seen = { cursor: fed.cursor, type, subjectId, conversationId, actor, occurredAt, data }
    seenEvents.set(fed, seen)
  }
  return seen
}

function wantedBy(field: EventField, args: Readonly<Record<string, unknown>>): Wants {
  return (fed) => field.types.has(fed.event.type) && field.filter(seenOf(fed), args)
}

/** Its `return` ends at once, also while it waits for an event that may never come. */
function answersOf(
  events: AsyncIterableIterator<FedEvent>,
  stop: AbortController,
  answer: (event: FeedEvent) => Promise<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  const end = () => {
    stop.abort()
    return { done: true, value: undefined } as const
  }
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      try {
        const { done, value } = await events.next()
        return done === true ? end() : { done: false, value: await answer(seenOf(value)) }
      } catch (error) {
        end()
        throw error
      }
    },
    return: () => Promise.resolve(end()),
    throw(error) {
      end()
      return Promise.reject(error)
    },
  }
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

/** Equal for subscribers who are given the same: tenant, permissions, document, and variables but the cursor's. */
function groupOf({ document, operation, variables }: Subscribed, ctx: Ctx): string {
  const cursorVariable = variableOnlyForCursor(document)
  // What a client sends beyond what its operation declares shapes nothing.
  const declared = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
  const shaping = declared.filter((name) => name !== cursorVariable && Object.hasOwn(variables, name))
  const values = shaping.map((name) => variables[name])
  return JSON.stringify([ctx.tenantId, permissionKey(ctx.actor), numberOf(operation), shaping, values])
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
