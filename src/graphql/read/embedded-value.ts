import { sql, type SQL } from 'drizzle-orm'
import { literal } from './json-text.ts'

/** One JSON object inside a `jsonb` expression, whose keys can be read as SQL values; a missing key is null. */
export interface EmbeddedValue {
  /** The object itself, as jsonb. */
  readonly value: SQL
  text(key: string): SQL
  /** A whole number below 2^31. */
  integer(key: string): SQL
  long(key: string): SQL
  decimal(key: string): SQL
  float(key: string): SQL
  boolean(key: string): SQL
  timestamp(key: string): SQL
  /** A nested object or list, as jsonb. */
  json(key: string): SQL
}

export function embeddedValue(value: SQL): EmbeddedValue {
  const text = (key: string): SQL => sql`(${value}->>${literal(key)})`
  const cast = (type: string) => (key: string) => sql`${text(key)}::${sql.raw(type)}`
  return {
    value,
    text,
    integer: cast('integer'),
    long: cast('bigint'),
    decimal: cast('numeric'),
    float: cast('double precision'),
    boolean: cast('boolean'),
    timestamp: cast('timestamptz'),
    json: (key) => sql`(${value}->${literal(key)})`,
  }
}
