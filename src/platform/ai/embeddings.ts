/** Length of the built-in vectors; the column that every passage has them in has it. */
export const embeddingDimensions = 384

/** Something that turns texts into vectors whose cosine says how alike the texts are. */
export interface Embedder {
  /** Stored beside every vector: vectors of different models are never compared. */
  readonly model: string
  /** Length of its vectors; null where the provider decides. */
  readonly dimensions: number | null
  /** Whether it sees likeness of meaning beyond shared words; then it weighs more beside full text. */
  readonly seesMeaning: boolean
  /** The most that one call with these texts can cost, in millionths of a US dollar; 0 for a model that costs nothing. */
  estimateMicroUsd(texts: readonly string[]): number
  /**
   * One vector of length 1 for each text, in their order.
   * @param used is told of each call that was paid for, also when a later one fails
   * @throws EmbeddingFailure for everything an embedder can do wrong; nothing else
   */
  embed(
    texts: readonly string[],
    signal: AbortSignal,
    used?: (usage: { readonly inputTokens: number; readonly costMicroUsd: number }) => void,
  ): Promise<Float32Array[]>
}

/** No usable vectors came. The message is ours and may be shown to staff; the provider's own is the cause. */
export class EmbeddingFailure extends Error {
  /** Whether the same texts may succeed later: a timeout, a busy or broken server; not a wrong key or model. */
  readonly retryable: boolean

  constructor(message: string, options: { retryable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.name = 'EmbeddingFailure'
    this.retryable = options.retryable
  }
}
