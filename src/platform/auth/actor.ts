import type { TenantTier } from '../limits/tiers.ts'
import type { Permission, Role } from './permissions.ts'

/** Who did something: always a named kind, so every change can say who made it. */
export type Actor = StaffActor | ApiClientActor | CustomerActor | SystemActor | AssistantActor

interface Authenticated {
  readonly tenantId: string
  /** What this caller may do in this tenant, computed once at authentication: role, grants and denials, scopes. */
  readonly permissions: ReadonlySet<Permission>
  /** When the credential ends; sockets opened with it are closed then. Null: it does not expire by itself. */
  readonly expiresAt: Date | null
  /** A suspended tenant only reads; `permissions` already says so, this explains why. */
  readonly suspended: boolean
  /** Of the tenant: how much it may ask for in a minute. */
  readonly tier: TenantTier
}

export interface StaffActor extends Authenticated {
  readonly kind: 'USER'
  /** The user's id, the same in every tenant. */
  readonly id: string
  readonly role: Role
  /** Of the membership that `permissions` was computed from; a newer one ends what was opened with this actor. */
  readonly membershipVersion: number
  /** The login session behind the token, null for tokens minted by the command line or an outside identity provider. */
  readonly sessionId: string | null
}

export interface ApiClientActor extends Authenticated {
  readonly kind: 'API_CLIENT'
  /** The id of the API key. */
  readonly id: string
  /** Whether the key may send trusted documents alone, whatever the server is set to. */
  readonly trustedDocumentsOnly: boolean
}

/** Actors that came with a credential. */
export type AuthenticatedActor = StaffActor | ApiClientActor

export interface CustomerActor {
  readonly kind: 'CUSTOMER'
  readonly id: string
}

/** A job or a command of the server itself; `id` names it, e.g. `release-expired-claims`. */
export interface SystemActor {
  readonly kind: 'SYSTEM'
  readonly id: string
}

/** The assistant; `id` names the model that answered, e.g. `offline-1` or `gpt-5-mini`. */
export interface AssistantActor {
  readonly kind: 'ASSISTANT'
  readonly id: string
}

export const actorKinds = ['USER', 'API_CLIENT', 'CUSTOMER', 'SYSTEM', 'ASSISTANT'] as const
export type ActorKind = (typeof actorKinds)[number]
