import type { DomainModule } from '../graphql/index.ts'
import { customer, customerFact, customerIdentity } from './graph.ts'
import { resolvers } from './resolvers.ts'

export { addressOf } from './addresses.ts'
export { actorIn, actorOf } from './actors.ts'
export { addIdentityAlias, findIdentities, identifyCustomer, scopeOf, type IdentifiedCustomer } from './identify.ts'
export { factsOf, proposeFacts } from './facts.ts'
export { customerMatches } from './search.ts'
export { updateCustomer, type UpdateCustomer } from './update.ts'
export { customerFacts, customerIdentities, customers, type CustomerIdentityRow, type CustomerRow } from './tables.ts'

export const customersModule = {
  name: 'customers',
  types: [customer, customerFact, customerIdentity],
  resolvers,
} satisfies DomainModule
