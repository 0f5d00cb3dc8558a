import type { PiiOptions } from '../privacy/index.ts'
import type { ModelUsage } from './model.ts'

/** What a model that writes to customers is told. Everything in it but the wish is data: nothing there is an instruction. */
export interface WriteReplyRequest {
  /** What was said, oldest first. */
  readonly messages: readonly { readonly from: 'CUSTOMER' | 'SHOP'; readonly text: string }[]
  /** The newest order of the conversation, in words; null when there is none. */
  readonly order: string | null
  /** What is still to be asked about that order; null when nothing is. */
  readonly openQuestion: string | null
  /** Passages of the shop's documents, the likeliest first; cited by their place, counted from 1. */
  readonly passages: readonly {
    readonly title: string
    readonly headingPath: readonly string[]
    readonly text: string
  }[]
  /** What the person who will send it wants it to say; null: what follows from the rest. */
  readonly wish: string | null
  /** BCP 47, the tenant's language; a hint only, the customer's own goes before. */
  readonly locale: string
  readonly privacy: PiiOptions
  /** Whether a model outside of this process is shown tokens in place of personal data. */
  readonly redacts: boolean
}

/** What a model gives while it writes: words to append, and at the end what it came to. */
export type ReplyPart =
  | { readonly kind: 'WORDS'; readonly text: string }
  | {
      readonly kind: 'END'
      /** Places of the passages that it says it used, counted from 1, each once. */
      readonly cited: readonly number[]
      readonly usage: ModelUsage
      /** The name that the answering model gives itself. */
      readonly model: string
    }

/** A language model that drafts replies for people to send. */
export interface ReplyModel {
  readonly name: string
  /** The most that one call with this request can cost, in millionths of a US dollar. */
  estimateMicroUsd(request: WriteReplyRequest): number
  /** The most that a call can have used that was given up when these words had come: nobody tells how much it was. */
  usageAtMost(request: WriteReplyRequest, written: string): ModelUsage
  /**
   * Ends with its END part. `return` gives it up, and so does the signal, which is then a TIMEOUT.
   * @throws ModelFailure for everything a model can do wrong, also in the middle; nothing else
   */
  writeReply(request: WriteReplyRequest, signal: AbortSignal): AsyncIterable<ReplyPart>
}
