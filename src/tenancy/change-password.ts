import { eq } from 'drizzle-orm'
import { hashPassword, verifyPassword } from '../platform/auth/passwords.ts'
import type { Ctx } from '../platform/context.ts'
import { invalidInput } from '../platform/refusals.ts'
import { loginThrottle } from './login-throttle.ts'
import { membersOf } from './login.ts'
import { refused, type Result } from '../platform/results.ts'
import { announceRevocation } from './revocations.ts'
import { endSessionsOf, invalidCredentials } from './sessions.ts'
import { users } from './tables.ts'

const shortest = 8
const longest = 256

export interface ChangePassword {
  readonly currentPassword: string
  readonly newPassword: string
}

/**
 * Gives the caller another password, which the present one must prove; wrong ones count as failed sign-ins. Ends the
 * person's sessions in every tenant, this one's too: whoever knew the old password is out.
 *
 * Somebody without a password cannot set a first one here: their token may come from a tenant's own identity provider,
 * and a password opens every tenant they work for.
 */
export async function changePassword(ctx: Ctx, input: ChangePassword): Promise<Result<object>> {
  const { currentPassword, newPassword } = input
  if (ctx.actor.kind !== 'USER') return invalidCredentials()
  if (newPassword.length < shortest || newPassword.length > longest) {
    return refused(invalidInput(`A password has ${shortest} to ${longest} characters.`, ['newPassword']))
  }
  const userId = ctx.actor.id
  const [user] = await ctx.db.withSystem((tx) =>
    tx.select({ email: users.email, passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId)),
  )
  if (user === undefined) return invalidCredentials()
  // In place of an address: whoever holds the person's token may try as often as one address may.
  const attempt = await loginThrottle(ctx.db).begin(user.email, userId)
  const { right } = await verifyPassword(currentPassword, user.passwordHash)
  if (!right) return invalidCredentials()
  await attempt.succeeded()
  const passwordHash = await hashPassword(newPassword)
  await ctx.db.withSystem((tx) =>
    tx.update(users).set({ passwordHash, updatedAt: ctx.clock.now() }).where(eq(users.id, userId)),
  )
  for (const { tenantId } of await membersOf(ctx, userId)) {
    await ctx.db.withTenant(tenantId, (tx) => endSessionsOf(tx, { ...ctx, tenantId }, userId))
  }
  await announceRevocation(ctx.db)
  return { ok: true }
}
