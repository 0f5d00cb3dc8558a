import { pgTable, text } from 'drizzle-orm/pg-core'
import { expectTypeOf, test } from 'vitest'
import {
  allow,
  extendGraphType,
  graphType,
  needs,
  type AnsweredKeys,
  type Unanswered,
} from '../../src/graphql/index.ts'
import type { modules } from '../../src/app.ts'

const cats = pgTable('cats', { id: text('id').notNull(), name: text('name').notNull() })
const fields = {
  id: cats.id,
  name: allow('catalog:write', cats.name),
  mood: needs({ name: cats.name }),
}

test('a field that needs a resolver does not count as answered by SQL', () => {
  expectTypeOf<AnsweredKeys<typeof fields>>().toEqualTypeOf<'id' | 'name'>()
})

test('the house answers the whole schema', () => {
  expectTypeOf<Unanswered<typeof modules>>().toEqualTypeOf<never>()
})

test('a root field that no module answers is named', () => {
  type Missing = Unanswered<[]>
  expectTypeOf<Extract<Missing, 'Query.orders'>>().toEqualTypeOf<'Query.orders'>()
  expectTypeOf<Extract<Missing, 'Subscription.messageAdded'>>().toEqualTypeOf<'Subscription.messageAdded'>()
})

test('a field of an object that neither SQL nor code answers is named, whichever module declares the type', () => {
  const half = graphType('CustomerIdentity', cats, { allow: 'customers:read' }, (t) => ({ id: t.id, value: t.name }))
  const rest = extendGraphType('CustomerIdentity', cats, (t) => ({ kind: t.name }))
  const resolvers = { CustomerIdentity: { createdAt: () => null } }
  const module = { name: 'cats', types: [half, rest], resolvers }
  type Missing = Extract<Unanswered<[typeof module]>, `CustomerIdentity.${string}`>
  expectTypeOf<'CustomerIdentity.profileName'>().toExtend<Missing>()
  expectTypeOf<Extract<Missing, `${string}.${'id' | 'value' | 'kind' | 'createdAt'}`>>().toEqualTypeOf<never>()
})
