import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { offlineModel } from '../../src/platform/ai/offline-model.ts'
import type { OrderModel } from '../../src/platform/ai/model.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

/** The built-in model, as sure as the test says. */
let confidence = 0.9
const frank: OrderModel = {
  ...offlineModel,
  async readOrder(request, signal) {
    const answer = await offlineModel.readOrder(request, signal)
    const lines = answer.reading.lines.map((line) => ({ ...line, confidence }))
    return { ...answer, reading: { ...answer.reading, lines, confidence } }
  },
}

let app: TestApp
beforeAll(async () => void (app = await startApp({ models: { order: frank, net: frank } })))
afterAll(() => app.stop())

async function shop(settings: { aiSampleRate?: number; aiConfidenceThreshold?: number } = {}): Promise<World> {
  const world = await app.makeWorld({ currency: 'COP', debounceMs: 0, ...settings })
  const products = [
    { sku: 'MILK', name: 'Leche', price: { amountMinor: 400n } },
    { sku: 'CHEESE', name: 'Queso', price: { amountMinor: 900n } },
  ]
  await importProducts(world.ctx, { products }, null)
  return world
}

let customers = 0

interface Made {
  readonly id: string
  readonly status: string
  readonly reviewReasons: readonly { readonly code: string }[]
  readonly lines: readonly { readonly id: string }[]
}

async function order(world: World, sureness: number): Promise<Made> {
  confidence = sureness
  const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
  customers += 1
  await world.say('2 leche', { from: `+57300${String(customers).padStart(7, '0')}` })
  await read
  const { orders } = await world.owner.query<{ orders: { nodes: Made[] } }>(
    '{ orders(first: 1) { nodes { id status reviewReasons { code } lines { id } } } }',
  )
  const [made] = orders.nodes
  if (made === undefined) throw new Error('no order')
  return made
}

async function confirm(world: World, { id, lines }: Made, { corrected }: { corrected: boolean }): Promise<void> {
  if (corrected) {
    await world.owner.mutate(
      'mutation Edit($id: ID!, $lines: [OrderLineInput!]!) { orderLinesEdit(id: $id, lines: $lines) { errors { code } } }',
      { id, lines: lines.map((line) => ({ lineId: line.id, quantity: '7' })) },
    )
  }
  await world.owner.mutate('mutation Confirm($id: ID!) { orderConfirm(id: $id) { errors { code } } }', { id })
}

/** Reviews of the past, so many and so right, written behind the API's back as the API would have. */
async function reviewed(world: World, count: number, sureness: number, wrong = 0): Promise<void> {
  const made = await order(world, sureness)
  await confirm(world, made, { corrected: false })
  await app.database.db.asOwner((owner) =>
    owner.query(
      `insert into orders (tenant_id, id, number, status, source, customer_id, conversation_id, currency, total_minor,
         is_complete, review_reasons, requires_review, version, created_by_kind, created_by_id, created_at, updated_at,
         confirmed_at, confirmed_by_kind, confirmed_by_id, clear_confidence, corrected_at)
       select tenant_id, 'ord_' || lpad(n::text, 26, '0'), 10000 + n, status, source, customer_id, conversation_id, currency,
         total_minor, is_complete, review_reasons, true, 1, created_by_kind, created_by_id, created_at, updated_at,
         confirmed_at, confirmed_by_kind, confirmed_by_id, $3, case when n <= $4 then confirmed_at end
       from orders, generate_series(1, $2::int) n where tenant_id = $1 and id = $5`,
      [world.tenantId, count, sureness, wrong, made.id],
    ),
  )
}

const calibration = /* GraphQL */ `
  query Calibration {
    confidenceCalibration {
      orders
      rightOrders
      threshold
      isDerived
      curve {
        from
        orders
        shareRight
      }
    }
  }
`

describe('confidence', () => {
  test('is held against what people made of the orders', async () => {
    const world = await shop()
    await confirm(world, await order(world, 0.7), { corrected: false })
    await confirm(world, await order(world, 0.7), { corrected: true })
    await confirm(world, await order(world, 0.82), { corrected: false })
    expect((await order(world, 0.9)).status).toBe('CONFIRMED')
    expect(await world.owner.query(calibration)).toEqual({
      confidenceCalibration: {
        orders: 3,
        rightOrders: 2,
        threshold: 0.85,
        isDerived: false,
        curve: [
          { from: 0.7, orders: 2, shareRight: 0.5 },
          { from: 0.8, orders: 1, shareRight: 1 },
        ],
      },
    })
  })

  test('another threshold shows what it would have done, and which errors it would have let through', async () => {
    const world = await shop()
    await confirm(world, await order(world, 0.7), { corrected: true })
    await confirm(world, await order(world, 0.8), { corrected: false })
    await order(world, 0.9)
    const preview = (threshold: number) =>
      world.owner.query(
        `query Preview($threshold: Float!) {
          thresholdPreview(threshold: $threshold, from: "2020-01-01T00:00:00Z", to: "2020-06-01T00:00:00Z") { orders }
          now: thresholdPreview(threshold: $threshold, from: "${day(-1)}", to: "${day(1)}") {
            orders confirmedAlone reviewed confirmedAloneThen reviewedThen knownErrors
          }
        }`,
        { threshold },
      )
    expect(await preview(0.75)).toEqual({
      thresholdPreview: { orders: 0 },
      now: { orders: 3, confirmedAlone: 2, reviewed: 1, confirmedAloneThen: 1, reviewedThen: 2, knownErrors: 0 },
    })
    expect(await preview(0.6)).toMatchObject({ now: { confirmedAlone: 3, knownErrors: 1 } })
  })
})

describe('a target error rate', () => {
  test('takes the place of the threshold as soon as reviews can show it, and moves with them', async () => {
    const world = await shop({ aiConfidenceThreshold: 0.95 })
    await reviewed(world, 300, 0.6)
    expect((await order(world, 0.7)).status).toBe('REVIEW')

    const calibrated = app.nextJob((job) => job.name === 'tenant.calibrate' && job.data.tenantId === world.tenantId)
    await world.owner.mutate('mutation { tenantUpdate(input: { aiTargetErrorRate: 0.01 }) { errors { code } } }')
    await calibrated
    expect(await world.owner.query(calibration)).toMatchObject({
      confidenceCalibration: { threshold: 0.6, isDerived: true },
    })
    expect((await order(world, 0.7)).status).toBe('CONFIRMED')

    // Wrong ones turn up just above it.
    for (let n = 0; n < 3; n += 1) {
      const made = await order(world, 0.5)
      await app.database.db.asOwner((owner) =>
        owner.query('update orders set clear_confidence = 0.65 where tenant_id = $1 and id = $2', [
          world.tenantId,
          made.id,
        ]),
      )
      await confirm(world, made, { corrected: true })
    }
    expect(await world.owner.query(calibration)).toMatchObject({
      confidenceCalibration: { threshold: 0.95, isDerived: false },
    })
    expect((await order(world, 0.7)).status).toBe('REVIEW')
  })

  test('is refused out of bounds', async () => {
    const world = await shop()
    expect(
      await world.owner.mutate('mutation { tenantUpdate(input: { aiTargetErrorRate: 0 }) { errors { code path } } }'),
    ).toEqual({ tenantUpdate: { errors: [{ code: 'INVALID_INPUT', path: ['input', 'aiTargetErrorRate'] }] } })
  })
})

test('a share of the sure orders goes to a person all the same, with the reason', async () => {
  const world = await shop({ aiSampleRate: 1 })
  expect(await order(world, 0.99)).toMatchObject({ status: 'REVIEW', reviewReasons: [{ code: 'RANDOM_CHECK' }] })
  const other = await shop()
  expect((await order(other, 0.99)).status).toBe('CONFIRMED')
})

function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString()
}
