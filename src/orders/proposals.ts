import { and, eq } from 'drizzle-orm'
import type { ReviewReason } from '../assistant/index.ts'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { together } from '../platform/db/together.ts'
import { appendEvent } from '../platform/events/index.ts'
import { isId, newId } from '../platform/ids.ts'
import { invalidInput, notFound, versionConflict, type Refusal } from '../platform/refusals.ts'
import { refused, type Refused } from '../platform/results.ts'
import { changeOrder, eventOn, lockOrder, moveOrder } from './change-order.ts'
import { productsOf, recordMessages } from './draft.ts'
import { readLines, replaceLines, summaryOf, type LineRecord } from './lines/line-record.ts'
import { linesFromReading, storableSpan, type DraftLine } from './lines/lines-from-reading.ts'
import { notEditable, transitionRefused } from './refusals.ts'
import {
  orderChangeProposals,
  type LineSpan,
  type OrderChangeKind,
  type OrderChangeProposalRow,
  type OrderRow,
  type ProposedLine,
} from './tables.ts'

export interface ProposeChange {
  readonly orderId: string
  /** As the order was when the messages were read. */
  readonly expectedVersion: number
  readonly kind: OrderChangeKind
  /** All lines that the order is to have; those it has so far when it is to be cancelled. */
  readonly lines: readonly DraftLine[]
  readonly reasons: readonly ReviewReason[]
  /** What the customer wrote. */
  readonly words: readonly LineSpan[]
  readonly sourceMessageIds: readonly string[]
}

/**
 * Keeps what a customer wants changed of a confirmed order until a person decides: the order stays as it is. Runs in
 * the caller's transaction. Refuses when the order is not confirmed any more, or has another version by now.
 */
export async function proposeChange(
  ctx: Ctx,
  tx: Tx,
  input: ProposeChange,
): Promise<{ readonly ok: true; readonly proposalId: string; readonly order: OrderRow } | Refused> {
  const [order, current, products] = await together([
    lockOrder(tx, ctx.tenantId, input.orderId),
    readLines(tx, ctx.tenantId, input.orderId),
    productsOf(ctx, tx, input),
  ])
  if (order === null) return refused(notFound(['orderId']))
  if (order.version !== input.expectedVersion) return refused(versionConflict(order.version))
  if (order.status !== 'CONFIRMED') return refused(notEditable(order))
  const read = linesFromReading(input.lines, input.reasons, products, current, order.currency)
  const now = ctx.clock.now()
  const proposalId = newId('orderChangeProposal')
  await together([
    tx.insert(orderChangeProposals).values({
      tenantId: ctx.tenantId,
      id: proposalId,
      orderId: order.id,
      orderVersion: order.version,
      kind: input.kind,
      state: 'OPEN',
      lines: read.lines.map((line) => proposed(line, current, order.currency)),
      reviewReasons: read.reasons,
      words: input.words.map(storableSpan),
      createdAt: now,
      updatedAt: now,
    }),
    recordMessages(ctx, tx, order.id, input.sourceMessageIds),
    appendEvent(tx, ctx, eventOn(order, 'order.change_proposed', { proposalId })),
  ])
  return { ok: true, proposalId, order }
}

/** What a verb over a proposal answers. */
export type ProposalResult =
  | { readonly ok: true; readonly proposalId: string }
  | { readonly ok: false; readonly proposalId: string | null; readonly errors: readonly Refusal[] }

export interface DecideProposal {
  readonly id: string
  /** The proposal's version that the caller has seen; null: whatever it is. */
  readonly expectedVersion: number | null
}

/**
 * Gives a confirmed order the proposed lines, or cancels it, in one transaction. The order must be as it was when the
 * proposal was made: what was decided on another state of it can never be written.
 */
export async function acceptProposal(ctx: Ctx, command: DecideProposal): Promise<ProposalResult> {
  authorise(ctx.actor, 'orders:confirm')
  return decide(ctx, command, 'ACCEPTED', async (tx, order, proposal) => {
    if (order.status !== 'CONFIRMED') return notEditable(order)
    if (order.version !== proposal.orderVersion) return { ...versionConflict(order.version), path: ['id'] }
    if (proposal.kind === 'CANCEL') {
      const closedReason = 'The customer cancelled it.'
      const moved = await moveOrder(ctx, tx, order, 'CANCELLED', { closedReason })
      return moved ?? transitionRefused(order, 'CANCELLED')
    }
    const lines = proposal.lines.map(lineRecord)
    const { isComplete, totalMinor } = summaryOf(lines)
    if (!isComplete)
      return invalidInput('Every line of a confirmed order needs a product; this one leaves some without.', ['id'])
    await replaceLines(ctx, tx, order, lines)
    return changeOrder(ctx, tx, order, { isComplete, totalMinor }, { type: 'order.edited' })
  })
}

/** Leaves the order as it is, for good. */
export async function rejectProposal(ctx: Ctx, command: DecideProposal): Promise<ProposalResult> {
  authorise(ctx.actor, 'orders:confirm')
  return decide(ctx, command, 'REJECTED', async (_tx, order) => order)
}

/** The order is locked before its proposal, as everywhere: whoever changes it and whoever decides wait for each other. */
async function decide(
  ctx: Ctx,
  { id, expectedVersion }: DecideProposal,
  state: 'ACCEPTED' | 'REJECTED',
  carryOut: (tx: Tx, order: OrderRow, proposal: OrderChangeProposalRow) => Promise<OrderRow | Refusal>,
): Promise<ProposalResult> {
  if (!isId('orderChangeProposal', id)) return { ok: false, proposalId: null, errors: [notFound()] }
  const isThis = and(eq(orderChangeProposals.tenantId, ctx.tenantId), eq(orderChangeProposals.id, id))
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const [found] = await tx.select({ orderId: orderChangeProposals.orderId }).from(orderChangeProposals).where(isThis)
    if (found === undefined) return { ok: false, proposalId: null, errors: [notFound()] }
    const [order, [proposal]] = await together([
      lockOrder(tx, ctx.tenantId, found.orderId),
      tx.select().from(orderChangeProposals).where(isThis).for('update'),
    ])
    if (order === null || proposal === undefined) throw new Error('A proposal is gone while its order is locked.')
    const refuse = (error: Refusal): ProposalResult => ({ ok: false, proposalId: id, errors: [error] })
    if (expectedVersion !== null && proposal.version !== expectedVersion)
      return refuse(versionConflict(proposal.version))
    if (proposal.state !== 'OPEN') return refuse(invalidInput(`It is ${proposal.state} already.`, ['id']))
    const left = await carryOut(tx, order, proposal)
    if ('__typename' in left) return refuse(left)
    const now = ctx.clock.now()
    const decided = { decidedAt: now, decidedByKind: ctx.actor.kind, decidedById: ctx.actor.id, updatedAt: now }
    await together([
      tx
        .update(orderChangeProposals)
        .set({ ...decided, state, version: proposal.version + 1 })
        .where(and(isThis, eq(orderChangeProposals.state, 'OPEN'))),
      appendEvent(tx, ctx, eventOn(left, 'order.change_decided', { proposalId: id, state })),
    ])
    return { ok: true, proposalId: id }
  })
}

function proposed(line: LineRecord, current: readonly LineRecord[], currency: string): ProposedLine {
  const { unitPriceMinor, totalMinor, ...rest } = line
  return {
    ...rest,
    lineId: current.some(({ id }) => id === line.id) ? line.id : null,
    currency,
    unitPriceMinor: unitPriceMinor?.toString() ?? null,
    totalMinor: totalMinor?.toString() ?? null,
  }
}

function lineRecord({
  lineId: _lineId,
  currency: _currency,
  unitPriceMinor,
  totalMinor,
  ...line
}: ProposedLine): LineRecord {
  return {
    ...line,
    unitPriceMinor: unitPriceMinor === null ? null : BigInt(unitPriceMinor),
    totalMinor: totalMinor === null ? null : BigInt(totalMinor),
  }
}
