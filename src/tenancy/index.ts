/** The door of tenancy: who may work where, and who a request is. */
import type { DomainModule } from '../graphql/index.ts'
import { tenancyTypes } from './graph.ts'
import { resolvers } from './resolvers.ts'

export { createApiKey, revokeApiKey, type ApiKeyInput } from './api-keys.ts'
export { changePassword, type ChangePassword } from './change-password.ts'
export { createAuthenticator, type Authenticator, type AuthenticatorOptions, type Credential } from './authenticate.ts'
export { createDocumentStore } from './document-store.ts'
export { actorMembers, people } from './graph.ts'
export { login, type LoginInput } from './login.ts'
export { linkMemberIdentity, unlinkMemberIdentity, type MemberIdentityInput } from './member-identities.ts'
export { takeAssistantLock, shareAssistantLock } from './assistant-lock.ts'
export { addMember, removeMember, updateMember, type MemberChanges, type NewMember } from './members.ts'
export { mintToken, type MintTokenInput } from './mint-token.ts'
export type { Refused, Result } from '../platform/results.ts'
export { copyLibraryJob, takeLibraryLock } from './library-job.ts'
export { privacyOf } from './pii-rules.ts'
export { createRevocationWatch, type RevocationWatch } from './revocations.ts'
export { logout, refreshSession, revokeSession, type Device, type SessionTokens } from './sessions.ts'
export { piiRules, piiRuleStates, tenants } from './tables.ts'
export type { ApiKeyRow, MembershipRow, SessionRow, TenantRow } from './tables.ts'
export { calibrateJob, confidenceThreshold, setDerivedThreshold, thresholdOf, type Calibrate } from './threshold.ts'
export {
  createTenant,
  ensureTenant,
  findTenant,
  setTenantActive,
  tenantSettings,
  updateTenant,
  type NewTenant,
  type TenantSettings,
} from './tenants.ts'

export const tenancyModule = {
  name: 'tenancy',
  types: tenancyTypes,
  plain: ['Viewer', 'ViewerTenant', 'Permission'],
  resolvers,
} satisfies DomainModule
