import { and, asc, eq, gt, gte, inArray, isNull, sql } from 'drizzle-orm'
import {
  allow,
  ascending,
  computed,
  descending,
  embedded,
  embeddedType,
  graphType,
  guard,
  many,
  money,
  needs,
  object,
  one,
  page,
  read,
  reference,
  sameRow,
  subscribeEvents,
  union,
  unionType,
  type DomainModule,
} from '../../../src/graphql/index.ts'
import { ApiError } from '../../../src/platform/errors.ts'
import { notFound } from '../../../src/platform/refusals.ts'
import { books, loans, people, shelves, things } from './tables.ts'

interface BooksArgs {
  order: 'TITLE' | 'PAGES_DESC' | 'MIXED'
  filter?: {
    genre?: string | null
    titles?: string[] | null
    minPages?: number | null
    since?: string | null
  } | null
}

const byTitle = (b: typeof books) => [ascending(b.title), ascending(b.id)]

const creatorOf = (b: typeof books) =>
  union(b.creatorKind, {
    PERSON: one(people, sql`${b.creatorId}`),
    PRESS: object({ name: b.creatorId, founded: sql`length(${b.creatorId})` }, { type: 'Press' }),
    MACHINE: object({ name: sql`'machine'`, model: b.creatorId }, { type: 'Machine' }),
  })

const book = graphType('Book', books, { allow: 'catalog:read', node: 'product' }, (t) => ({
  id: t.id,
  title: t.title,
  pages: t.pages,
  price: money(t.priceMinor, t.currency),
  rating: t.rating,
  weight: t.weight,
  copies: t.copies,
  printedAt: t.printedAt,
  tags: t.tags,
  genre: t.genre,
  genres: t.genres,
  isLent: t.isLent,
  shelf: one(shelves, t.shelfId),
  maybeShelf: one(shelves, t.shelfId),
  creator: creatorOf(t),
  content: union(t.contentKind, {
    TEXT: embedded('TextContent', t.content),
    IMAGE: embedded('ImageContent', t.content),
  }),
  spans: t.spans,
  cover: t.cover,
  meta: t.meta,
  loans: page(loans, {
    where: (l) => eq(l.bookId, t.id),
    orderBy: (l) => [descending(l.lentAt), descending(l.id)],
  }),
  lastLoan: one(loans, (l) => eq(l.bookId, t.id), { orderBy: (l) => [descending(l.lentAt), descending(l.id)] }),
  longerThan: computed((args: { pages: number }) => sql`${t.pages} > ${args.pages}`),
  advice: needs({ title: t.title, printedAt: t.printedAt, copies: t.copies, meta: t.meta }),
  secret: allow('catalog:write', t.secret),
  sibling: one(books, (b) => and(eq(b.shelfId, t.shelfId), gt(b.id, t.id)), { orderBy: (b) => [ascending(b.id)] }),
}))

const shelf = graphType('Shelf', shelves, { allow: 'catalog:read', node: 'category' }, (t) => ({
  id: t.id,
  name: t.name,
  parent: one(shelves, t.parentId),
  children: many(shelves, (s) => ({ where: eq(s.parentId, t.id), orderBy: [asc(s.name), asc(s.id)] })),
  books: page(books, {
    where: (b, args: { genre?: string | null }) =>
      and(eq(b.shelfId, t.id), args.genre ? eq(b.genre, args.genre) : undefined),
    orderBy: byTitle,
  }),
  things: page(things, { where: (x) => eq(x.shelfId, t.id), orderBy: (x) => [ascending(x.id)] }),
}))

const person = graphType('Person', people, { allow: 'customers:read', node: 'customer' }, (t) => ({
  id: t.id,
  name: t.name,
  books: page(books, { where: (b) => eq(b.creatorId, t.id), orderBy: byTitle }),
}))

const loan = graphType('Loan', loans, { allow: 'catalog:read', node: 'order' }, (t) => ({
  id: t.id,
  lentAt: t.lentAt,
  borrower: one(people, t.borrowerId),
  book: one(books, t.bookId),
}))

const note = graphType('Note', things, { allow: 'catalog:read' }, (t) => ({ text: sql`coalesce(${t.text}, '')` }))

const thing = unionType('Thing', things, { allow: 'catalog:read' }, (t) =>
  union(t.kind, { BOOK: one(books, sql`${t.bookId}`), NOTE: sameRow('Note') }),
)

export const libraryModule: DomainModule = {
  name: 'library',
  types: [
    book,
    shelf,
    person,
    loan,
    note,
    thing,
    embeddedType('Cover'),
    embeddedType('Size'),
    embeddedType('Span', (v) => ({ book: one(books, v.text('bookId')) })),
    embeddedType('TextContent'),
    embeddedType('ImageContent'),
  ],
  resolvers: {
    Query: {
      books: read(
        'catalog:read',
        page(books, {
          where: (b, { filter }: BooksArgs) =>
            and(
              filter?.genre ? eq(b.genre, filter.genre) : undefined,
              filter?.titles ? inArray(b.title, filter.titles) : undefined,
              filter?.minPages ? gte(b.pages, filter.minPages) : undefined,
              filter?.since ? sql`${b.printedAt} >= ${filter.since}::timestamptz` : undefined,
            ),
          orderBy: (b, { order }: BooksArgs) => {
            if (order === 'TITLE') return byTitle(b)
            return order === 'MIXED' ? [descending(b.genre), ascending(b.id)] : [descending(b.pages), descending(b.id)]
          },
        }),
      ),
      book: read(
        'catalog:read',
        one(books, (b, { id }: { id: string }) => eq(b.id, id)),
      ),
      mustHave: read(
        'catalog:read',
        one(books, (b, { id }: { id: string }) => eq(b.id, id)),
      ),
      shelves: read(
        'catalog:read',
        many(shelves, (s, { under, limit }: { under?: string | null; limit: number }) => ({
          where: under ? eq(s.parentId, under) : isNull(s.parentId),
          orderBy: [asc(s.name), asc(s.id)],
          limit,
        })),
      ),
      library: read(
        'signed-in',
        object({
          name: sql`'Bücherei «Süd» "2"'`,
          motto: computed((args: { loud: boolean }) => sql`${args.loud ? 'READ' : 'read'}::text`),
          books: page(books, { where: () => undefined, orderBy: byTitle }),
        }),
      ),
      firstCreator: read(
        'signed-in',
        union(sql`'PRESS'::text`, {
          PRESS: object({ name: sql`'House'`, founded: sql`null::int` }, { type: 'Press' }),
        }),
      ),
      bookByCode: guard('catalog:write', ({ id }: { id: string }) => reference(id)),
      greeting: guard('anyone', ({ name }: { name: string }) => `Hello, ${name}`),
      fault: guard('signed-in', ({ kind }: { kind: string }) => {
        if (kind === 'api') throw new ApiError('RATE_LIMITED', 'Slow down.', { details: { retryAfterSeconds: 3 } })
        throw new Error('secret: select * from users at /etc/passwd')
      }),
    },
    Mutation: {
      lend: guard('catalog:write', async ({ id }: { id: string }) =>
        id.startsWith('prd_')
          ? { book: reference(id), others: [reference(id), null, reference('prd_none')], errors: [] }
          : { book: null, others: [], errors: [notFound()] },
      ),
    },
    Subscription: {
      lendings: subscribeEvents({
        access: 'catalog:read',
        types: ['book.lent'],
        filter: (event, args: { bookId?: string | null }) => !args.bookId || args.bookId === event.subjectId,
        payload: (event) => ({ book: reference(event.subjectId) }),
      }),
      goings: subscribeEvents({
        access: 'catalog:read',
        types: ['book.lent', 'book.returned'],
        payload: (event) => ({
          __typename: event.type === 'book.lent' ? 'LendingEvent' : 'ReturnEvent',
          book: reference(event.subjectId),
        }),
      }),
    },
    LendingEvent: {
      viewer: (_source, _args, context) => context.ctx?.actor.id,
    },
    Book: {
      advice: (source: { title: string; printedAt: string | null; copies: string; meta: unknown }) =>
        `${source.title} ${source.printedAt ?? 'undated'} ${typeof source.copies} ${JSON.stringify(source.meta)}`,
    },
  },
}
