/** Escapes in JSON that a JavaScript string can hold and Postgres cannot: NUL, and halves of surrogate pairs. */
const suspicious = /\\u(?:0000|d[89a-f][0-9a-f]{2})/i

/** No provider nests its payloads nearly as deep; printing and storing go down level by level, until the stack is full. */
const deepest = 100

/**
 * The value with everything replaced by U+FFFD that Postgres can store neither as text nor as jsonb, and what is nested
 * deeper than a hundred levels left out. Customers do send such text, and a message that cannot be stored would be
 * redelivered for days.
 *
 * @param source the JSON it was parsed from; without suspicious escapes and depths the value is given back as it is
 */
export function storable(value: unknown, source: string): unknown {
  return suspicious.test(source) || source.includes('\0') || isDeeper(value, deepest) ? clean(value, deepest) : value
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}

function clean(value: unknown, levels: number): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (value === null || typeof value !== 'object') return value
  if (levels === 0) return '\uFFFD'
  if (Array.isArray(value)) return value.map((inner) => clean(inner, levels - 1))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), clean(inner, levels - 1)]))
}

/** One text, ready for Postgres. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
