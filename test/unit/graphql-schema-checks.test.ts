import { eq } from 'drizzle-orm'
import { pgTable, text } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import {
  createSchema,
  extendGraphType,
  graphType,
  guard,
  loadSchemaFiles,
  needs,
  one,
  page,
  permissionRules,
  read,
  type DomainModule,
} from '../../src/graphql/index.ts'
import { librarySchema } from '../kit/library/world.ts'

const cats = pgTable('cats', { id: text('id').notNull(), name: text('name') })
const dogs = pgTable('dogs', { id: text('id').notNull() })
const base = loadSchemaFiles()[0] ?? ''

/** What assembling these says, line by line. */
function mistakes(sdl: string, parts: Partial<DomainModule>): string[] {
  const module: DomainModule = { name: 'cats', types: [], resolvers: {}, ...parts }
  try {
    createSchema([module], [base, sdl])
    return []
  } catch (error) {
    return error instanceof Error
      ? error.message
          .split('\n')
          .slice(1)
          .map((line) => line.trim())
      : [String(error)]
  }
}

const catSdl = 'type Cat { id: ID! name: String mood: String }'
const query = (line: string) => `${catSdl} extend type Query { "Requires \`catalog:read\`." ${line} }`
const cat = (fields = {}) =>
  graphType('Cat', cats, { allow: 'catalog:read' }, (t) => ({ id: t.id, name: t.name, mood: t.name, ...fields }))

describe('start-up names what does not fit together', () => {
  test('nothing, when all is well', () => {
    const resolvers = {
      Query: {
        cat: read(
          'catalog:read',
          one(cats, (c) => eq(c.id, 'x')),
        ),
      },
    }
    expect(mistakes(query('cat: Cat'), { types: [cat()], resolvers })).toEqual([])
  })

  test('a field of an object that neither SQL nor code answers', () => {
    const partial = graphType('Cat', cats, { allow: 'catalog:read' }, (t) => ({
      id: t.id,
      mood: needs({ name: t.name }),
    }))
    expect(mistakes(catSdl, { types: [partial] })).toEqual(['Cat.name is not declared', 'Cat.mood has no resolver'])
  })

  test('a resolver that does not say what it needs, or that nobody needs', () => {
    const partial = graphType('Cat', cats, { allow: 'catalog:read' }, (t) => ({ id: t.id, name: t.name }))
    expect(mistakes(catSdl, { types: [partial], resolvers: { Cat: { mood: () => 'fine' } } })).toEqual([
      'Cat.mood is not declared: its resolver must say what it needs, needs({ … })',
    ])
    expect(mistakes(catSdl, { types: [cat()], resolvers: { Cat: { mood: () => 'fine' } } })).toEqual([
      'Cat.mood is both declared and resolved',
    ])
  })

  test('a declared field, type or extension that is not there', () => {
    expect(mistakes(catSdl, { types: [cat({ age: cats.name })] })).toEqual(['Cat.age is declared, but not in the SDL'])
    expect(mistakes(catSdl, { types: [cat(), graphType('Dog', dogs, { allow: 'signed-in' }, () => ({}))] })).toEqual([
      'Dog is declared, but not in the SDL',
    ])
    expect(mistakes(catSdl, { types: [cat(), extendGraphType('Cat', dogs, () => ({}))] })).toEqual([
      "extendGraphType('Cat', …): there is no such type over this table",
    ])
  })

  test('a type that nobody declared', () => {
    expect(mistakes(catSdl, {})).toEqual([
      'Cat is not declared: graphType, embeddedType, or listed as plain where resolver code makes it',
    ])
    expect(mistakes(catSdl, { plain: ['Cat'] })).toEqual([])
  })

  test('a relation that leads to rows of another table', () => {
    const resolvers = {
      Query: {
        cat: read(
          'catalog:read',
          one(dogs, (d) => eq(d.id, 'x')),
        ),
      },
    }
    expect(mistakes(query('cat: Cat'), { types: [cat()], resolvers })).toEqual([
      'Query.cat leads to Cat, which is declared over another table',
    ])
  })

  test('a connection with a field that no page has', () => {
    const sdl = query('cats(first: Int): CatConnection!') + 'type CatConnection { nodes: [Cat!]! purring: Int! }'
    const resolvers = {
      Query: { cats: read('catalog:read', page(cats, { where: () => undefined, orderBy: () => [] })) },
    }
    expect(mistakes(sdl, { types: [cat()], resolvers })).toEqual([
      'CatConnection has fields that no connection has: purring',
    ])
  })

  test('a Node without an id kind, and the other way round', () => {
    const node = graphType('Cat', cats, { allow: 'catalog:read', node: 'product' }, (t) => ({
      id: t.id,
      name: t.name,
      mood: t.name,
    }))
    expect(mistakes(catSdl, { types: [node] })).toEqual(['Cat names an id kind, but does not implement Node'])
    expect(mistakes(catSdl.replace('Cat {', 'Cat implements Node {'), { types: [cat()] })).toEqual([
      'Cat implements Node, but its declaration names no id kind',
    ])
  })

  test('a root field that is not answered, or guarded otherwise than its description says', () => {
    expect(mistakes(query('cat: Cat'), { types: [cat()] })).toEqual(['Query.cat is not answered'])
    const guarded = { Query: { cat: guard('catalog:write', () => null) } }
    expect(mistakes(query('cat: Cat'), { types: [cat()], resolvers: guarded })).toEqual([
      'Query.cat asks for catalog:write, its description says catalog:read',
    ])
    expect(mistakes(`${catSdl} extend type Query { cat: Cat }`, { types: [cat()], resolvers: guarded })).toEqual([
      'Query.cat asks for catalog:write, its description says nothing',
    ])
  })
})

test('the rule of every root field can be listed', () => {
  const rules = permissionRules(librarySchema())
  expect(rules).toContainEqual({ coordinate: 'Query.books', access: 'catalog:read', described: 'catalog:read' })
  expect(rules).toContainEqual({ coordinate: 'Query.greeting', access: 'anyone', described: 'anyone' })
  expect(rules).toContainEqual({
    coordinate: 'Subscription.lendings',
    access: 'catalog:read',
    described: 'catalog:read',
  })
  expect(rules.filter(({ access, described }) => access !== described)).toEqual([])
})
