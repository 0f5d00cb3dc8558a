import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { draftOrder, type DraftLine } from '../../src/orders/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { insertConversation, readLine } from '../kit/commerce.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World, WorldSettings } from '../kit/world.ts'

const reviewQuery = /* GraphQL */ `
  query Review {
    reviewQueue(first: 1) {
      nodes {
        id
        draftQuestion
        lines {
          spans {
            text
          }
          candidates {
            product {
              name
            }
          }
          reviewReasons {
            code
            linePosition
          }
          wouldBeSure
        }
      }
    }
  }
`

interface Reviewed {
  readonly id: string
  readonly draftQuestion: string | null
  readonly lines: readonly {
    readonly spans: readonly { text: string }[]
    readonly candidates: readonly { product: { name: string } }[]
    readonly reviewReasons: readonly { code: string; linePosition: number }[]
    readonly wouldBeSure: readonly string[]
  }[]
}

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

async function shop(settings: WorldSettings = {}) {
  const world = await app.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0, ...settings })
  const price = { amountMinor: 4_200_000n }
  const variants = ['1 l', '2 l'].map((value) => ({ axis: 'size', value }))
  const products = [
    { sku: 'LEC', name: 'Leche entera', unit: 'unidad', variants, price },
    { sku: 'DES', name: 'Leche deslactosada', price },
    { sku: 'PAN', name: 'Panela', unit: 'kg' },
  ]
  const imported = await importProducts(world.ctx, { products }, null)
  if (!imported.ok) throw new Error(JSON.stringify(imported.errors))
  const [milk = '', other = '', sugar = ''] = imported.productIds
  return { world, milk, other, sugar }
}

/** An order as the assistant read it goes to review. @returns it as a reviewer sees it */
async function review(world: World, lines: readonly DraftLine[], more: Partial<Parameters<typeof draftOrder>[2]> = {}) {
  const { customerId, conversationId } = await insertConversation(app.database.db, world.tenantId)
  const assistant = { ...world.ctx, actor: { kind: 'ASSISTANT', id: 'offline-1' } } as const
  const reading = { lines, confidence: 0.97, reasons: [], aiResponseId: null, sourceMessageIds: [], ...more }
  await world.ctx.db.withTenant(world.tenantId, (tx) =>
    draftOrder(assistant, tx, { customerId, conversationId, ...reading }),
  )
  return reviewed(world)
}

async function reviewed(world: World): Promise<Reviewed> {
  const { reviewQueue } = await world.owner.query<{ reviewQueue: { nodes: Reviewed[] } }>(reviewQuery)
  const [order] = reviewQueue.nodes
  if (order === undefined) throw new Error('Nothing is in review.')
  return order
}

const doubt = (
  code: 'AMBIGUOUS_PRODUCT' | 'AMBIGUOUS_VARIANT' | 'AMBIGUOUS_UNIT' | 'MODEL_TIMEOUT',
  at: number | null,
) => ({
  code,
  message: 'm',
  linePosition: at,
})

describe('an order in review', () => {
  test('shows of each line its words, its candidates, its doubts, and what would have made it sure', async () => {
    const { world, milk, other, sugar } = await shop()
    const candidates = [milk, other].map((productId) => ({ productId, score: 0.5 }))
    const order = await review(
      world,
      [
        readLine(milk, { candidates }),
        readLine(sugar, {
          quantity: '2',
          unit: 'caja',
          confidence: 0.4,
          spans: [{ messageId: newId('message'), start: 0, end: 7, text: '2 cajas' }],
        }),
        readLine(null, { spans: [{ messageId: newId('message'), start: 0, end: 6, text: 'quinoa' }] }),
        readLine(other),
      ],
      { reasons: [doubt('AMBIGUOUS_PRODUCT', 0), doubt('AMBIGUOUS_UNIT', 1)] },
    )
    expect(order.lines).toEqual([
      {
        spans: [{ text: 'leche' }],
        candidates: [{ product: { name: 'Leche entera' } }, { product: { name: 'Leche deslactosada' } }],
        reviewReasons: [{ code: 'AMBIGUOUS_PRODUCT', linePosition: 0 }],
        wouldBeSure: ['Words that fit only one of: Leche entera, Leche deslactosada.'],
      },
      {
        spans: [{ text: '2 cajas' }],
        candidates: [],
        reviewReasons: [
          { code: 'AMBIGUOUS_UNIT', linePosition: 1 },
          { code: 'PRICE_MISSING', linePosition: 1 },
        ],
        wouldBeSure: [
          'An amount in «kg», or how many of them are one «caja» in the catalogue.',
          'A price of Panela in the catalogue.',
        ],
      },
      {
        spans: [{ text: 'quinoa' }],
        candidates: [],
        reviewReasons: [{ code: 'UNKNOWN_PRODUCT', linePosition: 2 }],
        wouldBeSure: ['A product on sale that is called «quinoa», by its name or an alias.'],
      },
      { spans: [{ text: 'leche' }], candidates: [], reviewReasons: [], wouldBeSure: [] },
    ])
    expect(order.draftQuestion).toBe(
      [
        'Con «leche», ¿querías decir Leche entera o Leche deslactosada?',
        'Vendemos Panela por «kg». ¿A cuánto equivale «2 cajas»?',
        'No encontramos «quinoa». ¿Qué producto quieres?',
      ].join('\n'),
    )
  })

  test('says which confidence was asked for', async () => {
    const { world, milk } = await shop({ aiConfidenceThreshold: 0.9 })
    const { lines, draftQuestion } = await review(world, [readLine(milk, { quantity: '2', confidence: 0.62 })])
    expect(lines[0]?.wouldBeSure).toEqual(['A confidence of at least 90 %; it was 62 %.'])
    expect(draftQuestion).toBe('¿Es correcto: 2 unidad Leche entera?')
  })

  test('asks in the language in which the customer wrote', async () => {
    const { world } = await shop({ aiConfidenceThreshold: 1 })
    const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
    await world.say('Hello! I would like the usual, please')
    await read
    expect((await reviewed(world)).draftQuestion).toBe('What do you want to order?')
  })

  test('asks which variant, naming them, and nothing that only the shop can settle', async () => {
    const { world, milk } = await shop({ locale: 'en-GB' })
    const { draftQuestion } = await review(world, [readLine(milk)], { reasons: [doubt('AMBIGUOUS_VARIANT', 0)] })
    expect(draftQuestion).toBe('Did you mean Leche entera 1 l or 2 l?')
    const { world: other, sugar } = await shop()
    expect((await review(other, [readLine(sugar)])).draftQuestion).toBe(null)
  })

  test('asks whether pieces or packs are meant where a number could be both', async () => {
    const { world, milk } = await shop()
    const { lines, draftQuestion } = await review(world, [readLine(milk, { quantity: '24' })], {
      reasons: [doubt('AMBIGUOUS_UNIT', 0)],
    })
    expect(draftQuestion).toBe('¿Quieres 24 × Leche entera, o 24 unidades en total?')
    expect(lines[0]?.wouldBeSure).toEqual(['A unit: «leche» may mean pieces or packs.'])
  })

  test('asks nothing any more once it is decided', async () => {
    const { world, milk } = await shop()
    const { id, draftQuestion } = await review(world, [readLine(milk)], { reasons: [doubt('MODEL_TIMEOUT', null)] })
    expect(draftQuestion).toBe('¿Es correcto: 1 unidad Leche entera?')
    await world.owner.mutate('mutation ($id: ID!) { orderConfirm(id: $id) { errors { code } } }', { id })
    const { node } = await world.owner.query<{ node: Reviewed }>(
      'query ($id: ID!) { node(id: $id) { ... on Order { draftQuestion } } }',
      { id },
    )
    expect(node).toEqual({ draftQuestion: null })
  })
})
