import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { importKnowledgeDocs } from '../../src/knowledge/index.ts'
import { openAiTextModel } from '../../src/platform/ai/openai/text-model.ts'
import type { Subscription } from '../kit/client.ts'
import { startModelServer, type ModelServer } from '../kit/model-server.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let models: ModelServer
let app: TestApp
/** Orders are read by the built-in reader; only replies are written by the stand-in. */
beforeAll(async () => {
  models = await startModelServer()
  const writer = (model: string, inputPriceMicroUsd: number) =>
    openAiTextModel({
      apiKey: 'test',
      baseUrl: models.url,
      model,
      timeoutMs: 5_000,
      inputPriceMicroUsd,
      outputPriceMicroUsd: 10 * inputPriceMicroUsd,
    })
  app = await startApp({
    models: { writers: [writer('big-1', 1_000_000), writer('small-1', 10_000)], timeoutMs: 2_000 },
  })
})
afterAll(async () => {
  await app.stop()
  await models.stop()
})

async function shop(settings: { monthlyAiBudgetMicroUsd?: number | null } = {}): Promise<World> {
  const world = await app.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0, ...settings })
  const products = [{ sku: 'MILK', name: 'Leche entera', price: { amountMinor: 420n } }]
  await importProducts(world.ctx, { products }, null)
  return world
}

async function said(world: World, text: string): Promise<string> {
  const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
  await world.say(text)
  await read
  const { conversations } = await world.owner.query<{ conversations: { nodes: { id: string }[] } }>(
    '{ conversations(first: 1) { nodes { id } } }',
  )
  return conversations.nodes[0]?.id ?? ''
}

interface Part {
  readonly text: string
  readonly startsAnew: boolean
  readonly suggestion: {
    readonly text: string
    readonly unsupported: readonly string[]
    readonly aiResponse: {
      readonly id: string
      readonly task: string
      readonly model: string
      readonly fallbackFor: string | null
      readonly outcome: string
      readonly costMicroUsd: number
      readonly citations: readonly { readonly title: string; readonly excerpt: string }[]
    }
  } | null
  readonly errors: readonly { readonly code: string; readonly path: readonly string[] | null }[]
}

const document = /* GraphQL */ `
  subscription Suggest($id: ID!, $wish: String) {
    replySuggestion(conversationId: $id, wish: $wish) {
      text
      startsAnew
      suggestion {
        text
        unsupported
        aiResponse {
          id
          task
          model
          fallbackFor
          outcome
          costMicroUsd
          citations {
            title
            excerpt
          }
        }
      }
      errors {
        code
        path
      }
    }
  }
`

const suggest = (world: World, id: string, wish: string | null = null) =>
  world.owner.subscribe<{ replySuggestion: Part }>(document, { id, wish })

/** All parts; as a screen does it, the words put together. */
async function whole(subscription: Subscription<{ replySuggestion: Part }>) {
  const parts: Part[] = []
  for (let part: Part | undefined; (part?.suggestion ?? null) === null && (part?.errors ?? []).length === 0;) {
    part = (await subscription.next()).replySuggestion
    parts.push(part)
  }
  await expect(subscription.next()).rejects.toThrow('completed by the server')
  await subscription.stop()
  const shown = parts.reduce((text, part) => (part.startsAnew ? '' : text) + part.text, '')
  return { parts, shown, last: parts.at(-1) as Part }
}

async function log(world: World) {
  const { aiResponses, aiBudget } = await world.owner.query<{
    aiResponses: { nodes: { task: string; model: string; outcome: string; costMicroUsd: number; output: unknown }[] }
    aiBudget: { spentMicroUsd: number; reservedMicroUsd: number }
  }>(`{ aiBudget { spentMicroUsd reservedMicroUsd }
       aiResponses(first: 10) { nodes { task model outcome costMicroUsd output } } }`)
  return { aiBudget, calls: aiResponses.nodes.filter(({ task }) => task === 'SUGGEST_REPLY') }
}

describe('a suggested reply', () => {
  test('comes as it is written, and is logged with its cost and the passages it was made from', async () => {
    const world = await shop()
    const indexed = app.nextJob((job) => job.name === 'knowledge.index' && job.data.tenantId === world.tenantId)
    const content = 'Abrimos de lunes a viernes de 8 a 18 y los sábados de 9 a 13.'
    await importKnowledgeDocs(world.ctx, [{ externalId: 'hours', title: 'Horario', content }])
    await indexed
    const id = await said(world, '¿A qué hora abren los sábados? Mi correo es ana@mercado.example')
    const second = Promise.withResolvers<void>()
    models.script(() => ({
      kind: 'words',
      words: (async function* () {
        yield 'Los sábados abrimos de 9 a 13 ['
        await second.promise
        yield '1]. Te escribo a <EMA'
        yield 'IL_1> y son $ 99.000.'
      })(),
    }))
    const before = models.requests.length
    const reading = await suggest(world, id)
    const first = (await reading.next()).replySuggestion
    expect(first).toMatchObject({
      text: 'Los sábados abrimos de 9 a 13',
      startsAnew: false,
      suggestion: null,
      errors: [],
    })
    second.resolve()

    const { shown, last } = await whole(reading)
    const text = 'Los sábados abrimos de 9 a 13. Te escribo a ana@mercado.example y son $ 99.000.'
    expect(first.text + shown).toBe(text)
    expect(last.suggestion).toMatchObject({
      text,
      unsupported: ['99.000'],
      aiResponse: { task: 'SUGGEST_REPLY', model: 'big-1', outcome: 'OK', fallbackFor: null, costMicroUsd: 300 },
    })
    expect(last.suggestion?.aiResponse.citations).toMatchObject([{ title: 'Horario' }])
    const asked = JSON.stringify(models.requests.slice(before))
    expect(asked).toContain('Abrimos de lunes')
    expect(asked).not.toContain('ana@mercado.example')
    expect((await log(world)).aiBudget).toEqual({ spentMicroUsd: 300, reservedMicroUsd: 0 })

    // Nothing was sent but what the assistant had answered before.
    const { conversation } = await world.owner.query<{ conversation: { messages: { nodes: { text: string }[] } } }>(
      'query ($id: ID!) { conversation: node(id: $id) { ... on Conversation { messages(last: 10) { nodes { text } } } } }',
      { id },
    )
    expect(JSON.stringify(conversation)).not.toContain('99.000')
  })

  test('says what the person wishes, and tells the model what the order is', async () => {
    const world = await shop()
    const id = await said(world, '2 leche entera')
    models.script(() => ({ kind: 'words', words: ['¡Hola! El pedido 1 llega el jueves.'], tellsUsage: false }))
    const { last } = await whole(await suggest(world, id, 'llega el jueves'))
    expect(last.suggestion).toMatchObject({ text: '¡Hola! El pedido 1 llega el jueves.', unsupported: [] })
    // The provider told nothing of what was used: it is counted as the most that it can have been.
    expect(last.suggestion?.aiResponse.costMicroUsd).toBeGreaterThan(300)
    const told = JSON.parse(models.requests.at(-1)?.body.messages?.[1]?.content ?? '') as Record<string, unknown>
    expect(told).toMatchObject({ wish: 'llega el jueves', order: expect.stringContaining('2 × Leche entera') })
  })

  test.each([
    ['breaks off', { kind: 'words', words: ['Le doy un descuento '], breaksOff: true } as const, 'PROVIDER_ERROR'],
    ['is cut off', { kind: 'words', words: ['Le doy '], finishReason: 'length' } as const, 'INVALID_OUTPUT'],
    ['is filtered', { kind: 'words', words: ['Le doy '], finishReason: 'content_filter' } as const, 'CONTENT_FILTER'],
    ['never comes', { kind: 'silence' } as const, 'TIMEOUT'],
    ['is refused', { kind: 'status', status: 429 } as const, 'RATE_LIMIT'],
    ['is empty', { kind: 'words', words: [' '] } as const, 'INVALID_OUTPUT'],
  ])('that %s is begun anew in built-in phrases', async (_name, reply, outcome) => {
    const world = await shop()
    const id = await said(world, '2 leche entera')
    models.script(() => reply)
    const { parts, shown, last } = await whole(await suggest(world, id))
    const hasBegun = reply.kind === 'words' && reply.words[0] !== ' '
    expect(parts.some(({ startsAnew }) => startsAnew)).toBe(hasBegun)
    expect(shown.trim()).toMatch(/^¡Gracias! Tu pedido n.º 1 está confirmado:\n• 2 × Leche entera/)
    expect(last.suggestion).toMatchObject({
      unsupported: [],
      aiResponse: { model: 'phrases-1', fallbackFor: 'big-1', outcome: 'OK' },
    })
    const { calls, aiBudget } = await log(world)
    expect(calls.map((call) => [call.model, call.outcome])).toEqual([
      ['phrases-1', 'OK'],
      ['big-1', outcome],
    ])
    expect(aiBudget.reservedMicroUsd).toBe(0)
  })

  test('is given up when its reader leaves, and what it may have cost is booked', async () => {
    const world = await shop()
    const id = await said(world, '2 leche entera')
    const never = Promise.withResolvers<void>()
    models.script(() => ({
      kind: 'words',
      words: (async function* () {
        yield 'Hola, '
        await never.promise
      })(),
    }))
    const before = models.abandoned
    const reading = await suggest(world, id)
    expect((await reading.next()).replySuggestion.text).toBe('Hola,')
    expect((await log(world)).aiBudget.reservedMicroUsd).toBeGreaterThan(0)
    await reading.stop()

    await expect.poll(() => models.abandoned).toBe(before + 1)
    await expect.poll(async () => (await log(world)).calls).toHaveLength(1)
    const { aiBudget, calls } = await log(world)
    expect(calls).toMatchObject([{ model: 'big-1', outcome: 'OK', output: { text: 'Hola,', abandoned: true } }])
    expect(aiBudget.reservedMicroUsd).toBe(0)
    expect(aiBudget.spentMicroUsd).toBe(calls[0]?.costMicroUsd)
    expect(aiBudget.spentMicroUsd).toBeGreaterThan(0)
    never.resolve()
  })

  test('is written by the cheaper model when the budget has no room, then without any', async () => {
    models.script(({ body }) => ({ kind: 'words', words: [`De ${body.model}.`] }))
    const small = await shop({ monthlyAiBudgetMicroUsd: 1_000 })
    const { last } = await whole(await suggest(small, await said(small, '2 leche entera')))
    expect(last.suggestion).toMatchObject({
      text: 'De small-1.',
      aiResponse: { model: 'small-1', fallbackFor: 'big-1' },
    })

    const none = await shop({ monthlyAiBudgetMicroUsd: 0 })
    const { last: own } = await whole(await suggest(none, await said(none, '2 leche entera')))
    expect(own.suggestion?.aiResponse).toMatchObject({ model: 'phrases-1', costMicroUsd: 0 })
  })

  test('asks in its own phrases what is still open about the order', async () => {
    models.script(() => ({ kind: 'status', status: 500 }))
    const world = await shop()
    const { last } = await whole(await suggest(world, await said(world, '2 leche entera y 3 xyzzy')))
    expect(last.suggestion?.text).toContain('xyzzy')
  })

  test('is refused for a conversation of nobody here, for too long a wish, and to who may not write', async () => {
    const [world, other] = [await shop(), await shop()]
    const [mine, theirs] = [await said(world, '2 leche entera'), await said(other, '2 leche entera')]
    for (const id of [theirs, `${mine.slice(0, -4)}0000`]) {
      const { parts } = await whole(await suggest(world, id))
      expect(parts).toMatchObject([
        { text: '', suggestion: null, errors: [{ code: 'NOT_FOUND', path: ['conversationId'] }] },
      ])
    }
    const { last } = await whole(await suggest(world, mine, 'a'.repeat(1_001)))
    expect(last.errors).toMatchObject([{ code: 'INVALID_INPUT', path: ['wish'] }])
    const viewer = await world.as('VIEWER')
    const refused = await viewer.subscribe(document, { id: mine })
    await expect(refused.next()).rejects.toThrow('messages:send')
  })
})
