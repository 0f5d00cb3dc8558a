import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { hashPassword, verifyPassword } from '../platform/auth/passwords.ts'
import type { Services } from '../platform/context.ts'
import { loginThrottle } from './login-throttle.ts'
import type { Result } from '../platform/results.ts'
import { invalidCredentials, openSession, type Device, type SessionTokens, type SignedInMember } from './sessions.ts'
import { memberships, tenants, users } from './tables.ts'

export interface LoginInput {
  readonly email: string
  readonly password: string
  /** Slug or id; null: the tenant that the person joined first. */
  readonly tenant: string | null
  readonly device: Device
}

/**
 * Signs in by password. An unknown e-mail costs the same time as a wrong password.
 * @throws ApiError RATE_LIMITED after too many failures for this e-mail or from this address
 */
export async function login(services: Services, input: LoginInput): Promise<Result<{ tokens: SessionTokens }>> {
  const email = input.email.trim().toLowerCase()
  const attempt = await loginThrottle(services.db).begin(email, input.device.address ?? 'unknown')
  const [user] = await services.db.withSystem((tx) =>
    tx.select({ id: users.id, passwordHash: users.passwordHash }).from(users).where(eq(users.email, email)),
  )
  const { right, rehash } = await verifyPassword(input.password, user?.passwordHash ?? null)
  if (user === undefined || !right) return invalidCredentials()
  const [member] = await membersOf(services, user.id, input.tenant)
  if (member === undefined) return invalidCredentials()
  await attempt.succeeded()
  if (rehash) await storeBetterHash(services, user.id, input.password)
  return { ok: true, tokens: await openSession(services, member, input.device) }
}

/** Where a person may work, first joined first; only the named tenant when one is named. */
export async function membersOf(
  services: Pick<Services, 'db'>,
  userId: string,
  tenant: string | null = null,
): Promise<SignedInMember[]> {
  const named = tenant === null ? undefined : sql`${tenant} in (${tenants.id}, ${tenants.slug})`
  return services.db.withSystem((tx) =>
    tx
      .select({
        tenantId: tenants.id,
        slug: tenants.slug,
        tenantName: tenants.name,
        userId: memberships.userId,
        role: memberships.role,
      })
      .from(memberships)
      .innerJoin(tenants, eq(tenants.id, memberships.tenantId))
      .where(and(eq(memberships.userId, userId), isNull(memberships.removedAt), named))
      .orderBy(asc(memberships.createdAt), asc(memberships.id)),
  )
}

async function storeBetterHash(services: Services, userId: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password)
  await services.db.withSystem((tx) =>
    tx.update(users).set({ passwordHash, updatedAt: services.clock.now() }).where(eq(users.id, userId)),
  )
}
