import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { notFound, refusal } from '../platform/refusals.ts'
import { record } from './events.ts'
import { lockMember, nextVersion, untouchable } from './members.ts'
import { parseInput, refused, type Result } from '../platform/results.ts'
import { announceRevocation } from './revocations.ts'
import { memberships, userIdentities } from './tables.ts'

const identitySchema = z.strictObject({ issuer: z.url().max(500), subject: z.string().min(1).max(255) })

export interface MemberIdentityInput {
  /** The membership. */
  readonly id: string
  readonly identity: z.input<typeof identitySchema>
}

/**
 * Lets an outside account sign in as a member, in this tenant only: what one tenant's administrators say about
 * accounts opens no other tenant.
 */
export async function linkMemberIdentity(
  ctx: Ctx,
  input: MemberIdentityInput,
): Promise<Result<{ membershipId: string }>> {
  authorise(ctx.actor, 'members:write')
  const parsed = parseInput(identitySchema, input.identity, ['input'])
  if (!parsed.ok) return parsed
  return ctx.db.withTenant(ctx.tenantId, async (tx): Promise<Result<{ membershipId: string }>> => {
    const member = await lockMember(tx, ctx, input.id)
    if (member === null) return refused(notFound())
    const tooMuch = untouchable(ctx, member)
    if (tooMuch.length > 0) return refused(...tooMuch)
    const made = await tx
      .insert(userIdentities)
      .values({
        tenantId: ctx.tenantId,
        id: newId('userIdentity'),
        userId: member.userId,
        ...parsed.value,
        createdAt: ctx.clock.now(),
      })
      .onConflictDoNothing()
      .returning({ id: userIdentities.id })
    if (made.length === 0) {
      return refused(refusal('ALREADY_EXISTS', 'This account signs in as somebody here already.', ['input', 'subject']))
    }
    await record(tx, ctx, 'member.identity_linked', member.id, { userId: member.userId })
    return { ok: true, membershipId: member.id }
  })
}

/** Takes the way in from an outside account; what it has open is closed. */
export async function unlinkMemberIdentity(
  ctx: Ctx,
  input: MemberIdentityInput,
): Promise<Result<{ membershipId: string }>> {
  authorise(ctx.actor, 'members:write')
  const parsed = parseInput(identitySchema, input.identity, ['input'])
  if (!parsed.ok) return parsed
  const { issuer, subject } = parsed.value
  const outcome = await ctx.db.withTenant(ctx.tenantId, async (tx): Promise<Result<{ membershipId: string }>> => {
    const member = await lockMember(tx, ctx, input.id)
    if (member === null) return refused(notFound())
    const tooMuch = untouchable(ctx, member)
    if (tooMuch.length > 0) return refused(...tooMuch)
    const gone = await tx
      .delete(userIdentities)
      .where(
        and(
          eq(userIdentities.tenantId, ctx.tenantId),
          eq(userIdentities.userId, member.userId),
          eq(userIdentities.issuer, issuer),
          eq(userIdentities.subject, subject),
        ),
      )
      .returning({ id: userIdentities.id })
    if (gone.length === 0) return refused(notFound(['input', 'subject']))
    // A new version of the membership ends whatever was opened with the old one.
    await tx
      .update(memberships)
      .set(nextVersion(ctx.clock.now()))
      .where(and(eq(memberships.tenantId, ctx.tenantId), eq(memberships.id, member.id)))
    await record(tx, ctx, 'member.identity_unlinked', member.id, { userId: member.userId })
    return { ok: true, membershipId: member.id }
  })
  if (outcome.ok) await announceRevocation(ctx.db)
  return outcome
}
