import { sql, type SQL } from 'drizzle-orm'
import { ApiError } from '../../platform/errors.ts'
import type { Arguments, SortKey } from './fields.ts'

/** How far a page reaches; larger ones are refused. */
export const largestPage = 100
export const defaultPage = 20

/** The paging arguments of a connection, understood. */
export interface Paging {
  /** `last`/`before`: the page ends at the cursor instead of beginning there. */
  readonly backward: boolean
  readonly size: number
  readonly cursor: string | null
}

/** @throws ApiError BAD_USER_INPUT for a size out of bounds or a mixture of directions */
export function pagingOf(args: Arguments): Paging {
  const { first, after, last, before } = args
  const backward = isGiven(last) || isGiven(before)
  if (backward && (isGiven(first) || isGiven(after))) {
    throw new ApiError('BAD_USER_INPUT', 'Use `first` with `after`, or `last` with `before`.')
  }
  const size = (backward ? last : first) ?? defaultPage
  if (typeof size !== 'number' || size < 0 || size > largestPage) {
    throw new ApiError('BAD_USER_INPUT', `A page has at most ${largestPage} items; \`first\` and \`last\` are from 0.`)
  }
  const cursor = backward ? before : after
  return { backward, size, cursor: typeof cursor === 'string' ? cursor : null }
}

/** `k1 desc, k2 desc`, turned round when the rows are fetched from the end. */
export function orderByKeys(keys: readonly SortKey[], reverse: boolean): SQL {
  return sql.join(
    keys.map((key) => sql`${key.expression} ${sql.raw(key.descending !== reverse ? 'desc' : 'asc')}`),
    sql`, `,
  )
}

/**
 * The rows that lie strictly behind the position (or before it: `reverse`), in the keys' order. One row comparison
 * where all keys run the same way, because an index serves that.
 */
export function beyondKeys(
  keys: readonly SortKey[],
  values: readonly SQL[],
  options: { reverse: boolean; inclusive: boolean },
): SQL {
  const operator = (key: SortKey) => (key.descending !== options.reverse ? '<' : '>')
  const position = keys.map((key, index) => sql`${values[index]}::text::${sql.raw(castType(key.sqlType))}`)
  const [firstKey] = keys
  if (firstKey !== undefined && keys.every((key) => key.descending === firstKey.descending)) {
    const columns = sql.join(
      keys.map((key) => sql`${key.expression}`),
      sql`, `,
    )
    const comparison = sql.raw(operator(firstKey) + (options.inclusive ? '=' : ''))
    return sql`(${columns}) ${comparison} (${sql.join(position, sql`, `)})`
  }
  const steps = keys.map((key, depth) => {
    const equal = keys.slice(0, depth).map((same, index) => sql`${same.expression} = ${position[index]}`)
    return sql`(${sql.join([...equal, sql`${key.expression} ${sql.raw(operator(key))} ${position[depth]}`], sql` and `)})`
  })
  if (options.inclusive) {
    steps.push(
      sql`(${sql.join(
        keys.map((key, index) => sql`${key.expression} = ${position[index]}`),
        sql` and `,
      )})`,
    )
  }
  return sql`(${sql.join(steps, sql` or `)})`
}

/** The type to cast back to; a collation belongs to the column, not to the cast. */
function castType(sqlType: string): string {
  return sqlType.replace(/ collate .*$/i, '')
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}
