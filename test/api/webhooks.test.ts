import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signDelivery } from '../../src/platform/channels/whatsapp/compose.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const listMessages = /* GraphQL */ `
  query Messages {
    conversations(first: 10) {
      nodes {
        unreadCount
        messages(last: 10) {
          nodes {
            text
            providerMessageId
          }
        }
      }
    }
  }
`
const listQuarantined = /* GraphQL */ `
  query Quarantined {
    quarantinedEvents(first: 10) {
      totalCount
      nodes {
        reason
        detail
        raw
        channelAccount {
          id
        }
      }
    }
  }
`

interface Inbox {
  conversations: { nodes: { unreadCount: number; messages: { nodes: { text: string }[] } }[] }
}

describe('The WhatsApp webhook', () => {
  test('answers the handshake with the challenge alone, and nobody without the verify token', async () => {
    const { account } = await app.makeWorld()
    const ask = (token: string) =>
      fetch(
        `${app.url}/webhooks/whatsapp/${account.id}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`,
      )

    const right = await ask(account.verifyToken)
    expect([right.status, right.headers.get('content-type'), await right.text()]).toEqual([
      200,
      'text/plain; charset=utf-8',
      '1158201444',
    ])
    expect((await ask('wrong')).status).toBe(403)
  })

  test('stores what was signed, and acknowledges it', async () => {
    const world = await app.makeWorld()
    expect(await world.say('2 cajas de leche 🥛')).toMatchObject({ status: 200 })
    const { conversations } = await world.owner.query<Inbox>(listMessages)
    expect(conversations.nodes).toMatchObject([
      { unreadCount: 1, messages: { nodes: [{ text: '2 cajas de leche 🥛' }] } },
    ])
  })

  test('refuses a wrong signature and an unknown account alike, and stores nothing', async () => {
    const world = await app.makeWorld()
    const { body, headers } = signDelivery({ object: 'x', entry: [] }, 'another secret')
    const wrong = await world.deliver({ body, headers })
    const nowhere = await fetch(`${app.url}/webhooks/whatsapp/cha_01h455vb4pex5vsknk084sn02q`, {
      method: 'POST',
      headers,
      body,
    })

    const answer = async (response: Response) => [
      response.status,
      { ...((await response.json()) as { error: object }).error, requestId: '' },
    ]
    expect(await answer(wrong)).toEqual(await answer(nowhere))
    expect(wrong.status).toBe(401)
    expect(await world.owner.query(listQuarantined)).toMatchObject({ quarantinedEvents: { totalCount: 0 } })
  })

  test('makes one message of eight deliveries at once', async () => {
    const world = await app.makeWorld()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => world.say('ocho veces', { providerMessageId: 'wamid.eight' })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    const { conversations } = await world.owner.query<Inbox>(listMessages)
    expect(conversations.nodes).toMatchObject([{ unreadCount: 1, messages: { nodes: [{ text: 'ocho veces' }] } }])
  })

  test('acknowledges what is for a number that nobody has, and shows it to an operator of the account', async () => {
    const [world, stranger] = [await app.makeWorld(), await app.makeWorld()]
    const value = {
      metadata: { phone_number_id: '4711' },
      messages: [{ id: 'wamid.q', from: '573001112233', type: 'text', text: { body: 'x' } }],
    }
    const delivery = signDelivery(
      { object: 'x', entry: [{ changes: [{ field: 'messages', value }] }] },
      world.account.appSecret,
    )

    expect((await world.deliver(delivery)).status).toBe(200)

    expect(await world.owner.query(listQuarantined)).toEqual({
      quarantinedEvents: {
        totalCount: 1,
        nodes: [
          {
            reason: 'UNKNOWN_ROUTE',
            detail: 'No channel account has the routing key 4711.',
            raw: { field: 'messages', value },
            channelAccount: { id: world.account.id },
          },
        ],
      },
    })
    expect(await stranger.owner.query(listQuarantined)).toMatchObject({ quarantinedEvents: { totalCount: 0 } })
    expect((await (await world.as('VIEWER')).send(listQuarantined)).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ])
  })

  test('tells the provider to try again while the database is away', async () => {
    const world = await app.makeWorld()
    const away = app.services.db.withTenant
    const { ApiError } = await import('../../src/platform/errors.ts')
    app.services.db.withTenant = () => Promise.reject(new ApiError('UNAVAILABLE', 'away'))
    try {
      expect(await world.say('¿hay alguien?', { providerMessageId: 'wamid.away' })).toMatchObject({ status: 503 })
    } finally {
      app.services.db.withTenant = away
    }
    expect(await world.say('¿hay alguien?', { providerMessageId: 'wamid.away' })).toMatchObject({ status: 200 })
  })
})
