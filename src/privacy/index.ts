import type { DomainModule } from '../graphql/index.ts'
import { resolvers } from './resolvers.ts'

export { scanText } from './scan.ts'

export const privacyModule = {
  name: 'privacy',
  types: [],
  plain: ['PiiFinding'],
  resolvers,
} satisfies DomainModule
