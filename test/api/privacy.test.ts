import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { offlineModel } from '../../src/platform/ai/offline-model.ts'
import { candidateProducts } from '../../src/platform/ai/openai/candidates.ts'
import { openAiOrderModel } from '../../src/platform/ai/openai/order-model.ts'
import { startModelServer, type ModelServer } from '../kit/model-server.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const scan = /* GraphQL */ `
  query FindPersonalData($text: String!) {
    piiScan(text: $text) {
      type
      start
      end
      value
      confidence
    }
  }
`

interface ScanAnswer {
  readonly piiScan: readonly {
    readonly type: string
    readonly start: number
    readonly end: number
    readonly value: string
    readonly confidence: number
  }[]
}

describe('a scan for personal data', () => {
  let app: TestApp
  let world: World
  beforeAll(async () => {
    app = await startApp()
    world = await app.makeWorld()
  })
  afterAll(() => app.stop())

  test('gives each finding with its place in the text', async () => {
    const text = '👋 rosa@mercado.example, tarjeta 4242 4242 4242 4242'

    const { data, errors } = await world.owner.send<ScanAnswer>(scan, { text })

    expect(errors).toEqual([])
    expect(data?.piiScan).toEqual([
      { type: 'EMAIL', start: 3, end: 23, value: 'rosa@mercado.example', confidence: 0.99 },
      { type: 'CREDIT_CARD', start: 33, end: 52, value: '4242 4242 4242 4242', confidence: 0.99 },
    ])
  })

  test('answers a clean text with an empty list', async () => {
    const { data } = await world.owner.send<ScanAnswer>(scan, { text: '2 cajas de leche entera y 12 colas 600' })

    expect(data).toEqual({ piiScan: [] })
  })

  test("reads telephone numbers without a country code as the tenant's locale has them", async () => {
    const colombian = await app.makeWorld({ locale: 'es-CO' })
    const american = await app.makeWorld({ locale: 'en-US' })
    const text = 'para Rosa: 3001234567, para Luz: 2125550187'

    const inColombia = await colombian.owner.send<ScanAnswer>(scan, { text })
    const inAmerica = await american.owner.send<ScanAnswer>(scan, { text })

    expect(inColombia.data?.piiScan.map(({ value }) => value)).toEqual(['3001234567'])
    expect(inAmerica.data?.piiScan.map(({ value }) => value)).toEqual(['2125550187'])
  })

  test('takes 100,000 characters and not one more', async () => {
    const longest = await world.owner.send<ScanAnswer>(scan, { text: 'x'.repeat(100_000) })
    const longer = await world.owner.send<ScanAnswer>(scan, { text: 'x'.repeat(100_001) })

    expect(longest.data).toEqual({ piiScan: [] })
    expect(longer.errors).toMatchObject([{ path: ['piiScan'], extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test('is refused to a viewer, who learns which permission it needs', async () => {
    const viewer = await world.as('VIEWER')

    const { data, errors } = await viewer.send<ScanAnswer>(scan, { text: 'rosa@mercado.example' })

    expect(data).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', permission: 'privacy:scan' } }])
  })
})

const findingsQuery = /* GraphQL */ `
  query Findings($filter: PiiFindingFilter, $first: Int = 20) {
    piiFindings(filter: $filter, first: $first) {
      totalCount
      nodes {
        id
        type
        start
        end
        confidence
        state
        version
        message {
          text
        }
        review {
          by {
            __typename
          }
        }
      }
    }
  }
`

const reviewMutation = /* GraphQL */ `
  mutation Review($id: ID!, $decision: PiiDecision!, $expectedVersion: Int!) {
    piiFindingReview(id: $id, decision: $decision, expectedVersion: $expectedVersion) {
      finding {
        state
        version
        review {
          by {
            __typename
          }
        }
      }
      errors {
        code
      }
    }
  }
`

interface Findings {
  readonly piiFindings: {
    readonly totalCount: number
    readonly nodes: readonly {
      readonly id: string
      readonly type: string
      readonly start: number
      readonly end: number
      readonly version: number
      readonly message: { readonly text: string } | null
    }[]
  }
}

describe('personal data in a message that comes', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())

  const shop = () => app.makeWorld({ locale: 'es-CO', debounceMs: 60_000 })
  const found = async (world: World, filter: object = {}) =>
    (await world.owner.query<Findings>(findingsQuery, { filter })).piiFindings

  test('waits in the review queue, newest first, by its place and never by its value', async () => {
    const world = await shop()
    await world.say('tarjeta 4242 4242 4242 4242')
    await world.say('2 cajas de leche')
    await world.say('escribe a rosa@mercado.example o al 3001234567')

    const { nodes, totalCount } = await found(world)

    expect(totalCount).toBe(3)
    expect(nodes).toMatchObject([
      { type: 'PHONE', start: 36, end: 46, state: 'OPEN', version: 1, review: null },
      { type: 'EMAIL', start: 10, end: 30, confidence: 0.99, state: 'OPEN' },
      { type: 'CREDIT_CARD', start: 8, end: 27, confidence: 0.99, state: 'OPEN' },
    ])
    expect(nodes.map(({ message, start, end }) => message?.text.slice(start, end))).toEqual([
      '3001234567',
      'rosa@mercado.example',
      '4242 4242 4242 4242',
    ])
    expect((await found(world, { type: ['CREDIT_CARD'] })).nodes.map(({ type }) => type)).toEqual(['CREDIT_CARD'])
    const stored = await app.database.db.asOwner((owner) =>
      owner.query('select to_jsonb(f) as row from pii_findings f where tenant_id = $1', [world.tenantId]),
    )
    expect(stored).toHaveLength(3)
    expect(JSON.stringify(stored)).not.toMatch(/4242|rosa|3001234567/)
  })

  test('is found once however often the provider delivers it', async () => {
    const world = await shop()
    const message = { type: 'text', id: 'wamid.again', text: { body: 'rosa@mercado.example' } }
    await world.say(message)
    await world.say(message)

    expect((await found(world)).totalCount).toBe(1)
  })

  test('is judged by a person who has read the last judgement, and leaves the queue', async () => {
    const world = await shop()
    await world.say('rosa@mercado.example')
    const [finding] = (await found(world, { state: ['OPEN'] })).nodes
    const review = (decision: string, expectedVersion: number) =>
      world.owner.query(reviewMutation, { id: finding?.id, decision, expectedVersion })
    const by = { by: { __typename: 'User' } }

    expect(await review('CONFIRM', 1)).toEqual({
      piiFindingReview: { finding: { state: 'CONFIRMED', version: 2, review: by }, errors: [] },
    })
    expect(await review('DISMISS', 1)).toEqual({
      piiFindingReview: { finding: null, errors: [{ code: 'VERSION_CONFLICT' }] },
    })
    expect(await found(world, { state: ['OPEN'] })).toMatchObject({ totalCount: 0 })
    expect(await review('DISMISS', 2)).toMatchObject({ piiFindingReview: { finding: { state: 'DISMISSED' } } })
  })

  test('is masked where nobody need know it, until somebody says that it is none; what the shop writes is masked too', async () => {
    const world = await shop()
    await world.say('👋 escribe a rosa@mercado.example, tarjeta 4242 4242 4242 4242')
    const masked = async () => {
      const { conversations } = await world.owner.query<{
        conversations: { nodes: { id: string; messages: { nodes: { maskedText: string | null }[] } }[] }
      }>('{ conversations(first: 1) { nodes { id messages(last: 5) { nodes { maskedText } } } } }')
      const [conversation] = conversations.nodes
      return { id: conversation?.id, texts: conversation?.messages.nodes.map(({ maskedText }) => maskedText) }
    }
    const { id, texts } = await masked()
    expect(texts).toEqual(['👋 escribe a [EMAIL], tarjeta [CREDIT_CARD]'])

    const [finding] = (await found(world, { type: ['CREDIT_CARD'] })).nodes
    await world.owner.query(reviewMutation, { id: finding?.id, decision: 'DISMISS', expectedVersion: 1 })
    const send =
      'mutation ($id: ID!) { messageSend(conversationId: $id, input: { text: "llamo al 3001234567" }) { errors { code } } }'
    await world.owner.mutate(send, { id })
    expect((await masked()).texts).toEqual(['👋 escribe a [EMAIL], tarjeta 4242 4242 4242 4242', 'llamo al [PHONE]'])
  })

  test("is another tenant's own: its finding is answered as one that never was", async () => {
    const world = await shop()
    const neighbour = await shop()
    await neighbour.say('rosa@mercado.example')
    const [finding] = (await found(neighbour)).nodes

    expect((await found(world)).totalCount).toBe(0)
    expect(
      await world.owner.query(reviewMutation, { id: finding?.id, decision: 'DISMISS', expectedVersion: 1 }),
    ).toEqual({ piiFindingReview: { finding: null, errors: [{ code: 'NOT_FOUND' }] } })
    expect((await found(neighbour)).nodes).toMatchObject([{ state: 'OPEN', version: 1 }])
  })
})

describe('a language model', () => {
  const personal = [
    'rosa@mercado.example',
    '+57 300 123 4567',
    '4242 4242 4242 4242',
    'DE89 3704 0044 0532 0130 00',
    'Calle 45 # 12-30',
  ]
  const text =
    'rosa@mercado.example, cel +57 300 123 4567: 2 cajas de leche, tarjeta 4242 4242 4242 4242, ' +
    'IBAN DE89 3704 0044 0532 0130 00, para Calle 45 # 12-30. Y 3 kg de queso'

  let models: ModelServer
  let app: TestApp
  beforeAll(async () => {
    models = await startModelServer()
    const order = openAiOrderModel({
      apiKey: 'test',
      baseUrl: models.url,
      model: 'scripted-1',
      timeoutMs: 10_000,
      inputPriceMicroUsd: 0,
      outputPriceMicroUsd: 0,
      candidates: candidateProducts,
    })
    app = await startApp({ models: { order, net: offlineModel, timeoutMs: 10_000 } })
    const line = { variants: [], unit: null, options: [], message: 1, confidence: 0.99 }
    models.script(() => ({
      kind: 'answer',
      content: {
        intents: ['ORDER'],
        language: 'es',
        confidence: 0.99,
        changes: [],
        lines: [
          { ...line, product: 'p1', quantity: '2', quote: '2 cajas de leche' },
          { ...line, product: 'p2', quantity: '3', quote: '3 kg de queso' },
        ],
      },
    }))
  })
  afterAll(async () => {
    await app.stop()
    await models.stop()
  })

  /** A customer writes all of the above; what the model was asked, and the order that came of its answer. */
  async function ask(world: World) {
    const price = { amountMinor: 100n, currency: 'COP' }
    const products = [
      { sku: 'LEC', name: 'Leche entera', price },
      { sku: 'QUE', name: 'Queso', price },
    ]
    expect(await importProducts(world.ctx, { products }, null)).toMatchObject({ ok: true })
    const before = models.requests.length
    const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
    expect(await world.say(text)).toMatchObject({ status: 200 })
    await read
    const asked = models.requests.slice(before)
    const { orders } = await world.owner.query<{
      orders: { nodes: { lines: { spans: { start: number; end: number; text: string }[] }[] }[] }
    }>('{ orders(first: 2) { nodes { lines { spans { start end text } } } } }')
    return { asked: JSON.stringify(asked), calls: asked.length, lines: orders.nodes.flatMap(({ lines }) => lines) }
  }

  const spanOf = (quote: string) => ({
    start: text.indexOf(quote),
    end: text.indexOf(quote) + quote.length,
    text: quote,
  })

  test('is asked with tokens, and the order points into what the customer wrote', async () => {
    const world = await app.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0 })

    const { asked, calls, lines } = await ask(world)

    expect(calls).toBe(1)
    expect(personal.filter((value) => asked.includes(value))).toEqual([])
    for (const type of ['EMAIL', 'PHONE', 'CREDIT_CARD', 'IBAN', 'ADDRESS']) expect(asked).toContain(`<${type}_1>`)
    expect(lines).toEqual([{ spans: [spanOf('2 cajas de leche')] }, { spans: [spanOf('3 kg de queso')] }])
  })

  test('is asked with the words as they are where the tenant wants it so', async () => {
    const world = await app.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0 })
    const changed = await world.owner.query<{ tenantUpdate: unknown }>(
      'mutation { tenantUpdate(input: { redactPrompts: false }) { tenant { redactPrompts } errors { code } } }',
    )
    expect(changed.tenantUpdate).toEqual({ tenant: { redactPrompts: false }, errors: [] })

    const { asked, lines } = await ask(world)

    expect(personal.filter((value) => !asked.includes(value))).toEqual([])
    expect(lines).toEqual([{ spans: [spanOf('2 cajas de leche')] }, { spans: [spanOf('3 kg de queso')] }])
  })

  test('and everything else that is written down of it leaves no personal data in the log, however much is logged', async () => {
    const loud = await startApp({ logLevel: 'trace', models: { order: app.services.models.order, timeoutMs: 10_000 } })
    try {
      const world = await loud.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0 })
      const read = () => loud.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
      const first = read()
      await world.say(text)
      await first
      // A model that fails is logged with what went wrong.
      models.script(() => ({ kind: 'status', status: 400, body: JSON.stringify({ error: { message: text } }) }))
      const second = read()
      await world.say(`otra vez: ${text}`)
      await second
      await world.owner.send('query ($text: String!) { piiScan(text: $text) { nonsense } }', { text })

      const log = JSON.stringify(loud.logLines)
      expect(log).toContain('model failed')
      expect(personal.filter((value) => log.includes(value))).toEqual([])
      expect(log).not.toContain('3001112233')
    } finally {
      await loud.stop()
    }
  })
})
