import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { executeAsText, executeByWalking, TextData } from '../../src/graphql/read/execute.ts'
import { newId } from '../../src/platform/ids.ts'
import { startTestDatabase, type TestDatabase } from '../kit/database.ts'
import {
  contextOf,
  installLibrary,
  librarySchema,
  operationOf,
  stockLibrary,
  type Reader,
} from '../kit/library/world.ts'

const schema = librarySchema()
const tenantId = newId('tenant')
let database: TestDatabase

beforeAll(async () => {
  database = await startTestDatabase()
  await installLibrary(database.db)
  await stockLibrary(database.db, tenantId)
  await stockLibrary(database.db, newId('tenant'))
})
afterAll(() => database.stop())

async function text(query: string, variables = {}, reader: Partial<Reader> = {}): Promise<unknown> {
  const context = contextOf(database.db, { tenantId, ...reader })
  const operation = operationOf(schema, query, context, variables)
  const answer = await executeAsText(operation)
  if (!(answer?.data instanceof TextData)) throw new Error(`not answered as text: ${JSON.stringify(answer)}`)
  const walked = await executeByWalking(operation)
  expect(walked.errors).toBeUndefined()
  expect(answer.data.text).toBe(JSON.stringify(walked.data))
  return JSON.parse(answer.data.text)
}

describe('a selection answered by SQL', () => {
  test('first', async () => {
    expect(
      await text(
        `{ books(first: 3) { nodes { id title price { formatted amountMinor } } pageInfo { hasNextPage endCursor } totalCount } }`,
      ),
    ).toMatchInlineSnapshot(`
      {
        "books": {
          "nodes": [
            {
              "id": "book-10",
              "price": {
                "amountMinor": -5,
                "formatted": "USD -0.05",
              },
              "title": "",
            },
            {
              "id": "book-3",
              "price": null,
              "title": "Zebra "quoted" \\",
            },
            {
              "id": "book-9",
              "price": null,
              "title": "lost shelf",
            },
          ],
          "pageInfo": {
            "endCursor": "WyJpdUZreVZQV1NsblkiLCAibG9zdCBzaGVsZiIsICJib29rLTkiXQ",
            "hasNextPage": true,
          },
          "totalCount": 12,
        },
      }
    `)
  })
  test('all', async () => {
    expect(
      await text(`{ books(first: 100) { edges { cursor node { __typename id rating weight copies printedAt tags genres creator { __typename ... on Named { name } ... on Person { id books(last: 1) { totalCount nodes { title } } } }
       content { __typename ... on TextContent { text } ... on ImageContent { url size { width } } } spans { text book { title } score count tags inner { start } } cover { size { height } colour weight } meta loans(first: 1) { nodes { borrower { name } lentAt } pageInfo { hasNextPage hasPreviousPage } }
       lastLoan { id } longerThan(pages: 2) sibling { id } maybeShelf { name children { name } parent { name } things { nodes { __typename ... on Note { text } ... on Book { title } } } } } } } }`),
    ).toMatchInlineSnapshot(`
      {
        "books": {
          "edges": [
            {
              "cursor": "WyJpdUZreVZQV1NsblkiLCAiIiwgImJvb2stMTAiXQ",
              "node": {
                "__typename": "Book",
                "content": {
                  "__typename": "TextContent",
                  "text": "«10» "Text" \\ 🙂",
                },
                "copies": 10,
                "cover": {
                  "colour": null,
                  "size": null,
                  "weight": null,
                },
                "creator": {
                  "__typename": "Person",
                  "books": {
                    "nodes": [
                      {
                        "title": "ánima",
                      },
                    ],
                    "totalCount": 5,
                  },
                  "id": "person-1",
                  "name": "Ana «la de siempre»",
                },
                "genres": [
                  "ESSAY",
                  "NOVEL",
                ],
                "id": "book-10",
                "lastLoan": null,
                "loans": {
                  "nodes": [],
                  "pageInfo": {
                    "hasNextPage": false,
                    "hasPreviousPage": false,
                  },
                },
                "longerThan": false,
                "maybeShelf": {
                  "children": [
                    {
                      "name": "b\\ackslash
      	",
                    },
                  ],
                  "name": "Österreich "A"",
                  "parent": null,
                  "things": {
                    "nodes": [
                      {
                        "__typename": "Book",
                        "title": "Ánima",
                      },
                      {
                        "__typename": "Note",
                        "text": "dusty",
                      },
                    ],
                  },
                },
                "meta": null,
                "printedAt": null,
                "rating": 0.6666666666666666,
                "sibling": {
                  "id": "book-2",
                },
                "spans": null,
                "tags": [],
                "weight": null,
              },
            },
            {
              "cursor": "WyJpdUZreVZQV1NsblkiLCAiWmVicmEgXCJxdW90ZWRcIiBcXCIsICJib29rLTMiXQ",
              "node": {
                "__typename": "Book",
                "content": {
                  "__typename": "TextContent",
                  "text": "«3» "Text" \\ 🙂",
                },
                "copies": 3,
                "cover": null,
                "creator": {
                  "__typename": "Press",
                  "name": "Prensa",
                },
                "genres": null,
                "id": "book-3",
                "lastLoan": {
                  "id": "loan-2",
                },
                "loans": {
                  "nodes": [
                    {
                      "borrower": {
                        "name": "Ana «la de siempre»",
                      },
                      "lentAt": "2026-01-03T10:00:00.000002Z",
                    },
                  ],
                  "pageInfo": {
                    "hasNextPage": true,
                    "hasPreviousPage": false,
                  },
                },
                "longerThan": false,
                "maybeShelf": {
                  "children": [
                    {
                      "name": "日本 🍣",
                    },
                  ],
                  "name": "b\\ackslash
      	",
                  "parent": {
                    "name": "Österreich "A"",
                  },
                  "things": {
                    "nodes": [
                      {
                        "__typename": "Note",
                        "text": "",
                      },
                    ],
                  },
                },
                "meta": null,
                "printedAt": null,
                "rating": 1e-7,
                "sibling": null,
                "spans": null,
                "tags": [],
                "weight": null,
              },
            },
            {
              "cursor": "WyJpdUZreVZQV1NsblkiLCAibG9zdCBzaGVsZiIsICJib29rLTkiXQ",
              "node": {
                "__typename": "Book",
                "content": {
                  "__typename": "TextContent",
                  "text": "«9» "Text" \\ 🙂",
                },
                "copies": 9,
                "cover": null,
                "creator": {
                  "__typename": "Person",
                  "books": {
                    "nodes": [
                      {
                        "title": "  line",
                      },
                    ],
                    "totalCount": 5,
                  },
                  "id": "person-2",
                  "name": "O'Neil",
                },
                "genres": null,
                "id": "book-9",
                "lastLoan": null,
                "loans": {
                  "nodes": [],
                  "pageInfo": {
                    "hasNextPage": false,
                    "hasPreviousPage": false,
                  },
                },
                "longerThan": true,
                "maybeShelf": null,
                "meta": null,
                "printedAt": null,
                "rating": 1000000000000000,
                "sibling": null,
                "spans": null,
                "tags": [
                  "a"b",
                  "ñ",
                  "",
                ],
                "weight": "0",
              },
            },
            {
              "cursor": "WyJpdUZreVZQV1NsblkiLCAibm8gc2hlbGYiLCAiYm9vay04Il0",
              "node": {
                "__typename": "Book",
                "content": {
                  "__typename": "TextContent",
                  "text": "«8» "Text" \\ 🙂",
                },
                "copies": 8,
                "cover": {
                  "colour": "röd",
                  "size": {
                    "height": 20,
                  },
                  "weight": "1.5",
                },
                "creator": {
                  "__typename": "Person",
                  "books": {
                    "nodes": [
                      {
                        "title": "ánima",
                      },
                    ],
                    "totalCount": 5,
                  },
                  "id": "person-1",
                  "name": "Ana «la de siempre»",
                },
                "genres": null,
                "id": "book-8",
                "lastLoan": null,
                "loans": {
                  "nodes": [],
                  "pageInfo": {
                    "hasNextPage": false,
                    "hasPreviousPage": false,
                  },
                },
                "longerThan": false,
                "maybeShelf": null,
                "meta": null,
                "printedAt": "1969-12-31T18:59:59.500000Z",
                "rating": 5,
                "sibling": null,
                "spans": null,
                "tags": [],
                "weight": null,
              },
            },
            {
              "cursor": "WyJpdUZreVZQV1NsblkiLCAic2FtZSIsICJib29rLTQiXQ",
              "node": {
                "__typename": "Book",
                "content": {
                  "__typename": "TextContent",
                  "text": "«4» "Text" \\ 🙂",
                },
                "copies": "9007199254740992",
                "cover": null,
                "creator": {
                  "__typename": "Machine",
                  "name": "machine",
                },
                "genres": null,
                "id": "book-4",
                "lastLoan": {
                  "id": "loan-3",
                },
                "loans": {
                  "nodes": [
                    {
                      "borrower": null,
                      "lentAt": "2026-01-04T10:00:00.000003Z",
                    },
                  ],
                  "pageInfo": {
                    "hasNextPage": true,
                    "hasPreviousPage": false,
                  },
                },
                "longerThan": true,
                "maybeShelf": {
                  "children": [
                    {
                      "name": "b\\ackslash
      	",
                    },
                  ],
                  "name": "Österreich "A"",
                  "parent": null,
                  "things": {
                    "nodes": [
                      {
                        "__typename": "Book",
                        "title": "Ánima",
                      },
                      {
                        "__typename": "Note",
                        "text": "dusty",
                      },
                    ],
                  },
                },
                "meta": null,
                "printedAt": null,
                "rating": 0,
                "sibling": {
                  "id": "book-5",
                },
                "spans": null,
                "tags": [],
                "weight": null,
              },
            },
            {
              "cursor": "WyJpdUZreVZQV1NsblkiLCAic2FtZSIsICJib29rLTUiXQ",
              "node": {
                "__typename": "Book",
                "content": {
                  "__typename": "ImageContent",
                  "size": {
                    "width": 3,
                  },
                  "url": "https://example.com/ü?"",
                },
                "copies": -9007199254740991,
                "cover": null,
                "creator": {
                  "__typename": "Person",
                  "books": {
                    "nodes": [
                      {
                        "title": "  line",
                      },
                    ],
                    "totalCount": 5,
                  },
                  "id": "person-2",
                  "name": "O'Neil",
                },
                "genres": null,
                "id": "book-5",
                "lastLoan": null,
                "loans": {
                  "nodes": [],
                  "pageInfo": {
                    "hasNextPage": false,
                    "hasPreviousPage": false,
                  },
                },
                "longerThan": false,
                "maybeShelf": {
                  "children": [
                    {
                      "name": "b\\ackslash
      	",
                    },
                  ],
                  "name": "Österreich "A"",
                  "parent": null,
                  "things": {
                    "nodes": [
                      {
                        "__typename": "Book",
                        "title": "Ánima",
                      },
                      {
                        "__typename": "Note",
                        "text": "dusty",
                      },
                    ],
                  },
                },
                "meta": null,
                "printedAt": null,
                "rating": 1e+21,
                "sibling": {
                  "id": "book-6",
                },
                "spans": null,
                "tags": [],
                "weight": null,
              },
            },
            {
              "cursor": "WyJpdUZreVZQV1NsblkiLCAic2FtZSIsICJib29rLTYiXQ",
              "node": {
                "__typename": "Book",
                "content": null,
                "copies": 6,
                "cover": null,
                "creator": {
                  "__typename": "Person",
                  "books": {
                    "nodes": [
                      {
                        "title": "ánima",
                      },
                    ],
                    "totalCount": 5,
                  },
                  "id": "person-1",
                  "name": "Ana «la de siempre»",
                },
                "genres": null,
                "id": "book-6",
                "lastLoan": null,
                "loans": {
                  "nodes": [],
                  "pageInfo": {
                    "hasNextPage": false,
                    "hasPreviousPage": false,
                  },
                },
                "longerThan": false,
                "maybeShelf": {
                  "children": [
                    {
                      "name": "b\\ackslash
      	",
                    },
                  ],
                  "name": "Österreich "A"",
                  "parent": null,
                  "things": {
                    "nodes": [
                      {
                        "__typename": "Book",
                        "title": "Ánima",
                      },
                      {
                        "__typename": "Note",
                        "text": "dusty",
                      },
                    ],
                  },
                },
                "meta": null,
                "printedAt": null,
                "rating": 123456789012345680,
                "sibling": {
                  "id": "book-7",
                },
                "spans": null,
                "tags": [],
                "weight": null,
              },
            },
            {
              "cursor": "WyJpdUZreVZQV1NsblkiLCAieiIsICJib29rLTExIl0",
              "node": {
                "__typename": "Book",
                "content": {
                  "__typename": "TextContent",
                  "text": "«11» "Text" \\ 🙂",
                },
                "copies": 11,
                "cover": null,
                "creator": {
                  "__typename": "Person",
                  "books": {
                    "nodes": [
                      {
                        "title": "  line",
                      },
                    ],
                    "totalCount": 5,
                  },
                  "id": "person-2",
                  "name": "O'Neil",
                },
                "genres": null,
                "id": "book-11",
                "lastLoan": null,
                "loans": {
                  "nodes": [],
                  "pageInfo": {
                    "hasNextPage": false,
                    "hasPreviousPage": false,
                  },
                },
                "longerThan": false,
                "maybeShelf": {
                  "children": [],
                  "name": "日本 🍣",
                  "parent": {
                    "name": "b\\ackslash
      	",
                  },
                  "things": {
                    "nodes": [],
                  },
                },
                "meta": null,
                "printedAt": null,
                "rating": 1000000,
                "sibling": {
                  "id": "book-12",
                },
                "spans": [],
                "tags": [],
                "weight": null,
              },
            },
            {
              "cursor": "WyJpdUZreVZQV1NsblkiLCAienoiLCAiYm9vay0xMiJd",
              "node": {
                "__typename": "Book",
                "content": null,
                "copies": 12,
                "cover": null,
                "creator": {
                  "__typename": "Person",
                  "books": {
                    "nodes": [
                      {
                        "title": "ánima",
                      },
                    ],
                    "totalCount": 5,
                  },
                  "id": "person-1",
                  "name": "Ana «la de siempre»",
                },
                "genres": null,
                "id": "book-12",
                "lastLoan": null,
                "loans": {
                  "nodes": [],
                  "pageInfo": {
                    "hasNextPage": false,
                    "hasPreviousPage": false,
                  },
                },
                "longerThan": true,
                "maybeShelf": {
                  "children": [],
                  "name": "日本 🍣",
                  "parent": {
                    "name": "b\\ackslash
      	",
                  },
                  "things": {
                    "nodes": [],
                  },
                },
                "meta": null,
                "printedAt": null,
                "rating": null,
                "sibling": null,
                "spans": null,
                "tags": [],
                "weight": null,
              },
            },
            {
              "cursor": "WyJpdUZreVZQV1NsblkiLCAiw4FuaW1hIiwgImJvb2stMSJd",
              "node": {
                "__typename": "Book",
                "content": {
                  "__typename": "TextContent",
                  "text": "«1» "Text" \\ 🙂",
                },
                "copies": 1,
                "cover": null,
                "creator": {
                  "__typename": "Person",
                  "books": {
                    "nodes": [
                      {
                        "title": "  line",
                      },
                    ],
                    "totalCount": 5,
                  },
                  "id": "person-2",
                  "name": "O'Neil",
                },
                "genres": null,
                "id": "book-1",
                "lastLoan": {
                  "id": "loan-4",
                },
                "loans": {
                  "nodes": [
                    {
                      "borrower": {
                        "name": "Ana «la de siempre»",
                      },
                      "lentAt": "2026-01-05T10:00:00.000004Z",
                    },
                  ],
                  "pageInfo": {
                    "hasNextPage": true,
                    "hasPreviousPage": false,
                  },
                },
                "longerThan": false,
                "maybeShelf": {
                  "children": [
                    {
                      "name": "b\\ackslash
      	",
                    },
                  ],
                  "name": "Österreich "A"",
                  "parent": null,
                  "things": {
                    "nodes": [
                      {
                        "__typename": "Book",
                        "title": "Ánima",
                      },
                      {
                        "__typename": "Note",
                        "text": "dusty",
                      },
                    ],
                  },
                },
                "meta": null,
                "printedAt": null,
                "rating": 4.5,
                "sibling": {
                  "id": "book-10",
                },
                "spans": null,
                "tags": [],
                "weight": null,
              },
            },
            {
              "cursor": "WyJpdUZreVZQV1NsblkiLCAiw6FuaW1hIiwgImJvb2stMiJd",
              "node": {
                "__typename": "Book",
                "content": {
                  "__typename": "TextContent",
                  "text": "«2» "Text" \\ 🙂",
                },
                "copies": 2,
                "cover": null,
                "creator": {
                  "__typename": "Person",
                  "books": {
                    "nodes": [
                      {
                        "title": "ánima",
                      },
                    ],
                    "totalCount": 5,
                  },
                  "id": "person-1",
                  "name": "Ana «la de siempre»",
                },
                "genres": null,
                "id": "book-2",
                "lastLoan": {
                  "id": "loan-1",
                },
                "loans": {
                  "nodes": [
                    {
                      "borrower": {
                        "name": "O'Neil",
                      },
                      "lentAt": "2026-01-02T10:00:00.000001Z",
                    },
                  ],
                  "pageInfo": {
                    "hasNextPage": true,
                    "hasPreviousPage": false,
                  },
                },
                "longerThan": true,
                "maybeShelf": {
                  "children": [
                    {
                      "name": "b\\ackslash
      	",
                    },
                  ],
                  "name": "Österreich "A"",
                  "parent": null,
                  "things": {
                    "nodes": [
                      {
                        "__typename": "Book",
                        "title": "Ánima",
                      },
                      {
                        "__typename": "Note",
                        "text": "dusty",
                      },
                    ],
                  },
                },
                "meta": null,
                "printedAt": null,
                "rating": 0.1,
                "sibling": {
                  "id": "book-4",
                },
                "spans": null,
                "tags": [],
                "weight": "2.5",
              },
            },
            {
              "cursor": "WyJpdUZreVZQV1NsblkiLCAi4oCoIGxpbmUiLCAiYm9vay03Il0",
              "node": {
                "__typename": "Book",
                "content": {
                  "__typename": "TextContent",
                  "text": "«7» "Text" \\ 🙂",
                },
                "copies": 7,
                "cover": null,
                "creator": {
                  "__typename": "Person",
                  "books": {
                    "nodes": [
                      {
                        "title": "  line",
                      },
                    ],
                    "totalCount": 5,
                  },
                  "id": "person-2",
                  "name": "O'Neil",
                },
                "genres": null,
                "id": "book-7",
                "lastLoan": null,
                "loans": {
                  "nodes": [],
                  "pageInfo": {
                    "hasNextPage": false,
                    "hasPreviousPage": false,
                  },
                },
                "longerThan": true,
                "maybeShelf": {
                  "children": [
                    {
                      "name": "b\\ackslash
      	",
                    },
                  ],
                  "name": "Österreich "A"",
                  "parent": null,
                  "things": {
                    "nodes": [
                      {
                        "__typename": "Book",
                        "title": "Ánima",
                      },
                      {
                        "__typename": "Note",
                        "text": "dusty",
                      },
                    ],
                  },
                },
                "meta": {
                  "1": "one",
                  "2": "two",
                  "a": "text",
                  "b": [
                    1,
                    2.5,
                    {
                      "ä": null,
                    },
                  ],
                  "huge": 1e+22,
                },
                "printedAt": "2024-02-29T23:59:59.999999Z",
                "rating": 0.00001,
                "sibling": null,
                "spans": [
                  {
                    "book": {
                      "title": "Zebra "quoted" \\",
                    },
                    "count": "9007199254740992",
                    "inner": null,
                    "score": 0.25,
                    "tags": [
                      "x",
                      "y",
                    ],
                    "text": "zwei "Käse"",
                  },
                  {
                    "book": null,
                    "count": 3,
                    "inner": [
                      {
                        "start": 1,
                      },
                    ],
                    "score": 1,
                    "tags": null,
                    "text": "",
                  },
                ],
                "tags": [],
                "weight": null,
              },
            },
          ],
        },
      }
    `)
  })
})
