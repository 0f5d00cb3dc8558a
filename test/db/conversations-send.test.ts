import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectChannelAccount, updateChannelAccount } from '../../src/conversations/connect-account.ts'
import { setBot } from '../../src/conversations/change-hands.ts'
import { lockForSending, queueReply, sendMessage } from '../../src/conversations/send.ts'
import { composeStatus } from '../../src/platform/channels/whatsapp/compose.ts'
import { ApiError } from '../../src/platform/errors.ts'
import { newId } from '../../src/platform/ids.ts'
import { statusOf } from '../kit/whatsapp-server.ts'
import { customerNumber, startConversationsWorld, type ConversationsWorld, type Shop } from './conversations-world.ts'

let world: ConversationsWorld
beforeAll(async () => {
  world = await startConversationsWorld()
})
beforeEach(() => {
  world.jobs.length = 0
  world.whatsapp.beforeAnswer(null)
})
afterAll(() => world.stop())

const hour = 60 * 60 * 1000
const sent = () => world.whatsapp.sends.length

/** A shop with one conversation in which a customer has just written. */
async function talk(): Promise<{ shop: Shop; conversationId: string; inId: string }> {
  const shop = await world.shop()
  const receipt = await shop.receive(shop.compose('hola', { providerMessageId: `wamid.in-${newId('message')}` }))
  const [message] = receipt.messages
  if (message === undefined) throw new Error('nothing was stored')
  return { shop, conversationId: message.conversationId, inId: message.messageId }
}

async function outgoing(shop: Shop) {
  return shop.rows<{
    status: string
    error_code: string | null
    provider_message_id: string | null
    text: string
    attempts: number
  }>(
    `select status, error_code, provider_message_id, text, attempts from messages where tenant_id = $1 and direction = 'OUT' order by seq`,
  )
}

describe('A message of a person', () => {
  it('is queued at once, silences the bot, and goes out with our id and what it quotes', async () => {
    const { shop, conversationId, inId } = await talk()
    const staff = await shop.as('OPERATOR')

    const result = await sendMessage(staff, { conversationId, input: { text: 'Claro que sí ✅', replyToId: inId } })

    expect(result.ok).toBe(true)
    expect(await outgoing(shop)).toMatchObject([{ status: 'QUEUED', text: 'Claro que sí ✅' }])
    expect(await shop.rows('select bot_state, bot_reason from conversations where tenant_id = $1')).toEqual([
      { bot_state: 'HUMAN', bot_reason: 'HUMAN_REPLIED' },
    ])

    const before = sent()
    await world.sendQueued()

    const [send] = world.whatsapp.sends.slice(before)
    const [quoted] = await shop.rows<{ provider_message_id: string }>(
      'select provider_message_id from messages where tenant_id = $1 and id = $2',
      [inId],
    )
    expect(send).toMatchObject({
      path: `/v25.0/${shop.phoneNumberId}/messages`,
      authorization: 'Bearer the access token',
    })
    expect(send?.body).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: customerNumber,
      type: 'text',
      text: { preview_url: false, body: 'Claro que sí ✅' },
      context: { message_id: quoted?.provider_message_id },
      biz_opaque_callback_data: result.ok ? result.messageId : null,
    })
    expect(await outgoing(shop)).toMatchObject([
      { status: 'SENT', provider_message_id: send?.providerMessageId, attempts: 1 },
    ])
    expect(
      await shop.rows(`select type from events where tenant_id = $1 and type like 'message.%' order by xid, seq`),
    ).toEqual([{ type: 'message.received' }, { type: 'message.queued' }, { type: 'message.status_changed' }])
  })

  it('is the same message when the call is repeated with its key, and another call with that key is refused', async () => {
    const { shop, conversationId } = await talk()
    const staff = await shop.as('OPERATOR')
    const call = { conversationId, input: { text: 'una vez' }, idempotencyKey: 'k1' }

    const [first, again] = [await sendMessage(staff, call), await sendMessage(staff, call)]

    expect(again).toEqual(first)
    expect(await outgoing(shop)).toHaveLength(1)
    expect(world.jobs.filter(({ name }) => name === 'message.send')).toHaveLength(1)
    await expect(sendMessage(staff, { ...call, input: { text: 'otra' } })).rejects.toThrow(ApiError)
  })

  it('is refused when the window is closed, and nothing is sent', async () => {
    const { shop, conversationId } = await talk()
    const closed = new Date(world.now().getTime() + 24 * hour).toISOString()
    world.advance(24 * hour)

    const result = await sendMessage(await shop.as('OPERATOR'), { conversationId, input: { text: 'tarde' } })

    expect(result).toMatchObject({ ok: false, errors: [{ __typename: 'WindowClosed', windowExpiredAt: closed }] })
    expect(await outgoing(shop)).toEqual([])
    expect(world.jobs.filter(({ name }) => name === 'message.send')).toEqual([])
  })

  it('is refused when it is empty, too long, quotes what is not there, or the account is disabled', async () => {
    const { shop, conversationId } = await talk()
    const staff = await shop.as('OPERATOR')
    const attempt = (input: { text: string; replyToId?: string }) => sendMessage(staff, { conversationId, input })

    expect(await attempt({ text: ' \n' })).toMatchObject({
      errors: [{ code: 'INVALID_INPUT', path: ['input', 'text'] }],
    })
    expect(await attempt({ text: 'x'.repeat(4097) })).toMatchObject({ errors: [{ path: ['input', 'text'] }] })
    const [other] = (await shop.receive(shop.compose('otra persona', { from: '+573009998877' }))).messages
    for (const replyToId of [other?.messageId ?? '', (await talk()).inId, newId('message')]) {
      expect(await attempt({ text: 'x', replyToId })).toMatchObject({ errors: [{ path: ['input', 'replyToId'] }] })
    }
    await updateChannelAccount(shop.ctx, { id: shop.accountId, input: { status: 'DISABLED' } })
    expect(await attempt({ text: 'x' })).toMatchObject({ errors: [{ code: 'TRANSITION_REFUSED' }] })
    expect(await outgoing(shop)).toEqual([])
  })

  it("into another tenant's conversation is refused as into one that never existed", async () => {
    const [mine, theirs] = [await talk(), await talk()]
    const staff = await mine.shop.as('OWNER')
    const attempt = (conversationId: string) => sendMessage(staff, { conversationId, input: { text: 'x' } })

    expect(await attempt(theirs.conversationId)).toEqual(await attempt(newId('conversation')))
    expect(await outgoing(theirs.shop)).toEqual([])
  })

  it('needs messages:send', async () => {
    const { shop, conversationId } = await talk()
    const call = sendMessage(await shop.as('VIEWER'), { conversationId, input: { text: 'x' } })
    await expect(call).rejects.toThrow('messages:send')
  })
})

describe('A reply of the assistant', () => {
  it('is queued while the bot is on, and dropped after a person took over', async () => {
    const { shop, conversationId } = await talk()
    const assistant = { ...shop.ctx, actor: { kind: 'ASSISTANT', id: 'offline-1' } as const }
    const reply = () =>
      shop.ctx.db.withTenant(shop.tenantId, async (tx) => {
        const locked = await lockForSending(assistant, tx, conversationId)
        return locked === null ? null : queueReply(assistant, tx, locked, { text: 'Pedido recibido' })
      })

    expect(await reply()).toMatchObject({ ok: true })
    await setBot(await shop.as('OPERATOR'), { id: conversationId, active: false })
    expect(await reply()).toMatchObject({ ok: false, errors: [{ code: 'TRANSITION_REFUSED' }] })

    expect(
      await shop.rows(`select author_kind, author_id from messages where tenant_id = $1 and direction = 'OUT'`),
    ).toEqual([{ author_kind: 'ASSISTANT', author_id: 'offline-1' }])
  })
})

describe('Sending', () => {
  async function queued(...texts: string[]): Promise<Shop> {
    const { shop, conversationId } = await talk()
    const staff = await shop.as('OPERATOR')
    for (const text of texts) await sendMessage(staff, { conversationId, input: { text } })
    return shop
  }

  it('tries again after a pause when the provider says so, and keeps the order', async () => {
    const shop = await queued('uno', 'dos')
    world.whatsapp.answerNext({ type: 'refuse', code: 131056 })
    const before = sent()

    await world.sendQueued()
    expect(await outgoing(shop)).toMatchObject([{ status: 'QUEUED', error_code: '131056' }, { status: 'QUEUED' }])
    const again = world.jobs.filter(({ name }) => name === 'message.send')
    expect(again.map(({ delayMs }) => delayMs)).toEqual([10_000, 10_000])

    world.advance(10_000)
    await world.sendQueued()
    const bodies = world.whatsapp.sends.slice(before).map(({ body }) => body['text'])
    expect(bodies).toMatchObject([{ body: 'uno' }, { body: 'uno' }, { body: 'dos' }])
    expect(await outgoing(shop)).toMatchObject([
      { status: 'SENT', attempts: 2, error_code: null },
      { status: 'SENT', attempts: 1 },
    ])
  })

  it('gives up at once for a final code, notes a fault of the account, and goes on with the next message', async () => {
    const shop = await queued('uno', 'dos')
    world.whatsapp.answerNext({ type: 'refuse', code: 190, httpStatus: 401, message: 'Token expired.' })

    await world.sendQueued()

    expect(await outgoing(shop)).toMatchObject([
      { status: 'FAILED', error_code: '190', attempts: 1 },
      { status: 'SENT' },
    ])
    expect(await shop.rows('select last_error from channel_accounts where tenant_id = $1')).toEqual([
      { last_error: 'Token expired.' },
    ])
  })

  it('gives up after eight tries', async () => {
    const shop = await queued('uno')
    world.whatsapp.answerNext(...Array.from({ length: 8 }, () => ({ type: 'refuse', code: 2 }) as const))
    const before = sent()

    for (let run = 0; run < 10; run += 1) {
      await world.sendQueued()
      world.advance(2 * hour)
    }

    expect(sent() - before).toBe(8)
    expect(await outgoing(shop)).toMatchObject([{ status: 'FAILED', error_code: '2', attempts: 8 }])
  })

  it.each([
    ['never answers', { type: 'hang' }, 'TIMEOUT'],
    ['cuts the connection', { type: 'cut' }, 'CONNECTION_LOST'],
    ['answers with a page of its gateway', { type: 'raw', httpStatus: 502, body: '<html>' }, 'HTTP_502'],
  ] as const)(
    'never sends twice when the provider %s: the message is UNKNOWN until news settle it',
    async (_what, answer, code) => {
      const shop = await queued('quizás')
      world.whatsapp.answerNext(answer)
      const before = sent()
      await world.sendQueued()
      expect(await outgoing(shop)).toMatchObject([{ status: 'UNKNOWN', error_code: code }])

      world.advance(hour)
      await world.sendQueued()
      expect(sent() - before).toBe(1)

      const [send] = world.whatsapp.sends.slice(before)
      if (send === undefined) throw new Error('nothing was sent')
      await shop.receive(
        statusOf(send, shop, 'delivered', { messageId: String(send.body['biz_opaque_callback_data']) }),
      )
      expect(await outgoing(shop)).toMatchObject([
        { status: 'DELIVERED', error_code: null, provider_message_id: send.providerMessageId },
      ])
    },
  )

  it('that was interrupted leaves the message UNKNOWN and the rest to be sent', async () => {
    const shop = await queued('uno', 'dos')
    await shop.rows(`update messages set status = 'SENDING', attempted_at = $2 where tenant_id = $1 and text = 'uno'`, [
      world.now(),
    ])
    const before = sent()

    await world.sendQueued()
    expect(sent()).toBe(before)
    world.advance(2 * 60_000)
    await world.sendQueued()

    expect(await outgoing(shop)).toMatchObject([{ status: 'UNKNOWN', error_code: 'ABANDONED' }, { status: 'SENT' }])
    expect(sent() - before).toBe(1)
  })
})

describe('News about a message', () => {
  async function delivered(): Promise<{ shop: Shop; send: (typeof world.whatsapp.sends)[number] }> {
    const { shop, conversationId } = await talk()
    await sendMessage(await shop.as('OPERATOR'), { conversationId, input: { text: 'hola' } })
    const before = sent()
    await world.sendQueued()
    const [send] = world.whatsapp.sends.slice(before)
    if (send === undefined) throw new Error('nothing was sent')
    return { shop, send }
  }

  it('move it up and never down, whatever order they come in', async () => {
    const { shop, send } = await delivered()
    const seen: string[] = []
    for (const status of ['read', 'sent', 'delivered', 'failed'] as const) {
      await shop.receive(statusOf(send, shop, status))
      seen.push((await outgoing(shop))[0]?.status ?? '')
    }
    expect(seen).toEqual(['READ', 'READ', 'READ', 'READ'])
  })

  it('that it failed stand against a late «sent», and tell why', async () => {
    const { shop, send } = await delivered()
    await shop.receive(statusOf(send, shop, 'failed', { error: { code: 131047, title: 'Re-engagement message' } }))
    await shop.receive(statusOf(send, shop, 'sent'))
    expect(await outgoing(shop)).toMatchObject([{ status: 'FAILED', error_code: '131047' }])
  })

  it('that come before the send was answered wait for it', async () => {
    const { shop, conversationId } = await talk()
    await sendMessage(await shop.as('OPERATOR'), { conversationId, input: { text: 'rápido' } })
    world.whatsapp.beforeAnswer(async (send) => {
      await shop.receive(statusOf(send, shop, 'delivered'))
      expect(await shop.rows(`select state from provider_events where tenant_id = $1 and type = 'STATUS'`)).toEqual([
        { state: 'WAITING' },
      ])
    })

    await world.sendQueued()

    expect(await outgoing(shop)).toMatchObject([{ status: 'DELIVERED' }])
    expect(await shop.rows(`select state from provider_events where tenant_id = $1 and type = 'STATUS'`)).toEqual([
      { state: 'ACCEPTED' },
    ])
  })

  it('through another account of the same tenant change nothing, even when they name the message', async () => {
    const { shop, conversationId } = await talk()
    const sentMessage = await sendMessage(await shop.as('OPERATOR'), { conversationId, input: { text: 'hola' } })
    const phoneNumberId = `${shop.phoneNumberId}2`
    await connectChannelAccount(shop.ctx, {
      type: 'WHATSAPP',
      name: 'Second number',
      routingKey: phoneNumberId,
      appSecret: shop.appSecret,
      verifyToken: 'the verify token',
    })
    const news = { ...shop, phoneNumberId, providerMessageId: 'wamid.other', at: world.now(), status: 'read' } as const
    await shop.receive(composeStatus({ ...news, messageId: sentMessage.ok ? sentMessage.messageId : '' }))
    expect(await outgoing(shop)).toMatchObject([{ status: 'QUEUED', provider_message_id: null }])
  })

  it("through another tenant's address change nothing here", async () => {
    const { shop, send } = await delivered()
    const other = await world.shop()
    const messageId = String(send.body['biz_opaque_callback_data'])
    await other.receive(statusOf(send, other, 'read', { messageId }))
    expect(await outgoing(shop)).toMatchObject([{ status: 'SENT' }])
  })
})
