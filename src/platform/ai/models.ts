import { lexicalEmbedder } from './embeddings-lexical.ts'
import type { Embedder } from './embeddings.ts'
import type { OrderModel } from './model.ts'
import type { TextModel } from './text-model.ts'

/** The models this process uses, chosen once from the configuration. */
export interface Models {
  /** Asked first. */
  readonly order: OrderModel
  /** Asked in its place when the tenant's budget has no room for it; null when none is configured. */
  readonly cheaper: OrderModel | null
  /** Answers when the first one cannot: the built-in one, which cannot fail. */
  readonly net: OrderModel
  /** Write drafts of replies and summaries, in the order in which they are asked; left out: Parley's own phrases alone. */
  readonly writers?: readonly TextModel[]
  /** Longest wait for one answer before the net answers. */
  readonly timeoutMs: number
  /** Embeds the knowledge base of tenants that did not choose another. */
  readonly embedder: Embedder
  /** Any model of the provider by its name; absent without a provider. */
  readonly otherEmbedder?: (model: string) => Embedder
}

/** The embedder with this name; null when nobody here can be asked for it. */
export function embedderFor({ embedder, otherEmbedder }: Models, model: string): Embedder | null {
  if (embedder.model === model) return embedder
  if (lexicalEmbedder.model === model) return lexicalEmbedder
  return otherEmbedder === undefined || model.trim() === '' ? null : otherEmbedder(model)
}

/** The models that this server can ask to read orders, by name. */
export function modelNames({ order, cheaper, net }: Models): string[] {
  return [...new Set([order.name, ...(cheaper === null ? [] : [cheaper.name]), net.name])]
}

/** The one with this name; null when the server has none. */
export function modelNamed({ order, cheaper, net }: Models, name: string): OrderModel | null {
  return [order, cheaper, net].find((model) => model?.name === name) ?? null
}
