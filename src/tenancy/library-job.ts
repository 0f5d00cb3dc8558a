import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../platform/db/database.ts'
import type { JobData, JobKind } from '../platform/jobs/jobs.ts'

/**
 * Brings a tenant's copies of the global documents up to date; one at a time for each tenant. The handler lives with the
 * knowledge base; the kind here, because a new tenant needs one.
 */
export const copyLibraryJob = {
  name: 'knowledge.library',
  schema: z.object({ tenantId: z.string() }),
  order: 'key',
  retries: 6,
} as const satisfies JobKind<JobData>

/**
 * The lock between who changes the library and who makes a tenant, each before its own rows: the change then either asks
 * for the new tenant too, or is there already when the new tenant's own job looks.
 */
export async function shareLibraryLock(tx: Tx): Promise<void> {
  await tx.execute(sql`/* shareLibraryLock */ select pg_advisory_xact_lock_shared(hashtextextended('library', 0))`)
}

/** The lock alone: waits for tenants that are being made. */
export async function takeLibraryLock(tx: Tx): Promise<void> {
  await tx.execute(sql`/* takeLibraryLock */ select pg_advisory_xact_lock(hashtextextended('library', 0))`)
}
