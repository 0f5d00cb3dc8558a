import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeCursor, logStart } from '../../src/platform/events/position.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { ApiClient } from '../kit/client.ts'
import { startWhatsAppServer, statusOf, type WhatsAppServer } from '../kit/whatsapp-server.ts'
import type { World } from '../kit/world.ts'

let app: TestApp
let whatsapp: WhatsAppServer
beforeAll(async () => {
  whatsapp = await startWhatsAppServer()
  app = await startApp({ whatsappApiUrl: whatsapp.url })
})
afterAll(async () => {
  await app.stop()
  await whatsapp.close()
})

const inbox = /* GraphQL */ `
  query Inbox($first: Int, $after: String, $filter: ConversationFilter) {
    conversations(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        status
        unreadCount
        customer {
          name
          identities {
            kind
            value
          }
        }
        identity {
          value
        }
        channelAccount {
          name
          type
          webhookPath
        }
        assignee {
          id
        }
        bot {
          active
          state
          reason
        }
        replyWindow {
          open
        }
        lastMessage {
          text
        }
        version
      }
    }
  }
`
const timeline = /* GraphQL */ `
  query Timeline($id: ID!) {
    node(id: $id) {
      ... on Conversation {
        messages(last: 2) {
          totalCount
          nodes {
            seq
            kind
            direction
            status
            text
            author {
              __typename
              ... on CustomerActor {
                customer {
                  name
                }
              }
              ... on User {
                email
              }
            }
            replyTo {
              text
            }
            raw
            content {
              __typename
              ... on TextContent {
                body
              }
              ... on CartContent {
                note
                items {
                  retailerId
                  quantity
                  claimedPrice
                }
              }
              ... on MediaContent {
                mimeType
                voice
              }
              ... on LocationContent {
                latitude
                longitude
              }
              ... on ContactsContent {
                contacts {
                  name
                  phones
                }
              }
            }
          }
        }
        timeline(first: 20) {
          nodes {
            __typename
            ... on Message {
              text
            }
            ... on ConversationEvent {
              type
              statusChange {
                from
                to
              }
              botState
              botReason
              actor {
                __typename
              }
            }
          }
        }
      }
    }
  }
`
const send = /* GraphQL */ `
  mutation Send($id: ID!, $input: MessageSendInput!, $key: String) {
    messageSend(conversationId: $id, input: $input, idempotencyKey: $key) {
      message {
        id
        status
        text
        seq
        direction
      }
      errors {
        __typename
        code
        path
      }
    }
  }
`
const changePayload = /* GraphQL */ `
  conversation {
    status
    unreadCount
    version
    assignee {
      id
    }
    bot {
      active
      state
      reason
    }
  }
  errors {
    __typename
    code
    path
  }
`

interface Node {
  id: string
  status: string
  version: number
  lastMessage: { text: string }
}
interface Inbox {
  conversations: { totalCount: number; nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
}
interface Sent {
  messageSend: { message: { id: string; status: string } | null; errors: { code: string }[] }
}

async function talk(text = 'hola'): Promise<{ world: World; id: string; operator: ApiClient }> {
  const world = await app.makeWorld()
  await world.say(text, { providerMessageId: `wamid.${world.slug}` })
  const { conversations } = await world.owner.query<Inbox>(inbox)
  return { world, id: conversations.nodes[0]?.id ?? '', operator: await world.as('OPERATOR') }
}

describe('The inbox', () => {
  test('shows conversations with newest activity first, page by page, in one statement', async () => {
    const world = await app.makeWorld()
    for (const from of ['+573001110001', '+573001110002', '+573001110003'])
      await world.say(`de ${from}`, { from, name: `N${from.at(-1)}` })
    await world.say('otra vez', { from: '+573001110001', name: 'N1' })

    const statements: string[] = []
    const stop = app.database.db.onStatement((text) => statements.push(text))
    const first = await world.owner.query<Inbox>(inbox, { first: 2 })
    stop()
    expect(statements.filter((text) => text.includes('"conversations"'))).toHaveLength(1)

    expect(first.conversations).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
    expect(first.conversations.nodes).toMatchObject([
      {
        status: 'OPEN',
        unreadCount: 2,
        customer: { name: 'N1', identities: [{ kind: 'PHONE', value: '+573001110001' }] },
        identity: { value: '+573001110001' },
        channelAccount: { name: 'Orders', type: 'WHATSAPP', webhookPath: `/webhooks/whatsapp/${world.account.id}` },
        assignee: null,
        bot: { active: true, state: 'BOT', reason: null },
        replyWindow: { open: true },
        lastMessage: { text: 'otra vez' },
      },
      { lastMessage: { text: 'de +573001110003' } },
    ])
    const second = await world.owner.query<Inbox>(inbox, { first: 2, after: first.conversations.pageInfo.endCursor })
    expect(second.conversations.nodes.map((node) => node.lastMessage.text)).toEqual(['de +573001110002'])
  })

  test('is filtered by state, unread, bot, assignee and words of the customer', async () => {
    const world = await app.makeWorld()
    await world.say('uno', { from: '+573001110001', name: 'Ana 100%' })
    await world.say('dos', { from: '+573001110002', name: 'Luis' })
    const found = async (filter: Record<string, unknown>) => {
      const { conversations } = await world.owner.query<Inbox>(inbox, { filter })
      return conversations.nodes.map((node) => node.lastMessage.text)
    }
    const [dos] = (await world.owner.query<Inbox>(inbox)).conversations.nodes
    await world.owner.mutate(`mutation Resolve($id: ID!) { conversationResolve(id: $id) { errors { code } } }`, {
      id: dos?.id,
    })

    expect(await found({ status: ['RESOLVED'] })).toEqual(['dos'])
    expect(await found({ status: [] })).toEqual([])
    expect(await found({ unread: true })).toEqual(['uno'])
    expect(await found({ botActive: false })).toEqual([])
    expect(await found({ assigneeId: null })).toEqual(['dos', 'uno'])
    expect(await found({ search: 'ANA' })).toEqual(['uno'])
    expect(await found({ search: '100%' })).toEqual(['uno'])
    expect(await found({ search: '%' })).toEqual(['uno'])
    expect(await found({ search: '1110002' })).toEqual(['dos'])
    expect(await found({ channelAccountIds: [world.account.id] })).toEqual(['dos', 'uno'])
  })

  test('is empty for another tenant, whatever they ask for', async () => {
    const [{ world, id }, other] = [await talk(), await app.makeWorld()]
    expect(await other.owner.query(inbox, { filter: { channelAccountIds: [world.account.id] } })).toMatchObject({
      conversations: { totalCount: 0, nodes: [] },
    })
    expect(await other.owner.query(timeline, { id })).toEqual({ node: null })
  })

  test('needs conversations:read', async () => {
    const { world } = await talk()
    expect((await (await world.as('WAREHOUSE')).send(inbox)).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ])
    expect((await app.stranger.send(inbox)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })
})

describe('A conversation', () => {
  test('shows its newest messages, typed, with author and payload, and everything else in one timeline', async () => {
    const { world, id, operator } = await talk('2 cajas')
    await world.say({
      type: 'order',
      order: {
        catalog_id: '1',
        text: 'sin bolsa',
        product_items: [{ product_retailer_id: 'SKU1', quantity: 2, item_price: 30.5, currency: 'EUR' }],
      },
    })
    const { messageSend } = await operator.mutate<Sent>(send, { id, input: { text: 'Va' } })
    expect(messageSend.errors).toEqual([])

    const answer = await operator.query(timeline, { id })
    expect(answer).toMatchObject({
      node: {
        messages: {
          totalCount: 3,
          nodes: [
            {
              kind: 'ORDER',
              author: { __typename: 'CustomerActor', customer: { name: 'Ana' } },
              content: {
                __typename: 'CartContent',
                note: 'sin bolsa',
                items: [{ retailerId: 'SKU1', quantity: '2', claimedPrice: '30.5' }],
              },
              raw: { field: 'messages', value: { messages: [{ type: 'order' }] } },
            },
            {
              kind: 'TEXT',
              direction: 'OUT',
              author: { __typename: 'User' },
              content: { __typename: 'TextContent', body: 'Va' },
              raw: null,
            },
          ],
        },
        timeline: {
          nodes: [
            { __typename: 'Message', text: '2 cajas' },
            { __typename: 'Message', text: 'sin bolsa' },
            { __typename: 'Message', text: 'Va' },
            {
              __typename: 'ConversationEvent',
              type: 'HANDOVER',
              botState: 'HUMAN',
              botReason: 'HUMAN_REPLIED',
              actor: { __typename: 'User' },
            },
          ],
        },
      },
    })
  })

  test('is changed by what a person would say', async () => {
    const { id, operator } = await talk()
    const say = async (mutation: string) =>
      operator.mutate<Record<string, { conversation: unknown; errors: unknown }>>(
        `mutation { ${mutation} { ${changePayload} } }`,
      )

    expect(await say(`conversationMarkRead(id: "${id}")`)).toMatchObject({
      conversationMarkRead: { conversation: { unreadCount: 0 }, errors: [] },
    })
    expect(await say(`conversationBotSet(id: "${id}", active: false)`)).toMatchObject({
      conversationBotSet: { conversation: { bot: { active: false, state: 'PAUSED', reason: 'SWITCHED' } } },
    })
    expect(await say(`conversationPend(id: "${id}")`)).toMatchObject({
      conversationPend: { conversation: { status: 'PENDING' } },
    })
    expect(await say(`conversationSnooze(id: "${id}", until: "2036-01-01T00:00:00Z")`)).toMatchObject({
      conversationSnooze: { conversation: null, errors: [{ code: 'INVALID_INPUT', path: ['until'] }] },
    })
    expect(await say(`conversationResolve(id: "${id}", expectedVersion: 1)`)).toMatchObject({
      conversationResolve: {
        conversation: null,
        errors: [{ __typename: 'VersionConflict', code: 'VERSION_CONFLICT' }],
      },
    })
    expect(await say(`conversationResolve(id: "${id}")`)).toMatchObject({
      conversationResolve: { conversation: { status: 'RESOLVED' } },
    })
    expect(await say(`conversationReopen(id: "${id}")`)).toMatchObject({
      conversationReopen: { conversation: { status: 'OPEN' } },
    })
    const { viewer } = await operator.query<{ viewer: { user: { id: string } } }>('{ viewer { user { id } } }')
    expect(await say(`conversationAssign(id: "${id}", assigneeId: "${viewer.user.id}")`)).toMatchObject({
      conversationAssign: { conversation: { assignee: { id: viewer.user.id } } },
    })
  })

  test('is not changed by who may only read, or by another tenant', async () => {
    const { world, id } = await talk()
    const other = await app.makeWorld()
    const resolve = `mutation { conversationResolve(id: "${id}") { ${changePayload} } }`
    expect((await (await world.as('VIEWER')).send(resolve)).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ])
    expect(await other.owner.mutate(resolve)).toMatchObject({
      conversationResolve: { conversation: null, errors: [{ code: 'NOT_FOUND' }] },
    })
    expect((await world.owner.query<Inbox>(inbox)).conversations.nodes).toMatchObject([{ status: 'OPEN' }])
  })
})

describe('A message out', () => {
  test('is queued, sent through WhatsApp, and followed until it is read', async () => {
    const { world, id, operator } = await talk()
    const status = async () => {
      const { node } = await operator.query<{ node: { messages: { nodes: { status: string }[] } } }>(timeline, { id })
      return node.messages.nodes.at(-1)?.status
    }
    const job = app.nextJob(({ name, data }) => name === 'message.send' && data.tenantId === world.tenantId)
    const { messageSend } = await operator.mutate<Sent>(send, { id, input: { text: 'En camino' }, key: 'once' })
    expect(messageSend).toMatchObject({
      message: { status: 'QUEUED', text: 'En camino', direction: 'OUT' },
      errors: [],
    })
    await job
    const sent = whatsapp.sends.find(({ body }) => body['biz_opaque_callback_data'] === messageSend.message?.id)
    if (sent === undefined) throw new Error('nothing was sent')
    expect(await status()).toBe('SENT')
    await world.deliver(statusOf(sent, world.account, 'read'))
    await world.deliver(statusOf(sent, world.account, 'delivered'))
    expect(await status()).toBe('READ')

    const again = await operator.mutate<Sent>(send, { id, input: { text: 'En camino' }, key: 'once' })
    expect(again.messageSend.message?.id).toBe(messageSend.message?.id)
    expect(
      whatsapp.sends.filter(({ body }) => body['biz_opaque_callback_data'] === messageSend.message?.id),
    ).toHaveLength(1)
  })

  test('without words, or by who may not write, is refused', async () => {
    const { world, id, operator } = await talk()
    expect(await operator.mutate<Sent>(send, { id, input: { text: ' ' } })).toMatchObject({
      messageSend: { message: null, errors: [{ __typename: 'InvalidInput', path: ['input', 'text'] }] },
    })
    const { errors } = await (await world.as('VIEWER')).send(send, { id, input: { text: 'x' } })
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  })
})

describe('Live', () => {
  test('messages of one conversation arrive, replayed from a cursor and then as they happen', async () => {
    const { world, id, operator } = await talk('uno')
    const messageAdded = /* GraphQL */ `
      subscription Added($id: ID, $after: Cursor) {
        messageAdded(conversationId: $id, after: $after) {
          cursor
          occurredAt
          actor {
            __typename
          }
          message {
            text
            status
          }
        }
      }
    `
    interface Added {
      messageAdded: { cursor: string; message: { text: string }; actor: { __typename: string } }
    }
    const live = await operator.subscribe<Added>(messageAdded, { id, after: startOfLog(world) })
    await world.say('dos')
    await world.say('de otro', { from: '+573009999999' })
    await operator.mutate(send, { id, input: { text: 'tres' } })
    const events = [await live.next(), await live.next(), await live.next()]
    expect(events.map(({ messageAdded: event }) => [event.actor.__typename, event.message.text])).toEqual([
      ['CustomerActor', 'uno'],
      ['CustomerActor', 'dos'],
      ['User', 'tres'],
    ])
    await live.stop()

    const resumed = await operator.subscribe<Added>(messageAdded, { id, after: events[1]?.messageAdded.cursor })
    expect((await resumed.next()).messageAdded.message.text).toBe('tres')
    await resumed.stop()
  })

  test('all that moves an inbox arrives on one socket, and nothing of another tenant', async () => {
    const { world, id, operator } = await talk()
    const other = await app.makeWorld()
    const inboxEvents = /* GraphQL */ `
      subscription Events($after: Cursor) {
        inboxEvents(after: $after) {
          __typename
          ... on LiveEvent {
            cursor
            actor {
              __typename
            }
          }
          ... on MessageAddedEvent {
            message {
              text
            }
          }
          ... on ConversationChangedEvent {
            conversation {
              id
              status
            }
          }
        }
      }
    `
    const live = await operator.subscribe<{ inboxEvents: { __typename: string } }>(inboxEvents, {
      after: startOfLog(world),
    })
    await other.say('de otro tenant')
    await operator.mutate(`mutation { conversationPend(id: "${id}") { errors { code } } }`)
    await world.say('sigo aquí')

    const events: unknown[] = []
    for (let count = 0; count < 5; count += 1) events.push((await live.next()).inboxEvents)
    expect(events).toMatchObject([
      { __typename: 'ConversationChangedEvent', conversation: { id }, actor: { __typename: 'CustomerActor' } },
      { __typename: 'MessageAddedEvent', message: { text: 'hola' } },
      { __typename: 'ConversationChangedEvent', conversation: { id }, actor: { __typename: 'User' } },
      {
        __typename: 'ConversationChangedEvent',
        conversation: { id, status: 'OPEN' },
        actor: { __typename: 'CustomerActor' },
      },
      { __typename: 'MessageAddedEvent', message: { text: 'sigo aquí' } },
    ])
    await live.stop()
  })
})

describe('A channel account', () => {
  test('is connected with secrets that nobody sees again', async () => {
    const world = await app.makeWorld()
    const connect = /* GraphQL */ `
      mutation Connect($input: ChannelAccountConnectInput!) {
        channelAccountConnect(input: $input) {
          channelAccount {
            id
            type
            routingKey
            canSend
            webhookPath
            health {
              lastInboundAt
            }
          }
          errors {
            __typename
            code
            path
          }
        }
      }
    `
    const input = {
      type: 'WHATSAPP',
      name: 'Second',
      routingKey: `2${world.account.phoneNumberId}`,
      appSecret: 'the app secret',
      verifyToken: 'the verify token',
    }
    const answer = await world.owner.mutate<{ channelAccountConnect: { channelAccount: { id: string } } }>(connect, {
      input,
    })
    const { id } = answer.channelAccountConnect.channelAccount
    expect(answer).toEqual({
      channelAccountConnect: {
        channelAccount: {
          id,
          type: 'WHATSAPP',
          routingKey: input.routingKey,
          canSend: false,
          webhookPath: `/webhooks/whatsapp/${id}`,
          health: { lastInboundAt: null },
        },
        errors: [],
      },
    })
    const other = await app.makeWorld()
    expect(await other.owner.mutate(connect, { input })).toEqual(await world.owner.mutate(connect, { input }))
    expect(JSON.stringify(app.logLines)).not.toContain('the app secret')
    expect((await (await world.as('OPERATOR')).send(connect, { input })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ])

    const update = `mutation { channelAccountUpdate(id: "${id}", input: { accessToken: "the access token" }) { channelAccount { canSend version } errors { code } } }`
    expect(await world.owner.mutate(update)).toEqual({
      channelAccountUpdate: { channelAccount: { canSend: true, version: 2 }, errors: [] },
    })
    expect(await other.owner.mutate(update)).toMatchObject({
      channelAccountUpdate: { errors: [{ code: 'NOT_FOUND' }] },
    })
  })
})

/** Follows everything that ever happened in the tenant, so that nothing depends on when the subscription began. */
function startOfLog(world: World): string {
  return encodeCursor(world.tenantId, logStart)
}
