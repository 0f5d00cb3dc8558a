import type { ExecutionArgs } from 'graphql'
import { beforeEach, describe, expect, test } from 'vitest'
import { createGraphQLApi, loadSchemaFiles, type ApiResult, type GraphQLApi } from '../../src/graphql/index.ts'
import type { Permission } from '../../src/platform/auth/permissions.ts'
import type { Database } from '../../src/platform/db/database.ts'
import {
  decodeCursor,
  encodeCursor,
  type EventFeed,
  type FeedEvent,
  type Position,
  type Wants,
} from '../../src/platform/events/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { libraryModule } from '../kit/library/graph.ts'
import { librarySdl } from '../kit/library/sdl.ts'
import { contextOf } from '../kit/library/world.ts'

const tenantId = newId('tenant')

/** A log that a test writes by hand. */
class FakeFeed implements EventFeed {
  readonly followed: { tenantId: string; after: Position | null; signal: AbortSignal }[] = []
  private readonly events: FeedEvent[] = []
  private wakeAll = Promise.withResolvers<void>()

  follow(
    tenant: string,
    after: Position | null,
    signal: AbortSignal,
    wants: Wants = () => true,
  ): AsyncGenerator<FeedEvent> {
    this.followed.push({ tenantId: tenant, after, signal })
    return this.read(signal, wants)
  }

  private async *read(signal: AbortSignal, wants: Wants): AsyncGenerator<FeedEvent> {
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    for (let next = 0; !signal.aborted;) {
      const event = this.events[next]
      if (event === undefined) await Promise.race([this.wakeAll.promise, aborted])
      else {
        next += 1
        if (wants(event)) yield event
      }
    }
  }

  append(type: string, subjectId: string): string {
    const position = { xid: '7', seq: String(this.events.length + 1) }
    const cursor = encodeCursor(tenantId, position)
    const id = newId('event')
    const occurredAt = new Date('2026-11-20T05:50:11.612Z')
    const actor = { actorKind: 'SYSTEM', actorId: 'test' } as const
    const event = {
      tenantId,
      id,
      type,
      subjectId,
      conversationId: null,
      ...actor,
      requestId: 'r',
      data: {},
      occurredAt,
      position,
    }
    this.events.push({ event, cursor })
    this.wakeAll.resolve()
    this.wakeAll = Promise.withResolvers()
    return cursor
  }

  async close(): Promise<void> {}
}

let feed: FakeFeed
let sent: string[]
let api: GraphQLApi

// A database in which every book that is asked for is there.
const stub: Pick<Database, 'read'> = {
  async read(_tenantId, statements) {
    sent.push(...statements.map(({ text }) => text))
    return statements.map(({ values }) => {
      const ids = values.flatMap((value) =>
        typeof value === 'string' && value.startsWith('[') ? JSON.parse(value) : [],
      )
      return JSON.stringify(
        Object.fromEntries(ids.map((id: string) => [id, { '@': 'Book', id, title: `Title of ${id}` }])),
      )
    })
  },
}
const db = stub as Database

beforeEach(() => {
  feed = new FakeFeed()
  sent = []
  const { services } = contextOf(db, { tenantId })
  const typeDefs = [loadSchemaFiles()[0] ?? '', librarySdl]
  api = createGraphQLApi({ modules: [libraryModule], typeDefs, services, feed })
})

interface Viewer {
  readonly userId?: string
  readonly tenantId?: string
  readonly permissions?: readonly Permission[]
  readonly variables?: Record<string, unknown>
}

async function subscribe(query: string, viewer: Viewer = {}) {
  const { variables = {}, ...reader } = viewer
  const prepared = api.prepare({ query, variables }, contextOf(db, { tenantId, ...reader }))
  if (!isArgs(prepared)) throw new Error(String(prepared))
  const answers = await api.subscribe(prepared)
  if (!(Symbol.asyncIterator in answers)) throw new Error(JSON.stringify(answers))
  return { next: async () => (await answers.next()).value as ApiResult, stop: async () => answers.return?.() }
}

function isArgs(prepared: ReturnType<GraphQLApi['prepare']>): prepared is ExecutionArgs {
  return 'schema' in prepared
}

async function refusal(query: string, viewer: Viewer = {}): Promise<unknown> {
  return subscribe(query, viewer).then(
    () => 'not refused',
    (error: Error) => JSON.parse(error.message).errors[0].extensions.code,
  )
}

const lendings = `subscription ($after: Cursor, $bookId: ID) {
  lendings(after: $after, bookId: $bookId) { cursor occurredAt book { id title } } }`

describe('a subscription', () => {
  test('gives each event of its kinds with cursor and time, and the object read anew', async () => {
    const { next } = await subscribe(lendings)
    feed.append('book.returned', 'book-0')
    const cursor = feed.append('book.lent', 'book-1')
    expect(await next()).toEqual({
      data: {
        lendings: {
          cursor,
          occurredAt: '2026-11-20T05:50:11.612000Z',
          book: { id: 'book-1', title: 'Title of book-1' },
        },
      },
    })
  })

  test('goes on behind the cursor it is given, and refuses one of another tenant', async () => {
    const cursor = feed.append('book.lent', 'book-1')
    await (await subscribe(lendings, { variables: { after: cursor } })).stop()
    expect(feed.followed.at(-1)).toMatchObject({ tenantId, after: { xid: '7', seq: '1' } })
    expect(decodeCursor(tenantId, cursor)).toEqual({ xid: '7', seq: '1' })
    expect(await refusal(lendings, { tenantId: newId('tenant'), variables: { after: cursor } })).toBe('BAD_USER_INPUT')
  })

  test('gives only what its arguments ask for', async () => {
    const { next } = await subscribe(lendings, { variables: { bookId: 'book-2' } })
    feed.append('book.lent', 'book-1')
    const cursor = feed.append('book.lent', 'book-2')
    expect((await next()).data).toMatchObject({ lendings: { cursor } })
  })

  test('of a union names the type of each event', async () => {
    const { next } = await subscribe('subscription { goings { __typename cursor ... on ReturnEvent { book { id } } } }')
    feed.append('book.lent', 'book-1')
    feed.append('book.returned', 'book-2')
    expect((await next()).data).toMatchObject({ goings: { __typename: 'LendingEvent' } })
    expect((await next()).data).toMatchObject({ goings: { __typename: 'ReturnEvent', book: { id: 'book-2' } } })
  })

  test('is refused without its permission', async () => {
    expect(await refusal(lendings, { permissions: ['orders:read'] })).toBe('FORBIDDEN')
    expect(feed.followed).toEqual([])
  })

  test('stops waiting for the log when it is ended, even if no event ever comes', async () => {
    const { next, stop } = await subscribe(lendings)
    const waiting = next()
    await stop()
    expect(await waiting).toBeUndefined()
    expect(feed.followed[0]?.signal.aborted).toBe(true)
  })
})

describe('equal subscribers', () => {
  test('share one execution and one printed answer for an event', async () => {
    const first = await subscribe(lendings, { variables: { after: feed.append('book.lent', 'book-0') } })
    const second = await subscribe(lendings, { userId: newId('user') })
    feed.append('book.lent', 'book-1')
    await first.next()
    await second.next()
    sent = []

    const answers = await Promise.all([first.next(), second.next()])

    expect(answers[0]).toBe(answers[1])
    expect(sent).toHaveLength(1)
    expect(api.stringify(answers[0] ?? {})).toBe(JSON.stringify(answers[1]))
  })

  test('do not share what was asked differently, or by someone who may see other things', async () => {
    feed.append('book.lent', 'book-1')
    const viewers: Viewer[] = [{}, { variables: { bookId: 'book-1' } }, { permissions: ['catalog:read'] }]
    const answers = await Promise.all(viewers.map(async (viewer) => (await subscribe(lendings, viewer)).next()))
    expect(new Set(answers).size).toBe(3)
    expect(sent).toHaveLength(3)
  })

  test('do not share what a resolver made by looking at who asks', async () => {
    const query = 'subscription { lendings { viewer } }'
    feed.append('book.lent', 'book-1')
    const [ana, ben] = [newId('user'), newId('user')]
    const [forAna, forBen] = await Promise.all(
      [ana, ben].map(async (userId) => (await subscribe(query, { userId })).next()),
    )
    expect(forAna?.data).toEqual({ lendings: { viewer: ana } })
    expect(forBen?.data).toEqual({ lendings: { viewer: ben } })
  })
})
