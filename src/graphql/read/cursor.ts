import { createHash } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import { ApiError } from '../../platform/errors.ts'
import type { Arguments, SortKey } from './fields.ts'
import { encodeKey } from './encode.ts'

/**
 * A cursor is the base64url of a JSON array: a fingerprint of the list it belongs to, then the text of each sort key.
 * Built in SQL, so that rows can be passed through unread; here with the quotes of its place in a JSON text.
 */
export function cursorExpression(fingerprint: SQL, keys: readonly SortKey[]): SQL {
  const texts = sql.join(
    keys.map((key) => encodeKey(key.expression, key.sqlType)),
    sql`, `,
  )
  return sql`('"' || translate(encode(convert_to(json_build_array(${fingerprint}::text, ${texts})::text, 'UTF8'), 'base64'), '+/=' || chr(10), '-_') || '"')`
}

const pagingArguments = new Set(['first', 'after', 'last', 'before'])

/** What a cursor is bound to: tenant, field, and every argument but those of paging. */
export function fingerprintOf(tenantId: string, field: string, args: Arguments): string {
  const filter = Object.entries(args)
    .filter(([name, value]) => !pagingArguments.has(name) && value !== undefined && value !== null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([tenantId, field, filter]))
    .digest('base64url')
    .slice(0, 12)
}

/**
 * The sort keys' texts inside a cursor.
 * @throws ApiError BAD_USER_INPUT when it is no cursor of this list
 */
export function decodeCursor(cursor: string, fingerprint: string, keys: readonly SortKey[]): readonly string[] {
  const [bound, ...texts] = parse(cursor)
  const fits = texts.length === keys.length && keys.every((key, index) => looksLike(key.sqlType, texts[index] ?? ''))
  if (bound !== fingerprint || !fits) {
    throw new ApiError('BAD_USER_INPUT', 'This cursor does not belong to this list, filter and order.')
  }
  return texts
}

function parse(cursor: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : []
  } catch {
    return []
  }
}

/** Whether the text will survive its cast: a cursor that was tampered with is the caller's fault, not ours. */
function looksLike(sqlType: string, text: string): boolean {
  if (sqlType.startsWith('timestamp'))
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(text) && !isNaN(Date.parse(text))
  if (/^(bigint|bigserial|integer|smallint|serial)/.test(sqlType)) return /^-?\d{1,18}$/.test(text)
  if (/^(numeric|real|double)/.test(sqlType)) return /^-?\d{1,40}(\.\d{1,40})?(e[+-]?\d{1,3})?$/.test(text)
  if (sqlType.startsWith('boolean')) return text === 'true' || text === 'false'
  return !text.includes('\0')
}
