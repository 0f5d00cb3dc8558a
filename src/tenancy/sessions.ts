import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { signAccessToken } from '../platform/auth/access-tokens.ts'
import { can, type Role } from '../platform/auth/permissions.ts'
import { hashSecret, newSecret, secretMatches } from '../platform/auth/secrets.ts'
import type { Ctx, Services } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { isId, newId } from '../platform/ids.ts'
import { notFound, refusal } from '../platform/refusals.ts'
import { record } from './events.ts'
import { announceRevocation } from './revocations.ts'
import { refused, type Refused, type Result } from '../platform/results.ts'
import { memberships, refreshTokens, sessions, tenants } from './tables.ts'

/** Life of an access token: how long a stolen one works at most, and how often a client refreshes. */
export const accessTokenMs = 15 * 60_000
/** A session that was not refreshed for this long has ended. */
export const sessionMs = 30 * 24 * 3_600_000

/** Where a sign-in or refresh came from, for the list of sessions; null when unknown. */
export interface Device {
  readonly address: string | null
  readonly userAgent: string | null
}

/** A person who may work in a tenant. */
export interface SignedInMember {
  readonly tenantId: string
  readonly slug: string
  readonly tenantName: string
  readonly userId: string
  readonly role: Role
}

export interface SessionTokens {
  readonly token: string
  readonly expiresAt: Date
  readonly refreshToken: string
  readonly sessionId: string
  readonly member: SignedInMember
}

/** Opens a session with its first pair of tokens. */
export async function openSession(services: Services, member: SignedInMember, device: Device): Promise<SessionTokens> {
  const now = services.clock.now()
  const sessionId = newId('session')
  const refreshToken = await services.db.withTenant(member.tenantId, async (tx) => {
    await forgetOldSessions(tx, member, now)
    await tx.insert(sessions).values({
      tenantId: member.tenantId,
      id: sessionId,
      userId: member.userId,
      ...deviceColumns(device),
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + sessionMs),
    })
    return issueRefreshToken(tx, member.tenantId, sessionId, now)
  })
  return withAccessToken(services, member, sessionId, refreshToken)
}

/**
 * Trades a refresh token for new tokens. A spent one means that two parties hold it, one of them a thief: the session
 * ends for both (RFC 9700, section 4.14.2).
 */
export async function refreshSession(
  services: Services,
  input: { refreshToken: string; device: Device },
): Promise<Result<{ tokens: SessionTokens }>> {
  const presented = parseRefreshToken(input.refreshToken)
  if (presented === null) return invalidCredentials()
  const outcome = await services.db.withTenant(presented.tenantId, (tx) => spend(services, tx, presented, input.device))
  if (outcome === 'invalid') return invalidCredentials()
  if (outcome === 'reused') {
    services.log.warn({ tenantId: presented.tenantId }, 'a spent refresh token came back: its session was ended')
    await announceRevocation(services.db)
    return invalidCredentials()
  }
  const { member, sessionId, refreshToken } = outcome
  return { ok: true, tokens: await withAccessToken(services, member, sessionId, refreshToken) }
}

/** Ends the session of the caller's own token. Credentials without a session have nothing to end. */
export async function logout(ctx: Ctx): Promise<Result<{ sessionId: string | null }>> {
  const sessionId = ctx.actor.kind === 'USER' ? ctx.actor.sessionId : null
  if (sessionId === null) return { ok: true, sessionId: null }
  return revokeSession(ctx, { id: sessionId })
}

/** Ends a session of the caller, or with `members:write` anybody's here; one that has ended already is left as it is. */
export async function revokeSession(ctx: Ctx, input: { id: string }): Promise<Result<{ sessionId: string }>> {
  const mine = can(ctx.actor, 'members:write') ? undefined : eq(sessions.userId, ctx.actor.id)
  const found = await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const here = and(eq(sessions.tenantId, ctx.tenantId), eq(sessions.id, input.id), mine)
    const [session] = await tx.select({ userId: sessions.userId }).from(sessions).where(here)
    if (session === undefined) return false
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: ctx.clock.now() })
      .where(and(here, isNull(sessions.revokedAt)))
      .returning({ id: sessions.id })
    if (ended.length > 0) await record(tx, ctx, 'session.revoked', input.id, { userId: session.userId })
    return true
  })
  if (!found) return refused(notFound())
  await announceRevocation(ctx.db)
  return { ok: true, sessionId: input.id }
}

/** Ends all open sessions of a member, in the transaction that takes the member out. */
export async function endSessionsOf(tx: Tx, ctx: Ctx, userId: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: ctx.clock.now() })
    .where(and(eq(sessions.tenantId, ctx.tenantId), eq(sessions.userId, userId), isNull(sessions.revokedAt)))
}

interface PresentedToken {
  readonly id: string
  readonly tenantId: string
  readonly secret: string
}

type Spent = 'invalid' | 'reused' | { member: SignedInMember; sessionId: string; refreshToken: string }

async function spend(services: Services, tx: Tx, presented: PresentedToken, device: Device): Promise<Spent> {
  const now = services.clock.now()
  const { tenantId } = presented
  const [found] = await tx
    .select({
      secretHash: refreshTokens.secretHash,
      sessionId: sessions.id,
      userId: sessions.userId,
      role: memberships.role,
      slug: tenants.slug,
      tenantName: tenants.name,
    })
    .from(refreshTokens)
    .innerJoin(sessions, and(eq(sessions.tenantId, tenantId), eq(sessions.id, refreshTokens.sessionId)))
    .innerJoin(memberships, and(eq(memberships.tenantId, tenantId), eq(memberships.userId, sessions.userId)))
    .innerJoin(tenants, eq(tenants.id, tenantId))
    .where(
      and(
        eq(refreshTokens.tenantId, tenantId),
        eq(refreshTokens.id, presented.id),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        isNull(memberships.removedAt),
      ),
    )
  if (found === undefined || !secretMatches(presented.secret, found.secretHash)) return 'invalid'

  const { sessionId, userId, role, slug, tenantName } = found
  const session = and(eq(sessions.tenantId, tenantId), eq(sessions.id, sessionId))
  const spent = await tx
    .update(refreshTokens)
    .set({ spentAt: now })
    .where(and(eq(refreshTokens.tenantId, tenantId), eq(refreshTokens.id, presented.id), isNull(refreshTokens.spentAt)))
    .returning({ id: refreshTokens.id })
  if (spent.length === 0) {
    await tx.update(sessions).set({ revokedAt: now }).where(session)
    return 'reused'
  }
  await tx
    .update(sessions)
    .set({ ...deviceColumns(device), lastUsedAt: now, expiresAt: new Date(now.getTime() + sessionMs) })
    .where(session)
  await forgetOldTokens(tx, tenantId, sessionId, now)
  const refreshToken = await issueRefreshToken(tx, tenantId, sessionId, now)
  return { member: { tenantId, slug, tenantName, userId, role }, sessionId, refreshToken }
}

/** `rft_….ten_….secret`: says where to look, so that no request without a tenant ever searches all tenants' tokens. */
async function issueRefreshToken(tx: Tx, tenantId: string, sessionId: string, now: Date): Promise<string> {
  const id = newId('refreshToken')
  const secret = newSecret()
  await tx.insert(refreshTokens).values({ tenantId, id, sessionId, secretHash: hashSecret(secret), createdAt: now })
  return `${id}.${tenantId}.${secret}`
}

function parseRefreshToken(text: string): PresentedToken | null {
  const [id = '', tenantId = '', secret = '', ...rest] = text.split('.')
  if (rest.length > 0 || !isId('refreshToken', id) || !isId('tenant', tenantId)) return null
  return { id, tenantId, secret }
}

async function withAccessToken(
  { keyRing, clock }: Services,
  member: SignedInMember,
  sessionId: string,
  refreshToken: string,
): Promise<SessionTokens> {
  const signed = await signAccessToken(keyRing, clock, { ...member, sessionId }, accessTokenMs)
  return { ...signed, refreshToken, sessionId, member }
}

/** A token of this age is no longer valid anyway, spent or not. */
async function forgetOldTokens(tx: Tx, tenantId: string, sessionId: string, now: Date): Promise<void> {
  const tooOld = lt(refreshTokens.createdAt, new Date(now.getTime() - sessionMs))
  await tx
    .delete(refreshTokens)
    .where(and(eq(refreshTokens.tenantId, tenantId), eq(refreshTokens.sessionId, sessionId), tooOld))
}

/** Sessions stay listed for another month after their end; the next sign-in then clears them away. */
async function forgetOldSessions(tx: Tx, { tenantId, userId }: SignedInMember, now: Date): Promise<void> {
  const longAgo = lt(sessions.expiresAt, new Date(now.getTime() - sessionMs))
  await tx.delete(sessions).where(and(eq(sessions.tenantId, tenantId), eq(sessions.userId, userId), longAgo))
}

function deviceColumns({ address, userAgent }: Device) {
  return { ipAddress: address, userAgent: userAgent === null ? null : userAgent.slice(0, 500) }
}

/** One answer for everything that is wrong with a sign-in or refresh. */
export function invalidCredentials(): Refused {
  return refused(refusal('INVALID_CREDENTIALS', 'These credentials are not right.'))
}
