import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { OutsideIdentity } from '../platform/auth/outside-tokens.ts'
import type { Services } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { memberships, tenants, userIdentities, users } from './tables.ts'

type Deps = Pick<Services, 'db' | 'clock'>

interface OutsideMember {
  readonly tenantId: string
  readonly userId: string
}

/**
 * The member an outside account signs in as: the one it is linked to, else, in tenants that allow it, the one with the
 * e-mail that the provider vouches for (that link is then kept). In several tenants the named one, or the one joined
 * first. Null: nobody here.
 */
export async function findOutsideMember(
  deps: Deps,
  identity: OutsideIdentity,
  tenant: string | undefined,
): Promise<OutsideMember | null> {
  return (await findLinked(deps, identity, tenant)) ?? (await linkByEmail(deps, identity, tenant))
}

async function findLinked(
  { db }: Deps,
  { issuer, subject }: OutsideIdentity,
  tenant: string | undefined,
): Promise<OutsideMember | null> {
  const [found] = await db.withSystem((tx) =>
    tx
      .select({ tenantId: userIdentities.tenantId, userId: userIdentities.userId })
      .from(userIdentities)
      .innerJoin(
        memberships,
        and(eq(memberships.tenantId, userIdentities.tenantId), eq(memberships.userId, userIdentities.userId)),
      )
      .innerJoin(tenants, eq(tenants.id, userIdentities.tenantId))
      .where(
        and(
          eq(userIdentities.issuer, issuer),
          eq(userIdentities.subject, subject),
          isNull(memberships.removedAt),
          isNamed(tenant),
        ),
      )
      .orderBy(asc(memberships.createdAt), asc(memberships.id))
      .limit(1),
  )
  return found ?? null
}

async function linkByEmail(
  { db, clock }: Deps,
  { issuer, subject, verifiedEmail }: OutsideIdentity,
  tenant: string | undefined,
): Promise<OutsideMember | null> {
  if (verifiedEmail === null) return null
  const [found] = await db.withSystem((tx) =>
    tx
      .select({ tenantId: memberships.tenantId, userId: memberships.userId })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .innerJoin(tenants, eq(tenants.id, memberships.tenantId))
      .where(
        and(
          eq(users.email, verifiedEmail),
          eq(tenants.linkVerifiedEmail, true),
          isNull(memberships.removedAt),
          isNamed(tenant),
        ),
      )
      .orderBy(asc(memberships.createdAt), asc(memberships.id))
      .limit(1),
  )
  if (found === undefined) return null
  const link = { id: newId('userIdentity'), ...found, issuer, subject, createdAt: clock.now() }
  await db.withTenant(found.tenantId, (tx) => tx.insert(userIdentities).values(link).onConflictDoNothing())
  return found
}

function isNamed(tenant: string | undefined) {
  return tenant === undefined ? undefined : sql`${tenant} in (${tenants.id}, ${tenants.slug})`
}
