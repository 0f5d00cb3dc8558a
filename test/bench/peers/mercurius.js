import Fastify from 'fastify'
import mercurius from 'mercurius'
import { readOperation } from './tenant-reads.js'
import { tenantOf } from './tokens.js'

/** The part of Parley's schema that the operations use, under the same names. */
const schema = `
  type Query {
    conversations(first: Int): ConversationConnection!
    reviewQueue(first: Int): OrderConnection!
    node(id: ID!): Node
  }
  interface Node { id: ID! }
  type PageInfo { hasNextPage: Boolean! }
  type ConversationConnection { nodes: [Conversation!]!  pageInfo: PageInfo! }
  type OrderConnection { nodes: [Order!]! }
  type MessageConnection { nodes: [Message!]! }
  type TimelineConnection { nodes: [TimelineEntry!]! }
  union TimelineEntry = Message | ConversationEvent
  type Customer { id: ID!  name: String }
  type Money { amountMinor: Float!  currency: String! }
  type Conversation implements Node {
    id: ID!  status: String!  unreadCount: Int!  lastMessageAt: String!  customer: Customer!
    messages(last: Int): MessageConnection!  latestOrder: Order  timeline(last: Int): TimelineConnection!
  }
  type Message {
    id: ID!  seq: Int!  direction: String!  text: String  status: String!  sentAt: String!  createdAt: String!
  }
  type ConversationEvent { id: ID!  seq: Int!  type: String!  occurredAt: String! }
  type ReviewReason { code: String!  message: String!  linePosition: Int }
  type TextSpan { messageId: ID  start: Int!  end: Int!  text: String! }
  type Order implements Node {
    id: ID!  number: Int!  status: String!  version: Int!  confidence: Float  createdAt: String!
    reviewRequestedAt: String  reviewReasons: [ReviewReason!]!  total: Money!  customer: Customer!
    sourceMessages: [Message!]  lines: [OrderLine!]!
  }
  type OrderLine {
    id: ID!  position: Int!  quantity: String!  unit: String  name: String!  sku: String  total: Money
    confidence: Float  spans: [TextSpan!]!
  }
`

/** As one writes it who knows that a resolver may look ahead: the whole of a root field in one statement. */
async function read(operation, context, id) {
  return JSON.parse((await readOperation(operation, context.tenant, id)).toString('utf8'))
}

const resolvers = {
  Query: {
    conversations: async (_, args, context) => (await read('Inbox', context)).conversations,
    reviewQueue: async (_, args, context) => (await read('ReviewQueue', context)).reviewQueue,
    node: async (_, { id }, context) =>
      (await read(id.startsWith('ord_') ? 'Order' : 'Conversation', context, id)).node,
  },
  Node: { resolveType: ({ id }) => (id.startsWith('ord_') ? 'Order' : 'Conversation') },
  TimelineEntry: { resolveType: (entry) => entry.__typename },
}

const server = Fastify()
await server.register(mercurius, {
  schema,
  resolvers,
  // Compile a document the second time that it is seen.
  jit: 1,
  graphiql: false,
  async context(request) {
    const tenant = await tenantOf(request.headers.authorization)
    if (tenant === null) throw new Error('Who are you?')
    return { tenant }
  },
})
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
