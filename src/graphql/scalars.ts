import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql'

/**
 * The custom scalars of base.graphql. Each has one printed form, the same whether Postgres prints it (read/encode.ts)
 * or `serialize` does.
 */
export const scalars = {
  DateTime: new GraphQLScalarType<string, string>({
    name: 'DateTime',
    serialize: (value) => (value instanceof Date ? fromDate(value) : textOf('DateTime', value)),
    parseValue: (value) => parseDateTime(value),
    parseLiteral: (node) => parseDateTime(literalText('DateTime', node)),
  }),
  Decimal: new GraphQLScalarType<string, string>({
    name: 'Decimal',
    serialize: (value) => parseDecimal(typeof value === 'number' ? String(value) : value),
    parseValue: (value) => parseDecimal(typeof value === 'number' ? String(value) : value),
    parseLiteral: (node) => parseDecimal(literalText('Decimal', node)),
  }),
  Long: new GraphQLScalarType<bigint, number | string>({
    name: 'Long',
    serialize: (value) => printLong(parseLong(value)),
    parseValue: (value) => parseLong(value),
    parseLiteral: (node) => parseLong(literalText('Long', node)),
  }),
  JSON: new GraphQLScalarType<unknown, unknown>({
    name: 'JSON',
    serialize: (value) => value,
    parseValue: (value) => value,
    parseLiteral: (node, variables) => asParsed(valueFromASTUntyped(node, variables)),
  }),
  CurrencyCode: new GraphQLScalarType<string, string>({
    name: 'CurrencyCode',
    serialize: (value) => textOf('CurrencyCode', value),
    parseValue: (value) => parseCurrency(value),
    parseLiteral: (node) => parseCurrency(literalText('CurrencyCode', node)),
  }),
  Cursor: new GraphQLScalarType<string, string>({
    name: 'Cursor',
    serialize: (value) => textOf('Cursor', value),
    parseValue: (value) => textOf('Cursor', value),
    parseLiteral: (node) => textOf('Cursor', literalText('Cursor', node)),
  }),
}

const largestLong = 2n ** 63n - 1n

/** ISO 8601 in UTC with six fractional digits, as `dateTimeText` prints it in SQL. */
export function fromDate(date: Date): string {
  return date.toISOString().replace('Z', '000Z')
}

/** ISO 8601 with a date, a time and a zone. */
const dateTimePattern = /^(\d{4})-(\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.(\d{1,9}))?)?(?:Z|[+-]\d\d:\d\d)$/i

/** The same moment in the one form, microseconds kept. */
function parseDateTime(value: unknown): string {
  const match = dateTimePattern.exec(textOf('DateTime', value))
  const [text, year = '', date = '', fraction = ''] = match ?? []
  const moment = text === undefined ? new Date(Number.NaN) : new Date(text)
  // Date takes 30 February for 1 March; the form says what was meant.
  const isReal = !isNaN(moment.getTime()) && isCalendarDate(`${year}-${date}`)
  if (!isReal) throw new GraphQLError('DateTime must be ISO 8601 with a zone, e.g. 2026-11-20T05:50:11Z.')
  // Zones differ by whole minutes, so the fraction stands as it was given.
  return `${moment.toISOString().slice(0, 19)}.${fraction.slice(0, 6).padEnd(6, '0')}Z`
}

function isCalendarDate(date: string): boolean {
  const midnight = new Date(`${date}T00:00:00Z`)
  // Postgres knows no year 0.
  return !isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date) && !date.startsWith('0000')
}

function parseDecimal(value: unknown): string {
  const match = /^([+-]?)0*(\d{1,30})(?:\.(\d{1,30}))?$/.exec(textOf('Decimal', value))
  if (match === null) throw new GraphQLError('Decimal must be a number in digits, e.g. "2.5".')
  const [, sign, whole = '', fraction = ''] = match
  const digits = fraction.replace(/0+$/, '')
  const plain = digits === '' ? whole : `${whole}.${digits}`
  return sign === '-' && /[1-9]/.test(plain) ? `-${plain}` : plain
}

function parseLong(value: unknown): bigint {
  const whole = typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value))
  if (!whole && !(typeof value === 'string' && /^-?\d{1,19}$/.test(value))) {
    throw new GraphQLError('Long must be a whole number; beyond 2^53 give it as text.')
  }
  const long = BigInt(value as bigint | number | string)
  if (long > largestLong || long < -largestLong - 1n) throw new GraphQLError('Long must be below 2^63.')
  return long
}

/** As if it had come as a variable: GraphQL's own objects have no prototype, which libraries stumble over. */
function asParsed(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)
}

function printLong(value: bigint): number | string {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value.toString()
}

function parseCurrency(value: unknown): string {
  const text = textOf('CurrencyCode', value)
  if (!/^[A-Z]{3}$/.test(text)) throw new GraphQLError('CurrencyCode must be three capital letters, e.g. COP.')
  return text
}

function literalText(scalar: string, node: ValueNode): string {
  if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return node.value
  throw new GraphQLError(`${scalar} cannot be written as ${node.kind}.`, { nodes: node })
}

function textOf(scalar: string, value: unknown): string {
  if (typeof value === 'string') return value
  throw new GraphQLError(`${scalar} must be text.`)
}
