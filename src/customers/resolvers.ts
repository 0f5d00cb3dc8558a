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
import type { Result } from '../platform/results.ts'
import { addFact, eraseFact, updateFact } from './facts.ts'
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
    customerFactAdd: guard('customers:write', async (args: gql.MutationCustomerFactAddArgs, ctx) =>
      factPayload(await addFact(ctx, args.input, args.idempotencyKey ?? null)),
    ),
    customerFactUpdate: guard('customers:write', async (args: gql.MutationCustomerFactUpdateArgs, ctx) =>
      factPayload(await updateFact(ctx, args.id, args.input, args.expectedVersion ?? null)),
    ),
    customerFactErase: guard('customers:write', async ({ id }: gql.MutationCustomerFactEraseArgs, ctx) => {
      const result = await eraseFact(ctx, id)
      return result.ok ? { erasedId: result.erasedId, errors: [] } : { erasedId: null, errors: result.errors }
    }),
  },
} satisfies ModuleResolvers

function factPayload(result: Result<{ factId: string }>) {
  return result.ok ? { fact: reference(result.factId), errors: [] } : { fact: null, errors: result.errors }
}

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
