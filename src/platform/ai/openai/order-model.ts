import type OpenAI from 'openai'
import type { CatalogProduct } from '../offline/index.ts'
import { ModelFailure, type ModelAnswer, type OrderModel, type ReadOrderRequest } from '../model.ts'
import { asModelFailure, openAiClient, priceMicroUsd, usageOf, type OpenAiOptions } from './client.ts'
import {
  orderAnswer,
  orderAnswerFormat,
  orderQuestion,
  readOrderInstructions,
  type OrderQuestion,
} from './order-prompt.ts'
import { hidePersonalData, type HiddenRequest } from './hide-personal-data.ts'
import { toReading } from './to-reading.ts'

export interface OrderModelOptions extends OpenAiOptions {
  /** Which products a model is shown for these messages; a large catalogue does not fit into a prompt. */
  readonly candidates: (request: ReadOrderRequest) => readonly CatalogProduct[]
}

const maxOutputTokens = 4_000

/** A language model behind the chat completions API with strict structured output. */
export function openAiOrderModel(options: OrderModelOptions): OrderModel {
  const client = openAiClient(options)

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
        options,
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
      const usage = usageOf(options, completion.usage)
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

function parseJson(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
