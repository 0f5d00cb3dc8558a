import fc from 'fast-check'
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'
import { idOfBook } from './world.ts'

/** Fields that code answers, that always fail, or that may be missing: rare, or no document would be SQL's alone. */
const rarely = new Set(['greeting', 'fault', 'nodes', 'bookByCode', 'mustHave', 'advice', 'shelf'])

/** A document with the values of its variables. */
export interface Generated {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Variables of generated documents; some with defaults, so that leaving them out means something. */
const variableTypes = {
  yes: 'Boolean! = true',
  no: 'Boolean!',
  size: 'Int = 3',
  few: 'Int',
  genre: 'Genre',
  id: 'ID! = "book-1"',
}

/**
 * Valid-looking queries over the whole schema: aliases, merged and repeated fields, named and inline fragments with and
 * without types, `@skip` and `@include`, arguments as literals and variables. Some will not validate (fields that
 * conflict); the test passes over those.
 */
export function documentsOf(schema: GraphQLSchema): fc.Arbitrary<Generated> {
  const queryType = schema.getQueryType()
  if (!queryType) throw new Error('There is no query type')
  const fragmentTypes = ['Book', 'Shelf', 'Named', 'Creator', 'BookConnection', 'Thing']
  const fragments = fragmentTypes.map((name) => {
    const type = schema.getType(name)
    if (!isCompositeType(type)) throw new Error(`${name} is no composite type`)
    // Not inside fragments: they would spread each other.
    return selectionOf(schema, type, 3, []).map((selection) => `fragment ${name}Parts on ${name} ${selection}`)
  })
  return fc
    .record({
      selection: selectionOf(schema, queryType, 5, fragmentTypes),
      fragments: fc.tuple(...fragments),
      variables: fc.record(
        {
          yes: fc.boolean(),
          no: fc.boolean(),
          size: fc.option(fc.integer({ min: 0, max: 5 })),
          few: fc.option(fc.integer({ min: 0, max: 5 })),
          genre: fc.option(fc.constantFrom('NOVEL', 'ESSAY')),
          id: fc.constantFrom('book-1', 'book-9', 'book-none', idOfBook),
        },
        { requiredKeys: ['no'] },
      ),
    })
    .map(({ selection, fragments: parts, variables }) => {
      const body = [selection, ...usedFragments(selection, parts, fragmentTypes)].join('\n')
      const declared = Object.entries(variableTypes).filter(([name]) => new RegExp(`\\$${name}\\b`).test(body))
      const header = declared.map(([name, type]) => `$${name}: ${type}`).join(', ')
      return { query: `query Generated${header === '' ? '' : `(${header})`} ${body}`, variables }
    })
}

/** Only those that are spread, since others do not validate. */
function usedFragments(selection: string, parts: readonly string[], types: readonly string[]): readonly string[] {
  return parts.filter((_, index) => selection.includes(`...${types[index]}Parts`))
}

function selectionOf(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  depth: number,
  fragmentTypes: readonly string[],
): fc.Arbitrary<string> {
  return fc
    .array(entryOf(schema, type, depth, fragmentTypes), { minLength: 1, maxLength: 6 })
    .map((entries) => `{ ${entries.join(' ')} }`)
}

function entryOf(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  depth: number,
  fragmentTypes: readonly string[],
): fc.Arbitrary<string> {
  const choices: { weight: number; arbitrary: fc.Arbitrary<string> }[] = [
    { weight: 1, arbitrary: fc.constantFrom('__typename', 'kind: __typename', 'never: __typename @skip(if: true)') },
  ]
  if (isObjectType(type) || isInterfaceType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
    )
    for (const field of fields) {
      const target = getNamedType(field.type)
      const below = isCompositeType(target) ? selectionOf(schema, target, depth - 1, fragmentTypes) : fc.constant('')
      const arbitrary = fc
        .tuple(fc.constantFrom('', '', '', 'a: ', 'b: '), argumentsOf(field.args), directive(), fc.memo(() => below)())
        .map(([alias, args, when, selection]) => {
          // The alias carries the field's name: an alias for different fields would rarely validate.
          const key = alias === '' ? '' : `${alias.slice(0, 1)}_${field.name}: `
          return `${key}${field.name}${args}${when} ${selection}`
        })
      choices.push({ weight: rarely.has(field.name) ? 1 : 12, arbitrary })
    }
  }
  if (depth > 0) {
    const conditions = isAbstractType(type) ? schema.getPossibleTypes(type) : [type]
    for (const condition of conditions) {
      choices.push({
        weight: isAbstractType(type) ? 12 : 3,
        arbitrary: fc
          .tuple(directive(), selectionOf(schema, condition, depth - 1, fragmentTypes))
          .map(([when, selection]) => `... on ${condition.name}${when} ${selection}`),
      })
    }
    choices.push({
      weight: 2,
      arbitrary: selectionOf(schema, type, depth - 1, fragmentTypes).map((selection) => `... ${selection}`),
    })
  }
  if (fragmentTypes.includes(type.name)) {
    choices.push({ weight: 8, arbitrary: directive().map((when) => `...${type.name}Parts${when}`) })
  }
  return fc.oneof(...choices)
}

function directive(): fc.Arbitrary<string> {
  return fc.constantFrom('', '', '', '', ' @include(if: $yes)', ' @skip(if: $no)', ' @include(if: true)')
}

function argumentsOf(args: readonly GraphQLArgument[]): fc.Arbitrary<string> {
  if (args.length === 0) return fc.constant('')
  const paged = args.some(({ name }) => name === 'first')
  const others = args.filter(({ name }) => !['first', 'last', 'after', 'before'].includes(name))
  const given = others.map((arg) => {
    const value = valueOf(arg.type).map((text) => `${arg.name}: ${text}`)
    return isNonNullType(arg.type) && arg.defaultValue === undefined ? value : fc.option(value, { nil: '' })
  })
  const paging = paged
    ? fc.constantFrom('', '', 'first: 2', 'last: 3', 'first: $size', 'last: $few', 'first: $few', 'first: 0')
    : fc.constant('')
  return fc.tuple(paging, ...given).map((texts) => {
    const present = texts.filter((text) => text !== '')
    return present.length === 0 ? '' : `(${present.join(', ')})`
  })
}

function valueOf(type: GraphQLInputType): fc.Arbitrary<string> {
  if (isNonNullType(type)) return valueOf(type.ofType)
  if (isListType(type)) return fc.array(valueOf(type.ofType), { maxLength: 2 }).map((items) => `[${items.join(', ')}]`)
  if (isEnumType(type)) {
    const names = type.getValues().map(({ name }) => name)
    return fc.constantFrom(...names, ...(type.name === 'Genre' ? ['$genre'] : []))
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map((field) =>
      fc.option(
        valueOf(field.type).map((text) => `${field.name}: ${text}`),
        { nil: '' },
      ),
    )
    return fc.tuple(...fields).map((texts) => `{ ${texts.filter((text) => text !== '').join(', ')} }`)
  }
  const literals: Record<string, readonly string[]> = {
    Int: ['0', '2', '7'],
    Boolean: ['true', 'false', '$yes', '$no'],
    ID: ['$id', '"book-2"', '"book-7"', '"book-7"', '"book-8"', '"shelf-a"', `"${idOfBook}"`],
    DateTime: ['"2024-01-01T00:00:00Z"'],
  }
  return fc.constantFrom(...(literals[type.name] ?? ['"same"', '"ánima"', '"z\\"q"']))
}
