import { and, eq, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../platform/db/database.ts'
import type { JobKind } from '../platform/jobs/jobs.ts'
import { tenants, type TenantRow } from './tables.ts'

/** The confidence that an order must reach to be confirmed without a person. */
export function confidenceThreshold(
  tenant: Pick<TenantRow, 'aiConfidenceThreshold' | 'aiTargetErrorRate' | 'aiDerivedThreshold'>,
): number {
  return tenant.aiTargetErrorRate === null
    ? tenant.aiConfidenceThreshold
    : (tenant.aiDerivedThreshold ?? tenant.aiConfidenceThreshold)
}

/** The same as an SQL expression. */
export function effectiveThreshold(tenant: typeof tenants): SQL {
  return sql`case when ${tenant.aiTargetErrorRate} is null then ${tenant.aiConfidenceThreshold}
    else coalesce(${tenant.aiDerivedThreshold}, ${tenant.aiConfidenceThreshold}) end`
}

/** What the tenant with this id asks, as an SQL expression. */
export function thresholdOf(tenantId: SQL): SQL {
  return sql`(select ${effectiveThreshold(tenants)} from ${tenants} where ${tenants.id} = ${tenantId})`
}

/** Writes down which threshold meets the target by the tenant's reviews; no change of the tenant's own settings. */
export async function setDerivedThreshold(tx: Tx, tenantId: string, threshold: number | null): Promise<void> {
  await tx
    .update(tenants)
    .set({ aiDerivedThreshold: threshold })
    .where(and(eq(tenants.id, tenantId), sql`${tenants.aiDerivedThreshold} is distinct from ${threshold}`))
}

const calibrateData = z.object({ tenantId: z.string() })
export type Calibrate = z.infer<typeof calibrateData>

/** The target was changed: the threshold has to be found anew. Handled by the domain that knows the reviews. */
export const calibrateJob: JobKind<Calibrate> = { name: 'tenant.calibrate', schema: calibrateData, order: 'none' }
