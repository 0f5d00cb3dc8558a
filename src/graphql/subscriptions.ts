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

/** A root field of `Subscription`. */
export interface SubscriptionField {
  readonly answeredBy: 'events'
  readonly access: Exclude<Access, 'anyone'>
  readonly types: ReadonlySet<string>
  readonly filter: (event: FeedEvent, args: Readonly<Record<string, unknown>>) => boolean
  readonly payload: (event: FeedEvent, ctx: Ctx) => object
}

export function subscribeEvents<Args>(subscription: EventSubscription<Args>): SubscriptionField {
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
