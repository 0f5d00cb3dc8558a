import { and, count, eq, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, isPermission, mayGrant, roles, type MemberRights, type Role } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { violatedConstraint } from '../platform/db/faults.ts'
import { newId } from '../platform/ids.ts'
import { invalidInput, notFound, refusal, versionConflict, type Refusal } from '../platform/refusals.ts'
import { record } from './events.ts'
import { parseInput, refused, type Result } from '../platform/results.ts'
import { emailSchema, nameSchema } from './fields.ts'
import { announceRevocation } from './revocations.ts'
import { endSessionsOf } from './sessions.ts'
import { memberships, tenants, type MembershipRow } from './tables.ts'
import { ensureUser } from './users.ts'

const permissionList = z
  .array(
    z
      .string()
      .refine(isPermission, { error: 'There is no such permission.' })
      .transform((name) => (isPermission(name) ? name : z.NEVER)),
  )
  .max(100)
  .transform((names) => [...new Set(names)].toSorted())

const memberSchema = z.strictObject({
  email: emailSchema,
  name: nameSchema,
  role: z.enum(roles),
  grants: permissionList.nullish().transform((names) => names ?? []),
  denies: permissionList.nullish().transform((names) => names ?? []),
})

const changesSchema = z
  .strictObject({ name: nameSchema, role: z.enum(roles), grants: permissionList, denies: permissionList })
  .partial()

export interface NewMember {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly grants?: readonly string[] | null | undefined
  readonly denies?: readonly string[] | null | undefined
}

/** What is left out stays. */
export type MemberChanges = { readonly [K in 'name' | 'role' | 'grants' | 'denies']?: NewMember[K] | null | undefined }

/** Lets a person work in the tenant, or brings back one who was removed. */
export async function addMember(ctx: Ctx, input: NewMember): Promise<Result<{ membershipId: string }>> {
  authorise(ctx.actor, 'members:write')
  const parsed = parseInput(memberSchema, input, ['input'])
  if (!parsed.ok) return parsed
  const { email, ...rights } = parsed.value
  const tooMuch = aboveOwn(ctx, rights)
  if (tooMuch.length > 0) return refused(...tooMuch)

  const now = ctx.clock.now()
  const userId = await ctx.db.withSystem((tx) => ensureUser(tx, { email, passwordHash: null, now }))
  const id = newId('membership')
  try {
    return await ctx.db.withTenant(ctx.tenantId, async (tx) => {
      const [back] = await tx
        .update(memberships)
        .set({ ...rights, email, removedAt: null, ...nextVersion(now) })
        .where(and(eq(memberships.tenantId, ctx.tenantId), eq(memberships.userId, userId), wasRemoved))
        .returning({ id: memberships.id })
      if (back === undefined) {
        const row = { tenantId: ctx.tenantId, id, userId, email, ...rights, createdAt: now, updatedAt: now }
        await tx.insert(memberships).values(row)
      }
      const membershipId = back?.id ?? id
      await record(tx, ctx, 'member.added', membershipId, { userId, role: rights.role })
      return { ok: true, membershipId }
    })
  } catch (error) {
    if (violatedConstraint(error) !== 'memberships_user_key') throw error
    return refused(refusal('ALREADY_EXISTS', 'This person works here already.', ['input', 'email']))
  }
}

/** Changes what a member is called or may do. What was opened with the old rights is closed. */
export async function updateMember(
  ctx: Ctx,
  input: { id: string; changes: MemberChanges; expectedVersion: number | null },
): Promise<Result<{ membershipId: string }>> {
  authorise(ctx.actor, 'members:write')
  const parsed = parseInput(changesSchema, input.changes, ['input'])
  if (!parsed.ok) return parsed
  const { name, role, grants, denies } = parsed.value
  const refusals = await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const member = await lockMember(tx, ctx, input.id)
    if (member === null) return [notFound()]
    if (input.expectedVersion !== null && input.expectedVersion !== member.version) {
      return [versionConflict(member.version)]
    }
    const next = {
      name: name ?? member.name,
      role: role ?? member.role,
      grants: grants ?? member.grants,
      denies: denies ?? member.denies,
    }
    const tooMuch = [...untouchable(ctx, member), ...aboveOwn(ctx, next)]
    if (tooMuch.length > 0) return tooMuch.slice(0, 1)
    if (next.role !== 'OWNER' && (await isLastOwner(tx, member))) return [lastOwner()]
    await tx
      .update(memberships)
      .set({ ...next, ...nextVersion(ctx.clock.now()) })
      .where(isMember(ctx, input.id))
    await record(tx, ctx, 'member.updated', input.id, { userId: member.userId, role: next.role })
    return []
  })
  if (refusals.length > 0) return refused(...refusals)
  await announceRevocation(ctx.db)
  return { ok: true, membershipId: input.id }
}

/** Takes a member out of the tenant, with all their sessions here. The row stays, so that what they did has a name. */
export async function removeMember(ctx: Ctx, input: { id: string }): Promise<Result<{ userId: string }>> {
  authorise(ctx.actor, 'members:write')
  const outcome = await ctx.db.withTenant(ctx.tenantId, async (tx): Promise<Result<{ userId: string }>> => {
    const member = await lockMember(tx, ctx, input.id)
    if (member === null) return refused(notFound())
    const tooMuch = untouchable(ctx, member)
    if (tooMuch.length > 0) return refused(...tooMuch)
    if (await isLastOwner(tx, member)) return refused(lastOwner())
    const now = ctx.clock.now()
    await tx
      .update(memberships)
      .set({ removedAt: now, ...nextVersion(now) })
      .where(isMember(ctx, input.id))
    await endSessionsOf(tx, ctx, member.userId)
    await record(tx, ctx, 'member.removed', input.id, { userId: member.userId })
    return { ok: true, userId: member.userId }
  })
  if (outcome.ok) await announceRevocation(ctx.db)
  return outcome
}

/**
 * The member, null when there is none, with the tenant's row locked before: of two owners who demote each other at
 * once the second sees what the first did. (A lock on the member alone would let both pass.)
 */
export async function lockMember(tx: Tx, ctx: Ctx, membershipId: string): Promise<MembershipRow | null> {
  await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, ctx.tenantId)).for('no key update')
  const [member] = await tx.select().from(memberships).where(isMember(ctx, membershipId))
  return member ?? null
}

/** Why this caller may not touch this member: they hold more than the caller. */
export function untouchable(ctx: Ctx, member: MembershipRow): Refusal[] {
  return mayGrant(ctx.actor, member)
    ? []
    : [invalidInput('Nobody can change a member who holds more than they do.', ['id'])]
}

const wasRemoved = sql`${memberships.removedAt} is not null`

function isMember(ctx: Ctx, membershipId: string) {
  return and(eq(memberships.tenantId, ctx.tenantId), eq(memberships.id, membershipId), isNull(memberships.removedAt))
}

function aboveOwn(ctx: Ctx, rights: MemberRights): Refusal[] {
  if (!mayGrant(ctx.actor, { ...rights, grants: [] })) {
    return [invalidInput('Nobody can give a role above their own.', ['input', 'role'])]
  }
  if (!mayGrant(ctx.actor, rights)) {
    return [invalidInput('Nobody can give a permission that they do not hold.', ['input', 'grants'])]
  }
  return []
}

async function isLastOwner(tx: Tx, member: MembershipRow): Promise<boolean> {
  if (member.role !== 'OWNER') return false
  const [others] = await tx
    .select({ count: count() })
    .from(memberships)
    .where(
      and(
        eq(memberships.tenantId, member.tenantId),
        eq(memberships.role, 'OWNER'),
        isNull(memberships.removedAt),
        ne(memberships.id, member.id),
      ),
    )
  return others?.count === 0
}

function lastOwner(): Refusal {
  return refusal('LAST_OWNER', 'A tenant keeps at least one owner: make somebody else one first.', ['id'])
}

/** What every change of a membership also sets. */
export function nextVersion(now: Date) {
  return { version: sql`${memberships.version} + 1`, updatedAt: now }
}
