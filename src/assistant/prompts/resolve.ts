import { and, desc, eq, sql } from 'drizzle-orm'
import { renderTemplate } from '../../platform/ai/prompt-template.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { TenantRow } from '../../tenancy/index.ts'
import type { AgentTask } from '../agents/tables.ts'
import { shareOf } from './share.ts'
import { promptReleases, prompts, promptVersions, type PromptLevel } from './tables.ts'
import { promptValues } from './values.ts'

/** The prompt that holds for one question to a model. */
export interface ResolvedPrompt {
  readonly level: PromptLevel
  readonly versionId: string
  /** The template's words, ready for a model. */
  readonly text: string
}

export interface PromptQuestion {
  readonly task: AgentTask
  /** What a version sticks to; a preview gives any text of its own. */
  readonly conversationId: string
  /** Whose own prompt goes before the tenant's; null where nobody asks for themselves. */
  readonly userId: string | null
}

/**
 * The version that is in force for a conversation: of the person's own prompt, else of the tenant's; null where neither
 * has released one, so that Parley's own words hold.
 */
export async function resolvePrompt(
  ctx: Ctx,
  tx: Tx,
  tenant: TenantRow,
  { task, conversationId, userId }: PromptQuestion,
): Promise<ResolvedPrompt | null> {
  const released = await tx
    .selectDistinctOn([promptReleases.promptId], { level: prompts.level, shares: promptReleases.shares })
    .from(promptReleases)
    .innerJoin(prompts, and(eq(prompts.tenantId, promptReleases.tenantId), eq(prompts.id, promptReleases.promptId)))
    .where(
      and(eq(prompts.tenantId, ctx.tenantId), eq(prompts.task, task), sql`${prompts.userId} in ('', ${userId ?? ''})`),
    )
    .orderBy(promptReleases.promptId, desc(promptReleases.number))
  const own = released.toSorted((a, b) => Number(b.level === 'USER') - Number(a.level === 'USER'))
  const chosen = own.find(({ shares }) => shares.length > 0)
  const share = chosen === undefined ? null : shareOf(chosen.shares, conversationId)
  if (chosen === undefined || share === null) return null
  const text = await promptText(ctx, tx, tenant, share.versionId)
  return text === null ? null : { level: chosen.level, versionId: share.versionId, text }
}

/** The words of one version, released or not; null when it is not there. */
export async function promptText(ctx: Ctx, tx: Tx, tenant: TenantRow, versionId: string): Promise<string | null> {
  const [version] = await tx
    .select({ template: promptVersions.template, variables: promptVersions.variables })
    .from(promptVersions)
    .where(and(eq(promptVersions.tenantId, ctx.tenantId), eq(promptVersions.id, versionId)))
  if (version === undefined) return null
  return renderTemplate(version.template, promptValues(tenant, version.variables, ctx.clock.now()))
}
