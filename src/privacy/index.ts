import type { DomainModule } from '../graphql/index.ts'
import { messagePiiFinding, piiRule } from './graph.ts'
import { resolvers } from './resolvers.ts'

export { privacyEvents } from './events.ts'
export { reviewFinding, type ReviewFinding } from './review.ts'
export {
  archivePiiRule,
  createPiiRule,
  previewPiiRule,
  updatePiiRule,
  type ArchivePiiRule,
  type UpdatePiiRule,
} from './rules.ts'
export { scanText } from './scan.ts'

export const privacyModule = {
  name: 'privacy',
  types: [messagePiiFinding, piiRule],
  plain: ['PiiFinding'],
  resolvers,
} satisfies DomainModule
