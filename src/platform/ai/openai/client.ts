import OpenAI from 'openai'
import { ModelFailure, noUsage, type ModelUsage } from '../model.ts'

export interface OpenAiOptions {
  readonly apiKey: string
  /** Any server that speaks the OpenAI API: OpenAI, Ollama, vLLM … Ends with the version, e.g. `/v1`. */
  readonly baseUrl: string | null
  readonly model: string
  /** For the whole call; the job's own retry comes on top, so the package's retries are off. */
  readonly timeoutMs: number
  /** In millionths of a US dollar for a million tokens. */
  readonly inputPriceMicroUsd: number
  readonly outputPriceMicroUsd: number
}

export function openAiClient({ apiKey, baseUrl, timeoutMs }: OpenAiOptions): OpenAI {
  return new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0, timeout: timeoutMs, fetch: fetchAtMost })
}

/** In millionths of a US dollar, rounded up. */
export function priceMicroUsd(options: OpenAiOptions, inputTokens: number, outputTokens: number): number {
  const { inputPriceMicroUsd, outputPriceMicroUsd } = options
  return Math.ceil((inputTokens * inputPriceMicroUsd + outputTokens * outputPriceMicroUsd) / 1_000_000)
}

/** What the provider says was used; nothing when it says nothing. */
export function usageOf(options: OpenAiOptions, said: OpenAI.CompletionUsage | null | undefined): ModelUsage {
  const inputTokens = said?.prompt_tokens ?? 0
  const outputTokens = said?.completion_tokens ?? 0
  return { inputTokens, outputTokens, costMicroUsd: priceMicroUsd(options, inputTokens, outputTokens) }
}

/** Twenty times what the longest answer takes: what is longer is none, and must not fill the memory. */
const mostBytes = 2_000_000

/** `fetch` that gives a body up as soon as it is longer than any answer can be. */
async function fetchAtMost(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request)
  let bytes = 0
  const counted = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(part, controller) {
        bytes += part.byteLength
        if (bytes > mostBytes) controller.error(new AnswerTooLong())
        else controller.enqueue(part)
      },
    }),
  )
  const { status, statusText, headers } = response
  return new Response(counted ?? null, { status, statusText, headers })
}

class AnswerTooLong extends Error {
  constructor() {
    super(`The answer of the model is longer than ${mostBytes} bytes.`)
    this.name = 'AnswerTooLong'
  }
}

/** What went wrong with a call, in the words of the answers' log. */
export function asModelFailure(thrown: unknown): ModelFailure {
  if (thrown instanceof ModelFailure) return thrown
  const error = withoutQuotes(thrown)
  if (error instanceof AnswerTooLong) return new ModelFailure('INVALID_OUTPUT', error.message, { cause: error })
  if (error instanceof OpenAI.APIConnectionTimeoutError || error instanceof OpenAI.APIUserAbortError) {
    return new ModelFailure('TIMEOUT', 'The model did not answer in time.', { cause: error, usage: noUsage })
  }
  if (error instanceof OpenAI.APIError && error.status !== undefined) {
    const { status } = error
    const isPassing = status === 429 || status === 408 || status >= 500
    return new ModelFailure(
      status === 429 ? 'RATE_LIMIT' : 'PROVIDER_ERROR',
      `The model's provider answered with status ${status}.`,
      { cause: error, retryAfterMs: isPassing ? retryAfterMs(error.headers) : null },
    )
  }
  return new ModelFailure('PROVIDER_ERROR', "The model's provider could not be reached.", {
    cause: error,
    retryAfterMs: 0,
  })
}

/** Providers repeat in their messages what they were asked, and causes are logged: what is left says enough. */
export function withoutQuotes(error: unknown): unknown {
  if (!(error instanceof OpenAI.APIError)) return error
  const facts = [error.status, error.code, error.type, error.requestID].filter((fact) => typeof fact !== 'object')
  error.message = `The provider said: ${facts.join(', ') || error.name}`
  return error
}

/** `retry-after-ms`, or `retry-after` in seconds; 0 when the provider says neither. */
function retryAfterMs(headers: Headers | undefined): number {
  const ms = Number(headers?.get('retry-after-ms') ?? Number.NaN)
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  const said = Number.isNaN(ms) ? seconds * 1_000 : ms
  return Number.isFinite(said) && said > 0 ? said : 0
}
