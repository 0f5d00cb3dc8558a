import { z } from 'zod'

/** What this domain announces in the event log. */
export const assistantEvents = {
  /** A step of the month's budget was reached; the subject is the tenant. Amounts in micro-USD, as text. */
  'ai.budget_reached': z.object({
    percent: z.number(),
    month: z.string(),
    spentMicroUsd: z.string(),
    limitMicroUsd: z.string(),
  }),
  /** Other versions of a prompt are used from now on; the subject is the prompt. No versions: Parley's own words. */
  'ai.prompt_released': z.object({
    number: z.number(),
    isRollback: z.boolean(),
    shares: z.array(z.object({ version: z.number(), weight: z.number() })),
  }),
} as const

export type AssistantEventName = keyof typeof assistantEvents
