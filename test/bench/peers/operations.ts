import { benchId, longConversations, type Shop } from '../shops.ts'

/** One of the four requests that all servers answer. */
export interface Operation {
  readonly name: 'Inbox' | 'ReviewQueue' | 'Conversation' | 'Order'
  readonly title: string
  /** For Parley, Mercurius and the hand-written server. */
  readonly document: string
  /** For PostGraphile, whose schema comes from the tables. */
  readonly postgraphile: string
  /** Brings what PostGraphile answers into the shape of the others. */
  readonly reshape: (data: Json) => Json
  /** The ids that are asked for, in turn; null where there is none to give. */
  readonly ids: readonly (string | null)[]
}

/** What came out of JSON.parse; only this file and the comparison look into it. */
export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json }

export const conversations = 100

export const operations: readonly Operation[] = [
  {
    name: 'Inbox',
    title: 'inbox: 20 conversations with customer, 5 messages, latest order and its lines',
    document: `query Inbox { conversations(first: 20) { nodes { id status unreadCount lastMessageAt customer { id name }
      messages(last: 5) { nodes { id direction text status createdAt } }
      latestOrder { id number status total { amountMinor currency } lines { id quantity unit name } } }
      pageInfo { hasNextPage } } }`,
    postgraphile: `query Inbox { allConversations(first: 20, orderBy: [LAST_MESSAGE_AT_DESC, ROW_ID_DESC]) {
      nodes { id: rowId status unreadCount lastMessageAt customerByTenantIdAndCustomerId { id: rowId name }
        messagesByTenantIdAndConversationId(first: 5, orderBy: SEQ_DESC) { nodes { id: rowId direction text status createdAt } }
        ordersByTenantIdAndConversationId(first: 1, orderBy: [CREATED_AT_DESC, ROW_ID_DESC]) {
          nodes { id: rowId number status totalMinor currency
            orderLinesByTenantIdAndOrderId(orderBy: POSITION_ASC) { nodes { id: rowId quantity unit name } } } } }
      pageInfo { hasNextPage } } }`,
    reshape: (data) => ({
      conversations: {
        nodes: list(at(data, 'allConversations', 'nodes')).map((node) => ({
          ...pick(node, 'id', 'status', 'unreadCount', 'lastMessageAt'),
          customer: at(node, 'customerByTenantIdAndCustomerId'),
          messages: { nodes: list(at(node, 'messagesByTenantIdAndConversationId', 'nodes')).toReversed() },
          latestOrder:
            list(at(node, 'ordersByTenantIdAndConversationId', 'nodes')).map((order) => ({
              ...pick(order, 'id', 'number', 'status'),
              total: { amountMinor: at(order, 'totalMinor'), currency: at(order, 'currency') },
              lines: at(order, 'orderLinesByTenantIdAndOrderId', 'nodes'),
            }))[0] ?? null,
        })),
        pageInfo: at(data, 'allConversations', 'pageInfo'),
      },
    }),
    ids: [null],
  },
  {
    name: 'ReviewQueue',
    title: 'review queue: 20 orders with lines, customer, evidence and source message',
    document: `query ReviewQueue { reviewQueue(first: 20) { nodes { id number version confidence reviewRequestedAt
      reviewReasons { code message linePosition } customer { id name } sourceMessages { id text sentAt }
      lines { id position quantity unit name sku total { amountMinor currency } confidence
        spans { messageId start end text } } } } }`,
    postgraphile: `query ReviewQueue { allOrders(first: 20, condition: { status: "REVIEW" },
        orderBy: [REVIEW_REQUESTED_AT_ASC, ROW_ID_ASC]) {
      nodes { id: rowId number version confidence reviewRequestedAt reviewReasons customerByTenantIdAndCustomerId { id: rowId name }
        orderMessagesByTenantIdAndOrderId { nodes { messageByTenantIdAndMessageId { id: rowId text sentAt } } }
        orderLinesByTenantIdAndOrderId(orderBy: POSITION_ASC) { nodes {
          id: rowId position quantity unit name sku totalMinor currency confidence spans } } } } }`,
    reshape: (data) => ({
      reviewQueue: {
        nodes: list(at(data, 'allOrders', 'nodes')).map((node) => ({
          ...pick(node, 'id', 'number', 'version', 'confidence', 'reviewRequestedAt'),
          reviewReasons: parsed(at(node, 'reviewReasons')),
          customer: at(node, 'customerByTenantIdAndCustomerId'),
          sourceMessages: list(at(node, 'orderMessagesByTenantIdAndOrderId', 'nodes')).map((entry) =>
            at(entry, 'messageByTenantIdAndMessageId'),
          ),
          lines: list(at(node, 'orderLinesByTenantIdAndOrderId', 'nodes')).map((line) => ({
            ...pick(line, 'id', 'position', 'quantity', 'unit', 'name', 'sku', 'confidence'),
            total: { amountMinor: at(line, 'totalMinor'), currency: at(line, 'currency') },
            spans: parsed(at(line, 'spans')),
          })),
        })),
      },
    }),
    ids: [null],
  },
  {
    name: 'Conversation',
    title: 'one conversation with 50 timeline entries',
    document: `query Conversation($id: ID!) { node(id: $id) { ... on Conversation { id status customer { id name }
      timeline(last: 50) { nodes { __typename
        ... on Message { id seq direction text status createdAt }
        ... on ConversationEvent { id seq type occurredAt } } } } } }`,
    postgraphile: `query Conversation($tenant: String!, $id: String!) { conversationByTenantIdAndRowId(tenantId: $tenant, rowId: $id) {
      id: rowId status customerByTenantIdAndCustomerId { id: rowId name }
      timeline(first: 50, orderBy: SEQ_DESC) { nodes {
        message { __typename id: rowId seq direction text status createdAt }
        event { __typename id: rowId seq type occurredAt } } } } }`,
    reshape: (data) => ({
      node: {
        ...pick(at(data, 'conversationByTenantIdAndRowId'), 'id', 'status'),
        customer: at(data, 'conversationByTenantIdAndRowId', 'customerByTenantIdAndCustomerId'),
        timeline: {
          nodes: list(at(data, 'conversationByTenantIdAndRowId', 'timeline', 'nodes'))
            .map((entry) => at(entry, 'message') ?? at(entry, 'event'))
            .toReversed(),
        },
      },
    }),
    ids: Array.from({ length: longConversations }, (_, index) => benchId('cnv', index + 1)),
  },
  {
    name: 'Order',
    title: 'one order by its id',
    document: `query Order($id: ID!) { node(id: $id) { ... on Order { id number status version createdAt
      total { amountMinor currency } customer { id name } lines { id position quantity unit name } } } }`,
    postgraphile: `query Order($tenant: String!, $id: String!) { orderByTenantIdAndRowId(tenantId: $tenant, rowId: $id) {
      id: rowId number status version createdAt totalMinor currency customerByTenantIdAndCustomerId { id: rowId name }
      orderLinesByTenantIdAndOrderId(orderBy: POSITION_ASC) { nodes { id: rowId position quantity unit name } } } }`,
    reshape(data) {
      const order = at(data, 'orderByTenantIdAndRowId')
      return {
        node: {
          ...pick(order, 'id', 'number', 'status', 'version', 'createdAt'),
          total: { amountMinor: at(order, 'totalMinor'), currency: at(order, 'currency') },
          customer: at(order, 'customerByTenantIdAndCustomerId'),
          lines: at(order, 'orderLinesByTenantIdAndOrderId', 'nodes'),
        },
      }
    },
    ids: Array.from({ length: conversations }, (_, index) => benchId('ord', index + 1)),
  },
]

/** The body of a request for this server. */
export function bodyOf(operation: Operation, isPostGraphile: boolean, shop: Shop, id: string | null): string {
  return JSON.stringify({
    operationName: operation.name,
    query: isPostGraphile ? operation.postgraphile : operation.document,
    variables: id === null ? {} : isPostGraphile ? { id, tenant: shop.tenantId } : { id },
  })
}

/** Data in the one form in which the servers' answers can be compared: how they write times and numbers is theirs. */
export function comparable(value: Json, key = ''): Json {
  if (Array.isArray(value)) return value.map((item: Json) => comparable(item))
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, inner]) => [name, comparable(inner, name)] as const)
    return Object.fromEntries(entries.toSorted(([a], [b]) => a.localeCompare(b)))
  }
  if (typeof value !== 'string') return value
  if (key === 'quantity' || key === 'amountMinor') return Number(value)
  return key.endsWith('At') ? new Date(value).toISOString() : value
}

function at(value: Json, ...path: readonly string[]): Json {
  let found: Json = value
  for (const key of path) {
    found =
      typeof found === 'object' && found !== null && !Array.isArray(found) ? (Reflect.get(found, key) as Json) : null
  }
  return found ?? null
}

function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : []
}

/** PostGraphile gives JSON columns as text. */
function parsed(value: Json): readonly Json[] {
  return list(typeof value === 'string' ? (JSON.parse(value) as Json) : value)
}

function pick(value: Json, ...keys: readonly string[]): { readonly [key: string]: Json } {
  return Object.fromEntries(keys.map((key) => [key, at(value, key)]))
}
