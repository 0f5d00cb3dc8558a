/** What stands in the library of one tenant; keys are column names. */
export function rowsOf(tenantId: string): Record<string, readonly Record<string, unknown>[]> {
  const own = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ tenant_id: tenantId, ...row }))
  return {
    library_shelves: own([
      { id: 'shelf-a', name: 'Österreich "A"', parent_id: null },
      { id: 'shelf-b', name: 'b\\ackslash\n\t\u0001', parent_id: 'shelf-a' },
      { id: 'shelf-c', name: '日本 🍣', parent_id: 'shelf-b' },
      { id: 'shelf-empty', name: 'nothing here', parent_id: null },
    ]),
    library_people: own([
      { id: 'person-1', name: 'Ana «la de siempre»' },
      { id: 'person-2', name: "O'Neil" },
    ]),
    library_books: own([
      book(1, { title: 'Ánima', genre: 'NOVEL', rating: 4.5, price_minor: 1250, shelf_id: 'shelf-a' }),
      book(2, {
        title: 'ánima',
        genre: 'POEMS',
        rating: 0.1,
        price_minor: 9007199254740993n.toString(),
        weight: '2.50',
      }),
      book(3, {
        title: 'Zebra "quoted" \\',
        rating: 1e-7,
        shelf_id: 'shelf-b',
        creator_kind: 'PRESS',
        creator_id: 'Prensa',
      }),
      book(4, { title: 'same', rating: '-0', copies: '9007199254740992', creator_kind: 'MACHINE', creator_id: 'mk-1' }),
      book(5, { title: 'same', rating: 1e21, copies: '-9007199254740991', content_kind: 'IMAGE', content: image }),
      book(6, {
        title: 'same',
        rating: 123456789012345680,
        is_lent: true,
        content_kind: 'STRANGE',
        content: { text: 'x' },
      }),
      book(7, { title: '\u2028 line', rating: 0.00001, printed_at: '2024-02-29T23:59:59.999999Z', spans, meta }),
      book(8, { title: 'no shelf', rating: 5, shelf_id: null, printed_at: '1969-12-31T23:59:59.5+05:00', cover }),
      book(9, { title: 'lost shelf', rating: 1e15, shelf_id: 'shelf-gone', weight: '0.000', tags: ['a"b', 'ñ', ''] }),
      book(10, { title: '', rating: 2 / 3, secret: 'hidden', genres: ['ESSAY', 'NOVEL'], price_minor: -5, cover: {} }),
      book(11, { title: 'z', rating: 1000000, shelf_id: 'shelf-c', price_minor: 100000, currency: 'JPY', spans: [] }),
      book(12, { title: 'zz', rating: null, shelf_id: 'shelf-c', price_minor: 123456, currency: 'KWD', content: null }),
    ]),
    library_loans: own(
      Array.from({ length: 9 }, (_, index) => ({
        id: `loan-${index}`,
        book_id: `book-${(index % 4) + 1}`,
        borrower_id: index % 3 === 0 ? null : `person-${(index % 2) + 1}`,
        lent_at: `2026-01-0${(index % 5) + 1}T10:00:00.00000${index}Z`,
      })),
    ),
    library_things: own([
      { id: 'thing-1', shelf_id: 'shelf-a', kind: 'BOOK', book_id: 'book-1', text: null },
      { id: 'thing-2', shelf_id: 'shelf-a', kind: 'NOTE', book_id: null, text: 'dusty' },
      { id: 'thing-3', shelf_id: 'shelf-b', kind: 'NOTE', book_id: null, text: null },
    ]),
  }
}

const image = { url: 'https://example.com/ü?"', alt: null, size: { width: 3, height: 4 } }
const cover = { colour: 'röd', size: { width: 10, height: 20, depth: 1 }, isHard: true, weight: 1.5 }
const meta = { b: [1, 2.5, { ä: null }], a: 'text', 2: 'two', 1: 'one', huge: 1e22 }
const spans = [
  { start: 0, end: 2, text: 'zwei "Käse"', bookId: 'book-3', score: 0.25, count: '9007199254740993', tags: ['x', 'y'] },
  { start: 3, end: 4, text: '', bookId: null, score: 1, count: 3, inner: [{ start: 1, end: 1, text: 'in' }] },
]

function book(number: number, more: Record<string, unknown>): Record<string, unknown> {
  return {
    id: `book-${number}`,
    title: `Book ${number}`,
    pages: (number * 37) % 5,
    currency: 'USD',
    ink: 0.1,
    copies: number,
    tags: [],
    genre: (['NOVEL', 'ESSAY', 'POEMS'] as const)[number % 3],
    is_lent: false,
    shelf_id: 'shelf-a',
    creator_kind: 'PERSON',
    creator_id: number % 2 === 0 ? 'person-1' : 'person-2',
    content_kind: 'TEXT',
    content: { text: `«${number}» "Text" \\ 🙂` },
    ...more,
  }
}
