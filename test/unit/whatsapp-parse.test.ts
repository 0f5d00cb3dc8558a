import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { normalisePhone, type DeliveryPart } from '../../src/platform/channels/index.ts'
import { envelope } from '../../src/platform/channels/whatsapp/compose.ts'
import { parseChange, parseDelivery } from '../../src/platform/channels/whatsapp/parse.ts'

const dataDirectory = process.env['PARLEY_BENCH_DATA']
const parse = (payload: unknown) => parseDelivery(Buffer.from(JSON.stringify(payload)))
const metadata = { display_phone_number: '15550783881', phone_number_id: '106540352242922' }

/** The one part that a delivery with this message comes to. */
function partOf(message: Record<string, unknown>, more: Record<string, unknown> = {}): DeliveryPart {
  const whole = { id: 'wamid.1', from: '573001112233', timestamp: '1749416383', ...message }
  const parts = parse(envelope([{ metadata, messages: [whole], ...more }]))
  expect(parts).toHaveLength(1)
  const [part] = parts
  if (part === undefined) throw new Error('no part')
  return part
}

function messageOf(message: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const part = partOf(message, more)
  if (part.type !== 'MESSAGE') throw new Error(`It is a ${part.type}`)
  return part.message
}

const nothing = {
  mediaId: null,
  mimeType: null,
  sha256: null,
  caption: null,
  filename: null,
  voice: null,
  animated: null,
}

describe('A WhatsApp message', () => {
  it.each([
    ['text', { text: { body: 'hola' } }, 'TEXT', { body: 'hola' }, 'hola'],
    [
      'image',
      { image: { id: 'M', mime_type: 'image/jpeg', sha256: 'x', caption: 'lista' } },
      'IMAGE',
      { ...nothing, mediaId: 'M', mimeType: 'image/jpeg', sha256: 'x', caption: 'lista' },
      'lista',
    ],
    ['video', { video: { id: 'M' } }, 'VIDEO', { ...nothing, mediaId: 'M' }, null],
    ['audio', { audio: { id: 'M', voice: true } }, 'AUDIO', { ...nothing, mediaId: 'M', voice: true }, null],
    [
      'document',
      { document: { id: 'M', filename: 'pedido.pdf', caption: 'PO 77' } },
      'DOCUMENT',
      { ...nothing, mediaId: 'M', filename: 'pedido.pdf', caption: 'PO 77' },
      'PO 77',
    ],
    [
      'sticker',
      { sticker: { id: 'M', animated: true } },
      'STICKER',
      { ...nothing, mediaId: 'M', animated: true },
      null,
    ],
    [
      'interactive',
      { interactive: { type: 'button_reply', button_reply: { id: 'confirm:ord_1', title: 'Confirmar' } } },
      'BUTTON_REPLY',
      { choiceId: 'confirm:ord_1', title: 'Confirmar', description: null },
      'Confirmar',
    ],
    [
      'interactive',
      { interactive: { type: 'list_reply', list_reply: { id: 'sku_9', title: 'Leche 1L', description: 'caja x12' } } },
      'LIST_REPLY',
      { choiceId: 'sku_9', title: 'Leche 1L', description: 'caja x12' },
      'Leche 1L',
    ],
    [
      'interactive',
      { interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"n":1}' } } },
      'FLOW_REPLY',
      { name: 'flow', body: 'Sent', response: { n: 1 } },
      'Sent',
    ],
    [
      'button',
      { button: { payload: 'REORDER_1', text: 'Repetir pedido' } },
      'TEMPLATE_BUTTON',
      { choiceId: 'REORDER_1', title: 'Repetir pedido', description: null },
      'Repetir pedido',
    ],
    [
      'order',
      {
        order: {
          catalog_id: '19',
          text: 'sin bolsa',
          product_items: [{ product_retailer_id: 'SKU1', quantity: 2, item_price: 30.5, currency: 'COP' }],
        },
      },
      'ORDER',
      {
        catalogId: '19',
        note: 'sin bolsa',
        items: [{ retailerId: 'SKU1', quantity: '2', claimedPrice: '30.5', claimedCurrency: 'COP' }],
      },
      'sin bolsa',
    ],
    [
      'location',
      { location: { latitude: '4.65', longitude: -74.05, name: 'Tienda', address: 'Cra 7 #1' } },
      'LOCATION',
      { latitude: 4.65, longitude: -74.05, name: 'Tienda', address: 'Cra 7 #1', url: null },
      'Tienda, Cra 7 #1',
    ],
    [
      'contacts',
      { contacts: [{ name: { formatted_name: 'Luis P' }, phones: [{ phone: '+57 300' }], org: { company: 'ACME' } }] },
      'CONTACTS',
      { contacts: [{ name: 'Luis P', phones: ['+57 300'], emails: [], company: 'ACME' }] },
      'Luis P',
    ],
    [
      'reaction',
      { reaction: { message_id: 'wamid.0', emoji: '👍' } },
      'REACTION',
      { targetProviderMessageId: 'wamid.0', emoji: '👍' },
      null,
    ],
    [
      'reaction',
      { reaction: { message_id: 'wamid.0' } },
      'REACTION',
      { targetProviderMessageId: 'wamid.0', emoji: null },
      null,
    ],
    [
      'system',
      { system: { type: 'user_changed_number', body: 'changed', wa_id: '57300' } },
      'SYSTEM',
      { event: 'user_changed_number', body: 'changed', newAddress: '57300' },
      null,
    ],
    [
      'edit',
      { edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body: '4 cajas' } } } },
      'EDIT',
      { targetProviderMessageId: 'wamid.0', newKind: 'TEXT', newText: '4 cajas' },
      '4 cajas',
    ],
    [
      'revoke',
      { revoke: { original_message_id: 'wamid.0' } },
      'DELETION',
      { targetProviderMessageId: 'wamid.0' },
      null,
    ],
    [
      'unsupported',
      { errors: [{ code: 131051, title: 'Message type unknown', error_data: { details: 'Not supported.' } }] },
      'UNSUPPORTED',
      { providerType: 'unsupported', reason: 'Not supported.' },
      null,
    ],
    ['hologram', { hologram: {} }, 'UNKNOWN', { providerType: 'hologram', reason: null }, null],
    ['text', { text: 'no object' }, 'UNKNOWN', { providerType: 'text', reason: null }, null],
    [
      'location',
      { location: { latitude: null, longitude: 1 } },
      'UNKNOWN',
      { providerType: 'location', reason: null },
      null,
    ],
  ])('of type %s says %j', (type, body, kind, content, text) => {
    const message = messageOf({ type, ...body })
    expect({ kind: message.kind, content: message.content, text: message.text }).toEqual({ kind, content, text })
  })

  it('knows who wrote, when, what it quotes and where it came from', () => {
    const message = messageOf(
      {
        type: 'text',
        text: { body: 'hola' },
        from_user_id: 'CO.1',
        context: { id: 'wamid.q', forwarded: true },
        referral: { source_url: 'https://x', source_id: '7', source_type: 'ad', headline: 'H', body: 'B' },
      },
      { contacts: [{ profile: { name: 'Ana' }, wa_id: '573001112233', user_id: 'CO.1' }] },
    )
    expect(message).toMatchObject({
      participant: {
        addresses: [
          { kind: 'PHONE', value: '+573001112233' },
          { kind: 'BSUID', value: 'CO.1' },
        ],
        profileName: 'Ana',
      },
      sentAt: new Date('2025-06-08T20:59:43Z'),
      replyToProviderMessageId: 'wamid.q',
      forwarded: true,
      content: { referral: { sourceUrl: 'https://x', sourceId: '7', sourceType: 'ad', headline: 'H' } },
    })
  })

  it('that Meta could not serialise says why, also when the reason stands beside it', () => {
    const errors = [
      { code: 131000, title: 'Something went wrong', error_data: { details: 'Unsupported webhook payload' } },
    ]
    expect(messageOf({ type: 'interactive' }, { errors })).toMatchObject({
      kind: 'UNSUPPORTED',
      content: { providerType: 'interactive', reason: 'Unsupported webhook payload' },
    })
  })

  it('takes its person from the only contact, and never from one of several', () => {
    const lone = [{ wa_id: '573009', user_id: 'CO.9', profile: { name: 'Eva' } }]
    const hidden = { type: 'text', text: { body: 'x' }, from: undefined }
    expect(messageOf(hidden, { contacts: lone }).participant.addresses).toEqual([
      { kind: 'PHONE', value: '+573009' },
      { kind: 'BSUID', value: 'CO.9' },
    ])
    expect(partOf(hidden, { contacts: [...lone, { wa_id: '573008' }] })).toMatchObject({
      type: 'BAD',
      reason: 'NO_SENDER',
    })
  })
})

describe('A delivery', () => {
  it('gives every part of every entry and change, in order, with a key and raw JSON of its own', () => {
    const text = (id: string) => ({ id, from: '573001112233', type: 'text', text: { body: id } })
    const parts = parse(
      envelope([
        {
          metadata,
          messages: [text('a'), 'no message', text('b')],
          statuses: [{ id: 's', status: 'read', timestamp: '1' }],
        },
        { metadata: {} },
        { metadata: { phone_number_id: '2' }, messages: [text('c')] },
        { metadata, errors: [{ code: 1, title: 'x' }] },
      ]),
    )
    expect(parts.map(({ type, routingKey, key }) => [type, routingKey, key.split(':')[0]])).toEqual([
      ['MESSAGE', '106540352242922', 'message'],
      ['BAD', '106540352242922', 'bad'],
      ['MESSAGE', '106540352242922', 'message'],
      ['STATUS', '106540352242922', 'status'],
      ['BAD', null, 'bad'],
      ['MESSAGE', '2', 'message'],
      ['NOTICE', '106540352242922', 'errors'],
    ])
    expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length)
    // What was kept of a part reads as the same part.
    for (const part of parts.filter(({ type }) => type !== 'BAD')) expect(parseChange(part.raw)).toEqual([part])
  })

  it.each([
    ['is no JSON', '{"object"'],
    ['is another thing', '[1]'],
    ['has no entries', '{"object":"whatsapp_business_account"}'],
    ['is empty', ''],
  ])('that %s is one bad part', (_what, body) => {
    expect(parseDelivery(Buffer.from(body))).toMatchObject([{ type: 'BAD', reason: 'MALFORMED', routingKey: null }])
  })

  it('of a field that nobody reads is kept as a notice', () => {
    const payload = { object: 'x', entry: [{ changes: [{ field: 'account_update', value: { event: 'X' } }] }] }
    expect(parse(payload)).toMatchObject([{ type: 'NOTICE', detail: 'account_update' }])
  })

  it('with news tells their state, our message and the reason of a failure', () => {
    const status = (more: object) =>
      parse(envelope([{ metadata, statuses: [{ id: 'w', timestamp: '1750863000', ...more }] }]))[0]
    expect(status({ status: 'played', biz_opaque_callback_data: 'msg_1' })).toMatchObject({
      type: 'STATUS',
      key: 'status:w:played:1750863000',
      status: { state: 'READ', messageId: 'msg_1', error: null, at: new Date('2025-06-25T14:50:00Z') },
    })
    expect(
      status({
        status: 'failed',
        errors: [{ code: 131047, title: 'Re-engagement', error_data: { details: '24 hours' } }],
      }),
    ).toMatchObject({ status: { state: 'FAILED', error: { code: '131047', message: '24 hours' } } })
    expect(status({ status: 'pondered' })).toMatchObject({ type: 'NOTICE' })
  })
})

describe('A phone number', () => {
  it.each([
    ['573001112233', '+573001112233'],
    ['+57 300 111-2233', '+573001112233'],
    ['0057 3001112233', '+573001112233'],
    ['5511987654321', '+5511987654321'],
    ['999999999999999', '+999999999999999'],
    ['12345', null],
    ['<PHONE>', null],
    ['', null],
  ])('%j is %j', (text, expected) => {
    expect(normalisePhone(text)).toBe(expected)
  })
})

describe.skipIf(dataDirectory === undefined)('Public example payloads (PARLEY_BENCH_DATA)', () => {
  const expected: Record<string, string> = {
    'message/text': 'TEXT',
    'message/image': 'IMAGE',
    'message/media_with_url': 'IMAGE',
    'message/video': 'VIDEO',
    'message/document': 'DOCUMENT',
    'message/audio': 'AUDIO',
    'message/voice': 'AUDIO',
    'message/static_sticker': 'STICKER',
    'message/animated_sticker': 'STICKER',
    'message/reaction': 'REACTION',
    'message/unreaction_empty': 'REACTION',
    'message/unreaction_no_emoji': 'REACTION',
    'message/current_location': 'LOCATION',
    'message/chosen_location': 'LOCATION',
    'message/contacts': 'CONTACTS',
    'message/order': 'ORDER',
    'message/unsupported': 'UNSUPPORTED',
    'message/unsupported_with_type': 'UNSUPPORTED',
    'message/reply': 'TEXT',
    'message/forwarded': 'TEXT',
    'message/forwarded_many_times': 'TEXT',
    'message/interactive_message_with_err': 'UNSUPPORTED',
    'message/referral': 'TEXT',
    'message_status/sent': 'SENT',
    'message_status/delivered': 'DELIVERED',
    'message_status/read': 'READ',
    'message_status/played': 'READ',
    'message_status/failed': 'FAILED',
    'message_status/with_tracker': 'SENT',
    'message_status/group': 'READ',
    'callback_button/button': 'BUTTON_REPLY',
    'callback_button/quick_reply': 'TEMPLATE_BUTTON',
    'callback_button/quick_reply_without_context': 'TEMPLATE_BUTTON',
    'callback_selection/callback': 'LIST_REPLY',
    'callback_selection/description': 'LIST_REPLY',
    'deleted_message/revoke': 'DELETION',
    'edited_message/image': 'EDIT',
    'system/phone_number_change': 'SYSTEM',
    'system/identity_change': 'SYSTEM',
    'flow_completion/completion': 'FLOW_REPLY',
    'flow_completion/without_flow_token': 'FLOW_REPLY',
    'outgoing_message/text': 'TEXT',
    'outgoing_message/delete': 'DELETION',
    'outgoing_message/edit': 'EDIT',
    'template_status_update/approved': 'message_template_status_update',
    'template_status_update/rejected': 'message_template_status_update',
  }

  it('are each read as the right kind', () => {
    const file = readFileSync(join(dataDirectory ?? '', 'vectors/whatsapp-cloud-api-payloads.json'), 'utf8')
    const { updates } = JSON.parse(file) as { updates: Record<string, Record<string, unknown>> }
    const read: Record<string, string> = {}
    for (const [group, payloads] of Object.entries(updates)) {
      for (const [name, payload] of Object.entries(payloads)) {
        read[`${group}/${name}`] = parse(payload).map(kindOf).join()
      }
    }
    expect(read).toEqual(expected)
  })
})

function kindOf(part: DeliveryPart): string {
  switch (part.type) {
    case 'MESSAGE':
    case 'ECHO':
      return part.message.kind
    case 'STATUS':
      return part.status.state
    case 'NOTICE':
      return part.detail
    case 'BAD':
      return part.reason
  }
}
