import type { Ctx } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { afterCommit } from '../db/session.ts'
import { send, type Pending } from '../db/statement.ts'
import { newId } from '../ids.ts'
import { wakeFeeds } from './wake.ts'

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
  return added.length === 0 ? [] : send(tx, newEvents(ctx, added))
}

/** The same as a statement to be sent by the caller, inside the transaction. */
export function newEvents(ctx: Ctx, added: readonly NewEvent[]): Pending<string[]> {
  const ids = added.map(() => newId('event'))
  const { db, tenantId, actor, requestId } = ctx
  const now = ctx.clock.now()
  const values = added.flatMap(({ type, subjectId, conversationId = null, data = {} }, place) => [
    tenantId,
    ids[place],
    type,
    subjectId,
    conversationId,
    actor.kind,
    actor.id,
    requestId,
    JSON.stringify(data),
    now,
  ])
  afterCommit(() => wakeFeeds(db))
  return { text: insertOf(added.length), values, resultOf: () => ids }
}

const columns = 'tenant_id, id, type, subject_id, conversation_id, actor_kind, actor_id, request_id, data, occurred_at'
const columnCount = columns.split(',').length
/** By the number of events. */
const inserts = new Map<number, string>()

function insertOf(count: number): string {
  const known = inserts.get(count)
  if (known !== undefined) return known
  const row = (place: number) => Array.from({ length: columnCount }, (_, at) => `$${place * columnCount + at + 1}`)
  const rows = Array.from({ length: count }, (_, place) => `(${row(place).join(', ')})`)
  const text = `/* appendEvents */ insert into events (${columns}) values ${rows.join(', ')}`
  inserts.set(count, text)
  return text
}

/** Writes one event; see `appendEvents`. */
export async function appendEvent(tx: Tx, ctx: Ctx, event: NewEvent): Promise<string> {
  const [id] = await appendEvents(tx, ctx, [event])
  if (id === undefined) throw new Error('An event was not written')
  return id
}
