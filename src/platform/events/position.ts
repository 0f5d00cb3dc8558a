import { createHash } from 'node:crypto'
import { ApiError } from '../errors.ts'

/** A place in a tenant's log: after the event with these numbers. Both are decimal texts, as they outgrow a double. */
export interface Position {
  readonly xid: string
  readonly seq: string
}

/** Negative, zero or positive as `a` is before, at or after `b`. */
export function comparePositions(a: Position, b: Position): number {
  const xids = BigInt(a.xid) - BigInt(b.xid)
  const difference = xids === 0n ? BigInt(a.seq) - BigInt(b.seq) : xids
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Before everything that is still in the log. */
export const logStart: Position = { xid: '0', seq: '0' }

/** Of a Postgres bigint. */
const largest = 2n ** 63n - 1n

const form = /^1\.([0-9a-z]{1,13})\.([0-9a-z]{1,13})\.([0-9a-zA-Z_-]{8})$/

/** The position as an opaque text, bound to the tenant: another tenant's cursor is no cursor. */
export function encodeCursor(tenantId: string, position: Position): string {
  const place = `1.${BigInt(position.xid).toString(36)}.${BigInt(position.seq).toString(36)}`
  return `${place}.${binding(tenantId, place)}`
}

/** @throws ApiError BAD_USER_INPUT for anything that is not a cursor of this tenant, with no hint why */
export function decodeCursor(tenantId: string, cursor: string): Position {
  const [, xid, seq, bound] = form.exec(cursor) ?? []
  if (xid === undefined || seq === undefined || bound !== binding(tenantId, `1.${xid}.${seq}`)) throw notValidHere()
  const position = { xid: fromBase36(xid), seq: fromBase36(seq) }
  if (BigInt(position.xid) > largest || BigInt(position.seq) > largest) throw notValidHere()
  return position
}

function notValidHere(): ApiError {
  return new ApiError('BAD_USER_INPUT', 'This cursor is not valid here.')
}

/** The log no longer reaches back to the position: read the current state, then follow without a cursor. */
export function cursorExpired(): ApiError {
  return new ApiError('BAD_USER_INPUT', 'This cursor is too old: read the current state again, then follow from now.', {
    details: { reason: 'CURSOR_EXPIRED' },
  })
}

/** Not a secret: row-level security keeps the tenants apart. It only catches mix-ups. */
function binding(tenantId: string, place: string): string {
  return createHash('sha256').update(`${tenantId} ${place}`).digest('base64url').slice(0, 8)
}

function fromBase36(text: string): string {
  let value = 0n
  for (const digit of text) value = value * 36n + BigInt(Number.parseInt(digit, 36))
  return value.toString()
}
