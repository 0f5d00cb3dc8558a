import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EmbeddingFailure, embeddingDimensions } from '../../src/platform/ai/embeddings.ts'
import { lexicalEmbedder } from '../../src/platform/ai/embeddings-lexical.ts'
import { openAiEmbedder } from '../../src/platform/ai/embeddings-openai.ts'
import { startModelServer, type ModelServer } from '../kit/model-server.ts'

const never = new AbortController().signal

function cosine(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0)
}

describe('the lexical embedder', () => {
  const embed = (...texts: string[]) => lexicalEmbedder.embed(texts, never)

  test('is named as what it is, and answers with vectors of length 1 for any text', async () => {
    expect(lexicalEmbedder.model).toBe('lexical-hash-384-v1')
    for (const vector of await embed('two boxes of milk', '', '🧀', 'the')) {
      expect(vector.length).toBe(embeddingDimensions)
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
    }
  })

  test('gives the same text the same vector, and texts that share words or misspell them near ones', async () => {
    const [text, again, inflected, misspelt, other] = await embed(
      'When do you deliver mattresses?',
      'When do you deliver mattresses?',
      'delivery of a mattress',
      'wen do you delivr matresses',
      'Cash is accepted in the shop',
    )
    if (!text || !again || !inflected || !misspelt || !other) throw new Error('a vector is missing')
    expect(cosine(text, again)).toBeCloseTo(1, 5)
    expect(cosine(text, inflected)).toBeGreaterThan(0.5)
    expect(cosine(text, misspelt)).toBeGreaterThan(0.25)
    expect(Math.abs(cosine(text, other))).toBeLessThan(0.2)
  })

  test('stops when it is told to', async () => {
    const texts = Array.from({ length: 1_000 }, () => 'text')
    await expect(lexicalEmbedder.embed(texts, AbortSignal.abort())).rejects.toThrow(EmbeddingFailure)
  })
})

describe("a provider's embedder", () => {
  let server: ModelServer
  beforeAll(async () => {
    server = await startModelServer()
  })
  afterAll(() => server.stop())

  const embedder = (timeoutMs = 2_000) =>
    openAiEmbedder({ apiKey: 'test', baseUrl: server.url, model: 'small', timeoutMs, priceMicroUsd: 20_000 })
  const vector = (first: number) => [first, ...Array.from({ length: embeddingDimensions - 1 }, () => 0)]
  const answer = (data: unknown) => ({ kind: 'garbage' as const, body: JSON.stringify({ object: 'list', data }) })
  const inputsOf = (body: unknown) => (body as { input: string[] }).input

  test('asks in batches, and gives vectors of length 1 in the order of the texts', async () => {
    const sizes: number[] = []
    server.script(({ body, path }) => {
      expect(path).toBe('/v1/embeddings')
      expect(body).toEqual({ model: 'small', input: inputsOf(body), encoding_format: 'float' })
      sizes.push(inputsOf(body).length)
      const data = inputsOf(body).map((text, index) => ({ index, embedding: vector(text === 'minus' ? -3 : 2) }))
      return answer(data.toReversed())
    })
    const texts = ['minus', ...Array.from({ length: 99 }, () => 'plus')]
    const vectors = await embedder().embed(texts, never)
    expect(sizes).toEqual([64, 36])
    expect(vectors.map(([first]) => first)).toEqual([-1, ...Array.from({ length: 99 }, () => 1)])
  })

  test.for([
    { case: 'too few vectors', data: [], message: 'one vector for each text', retryable: true },
    {
      case: 'no dimensions',
      data: [{ index: 0, embedding: [] }],
      message: 'vectors of 0 dimensions',
      retryable: false,
    },
    { case: 'no numbers', data: [{ index: 0, embedding: ['x'] }], message: 'no vector', retryable: true },
    { case: 'a foreign index', data: [{ index: 7, embedding: vector(1) }], message: 'mixed up', retryable: true },
  ])('refuses $case', async ({ data, message, retryable }) => {
    server.script(() => answer(data))
    const failure = await embedder()
      .embed(['text'], never)
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(EmbeddingFailure)
    expect(failure).toMatchObject({ message: expect.stringContaining(message), retryable })
  })

  test.for([
    { status: 401, retryable: false },
    { status: 400, retryable: false },
    { status: 429, retryable: true },
    { status: 503, retryable: true },
  ])('asks once, and says whether status $status is worth another attempt', async ({ status, retryable }) => {
    server.script(() => ({ kind: 'status', status }))
    const before = server.requests.length
    const failure = await embedder()
      .embed(['text'], never)
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ message: expect.stringContaining(`status ${status}`), retryable })
    expect(server.requests.length - before).toBe(1)
  })

  test('does not wait for ever', async () => {
    server.script(() => ({ kind: 'silence' }))
    const failure = await embedder(50)
      .embed(['text'], never)
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ message: expect.stringContaining('in time'), retryable: true })
  })

  test('says so when the server is not there', async () => {
    const nowhere = openAiEmbedder({
      priceMicroUsd: 0,
      apiKey: 'test',
      baseUrl: 'http://127.0.0.1:9/v1',
      model: 'small',
      timeoutMs: 2_000,
    })
    const failure = await nowhere.embed(['text'], never).catch((error: unknown) => error)
    expect(failure).toMatchObject({ message: expect.stringContaining('could not be reached'), retryable: true })
  })
})
