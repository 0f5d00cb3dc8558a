/** What an operator sees of the machinery behind one tenant. */
import type { DomainModule } from '../graphql/index.ts'
import { resolvers } from './resolvers.ts'

export const operationsModule = {
  name: 'operations',
  types: [],
  plain: ['FailedJob'],
  resolvers,
} satisfies DomainModule
