import type { ActorKind } from '../platform/auth/actor.ts'
import type { Ctx } from '../platform/context.ts'
import type { Access } from './root-fields.ts'

/** An entry of the tenant's event log, as subscriptions see it. */
export interface FeedEvent {
  readonly cursor: string
  readonly type: string
  readonly subjectId: string
  readonly conversationId: string | null
  readonly actor: { readonly kind: ActorKind; readonly id: string }
  readonly occurredAt: Date
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * A subscription over the tenant's event log: everything after the cursor in the argument `after`, then live.
 *
 * ```ts
 * Subscription: {
 *   messageAdded: subscribeEvents({
 *     access: 'conversations:read',
 *     types: ['message.received', 'message.sent'],
 *     filter: (event, args: gql.SubscriptionMessageAddedArgs) =>
 *       args.conversationId == null || event.conversationId === args.conversationId,
 *     payload: (event) => ({ message: reference(event.subjectId) }),
 *   }),
 * }
 * ```
 * `cursor` and `occurredAt` are added to every payload. References in it are read under the subscriber's tenant and
 * permissions. What one subscriber was given, an equal one (same tenant, permissions, document, variables) is given
 * from the same execution, unless something in it looked at who asks.
 */
export interface EventSubscription<Args> {
  readonly access: Exclude<Access, 'anyone'>
  /** Names of events, e.g. `order.confirmed`. */
  readonly types: readonly string[]
  /** Whether this subscriber asked for this event. Cheap and without I/O: it runs for each event and subscriber. */
  readonly filter?: (event: FeedEvent, args: Args) => boolean
  /** The SDL type's object: its own fields, and `__typename` where the SDL type is a union or interface. */
  readonly payload: (event: FeedEvent, ctx: Ctx) => object
}

/**
 * A subscription to something that is made for this subscriber alone and has an end, such as a text that a model is
 * writing: no event of the log, so nothing is resumed and nothing shared.
 *
 * `run` gives one object of the SDL type for each payload. The signal is aborted when the subscriber leaves: what is
 * under way is to be given up then.
 */
export interface StreamSubscription<Args> {
  readonly access: Exclude<Access, 'anyone'>
  readonly run: (args: Args, ctx: Ctx, signal: AbortSignal) => AsyncIterable<object>
}

/** A root field of `Subscription`. */
export type SubscriptionField = EventField | StreamField

/** One that follows the event log. */
export interface EventField {
  readonly answeredBy: 'events'
  readonly access: Exclude<Access, 'anyone'>
  readonly types: ReadonlySet<string>
  readonly filter: (event: FeedEvent, args: Readonly<Record<string, unknown>>) => boolean
  readonly payload: (event: FeedEvent, ctx: Ctx) => object
}

/** One that is made for its subscriber. */
export interface StreamField {
  readonly answeredBy: 'stream'
  readonly access: Exclude<Access, 'anyone'>
  readonly run: (args: Readonly<Record<string, unknown>>, ctx: Ctx, signal: AbortSignal) => AsyncIterable<object>
}

export function subscribeStream<Args>({ access, run }: StreamSubscription<Args>): StreamField {
  // The arguments were coerced by the SDL, whose generated type the declaration names.
  return { answeredBy: 'stream', access, run: (args, ctx, signal) => run(args as Args, ctx, signal) }
}

export function subscribeEvents<Args>(subscription: EventSubscription<Args>): EventField {
  const { access, types, filter, payload } = subscription
  return {
    answeredBy: 'events',
    access,
    types: new Set(types),
    // The arguments were coerced by the SDL, whose generated type the declaration names.
    filter: (event, args) => filter === undefined || filter(event, args as Args),
    payload,
  }
}
