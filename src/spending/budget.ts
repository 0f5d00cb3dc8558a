import { and, eq, lt, sql } from 'drizzle-orm'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvent } from '../platform/events/index.ts'
import { newId } from '../platform/ids.ts'
import { tenantSettings } from '../tenancy/index.ts'
import { aiBudgetMonths, aiReservations } from './tables.ts'

/** Announced when what was spent reaches these shares of the month's budget, in percent. */
export const budgetSteps = [50, 80, 100] as const

/** Longer than any call: a reservation that is still there then belongs to a process that died in the middle. */
const reservationMs = 15 * 60_000

/** What a call under way may cost, set aside from the month's budget. */
export interface Reservation {
  readonly id: string
  readonly month: string
  readonly microUsd: bigint
}

export interface BudgetMonth {
  /** Calendar month of the tenant's time zone, e.g. `2026-11`. */
  readonly month: string
  /** Null: no limit. */
  readonly limitMicroUsd: bigint | null
  readonly spentMicroUsd: bigint
  readonly reservedMicroUsd: bigint
}

/**
 * Makes a paid call within the tenant's budget: sets aside the most it can cost, calls, and books what it did cost,
 * even when it failed. Calls beside each other cannot overspend together. If the process dies in between, what was set
 * aside counts as spent after a quarter of an hour: the provider may have charged for it.
 *
 * A call that costs nothing touches no budget. Never call it inside a transaction.
 *
 * @returns null, without calling, when the budget has no room
 */
export async function withinBudget<Result>(
  ctx: Ctx,
  estimateMicroUsd: number,
  call: () => Promise<{ readonly result: Result; readonly costMicroUsd: number }>,
): Promise<Result | null> {
  if (estimateMicroUsd === 0) return (await call()).result
  const reservation = await reserve(ctx, BigInt(Math.ceil(estimateMicroUsd)))
  if (reservation === null) return null
  let costMicroUsd = 0n
  try {
    const made = await call()
    costMicroUsd = BigInt(Math.ceil(made.costMicroUsd))
    return made.result
  } finally {
    await settle(ctx, reservation, costMicroUsd)
  }
}

/** Sets an amount aside; null when the month's budget has no room for it, which is announced as its last step. */
export async function reserve(ctx: Ctx, microUsd: bigint): Promise<Reservation | null> {
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const budget = await lockMonth(ctx, tx)
    const { month, limitMicroUsd, spentMicroUsd, reservedMicroUsd } = budget
    if (limitMicroUsd !== null && spentMicroUsd + reservedMicroUsd + microUsd > limitMicroUsd) {
      await warn(ctx, tx, budget, 100)
      return null
    }
    const reservation = { id: newId('aiReservation'), month, microUsd }
    const expiresAt = new Date(ctx.clock.now().getTime() + reservationMs)
    await tx.insert(aiReservations).values({ tenantId: ctx.tenantId, ...reservation, expiresAt })
    await book(ctx, tx, month, { spent: 0n, reserved: microUsd })
    return reservation
  })
}

/** Books what the call did cost in place of what was set aside, and announces the budget's steps that this reached. */
export async function settle(ctx: Ctx, reservation: Reservation, costMicroUsd: bigint): Promise<void> {
  await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const { month, microUsd } = reservation
    const before = await lockMonth(ctx, tx, month)
    const [open] = await tx
      .delete(aiReservations)
      .where(and(eq(aiReservations.tenantId, ctx.tenantId), eq(aiReservations.id, reservation.id)))
      .returning({ id: aiReservations.id })
    // Gone: it took so long that the whole of it was booked as spent.
    const change =
      open === undefined
        ? { spent: costMicroUsd - microUsd, reserved: 0n }
        : { spent: costMicroUsd, reserved: -microUsd }
    await book(ctx, tx, month, change)
    const { limitMicroUsd } = before
    const spentMicroUsd = before.spentMicroUsd + change.spent
    if (limitMicroUsd === null || limitMicroUsd === 0n) return
    const percent = Number((spentMicroUsd * 100n) / limitMicroUsd)
    const reached = budgetSteps.findLast((step) => percent >= step)
    if (reached !== undefined) await warn(ctx, tx, { ...before, spentMicroUsd }, reached)
  })
}

/** How the tenant stands this month; nothing is written. */
export async function readBudget(ctx: Ctx): Promise<BudgetMonth> {
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const settings = await tenantSettings(tx, ctx.tenantId)
    const month = monthOf(ctx.clock.now(), settings.timeZone)
    const [row] = await tx
      .select()
      .from(aiBudgetMonths)
      .where(and(eq(aiBudgetMonths.tenantId, ctx.tenantId), eq(aiBudgetMonths.id, month)))
    return {
      month,
      limitMicroUsd: settings.monthlyAiBudgetMicroUsd,
      spentMicroUsd: row?.spentMicroUsd ?? 0n,
      reservedMicroUsd: row?.reservedMicroUsd ?? 0n,
    }
  })
}

interface LockedMonth extends BudgetMonth {
  readonly warnedPercent: number
}

/** The month's row, made when it is new, locked until the end of the transaction, rid of reservations whose time is up. */
async function lockMonth(ctx: Ctx, tx: Tx, knownMonth: string | null = null): Promise<LockedMonth> {
  const settings = await tenantSettings(tx, ctx.tenantId)
  const now = ctx.clock.now()
  const month = knownMonth ?? monthOf(now, settings.timeZone)
  await tx.insert(aiBudgetMonths).values({ tenantId: ctx.tenantId, id: month }).onConflictDoNothing()
  const [row] = await tx
    .select()
    .from(aiBudgetMonths)
    .where(and(eq(aiBudgetMonths.tenantId, ctx.tenantId), eq(aiBudgetMonths.id, month)))
    .for('update')
  if (row === undefined) throw new Error('The month of a budget was not written.')
  const expired = await tx
    .delete(aiReservations)
    .where(
      and(
        eq(aiReservations.tenantId, ctx.tenantId),
        eq(aiReservations.month, month),
        lt(aiReservations.expiresAt, now),
      ),
    )
    .returning({ microUsd: aiReservations.microUsd })
  const lost = expired.reduce((sum, { microUsd }) => sum + microUsd, 0n)
  if (lost > 0n) await book(ctx, tx, month, { spent: lost, reserved: -lost })
  return {
    month,
    limitMicroUsd: settings.monthlyAiBudgetMicroUsd,
    spentMicroUsd: row.spentMicroUsd + lost,
    reservedMicroUsd: row.reservedMicroUsd - lost,
    warnedPercent: row.warnedPercent,
  }
}

async function book(ctx: Ctx, tx: Tx, month: string, change: { spent: bigint; reserved: bigint }): Promise<void> {
  await tx
    .update(aiBudgetMonths)
    .set({
      spentMicroUsd: sql`${aiBudgetMonths.spentMicroUsd} + ${change.spent}`,
      reservedMicroUsd: sql`${aiBudgetMonths.reservedMicroUsd} + ${change.reserved}`,
    })
    .where(and(eq(aiBudgetMonths.tenantId, ctx.tenantId), eq(aiBudgetMonths.id, month)))
}

/** Once a month and step; the caller holds the row's lock. */
async function warn(ctx: Ctx, tx: Tx, budget: LockedMonth, percent: number): Promise<void> {
  if (budget.warnedPercent >= percent) return
  await tx
    .update(aiBudgetMonths)
    .set({ warnedPercent: percent })
    .where(and(eq(aiBudgetMonths.tenantId, ctx.tenantId), eq(aiBudgetMonths.id, budget.month)))
  await appendEvent(tx, ctx, {
    type: 'ai.budget_reached',
    subjectId: ctx.tenantId,
    data: {
      percent,
      month: budget.month,
      spentMicroUsd: String(budget.spentMicroUsd),
      limitMicroUsd: String(budget.limitMicroUsd),
    },
  })
}

/** The calendar month of a time zone, e.g. `2026-11`. */
export function monthOf(now: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' }).formatToParts(now)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}`
}
