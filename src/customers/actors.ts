import type { PgColumn } from 'drizzle-orm/pg-core'
import { object, one, reference, union, type UnionField } from '../graphql/index.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { actorMembers } from '../tenancy/index.ts'
import { customers } from './tables.ts'

/** The `Actor` of a row, for graph.ts: `author: actorIn(t.authorKind, t.authorId)`. */
export function actorIn(kind: PgColumn, id: PgColumn): UnionField {
  return union(kind, {
    ...actorMembers(id),
    CUSTOMER: object({ customer: one(customers, id) }, { type: 'CustomerActor' }),
  })
}

/** The `Actor` of an event, for the payload of a subscription. */
export function actorOf({ kind, id }: Pick<Actor, 'kind' | 'id'>): object {
  switch (kind) {
    case 'USER':
    case 'API_CLIENT':
      return reference(id)
    case 'CUSTOMER':
      return { __typename: 'CustomerActor', customer: reference(id) }
    case 'SYSTEM':
      return { __typename: 'SystemActor', name: id }
    case 'ASSISTANT':
      return { __typename: 'AssistantActor', model: id }
  }
}
