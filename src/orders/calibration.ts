import { createHash } from 'node:crypto'
import { and, desc, eq, gte, isNotNull, lt, sql } from 'drizzle-orm'
import {
  calibrationError,
  curveOf,
  mostWrong,
  thresholdFor,
  type CurvePoint,
  type Outcome,
} from '../assistant/index.ts'
import type * as gql from '../generated/schema.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queryRows } from '../platform/db/query.ts'
import { ApiError } from '../platform/errors.ts'
import { confidenceThreshold, setDerivedThreshold, tenantSettings } from '../tenancy/index.ts'
import { checkPeriod } from './period.ts'
import { orders, type OrderRow } from './tables.ts'

/** The latest so many say how right the assistant is now; older ones how it was. */
const mostOutcomes = 2_000

/** Whether these messages are one of the share that a person looks at in any case: the same ones on every run. */
export function isSample(messageIds: readonly string[], share: number): boolean {
  if (share === 0) return false
  const digest = createHash('sha256').update(messageIds.join(' ')).digest()
  return digest.readUInt32BE(0) / 2 ** 32 < share
}

/** A person confirmed an order: what that says of the threshold, in the same transaction. */
export async function calibrateAfter(ctx: Ctx, tx: Tx, order: OrderRow): Promise<void> {
  if (order.clearConfidence !== null) await calibrate(ctx, tx)
}

/** Finds the threshold that meets the tenant's target by its latest reviews. Without a target there is nothing to find. */
export async function calibrate(ctx: Ctx, tx: Tx): Promise<void> {
  const { aiTargetErrorRate } = await tenantSettings(tx, ctx.tenantId)
  if (aiTargetErrorRate === null) return
  await setDerivedThreshold(tx, ctx.tenantId, thresholdFor(await outcomes(ctx, tx), aiTargetErrorRate))
}

/** What persons made of the latest orders that only their confidence spoke about, newest first. */
async function outcomes(ctx: Ctx, tx: Tx): Promise<Outcome[]> {
  const rows = await tx
    .select({ confidence: orders.clearConfidence, correctedAt: orders.correctedAt })
    .from(orders)
    .where(
      and(
        eq(orders.tenantId, ctx.tenantId),
        isNotNull(orders.clearConfidence),
        sql`${orders.confirmedByKind} <> 'ASSISTANT'`,
      ),
    )
    .orderBy(desc(orders.confirmedAt))
    .limit(mostOutcomes)
  return rows.map(({ confidence, correctedAt }) => ({ confidence: confidence ?? 0, wasRight: correctedAt === null }))
}

export interface Calibration {
  readonly orders: number
  readonly rightOrders: number
  readonly expectedCalibrationError: number | null
  readonly curve: readonly CurvePoint[]
  readonly threshold: number
  readonly isDerived: boolean
}

/** How confidence and truth go together in the tenant's own reviews. */
export async function readCalibration(ctx: Ctx): Promise<Calibration> {
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const known = await outcomes(ctx, tx)
    const settings = await tenantSettings(tx, ctx.tenantId)
    const curve = curveOf(known)
    return {
      orders: known.length,
      rightOrders: known.filter(({ wasRight }) => wasRight).length,
      expectedCalibrationError: calibrationError(curve),
      curve,
      threshold: confidenceThreshold(settings),
      isDerived: settings.aiTargetErrorRate !== null && settings.aiDerivedThreshold !== null,
    }
  })
}

interface Counted {
  readonly orders: number
  readonly alone: number
  readonly aloneThen: number
}

export interface ThresholdPreview {
  /** Null when no threshold can be shown to meet the target. */
  readonly threshold: number | null
  readonly orders: number
  readonly confirmedAlone: number
  readonly reviewed: number
  readonly confirmedAloneThen: number
  readonly reviewedThen: number
  readonly knownErrors: number
  readonly errorRateAtMost: number | null
}

/**
 * What another threshold, or another target, would have done to the orders of a time.
 * @throws ApiError BAD_USER_INPUT unless one of threshold and target is given, within bounds, and the time is at most a year
 */
export async function previewThreshold(ctx: Ctx, args: gql.QueryThresholdPreviewArgs): Promise<ThresholdPreview> {
  const { from, to, threshold = null, targetErrorRate: target = null } = args
  checkPeriod({ from, to })
  if ((threshold === null) === (target === null)) throw new ApiError('BAD_USER_INPUT', 'Give a threshold or a target.')
  if (threshold !== null && !(threshold >= 0 && threshold <= 1)) {
    throw new ApiError('BAD_USER_INPUT', 'The threshold lies between 0 and 1.')
  }
  if (target !== null && !(target > 0 && target <= 0.5)) {
    throw new ApiError('BAD_USER_INPUT', 'The target lies above 0 and is at most 0.5.')
  }
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const known = await outcomes(ctx, tx)
    const found = target === null ? threshold : thresholdFor(known, target)
    const [counted = { orders: 0, alone: 0, aloneThen: 0 }] = await queryRows<Counted>(
      tx,
      sql`/* previewThreshold */
      select count(*)::int orders, (count(*) filter (where clear_confidence >= ${found ?? 2}))::int alone,
        (count(*) filter (where confirmed_by_kind = 'ASSISTANT'))::int "aloneThen"
      from ${orders}
      where ${and(
        eq(orders.tenantId, ctx.tenantId),
        gte(orders.createdAt, new Date(from)),
        lt(orders.createdAt, new Date(to)),
        eq(orders.source, 'CONVERSATION'),
      )}`,
    )
    const above = known.filter(({ confidence }) => found !== null && confidence >= found)
    const knownErrors = above.filter(({ wasRight }) => !wasRight).length
    return {
      threshold: found,
      orders: counted.orders,
      confirmedAlone: counted.alone,
      reviewed: counted.orders - counted.alone,
      confirmedAloneThen: counted.aloneThen,
      reviewedThen: counted.orders - counted.aloneThen,
      knownErrors,
      errorRateAtMost: above.length === 0 ? null : mostWrong(knownErrors, above.length),
    }
  })
}
