import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World, WorldSettings } from '../kit/world.ts'

const ordersQuery = /* GraphQL */ `
  query Orders {
    orders(first: 20, orderBy: CREATED_AT_ASC) {
      nodes {
        number
        status
        reviewReasons {
          code
          message
          linePosition
        }
        repeats {
          number
        }
        possibleDuplicateOf {
          number
        }
        lines {
          name
          quantity
          unitPrice {
            amountMinor
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
  readonly number: number
  readonly status: string
  readonly reviewReasons: readonly { code: string; message: string; linePosition: number | null }[]
  readonly repeats: { number: number } | null
  readonly possibleDuplicateOf: { number: number } | null
  readonly lines: readonly {
    name: string
    quantity: string
    unitPrice: { amountMinor: number } | null
    spans: readonly { text: string }[]
  }[]
}

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

async function shop(settings: WorldSettings = {}): Promise<World> {
  const world = await app.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0, ...settings })
  await price(world, 4_200_000n)
  return world
}

async function price(world: World, milkMinor: bigint): Promise<void> {
  const products = [
    { sku: 'LEC', name: 'Leche entera', aliases: ['leche', 'milk'], price: { amountMinor: milkMinor } },
    { sku: 'QUE', name: 'Queso campesino', aliases: ['queso'], price: { amountMinor: 2_150_000n } },
    { sku: 'ARR', name: 'Arroz blanco', aliases: ['arroz'], price: { amountMinor: 430_000n } },
  ]
  expect(await importProducts(world.ctx, { products }, null)).toMatchObject({ ok: true })
}

/** A customer writes, and the assistant has read it. @returns the newest order, its lines in short */
async function say(world: World, text: string, from = '+573001112233') {
  const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
  expect(await world.say(text, { from })).toMatchObject({ status: 200 })
  await read
  const { orders } = await world.owner.query<{ orders: { nodes: OrderShown[] } }>(ordersQuery)
  const order = orders.nodes.at(-1)
  if (order === undefined) throw new Error(`«${text}» made no order.`)
  const list = order.lines.map(({ quantity, name }) => `${quantity} ${name}`)
  return { ...order, list, codes: order.reviewReasons.map(({ code }) => code) }
}

/** What was ordered so far lies days back, so that it is no slip to order it once more. */
async function daysPass(world: World): Promise<void> {
  const sql = `update orders set created_at = created_at - interval '3 days' where tenant_id = $1`
  await app.database.db.asOwner((owner) => owner.query(sql, [world.tenantId]))
}

describe('«the usual»', () => {
  test("is the customer's last confirmed order at today's prices, shown by its reference and by the words", async () => {
    const world = await shop()
    await say(world, '2 leches y 3 quesos')
    await say(world, '9 arroz', '+573009990000')
    await daysPass(world)
    await price(world, 5_000_000n)
    expect(await say(world, 'hola, lo de siempre por favor')).toMatchObject({
      number: 3,
      status: 'REVIEW',
      repeats: { number: 1 },
      list: ['2 Leche entera', '3 Queso campesino'],
      reviewReasons: [
        {
          code: 'REFERS_TO_HISTORY',
          message: 'The customer refers to an earlier order; read as no. 1, a list that was ordered once lately.',
          linePosition: null,
        },
      ],
      lines: [{ unitPrice: { amountMinor: 5_000_000 }, spans: [{ text: 'lo de siempre' }] }, {}],
    })
  })

  test.each([
    ['lo de siempre pero sin el queso', ['2 Leche entera']],
    ['the usual, minus the queso', ['2 Leche entera']],
    ['same but 3 milks', ['3 Leche entera', '3 Queso campesino']],
    ['lo de siempre menos el queso y 5 arroz', ['2 Leche entera', '5 Arroz blanco']],
  ])('takes the change said beside it: «%s»', async (text, list) => {
    const world = await shop()
    await say(world, '2 leches y 3 quesos')
    await daysPass(world)
    const order = await say(world, text)
    expect(order).toMatchObject({ status: 'REVIEW', repeats: { number: 1 }, list })
    expect(order.codes).toContain('REFERS_TO_HISTORY')
  })

  test('means the order that has what is left out, when the last one has not', async () => {
    const world = await shop()
    await say(world, '2 leches y 3 quesos')
    await say(world, '7 arroz')
    await daysPass(world)
    expect(await say(world, 'lo de siempre sin el queso')).toMatchObject({
      repeats: { number: 1 },
      list: ['2 Leche entera'],
    })
  })

  test('is confirmed alone once the same list was ordered three times, and with a change it is not', async () => {
    const world = await shop()
    for (const text of ['2 leches y 3 quesos', '3 quesos y 2 leches', '2 leches, 3 quesos']) {
      expect(await say(world, text)).toMatchObject({ status: 'CONFIRMED' })
      await daysPass(world)
    }
    expect(await say(world, 'lo de siempre')).toMatchObject({ status: 'CONFIRMED', repeats: { number: 3 }, codes: [] })
    await daysPass(world)
    expect(await say(world, 'lo de siempre pero 3 leches')).toMatchObject({ status: 'REVIEW' })
  })

  test('is asked about when there is nothing it can mean', async () => {
    const world = await shop()
    expect(await say(world, 'lo de siempre')).toMatchObject({
      status: 'REVIEW',
      repeats: null,
      list: [],
      reviewReasons: [
        { code: 'REFERS_TO_HISTORY', message: 'The customer refers to an earlier order, and there is none.' },
      ],
    })
  })
})

describe('the same list a short while later', () => {
  test('is never confirmed alone, and names the other order', async () => {
    const world = await shop()
    await say(world, '2 leches y 3 quesos')
    expect(await say(world, '3 quesos y 2 leches')).toMatchObject({
      number: 2,
      status: 'REVIEW',
      possibleDuplicateOf: { number: 1 },
      reviewReasons: [
        { code: 'POSSIBLE_DUPLICATE', message: 'Order no. 1 of the same customer has the very same lines.' },
      ],
    })
  })

  test('is an order of its own when other things, another customer, another day or «again» say so', async () => {
    const world = await shop()
    await say(world, '2 leches y 3 quesos')
    expect(await say(world, '2 leches y 4 quesos')).toMatchObject({ status: 'CONFIRMED', possibleDuplicateOf: null })
    expect(await say(world, '2 leches y 3 quesos', '+573009990000')).toMatchObject({ status: 'CONFIRMED' })
    expect(await say(world, 'otra vez 2 leches y 3 quesos')).toMatchObject({ status: 'CONFIRMED', codes: [] })
    await daysPass(world)
    expect(await say(world, '2 leches y 3 quesos')).toMatchObject({ status: 'CONFIRMED' })
  })

  test('is flagged in the order that is still open, and stays so', async () => {
    const world = await shop({ aiConfidenceThreshold: 1 })
    await say(world, '2 leches y 3 quesos')
    expect((await say(world, '2 leches y 3 quesos')).reviewReasons).toContainEqual({
      code: 'POSSIBLE_DUPLICATE',
      message: 'The customer sent the very same list twice.',
      linePosition: null,
    })
    expect((await say(world, 'y 5 arroz')).codes).toContain('POSSIBLE_DUPLICATE')
  })
})
