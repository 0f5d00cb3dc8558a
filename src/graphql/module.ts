import type { JobDefinition } from '../platform/jobs/jobs.ts'
import type { GraphDeclaration } from './read/fields.ts'
import type { GraphQLFieldResolver, GraphQLScalarType } from 'graphql'
import type { RequestContext } from './context.ts'
import type { RootField } from './root-fields.ts'
import type { SubscriptionField } from './subscriptions.ts'

/** What a domain gives to the house: exported from its index.ts, listed in app.ts. */
export interface DomainModule {
  /** The folder's name. */
  readonly name: string
  /** How its objects are read: everything that graph.ts declares. */
  readonly types: readonly GraphDeclaration[]
  /**
   * Object types that only resolver code makes, read by property name: previews, results of a computation. Payloads,
   * events, edges, connections and user errors need not be listed.
   */
  readonly plain?: readonly string[]
  readonly resolvers: ModuleResolvers
  readonly jobs?: readonly JobDefinition[]
}

export interface ModuleResolvers {
  /** Each entry made by `read` or `guard` (root-fields.ts), so that it carries its permission. */
  readonly Query?: Readonly<Record<string, RootField>>
  readonly Mutation?: Readonly<Record<string, RootField>>
  /** Each entry made by `subscribeEvents` (subscriptions.ts). */
  readonly Subscription?: Readonly<Record<string, SubscriptionField>>
  /** Fields that need code, by type: `Order: { availableTransitions: (source, args, context, info) => … }`. */
  readonly [type: string]:
    | Readonly<Record<string, RootField>>
    | Readonly<Record<string, SubscriptionField>>
    | Readonly<Record<string, FieldResolver>>
    | GraphQLScalarType
    | undefined
}

/**
 * A resolver of one field of an object type. Its source is what `needs` names, or the object that resolver code
 * returned. That none is missing is checked when app.ts compiles (complete.ts).
 */
// oxlint-disable-next-line typescript/no-explicit-any -- source and arguments are contravariant; the schema checks them
export type FieldResolver = GraphQLFieldResolver<any, RequestContext, any>
