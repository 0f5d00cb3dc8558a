import type * as gql from '../generated/schema.ts'
import {
  ascending,
  descending,
  guard,
  page,
  read,
  reference,
  type ModuleResolvers,
  type SortKey,
} from '../graphql/index.ts'
import { customerMatches } from './search.ts'
import { customers } from './tables.ts'
import { updateCustomer } from './update.ts'

export const resolvers = {
  Query: {
    customers: read(
      'customers:read',
      page(customers, {
        where: (c, args: gql.QueryCustomersArgs) =>
          args.filter?.search ? customerMatches(c, args.filter.search) : undefined,
        orderBy: (c, args: gql.QueryCustomersArgs) => sortKeys(c, args.orderBy ?? 'CREATED_AT_DESC'),
      }),
    ),
  },
  Mutation: {
    customerUpdate: guard('customers:write', async (args: gql.MutationCustomerUpdateArgs, ctx) => {
      const result = await updateCustomer(ctx, args)
      return result.ok
        ? { customer: reference(result.customerId), errors: [] }
        : { customer: null, errors: result.errors }
    }),
  },
} satisfies ModuleResolvers

function sortKeys(c: typeof customers, order: gql.CustomerOrder): readonly SortKey[] {
  switch (order) {
    case 'CREATED_AT_DESC':
      return [descending(c.createdAt), descending(c.id)]
    case 'CREATED_AT_ASC':
      return [ascending(c.createdAt), ascending(c.id)]
    case 'NAME_ASC':
      return [ascending(c.sortName), ascending(c.id)]
  }
}
