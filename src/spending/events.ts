import { z } from 'zod'

/** What this domain announces in the event log. */
export const spendingEvents = {
  /** A step of the month's budget was reached; the subject is the tenant. Amounts in micro-USD, as text. */
  'ai.budget_reached': z.object({
    percent: z.number(),
    month: z.string(),
    spentMicroUsd: z.string(),
    limitMicroUsd: z.string(),
  }),
} as const
