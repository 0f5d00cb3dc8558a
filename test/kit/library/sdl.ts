/** A small schema that has every kind of field the compiler knows; over tables of its own, beside base.graphql. */
export const librarySdl = /* GraphQL */ `
  extend type Query {
    "Requires \`catalog:read\`."
    books(
      first: Int
      after: String
      last: Int
      before: String
      filter: BookFilter
      order: BookOrder! = TITLE
    ): BookConnection!
    "Requires \`catalog:read\`."
    book(id: ID!): Book
    "Requires \`catalog:read\`."
    mustHave(id: ID!): Book!
    "Requires \`catalog:read\`."
    shelves(under: ID, limit: Int! = 50): [Shelf!]!
    "Requires no permission beyond signing in."
    library: Library!
    "Requires no permission beyond signing in."
    firstCreator: Creator
    "Requires \`catalog:write\`."
    bookByCode(id: ID!): Book
    "Needs no authentication."
    greeting(name: String! = "stranger"): String!
    "Requires no permission beyond signing in."
    fault(kind: String!): String
  }
  type Mutation {
    "Requires \`catalog:write\`."
    lend(id: ID!): LendPayload!
  }
  type Subscription {
    "Requires \`catalog:read\`."
    lendings(after: Cursor, bookId: ID): LendingEvent!
    "Requires \`catalog:read\`."
    goings(after: Cursor): GoingEvent!
  }
  interface GoingEvent {
    cursor: Cursor!
    occurredAt: DateTime!
  }
  type LendingEvent implements GoingEvent {
    cursor: Cursor!
    occurredAt: DateTime!
    book: Book
    viewer: String!
  }
  type ReturnEvent implements GoingEvent {
    cursor: Cursor!
    occurredAt: DateTime!
    book: Book
  }
  type LendPayload {
    book: Book
    others: [Book]!
    errors: [UserError!]!
  }
  input BookFilter {
    genre: Genre
    titles: [String!]
    minPages: Int
    since: DateTime
  }
  enum BookOrder {
    TITLE
    PAGES_DESC
    MIXED
  }
  enum Genre {
    NOVEL
    ESSAY
    POEMS
  }
  type Library {
    name: String!
    motto(loud: Boolean! = false): String!
    books(first: Int, after: String, last: Int, before: String): BookConnection!
  }
  interface Named {
    name: String!
  }
  type Shelf implements Named & Node {
    id: ID!
    name: String!
    parent: Shelf
    children: [Shelf!]!
    books(first: Int, after: String, last: Int, before: String, genre: Genre): BookConnection!
    things(first: Int, after: String, last: Int, before: String): ThingConnection!
  }
  type Person implements Named & Node {
    id: ID!
    name: String!
    books(first: Int, after: String, last: Int, before: String): BookConnection!
  }
  type Press implements Named {
    name: String!
    founded: Int
  }
  type Machine implements Named {
    name: String!
    model: String!
  }
  union Creator = Person | Press | Machine
  type Book implements Node {
    id: ID!
    title: String!
    pages: Int!
    price: Money
    rating: Float
    weight: Decimal
    copies: Long!
    printedAt: DateTime
    tags: [String!]!
    genre: Genre!
    genres: [Genre!]
    isLent: Boolean!
    shelf: Shelf!
    maybeShelf: Shelf
    creator: Creator
    content: BookContent
    spans: [Span!]
    cover: Cover
    meta: JSON
    loans(first: Int, after: String, last: Int, before: String): LoanConnection!
    lastLoan: Loan
    longerThan(pages: Int!): Boolean!
    advice: String!
    secret: String
    sibling: Book
  }
  type Cover {
    colour: String
    size: Size
    isHard: Boolean
    weight: Decimal
  }
  type Size {
    width: Int!
    height: Int!
  }
  type Span {
    start: Int!
    end: Int!
    text: String!
    book: Book
    score: Float
    count: Long
    tags: [String!]
    inner: [Span!]
  }
  union BookContent = TextContent | ImageContent
  type TextContent {
    text: String!
  }
  type ImageContent {
    url: String!
    alt: String
    size: Size
  }
  type Loan implements Node {
    id: ID!
    lentAt: DateTime!
    borrower: Person
    book: Book!
  }
  type Note {
    text: String!
  }
  union Thing = Book | Note
  type BookConnection {
    edges: [BookEdge!]!
    nodes: [Book!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type BookEdge {
    cursor: String!
    node: Book!
  }
  type LoanConnection {
    edges: [LoanEdge!]!
    nodes: [Loan!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type LoanEdge {
    cursor: String!
    node: Loan!
  }
  type ThingConnection {
    edges: [ThingEdge!]!
    nodes: [Thing!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type ThingEdge {
    cursor: String!
    node: Thing!
  }
`
