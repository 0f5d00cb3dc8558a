import type OpenAI from 'openai'
import { redact } from '../../privacy/index.ts'
import { ModelFailure, type ModelUsage } from '../model.ts'
import type { TextModel, TextPart, WriteRequest } from '../text-model.ts'
import { asModelFailure, openAiClient, priceMicroUsd, usageOf, type OpenAiOptions } from './client.ts'
import { streamedWords } from './streamed-words.ts'

/** Some 3,000 characters: more than one message of WhatsApp needs. */
const maxOutputTokens = 1_000

/** A language model behind the chat completions API whose words are passed on as they come. */
export function openAiTextModel(options: OpenAiOptions): TextModel {
  const client = openAiClient(options)
  const inputTokensAtMost = (request: WriteRequest) =>
    // No tokenizer makes more tokens than there are bytes.
    Buffer.byteLength(request.instructions + hidden(request).question)

  const usageAtMost = (request: WriteRequest, written: string): ModelUsage => {
    const [inputTokens, outputTokens] = [
      inputTokensAtMost(request),
      Math.min(Buffer.byteLength(written), maxOutputTokens),
    ]
    return { inputTokens, outputTokens, costMicroUsd: priceMicroUsd(options, inputTokens, outputTokens) }
  }

  return {
    name: options.model,
    estimateMicroUsd: (request) => priceMicroUsd(options, inputTokensAtMost(request), maxOutputTokens),
    usageAtMost,
    async *write(request, signal): AsyncGenerator<TextPart> {
      const { question, restore } = hidden(request)
      const words = streamedWords(request.passageCount, restore)
      let written = ''
      let model = options.model
      let usage: ModelUsage | null = null
      let finish: OpenAI.ChatCompletionChunk.Choice['finish_reason'] = null
      const used = () => usage ?? usageAtMost(request, written)
      try {
        const stream = await client.chat.completions.create(
          {
            model: options.model,
            messages: [
              { role: 'system', content: request.instructions },
              { role: 'user', content: question },
            ],
            stream: true,
            stream_options: { include_usage: true },
            max_completion_tokens: maxOutputTokens,
          },
          { signal },
        )
        for await (const chunk of stream) {
          model = chunk.model
          if (chunk.usage) usage = usageOf(options, chunk.usage)
          const [choice] = chunk.choices
          if (choice === undefined) continue
          if (choice.delta.refusal) throw new ModelFailure('REFUSAL', 'The model refused to answer.', { usage: used() })
          finish = choice.finish_reason ?? finish
          const text = words.push(choice.delta.content ?? '')
          written += text
          if (text !== '') yield { kind: 'WORDS', text }
        }
      } catch (error) {
        const failure = asModelFailure(error)
        if (written === '' || error instanceof ModelFailure) throw failure
        throw new ModelFailure(failure.kind, failure.message, { cause: error, usage: used() })
      }
      // The package ends the stream in silence when it is given up.
      if (signal.aborted) throw new ModelFailure('TIMEOUT', 'The model did not answer in time.', { usage: used() })
      const broken = brokenBy(finish)
      if (broken !== null) throw new ModelFailure(broken.kind, broken.message, { usage: used() })
      const rest = words.end()
      written += rest
      if (written.trim() === '')
        throw new ModelFailure('INVALID_OUTPUT', 'The model gave no answer.', { usage: used() })
      if (rest !== '') yield { kind: 'WORDS', text: rest }
      yield { kind: 'END', cited: words.cited, usage: used(), model }
    },
  }
}

/** Why what came is not the whole answer; null when it is. */
function brokenBy(
  finish: OpenAI.ChatCompletionChunk.Choice['finish_reason'],
): Pick<ModelFailure, 'kind' | 'message'> | null {
  if (finish === 'stop') return null
  if (finish === 'content_filter') {
    return { kind: 'CONTENT_FILTER', message: "The provider's content filter stopped the answer." }
  }
  return { kind: 'INVALID_OUTPUT', message: 'The answer of the model was cut off.' }
}

/** What may be shown of a request, and the way back for the words that come of it. */
interface Hidden {
  readonly question: string
  readonly restore: (text: string) => string
}

// Put once, for the estimate and for the call.
const known = new WeakMap<WriteRequest, Hidden>()

function hidden(request: WriteRequest): Hidden {
  const before = known.get(request)
  if (before !== undefined) return before
  const made = hide(request)
  known.set(request, made)
  return made
}

/** The question with tokens in place of personal data; as it is where the tenant lets it be seen. */
function hide({ texts, question, redacts, privacy }: WriteRequest): Hidden {
  if (!redacts) return { question: question(texts), restore: (text) => text }
  // What one of them shows to be personal is hidden in all of them.
  const { texts: shown, restore } = redact(texts, privacy)
  return { question: question(shown.map(({ text }) => text)), restore }
}
