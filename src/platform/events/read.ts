import type { ActorKind } from '../auth/actor.ts'
import type { Database } from '../db/database.ts'
import { cursorExpired, logStart, type Position } from './position.ts'

/** One event as readers get it. */
export interface LogEvent {
  readonly tenantId: string
  readonly id: string
  readonly type: string
  readonly subjectId: string
  readonly conversationId: string | null
  readonly actorKind: ActorKind
  readonly actorId: string
  readonly requestId: string
  readonly data: Readonly<Record<string, unknown>>
  readonly occurredAt: Date
  readonly position: Position
}

// Only what is older than every running transaction: what is committed later can then only come after it. A cursor by
// number alone would pass, and lose, the event of a transaction that took its number early and committed late.
const isSettled = 'xid < pg_snapshot_xmin(pg_current_snapshot())'

const eventJson = `json_build_object('tenantId', tenant_id, 'id', id, 'type', type, 'subjectId', subject_id,
  'conversationId', conversation_id, 'actorKind', actor_kind, 'actorId', actor_id, 'requestId', request_id,
  'data', data, 'occurredAt', occurred_at, 'position', json_build_object('xid', xid::text, 'seq', seq::text))`

/** The tenant's next events after the position, oldest first, at most `limit`. Fewer: that was the last for now. */
export async function readEventsAfter(
  db: Database,
  tenantId: string,
  after: Position,
  limit: number,
): Promise<LogEvent[]> {
  const text = `/* readEventsAfter */
    select coalesce(json_agg(event order by xid, seq), '[]')::text from (
      select xid, seq, ${eventJson} as event from events
      where tenant_id = $1 and (xid, seq) > ($2::xid8, $3::bigint) and ${isSettled}
      order by xid, seq limit $4::int
    ) page`
  const [page] = await db.read(tenantId, [{ text, values: [tenantId, after.xid, after.seq, limit] }])
  return parseEvents(page ?? '[]')
}

/** The position of the tenant's last settled event; the start of the log when there is none. */
export async function headPosition(db: Database, tenantId: string): Promise<Position> {
  const text = `/* headPosition */
    select json_build_object('xid', xid::text, 'seq', seq::text)::text from events
    where tenant_id = $1 and ${isSettled} order by xid desc, seq desc limit 1`
  const [head] = await db.read(tenantId, [{ text, values: [tenantId] }])
  return head == null ? logStart : (JSON.parse(head) as Position)
}

/**
 * A cursor points at an event that was there. If that one is gone, so may be later ones.
 * @throws ApiError BAD_USER_INPUT with reason CURSOR_EXPIRED
 */
export async function requireReachable(db: Database, tenantId: string, position: Position): Promise<void> {
  if (position.xid === logStart.xid && position.seq === logStart.seq) return
  const text = `/* requireReachable */
    select id from events where tenant_id = $1 and xid = $2::xid8 and seq = $3::bigint`
  const [found] = await db.read(tenantId, [{ text, values: [tenantId, position.xid, position.seq] }])
  if (found == null) throw cursorExpired()
}

export interface TailPage {
  readonly events: readonly LogEvent[]
  /** Where to go on: after the page's last event, or, when it was not full, after everything that was settled. */
  readonly position: Position
  readonly isFull: boolean
  /** Committed events are still waiting for an older transaction to end: look again soon. */
  readonly isHeldBack: boolean
}

/** The next events of several tenants, as the system role: one statement for all subscribers of a process. */
export async function readTail(
  db: Database,
  tenantIds: readonly string[],
  after: Position,
  limit: number,
): Promise<TailPage> {
  const [row] = await db.runAsSystem(
    `/* readTail */
     select (
       select coalesce(json_agg(event order by xid, seq), '[]')::text from (
         select xid, seq, ${eventJson} as event from events
         where (xid, seq) > ($1::xid8, $2::bigint) and ${isSettled} and tenant_id = any($3::text[])
         order by xid, seq limit $4::int
       ) page
     ) as page,
     pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
     exists (select from events where not ${isSettled}) as is_held_back`,
    [after.xid, after.seq, [...tenantIds], limit],
  )
  const { page, horizon, is_held_back } = asTailRow(row)
  const events = parseEvents(page)
  const isFull = events.length >= limit
  const last = events.at(-1)?.position ?? after
  return { events, position: isFull ? last : beforeTransaction(horizon), isFull, isHeldBack: is_held_back }
}

/** How long the oldest event that is committed waits for an older transaction to end; of all tenants, in seconds. */
export async function heldBackSeconds(db: Database): Promise<number> {
  const [row] = await db.runAsSystem(
    `/* heldBackSeconds */
     select coalesce(extract(epoch from now() - min(occurred_at)), 0)::float8 as seconds from events where not ${isSettled}`,
  )
  return Math.max(0, (row as { seconds: number }).seconds)
}

/** After everything that is settled at this moment, of all tenants. */
export async function tailPosition(db: Database): Promise<Position> {
  const [row] = await db.runAsSystem(
    '/* tailPosition */ select pg_snapshot_xmin(pg_current_snapshot())::text as horizon',
  )
  return beforeTransaction((row as { horizon: string }).horizon)
}

function beforeTransaction(xid: string): Position {
  return { xid: (BigInt(xid) - 1n).toString(), seq: (2n ** 63n - 1n).toString() }
}

/** Guaranteed by `eventJson` above. */
function parseEvents(json: string): LogEvent[] {
  const rows = JSON.parse(json) as (Omit<LogEvent, 'occurredAt'> & { occurredAt: string })[]
  return rows.map((row) => ({ ...row, occurredAt: new Date(row.occurredAt) }))
}

function asTailRow(row: object | undefined): { page: string; horizon: string; is_held_back: boolean } {
  if (row === undefined) throw new Error('readTail had no answer')
  return row as { page: string; horizon: string; is_held_back: boolean }
}
