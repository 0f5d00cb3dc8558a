import type { Ctx } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { afterCommit } from '../db/session.ts'
import { newId } from '../ids.ts'
import { wakeFeeds } from './wake.ts'
import { events } from './tables.ts'

export interface NewEvent {
  /** `order.confirmed`; names and payloads are listed in each domain's events.ts. */
  readonly type: string
  /** What it is about: the order, the message … */
  readonly subjectId: string
  /** The conversation it belongs to, when there is one. */
  readonly conversationId?: string | null
  /** Ids and small facts; whoever is told reads the subject anew, so nothing here needs to be complete. */
  readonly data?: Readonly<Record<string, unknown>>
}

/**
 * Writes events of the tenant's log, in the transaction of the fact they report. Whoever follows is woken after the
 * commit.
 * @returns the new events' ids, in order
 */
export async function appendEvents(tx: Tx, ctx: Ctx, added: readonly NewEvent[]): Promise<string[]> {
  if (added.length === 0) return []
  const rows = added.map(({ type, subjectId, conversationId = null, data = {} }) => ({
    tenantId: ctx.tenantId,
    id: newId('event'),
    type,
    subjectId,
    conversationId,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    requestId: ctx.requestId,
    data: { ...data },
    occurredAt: ctx.clock.now(),
  }))
  await tx.insert(events).values(rows)
  const { db } = ctx
  afterCommit(() => wakeFeeds(db))
  return rows.map(({ id }) => id)
}

/** Writes one event; see `appendEvents`. */
export async function appendEvent(tx: Tx, ctx: Ctx, event: NewEvent): Promise<string> {
  const [id] = await appendEvents(tx, ctx, [event])
  if (id === undefined) throw new Error('An event was not written')
  return id
}
