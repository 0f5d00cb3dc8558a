import { z } from 'zod'
import type { JobData, JobKind } from '../../platform/jobs/jobs.ts'

export interface ShadowRead extends JobData {
  readonly agentId: string
  readonly orderId: string
  readonly messageIds: readonly string[]
}

/** Lets an agent that runs beside read what the live one made an order of; the handler knows orders. */
export const shadowReadJob = {
  name: 'agent.shadow',
  schema: z.object({
    tenantId: z.string(),
    agentId: z.string(),
    orderId: z.string(),
    messageIds: z.array(z.string()).min(1),
  }),
  order: 'none',
  // Nobody waits for it.
  retries: 1,
  timeoutMs: 60_000,
} as const satisfies JobKind<ShadowRead>
