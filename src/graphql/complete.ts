import type { GraphType, GraphTypeExtension } from './read/declare.ts'

/** The fields that a declaration of graph.ts answers by itself. */
export type AnsweredBy<Declaration> =
  Declaration extends GraphType<string, infer _Table, infer Answered>
    ? Answered
    : Declaration extends GraphTypeExtension<string, infer _Table, infer Answered>
      ? Answered
      : never

/**
 * The resolvers that a type still needs: one for every SDL field that no declaration answers. A field that is neither
 * declared nor resolved is a compile error:
 *
 * ```ts
 * const Order = { availableTransitions: … } satisfies Complete<OrderResolvers, gql.Order, AnsweredBy<typeof order>>
 * ```
 * A field declared by `needs(…)` still wants its resolver.
 */
export type Complete<Resolvers, Type, Answered extends PropertyKey> = Resolvers &
  Required<Pick<Resolvers, Exclude<keyof Type, Answered | '__typename'> & keyof Resolvers>>
