import { z } from 'zod'

/** What this domain announces in the event log. */
export const assistantEvents = {
  /** The assistant does nothing by itself any more, for this reason; the subject is the tenant. */
  'ai.stopped': z.object({ reason: z.string() }),
  /** The assistant works again. */
  'ai.resumed': z.object({}),
  /** An agent was set up, changed or switched; the subject is the agent. */
  'ai.agent_changed': z.object({}),
  /** Other versions of a prompt are used from now on; the subject is the prompt. No versions: Parley's own words. */
  'ai.prompt_released': z.object({
    number: z.number(),
    isRollback: z.boolean(),
    shares: z.array(z.object({ version: z.number(), weight: z.number() })),
  }),
} as const

export type AssistantEventName = keyof typeof assistantEvents
