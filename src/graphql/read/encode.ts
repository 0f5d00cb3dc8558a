import { is, sql, type SQL } from 'drizzle-orm'
import { PgColumn } from 'drizzle-orm/pg-core'
import { listOfRows, literal, textOf } from './json-text.ts'

/**
 * How values are printed: for each scalar one SQL expression of type text, null where the value is, that has the very
 * bytes that `JSON.stringify` would give after the scalar's `serialize` (scalars.ts). Where Postgres cannot promise that
 * (`JSON`, and jsonb lists), `canonical` is false and the text is printed anew on its way out.
 */
export interface Encoded {
  readonly expression: SQL
  readonly canonical: boolean
}

/** What an expression is, as far as printing goes; of an SQL expression only its SDL type tells. */
type Storage =
  | 'text'
  | 'integer'
  | 'long'
  | 'decimal'
  | 'float'
  | 'boolean'
  | 'timestamp'
  | 'json'
  | 'array'
  | 'other'
  | 'unknown'

/** ISO 8601 in UTC with six fractional digits and `Z`: the one form of a DateTime. */
const dateTimeForm = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'

function dateTimeText(expression: SQL | PgColumn, quote = ''): SQL {
  return sql`to_char(${expression} at time zone 'UTC', ${literal(quote + dateTimeForm + quote)})`
}

function quotedDateTime(expression: SQL | PgColumn): SQL {
  return dateTimeText(expression, '\\"')
}

export function encodeScalar(scalar: string, expression: PgColumn | SQL): Encoded {
  const storage = storageOf(expression)
  const written = storage === 'json' && scalar !== 'JSON' ? castJson(scalar, expression) : expression
  switch (scalar) {
    case 'DateTime':
      return canonical(quotedDateTime(written))
    case 'Decimal':
      return canonical(
        sql`('"' || trim_scale(${written}${storage === 'decimal' ? sql`` : sql`::numeric`})::text || '"')`,
      )
    case 'Long':
      return canonical(encodeLong(storage === 'long' ? written : sql`(${written})::bigint`))
    case 'Float':
      // A real is cast by way of its text: its shortest digits, not those of the nearest double.
      return canonical(encodeFloat(storage === 'float' ? written : sql`(${written})::text::double precision`))
    case 'Int':
      return canonical(sql`(${written})${storage === 'integer' ? sql`` : sql`::integer`}::text`)
    case 'Boolean':
      return canonical(sql`(${written})::boolean::text`)
    case 'JSON':
      return { expression: sql`to_json(${written})::text`, canonical: false }
    default:
      return canonical(sql`to_json(${storage === 'text' ? written : sql`(${written})::text`})::text`)
  }
}

/**
 * A list of scalars or enum values, from an array column, a jsonb array, or an SQL expression that gives either.
 * Elements must not be null.
 */
export function encodeScalarList(scalar: string, expression: PgColumn | SQL): Encoded {
  if (storageOf(expression) === 'array') return encodeArray(scalar, expression)
  const element = encodeScalar(scalar, sql`(e.v #>> '{}')${sqlTypeOf(scalar)}`)
  const list = usingOnce(
    storageOf(expression) === 'json' ? expression : sql`to_jsonb(${expression})`,
    (json) =>
      sql`case when jsonb_typeof(${json}) = 'array' then ${textOf(
        listOfRows(
          sql`select ${element.expression} from jsonb_array_elements(${json}) with ordinality as e(v, n) order by e.n`,
        ),
      )} end`,
  )
  return { expression: list, canonical: element.canonical }
}

function encodeArray(scalar: string, column: PgColumn | SQL): Encoded {
  // Text, enums, booleans and integers print as they are; the others need their form for each element.
  if (!['DateTime', 'Decimal', 'Long', 'Float', 'JSON'].includes(scalar))
    return canonical(sql`to_json(${column})::text`)
  const element = encodeScalar(scalar, sql`e.v`)
  return {
    expression: sql`case when ${column} is not null then ${textOf(
      listOfRows(sql`select ${element.expression} from unnest(${column}) with ordinality as e(v, n) order by e.n`),
    )} end`,
    canonical: element.canonical,
  }
}

/** A value for a resolver (`needs`), with no SDL type to go by: a string where a JSON number would not be exact. */
export function encodeNeed(expression: PgColumn | SQL): SQL {
  switch (storageOf(expression)) {
    case 'timestamp':
      return quotedDateTime(expression)
    case 'long':
    case 'decimal':
      return sql`to_json((${expression})::text)::text`
    default:
      return sql`to_json(${expression})::text`
  }
}

/** The exact text of a sort key in a cursor, which a cast brings back. */
export function encodeKey(expression: PgColumn | SQL, sqlType: string): SQL {
  return sqlType.startsWith('timestamp') ? dateTimeText(expression) : sql`(${expression})::text`
}

/** Whether the database promises that the value is there. */
export function isNeverNull(expression: PgColumn | SQL): boolean {
  return is(expression, PgColumn) && expression.notNull
}

function canonical(expression: SQL): Encoded {
  return { expression, canonical: true }
}

/** A number below 2^53, else text. */
function encodeLong(expression: PgColumn | SQL): SQL {
  return usingOnce(
    expression,
    (v) =>
      sql`case when ${v} between -9007199254740991 and 9007199254740991 then ${v}::text else '"' || ${v}::text || '"' end`,
  )
}

/**
 * Both print the shortest digits that read back the same, but change to exponents at other sizes and write them
 * differently (`1e-07`), and only Postgres keeps the sign of zero.
 */
function encodeFloat(expression: PgColumn | SQL): SQL {
  return usingOnce(
    expression,
    // What is no number at all (NaN, infinity) is no JSON either, and the last cast says so.
    (v) => sql`case when ${v} = 0 then '0' when abs(${v}) >= 1e-4 and abs(${v}) < 1e15 then ${v}::text
      when abs(${v}) >= 1e-6 and abs(${v}) < 1e21 then (${v}::text::numeric)::text
      else regexp_replace(${v}::text, 'e-0', 'e-')::json::text end`,
  )
}

/** Names an expression that the SQL needs several times, so that it is computed once; a column needs no name. */
function usingOnce(expression: PgColumn | SQL, using: (value: PgColumn | SQL) => SQL): SQL {
  if (is(expression, PgColumn)) return using(expression)
  return sql`(select ${using(sql`once.v`)} from (select ${expression} as v) once)`
}

/** A jsonb value that the SDL calls a scalar: its text, cast. */
function castJson(scalar: string, expression: PgColumn | SQL): SQL {
  return sql`(${expression} #>> '{}')${sqlTypeOf(scalar)}`
}

/** The cast from text that a scalar's SQL type asks for. */
export function sqlTypeOf(scalar: string): SQL {
  switch (scalar) {
    case 'DateTime':
      return sql`::timestamptz`
    case 'Decimal':
      return sql`::numeric`
    case 'Long':
      return sql`::bigint`
    case 'Float':
      return sql`::double precision`
    case 'Int':
      return sql`::integer`
    case 'Boolean':
      return sql`::boolean`
    default:
      return sql``
  }
}

function storageOf(expression: PgColumn | SQL): Storage {
  if (!is(expression, PgColumn)) return 'unknown'
  const type = expression.getSQLType().toLowerCase()
  if (type.endsWith(']')) return 'array'
  const [, storage] = storageByType.find(([prefix]) => type.startsWith(prefix)) ?? ['', 'other' as const]
  return storage
}

const storageByType: readonly (readonly [string, Storage])[] = [
  ['text', 'text'],
  ['varchar', 'text'],
  ['integer', 'integer'],
  ['smallint', 'integer'],
  ['serial', 'integer'],
  ['bigint', 'long'],
  ['bigserial', 'long'],
  ['numeric', 'decimal'],
  ['double', 'float'],
  ['boolean', 'boolean'],
  ['timestamp', 'timestamp'],
  ['json', 'json'],
]
