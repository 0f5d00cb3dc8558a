import { conversations } from '../../conversations/index.ts'
import type * as gql from '../../generated/schema.ts'
import { reference } from '../../graphql/index.ts'
import { builtInReadOrderPrompt } from '../../platform/ai/openai/order-prompt.ts'
import type { Ctx } from '../../platform/context.ts'
import { hasRow } from '../../platform/db/has-row.ts'
import { newId } from '../../platform/ids.ts'
import { tenantSettings } from '../../tenancy/index.ts'
import { resolvePrompt } from './resolve.ts'
import { givenVariables } from './values.ts'

/** What Parley tells models by itself. */
export const builtInPrompts = [
  { task: 'READ_ORDER' as const, template: builtInReadOrderPrompt, variables: [...givenVariables] },
]

/** The prompt that would be used now, with the values in their places; null when the conversation is not here. */
export async function promptInForce(ctx: Ctx, { task, conversationId }: gql.QueryPromptInForceArgs) {
  // A conversation is nobody's own; without one the caller asks for themselves.
  const userId = conversationId == null && ctx.actor.kind === 'USER' ? ctx.actor.id : null
  // Nobody tells the others anything of their own.
  if (task !== 'READ_ORDER' && task !== 'ANSWER_QUESTION') return null
  const resolved = await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    if (conversationId != null && !(await hasRow(ctx, tx, conversations, 'conversation', conversationId)))
      return undefined
    return resolvePrompt(ctx, tx, await tenantSettings(tx, ctx.tenantId), {
      task,
      conversationId: conversationId ?? newId('conversation'),
      userId,
    })
  })
  if (resolved === undefined) return null
  if (resolved !== null) {
    return { level: resolved.level, version: reference(resolved.versionId), text: resolved.text }
  }
  const builtIn = builtInPrompts.find((prompt) => prompt.task === task)
  return { level: 'GLOBAL' as const, version: null, text: builtIn?.template ?? '' }
}
