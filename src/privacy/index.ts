import type { DomainModule } from '../graphql/index.ts'
import { messagePiiFinding } from './graph.ts'
import { resolvers } from './resolvers.ts'

export { privacyEvents } from './events.ts'
export { reviewFinding, type ReviewFinding } from './review.ts'
export { scanText } from './scan.ts'

export const privacyModule = {
  name: 'privacy',
  types: [messagePiiFinding],
  plain: ['PiiFinding'],
  resolvers,
} satisfies DomainModule
