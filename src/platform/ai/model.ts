import type { PiiOptions } from '../privacy/index.ts'
import type { Catalog, CurrentLine, InputMessage, LearnedPhrase, OrderReading, ReviewReason } from './offline/index.ts'

/** What a model is asked: one customer's recent messages read as one, against one tenant's catalogue. */
export interface ReadOrderRequest {
  readonly catalog: Catalog
  readonly messages: readonly InputMessage[]
  /** The lines of the order that is still open in this conversation; «make it three» is about these. */
  readonly currentLines: readonly CurrentLine[]
  /** What people taught about this customer's words, and about all customers'. */
  readonly learned: readonly LearnedPhrase[]
  /** Earlier messages with what people made of them, the likest first; a built-in reader needs none. */
  readonly examples: readonly OrderExample[]
  /** What is known of the customer, newest first; a built-in reader does not look at it. */
  readonly facts: readonly string[]
  /** How this shop wants its orders read, rendered from its prompt; null: as Parley does by itself. */
  readonly instructions: string | null
  /** BCP 47, the tenant's language; a hint only, customers write as they like. */
  readonly locale: string
  /** How the tenant's texts are searched for personal data. */
  readonly privacy: PiiOptions
  /** Whether a model outside of this process is shown tokens in place of personal data. */
  readonly redacts: boolean
}

/** A message of the past and the order that people made of it. */
export interface OrderExample {
  readonly text: string
  readonly lines: readonly {
    readonly productId: string
    readonly variantIds: readonly string[]
    readonly quantity: string
    readonly unit: string | null
    /** The words it was read from; '' when a person added it. */
    readonly quote: string
  }[]
}

export interface ModelUsage {
  readonly inputTokens: number
  readonly outputTokens: number
  /** In millionths of a US dollar. */
  readonly costMicroUsd: number
}

/** Doubts that only a language model's answer can raise: it named what it was not shown, or quoted what nobody wrote. */
export const modelReasonCodes = ['MODEL_UNKNOWN_PRODUCT', 'MODEL_NO_EVIDENCE'] as const
export type ModelReasonCode = (typeof modelReasonCodes)[number]

/** A reason of a reading, from any model. */
export type ReadingReason = Omit<ReviewReason, 'code'> & { readonly code: ReviewReason['code'] | ModelReasonCode }

/** A reading from any model. */
export type Reading = Omit<OrderReading, 'reasons'> & { readonly reasons: readonly ReadingReason[] }

export interface ModelAnswer {
  readonly reading: Reading
  readonly usage: ModelUsage
  /** The name the answering model gives itself, e.g. `offline-1` or `gpt-5-mini-2025-08-07`. */
  readonly model: string
}

/** Something that reads orders: the built-in offline model or a language model behind the OpenAI API. */
export interface OrderModel {
  readonly name: string
  /** The most that one call with this question can cost, in millionths of a US dollar; 0 for a model that costs nothing. */
  estimateMicroUsd(request: ReadOrderRequest): number
  /**
   * @throws ModelFailure for everything a model can do wrong; nothing else
   */
  readOrder(request: ReadOrderRequest, signal: AbortSignal): Promise<ModelAnswer>
}

export const modelFailureKinds = [
  'TIMEOUT',
  'RATE_LIMIT',
  'REFUSAL',
  'CONTENT_FILTER',
  'INVALID_OUTPUT',
  'PROVIDER_ERROR',
] as const
export type ModelFailureKind = (typeof modelFailureKinds)[number]

/** A model gave no usable answer. The message is ours and may be shown to staff; the provider's own is the cause. */
export class ModelFailure extends Error {
  readonly kind: ModelFailureKind
  readonly usage: ModelUsage
  /** When it is worth asking again, as the provider says; 0: at once, null: the same question will fail again. */
  readonly retryAfterMs: number | null

  constructor(
    kind: ModelFailureKind,
    message: string,
    options: { cause?: unknown; usage?: ModelUsage; retryAfterMs?: number | null } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'ModelFailure'
    this.kind = kind
    this.usage = options.usage ?? noUsage
    this.retryAfterMs = options.retryAfterMs ?? null
  }
}

export const noUsage: ModelUsage = { inputTokens: 0, outputTokens: 0, costMicroUsd: 0 }
