import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { lockForSending, queueReply } from '../../src/conversations/send.ts'
import { openAiOrderModel } from '../../src/platform/ai/openai/order-model.ts'
import { offlineModel } from '../../src/platform/ai/offline-model.ts'
import { queueSchema } from '../../src/platform/jobs/queue-schema.ts'
import type { OrderModel } from '../../src/platform/ai/model.ts'
import { shareAssistantLock } from '../../src/tenancy/index.ts'
import { onManyConnections } from '../kit/database.ts'
import { startModelServer, type ModelReply, type ModelRequest, type ModelServer } from '../kit/model-server.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let model: ModelServer
let app: TestApp
beforeAll(async () => {
  model = await startModelServer()
  const named = (name: string): OrderModel =>
    openAiOrderModel({
      apiKey: 'test',
      baseUrl: model.url,
      model: name,
      timeoutMs: 5_000,
      inputPriceMicroUsd: 1_000_000,
      outputPriceMicroUsd: 1_000_000,
      candidates: ({ catalog }) => catalog.products,
    })
  app = await startApp({
    models: { order: named('scripted'), cheaper: named('cheap'), net: offlineModel, timeoutMs: 5_000 },
  })
})
afterAll(async () => {
  await app.stop()
  await model.stop()
})
beforeEach(() => model.script(readWell))

/** Reads «2 leche»; what the built-in reader would find too. */
function readWell(request: ModelRequest, quantity?: string): ModelReply {
  const { products, messages } = JSON.parse(request.body.messages?.[1]?.content ?? '{}') as {
    products: { ref: string }[]
    messages: { text: string }[]
  }
  const text = messages[0]?.text ?? ''
  const line = {
    product: products[0]?.ref ?? null,
    variants: [],
    quantity: quantity ?? text.split(' ')[0] ?? '',
    unit: null,
    options: [],
    quote: text,
    message: 1,
    confidence: 1,
  }
  const content = { intents: ['ORDER'], language: 'es', lines: [line], changes: [], confidence: 1 }
  return { kind: 'answer', content }
}

async function shop(): Promise<World> {
  const world = await app.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0 })
  await importProducts(
    world.ctx,
    { products: [{ sku: 'MILK', name: 'Leche entera', price: { amountMinor: 4_000n } }] },
    null,
  )
  return world
}

const create = /* GraphQL */ `
  mutation Create($input: AgentCreateInput!) {
    agentCreate(input: $input) {
      agent {
        id
        version
        mode
      }
      errors {
        code
        path
      }
    }
  }
`
const update = /* GraphQL */ `
  mutation Update($id: ID!, $input: AgentUpdateInput!, $version: Int) {
    agentUpdate(id: $id, input: $input, expectedVersion: $version) {
      agent {
        mode
        version
        hours {
          days
          from
          to
        }
      }
      errors {
        code
        path
      }
    }
  }
`
interface Created {
  readonly agentCreate: {
    readonly agent: { readonly id: string; readonly version: number } | null
    readonly errors: readonly { readonly code: string; readonly path: readonly string[] | null }[]
  }
}

async function agent(world: World, input: object = {}): Promise<string> {
  const all = { task: 'READ_ORDER', name: 'Reader', mode: 'LIVE', ...input }
  const { agentCreate } = await world.owner.mutate<Created>(create, { input: all })
  expect(agentCreate.errors).toEqual([])
  return agentCreate.agent?.id ?? ''
}

const reading = (world: World, outcome?: string) =>
  app.nextJob(
    (job) =>
      job.name === 'conversation.read' &&
      job.data.tenantId === world.tenantId &&
      (outcome === undefined || job.outcome === outcome),
  )

async function said(world: World, text: string, from?: string): Promise<void> {
  const read = reading(world)
  await world.say(text, from === undefined ? {} : { from })
  await read
}

interface Seen {
  readonly conversations: {
    readonly nodes: readonly {
      readonly id: string
      readonly bot: { readonly state: string; readonly reason: string | null }
      readonly messages: { readonly nodes: readonly { readonly direction: string; readonly status: string }[] }
      readonly latestOrder: {
        readonly id: string
        readonly status: string
        readonly reviewReasons: readonly { readonly code: string }[]
      } | null
    }[]
  }
}

async function seen(world: World) {
  const { conversations } = await world.owner.query<Seen>(
    `{ conversations(first: 1) { nodes { id bot { state reason } latestOrder { id status reviewReasons { code } }
      messages(last: 5) { nodes { direction status text } } } } }`,
  )
  const [conversation] = conversations.nodes
  if (conversation === undefined) throw new Error('no conversation')
  return conversation
}

const stop = (world: World, reason = 'A test.') =>
  world.owner.mutate(
    'mutation Stop($reason: String!) { assistantStop(reason: $reason) { stoppedAt errors { code path } } }',
    { reason },
  )

describe('the kill switch', () => {
  test('keeps what is being read just now from coming to anything, and gives it to people', async () => {
    const world = await shop()
    const live = await world.owner.subscribe('subscription { assistantSwitched { type reason agent { id } } }')
    const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<ModelReply>()]
    let request: ModelRequest | undefined
    model.script((received) => {
      request = received
      asked.resolve()
      return { kind: 'later', reply: answer.promise }
    })
    const undone = reading(world, 'retry')
    await world.say('2 leche')
    await asked.promise
    expect(await stop(world, 'It sells too cheap.')).toMatchObject({
      assistantStop: { stoppedAt: expect.any(String), errors: [] },
    })
    expect(await live.next()).toEqual({
      assistantSwitched: { type: 'STOPPED', reason: 'It sells too cheap.', agent: null },
    })
    const again = reading(world, 'done')
    answer.resolve(readWell(request as ModelRequest))
    await undone
    await again
    const { latestOrder, bot, messages } = await seen(world)
    expect([latestOrder, bot, messages.nodes.length]).toEqual([null, { state: 'PAUSED', reason: 'STOPPED' }, 1])

    const { assistantResume } = await world.owner.mutate<{ assistantResume: object }>(
      'mutation { assistantResume { stoppedAt errors { code } } }',
    )
    expect(assistantResume).toEqual({ stoppedAt: null, errors: [] })
    expect(await live.next()).toMatchObject({ assistantSwitched: { type: 'RESUMED' } })
    await live.stop()
    expect((await seen(world)).bot).toEqual({ state: 'BOT', reason: 'RESUMED' })
  })

  test('leaves nothing unread: what came meanwhile is read afterwards, for a person to look at', async () => {
    const world = await shop()
    await said(world, '1 leche')
    await stop(world)
    await said(world, '2 leche', '+573005550001')
    await world.say('y otra leche', { from: '+573005550001' })
    expect(await seen(world)).toMatchObject({ latestOrder: null, bot: { state: 'PAUSED', reason: 'STOPPED' } })

    const read = reading(world, 'done')
    await world.owner.mutate('mutation { assistantResume { errors { code } } }')
    await read
    const { bot, latestOrder, messages } = await seen(world)
    expect(bot).toEqual({ state: 'BOT', reason: 'RESUMED' })
    expect(messages.nodes.filter(({ direction }) => direction === 'OUT')).toHaveLength(1)
    expect(latestOrder).toMatchObject({ status: 'REVIEW', reviewReasons: [{ code: 'WRITTEN_WHILE_STOPPED' }] })

    // What the same order gets from now on does not let it through either; the orders of others are as always.
    await said(world, 'y 3 arroz', '+573005550001')
    expect((await seen(world)).latestOrder).toMatchObject({
      id: latestOrder?.id,
      status: 'REVIEW',
      reviewReasons: expect.arrayContaining([{ code: 'WRITTEN_WHILE_STOPPED' }]),
    })
    await said(world, '4 leche', '+573005550002')
    expect((await seen(world)).latestOrder).toMatchObject({ status: 'CONFIRMED', reviewReasons: [] })
  })

  test('leaves alone who a person has taken over, and is no error when it is thrown twice', async () => {
    const world = await shop()
    await said(world, '2 leche')
    const { id } = await seen(world)
    const off = 'mutation Off($id: ID!) { conversationBotSet(id: $id, active: false) { errors { code } } }'
    expect(await world.owner.mutate(off, { id })).toEqual({ conversationBotSet: { errors: [] } })
    await stop(world)
    expect(await stop(world)).toMatchObject({ assistantStop: { errors: [] } })
    await world.owner.mutate('mutation { assistantResume { errors { code } } }')
    await world.owner.mutate('mutation { assistantResume { errors { code } } }')
    expect((await seen(world)).bot).toEqual({ state: 'PAUSED', reason: 'SWITCHED' })
    expect(await stop(world, ' ')).toMatchObject({ assistantStop: { stoppedAt: null, errors: [{ path: ['reason'] }] } })
  })

  onManyConnections('waits for what the assistant is just writing down', async () => {
    const world = await shop()
    const written = Promise.withResolvers<void>()
    const locked = Promise.withResolvers<void>()
    const writing = world.ctx.db.withTenant(world.tenantId, async (tx) => {
      await shareAssistantLock(world.ctx, tx)
      locked.resolve()
      await written.promise
    })
    await locked.promise
    const stopping = stop(world).then(() => 'stopped')
    expect(await Promise.race([stopping, sleep(300).then(() => 'waits')])).toBe('waits')
    written.resolve()
    await writing
    expect(await stopping).toBe('stopped')
  })

  test('keeps a reply that waits from being sent; a person’s own message goes out', async () => {
    const world = await shop()
    await said(world, '2 leche')
    const { id } = await seen(world)
    await stop(world)
    const last = async () => (await seen(world)).messages.nodes.at(-1)
    const assistant = { ...world.ctx, actor: { kind: 'ASSISTANT' as const, id: 'scripted' } }
    await world.ctx.db.withTenant(world.tenantId, async (tx) => {
      const locked = await lockForSending(assistant, tx, id)
      if (locked !== null) await queueReply(assistant, tx, locked, { text: 'Confirmed!' })
    })
    await expect.poll(last).toMatchObject({ direction: 'OUT', text: 'Confirmed!', status: 'FAILED' })
    await world.owner.mutate(
      'mutation Say($id: ID!) { messageSend(conversationId: $id, input: { text: "Hola" }) { errors { code } } }',
      { id },
    )
    await expect.poll(last).toMatchObject({ text: 'Hola', status: 'SENT' })
  })
})

describe('an agent', () => {
  test('that is set up and rests leaves reading to people; without any, Parley reads by itself', async () => {
    const world = await shop()
    await said(world, '2 leche')
    expect((await seen(world)).latestOrder?.status).toBe('CONFIRMED')
    const id = await agent(world, { mode: 'OFF' })
    await said(world, '4 leche', '+573005550001')
    expect(await seen(world)).toMatchObject({ latestOrder: null, bot: { state: 'PAUSED', reason: 'POLICY' } })
    await world.owner.mutate(update, { id, input: { mode: 'LIVE', model: 'cheap' } })
    await said(world, '5 leche', '+573005550002')
    expect((await seen(world)).latestOrder?.status).toBe('CONFIRMED')
    expect(model.requests.at(-1)?.body.model).toBe('cheap')
    const { aiUsage } = await world.owner.query<{ aiUsage: object[] }>(
      `query Usage($from: DateTime!, $to: DateTime!, $id: ID) {
        aiUsage(from: $from, to: $to, agentId: $id) { requests model agent { id } } }`,
      { from: new Date(Date.now() - 3_600_000).toISOString(), to: new Date(Date.now() + 60_000).toISOString(), id },
    )
    expect(aiUsage).toEqual([{ requests: 1, model: 'cheap', agent: { id } }])
  })

  test('does what it may and leaves the rest to people', async () => {
    const world = await shop()
    const id = await agent(world, { may: ['DRAFT_ORDERS', 'SEND_REPLIES'] })
    await said(world, '2 leche')
    expect((await seen(world)).latestOrder).toMatchObject({
      status: 'REVIEW',
      reviewReasons: [{ code: 'AUTO_CONFIRM_OFF' }],
    })
    await world.owner.mutate(update, { id, input: { may: ['DRAFT_ORDERS', 'CONFIRM_ORDERS'] } })
    await said(world, '3 leche', '+573005550003')
    const silent = await seen(world)
    expect([silent.latestOrder?.status, silent.messages.nodes.map(({ direction }) => direction)]).toEqual([
      'CONFIRMED',
      ['IN'],
    ])
    await world.owner.mutate(update, { id, input: { may: ['SEND_REPLIES'] } })
    await said(world, '4 leche', '+573005550004')
    expect(await seen(world)).toMatchObject({ latestOrder: null, bot: { state: 'PAUSED', reason: 'POLICY' } })
  })

  test('works on its channels and in its hours', async () => {
    const world = await shop()
    const id = await agent(world, { channels: ['SMS'] })
    await said(world, '2 leche')
    expect(await seen(world)).toMatchObject({ latestOrder: null, bot: { reason: 'POLICY' } })
    const inThreeDays = ((new Date().getUTCDay() + 2) % 7) + 1
    const hours = [{ days: [inThreeDays], from: '10:00', to: '11:00' }]
    await world.owner.mutate(update, { id, input: { channels: [], hours, outsideHours: 'WAIT' } })
    await said(world, '2 leche', '+573005550005')
    expect(await seen(world)).toMatchObject({ latestOrder: null, bot: { state: 'BOT' } })
    const waiting = await app.database.db.asOwner((owner) =>
      owner.query<{ hours: number }>(
        `select extract(epoch from start_after - now()) / 3600 as hours from ${queueSchema}.job
         where group_id = $1 and name = 'conversation.read' and state = 'created'`,
        [world.tenantId],
      ),
    )
    expect(waiting.length).toBe(1)
    expect(Number(waiting[0]?.hours)).toBeGreaterThan(24)
  })

  test('is refused when it asks nobody, never works, or works beside another', async () => {
    const world = await shop()
    await agent(world)
    for (const [wrong, code, path] of [
      [{ model: 'gpt-99' }, 'INVALID_INPUT', ['input', 'model']],
      [{ hours: [{ days: [8], from: '10:00', to: '11:00' }] }, 'INVALID_INPUT', ['input', 'hours', '0', 'days', '0']],
      [{ hours: [{ days: [1], from: '25:00', to: '11:00' }] }, 'INVALID_INPUT', ['input', 'hours', '0', 'from']],
      [{ name: ' ' }, 'INVALID_INPUT', ['input', 'name']],
      [{}, 'ALREADY_EXISTS', ['input', 'mode']],
    ] as const) {
      const input = { task: 'READ_ORDER', name: 'Second', mode: 'LIVE', ...wrong }
      const { agentCreate } = await world.owner.mutate<Created>(create, { input })
      expect(agentCreate, JSON.stringify(wrong)).toMatchObject({ agent: null, errors: [{ code, path }] })
    }
  })

  test('is changed by who has seen it as it is', async () => {
    const world = await shop()
    const id = await agent(world)
    const [first, second] = await Promise.all(
      ['OFF', 'SHADOW'].map((mode) =>
        world.owner.mutate<{ agentUpdate: { errors: object[] } }>(update, { id, input: { mode }, version: 1 }),
      ),
    )
    expect([...(first?.agentUpdate.errors ?? []), ...(second?.agentUpdate.errors ?? [])]).toMatchObject([
      { code: 'VERSION_CONFLICT' },
    ])
    const neighbour = await shop()
    expect(await neighbour.owner.mutate(update, { id, input: { mode: 'OFF' } })).toMatchObject({
      agentUpdate: { errors: [{ code: 'NOT_FOUND' }] },
    })
  })
})

describe('an agent in the shadow', () => {
  test('reads beside the live one, is scored by what the orders became, and touches nothing', async () => {
    const world = await shop()
    const id = await agent(world, { mode: 'SHADOW', model: 'cheap', name: 'Cheap' })
    model.script((request) => readWell(request, request.body.model === 'cheap' ? '9' : undefined))
    const shadowed = () => app.nextJob((job) => job.name === 'agent.shadow' && job.data.tenantId === world.tenantId)
    for (const [n, from] of [
      [2, '+573005550010'],
      [9, '+573005550011'],
    ] as const) {
      const done = shadowed()
      await said(world, `${n} leche`, from)
      expect((await done).outcome).toBe('done')
    }
    model.script((request) => (request.body.model === 'cheap' ? { kind: 'refusal', text: 'no' } : readWell(request)))
    const done = shadowed()
    await said(world, '5 leche', '+573005550012')
    await done
    const { orders } = await world.owner.query<{ orders: { totalCount: number } }>('{ orders { totalCount } }')
    expect(orders.totalCount).toBe(3)
    const { node } = await world.owner.query<{ node: object }>(
      'query A($id: ID!) { node(id: $id) { ... on Agent { score { openOrders failures f1 liveF1 figures { examples matched missed invented exact } live { matched exact } } shadowReadings(first: 1) { nodes { error order { status } } totalCount } } } }',
      { id },
    )
    expect(node).toMatchObject({
      score: {
        openOrders: 0,
        failures: 1,
        liveF1: 1,
        figures: { examples: 3, matched: 2, missed: 1, invented: 1, exact: 2 },
        live: { matched: 3, exact: 3 },
      },
      shadowReadings: { nodes: [{ error: expect.any(String), order: { status: 'CONFIRMED' } }], totalCount: 3 },
    })
  })
})
