import { z } from 'zod'

/** What this domain announces in the event log; the subject is the customer. */
export const customerEvents = {
  'customer.created': z.object({}),
  'customer.updated': z.object({ fields: z.array(z.string()) }),
  /** An address went from one customer to another, because the provider named both as one person. */
  'customer.identity_moved': z.object({ identityId: z.string(), fromCustomerId: z.string() }),
  /** Something known of them was written down, changed or erased. */
  'customer.facts_changed': z.object({ factId: z.string() }),
} as const
