import type { GraphQLSchema } from 'graphql'
import type { Access, CompiledRootField, GuardedRootField } from '../root-fields.ts'
import type { SubscriptionField } from '../subscriptions.ts'
import type { Registry } from './registry.ts'

/** What the compiler knows of a schema beside its SDL. Hangs on the schema itself, so the two cannot be mixed up. */
export interface ReadEngine {
  readonly registry: Registry
  /** The fields of `Query` that SQL answers. */
  readonly roots: ReadonlyMap<string, CompiledRootField>
  /** The fields of `Query` that give one object by its id. */
  readonly byId: ReadonlyMap<string, Required<Pick<GuardedRootField, 'idOf'>>>
  readonly subscriptions: ReadonlyMap<string, SubscriptionField>
  /** Who may use which root field, as code asks and as the SDL says. */
  readonly rules: readonly PermissionRule[]
}

/** A root field with the access that its code asks for and the one that its description states. */
export interface PermissionRule {
  readonly coordinate: string
  readonly access: Access | null
  readonly described: Access | null
}

const engines = new WeakMap<GraphQLSchema, ReadEngine>()

export function attachEngine(schema: GraphQLSchema, engine: ReadEngine): void {
  engines.set(schema, engine)
}

/** @throws Error for a schema that was not assembled by schema.ts */
export function engineOf(schema: GraphQLSchema): ReadEngine {
  const engine = engines.get(schema)
  if (engine === undefined) throw new Error('This schema was not assembled by createSchema')
  return engine
}

/** The rules of all root fields, for a test that holds catalogue, text and behaviour equal. */
export function permissionRules(schema: GraphQLSchema): readonly PermissionRule[] {
  return engineOf(schema).rules
}
