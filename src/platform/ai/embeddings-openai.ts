import OpenAI from 'openai'
import { EmbeddingFailure, type Embedder } from './embeddings.ts'
import { normalised } from './embeddings-lexical.ts'
import { withoutQuotes } from './openai/client.ts'

export interface OpenAiEmbedderOptions {
  readonly apiKey: string
  /** Any server that speaks the OpenAI API; null is OpenAI itself. Ends with the version, e.g. `/v1`. */
  readonly baseUrl: string | null
  /** E.g. `text-embedding-3-small`, `all-minilm`; its vectors are taken in the length they come in. */
  readonly model: string
  /** For one batch. */
  readonly timeoutMs: number
  /** In millionths of a US dollar for a million tokens; 0 for a server of one's own. */
  readonly priceMicroUsd: number
}

/** Texts in one call; providers allow more, but a failed call is repeated as a whole. */
const batchSize = 64

/** A provider's embeddings API. Retries are the caller's: the job's, so the package's own are off. */
export function openAiEmbedder(options: OpenAiEmbedderOptions): Embedder {
  const { apiKey, baseUrl, model, timeoutMs, priceMicroUsd } = options
  const client = new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0, timeout: timeoutMs })

  const priceOf = (tokens: number): number => Math.ceil((tokens * priceMicroUsd) / 1_000_000)

  async function embedBatch(
    texts: readonly string[],
    signal: AbortSignal,
    used: Parameters<Embedder['embed']>[2],
  ): Promise<Float32Array[]> {
    const request: OpenAI.EmbeddingCreateParams = {
      model,
      input: [...texts],
      // The package would ask for base64, which not every server knows.
      encoding_format: 'float',
    }
    const answer = await client.embeddings.create(request, { signal }).catch((error: unknown) => {
      throw asEmbeddingFailure(error)
    })
    const inputTokens = tokensOf(answer)
    used?.({ inputTokens, costMicroUsd: priceOf(inputTokens) })
    return vectorsOf(answer, texts.length, model)
  }

  return {
    model,
    dimensions: null,
    seesMeaning: true,
    // No tokenizer makes more tokens than there are bytes; a call more for each batch's rounding up.
    estimateMicroUsd: (texts) =>
      priceMicroUsd === 0
        ? 0
        : priceOf(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)) + Math.ceil(texts.length / batchSize),
    async embed(texts, signal, used) {
      const vectors: Float32Array[] = []
      for (let from = 0; from < texts.length; from += batchSize) {
        vectors.push(...(await embedBatch(texts.slice(from, from + batchSize), signal, used)))
      }
      return vectors
    },
  }
}

/** What the provider says that it counted; untrusted like the rest. */
function tokensOf(answer: unknown): number {
  const tokens = (answer as { usage?: { prompt_tokens?: unknown } } | null)?.usage?.prompt_tokens
  return typeof tokens === 'number' && Number.isFinite(tokens) && tokens > 0 ? Math.ceil(tokens) : 0
}

/** More than any known model's. */
const longestVector = 8_192

/** The answer is untrusted: every text must have got one vector of finite numbers, all of the same length. */
function vectorsOf(answer: unknown, count: number, model: string): Float32Array[] {
  const data = (answer as { data?: unknown } | null)?.data
  if (!Array.isArray(data) || data.length !== count) {
    throw new EmbeddingFailure(`The model ${model} did not answer with one vector for each text.`, { retryable: true })
  }
  const vectors = new Map<unknown, Float32Array>()
  let length: number | null = null
  for (const [position, item] of data.entries()) {
    const { index = position, embedding } = (item ?? {}) as { index?: unknown; embedding?: unknown }
    if (!Array.isArray(embedding) || !embedding.every(Number.isFinite)) {
      throw new EmbeddingFailure(`The model ${model} answered with something that is no vector.`, { retryable: true })
    }
    length ??= embedding.length
    if (embedding.length !== length || length < 1 || length > longestVector) {
      const message = `The model ${model} answers with vectors of ${embedding.length} dimensions.`
      throw new EmbeddingFailure(message, { retryable: false })
    }
    vectors.set(index, normalised(Float32Array.from(embedding as number[])))
  }
  return Array.from({ length: count }, (_, index) => {
    const vector = vectors.get(index)
    if (vector !== undefined) return vector
    throw new EmbeddingFailure(`The model ${model} mixed up the order of its vectors.`, { retryable: true })
  })
}

function asEmbeddingFailure(thrown: unknown): EmbeddingFailure {
  const error = withoutQuotes(thrown)
  if (error instanceof OpenAI.APIConnectionTimeoutError || error instanceof OpenAI.APIUserAbortError) {
    return new EmbeddingFailure('The embedding model did not answer in time.', { retryable: true, cause: error })
  }
  if (error instanceof OpenAI.APIError && error.status !== undefined) {
    const retryable = error.status === 408 || error.status === 429 || error.status >= 500
    const message = `The provider of the embedding model answered with status ${error.status}.`
    return new EmbeddingFailure(message, { retryable, cause: error })
  }
  const message = 'The provider of the embedding model could not be reached.'
  return new EmbeddingFailure(message, { retryable: true, cause: error })
}
