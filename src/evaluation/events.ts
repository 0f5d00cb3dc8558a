import { z } from 'zod'

/** What this domain announces: the subject is the run. */
export const evaluationEvents = {
  /** Some more examples were read, or the last one. */
  'evaluation.progressed': z.object({
    state: z.enum(['RUNNING', 'DONE', 'FAILED']),
    doneCount: z.number().int(),
    exampleCount: z.number().int(),
  }),
} as const
