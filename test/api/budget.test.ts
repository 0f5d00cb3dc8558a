import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reserve, settle } from '../../src/spending/index.ts'
import { importProducts } from '../../src/catalog/index.ts'
import { openAiOrderModel } from '../../src/platform/ai/openai/order-model.ts'
import { candidateProducts } from '../../src/platform/ai/openai/candidates.ts'
import type { OrderModel } from '../../src/platform/ai/model.ts'
import { startModelServer, type ModelServer } from '../kit/model-server.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let models: ModelServer
let app: TestApp
let now = new Date('2026-03-10T12:00:00Z')

/** One call of `big-1` costs 100 × 1 + 20 × 10 = 300 micro-USD at these prices; the stand-in always counts 100 and 20. */
const scripted = (model: string, price: number): OrderModel =>
  openAiOrderModel({
    apiKey: 'test',
    baseUrl: models.url,
    model,
    timeoutMs: 5_000,
    inputPriceMicroUsd: price,
    outputPriceMicroUsd: 10 * price,
    candidates: candidateProducts,
  })

beforeAll(async () => {
  models = await startModelServer()
  const order = scripted('big-1', 1_000_000)
  const cheaper = scripted('small-1', 10_000)
  app = await startApp({ models: { order, cheaper, timeoutMs: 3_000 }, clock: { now: () => now } })
})
afterAll(async () => {
  await app.stop()
  await models.stop()
})

const line = { product: 'p1', variants: [], unit: null, options: [], message: 1, confidence: 0.99 }
const answer = (quote: string) => ({
  intents: ['ORDER'],
  language: 'es',
  confidence: 0.99,
  changes: [],
  lines: [{ ...line, quantity: '2', quote }],
})

async function shop(monthlyAiBudgetMicroUsd: number | null): Promise<World> {
  const world = await app.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0, monthlyAiBudgetMicroUsd })
  const products = [{ sku: 'MILK', name: 'Leche entera', price: { amountMinor: 420n } }]
  await importProducts(world.ctx, { products }, null)
  models.script(() => ({ kind: 'answer', content: answer('2 leche entera') }))
  return world
}

async function say(world: World, text: string, from = '+573001112233'): Promise<void> {
  const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
  await world.say(text, { from })
  expect((await read).outcome).toBe('done')
}

interface Books {
  readonly aiBudget: {
    month: string
    limitMicroUsd: number | null
    spentMicroUsd: number
    reservedMicroUsd: number
    availableMicroUsd: number | null
    usedPercent: number | null
  }
  readonly aiResponses: { nodes: { model: string; outcome: string; attempt: number; costMicroUsd: number }[] }
  readonly aiErrors: { totalCount: number; nodes: { outcome: string }[] }
  readonly orders: { nodes: { status: string; reviewReasons: { code: string }[] }[] }
}

async function books(world: World): Promise<Books> {
  return world.owner.query<Books>(/* GraphQL */ `
    query Books {
      aiBudget {
        month
        limitMicroUsd
        spentMicroUsd
        reservedMicroUsd
        availableMicroUsd
        usedPercent
      }
      aiResponses(last: 20) {
        nodes {
          model
          outcome
          attempt
          costMicroUsd
        }
      }
      aiErrors(first: 20) {
        totalCount
        nodes {
          outcome
        }
      }
      orders(first: 20, orderBy: CREATED_AT_ASC) {
        nodes {
          status
          reviewReasons {
            code
          }
        }
      }
    }
  `)
}

describe('the budget for language models', () => {
  test('books what a call did cost, not what was set aside for it', async () => {
    const world = await shop(1_000_000)
    await say(world, '2 leche entera')
    const { aiBudget, orders } = await books(world)
    expect(aiBudget).toEqual({
      month: '2026-03',
      limitMicroUsd: 1_000_000,
      spentMicroUsd: 300,
      reservedMicroUsd: 0,
      availableMicroUsd: 999_700,
      usedPercent: 0,
    })
    expect(orders.nodes).toEqual([{ status: 'CONFIRMED', reviewReasons: [] }])
  })

  test('without room for the model falls to the cheaper one, and that one’s reading stands', async () => {
    const world = await shop(5_000)
    await say(world, '2 leche entera')
    const { aiResponses, orders } = await books(world)
    expect(aiResponses.nodes).toEqual([
      { model: 'small-1', outcome: 'OK', attempt: 1, costMicroUsd: 3 },
      { model: 'big-1', outcome: 'BUDGET', attempt: 1, costMicroUsd: 0 },
    ])
    expect(orders.nodes).toEqual([{ status: 'CONFIRMED', reviewReasons: [] }])
  })

  test('without room for any falls to the built-in model, and a person looks; no message is dropped', async () => {
    const world = await shop(0)
    await say(world, '2 leche entera')
    const { aiBudget, aiResponses, orders } = await books(world)
    expect(aiResponses.nodes.map(({ model, outcome }) => `${model} ${outcome}`)).toEqual([
      'offline-1 OK',
      'small-1 BUDGET',
      'big-1 BUDGET',
    ])
    expect(orders.nodes).toEqual([{ status: 'REVIEW', reviewReasons: [{ code: 'BUDGET_EXHAUSTED' }] }])
    expect(aiBudget).toMatchObject({ spentMicroUsd: 0, availableMicroUsd: 0, usedPercent: 100 })
  })

  test('is never overspent by calls beside each other', async () => {
    const world = await shop(1_000)
    const taken = await Promise.all(Array.from({ length: 10 }, () => reserve(world.ctx, 300n)))
    expect(taken.filter((one) => one !== null)).toHaveLength(3)
    expect((await books(world)).aiBudget).toMatchObject({ reservedMicroUsd: 900, availableMicroUsd: 100 })
  })

  test('counts what was set aside as spent when the process died before it was settled', async () => {
    const world = await shop(1_000)
    const lost = await reserve(world.ctx, 900n)
    expect(await reserve(world.ctx, 200n)).toBeNull()
    now = new Date(now.getTime() + 16 * 60_000)
    expect(await reserve(world.ctx, 100n)).not.toBeNull()
    expect((await books(world)).aiBudget).toMatchObject({ spentMicroUsd: 900, reservedMicroUsd: 100 })
    // It was only slow after all: the difference comes back.
    if (lost !== null) await settle(world.ctx, lost, 50n)
    expect((await books(world)).aiBudget).toMatchObject({ spentMicroUsd: 50, reservedMicroUsd: 100 })
  })

  test('is told at 50, 80 and 100 percent, once each, to whoever follows', async () => {
    const world = await shop(1_000)
    const alerts = await world.owner.subscribe<{ usageAlerts: { percent: number; spentMicroUsd: number } }>(
      'subscription { usageAlerts { percent spentMicroUsd limitMicroUsd month } }',
    )
    const spend = async (microUsd: bigint) => {
      const taken = await reserve(world.ctx, microUsd)
      if (taken !== null) await settle(world.ctx, taken, microUsd)
    }
    for (const microUsd of [400n, 150n, 100n, 300n, 100n, 1n]) await spend(microUsd)
    const seen = []
    for (let n = 0; n < 3; n += 1) seen.push((await alerts.next()).usageAlerts.percent)
    expect(seen).toEqual([50, 80, 100])
    await alerts.stop()
  })

  test('begins anew with the month of the tenant’s time zone', async () => {
    now = new Date('2026-04-01T02:00:00Z')
    const world = await shop(1_000)
    const { month } = (await books(world)).aiBudget
    expect(month).toBe('2026-04')
    await world.owner.query('mutation { tenantUpdate(input: { timeZone: "America/Bogota" }) { errors { code } } }')
    expect((await books(world)).aiBudget.month).toBe('2026-03')
  })
})

describe('a model that fails', () => {
  test('for a passing reason is asked again, and each attempt is in the books', async () => {
    const world = await shop(null)
    let asked = 0
    models.script(() => {
      asked += 1
      return asked < 3 ? { kind: 'status', status: 429 } : { kind: 'answer', content: answer('2 leche entera') }
    })
    await say(world, '2 leche entera')
    const { aiResponses, aiErrors, orders } = await books(world)
    expect(aiResponses.nodes.map(({ outcome, attempt }) => `${outcome} ${attempt}`)).toEqual([
      'OK 3',
      'RATE_LIMIT 2',
      'RATE_LIMIT 1',
    ])
    expect(aiErrors).toEqual({ totalCount: 2, nodes: [{ outcome: 'RATE_LIMIT' }, { outcome: 'RATE_LIMIT' }] })
    expect(orders.nodes).toEqual([{ status: 'CONFIRMED', reviewReasons: [] }])
  })

  test('for good is not asked again', async () => {
    const world = await shop(null)
    const before = models.requests.length
    models.script(() => ({ kind: 'status', status: 400 }))
    await say(world, '2 leche entera')
    expect(models.requests.length - before).toBe(1)
    expect((await books(world)).orders.nodes[0]?.reviewReasons).toEqual([{ code: 'MODEL_FAILED' }])
  })
})

test('usage and costs are summed by period, task, model and channel', async () => {
  now = new Date('2026-05-05T10:50:00Z')
  const world = await shop(null)
  await say(world, '2 leche entera')
  now = new Date('2026-05-05T11:05:00Z')
  await say(world, '2 leche entera', '+573001112244')
  const { aiUsage, aiOrderCosts } = await world.owner.query<{
    aiUsage: { periodStart: string; task: string; model: string; requests: number; costMicroUsd: number }[]
    aiOrderCosts: object
  }>(/* GraphQL */ `
    query Usage {
      aiUsage(from: "2026-05-05T10:30:00Z", to: "2026-05-06T00:00:00Z") {
        periodStart
        task
        model
        requests
        failures
        inputTokens
        outputTokens
        costMicroUsd
      }
      aiOrderCosts(from: "2026-05-01T00:00:00Z", to: "2026-06-01T00:00:00Z") {
        confirmedOrders
        confirmedAlone
        costMicroUsd
        costPerConfirmedOrderMicroUsd
        byChannel {
          channel
          confirmedOrders
          costMicroUsd
        }
      }
    }
  `)
  const hour = { task: 'READ_ORDER', model: 'big-1', requests: 1, failures: 0, inputTokens: 100, outputTokens: 20 }
  expect(aiUsage).toEqual([
    { periodStart: expect.stringMatching(/^2026-05-05T10:00:00/), ...hour, costMicroUsd: 300 },
    { periodStart: expect.stringMatching(/^2026-05-05T11:00:00/), ...hour, costMicroUsd: 300 },
  ])
  expect(aiOrderCosts).toEqual({
    confirmedOrders: 2,
    confirmedAlone: 2,
    costMicroUsd: 600,
    costPerConfirmedOrderMicroUsd: 300,
    byChannel: [{ channel: 'WHATSAPP', confirmedOrders: 2, costMicroUsd: 600 }],
  })
})
