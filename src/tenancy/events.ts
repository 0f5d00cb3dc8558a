import { z } from 'zod'
import { allPermissions, roles } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvent } from '../platform/events/append.ts'

const nothing = z.object({})
const person = z.object({ userId: z.string() })
const rights = person.extend({ role: z.enum(roles) })

/** What this domain announces in the event log. */
export const tenancyEvents = {
  /** The subject is the tenant. */
  'tenant.created': z.object({ slug: z.string() }),
  'tenant.updated': z.object({ fields: z.array(z.string()) }),
  'tenant.suspended': nothing,
  'tenant.resumed': nothing,
  /** The subject is the membership. */
  'member.added': rights,
  'member.updated': rights,
  'member.removed': person,
  'member.identity_linked': person,
  'member.identity_unlinked': person,
  /** The subject is the session; by whom it was ended is the event's actor. */
  'session.revoked': person,
  /** The subject is the API key. */
  'api_key.created': z.object({ scopes: z.array(z.enum(allPermissions)) }),
  'api_key.revoked': nothing,
  /** The subject is the tenant. */
  'documents.trusted': z.object({ sha256s: z.array(z.string()) }),
  'documents.forgotten': z.object({ sha256s: z.array(z.string()) }),
} as const

type Events = typeof tenancyEvents

/** Writes one event of this domain, in the transaction of the fact. */
export async function record<Type extends keyof Events>(
  tx: Tx,
  ctx: Ctx,
  type: Type,
  subjectId: string,
  data: z.input<Events[Type]>,
): Promise<void> {
  await appendEvent(tx, ctx, { type, subjectId, data })
}
