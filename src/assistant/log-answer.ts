import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { insertRow } from '../platform/db/rows.ts'
import { send, type Pending } from '../platform/db/statement.ts'
import { together } from '../platform/db/together.ts'
import { newId } from '../platform/ids.ts'
import type { CallRecord } from './read-order.ts'
import { aiResponses, type AiTask } from './tables.ts'

export interface AnswerAbout {
  readonly conversationId: string
  readonly messageIds: readonly string[]
  readonly task: AiTask
  /** Of the shop's own prompt that the model was told. Default: null, none. */
  readonly promptVersionId?: string | null
  /** The agent that was asked. Default: null, Parley's own way. */
  readonly agentId?: string | null
}

/** `output` is null while there is none. */
export interface AnswerGiven {
  readonly confidence: number | null
  readonly output: unknown
}

/**
 * Appends the calls of one question to the answers' log, in the transaction of what came of them.
 * @returns the id of the last one, which gave the answer
 */
export async function logAnswers(
  ctx: Ctx,
  tx: Tx,
  about: AnswerAbout,
  calls: readonly CallRecord[],
  answer: AnswerGiven,
): Promise<string> {
  const { id, statements } = newAnswers(ctx, about, calls, answer)
  await together(statements.map((one) => send(tx, one)))
  return id
}

/** The same as statements to be sent by the caller, before what refers to the answer. */
export function newAnswers(
  ctx: Ctx,
  about: AnswerAbout,
  calls: readonly CallRecord[],
  answer: AnswerGiven,
): { readonly id: string; readonly statements: readonly Pending<void>[] } {
  const rows = calls.map((call, index) => {
    const answered = index === calls.length - 1
    return {
      tenantId: ctx.tenantId,
      id: newId('aiResponse'),
      conversationId: about.conversationId,
      messageIds: [...about.messageIds],
      task: about.task,
      agentId: about.agentId ?? null,
      promptVersionId: about.promptVersionId ?? null,
      ...call,
      costMicroUsd: BigInt(call.costMicroUsd),
      confidence: answered ? answer.confidence : null,
      output: answered ? answer.output : null,
      createdAt: ctx.clock.now(),
    }
  })
  const last = rows.at(-1)
  if (last === undefined) throw new Error('An answer is logged with at least one call.')
  return { id: last.id, statements: rows.map((row) => insertRow(aiResponses, 'logAnswers', row)) }
}
