import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let app: TestApp
beforeAll(async () => void (app = await startApp()))
afterAll(() => app.stop())

const ana = '+573001110001'
const luis = '+573001110002'
const eva = '+573001110003'

async function shop(): Promise<World> {
  const world = await app.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0 })
  const products = [
    { sku: 'INK', name: 'Tinta Epson 664', price: { amountMinor: 4_000n } },
    { sku: 'PAPER', name: 'Papel bond carta', price: { amountMinor: 1_500n } },
  ]
  await importProducts(world.ctx, { products }, null)
  return world
}

interface OrderShown {
  readonly id: string
  readonly number: number
  readonly status: string
  readonly version: number
  readonly lines: readonly {
    readonly id: string
    readonly name: string
    readonly learnedFrom: { readonly phrase: string; readonly order: { readonly number: number } | null } | null
  }[]
}

/** What the customer's message became. */
async function order(world: World, text: string, from: string): Promise<OrderShown> {
  const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
  await world.say(text, { from })
  await read
  const { orders } = await world.owner.query<{ orders: { nodes: OrderShown[] } }>(/* GraphQL */ `
    query Newest {
      orders(first: 1) {
        nodes {
          id
          number
          status
          version
          lines {
            id
            name
            learnedFrom {
              phrase
              order {
                number
              }
            }
          }
        }
      }
    }
  `)
  const [newest] = orders.nodes
  if (newest === undefined) throw new Error('no order')
  return newest
}

async function productId(world: World, sku: string): Promise<string> {
  const { productBySku } = await world.owner.query<{ productBySku: { id: string } }>(
    'query P($sku: String!) { productBySku(sku: $sku) { id } }',
    { sku },
  )
  return productBySku.id
}

/** A reviewer gives the order's only line this product, and confirms. */
async function correct(world: World, made: OrderShown, sku: string): Promise<void> {
  const operator = await world.as('OPERATOR')
  const lines = [{ lineId: made.lines[0]?.id, productId: await productId(world, sku) }]
  const { orderLinesEdit } = await operator.mutate<{ orderLinesEdit: { errors: unknown[] } }>(
    'mutation Edit($id: ID!, $lines: [OrderLineInput!]!) { orderLinesEdit(id: $id, lines: $lines) { errors { code } } }',
    { id: made.id, lines },
  )
  expect(orderLinesEdit.errors).toEqual([])
  await operator.mutate('mutation Confirm($id: ID!) { orderConfirm(id: $id) { errors { code } } }', { id: made.id })
}

interface Alias {
  readonly id: string
  readonly phrase: string
  readonly state: string
  readonly source: string
  readonly times: number
  readonly version: number
  readonly customer: { readonly id: string } | null
  readonly product: { readonly sku: string }
}

async function aliases(world: World): Promise<readonly Alias[]> {
  const { learnedAliases } = await world.owner.query<{ learnedAliases: { nodes: Alias[] } }>(/* GraphQL */ `
    query Aliases {
      learnedAliases(last: 20) {
        nodes {
          id
          phrase
          state
          source
          times
          version
          customer {
            id
          }
          product {
            sku
          }
        }
      }
    }
  `)
  return learnedAliases.nodes
}

describe('a correction', () => {
  test('teaches the customer’s own words, from the very next message on, and says where from', async () => {
    const world = await shop()
    const first = await order(world, '2 de la maravilla', ana)
    expect(first).toMatchObject({ status: 'REVIEW', lines: [{ learnedFrom: null }] })
    await correct(world, first, 'INK')
    expect(await order(world, 'mándame 3 maravillas', ana)).toMatchObject({
      status: 'CONFIRMED',
      lines: [{ name: 'Tinta Epson 664', learnedFrom: { phrase: 'maravilla', order: { number: first.number } } }],
    })
    expect(await order(world, '3 maravillas', luis)).toMatchObject({ status: 'REVIEW', lines: [{ learnedFrom: null }] })
  })

  test('made three times, for two customers, teaches the words of all; when they disagree, no longer', async () => {
    const world = await shop()
    await correct(world, await order(world, '2 maravilla', ana), 'INK')
    await correct(world, await order(world, '4 maravilla', luis), 'INK')
    expect((await aliases(world)).map(({ customer, times }) => [customer !== null, times])).toEqual([
      [true, 1],
      [true, 1],
    ])
    // Luis says it in other words, so that it is not known yet.
    await correct(world, await order(world, '1 prodigio', luis), 'INK')
    expect(await order(world, '2 maravilla', eva)).toMatchObject({ status: 'REVIEW' })
    await correct(world, await order(world, '9 maravilla', eva), 'INK')
    expect((await aliases(world)).find(({ customer }) => customer === null)).toMatchObject({
      phrase: 'maravilla',
      times: 1,
      state: 'ACTIVE',
    })
    const stranger = '+573001110004'
    const known = await order(world, '2 maravilla', stranger)
    expect(known).toMatchObject({ status: 'CONFIRMED', lines: [{ name: 'Tinta Epson 664' }] })

    await world.owner.mutate('mutation { tenantUpdate(input: { autoConfirm: false }) { errors { code } } }')
    await correct(world, await order(world, '6 maravilla', '+573001110005'), 'PAPER')
    expect((await aliases(world)).find(({ customer }) => customer === null)).toMatchObject({ state: 'REVOKED' })
    expect(await order(world, '2 maravilla', '+573001110006')).toMatchObject({ lines: [{ learnedFrom: null }] })
    expect(await order(world, '2 maravilla', ana)).toMatchObject({ lines: [{ name: 'Tinta Epson 664' }] })
  })

  test('of words that were read without a doubt changes the order, not their meaning', async () => {
    const world = await shop()
    await world.owner.mutate('mutation { tenantUpdate(input: { autoConfirm: false }) { errors { code } } }')
    const made = await order(world, '2 papel bond carta', ana)
    expect(made.status).toBe('REVIEW')
    await correct(world, made, 'INK')
    expect(await aliases(world)).toEqual([])
  })

  test('becomes an example with the customer’s words; an approval too, once an order', async () => {
    const world = await shop()
    await correct(world, await order(world, '2 de la maravilla', ana), 'INK')
    await world.owner.mutate('mutation { tenantUpdate(input: { autoConfirm: false }) { errors { code } } }')
    const { id } = await order(world, '5 papel bond carta', luis)
    await world.owner.mutate('mutation Confirm($id: ID!) { orderConfirm(id: $id) { errors { code } } }', { id })
    const { learnedExamples } = await world.owner.query<{ learnedExamples: { nodes: object[] } }>(
      '{ learnedExamples(first: 5) { nodes { text source state lines order { id } } } }',
    )
    expect(learnedExamples.nodes).toMatchObject([
      { text: '5 papel bond carta', source: 'APPROVED', order: { id }, lines: [{ quantity: '5' }] },
      { text: '2 de la maravilla', source: 'CORRECTED', lines: [{ quantity: '2', quote: '2 … maravilla' }] },
    ])
  })
})

describe('what was learned', () => {
  test('can be revoked and changed, with the version that was seen', async () => {
    const world = await shop()
    await correct(world, await order(world, '2 maravilla', ana), 'INK')
    const [alias] = await aliases(world)
    const update = /* GraphQL */ `
      mutation Update($id: ID!, $input: LearnedAliasUpdateInput!, $version: Int) {
        learnedAliasUpdate(id: $id, input: $input, expectedVersion: $version) {
          alias {
            state
            source
            product {
              sku
            }
          }
          errors {
            code
          }
        }
      }
    `
    const id = alias?.id
    const version = alias?.version
    const revoke = { id, input: { state: 'REVOKED' }, version }
    expect(await world.owner.mutate(update, revoke)).toMatchObject({
      learnedAliasUpdate: { alias: { state: 'REVOKED', source: 'MANUAL' }, errors: [] },
    })
    expect(await order(world, '2 maravilla', ana)).toMatchObject({ status: 'REVIEW' })
    expect(await world.owner.mutate(update, revoke)).toMatchObject({
      learnedAliasUpdate: { errors: [{ code: 'VERSION_CONFLICT' }] },
    })
    const input = { state: 'ACTIVE', productId: await productId(world, 'PAPER') }
    expect(await world.owner.mutate(update, { id, input })).toMatchObject({
      learnedAliasUpdate: { alias: { state: 'ACTIVE', product: { sku: 'PAPER' } }, errors: [] },
    })
  })

  test('can be written down by hand, for all customers, once', async () => {
    const world = await shop()
    const create = /* GraphQL */ `
      mutation Create($input: LearnedAliasCreateInput!, $key: String) {
        learnedAliasCreate(input: $input, idempotencyKey: $key) {
          alias {
            phrase
          }
          errors {
            code
            path
          }
        }
      }
    `
    const input = { phrase: 'La Maravillosa', productId: await productId(world, 'INK') }
    const made = await world.owner.mutate(create, { input, key: 'k1' })
    expect(made).toEqual({ learnedAliasCreate: { alias: { phrase: 'la maravillosa' }, errors: [] } })
    expect(await world.owner.mutate(create, { input, key: 'k1' })).toEqual(made)
    expect(await world.owner.mutate(create, { input })).toEqual({
      learnedAliasCreate: { alias: null, errors: [{ code: 'ALREADY_EXISTS', path: ['input', 'phrase'] }] },
    })
    const neighbour = await shop()
    const foreign = { phrase: 'otra', productId: await productId(neighbour, 'INK') }
    expect(await world.owner.mutate(create, { input: foreign })).toEqual({
      learnedAliasCreate: { alias: null, errors: [{ code: 'NOT_FOUND', path: ['input', 'productId'] }] },
    })
    expect(await order(world, 'quiero la maravillosa', eva)).toMatchObject({ status: 'CONFIRMED' })
    expect(await aliases(neighbour)).toEqual([])
  })

  test('an answer carries one opinion of each person', async () => {
    const world = await shop()
    await order(world, '2 maravilla', ana)
    const { aiResponses } = await world.owner.query<{ aiResponses: { nodes: { id: string }[] } }>(
      '{ aiResponses(first: 1) { nodes { id } } }',
    )
    const rate = /* GraphQL */ `
      mutation Rate($id: ID!, $input: AiRatingInput!) {
        aiResponseRate(id: $id, input: $input) {
          aiResponse {
            ratings {
              rating
              reason
            }
          }
          errors {
            code
          }
        }
      }
    `
    const id = aiResponses.nodes[0]?.id
    await world.owner.mutate(rate, { id, input: { rating: 'GOOD' } })
    await (await world.as('SUPPORT')).mutate(rate, { id, input: { rating: 'BAD', reason: 'No era eso' } })
    expect(await world.owner.mutate(rate, { id, input: { rating: 'BAD', reason: 'Faltó una línea' } })).toMatchObject({
      aiResponseRate: {
        aiResponse: {
          ratings: [
            { rating: 'BAD', reason: 'Faltó una línea' },
            { rating: 'BAD', reason: 'No era eso' },
          ],
        },
      },
    })
  })
})
