import type { Embedder } from './embeddings.ts'
import type { OrderModel } from './model.ts'

/** The models this process uses, chosen once from the configuration. */
export interface Models {
  /** Asked first. */
  readonly order: OrderModel
  /** Asked in its place when the tenant's budget has no room for it; null when none is configured. */
  readonly cheaper: OrderModel | null
  /** Answers when the first one cannot: the built-in one, which cannot fail. */
  readonly net: OrderModel
  /** Longest wait for one answer before the net answers. */
  readonly timeoutMs: number
  readonly embedder: Embedder
}
