import type { Services } from '../platform/context.ts'
import {
  ModelFailure,
  noUsage,
  type ModelAnswer,
  type OrderModel,
  type Reading,
  type ReadOrderRequest,
} from '../platform/ai/model.ts'
import { reasonOfFailure, type ReviewReason } from './reasons.ts'
import type { AiOutcome } from './tables.ts'

/** What one model call came to, in the words of the answers' log. */
export interface CallRecord {
  readonly outcome: AiOutcome
  readonly model: string
  readonly fallbackFor: string | null
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

/**
 * Asks the configured model to read an order, within its time limit. When it fails in any way, the built-in model
 * reads instead and a reason says why, so that a person looks at it. Talks to the network: never call it inside a
 * transaction.
 */
export async function readOrderFrom(services: Services, request: ReadOrderRequest): Promise<OrderReadingResult> {
  const { order, net, timeoutMs } = services.models
  const first = await call(services, order, request, timeoutMs)
  if (first.answer !== null) return { reading: first.answer.reading, reasons: [], calls: [first.record] }
  services.log.warn({ model: order.name, outcome: first.record.outcome, err: first.failure.cause }, 'model failed')
  const second = await call(services, net, request, timeoutMs)
  if (second.answer === null) throw second.failure
  return {
    reading: second.answer.reading,
    reasons: [{ code: reasonOfFailure[first.failure.kind], message: first.failure.message, linePosition: null }],
    calls: [first.record, { ...second.record, fallbackFor: order.name }],
  }
}

type Call =
  | { readonly answer: ModelAnswer; readonly failure: null; readonly record: CallRecord }
  | { readonly answer: null; readonly failure: ModelFailure; readonly record: CallRecord }

async function call(
  services: Services,
  model: OrderModel,
  request: ReadOrderRequest,
  timeoutMs: number,
): Promise<Call> {
  const startedAt = services.clock.now().getTime()
  const latencyMs = () => Math.max(0, services.clock.now().getTime() - startedAt)
  try {
    const answer = await model.readOrder(request, AbortSignal.timeout(timeoutMs))
    return { answer, failure: null, record: { ...record('OK', answer.model, latencyMs()), ...answer.usage } }
  } catch (error) {
    const failure = asFailure(error)
    const failed = { ...record(failure.kind, model.name, latencyMs()), ...failure.usage, error: failure.message }
    return { answer: null, failure, record: failed }
  }
}

function record(outcome: AiOutcome, model: string, latencyMs: number): CallRecord {
  return { outcome, model, fallbackFor: null, ...noUsage, latencyMs, error: null }
}

function asFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error
  return new ModelFailure('PROVIDER_ERROR', 'The model failed.', { cause: error })
}
