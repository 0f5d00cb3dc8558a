import { sql, type SQL } from 'drizzle-orm'

/**
 * The JSON of a value, as text and never null: literal text, and expressions of SQL type text, one after another. Put
 * together by `||`, because Postgres' own `row_to_json` looks up the type of each column for each row, and copies what
 * lies inside at every level.
 */
export type Json = readonly (string | SQL)[]

/** JSON that may be missing: then the expression is null, unless `otherwise` is put in its place. */
export interface Printed {
  readonly json: Json
  readonly mayBeNull: boolean
}

export interface Entry {
  readonly key: string
  readonly json: Json
}

/** `{"key":…,"key":…}`; keys are names of GraphQL, or begin with `@`. */
export function objectOf(entries: readonly Entry[]): Json {
  return ['{', ...entries.flatMap(({ key, json }, index) => [`${index === 0 ? '' : ','}"${key}":`, ...json]), '}']
}

export function constant(value: unknown): Json {
  return [JSON.stringify(value)]
}

/** `[…,…]` of the texts that the select gives; a null one stands for null. */
export function listOfRows(select: SQL): Json {
  return ['[', sql`array_to_string(array(${select}), ',', 'null')`, ']']
}

/** As one expression of type text. Halved again and again, so that a large part is not copied for each small one behind it. */
export function textOf(json: Json): SQL {
  return concatenated(merged(json))
}

/** The same, null where the value is: what a `case`, a subselect or a root field gives. */
export function nullable(expression: SQL): Printed {
  return { json: [expression], mayBeNull: true }
}

export function always(json: Json): Printed {
  return { json, mayBeNull: false }
}

/** Puts other text where there is nothing: one null would be the end of the whole object around it. */
export function otherwise({ json, mayBeNull }: Printed, instead: string): Json {
  return mayBeNull ? [sql`coalesce(${textOf(json)}, ${literal(instead)})`] : json
}

function concatenated(parts: Json): SQL {
  const [first = ''] = parts
  if (parts.length <= 1) return typeof first === 'string' ? sql`${literal(first)}::text` : first
  const half = Math.ceil(parts.length / 2)
  return sql`(${operand(parts.slice(0, half))} || ${operand(parts.slice(half))})`
}

function operand(parts: Json): SQL {
  const [only] = parts
  return parts.length === 1 && typeof only === 'string' ? literal(only) : concatenated(parts)
}

function merged(json: Json): Json {
  const parts: (string | SQL)[] = []
  for (const part of json) {
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
    else parts.push(part)
  }
  return parts
}

/** A text of the code as a literal of SQL. */
export function literal(text: string): SQL {
  return sql.raw(`'${text.replaceAll("'", "''")}'`)
}
