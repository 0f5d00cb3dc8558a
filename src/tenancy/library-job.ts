import { z } from 'zod'
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
