import { and, asc, eq, isNull } from 'drizzle-orm'
import { signAccessToken } from '../platform/auth/access-tokens.ts'
import { roles, type Role } from '../platform/auth/permissions.ts'
import type { Services } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { invalidInput, notFound } from '../platform/refusals.ts'
import { refused, type Result } from '../platform/results.ts'
import { memberships } from './tables.ts'
import { findTenant } from './tenants.ts'
import { ensureUser } from './users.ts'

export interface MintTokenInput {
  /** Slug or id. */
  readonly tenant: string
  readonly role: string
  /** At most 30 days. */
  readonly ttlMs: number
}

/**
 * An access token without a session, for the command line and tests: of the member who holds the role and joined
 * first, or of a member made for it (`<role>@<slug>.example`) when nobody does. Only the operator of the server gets
 * here. The token ends with its time, or with the membership.
 */
export async function mintToken(
  services: Services,
  input: MintTokenInput,
): Promise<Result<{ token: string; expiresAt: Date; tenantId: string; userId: string }>> {
  const role = roles.find((name) => name === input.role)
  if (role === undefined) return refused(invalidInput(`A role is one of ${roles.join(', ')}.`, ['role']))
  const tenant = await findTenant(services, input.tenant)
  if (tenant === null) return refused(notFound(['tenant']))
  const userId = (await findMember(services, tenant.id, role)) ?? (await addStandIn(services, tenant, role))
  const claims = { tenantId: tenant.id, userId, role, sessionId: null }
  const signed = await signAccessToken(services.keyRing, services.clock, claims, input.ttlMs)
  return { ok: true, ...signed, tenantId: tenant.id, userId }
}

async function findMember({ db }: Services, tenantId: string, role: Role): Promise<string | null> {
  const [found] = await db.withTenant(tenantId, (tx) =>
    tx
      .select({ userId: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.tenantId, tenantId), eq(memberships.role, role), isNull(memberships.removedAt)))
      .orderBy(asc(memberships.createdAt), asc(memberships.id))
      .limit(1),
  )
  return found?.userId ?? null
}

async function addStandIn(services: Services, tenant: { id: string; slug: string }, role: Role): Promise<string> {
  const now = services.clock.now()
  const email = `${role.toLowerCase()}@${tenant.slug}.example`
  const userId = await services.db.withSystem((tx) => ensureUser(tx, { email, passwordHash: null, now }))
  const name = `${role.slice(0, 1)}${role.slice(1).toLowerCase()}`
  const row = {
    tenantId: tenant.id,
    id: newId('membership'),
    userId,
    name,
    email,
    role,
    createdAt: now,
    updatedAt: now,
  }
  const revived = { role, grants: [], denies: [], removedAt: null, updatedAt: now }
  await services.db.withTenant(tenant.id, (tx) =>
    tx
      .insert(memberships)
      .values(row)
      .onConflictDoUpdate({ target: [memberships.tenantId, memberships.userId], set: revived }),
  )
  return userId
}
