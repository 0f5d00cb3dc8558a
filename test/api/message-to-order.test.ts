import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { importKnowledgeDocs } from '../../src/knowledge/index.ts'
import { openAiOrderModel } from '../../src/platform/ai/openai/order-model.ts'
import { candidateProducts } from '../../src/platform/ai/openai/candidates.ts'
import type { OrderModel } from '../../src/platform/ai/model.ts'
import { offlineModel } from '../../src/platform/ai/offline-model.ts'
import { startModelServer, type ModelServer } from '../kit/model-server.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World, WorldSettings } from '../kit/world.ts'

const ordersQuery = /* GraphQL */ `
  query Orders {
    orders(first: 10, orderBy: CREATED_AT_ASC) {
      nodes {
        number
        status
        version
        requiresReview
        reviewReasons {
          code
          linePosition
        }
        total {
          amountMinor
          currency
        }
        createdBy {
          __typename
        }
        lines {
          name
          quantity
          source
          unitPrice {
            amountMinor
          }
          product {
            sku
          }
          variants {
            axis
            value
          }
          spans {
            text
            start
            end
            messageId
          }
        }
      }
    }
  }
`

interface OrderShown {
  readonly number: number
  readonly status: string
  readonly version: number
  readonly requiresReview: boolean
  readonly reviewReasons: readonly { code: string; linePosition: number | null }[]
  readonly total: { amountMinor: number; currency: string }
  readonly createdBy: { __typename: string }
  readonly lines: readonly {
    name: string
    quantity: string
    source: string
    unitPrice: { amountMinor: number } | null
    product: { sku: string } | null
    variants: readonly { axis: string; value: string }[]
    spans: readonly { text: string; start: number; end: number; messageId: string }[]
  }[]
}

let models: ModelServer
/** The configured model of the server under test; each test that needs another one puts it here. */
let order: OrderModel = offlineModel
let app: TestApp

beforeAll(async () => {
  models = await startModelServer()
  const switchable: OrderModel = {
    get name() {
      return order.name
    },
    readOrder: (request, signal) => order.readOrder(request, signal),
    estimateMicroUsd: (request) => order.estimateMicroUsd(request),
  }
  // Short for the one test that waits for it, long enough for the tries of a failing model on a busy machine.
  app = await startApp({ models: { order: switchable, timeoutMs: 1_500 } })
})
afterAll(async () => {
  await app.stop()
  await models.stop()
})

async function shop(settings: WorldSettings = {}): Promise<World> {
  order = offlineModel
  const world = await app.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0, ...settings })
  const price = (amountMinor: bigint) => ({ amountMinor, currency: 'COP' })
  const imported = await importProducts(
    world.ctx,
    {
      products: [
        { sku: 'LEC', name: 'Leche entera', unit: 'caja', aliases: ['leche'], price: price(4_200_000n) },
        { sku: 'QUE', name: 'Queso campesino', unit: 'kg', aliases: ['queso'], price: price(2_150_000n) },
        { sku: 'ARR', name: 'Arroz blanco', unit: 'kg', aliases: ['arroz'], price: price(430_000n) },
        { sku: 'SIN', name: 'Panela', unit: 'kg' },
      ],
    },
    null,
  )
  expect(imported).toMatchObject({ ok: true })
  return world
}

/** A customer writes, and the assistant has read it. */
async function say(world: World, message: Parameters<World['say']>[0], from?: string): Promise<void> {
  const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
  expect(await world.say(message, from === undefined ? {} : { from })).toMatchObject({ status: 200 })
  await read
}

async function orders(world: World): Promise<readonly OrderShown[]> {
  return (await world.owner.query<{ orders: { nodes: OrderShown[] } }>(ordersQuery)).orders.nodes
}

describe('a message that is clear', () => {
  test('becomes a confirmed order with the words it was read from and prices from the catalogue', async () => {
    const world = await shop()
    const text = 'hola, 2 cajas de leche entera y 3 kg de queso'
    await say(world, text)

    const [made, ...others] = await orders(world)
    expect(others).toEqual([])
    expect(made).toMatchObject({
      number: 1,
      status: 'CONFIRMED',
      requiresReview: false,
      reviewReasons: [],
      total: { amountMinor: 2 * 4_200_000 + 3 * 2_150_000, currency: 'COP' },
      createdBy: { __typename: 'AssistantActor' },
      lines: [
        { name: 'Leche entera', quantity: '2', source: 'AI', unitPrice: { amountMinor: 4_200_000 } },
        { name: 'Queso campesino', quantity: '3', source: 'AI', unitPrice: { amountMinor: 2_150_000 } },
      ],
    })
    for (const span of made?.lines.flatMap((line) => line.spans) ?? []) {
      expect(text.slice(span.start, span.end)).toBe(span.text)
      expect(span.messageId).toMatch(/^msg_/)
    }
    expect(made?.lines.map((line) => line.spans.length > 0)).toEqual([true, true])
  })

  test('is answered with what was understood, and logged with model, tokens, cost and latency', async () => {
    const world = await shop()
    await say(world, '2 cajas de leche entera')
    const { conversations } = await world.owner.query<{
      conversations: {
        nodes: {
          messages: { nodes: { direction: string; text: string; author: { __typename: string } }[] }
          aiResponses: { nodes: Record<string, unknown>[] }
        }[]
      }
    }>(/* GraphQL */ `
      query Conversation {
        conversations(first: 1) {
          nodes {
            messages(last: 5) {
              nodes {
                direction
                text
                author {
                  __typename
                }
              }
            }
            aiResponses(first: 5) {
              nodes {
                task
                outcome
                model
                fallbackFor
                inputTokens
                outputTokens
                costMicroUsd
                confidence
                error
              }
            }
          }
        }
      }
    `)
    const [conversation] = conversations.nodes
    expect(conversation?.messages.nodes.map(({ direction }) => direction)).toEqual(['IN', 'OUT'])
    expect(conversation?.messages.nodes[1]).toMatchObject({ author: { __typename: 'AssistantActor' } })
    expect(conversation?.messages.nodes[1]?.text).toContain('Leche entera')
    expect(conversation?.aiResponses.nodes).toMatchObject([
      {
        task: 'READ_ORDER',
        outcome: 'OK',
        model: 'offline-1',
        fallbackFor: null,
        inputTokens: 0,
        costMicroUsd: 0,
        error: null,
      },
    ])
  })

  test('reaches whoever is watching, step by step and in order', async () => {
    const world = await shop()
    const watching = await world.owner.subscribe<{
      inboxEvents: { __typename: string; cursor: string; order?: { status: string } }
    }>(/* GraphQL */ `
      subscription Inbox {
        inboxEvents {
          __typename
          ... on LiveEvent {
            cursor
          }
          ... on MessageAddedEvent {
            message {
              direction
            }
          }
        }
      }
    `)
    const reviewing = await world.owner.subscribe<{ messageAdded: { message: { direction: string; text: string } } }>(
      /* GraphQL */ `
        subscription Added {
          messageAdded {
            cursor
            occurredAt
            message {
              direction
              text
            }
          }
        }
      `,
    )
    await say(world, '3 kg de queso')
    const first = await reviewing.next()
    const second = await reviewing.next()
    expect([first, second].map((event) => event.messageAdded.message.direction)).toEqual(['IN', 'OUT'])
    expect((await watching.next()).inboxEvents.cursor).toMatch(/.+/)
    await watching.stop()
    await reviewing.stop()
  })
})

describe('a message that leaves a doubt', () => {
  test('goes to review with machine-readable reasons when the catalogue does not have what is asked', async () => {
    const world = await shop()
    await say(world, '2 cajas de leche entera y 4 bolsas de quinoa')
    const [made] = await orders(world)
    expect(made).toMatchObject({ status: 'REVIEW', requiresReview: true })
    expect(made?.reviewReasons.map(({ code }) => code)).toContain('UNKNOWN_PRODUCT')
    expect(made?.lines.map((line) => line.product?.sku ?? null)).toEqual(['LEC', null])
  })

  test('goes to review when a product has no price', async () => {
    const world = await shop()
    await say(world, '2 kg de panela')
    expect((await orders(world))[0]).toMatchObject({
      status: 'REVIEW',
      reviewReasons: [{ code: 'PRICE_MISSING', linePosition: 0 }],
    })
  })

  test('goes to review when the tenant wants to see every order', async () => {
    const world = await shop({ autoConfirm: false })
    await say(world, '3 kg de queso')
    expect((await orders(world))[0]).toMatchObject({ status: 'REVIEW', reviewReasons: [{ code: 'AUTO_CONFIRM_OFF' }] })
  })

  test('goes to review when it is less sure than the tenant asks', async () => {
    const world = await shop({ aiConfidenceThreshold: 1 })
    await say(world, '3 kg de queso')
    expect((await orders(world))[0]).toMatchObject({ status: 'REVIEW', reviewReasons: [{ code: 'LOW_CONFIDENCE' }] })
  })
})

describe('several messages', () => {
  test('in a row become one order', async () => {
    const world = await shop({ debounceMs: 700 })
    const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
    await world.say('hola')
    await world.say('2 cajas de leche')
    await world.say('y 3 kg de queso')
    await read
    await expect.poll(() => orders(world), { timeout: 5_000 }).toHaveLength(1)
    expect((await orders(world))[0]?.lines.map(({ name, quantity }) => [name, quantity])).toEqual([
      ['Leche entera', '2'],
      ['Queso campesino', '3'],
    ])
  })

  test('change the order that is still open, and it stays one order', async () => {
    const world = await shop({ autoConfirm: false })
    await say(world, '2 cajas de leche y 3 kg de queso')
    await say(world, 'mejor que sean 4 cajas de leche y agrega 5 kg de arroz')
    const [made, ...others] = await orders(world)
    expect(others).toEqual([])
    expect(made?.lines.map(({ name, quantity }) => [name, quantity])).toEqual([
      ['Leche entera', '4'],
      ['Queso campesino', '3'],
      ['Arroz blanco', '5'],
    ])
  })

  test('from two customers become two orders with numbers of their own', async () => {
    const world = await shop()
    await say(world, '2 cajas de leche', '+573001110001')
    await say(world, '3 kg de queso', '+573001110002')
    expect((await orders(world)).map(({ number, status }) => [number, status])).toEqual([
      [1, 'CONFIRMED'],
      [2, 'CONFIRMED'],
    ])
  })
})

describe('what is no order', () => {
  test.each(['hola, buenos días', 'muchas gracias!', '¿tienen queso?', 'la leche llegó vencida'])(
    '«%s» makes none',
    async (text) => {
      const world = await shop()
      await say(world, text)
      expect(await orders(world)).toEqual([])
    },
  )

  test('a question is answered from the knowledge base, with its source', async () => {
    const world = await shop()
    const indexed = app.nextJob((job) => job.name === 'knowledge.index' && job.data.tenantId === world.tenantId)
    await importKnowledgeDocs(world.ctx, [
      {
        externalId: 'pagos',
        title: 'Formas de pago',
        content: '# Formas de pago\n\nRecibimos efectivo contra entrega, transferencia y tarjeta.',
      },
    ])
    await indexed
    await say(world, '¿qué formas de pago reciben?')
    expect(await orders(world)).toEqual([])
    const { conversations } = await world.owner.query<{
      conversations: { nodes: { lastMessage: { text: string } }[] }
    }>(/* GraphQL */ `
      query Last {
        conversations(first: 1) {
          nodes {
            lastMessage {
              text
            }
          }
        }
      }
    `)
    expect(conversations.nodes[0]?.lastMessage.text).toContain('efectivo contra entrega')
    expect(conversations.nodes[0]?.lastMessage.text).toContain('Formas de pago')
  })

  test('a conversation that a person has taken over makes none', async () => {
    const world = await shop()
    await say(world, 'hola')
    const { conversations } = await world.owner.query<{ conversations: { nodes: { id: string }[] } }>(/* GraphQL */ `
      query Ids {
        conversations(first: 1) {
          nodes {
            id
          }
        }
      }
    `)
    const switched = await world.owner.mutate<{ conversationBotSet: { errors: unknown[] } }>(
      /* GraphQL */ `
        mutation Off($id: ID!) {
          conversationBotSet(id: $id, active: false) {
            errors {
              code
            }
          }
        }
      `,
      { id: conversations.nodes[0]?.id },
    )
    expect(switched.conversationBotSet.errors).toEqual([])
    await world.say('2 cajas de leche')
    const again = await shop()
    await say(again, '2 cajas de leche')
    expect(await orders(world)).toEqual([])
  })
})

describe('a preview', () => {
  const preview = /* GraphQL */ `
    query Preview($text: String!) {
      orderExtractionPreview(text: $text) {
        intents
        needsReview
        reviewReasons {
          code
          linePosition
        }
        lines {
          product {
            sku
          }
          quantity
          unit
          spans {
            messageId
            text
            start
            end
          }
        }
      }
    }
  `

  test('reads as a message would be read, decides alike, and stores nothing', async () => {
    const world = await shop()
    const clear = await world.owner.query<Record<string, unknown>>(preview, { text: '3 kg de queso' })
    expect(clear).toMatchObject({
      orderExtractionPreview: {
        intents: ['ORDER'],
        needsReview: false,
        reviewReasons: [],
        lines: [{ product: { sku: 'QUE' }, quantity: '3', unit: 'kg' }],
      },
    })
    const unpriced = await world.owner.query<Record<string, unknown>>(preview, { text: '2 kg de panela' })
    expect(unpriced).toMatchObject({
      orderExtractionPreview: { needsReview: true, reviewReasons: [{ code: 'PRICE_MISSING', linePosition: 0 }] },
    })
    expect(await orders(world)).toEqual([])
  })
})

describe('a catalogue cart', () => {
  test('becomes an order at our own prices, whatever prices it claims', async () => {
    const world = await shop()
    await say(world, {
      type: 'order',
      order: {
        catalog_id: '1',
        product_items: [{ product_retailer_id: 'QUE', quantity: 2, item_price: 1, currency: 'COP' }],
      },
    })
    expect((await orders(world))[0]).toMatchObject({
      status: 'CONFIRMED',
      total: { amountMinor: 4_300_000 },
      lines: [{ name: 'Queso campesino', quantity: '2', source: 'CATALOGUE_CART', spans: [] }],
    })
  })
})

describe('a language model', () => {
  const scripted = () =>
    openAiOrderModel({
      apiKey: 'test',
      baseUrl: models.url,
      model: 'scripted-1',
      timeoutMs: 5_000,
      inputPriceMicroUsd: 250_000,
      outputPriceMicroUsd: 2_000_000,
      candidates: candidateProducts,
    })

  test.each([
    ['times out', 'MODEL_TIMEOUT', { kind: 'silence' } as const],
    ['refuses', 'MODEL_REFUSED', { kind: 'refusal', text: 'no' } as const],
    ['answers garbage', 'MODEL_INVALID_OUTPUT', { kind: 'answer', content: 'Sure! Two milks.' } as const],
    ['fails', 'MODEL_FAILED', { kind: 'status', status: 500 } as const],
  ])('that %s sends the order to review with the reason', async (_name, code, reply) => {
    const world = await shop()
    order = scripted()
    models.script(() => reply)
    await say(world, '2 cajas de leche')
    const [made] = await orders(world)
    expect(made).toMatchObject({ status: 'REVIEW', lines: [{ name: 'Leche entera', quantity: '2' }] })
    expect(made?.reviewReasons.map((reason) => reason.code)).toContain(code)
  })

  test('that names a foreign product sends the order to review with the reason', async () => {
    const world = await shop()
    order = scripted()
    const line = { variants: [], unit: null, options: [], message: 1, confidence: 0.99 }
    models.script(() => ({
      kind: 'answer',
      content: {
        intents: ['ORDER'],
        language: 'es',
        confidence: 0.99,
        changes: [],
        lines: [{ ...line, product: 'prd_01h455vb4pex5vsknk084sn02q', quantity: '2', quote: '2 cajas de leche' }],
      },
    }))
    await say(world, '2 cajas de leche')
    const [made] = await orders(world)
    expect(made).toMatchObject({ status: 'REVIEW', lines: [{ product: null, unitPrice: null }] })
    expect(made?.reviewReasons.map((reason) => reason.code)).toContain('MODEL_UNKNOWN_PRODUCT')
  })
})
