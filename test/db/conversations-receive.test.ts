import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resolveConversation, snoozeConversation } from '../../src/conversations/change-status.ts'
import { connectChannelAccount } from '../../src/conversations/connect-account.ts'
import { newFindings } from '../../src/conversations/pii-findings.ts'
import { verifyWhatsApp } from '../../src/conversations/receive.ts'
import { envelope, signDelivery } from '../../src/platform/channels/whatsapp/compose.ts'
import { customerNumber, startConversationsWorld, type ConversationsWorld } from './conversations-world.ts'
import { onManyConnections } from '../kit/database.ts'

let world: ConversationsWorld
beforeAll(async () => {
  world = await startConversationsWorld()
})
afterAll(() => world.stop())

const hour = 60 * 60 * 1000

interface MessageRow {
  id: string
  seq: number
  kind: string
  text: string | null
  status: string
  conversation_id: string
}

const allMessages = 'select * from messages where tenant_id = $1 order by created_at, seq'
const allConversations = 'select * from conversations where tenant_id = $1 order by created_at'

describe('A signed delivery', () => {
  it('costs no statement more for the search for personal data when there is none', async () => {
    const shop = await world.shop()
    const statements = (text: string | null) => newFindings(shop.ctx, 'msg_1', { text }, { region: 'CO' }).length

    expect([statements(null), statements('2 cajas de leche'), statements('rosa@mercado.example y 3001234567')]).toEqual(
      [0, 0, 1],
    )
  })

  it('becomes a customer, a conversation, a message, an event and a job', async () => {
    const shop = await world.shop()
    world.jobs.length = 0

    const receipt = await shop.receive(
      shop.compose('hola, 2 cajas de leche 🍅', { profileName: 'Ana', userId: 'CO.1' }),
    )

    expect(receipt).toMatchObject({ status: 200, quarantined: 0 })
    const [stored] = receipt.messages
    expect(await shop.rows<MessageRow>(allMessages)).toMatchObject([
      {
        id: stored?.messageId,
        seq: 1,
        kind: 'TEXT',
        text: 'hola, 2 cajas de leche 🍅',
        status: 'RECEIVED',
        direction: 'IN',
      },
    ])
    expect(await shop.rows(allConversations)).toMatchObject([
      { id: stored?.conversationId, status: 'OPEN', unread_count: 1, last_seq: 1, bot_state: 'BOT' },
    ])
    expect(await shop.rows('select name from customers where tenant_id = $1')).toEqual([{ name: 'Ana' }])
    expect(
      await shop.rows('select kind, scope, value from customer_identities where tenant_id = $1 order by kind'),
    ).toEqual([
      { kind: 'BSUID', scope: shop.accountId, value: 'CO.1' },
      { kind: 'PHONE', scope: '', value: customerNumber },
    ])
    expect(
      await shop.rows(
        `select type, actor_kind from events where tenant_id = $1 and type not like 'channel%' order by seq`,
      ),
    ).toEqual([
      { type: 'customer.created', actor_kind: 'SYSTEM' },
      { type: 'conversation.created', actor_kind: 'CUSTOMER' },
      { type: 'message.received', actor_kind: 'CUSTOMER' },
    ])
    expect(world.jobs).toEqual([
      {
        name: 'conversation.read',
        data: { tenantId: shop.tenantId, conversationId: stored?.conversationId, seq: 1 },
        orderKey: stored?.conversationId,
        delayMs: 4000,
      },
    ])
  })

  it('with another signature is refused, and nothing is stored', async () => {
    const shop = await world.shop()
    const { body } = shop.compose('hola')
    const wrong = `sha256=${createHmac('sha256', 'another secret').update(body).digest('hex')}`

    expect(await shop.receive({ body, signature: wrong })).toMatchObject({ status: 401 })
    expect(await shop.receive({ body })).toMatchObject({ status: 401 })

    expect(await shop.rows('select 1 from provider_events where tenant_id = $1')).toEqual([])
    expect(await shop.rows(allMessages)).toEqual([])
  })

  it('changes nothing when it comes again', async () => {
    const shop = await world.shop()
    const delivery = shop.compose('una vez')
    const first = await shop.receive(delivery)

    const again = await shop.receive(delivery)

    expect(first.messages).toHaveLength(1)
    expect(again).toEqual({ status: 200, messages: [], quarantined: 0 })
    expect(await shop.rows(allMessages)).toHaveLength(1)
    expect(await shop.rows('select unread_count, last_seq from conversations where tenant_id = $1')).toEqual([
      { unread_count: 1, last_seq: 1 },
    ])
    expect(await shop.rows(`select 1 from events where tenant_id = $1 and type = 'message.received'`)).toHaveLength(1)
  })

  it('makes one message of eight senders at once', async () => {
    const shop = await world.shop()
    const delivery = shop.compose('ocho veces')

    const receipts = await Promise.all(Array.from({ length: 8 }, () => shop.receive(delivery)))

    expect(receipts.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(receipts.flatMap(({ messages }) => messages)).toHaveLength(1)
    expect(await shop.rows(allMessages)).toHaveLength(1)
    expect(await shop.rows('select 1 from customers where tenant_id = $1')).toHaveLength(1)
  })

  onManyConnections(
    'gives first messages that come at once one customer, one conversation and a place each',
    async () => {
      const shop = await world.shop()
      const deliveries = Array.from({ length: 8 }, (_, index) => shop.compose(`mensaje ${index}`, { userId: 'CO.8' }))

      const receipts = await Promise.all(deliveries.map((delivery) => shop.receive(delivery)))

      expect(receipts.map(({ status }) => status)).toEqual(Array(8).fill(200))
      expect(await shop.rows('select 1 from customers where tenant_id = $1')).toHaveLength(1)
      expect(await shop.rows(allConversations)).toMatchObject([{ unread_count: 8, last_seq: 8 }])
      expect((await shop.rows<MessageRow>(allMessages)).map(({ seq }) => seq).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    },
  )

  onManyConnections('waits in no ring with another first message of a person who gets known meanwhile', async () => {
    const shop = await world.shop()
    await shop.receive(shop.compose('hola'))
    const rename = `update customer_identities set value = $2 where tenant_id = $1 and value = $3`
    await shop.rows(rename, ['not known yet', customerNumber])

    await world.database.db.asOwner(async (other) => {
      // The other message, which has found nobody: it waits for its turn to make the person known.
      const key = `identity ${shop.tenantId}  PHONE ${customerNumber}`
      await other.query('select pg_advisory_lock(hashtextextended($1, 0))', [key])
      // A third one makes the person known just when this one has looked at half of what is there.
      await other.script('begin; lock table conversations in access exclusive mode')
      await other.query(rename, [shop.tenantId, customerNumber, 'not known yet'])
      const receipt = shop.receive(shop.compose('otra vez'))
      const waiting = `select 1 from pg_locks where not granted and relation = 'conversations'::regclass and $1 <> ''`
      await expect.poll(() => shop.rows(waiting)).toHaveLength(1)
      await other.script('commit')
      await other.query('select 1 from conversations where tenant_id = $1 for no key update', [shop.tenantId])

      expect(await receipt).toMatchObject({ status: 200 })
    })
    expect(await shop.rows(allConversations)).toMatchObject([{ last_seq: 2 }])
  })

  it('keeps its good parts when one is bad', async () => {
    const shop = await world.shop()
    const change = (messages: unknown[]) => ({
      messaging_product: 'whatsapp',
      metadata: { phone_number_id: shop.phoneNumberId },
      messages,
    })
    const text = (id: string, from?: string) => ({
      id,
      ...(from ? { from } : {}),
      timestamp: '1763640000',
      type: 'text',
      text: { body: id },
    })
    const body = envelope([
      change([text('wamid.good1', '573001'), { type: 'text' }, text('wamid.nobody')]),
      'no value at all',
      change([text('wamid.good2', '573002222')]),
    ])

    const receipt = await shop.receive(signDelivery(body, shop.appSecret))

    expect(receipt).toMatchObject({ status: 200, quarantined: 3 })
    expect((await shop.rows<MessageRow>(allMessages)).map((message) => message.text)).toEqual([
      'wamid.good1',
      'wamid.good2',
    ])
    expect(
      await shop.rows(
        `select reason from provider_events where tenant_id = $1 and state = 'QUARANTINED' order by reason`,
      ),
    ).toEqual([{ reason: 'MALFORMED' }, { reason: 'MALFORMED' }, { reason: 'NO_SENDER' }])
  })

  it('that is no JSON is answered 400 and kept once', async () => {
    const shop = await world.shop()
    const delivery = signDelivery('x', shop.appSecret)
    const broken = {
      body: '{"object": ',
      signature: `sha256=${createHmac('sha256', shop.appSecret).update('{"object": ').digest('hex')}`,
    }

    expect(await shop.receive(broken)).toMatchObject({ status: 400, quarantined: 1 })
    expect(await shop.receive(broken)).toMatchObject({ status: 400, quarantined: 0 })
    expect(await shop.receive(delivery)).toMatchObject({ status: 400 })
  })

  it('for a number that nobody here has is acknowledged and quarantined', async () => {
    const shop = await world.shop()
    const delivery = shop.compose('hola?', { phoneNumberId: '999' })

    expect(await shop.receive(delivery)).toEqual({ status: 200, messages: [], quarantined: 1 })

    expect(await shop.rows(`select channel_account_id, reason from provider_events where tenant_id = $1`)).toEqual([
      { channel_account_id: shop.accountId, reason: 'UNKNOWN_ROUTE' },
    ])
    expect(await shop.rows(allMessages)).toEqual([])
  })

  it("cannot write into another tenant's inbox", async () => {
    const [mine, theirs] = [await world.shop(), await world.shop()]
    const forged = mine.compose('vendido', { phoneNumberId: theirs.phoneNumberId })

    expect(await mine.receive(forged)).toMatchObject({ status: 200, quarantined: 1 })

    expect(await theirs.rows(allMessages)).toEqual([])
    expect(await theirs.rows('select 1 from provider_events where tenant_id = $1')).toEqual([])
    expect(await mine.rows(allMessages)).toEqual([])
  })

  it('reaches another number of the same provider app through one address', async () => {
    const shop = await world.shop()
    const second = await connectChannelAccount(shop.ctx, {
      type: 'WHATSAPP',
      name: 'Second number',
      routingKey: `${shop.phoneNumberId}2`,
      appSecret: shop.appSecret,
      verifyToken: 'the verify token',
    })

    await shop.receive(shop.compose('hola', { phoneNumberId: `${shop.phoneNumberId}2` }))

    expect(await shop.rows('select channel_account_id from messages where tenant_id = $1')).toEqual([
      { channel_account_id: second.ok ? second.channelAccountId : null },
    ])
  })

  it('with characters that Postgres cannot hold is stored with replacements', async () => {
    const shop = await world.shop()
    const { body } = shop.compose('X')
    const odd = body.replace('"body":"X"', '"body":"a\\u0000b\\ud83c c"')
    const signature = `sha256=${createHmac('sha256', shop.appSecret).update(odd).digest('hex')}`

    expect(await shop.receive({ body: odd, signature })).toMatchObject({ status: 200, quarantined: 0 })

    expect((await shop.rows<MessageRow>(allMessages)).map(({ text }) => text)).toEqual(['a\uFFFDb\uFFFD c'])
  })
})

describe('A conversation', () => {
  it('is one for a phone number and a BSUID that were named together, whichever comes later alone', async () => {
    const shop = await world.shop()
    await shop.receive(shop.compose('con número'))
    await shop.receive(shop.compose('con ambos', { userId: 'CO.77' }))
    const hidden = signDelivery(
      envelope([
        {
          metadata: { phone_number_id: shop.phoneNumberId },
          contacts: [{ profile: { name: 'Ana', username: 'ana' }, user_id: 'CO.77' }],
          messages: [
            {
              id: 'wamid.hidden',
              from_user_id: 'CO.77',
              timestamp: '1763640000',
              type: 'text',
              text: { body: 'sin número' },
            },
          ],
        },
      ]),
      shop.appSecret,
    )

    await shop.receive(hidden)

    expect(await shop.rows(allConversations)).toMatchObject([{ last_seq: 3 }])
    expect(await shop.rows('select 1 from customers where tenant_id = $1')).toHaveLength(1)
  })

  it('takes over the history of the number when number and BSUID were known as two people', async () => {
    const shop = await world.shop()
    const onlyBsuid = signDelivery(
      envelope([
        {
          metadata: { phone_number_id: shop.phoneNumberId },
          messages: [
            { id: 'wamid.b', from_user_id: 'CO.5', timestamp: '1763640000', type: 'text', text: { body: 'b' } },
          ],
        },
      ]),
      shop.appSecret,
    )
    await shop.receive(shop.compose('número'))
    await shop.receive(onlyBsuid)
    expect(await shop.rows('select 1 from customers where tenant_id = $1')).toHaveLength(2)

    await shop.receive(shop.compose('ambos', { userId: 'CO.5' }))

    expect(await shop.rows('select distinct customer_id from customer_identities where tenant_id = $1')).toHaveLength(1)
    expect(
      await shop.rows(`select 1 from events where tenant_id = $1 and type = 'customer.identity_moved'`),
    ).toHaveLength(1)
    expect(await shop.rows<MessageRow>(allMessages)).toMatchObject([{ seq: 1 }, { seq: 1 }, { seq: 2, text: 'ambos' }])
  })

  it('opens again within a day of being resolved, and is a new one after that', async () => {
    const shop = await world.shop()
    const staff = await shop.as('OPERATOR')
    const [first] = (await shop.receive(shop.compose('uno'))).messages
    const id = first?.conversationId ?? ''
    await resolveConversation(staff, { id })

    await shop.receive(shop.compose('gracias'))
    expect(await shop.rows(allConversations)).toMatchObject([{ id, status: 'OPEN', unread_count: 1 }])
    expect(
      await shop.rows('select type, to_status, actor_kind from conversation_events where tenant_id = $1 order by seq'),
    ).toEqual([
      { type: 'STATUS_CHANGED', to_status: 'RESOLVED', actor_kind: 'USER' },
      { type: 'STATUS_CHANGED', to_status: 'OPEN', actor_kind: 'CUSTOMER' },
    ])

    await resolveConversation(staff, { id })
    world.advance(25 * hour)
    await shop.receive(shop.compose('otro día'))
    expect(await shop.rows(allConversations)).toMatchObject([{ status: 'RESOLVED' }, { status: 'OPEN', last_seq: 1 }])
  })

  it('wakes up when the customer writes', async () => {
    const shop = await world.shop()
    const [first] = (await shop.receive(shop.compose('uno'))).messages
    const until = new Date(world.now().getTime() + hour)
    await snoozeConversation(await shop.as('OPERATOR'), { id: first?.conversationId ?? '', until })

    await shop.receive(shop.compose('dos'))

    expect(await shop.rows(allConversations)).toMatchObject([{ status: 'OPEN', snoozed_until: null, unread_count: 2 }])
  })

  it('keeps its window open for 24 hours after the customer wrote, by a clock that cannot run ahead', async () => {
    const shop = await world.shop()
    const tomorrow = new Date(world.now().getTime() + 24 * hour)

    await shop.receive(shop.compose('del futuro', { sentAt: tomorrow }))

    const [row] = await shop.rows<{ until: string }>(
      `select to_char(window_expires_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as until from conversations where tenant_id = $1`,
    )
    expect(row?.until).toBe(tomorrow.toISOString().replace('.000', ''))
  })
})

describe('Messages about messages', () => {
  it('mark what they edit or delete, and are stored themselves', async () => {
    const shop = await world.shop()
    await shop.receive(shop.compose('3 cajas', { providerMessageId: 'wamid.a' }))
    await shop.receive(
      shop.compose({
        type: 'edit',
        edit: { original_message_id: 'wamid.a', message: { type: 'text', text: { body: '4 cajas' } } },
      }),
    )
    await shop.receive(shop.compose({ type: 'revoke', revoke: { original_message_id: 'wamid.a' } }))

    const rows = await shop.rows(allMessages)
    expect(rows).toMatchObject([
      { kind: 'TEXT', text: '3 cajas' },
      {
        kind: 'EDIT',
        text: '4 cajas',
        content: { targetProviderMessageId: 'wamid.a', newKind: 'TEXT', newText: '4 cajas' },
      },
      { kind: 'DELETION', content: { targetProviderMessageId: 'wamid.a' } },
    ])
    expect(
      await shop.rows(
        'select 1 from messages where tenant_id = $1 and edited_at is not null and deleted_at is not null',
      ),
    ).toHaveLength(1)
    expect(await shop.rows('select unread_count from conversations where tenant_id = $1')).toEqual([
      { unread_count: 2 },
    ])
  })

  it('of an unknown kind are stored with their payload', async () => {
    const shop = await world.shop()
    await shop.receive(shop.compose({ type: 'hologram', hologram: { depth: 3 } }))

    expect(await shop.rows(allMessages)).toMatchObject([{ kind: 'UNKNOWN', content: { providerType: 'hologram' } }])
    expect(
      await shop.rows(
        `select raw->'value'->'messages'->0->'hologram' as kept from provider_events where tenant_id = $1`,
      ),
    ).toEqual([{ kept: { depth: 3 } }])
  })

  it('of the business app appear as ours and silence the bot', async () => {
    const shop = await world.shop()
    await shop.receive(shop.compose('hola'))
    const echo = {
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [
            {
              field: 'smb_message_echoes',
              value: {
                metadata: { phone_number_id: shop.phoneNumberId },
                message_echoes: [
                  {
                    id: 'wamid.echo',
                    from: '15550783881',
                    to: customerNumber.slice(1),
                    timestamp: '1763640000',
                    type: 'text',
                    text: { body: 'ya voy' },
                  },
                ],
              },
            },
          ],
        },
      ],
    }
    await shop.receive(signDelivery(echo, shop.appSecret))

    expect(await shop.rows(allMessages)).toMatchObject([
      { direction: 'IN' },
      { direction: 'OUT', text: 'ya voy', status: 'SENT', author_kind: 'SYSTEM' },
    ])
    expect(await shop.rows(allConversations)).toMatchObject([
      { bot_state: 'HUMAN', bot_reason: 'HUMAN_REPLIED', unread_count: 1 },
    ])
  })
})

describe('The handshake', () => {
  it('answers the challenge to who knows the verify token, and to nobody else', async () => {
    const { ctx, accountId } = await world.shop()
    const ask = { accountId, mode: 'subscribe', token: 'the verify token', challenge: '1158201444' }

    expect(await verifyWhatsApp(ctx, ask)).toBe('1158201444')
    expect(await verifyWhatsApp(ctx, { ...ask, token: 'the verify token ' })).toBeNull()
    expect(await verifyWhatsApp(ctx, { ...ask, mode: 'unsubscribe' })).toBeNull()
    expect(await verifyWhatsApp(ctx, { ...ask, accountId: 'cha_00000000000000000000000000' })).toBeNull()
  })
})
