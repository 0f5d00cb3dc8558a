import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { violatedConstraint } from '../platform/db/faults.ts'
import { appendEvent } from '../platform/events/index.ts'
import { notFound, refusal, versionConflict } from '../platform/refusals.ts'
import { parseInput, refused, type Result } from '../platform/results.ts'
import { customers } from './tables.ts'

export interface UpdateCustomer {
  readonly id: string
  readonly expectedVersion?: number | null | undefined
  /** An absent field stays, null clears. */
  readonly input: {
    readonly name?: string | null | undefined
    readonly code?: string | null | undefined
    readonly language?: string | null | undefined
    readonly note?: string | null | undefined
  }
}

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'Give at least one character, or null to clear it.' })
    .max(longest, { error: `At most ${longest} characters.` })
    .nullish()

const inputSchema = z.object({
  name: line(200),
  code: line(64),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, { error: 'A language is an ISO 639-1 code of two small letters, such as «es».' })
    .nullish(),
  note: z.string().max(2000, { error: 'At most 2,000 characters.' }).nullish(),
})

/** Changes plain attributes of a customer. */
export async function updateCustomer(
  ctx: Ctx,
  { id, input, expectedVersion }: UpdateCustomer,
): Promise<Result<{ customerId: string }>> {
  authorise(ctx.actor, 'customers:write')
  const parsed = parseInput(inputSchema, input, ['input'])
  if (!parsed.ok) return parsed
  const changes = Object.fromEntries(Object.entries(parsed.value).filter(([, value]) => value !== undefined))
  try {
    return await ctx.db.withTenant(ctx.tenantId, async (tx) => {
      const mine = and(eq(customers.tenantId, ctx.tenantId), eq(customers.id, id))
      const [changed] = await tx
        .update(customers)
        .set({ ...changes, version: sql`${customers.version} + 1`, updatedAt: ctx.clock.now() })
        .where(and(mine, expectedVersion == null ? undefined : eq(customers.version, expectedVersion)))
        .returning({ id: customers.id })
      if (changed === undefined) {
        const [current] = await tx.select({ version: customers.version }).from(customers).where(mine)
        return refused(current === undefined ? notFound(['id']) : versionConflict(current.version))
      }
      await appendEvent(tx, ctx, { type: 'customer.updated', subjectId: id, data: { fields: Object.keys(changes) } })
      return { ok: true, customerId: id }
    })
  } catch (error) {
    if (violatedConstraint(error) !== 'customers_code_key') throw error
    return refused(refusal('ALREADY_EXISTS', 'Another customer has this code.', ['input', 'code']))
  }
}
