import { and, asc, eq, sql } from 'drizzle-orm'
import type * as gql from '../generated/schema.ts'
import { descending, graphType, many, one, page } from '../graphql/index.ts'
import { actorIn } from './actors.ts'
import { customerFacts, customerIdentities, customers } from './tables.ts'

export const customer = graphType('Customer', customers, { allow: 'customers:read', node: 'customer' }, (t) => ({
  id: t.id,
  name: t.name,
  code: t.code,
  language: t.language,
  note: t.note,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
  version: t.version,
  identities: many(customerIdentities, (i) => ({
    where: eq(i.customerId, t.id),
    orderBy: [asc(i.createdAt), asc(i.id)],
  })),
  facts: page(customerFacts, {
    where: (fact, { includeExpired }: gql.CustomerFactsArgs, ctx) =>
      and(
        eq(fact.customerId, t.id),
        includeExpired === true
          ? undefined
          : sql`(${fact.validUntil} is null or ${fact.validUntil} > ${ctx.clock.now().toISOString()}::timestamptz)`,
      ),
    orderBy: (fact) => [descending(fact.createdAt), descending(fact.id)],
  }),
}))

export const customerFact = graphType(
  'CustomerFact',
  customerFacts,
  { allow: 'customers:read', node: 'customerFact' },
  (t) => ({
    id: t.id,
    customer: one(customers, t.customerId),
    text: t.text,
    state: t.state,
    createdBy: actorIn(t.createdByKind, t.createdById),
    validUntil: t.validUntil,
    createdAt: t.createdAt,
    updatedAt: t.updatedAt,
    version: t.version,
  }),
)

export const customerIdentity = graphType(
  'CustomerIdentity',
  customerIdentities,
  { allow: 'customers:read', node: 'customerIdentity' },
  (t) => ({
    id: t.id,
    kind: t.kind,
    value: t.value,
    profileName: t.profileName,
    createdAt: t.createdAt,
  }),
)
