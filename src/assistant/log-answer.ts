import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { newId } from '../platform/ids.ts'
import type { CallRecord } from './read-order.ts'
import { aiResponses, type AiTask } from './tables.ts'

/**
 * Appends the calls of one question to the answers' log, in the transaction of what came of them.
 * @returns the id of the last one, which gave the answer
 */
export async function logAnswers(
  ctx: Ctx,
  tx: Tx,
  about: {
    conversationId: string
    messageIds: readonly string[]
    task: AiTask
    /** Of the shop's own prompt that the model was told. Default: null, none. */
    promptVersionId?: string | null
    /** The agent that was asked. Default: null, Parley's own way. */
    agentId?: string | null
  },
  calls: readonly CallRecord[],
  answer: { confidence: number | null; output: unknown },
): Promise<string> {
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
  await tx.insert(aiResponses).values(rows)
  const last = rows.at(-1)
  if (last === undefined) throw new Error('An answer is logged with at least one call.')
  return last.id
}
