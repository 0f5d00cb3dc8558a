import type { AgentRules, Answer, OrderReadingResult, ResolvedPrompt } from '../../assistant/index.ts'
import type { LoadedCatalog } from '../../catalog/index.ts'
import type { Turn } from '../../conversations/index.ts'
import type { OrderExample } from '../../platform/ai/model.ts'
import type { InputMessage, LearnedPhrase, TextSpan } from '../../platform/ai/offline/index.ts'
import type { PiiOptions } from '../../platform/privacy/index.ts'
import type { OpenOrder } from '../amend.ts'
import type { NextLines } from './next-lines.ts'
import type { PastOrder } from '../past-orders.ts'
import type { OrderChangeKind } from '../tables.ts'

/** What is known before the model is asked about a turn. */
export interface TurnStart {
  readonly turn: Turn
  /** What the assistant may do here. */
  readonly rules: AgentRules
  readonly open: OpenOrder | null
  readonly locale: string
  readonly privacy: PiiOptions
  readonly redacts: boolean
  /** The shop's own prompt, where a language model reads and the shop has released one; else null. */
  readonly prompt: ResolvedPrompt | null
  readonly catalog: LoadedCatalog
  readonly learned: readonly LearnedPhrase[]
  readonly examples: readonly OrderExample[]
  /** What is known of the customer; empty where no language model reads. */
  readonly facts: readonly string[]
  /** Where the customer means an earlier order: which words say so, and what they had confirmed; else null. */
  readonly history: { readonly words: readonly TextSpan[]; readonly orders: readonly PastOrder[] } | null
  /** Where they may change or take back what is confirmed already: that order, as if nobody had doubted it. */
  readonly confirmed: OpenOrder | null
}

/** What the turn means, before anything of it is written. */
export interface TurnReading {
  readonly result: OrderReadingResult
  readonly next: NextLines
  readonly confidence: number
  /** The earlier order that is meant. */
  readonly repeatsOrderId: string | null
  readonly isAgain: boolean
  /** Whether there is anything to order, or to change of an open order. */
  readonly hasOrder: boolean
  /** What is wanted of the confirmed order; null when nothing is. */
  readonly wantedChange: OrderChangeKind | null
  /** Null when nothing was asked, or nobody here may answer. */
  readonly answer: Answer | null
  /** Something was asked that people are to answer. */
  readonly isLeftQuestion: boolean
}

export function textsOf(turn: Turn): InputMessage[] {
  return turn.messages.flatMap(({ id, text }) => (text === null ? [] : [{ id, text }]))
}

export function textOf(turn: Turn): string {
  return turn.messages.flatMap(({ text }) => text ?? []).join('\n')
}
