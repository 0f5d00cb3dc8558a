import type { Ctx } from '../../platform/context.ts'
import { ModelFailure, type ModelUsage } from '../../platform/ai/model.ts'
import type { TextModel, WriteRequest } from '../../platform/ai/text-model.ts'
import { reserve, settle } from '../../spending/index.ts'
import { callRecord, type CallRecord } from '../read-order.ts'

/** What a text grows by, and what it came to. */
export type WrittenPart =
  | { readonly kind: 'WORDS'; readonly text: string }
  /** What came so far is void: its model failed, another one begins. */
  | { readonly kind: 'ANEW' }
  | {
      readonly kind: 'END'
      /** Places of the passages it says it used, counted from 1. */
      readonly cited: readonly number[]
    }

/** How a text is written by the phrases that Parley brings along, where no language model can. */
export interface OwnWords {
  /** Names this way of writing, as a model's name would. */
  readonly model: string
  readonly text: string
  readonly cited: readonly number[]
}

/**
 * Has a text written by the configured language model, within its time limit and the tenant's budget; by the cheaper one
 * when the budget has no room, and in Parley's own words when neither can or one fails. Words are passed on as they come.
 * Left before its end, or by the signal, the call is given up, and what it may have cost is booked.
 *
 * Talks to the network: never call it inside a transaction.
 *
 * @param calls every call made is added here, in order, also the one that is given up
 */
export async function* writeText(
  ctx: Ctx,
  request: WriteRequest,
  own: OwnWords,
  signal: AbortSignal,
  calls: CallRecord[],
): AsyncGenerator<WrittenPart> {
  const writers = ctx.models.writers ?? []
  const first = writers[0]?.name ?? null
  for (const model of writers) {
    const reservation = await reserve(ctx, BigInt(model.estimateMicroUsd(request)))
    const fallbackFor = model.name === first ? null : first
    if (reservation === null) {
      calls.push({ ...callRecord('BUDGET', model.name), fallbackFor, error: 'The budget of this month has no room.' })
      continue
    }
    const asked = ask(ctx, model, request, signal)
    try {
      for await (const text of asked.words) yield { kind: 'WORDS', text }
    } finally {
      const { usage, error, name } = asked.outcome()
      const [latencyMs, message] = [asked.latencyMs(), error?.message ?? null]
      calls.push({ ...callRecord(error?.kind ?? 'OK', name), ...usage, fallbackFor, latencyMs, error: message })
      await settle(ctx, reservation, BigInt(usage.costMicroUsd))
    }
    if (signal.aborted) return
    const { error, cited } = asked.outcome()
    if (error === null) return yield { kind: 'END', cited }
    ctx.log.warn({ model: model.name, outcome: error.kind, err: error.cause }, 'model failed')
    if (asked.hasWritten()) yield { kind: 'ANEW' }
    break
  }
  calls.push({ ...callRecord('OK', own.model), fallbackFor: first })
  yield { kind: 'WORDS', text: own.text }
  yield { kind: 'END', cited: own.cited }
}

/** One call; how it ended is known when its words have ended, for whatever reason. */
function ask(ctx: Ctx, model: TextModel, request: WriteRequest, signal: AbortSignal) {
  const startedAt = ctx.clock.now().getTime()
  let written = ''
  let cited: readonly number[] = []
  let name = model.name
  let usage: ModelUsage | null = null
  let error: ModelFailure | null = null

  async function* words() {
    const timeout = AbortSignal.timeout(ctx.models.timeoutMs)
    try {
      for await (const part of model.write(request, AbortSignal.any([signal, timeout]))) {
        if (part.kind === 'WORDS') {
          written += part.text
          yield part.text
        } else {
          usage = part.usage
          cited = part.cited
          name = part.model
        }
      }
    } catch (thrown) {
      const failure =
        thrown instanceof ModelFailure
          ? thrown
          : new ModelFailure('PROVIDER_ERROR', 'The model failed.', { cause: thrown })
      usage = failure.usage
      // Whoever left makes it end like this; that is no failure of the model.
      if (!signal.aborted) error = failure
    }
  }
  return {
    words: words(),
    hasWritten: () => written !== '',
    latencyMs: () => Math.max(0, ctx.clock.now().getTime() - startedAt),
    outcome: () => ({ usage: usage ?? model.usageAtMost(request, written), error, cited, name }),
  }
}

const figure = /\d[\d.,]*\d|\d/g
const linkOrAddress = /(?:https?:\/\/|www\.)[^\s<>"']+|[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu

/**
 * Figures, links and addresses of a reply that stand in nothing it was made from: what a person looks at before sending.
 * In the order of the text, each once.
 */
export function unsupportedIn(text: string, sources: readonly string[]): string[] {
  const known = sources.join('\n')
  const links = (text.match(linkOrAddress) ?? []).map((link) => link.replace(/[.,;:!?)]+$/, ''))
  const lower = known.toLowerCase()
  const strangeLinks = links.filter((link) => !lower.includes(link.toLowerCase()))
  const figures = new Set((known.match(figure) ?? []).map(digitsOf))
  const strangeFigures = (text.replace(linkOrAddress, ' ').match(figure) ?? []).filter(
    (one) => !figures.has(digitsOf(one)),
  )
  return [...new Set([...strangeLinks, ...strangeFigures])].toSorted((a, b) => text.indexOf(a) - text.indexOf(b))
}

/** `12.500`, `12,500` and `12500` are one number, and so are `2` and `2.0`. */
function digitsOf(one: string): string {
  return one.replace(/[.,]0{1,2}$/, '').replace(/[.,]/g, '')
}
