import { and, count, desc, eq, gt, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import { authorise } from '../platform/auth/permissions.ts'
import { cleanText } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { violatedConstraint } from '../platform/db/faults.ts'
import { hasRow } from '../platform/db/has-row.ts'
import { withIdempotency } from '../platform/db/idempotency.ts'
import { appendEvent } from '../platform/events/index.ts'
import { isId, newId } from '../platform/ids.ts'
import { invalidInput, notFound, refusal } from '../platform/refusals.ts'
import { asSeen, parseInput, refused, type Result } from '../platform/results.ts'
import { customerFacts, customers } from './tables.ts'

const mostFacts = 100
/** So many are told to models. */
const mostTold = 20

const factText = z
  .string()
  .transform((text) => cleanText(text).trim())
  .refine((text) => text.length >= 1 && text.length <= 500, { error: 'A fact has 1 to 500 characters.' })
const validUntil = z.coerce.date().nullish()
const addSchema = z.strictObject({ customerId: z.string(), text: factText, validUntil })
const updateSchema = z.strictObject({
  text: factText.optional(),
  validUntil,
  accept: z.literal(true, { error: 'A fact that nobody believes is erased.' }).nullish(),
})

/** Writes down what a person knows of a customer. */
export async function addFact(
  ctx: Ctx,
  input: unknown,
  idempotencyKey: string | null,
): Promise<Result<{ factId: string }>> {
  authorise(ctx.actor, 'customers:write')
  const parsed = parseInput(addSchema, input, ['input'])
  if (!parsed.ok) return parsed
  const { customerId, ...fact } = parsed.value
  return unlessKnown(() =>
    ctx.db.withTenant(ctx.tenantId, (tx) =>
      withIdempotency(ctx, tx, { operation: 'customerFactAdd', key: idempotencyKey, input }, async () => {
        if (!(await hasRow(ctx, tx, customers, 'customer', customerId)))
          return refused(notFound(['input', 'customerId']))
        const [there] = await tx.select({ facts: count() }).from(customerFacts).where(ofCustomer(ctx, customerId))
        if ((there?.facts ?? 0) >= mostFacts) {
          return refused(invalidInput(`A customer has at most ${mostFacts} facts.`, ['input', 'customerId']))
        }
        const factId = newId('customerFact')
        await tx.insert(customerFacts).values({
          ...newFact(ctx, customerId, factId),
          ...fact,
          state: 'ACCEPTED',
        })
        await announce(ctx, tx, customerId, factId)
        return { ok: true as const, factId }
      }),
    ),
  )
}

/** Changes a fact or accepts a proposed one; an absent field stays. */
export async function updateFact(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion: number | null,
): Promise<Result<{ factId: string }>> {
  authorise(ctx.actor, 'customers:write')
  const parsed = parseInput(updateSchema, input, ['input'])
  if (!parsed.ok) return parsed
  if (!isId('customerFact', id)) return refused(notFound(['id']))
  const { accept, ...changes } = parsed.value
  return unlessKnown(() =>
    ctx.db.withTenant(ctx.tenantId, async (tx) => {
      const mine = and(eq(customerFacts.tenantId, ctx.tenantId), eq(customerFacts.id, id))
      const seen = asSeen(await tx.select().from(customerFacts).where(mine).for('update'), expectedVersion)
      if (!seen.ok) return seen
      const { customerId, version } = seen.row
      // Who rewrites it stands behind it.
      const isAccepted = accept === true || changes.text !== undefined
      const set = { ...changes, ...(isAccepted ? { state: 'ACCEPTED' as const } : {}) }
      await tx
        .update(customerFacts)
        .set({ ...set, version: version + 1, updatedAt: ctx.clock.now() })
        .where(mine)
      await announce(ctx, tx, customerId, id)
      return { ok: true, factId: id }
    }),
  )
}

/** Erases a fact for good. */
export async function eraseFact(ctx: Ctx, id: string): Promise<Result<{ erasedId: string }>> {
  authorise(ctx.actor, 'customers:write')
  if (!isId('customerFact', id)) return refused(notFound(['id']))
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const [erased] = await tx
      .delete(customerFacts)
      .where(and(eq(customerFacts.tenantId, ctx.tenantId), eq(customerFacts.id, id)))
      .returning({ customerId: customerFacts.customerId })
    if (erased === undefined) return refused(notFound(['id']))
    await announce(ctx, tx, erased.customerId, id)
    return { ok: true, erasedId: id }
  })
}

/**
 * Proposes what a customer said of themselves, in the transaction that reads their message; what is known already is not
 * proposed again.
 */
export async function proposeFacts(
  ctx: Ctx,
  tx: Tx,
  customerId: string,
  said: readonly { readonly messageId: string; readonly text: string }[],
): Promise<void> {
  for (const { messageId, text } of said) {
    const factId = newId('customerFact')
    const added = await tx
      .insert(customerFacts)
      .values({ ...newFact(ctx, customerId, factId), text, messageId, state: 'PROPOSED' })
      .onConflictDoNothing()
      .returning({ id: customerFacts.id })
    if (added.length > 0) await announce(ctx, tx, customerId, factId)
  }
}

/** What people stand behind and still holds, newest first: what models are told of a customer. */
export async function factsOf(ctx: Ctx, tx: Tx, customerId: string): Promise<string[]> {
  const now = ctx.clock.now()
  const rows = await tx
    .select({ text: customerFacts.text })
    .from(customerFacts)
    .where(
      and(
        ofCustomer(ctx, customerId),
        eq(customerFacts.state, 'ACCEPTED'),
        or(isNull(customerFacts.validUntil), gt(customerFacts.validUntil, now)),
      ),
    )
    .orderBy(desc(customerFacts.createdAt), desc(customerFacts.id))
    .limit(mostTold)
  return rows.map(({ text }) => text)
}

function ofCustomer(ctx: Ctx, customerId: string) {
  return and(eq(customerFacts.tenantId, ctx.tenantId), eq(customerFacts.customerId, customerId))
}

function newFact(ctx: Ctx, customerId: string, id: string) {
  const now = ctx.clock.now()
  const { kind: createdByKind, id: createdById } = ctx.actor
  return { tenantId: ctx.tenantId, id, customerId, createdByKind, createdById, createdAt: now, updatedAt: now }
}

/** Never the words: the log outlives them. */
async function announce(ctx: Ctx, tx: Tx, customerId: string, factId: string): Promise<void> {
  await appendEvent(tx, ctx, { type: 'customer.facts_changed', subjectId: customerId, data: { factId } })
}

async function unlessKnown<Done extends object>(run: () => Promise<Result<Done>>): Promise<Result<Done>> {
  try {
    return await run()
  } catch (error) {
    if (violatedConstraint(error) !== 'customer_facts_text_key') throw error
    return refused(refusal('ALREADY_EXISTS', 'This is known already.', ['input', 'text']))
  }
}
