import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ModelFailure, type ReadOrderRequest } from '../../src/platform/ai/model.ts'
import { compileCatalog, type CatalogProduct } from '../../src/platform/ai/offline/index.ts'
import { openAiOrderModel } from '../../src/platform/ai/openai/order-model.ts'
import { startModelServer, type ModelServer } from '../kit/model-server.ts'

const milk: CatalogProduct = {
  id: 'prd_milk',
  sku: 'MILK',
  name: 'Whole milk',
  aliases: ['milk'],
  keywords: [],
  category: null,
  unit: 'case',
  variants: [
    { id: 'var_small', axis: 'size', value: 'small', aliases: [] },
    { id: 'var_large', axis: 'size', value: 'large', aliases: [] },
  ],
  options: [{ group: 'wrap', value: 'gift', aliases: [] }],
}

const request: ReadOrderRequest = {
  catalog: compileCatalog([milk]),
  messages: [{ id: 'msg_1', text: 'Hi, 2 cases of large milk please' }],
  currentLines: [],
  learned: [],
  examples: [],
  facts: [],
  instructions: null,
  locale: 'en',
  privacy: {},
  redacts: true,
}

const line = {
  product: 'p1',
  variants: ['v2'],
  quantity: '2',
  unit: 'case',
  options: [],
  quote: '2 cases of large milk',
  message: 1,
  confidence: 0.97,
}
const answer = { intents: ['ORDER'], language: 'en', lines: [line], changes: [], confidence: 0.97 }

/** The same as a provider writes it. */
const whole = {
  model: 'scripted-1',
  choices: [{ index: 0, message: { role: 'assistant', content: JSON.stringify(answer) }, finish_reason: 'stop' }],
}

let server: ModelServer

beforeAll(async () => {
  server = await startModelServer()
})
afterAll(() => server.stop())

const model = (timeoutMs = 2_000) =>
  openAiOrderModel({
    apiKey: 'test',
    baseUrl: server.url,
    model: 'scripted-1',
    timeoutMs,
    inputPriceMicroUsd: 250_000,
    outputPriceMicroUsd: 2_000_000,
    candidates: () => [milk],
  })

const read = (timeoutMs?: number) => model(timeoutMs).readOrder(request, new AbortController().signal)

async function failure(timeoutMs?: number): Promise<ModelFailure> {
  const error: unknown = await read(timeoutMs).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ModelFailure)) throw new Error(`expected a ModelFailure, got ${String(error)}`)
  return error
}

describe('a language model behind the OpenAI API', () => {
  test('reads lines with ids from the catalogue, the words as evidence, and its cost', async () => {
    server.script(() => ({ kind: 'answer', content: answer }))
    const { reading, usage, model: name } = await read()
    expect(reading.lines).toEqual([
      {
        productId: 'prd_milk',
        variantIds: ['var_large'],
        quantity: '2',
        unit: 'case',
        options: [],
        confidence: 0.97,
        spans: [{ messageId: 'msg_1', start: 4, end: 25, text: '2 cases of large milk' }],
        candidates: [],
      },
    ])
    expect(reading.reasons).toEqual([])
    expect(usage).toEqual({ inputTokens: 100, outputTokens: 20, costMicroUsd: 65 })
    expect(name).toBe('scripted-1')
  })

  test('is asked for strict structured output, and gets customer text only as data', async () => {
    server.script(() => ({ kind: 'answer', content: answer }))
    await read()
    const body = JSON.parse(JSON.stringify(server.requests.at(-1)?.body))
    expect(body.response_format.json_schema.strict).toBe(true)
    const schema = body.response_format.json_schema.schema
    expect(schema.additionalProperties).toBe(false)
    expect(schema.required.toSorted()).toEqual(Object.keys(schema.properties).toSorted())
    const [instructions, question] = body.messages
    expect(instructions.content).not.toContain('large milk please')
    expect(JSON.parse(question.content).messages).toEqual([{ message: 1, text: 'Hi, 2 cases of large milk please' }])
    expect(question.content).not.toContain('prd_milk')
  })

  test('cannot name a product it was not shown', async () => {
    server.script(() => ({ kind: 'answer', content: { ...answer, lines: [{ ...line, product: 'prd_foreign' }] } }))
    const { reading } = await read()
    expect(reading.lines[0]?.productId).toBeNull()
    expect(reading.reasons.map((reason) => reason.code)).toContain('MODEL_UNKNOWN_PRODUCT')
  })

  test('cannot quote what nobody wrote', async () => {
    server.script(() => ({ kind: 'answer', content: { ...answer, lines: [{ ...line, quote: '50 cases of milk' }] } }))
    const { reading } = await read()
    expect(reading.lines).toEqual([])
    expect(reading.reasons.map((reason) => reason.code)).toEqual(['MODEL_NO_EVIDENCE'])
  })

  test.each(['-2', '0', '1e9', 'two', '999999999', ''])('cannot set the quantity «%s»', async (quantity) => {
    server.script(() => ({ kind: 'answer', content: { ...answer, lines: [{ ...line, quantity }] } }))
    const { reading } = await read()
    expect(reading.lines[0]).toMatchObject({ quantity: '1', confidence: 0 })
    expect(reading.reasons.map((reason) => reason.code)).toEqual(['AMBIGUOUS_QUANTITY'])
  })

  test('fails with TIMEOUT when no answer comes in time', async () => {
    server.script(() => ({ kind: 'silence' }))
    expect((await failure(150)).kind).toBe('TIMEOUT')
  })

  test('fails with REFUSAL when the model refuses', async () => {
    server.script(() => ({ kind: 'refusal', text: 'I cannot help with that.' }))
    expect((await failure()).kind).toBe('REFUSAL')
  })

  test.each([
    ['prose', { kind: 'answer', content: 'Sure! Here is the order.' } as const],
    ['another shape', { kind: 'answer', content: { order: [] } } as const],
    ['an answer that was cut off', { kind: 'answer', content: answer, finishReason: 'length' } as const],
    ['more than any answer needs', { kind: 'garbage', body: JSON.stringify(whole).padEnd(2_100_000) } as const],
    ['no choice at all', { kind: 'garbage', body: '{}' } as const],
  ])('fails with INVALID_OUTPUT on %s', async (_name, reply) => {
    server.script(() => reply)
    expect((await failure()).kind).toBe('INVALID_OUTPUT')
  })

  test.each([
    ['RATE_LIMIT', 429, 0],
    ['PROVIDER_ERROR', 503, 0],
    ['PROVIDER_ERROR', 400, null],
  ] as const)(
    'fails with %s on status %i, asked once, without the text of the provider',
    async (kind, status, retryAfterMs) => {
      server.script(() => ({ kind: 'status', status }))
      const before = server.requests.length
      const error = await failure()
      expect(error).toMatchObject({ kind, retryAfterMs })
      expect(error.message).not.toContain('scripted failure')
      expect(server.requests.length - before).toBe(1)
    },
  )
})
