import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'
import { isRequired } from './places.ts'

/** Numbers that look random and come again with the same seed. */
export interface Dice {
  /** A whole number from 0 up to, not including, `below`. */
  number(below: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
}

export function dice(seed: number): Dice {
  let state = seed | 0
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    number: (below) => Math.floor(next() * below),
    chance: (probability) => next() < probability,
    pick(from) {
      const found = from[Math.floor(next() * from.length)]
      if (found === undefined) throw new Error('There is nothing to pick from')
      return found
    },
  }
}

/** What a client sends as the body of one operation. */
export interface Payload {
  readonly query: string
  readonly variables?: unknown
  readonly operationName?: unknown
}

/** Texts that have broken something somewhere. */
const wildTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '𝕏👩‍👩‍👧‍👦',
  '\u202egnirts',
  '\ufeff',
  "'; drop table x; --",
  '"',
  '\\',
  '%',
  '%_%',
  '$1',
  '${x}',
  '{{x}}',
  '<b>x</b>',
  '[1,2]',
  '{"a":{"b":null}}',
  'null',
  'true',
  '-1',
  '0',
  '1e309',
  'NaN',
  'Infinity',
  '0x1F',
  '9'.repeat(400),
  `0.${'1'.repeat(300)}`,
  'x'.repeat(5_000),
  'ñ'.repeat(300),
  '+573001112233',
  'somebody@walls.example',
  'https://walls.example/x',
  'EUR',
  'ZZZ',
  'es-CO',
  'America/Bogota',
  'orders:read',
  'Mars/Olympus',
  '../../x',
  'WyJhIl0',
  'bnVsbA==',
  '1.1.1.AAAAAAAA',
  'constructor',
  '__proto__',
  'toString',
]

const wildNumbers: readonly unknown[] = [
  0, 1, -1, 2, 50, 100, 101, 2147483647, -2147483648, 2147483648, 1e21, 0.5, 1e-9,
]
const wildTimes = [
  '2026-11-20T10:00:00Z',
  '2031-01-01T00:00:00.123456Z',
  '1970-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999Z',
  '+275760-09-13T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-11-20',
  'yesterday',
]
const wildDecimals = ['1', '0', '-1', '2.50', '1e3', '1e400', `${'9'.repeat(40)}`, `0.${'0'.repeat(40)}1`, 'NaN', ' 1']
const wildLongs: readonly unknown[] = [0, 1, -1, 2 ** 53, '9223372036854775807', '9223372036854775808', '-1', 'x']

/** Queries, mutations and subscriptions over the whole schema, valid and nearly valid, with values good and wild. */
export function generator(schema: GraphQLSchema, random: Dice, knownIds: readonly string[]) {
  const roots = { query: schema.getQueryType(), mutation: schema.getMutationType() }

  function document(): Payload {
    const kind = random.chance(0.65) ? 'query' : 'mutation'
    const variables: Record<string, unknown> = {}
    const declared: string[] = []
    const fragments = new Map<string, string>()

    function given(argument: GraphQLArgument): string {
      const value = valueOf(argument.type)
      if (random.chance(0.4)) return `${argument.name}: ${literal(value, argument.type)}`
      const name = `v${declared.length}`
      declared.push(`$${name}: ${String(argument.type)}`)
      variables[name] = value
      return `${argument.name}: $${name}`
    }

    function field(definition: GraphQLField<unknown, unknown>, depth: number): string {
      const args = definition.args.filter((argument) => isRequired(argument) || random.chance(0.25))
      const target = getNamedType(definition.type)
      const below = isCompositeType(target) ? selection(target, depth - 1) : ''
      const alias = random.chance(0.08) ? `${random.pick(['a', 'tenant_id', 'id', '__x', 'json'])}: ` : ''
      const directive = random.chance(0.05) ? random.pick([' @skip(if: false)', ' @include(if: true)', ' @nope']) : ''
      return `${alias}${definition.name}${args.length > 0 ? `(${args.map(given).join(', ')})` : ''}${directive} ${below}`
    }

    function selection(type: GraphQLCompositeType, depth: number): string {
      const parts = random.chance(0.3) ? ['__typename'] : []
      if (isAbstractType(type)) {
        for (const member of schema.getPossibleTypes(type)) {
          if (random.chance(0.4)) parts.push(`... on ${member.name} ${selection(member, depth - 1)}`)
        }
      }
      if ('getFields' in type) {
        const fields = Object.values(type.getFields()).filter(
          ({ type: of }) => depth > 0 || !isCompositeType(getNamedType(of)),
        )
        const count = Math.min(fields.length, 1 + random.number(5))
        for (let index = 0; index < count; index += 1) parts.push(field(random.pick(fields), depth))
        if (isObjectType(type) && random.chance(0.05)) {
          fragments.set(type.name, `fragment F${type.name} on ${type.name} { __typename }`)
          parts.push(`...F${type.name}`)
        }
      }
      return `{ ${parts.length === 0 ? '__typename' : parts.join(' ')} }`
    }

    const root = roots[kind]
    if (!root) return { query: '{ __typename }' }
    const fields = Object.values(root.getFields())
    const count = random.chance(0.8) ? 1 : 1 + random.number(3)
    const body = Array.from({ length: count }, () => field(random.pick(fields), 1 + random.number(4))).join(' ')
    const header = declared.length === 0 ? '' : `(${declared.join(', ')})`
    return { query: `${kind} Fuzz${header} { ${body} } ${[...fragments.values()].join(' ')}`, variables }
  }

  /** A JSON value for the type; one in ten does not fit. */
  function valueOf(type: GraphQLInputType, depth = 4): unknown {
    if (isNonNullType(type)) return valueOf(type.ofType, depth)
    if (random.chance(0.04)) return random.pick<unknown>([null, [], {}, [null], 7, 'x', true, [[1]]])
    if (isListType(type)) {
      const length = random.chance(0.02) ? 120 : random.number(3)
      return Array.from({ length }, () => valueOf(type.ofType, depth - 1))
    }
    if (isEnumType(type)) return random.chance(0.95) ? random.pick(type.getValues()).name : 'NOPE'
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (of) => (isNonNullType(of.type) && of.defaultValue === undefined) || (depth > 0 && random.chance(0.5)),
      )
      return Object.fromEntries(fields.map((of) => [of.name, valueOf(of.type, depth - 1)]))
    }
    switch (type.name) {
      case 'ID':
        return random.chance(0.75) ? random.pick(knownIds) : random.pick(wildTexts)
      case 'Int':
      case 'Float':
        return random.pick(wildNumbers)
      case 'Long':
        return random.pick(wildLongs)
      case 'Boolean':
        return random.chance(0.5)
      case 'DateTime':
        return random.pick(wildTimes)
      case 'Decimal':
        return random.pick(wildDecimals)
      case 'CurrencyCode':
        return random.pick(['EUR', 'COP', 'JPY', 'ZZZ', 'eur', ''])
      case 'JSON':
        return random.pick<unknown>([{}, null, 'x', 1e308, [[[[[1]]]]], { a: '\u0000' }, { __proto__x: 1 }, '\ud800'])
      default:
        return random.pick(wildTexts)
    }
  }

  return { document, mutated: () => mutate(document(), random) }
}

/** The value as GraphQL writes it inside a document; names of enums are bare. */
function literal(value: unknown, type: GraphQLInputType): string {
  const of = getNullableType(type)
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) {
    return `[${value.map((item) => literal(item, isListType(of) ? of.ofType : of)).join(', ')}]`
  }
  if (typeof value === 'object') {
    const fields = isInputObjectType(of) ? of.getFields() : {}
    const parts = Object.entries(value).map(([name, inner]) => `${name}: ${literal(inner, fields[name]?.type ?? of)}`)
    return `{ ${parts.join(', ')} }`
  }
  if (typeof value === 'string' && isEnumType(of)) return value
  return JSON.stringify(value)
}

const oddCharacters = [
  '{',
  '}',
  '(',
  ')',
  '"',
  '"""',
  '\\',
  '$',
  '@',
  '...',
  '#',
  '\u0000',
  '\ud800',
  '\ufeff',
  '🦜',
  '!',
  '&',
  '|',
  '[',
  ']',
  ':',
  '-',
  '1e',
  '.',
  '\n',
]

/** A document that was damaged on its way: in its characters, its words, its length, or its envelope. */
function mutate(payload: Payload, random: Dice): Payload {
  let { query } = payload
  const words = () => query.split(' ')
  const times = 1 + random.number(3)
  for (let index = 0; index < times; index += 1) {
    const at = random.number(query.length)
    const list = words()
    const word = random.number(list.length)
    switch (random.number(9)) {
      case 0:
        query = query.slice(0, at) + random.pick(oddCharacters) + query.slice(at)
        break
      case 1:
        query = query.slice(0, at) + query.slice(at + 1 + random.number(8))
        break
      case 2:
        query = query.slice(0, at)
        break
      case 3:
        query = list.toSpliced(word, 1).join(' ')
        break
      case 4:
        query = list.toSpliced(word, 0, list[random.number(list.length)] ?? '').join(' ')
        break
      case 5:
        query = query.slice(0, at) + '{ a '.repeat(random.number(60)) + query.slice(at)
        break
      case 6:
        query = query.slice(0, at) + String.fromCharCode(random.number(65_536)) + query.slice(at + 1)
        break
      case 7:
        query = `${query} ${query}`
        break
      default:
        return {
          ...payload,
          query,
          variables: random.pick<unknown>([null, [], 'x', 7, { v0: null }, { ...Object(payload.variables), v1: [{}] }]),
          operationName: random.pick<unknown>([null, 'Fuzz', 'Nope', 7, {}, '']),
        }
    }
  }
  return { ...payload, query }
}
