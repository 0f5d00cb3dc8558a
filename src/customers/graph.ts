import { asc, eq } from 'drizzle-orm'
import { graphType, many } from '../graphql/index.ts'
import { customerIdentities, customers } from './tables.ts'

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
}))

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
