/** Escapes in JSON that a JavaScript string can hold and Postgres cannot: NUL, and halves of surrogate pairs. */
const suspicious = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i

/**
 * The value with everything replaced by U+FFFD that Postgres can store neither as text nor as jsonb. Customers do send
 * such text, and a message that cannot be stored would be redelivered for days.
 *
 * @param source the JSON it was parsed from; without suspicious escapes the value is given back as it is
 */
export function storable(value: unknown, source: string): unknown {
  return suspicious.test(source) || source.includes('\0') ? clean(value) : value
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), clean(inner)]))
}

/** One text, ready for Postgres. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
