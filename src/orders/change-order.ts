import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { selectRows, updateRows } from '../platform/db/rows.ts'
import { send } from '../platform/db/statement.ts'
import { together } from '../platform/db/together.ts'
import { appendEvents, type NewEvent } from '../platform/events/index.ts'
import { isId } from '../platform/ids.ts'
import { notFound, versionConflict } from '../platform/refusals.ts'
import type { OrderEventType } from './events.ts'
import { claimedByOther, refusedFor, transitionRefused, type OrderResult } from './refusals.ts'
import { orders, type OrderRow } from './tables.ts'
import { availableTransitions, type OrderFacts, type OrderStatus } from './transitions.ts'

/** Which order, and the version that the caller has seen; null: whatever it is. */
export interface OrderCommand {
  readonly id: string
  readonly expectedVersion: number | null
}

/**
 * Runs a member's command on an order in one transaction: the order is locked, and given to `run` when it is there,
 * has the expected version, and nobody else holds its review claim.
 */
export async function commandOrder(
  ctx: Ctx,
  command: OrderCommand,
  run: (tx: Tx, order: OrderRow) => Promise<OrderResult>,
): Promise<OrderResult> {
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const order = await lockOrder(tx, ctx.tenantId, command.id)
    if (order === null) return { ok: false, orderId: null, errors: [notFound()] }
    if (command.expectedVersion !== null && command.expectedVersion !== order.version) {
      return refusedFor(order, versionConflict(order.version))
    }
    const claim = activeClaim(ctx, order)
    if (claim !== null && !claim.isOwn) return refusedFor(order, claimedByOther(claim.expiresAt))
    return run(tx, order)
  })
}

/** The order, kept from every other writer until the transaction ends; null when it is not there. */
export async function lockOrder(tx: Tx, tenantId: string, id: string): Promise<OrderRow | null> {
  if (!isId('order', id)) return null
  const [order] = await send(tx, lockedOrder.with({ tenantId, id }))
  return order ?? null
}

/** The order as it is; null when it is not there. */
export async function readOrder(tx: Tx, tenantId: string, id: string): Promise<OrderRow | null> {
  const [order] = await send(tx, orderOf.with({ tenantId, id }))
  return order ?? null
}

const isMeant = 'where tenant_id = $tenantId and id = $id'
const orderOf = selectRows<{ tenantId: string; id: string }, typeof orders>(orders, 'readOrder', isMeant)
const lockedOrder = selectRows<{ tenantId: string; id: string }, typeof orders>(
  orders,
  'lockOrder',
  `${isMeant} for update`,
)

export type OrderChange = Partial<
  Omit<OrderRow, 'tenantId' | 'id' | 'number' | 'version' | 'updatedAt' | 'createdAt' | 'createdByKind' | 'createdById'>
>

/**
 * The one way in which an order changes: raises the version and announces the change, if there is something to tell,
 * in the same transaction. The update names the version that was loaded, so a change that was decided on another state
 * of the order can never be written.
 *
 * @param order as locked, or as the last change left it
 */
export async function changeOrder(
  ctx: Ctx,
  tx: Tx,
  order: OrderRow,
  change: OrderChange,
  event: OrderStep['event'],
): Promise<OrderRow> {
  return changeOrderBy(ctx, tx, order, [{ change, event }])
}

export interface OrderStep {
  readonly change: OrderChange
  /** Null when there is nothing to tell. */
  readonly event: { readonly type: OrderEventType; readonly data?: Readonly<Record<string, unknown>> } | null
}

/** The same for changes that follow each other: each raises the version and is announced, but they are written together. */
export async function changeOrderBy(ctx: Ctx, tx: Tx, order: OrderRow, steps: readonly OrderStep[]): Promise<OrderRow> {
  let state = order
  const told: NewEvent[] = []
  for (const { change, event } of steps) {
    state = { ...state, ...change, version: state.version + 1 }
    if (event !== null) told.push(eventOn(state, event.type, event.data))
  }
  const change = Object.assign({}, ...steps.map((step) => step.change)) as OrderChange
  const set = { ...change, version: state.version, updatedAt: ctx.clock.now() }
  const asLocked = { tenantId: ctx.tenantId, id: order.id, version: order.version }
  const [[changed]] = await together([
    send(tx, updateRows(orders, 'changeOrder', set, asLocked)),
    appendEvents(tx, ctx, told),
  ])
  if (changed === undefined) throw new Error('An order was changed without being locked.')
  return changed
}

/** The event of a change, with the state in which it leaves the order. */
export function eventOn(
  order: Pick<OrderRow, 'id' | 'number' | 'status' | 'version' | 'conversationId'>,
  type: OrderEventType,
  data: Readonly<Record<string, unknown>> = {},
): NewEvent & { readonly type: OrderEventType } {
  const { number, status, version } = order
  return {
    type,
    subjectId: order.id,
    conversationId: order.conversationId,
    data: { number, status, version, ...data },
  }
}

const eventOf: Partial<Record<OrderStatus, OrderEventType>> = {
  REVIEW: 'order.review_requested',
  CONFIRMED: 'order.confirmed',
  REJECTED: 'order.rejected',
  CANCELLED: 'order.cancelled',
}

/** Which event tells that an order took this status. */
export function eventOfMove(to: OrderStatus): OrderEventType {
  return eventOf[to] ?? 'order.status_changed'
}

/**
 * What has to change for an order to take another status, when the table of transitions has that step, else null. What
 * hangs on a status (the claim, when review began, who confirmed) is kept in step here and nowhere else.
 */
export function moveTo(ctx: Ctx, order: OrderFacts, to: OrderStatus): OrderChange | null {
  if (!availableTransitions(order).includes(to)) return null
  const now = ctx.clock.now()
  const confirmed = { confirmedAt: now, confirmedByKind: ctx.actor.kind, confirmedById: ctx.actor.id }
  return {
    ...noClaim,
    ...(to === 'CONFIRMED' ? confirmed : {}),
    reviewRequestedAt: to === 'REVIEW' ? now : null,
    status: to,
  }
}

/** The step that gives the order another status; null when the table has none. */
export function stepTo(ctx: Ctx, order: OrderRow, to: OrderStatus, change: OrderChange = {}): OrderStep | null {
  const move = moveTo(ctx, order, to)
  if (move === null) return null
  return { change: { ...change, ...move }, event: { type: eventOfMove(to), data: { from: order.status } } }
}

/** Gives the order another status: the order as it then is, or null when the table has no such step. */
export async function moveOrder(
  ctx: Ctx,
  tx: Tx,
  order: OrderRow,
  to: OrderStatus,
  change: OrderChange = {},
): Promise<OrderRow | null> {
  const step = stepTo(ctx, order, to, change)
  return step === null ? null : changeOrderBy(ctx, tx, order, [step])
}

/** A command that is a move, and what follows from it: `also` gets the order as it was. */
export async function commandMove(
  ctx: Ctx,
  command: OrderCommand,
  to: OrderStatus,
  change: OrderChange = {},
  also: (tx: Tx, order: OrderRow) => Promise<void> = async () => {},
): Promise<OrderResult> {
  return commandOrder(ctx, command, async (tx, order) => {
    const moved = await moveOrder(ctx, tx, order, to, change)
    if (moved === null) return refusedFor(order, transitionRefused(order, to))
    await also(tx, order)
    return { ok: true, orderId: moved.id }
  })
}

export const noClaim = { claimedByKind: null, claimedById: null, claimExpiresAt: null } as const

/** Who has the order under review at this moment; null when nobody has, or the claim has run out. */
export function activeClaim(ctx: Ctx, order: OrderRow): { readonly isOwn: boolean; readonly expiresAt: Date } | null {
  if (order.claimExpiresAt === null || order.claimExpiresAt <= ctx.clock.now()) return null
  const isOwn = order.claimedByKind === ctx.actor.kind && order.claimedById === ctx.actor.id
  return { isOwn, expiresAt: order.claimExpiresAt }
}
