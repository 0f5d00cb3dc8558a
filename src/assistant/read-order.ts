import { setTimeout as sleep } from 'node:timers/promises'
import type { Ctx } from '../platform/context.ts'
import { ModelFailure, noUsage, type ModelAnswer, type OrderModel, type Reading } from '../platform/ai/model.ts'
import type { ReadOrderRequest } from '../platform/ai/model.ts'
import { withinBudget } from '../spending/index.ts'
import { reasonOfFailure, type ReviewReason } from './reasons.ts'
import type { AiOutcome } from './tables.ts'

/** What one model call came to, in the words of the answers' log. */
export interface CallRecord {
  readonly outcome: AiOutcome
  readonly model: string
  readonly fallbackFor: string | null
  /** 1 at first. */
  readonly attempt: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly costMicroUsd: number
  readonly latencyMs: number
  readonly error: string | null
}

export interface OrderReadingResult {
  readonly reading: Reading
  /** Doubts about the model itself: it timed out, refused, answered garbage. The net's reading stands in then. */
  readonly reasons: readonly ReviewReason[]
  /** Every call made, in order; the last one gave the reading. */
  readonly calls: readonly CallRecord[]
}

const mostAttempts = 3
const firstPauseMs = 200

/**
 * Asks the configured model to read an order, within its time limit and the tenant's budget; when the budget has no
 * room, the cheaper model. When that fails in any way, or nothing paid fits the budget, the built-in model reads
 * instead and a reason says why, so that a person looks at it. Talks to the network: never call it inside a transaction.
 */
export async function readOrderFrom(ctx: Ctx, request: ReadOrderRequest): Promise<OrderReadingResult> {
  const { order, cheaper, net, timeoutMs } = ctx.models
  const calls: CallRecord[] = []
  let doubt: Pick<ReviewReason, 'code' | 'message'> = {
    code: 'BUDGET_EXHAUSTED',
    message: "The tenant's budget of this month has no room for a language model.",
  }
  for (const model of cheaper === null ? [order] : [order, cheaper]) {
    const fallbackFor = model === order ? null : order.name
    const asked = await withinBudget(ctx, model.estimateMicroUsd(request), async () => {
      const result = await ask(ctx, model, request, timeoutMs, fallbackFor)
      return { result, costMicroUsd: costOf(result.calls) }
    })
    if (asked === null) {
      calls.push({ ...callRecord('BUDGET', model.name), fallbackFor, error: 'The budget of this month has no room.' })
      continue
    }
    calls.push(...asked.calls)
    if (asked.answer !== null) return { reading: asked.answer.reading, reasons: [], calls }
    const { failure } = asked
    ctx.log.warn({ model: model.name, outcome: failure.kind, err: failure.cause }, 'model failed')
    doubt = { code: reasonOfFailure[failure.kind], message: failure.message }
    break
  }
  const last = await ask(ctx, net, request, timeoutMs, order.name)
  if (last.answer === null) throw last.failure
  return {
    reading: last.answer.reading,
    reasons: [{ ...doubt, linePosition: null }],
    calls: [...calls, ...last.calls],
  }
}

/** What calls cost together, in millionths of a US dollar. */
export function costOf(calls: readonly CallRecord[]): number {
  return calls.reduce((sum, call) => sum + call.costMicroUsd, 0)
}

type Asked =
  | { readonly answer: ModelAnswer; readonly failure: null; readonly calls: readonly CallRecord[] }
  | { readonly answer: null; readonly failure: ModelFailure; readonly calls: readonly CallRecord[] }

/** Asks one model, again after a failure that passes, until the time for all attempts together is up. */
async function ask(
  ctx: Ctx,
  model: OrderModel,
  request: ReadOrderRequest,
  timeoutMs: number,
  fallbackFor: string | null,
): Promise<Asked> {
  const signal = AbortSignal.timeout(timeoutMs)
  const giveUpAt = performance.now() + timeoutMs
  const calls: CallRecord[] = []
  for (let attempt = 1; ; attempt += 1) {
    const startedAt = ctx.clock.now().getTime()
    const latencyMs = () => Math.max(0, ctx.clock.now().getTime() - startedAt)
    try {
      const answer = await model.readOrder(request, signal)
      const said = { ...callRecord('OK', answer.model), ...answer.usage, fallbackFor, attempt, latencyMs: latencyMs() }
      return { answer, failure: null, calls: [...calls, said] }
    } catch (error) {
      const failure = asFailure(error)
      const { kind, usage, message, retryAfterMs } = failure
      const said = { ...callRecord(kind, model.name), ...usage, fallbackFor, attempt, latencyMs: latencyMs() }
      calls.push({ ...said, error: message })
      // Full jitter: those who failed together do not come back together.
      const pauseMs = Math.max(retryAfterMs ?? 0, Math.random() * firstPauseMs * 2 ** attempt)
      const isWorthIt = retryAfterMs !== null && attempt < mostAttempts && performance.now() + pauseMs < giveUpAt
      if (!isWorthIt) return { answer: null, failure, calls }
      await sleep(pauseMs)
    }
  }
}

/** A first call that used nothing. */
export function callRecord(outcome: AiOutcome, model: string): CallRecord {
  return { outcome, model, fallbackFor: null, attempt: 1, ...noUsage, latencyMs: 0, error: null }
}

function asFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error
  return new ModelFailure('PROVIDER_ERROR', 'The model failed.', { cause: error })
}
