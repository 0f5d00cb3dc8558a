import { LRUCache } from 'lru-cache'
import { claimedIssuer, verifyAccessToken, tokenIssuer, type AccessClaims } from '../platform/auth/access-tokens.ts'
import type { AuthenticatedActor, StaffActor } from '../platform/auth/actor.ts'
import type { KeyRing } from '../platform/auth/key-ring.ts'
import type { VerifyOutsideToken } from '../platform/auth/outside-tokens.ts'
import { memberPermissions, type Role } from '../platform/auth/permissions.ts'
import { hashSecret } from '../platform/auth/secrets.ts'
import type { Services } from '../platform/context.ts'
import { unauthenticated } from '../platform/errors.ts'
import type { TenantTier } from '../platform/limits/tiers.ts'
import { apiKeyPrefix, authenticateApiKey } from './api-keys.ts'
import { findOutsideMember } from './outside-members.ts'
import { onRevocation } from './revocations.ts'

type Deps = Pick<Services, 'db' | 'clock' | 'log'>

/** What a request brings along; all of it comes from the network. */
export interface Credential {
  /** `Authorization` header: `Bearer` and an access token, an outside token or an API key. */
  readonly authorization?: string | undefined
  /** `X-Api-Key` header: an API key. Looked at when there is no `Authorization`. */
  readonly apiKey?: string | undefined
  /** Slug or id of the tenant, for outside tokens of people who work in several; others carry their tenant. */
  readonly tenant?: string | undefined
}

export interface Authenticator {
  /**
   * Who this is, with their permissions of now (at most 1.5 s old; at once after a change made by this process).
   * @throws ApiError UNAUTHENTICATED, the same for whatever is missing or wrong
   * @throws ApiError UNAVAILABLE when database or identity provider cannot be asked
   */
  authenticate(credential: Credential): Promise<AuthenticatedActor>
  close(): Promise<void>
}

export interface AuthenticatorOptions {
  readonly keyRing: KeyRing
  /** Null: no outside identity provider. */
  readonly outside: { readonly issuer: string; readonly verify: VerifyOutsideToken } | null
}

const cacheMs = 1_500

export async function createAuthenticator(deps: Deps, options: AuthenticatorOptions): Promise<Authenticator> {
  const cache = new LRUCache<string, AuthenticatedActor>({ max: 20_000, ttl: cacheMs })
  // What was read before a change must not enter the cache after it.
  let generation = 0
  const stop = await onRevocation(deps.db, () => {
    generation += 1
    cache.clear()
  })

  return {
    async authenticate(credential) {
      const token = presentedToken(credential)
      if (token === null) throw unauthenticated()
      const key = hashSecret(`${credential.tenant ?? ''} ${token}`)
      const known = cache.get(key)
      if (known !== undefined && isCurrent(known, deps)) return known
      const began = generation
      const actor = await identify(deps, options, token, credential.tenant)
      if (actor === null || !isCurrent(actor, deps)) throw unauthenticated()
      if (began === generation) cache.set(key, actor)
      return actor
    },
    close: stop,
  }
}

function presentedToken({ authorization, apiKey }: Credential): string | null {
  const token = authorization === undefined ? apiKey : /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1]
  return token === undefined || token === '' ? null : token
}

function isCurrent(actor: AuthenticatedActor, { clock }: Deps): boolean {
  return actor.expiresAt === null || actor.expiresAt > clock.now()
}

async function identify(
  deps: Deps,
  { keyRing, outside }: AuthenticatorOptions,
  token: string,
  tenant: string | undefined,
): Promise<AuthenticatedActor | null> {
  if (token.startsWith(apiKeyPrefix)) return authenticateApiKey(deps, token)
  // The issuer only chooses who verifies; each verifier then insists on its own issuer.
  const issuer = claimedIssuer(token)
  if (issuer === tokenIssuer) {
    const claims = await verifyAccessToken(keyRing, deps.clock, token)
    return claims && readMember(deps, claims)
  }
  if (outside === null || issuer !== outside.issuer) return null
  const identity = await outside.verify(token)
  const member = identity && (await findOutsideMember(deps, identity, tenant))
  return member && readMember(deps, { ...member, sessionId: null, expiresAt: identity.expiresAt })
}

interface MemberDocument {
  readonly role: Role
  readonly grants: readonly string[]
  readonly denies: readonly string[]
  readonly version: number
  readonly isActive: boolean
  readonly tier: TenantTier
  readonly sessionOpen: boolean
}

/** The member as of now, in one round trip; null when removed, or when the token's session was ended. */
async function readMember(
  { db, clock }: Deps,
  claims: Pick<AccessClaims, 'tenantId' | 'userId' | 'sessionId'> & { expiresAt: Date },
): Promise<StaffActor | null> {
  const [text] = await db.read(claims.tenantId, [
    {
      text: `/* authenticate */
        select json_build_object('role', m.role, 'grants', m.grants, 'denies', m.denies, 'version', m.version,
          'isActive', t.is_active, 'tier', t.tier,
          'sessionOpen', $3::text is null or exists (
            select from sessions s
            where s.tenant_id = m.tenant_id and s.id = $3 and s.user_id = m.user_id
              and s.revoked_at is null and s.expires_at > $4::timestamptz))::text
        from memberships m join tenants t on t.id = m.tenant_id
        where m.tenant_id = $1 and m.user_id = $2 and m.removed_at is null`,
      values: [claims.tenantId, claims.userId, claims.sessionId, clock.now().toISOString()],
    },
  ])
  const member = typeof text === 'string' ? asMember(text) : null
  if (member === null || !member.sessionOpen) return null
  const suspended = !member.isActive
  return {
    kind: 'USER',
    id: claims.userId,
    tenantId: claims.tenantId,
    role: member.role,
    membershipVersion: member.version,
    sessionId: claims.sessionId,
    permissions: memberPermissions({ ...member, suspended }),
    suspended,
    tier: member.tier,
    expiresAt: claims.expiresAt,
  }
}

/** The document that the statement above builds; role and tier are held by check constraints. */
function asMember(text: string): MemberDocument {
  return JSON.parse(text) as MemberDocument
}
