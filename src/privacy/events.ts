import { z } from 'zod'
import { piiFindingStates } from '../conversations/index.ts'

/** What this domain announces in the event log. */
export const privacyEvents = {
  /** The subject is the finding. */
  'privacy.finding_reviewed': z.object({ state: z.enum(piiFindingStates) }),
  /** The subject is the rule. */
  'privacy.rule_changed': z.object({ change: z.enum(['CREATED', 'UPDATED', 'ARCHIVED']) }),
} as const
