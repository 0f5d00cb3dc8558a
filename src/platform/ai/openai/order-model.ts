import OpenAI from 'openai'
import type { CatalogProduct } from '../offline/index.ts'
import type { ModelAnswer, ModelUsage, OrderModel, ReadOrderRequest } from '../model.ts'
import { ModelFailure, noUsage } from '../model.ts'
import {
  orderAnswer,
  orderAnswerFormat,
  orderQuestion,
  readOrderInstructions,
  type OrderQuestion,
} from './order-prompt.ts'
import { hidePersonalData, type HiddenRequest } from './hide-personal-data.ts'
import { toReading } from './to-reading.ts'

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
  /** Which products a model is shown for these messages; a large catalogue does not fit into a prompt. */
  readonly candidates: (request: ReadOrderRequest) => readonly CatalogProduct[]
}

const maxOutputTokens = 4_000

/** A language model behind the chat completions API with strict structured output. */
export function openAiOrderModel(options: OpenAiOptions): OrderModel {
  const client = new OpenAI({
    apiKey: options.apiKey,
    baseURL: options.baseUrl,
    maxRetries: 0,
    timeout: options.timeoutMs,
    fetch: fetchAtMost,
  })

  const priceMicroUsd = (inputTokens: number, outputTokens: number): number =>
    Math.ceil((inputTokens * options.inputPriceMicroUsd + outputTokens * options.outputPriceMicroUsd) / 1_000_000)

  const usageOf = (completion: OpenAI.ChatCompletion): ModelUsage => {
    const inputTokens = completion.usage?.prompt_tokens ?? 0
    const outputTokens = completion.usage?.completion_tokens ?? 0
    return { inputTokens, outputTokens, costMicroUsd: priceMicroUsd(inputTokens, outputTokens) }
  }

  // Put once, for the estimate and for each attempt.
  const questions = new WeakMap<ReadOrderRequest, OrderQuestion & { readonly hidden: HiddenRequest }>()
  const questionOf = (request: ReadOrderRequest) => {
    const known = questions.get(request)
    if (known !== undefined) return known
    const hidden = hidePersonalData(request)
    const question = { ...orderQuestion(options.candidates(request), hidden.request), hidden }
    questions.set(request, question)
    return question
  }

  return {
    name: options.model,
    // No tokenizer makes more tokens than there are bytes.
    estimateMicroUsd: (request) =>
      priceMicroUsd(
        Buffer.byteLength(readOrderInstructions(request.instructions) + questionOf(request).text),
        maxOutputTokens,
      ),
    async readOrder(request: ReadOrderRequest, signal: AbortSignal): Promise<ModelAnswer> {
      const question = questionOf(request)
      const completion = await complete(
        client,
        options.model,
        readOrderInstructions(request.instructions),
        question.text,
        signal,
      )
      const usage = usageOf(completion)
      const choice = completion.choices?.[0]
      if (choice === undefined) throw new ModelFailure('INVALID_OUTPUT', 'The model gave no answer.', { usage })
      if (choice.message.refusal) throw new ModelFailure('REFUSAL', 'The model refused to answer.', { usage })
      if (choice.finish_reason === 'content_filter') {
        throw new ModelFailure('CONTENT_FILTER', "The provider's content filter stopped the answer.", { usage })
      }
      if (choice.finish_reason === 'length') {
        throw new ModelFailure('INVALID_OUTPUT', 'The answer of the model was cut off.', { usage })
      }
      const answer = orderAnswer.safeParse(parseJson(choice.message.content))
      if (!answer.success) {
        throw new ModelFailure('INVALID_OUTPUT', 'The answer of the model is not of the agreed form.', {
          usage,
          cause: answer.error,
        })
      }
      const reading = toReading(answer.data, question.references, question.hidden.request)
      return { reading: question.hidden.restore(reading), usage, model: completion.model }
    },
  }
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

async function complete(client: OpenAI, model: string, instructions: string, question: string, signal: AbortSignal) {
  try {
    return await client.chat.completions.create(
      {
        model,
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: question },
        ],
        response_format: orderAnswerFormat,
        max_completion_tokens: maxOutputTokens,
      },
      { signal },
    )
  } catch (error) {
    throw asModelFailure(error)
  }
}

function asModelFailure(error: unknown): ModelFailure {
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

/** `retry-after-ms`, or `retry-after` in seconds; 0 when the provider says neither. */
function retryAfterMs(headers: Headers | undefined): number {
  const ms = Number(headers?.get('retry-after-ms') ?? Number.NaN)
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  const said = Number.isNaN(ms) ? seconds * 1_000 : ms
  return Number.isFinite(said) && said > 0 ? said : 0
}

function parseJson(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
