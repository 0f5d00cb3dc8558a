import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../src/app.ts'
import { createSchema } from '../../src/graphql/index.ts'
import { idKind, newId, type IdKind } from '../../src/platform/ids.ts'
import { storedRows } from '../faults/stored-rows.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const schema = createSchema(modules)

/** A place where an ID is given: the root field and the path of the argument, through inputs and lists. */
interface Place {
  readonly coordinate: string
  readonly operation: 'query' | 'mutation' | 'subscription'
  readonly document: string
  readonly variables: (id: string) => Readonly<Record<string, unknown>>
}

const password = 'correct horse battery staple'

let app: TestApp
let mine: World
let theirs: World
/** Ids of the other tenant that really exist, by kind. */
let foreign: ReadonlyMap<IdKind, string>
beforeAll(async () => {
  app = await startApp()
  mine = await app.makeWorld({ debounceMs: 0 })
  theirs = await app.makeWorld({ debounceMs: 0, owner: { email: 'owner@theirs.example', name: 'Ana', password } })
  foreign = await furnish(theirs)
})
afterAll(() => app.stop())

const places = findPlaces()

describe("another tenant's id", () => {
  test('is tried in every argument that takes an id', () => {
    expect(places.length).toBeGreaterThan(40)
    const coordinates = new Set(places.map(({ coordinate }) => coordinate))
    for (const known of ['Query.node(id)', 'Query.nodes(ids)', 'Mutation.orderLinesEdit(lines.productId)']) {
      expect(coordinates).toContain(known)
    }
  })

  test('is there for every kind that an API caller can name', () => {
    expect([...foreign.keys()].toSorted()).toEqual(
      expect.arrayContaining([
        'apiKey',
        'channelAccount',
        'conversation',
        'customer',
        'knowledgeDoc',
        'membership',
        'message',
        'order',
        'product',
        'session',
        'tenant',
        'user',
      ]),
    )
  })

  test(
    'is answered byte for byte as one that never existed, and nothing of theirs changes',
    { timeout: 60_000 },
    async () => {
      const before = await storedRows(app.database.db, theirs.tenantId)
      const different: string[] = []
      const answers = new Map<string, Set<string>>()
      for (const { coordinate, operation, document, variables } of places) {
        if (operation === 'subscription') continue
        const tried = [...foreign].map(async ([kind, id]) => {
          const unknown = newId(kind)
          const [real, none] = await Promise.all([ask(document, variables(id)), ask(document, variables(unknown))])
          answers.set(coordinate, (answers.get(coordinate) ?? new Set()).add(real.slice(0, 3)))
          const isTheSame = real.replaceAll(id, '«id»') === none.replaceAll(unknown, '«id»')
          if (!isTheSame || /"code":"(INTERNAL|UNAVAILABLE)"/.test(real)) {
            different.push(`${coordinate} with a ${kind}\n  theirs: ${real}\n  none:   ${none}`)
          }
        })
        await Promise.all(tried)
      }
      expect(different).toEqual([])
      // A document that is refused for its form would prove nothing.
      expect([...answers].filter(([, statuses]) => !statuses.has('200')).map(([coordinate]) => coordinate)).toEqual([])
      expect(await storedRows(app.database.db, theirs.tenantId)).toEqual(before)
    },
  )

  test('in a subscription is followed in silence', async () => {
    const watched = places.filter(({ operation }) => operation === 'subscription')
    expect(watched.length).toBeGreaterThan(0)
    const subscriptions = await Promise.all(
      watched.flatMap(({ document, variables }) =>
        [...foreign.values()].map((id) => mine.owner.subscribe<object>(document, variables(id))),
      ),
    )
    await theirs.say('not for you')
    await mine.say('for me')
    // Whoever follows everything of mine hears mine; by then theirs would have come, had it been let through.
    const all = await mine.owner.subscribe<object>('subscription { messageAdded { message { text } } }')
    await expect.poll(async () => (await mine.say('knock')).status === 200 && all.waiting.length > 0).toBe(true)
    for (const { waiting } of subscriptions) expect(waiting).toEqual([])
    await Promise.all([all, ...subscriptions].map((subscription) => subscription.stop()))
  })
})

/** The answer as text, without what differs from request to request. */
async function ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<string> {
  const response = await fetch(new URL('/graphql', app.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${mine.owner.token}`,
      'x-request-id': 'the-same-for-all',
    },
    body: JSON.stringify({ query, variables }),
  })
  return `${response.status} ${await response.text()}`
}

function findPlaces(): Place[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const
  return roots.flatMap(([operation, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) =>
      field.args.flatMap((argument) =>
        pathsToIds(argument.type).map((path) => ({
          coordinate: `${type?.name}.${field.name}(${[argument.name, ...path].join('.')})`,
          operation,
          document: `${operation} (${field.args.map(({ name, type: of }) => `$${name}: ${String(of)}`).join(', ')}) {
            ${field.name}(${field.args.map(({ name }) => `${name}: $${name}`).join(', ')}) ${selectionOf(field.type)}
          }`,
          variables: (id: string) => variablesFor(field.args, argument, path, id),
        })),
      ),
    ),
  )
}

/** What is told of a refusal, and of what would have been given. */
function selectionOf(type: Parameters<typeof getNamedType>[0]): string {
  const named = getNamedType(type)
  if (named === undefined || named === null || !isCompositeType(named)) return ''
  const fields = 'getFields' in named ? named.getFields() : {}
  const parts = ['__typename', ...Object.keys(fields).filter((name) => ['id', 'totalCount'].includes(name))]
  if ('errors' in fields) parts.push('errors { __typename code message path }')
  if ('nodes' in fields) parts.push('nodes { __typename }')
  return `{ ${parts.join(' ')} }`
}

/** Paths below an input type to each ID in it. Recursive inputs are followed once. */
function pathsToIds(type: GraphQLInputType, seen: readonly string[] = []): string[][] {
  const named = getNamedType(type)
  if (named.name === 'ID') return [[]]
  if (!isInputObjectType(named) || seen.includes(named.name)) return []
  return Object.values(named.getFields()).flatMap((field) =>
    pathsToIds(field.type, [...seen, named.name]).map((path) => [field.name, ...path]),
  )
}

function variablesFor(
  all: readonly GraphQLArgument[],
  chosen: GraphQLArgument,
  path: readonly string[],
  id: string,
): Record<string, unknown> {
  const needed = all.filter((argument) => argument === chosen || isNonNullType(argument.type))
  return Object.fromEntries(
    needed.map((argument) => [argument.name, valueFor(argument.type, argument === chosen ? path : null, id)]),
  )
}

/** A value that fits the type, with the id at the end of the path; ids beside the path never existed. */
function valueFor(type: GraphQLInputType, path: readonly string[] | null, id: string): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, path, id)
  if (isListType(type)) return [valueFor(type.ofType, path, id)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type)) {
    const [next, ...rest] = path ?? []
    const fields = Object.values(type.getFields()).filter(({ name, type: of }) => name === next || isNonNullType(of))
    return Object.fromEntries(
      fields.map((field) => [field.name, valueFor(field.type, field.name === next ? rest : null, id)]),
    )
  }
  switch (type.name) {
    case 'ID':
      return path === null ? 'ord_01h455vb4pex5vsknk084sn02q' : id
    case 'Int':
    case 'Long':
    case 'Float':
      return 1
    case 'Boolean':
      return true
    case 'DateTime':
      return '2031-01-01T00:00:00Z'
    case 'Decimal':
      return '1'
    case 'CurrencyCode':
      return 'EUR'
    default:
      return 'nobody@nowhere.example'
  }
}

/** Fills a tenant with one of everything that the API can make, and collects whatever ids its tables then hold. */
async function furnish(world: World): Promise<ReadonlyMap<IdKind, string>> {
  const { owner } = world
  await owner.mutate(`mutation { productImport(input: { products: [{ sku: "MILK", name: "Leche entera",
    category: "Dairy", price: { amountMinor: 420 }, variants: [{ axis: "size", value: "2 l" }] }] }) { errors { code message } } }`)
  await owner.mutate(`mutation { knowledgeDocImport(input: { docs: [{ externalId: "faq", title: "FAQ", content: "We open at nine." }] })
    { errors { code message } } }`)
  await owner.mutate(
    'mutation { apiKeyCreate(input: { name: "till", scopes: ["orders:read"] }) { errors { code message } } }',
  )
  await app.stranger.mutate(
    'mutation ($password: String!) { login(email: "owner@theirs.example", password: $password) { token } }',
    {
      password,
    },
  )
  const job = app.nextJob(({ name, data }) => name === 'conversation.read' && data.tenantId === world.tenantId)
  await world.say('2 leche entera')
  await job
  const columns = await app.database.db.asOwner((db) =>
    db.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace
       and c.relkind in ('r', 'p') and not c.relispartition and (c.relname = 'tenants' or exists (
         select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id')) and (c.relname in ('tenants') or exists (
         select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'))`,
    ),
  )
  const found = new Map<IdKind, string>()
  for (const { name } of columns) {
    const [row] = await app.database.db.asOwner((db) =>
      db.query<{ id: string }>(
        `select id::text as id from ${name} where ${name === 'tenants' ? 'id' : 'tenant_id'} = $1 limit 1`,
        [world.tenantId],
      ),
    )
    const kind = row === undefined ? null : idKind(row.id)
    if (row !== undefined && kind !== null) found.set(kind, row.id)
  }
  const [member] = await app.database.db.asOwner((db) =>
    db.query<{ id: string }>('select user_id as id from memberships where tenant_id = $1', [world.tenantId]),
  )
  return found.set('user', member?.id ?? '')
}
