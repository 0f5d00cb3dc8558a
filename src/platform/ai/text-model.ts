import type { PiiOptions } from '../privacy/index.ts'
import type { ModelUsage } from './model.ts'

/** What a model that writes for people is told. */
export interface WriteRequest {
  /** What is to be done; ours alone, no word of customers or documents in it. */
  readonly instructions: string
  /** What people wrote: data, hidden where it is personal. */
  readonly texts: readonly string[]
  /** The message to the model, with the texts as it may see them, in the order given. */
  readonly question: (shown: readonly string[]) => string
  /** How many passages it may cite by `[1]`, `[2]` …; the signs are taken out of what it writes. */
  readonly passageCount: number
  readonly privacy: PiiOptions
  /** Whether a model outside of this process is shown tokens in place of personal data. */
  readonly redacts: boolean
}

/** What a model gives while it writes: words to append, and at the end what it came to. */
export type TextPart =
  | { readonly kind: 'WORDS'; readonly text: string }
  | {
      readonly kind: 'END'
      /** Places of the passages that it says it used, counted from 1, each once. */
      readonly cited: readonly number[]
      readonly usage: ModelUsage
      /** The name that the answering model gives itself. */
      readonly model: string
    }

/** A language model that writes for people: drafts of replies, summaries. */
export interface TextModel {
  readonly name: string
  /** The most that one call with this request can cost, in millionths of a US dollar. */
  estimateMicroUsd(request: WriteRequest): number
  /** The most that a call can have used that was given up when these words had come: nobody tells how much it was. */
  usageAtMost(request: WriteRequest, written: string): ModelUsage
  /**
   * Ends with its END part. `return` gives it up, and so does the signal, which is then a TIMEOUT.
   * @throws ModelFailure for everything a model can do wrong, also in the middle; nothing else
   */
  write(request: WriteRequest, signal: AbortSignal): AsyncIterable<TextPart>
}
