import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const ordersQuery = /* GraphQL */ `
  query Orders {
    orders(first: 5, orderBy: CREATED_AT_DESC) {
      nodes {
        status
        draftQuestion
        reviewReasons {
          code
        }
        total {
          amountMinor
        }
        lines {
          name
          quantity
          unit
          convertedFrom {
            quantity
            unit
          }
          spans {
            text
          }
        }
      }
    }
  }
`

interface OrderShown {
  readonly status: string
  readonly draftQuestion: string | null
  readonly reviewReasons: readonly { code: string }[]
  readonly total: { amountMinor: number }
  readonly lines: readonly {
    name: string
    quantity: string
    unit: string | null
    convertedFrom: { quantity: string; unit: string } | null
    spans: readonly { text: string }[]
  }[]
}

const importMutation = /* GraphQL */ `
  mutation Import($products: [ProductInput!]!) {
    productImport(input: { products: $products }) {
      products {
        id
        unit
        packs {
          unit
          quantity
        }
      }
      errors {
        code
        path
      }
    }
  }
`

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const milk = { sku: 'LEC', name: 'Leche entera', aliases: ['leche'], unit: 'unidad', price: { amountMinor: 100 } }
const cheese = { sku: 'QUE', name: 'Queso campesino', aliases: ['queso'], unit: 'kg', price: { amountMinor: 2_000 } }

async function shop(products: readonly object[], autoConfirm = true): Promise<World> {
  const world = await app.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0, autoConfirm })
  const { productImport } = await world.owner.mutate<{ productImport: { errors: unknown[] } }>(importMutation, {
    products,
  })
  expect(productImport.errors).toEqual([])
  return world
}

async function say(world: World, text: string): Promise<OrderShown> {
  const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
  expect(await world.say(text)).toMatchObject({ status: 200 })
  await read
  const { orders } = await world.owner.query<{ orders: { nodes: OrderShown[] } }>(ordersQuery)
  const [order] = orders.nodes
  if (order === undefined) throw new Error(`«${text}» made no order.`)
  return order
}

describe('an amount in another unit than the one the product is sold by', () => {
  test("becomes the sold unit by the product's own table, and shows what was said", async () => {
    const world = await shop([{ ...milk, packs: [{ unit: 'caja', quantity: '12' }] }])
    expect(await say(world, '2 cajas de leche')).toMatchObject({
      status: 'CONFIRMED',
      reviewReasons: [],
      total: { amountMinor: 2_400 },
      lines: [
        {
          quantity: '24',
          unit: 'unidad',
          convertedFrom: { quantity: '2', unit: 'caja' },
          spans: [{ text: '2 cajas' }, { text: 'leche' }],
        },
      ],
    })
  })

  test('is a question without a table, never a guess', async () => {
    const world = await shop([milk])
    expect(await say(world, '2 cajas de leche')).toMatchObject({
      status: 'REVIEW',
      reviewReasons: [{ code: 'AMBIGUOUS_UNIT' }],
      draftQuestion: 'Vendemos Leche entera por «unidad». ¿A cuánto equivale «2 cajas … leche»?',
      lines: [{ quantity: '2', convertedFrom: null }],
    })
  })

  test('needs no table where it is a measure: grams of what is sold by the kilogram', async () => {
    const world = await shop([cheese])
    expect(await say(world, '500 g de queso')).toMatchObject({
      status: 'CONFIRMED',
      total: { amountMinor: 1_000 },
      lines: [{ quantity: '0.5', unit: 'kg', convertedFrom: { quantity: '500', unit: 'g' } }],
    })
  })

  test('stays as it is in the sold unit, in whatever words it is said', async () => {
    const world = await shop([cheese])
    expect(await say(world, '2 kilos de queso')).toMatchObject({
      status: 'CONFIRMED',
      total: { amountMinor: 4_000 },
      lines: [{ quantity: '2', unit: 'kg', convertedFrom: null }],
    })
  })

  test("is changed in the customer's own unit: «make it 3» means cases", async () => {
    const world = await shop([{ ...milk, packs: [{ unit: 'caja', quantity: '12' }] }], false)
    await say(world, '2 cajas de leche')
    expect(await say(world, 'mejor que sean 3')).toMatchObject({
      lines: [{ quantity: '36', unit: 'unidad', convertedFrom: { quantity: '3', unit: 'caja' } }],
    })
  })
})

describe("a product's other units", () => {
  test('are imported, read, kept by an import that does not name them, and changed', async () => {
    const world = await shop([{ ...milk, packs: [{ unit: 'caja', quantity: '12' }] }])
    const again = await world.owner.mutate<{
      productImport: { products: { id: string; packs: unknown[] }[]; errors: unknown[] }
    }>(importMutation, { products: [milk] })
    expect(again.productImport).toMatchObject({ products: [{ packs: [{ unit: 'caja', quantity: '12' }] }], errors: [] })
    const { productUpdate } = await world.owner.mutate<{ productUpdate: unknown }>(
      `mutation ($id: ID!, $packs: [ProductPackInput!]) { productUpdate(id: $id, input: { packs: $packs }) {
        product { packs { unit quantity } } errors { code } } }`,
      { id: again.productImport.products[0]?.id, packs: [{ unit: 'bulto', quantity: '24.5' }] },
    )
    expect(productUpdate).toEqual({ product: { packs: [{ unit: 'bulto', quantity: '24.5' }] }, errors: [] })
  })

  test('are refused with their paths when they say nothing', async () => {
    const world = await shop([cheese])
    const packs = [
      { unit: 'caja', quantity: '0' },
      { unit: 'cajas', quantity: '12' },
      { unit: ' ', quantity: '2' },
    ]
    const { productImport } = await world.owner.mutate<{ productImport: { errors: { path: string[] }[] } }>(
      importMutation,
      { products: [{ ...milk, packs }] },
    )
    expect(productImport.errors.map(({ path }) => path.slice(-3).join('.')).toSorted()).toEqual([
      'packs.0.quantity',
      'packs.1.unit',
      'packs.2.unit',
    ])
  })
})
