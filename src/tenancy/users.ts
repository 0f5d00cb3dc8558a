import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../platform/db/database.ts'
import { newId } from '../platform/ids.ts'
import { users } from './tables.ts'

/**
 * The person with this (lower-cased) e-mail, made when there is none. Only the operator of the server passes a
 * password, and it is set only where there is none: a tenant must not choose the password of somebody who may work for
 * another tenant too.
 *
 * @param tx a transaction of the system role
 */
export async function ensureUser(
  tx: Tx,
  input: { email: string; passwordHash: string | null; now: Date },
): Promise<string> {
  const { email, passwordHash, now } = input
  const row = { id: newId('user'), email, passwordHash, createdAt: now, updatedAt: now }
  const [made] = await tx.insert(users).values(row).onConflictDoNothing().returning({ id: users.id })
  if (made !== undefined) return made.id
  if (passwordHash !== null) {
    await tx
      .update(users)
      .set({ passwordHash, updatedAt: now })
      .where(and(eq(users.email, email), isNull(users.passwordHash)))
  }
  const [known] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
  if (known === undefined) throw new Error('A user whose e-mail is taken cannot be found')
  return known.id
}
