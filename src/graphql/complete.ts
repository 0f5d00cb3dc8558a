import type * as gql from '../generated/schema.ts'
import type { DomainModule } from './module.ts'

/**
 * The fields of the schema that nothing in these modules answers, as `Type.field`: the entries of Query, Mutation and
 * Subscription, and every field of a type that a graph.ts declares. `never` when all is answered:
 *
 * ```ts
 * const modules = [ordersModule, …] as const
 * const unanswered: readonly Unanswered<typeof modules>[] = []
 * unanswered satisfies readonly never[]
 * ```
 * For the types to be known, modules and resolvers are written with `satisfies`, not with an annotation.
 */
export type Unanswered<Modules extends readonly DomainModule[]> = UnansweredRoots<Modules> | UnansweredFields<Modules>

interface Roots {
  /** These are answered by the GraphQL room itself. */
  Query: Exclude<keyof gql.Query, 'node' | 'nodes' | 'explainCost'>
  Mutation: keyof gql.Mutation
  Subscription: keyof gql.Subscription
}

type UnansweredRoots<Modules extends readonly DomainModule[]> = {
  [Root in keyof Roots]: `${Root}.${Exclude<Roots[Root], ResolvedKeys<Modules, Root>> & string}`
}[keyof Roots]

type Declared<Modules extends readonly DomainModule[]> = Modules[number]['types'][number]

/** Types over a table; JSON objects answer each field by the key of its name, so nothing can be missing there. */
type TableDeclaration<Modules extends readonly DomainModule[]> = Extract<
  Declared<Modules>,
  { readonly declares: 'table' | 'extension' }
>

type DeclaredName<Modules extends readonly DomainModule[]> = TableDeclaration<Modules>['name'] &
  keyof gql.ResolversParentTypes

type UnansweredFields<Modules extends readonly DomainModule[]> = {
  [Name in DeclaredName<Modules>]: `${Name}.${Exclude<
    FieldsOf<Name>,
    AnsweredBySql<Extract<TableDeclaration<Modules>, { readonly name: Name }>> | ResolvedKeys<Modules, Name>
  > &
    string}`
}[DeclaredName<Modules>]

type FieldsOf<Name extends keyof gql.ResolversParentTypes> = keyof gql.ResolversParentTypes[Name]

type AnsweredBySql<Declaration> = Declaration extends { readonly answers?: (field: infer Answered) => void }
  ? Answered
  : never

/** The entries that any of the modules resolves by code for this type. Distributes over the modules. */
type ResolvedKeys<Modules extends readonly DomainModule[], Type extends PropertyKey> = KeysOf<
  Modules[number]['resolvers'],
  Type
>

type KeysOf<Resolvers, Type extends PropertyKey> =
  Resolvers extends Readonly<Record<Type, infer Fields>> ? keyof Fields : never
