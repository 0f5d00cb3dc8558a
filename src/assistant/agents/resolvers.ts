import { actorOf } from '../../customers/index.ts'
import type * as gql from '../../generated/schema.ts'
import { descending, guard, page, read, reference, subscribeEvents } from '../../graphql/index.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Result } from '../../platform/results.ts'
import { tenantSettings } from '../../tenancy/index.ts'
import type { AssistantEventName } from '../events.ts'
import { resumeAssistant, stopAssistant } from './stop.ts'
import { agents } from './tables.ts'
import { createAgent, updateAgent } from './write.ts'

const switches = { 'ai.stopped': 'STOPPED', 'ai.resumed': 'RESUMED', 'ai.agent_changed': 'AGENT_CHANGED' } as const

export const agentResolvers = {
  Query: {
    agents: read(
      'assistant:read',
      page(agents, { where: () => undefined, orderBy: (row) => [descending(row.createdAt), descending(row.id)] }),
    ),
    assistantStoppedAt: guard('assistant:read', (_args: object, ctx) => stoppedAt(ctx)),
  },
  Mutation: {
    agentCreate: guard('assistant:configure', async (args: gql.MutationAgentCreateArgs, ctx) =>
      agentPayload(await createAgent(ctx, args.input, args.idempotencyKey ?? null)),
    ),
    agentUpdate: guard('assistant:configure', async (args: gql.MutationAgentUpdateArgs, ctx) =>
      agentPayload(await updateAgent(ctx, args.id, args.input, args.expectedVersion ?? null)),
    ),
    assistantStop: guard('assistant:configure', async ({ reason }: gql.MutationAssistantStopArgs, ctx) =>
      switchPayload(ctx, await stopAssistant(ctx, { reason })),
    ),
    assistantResume: guard('assistant:configure', async (_args: object, ctx) =>
      switchPayload(ctx, await resumeAssistant(ctx)),
    ),
  },
  Subscription: {
    assistantSwitched: subscribeEvents({
      access: 'assistant:read',
      types: Object.keys(switches) as AssistantEventName[],
      payload: ({ type, actor, subjectId, data }) => ({
        actor: actorOf(actor),
        type: switches[type as keyof typeof switches],
        agent: type === 'ai.agent_changed' ? reference(subjectId) : null,
        reason: null,
        ...data,
      }),
    }),
  },
}

function agentPayload(result: Result<{ agentId: string }>) {
  return result.ok ? { agent: reference(result.agentId), errors: [] } : { agent: null, errors: result.errors }
}

async function switchPayload(ctx: Ctx, result: Result<object>) {
  return { stoppedAt: await stoppedAt(ctx), errors: result.ok ? [] : result.errors }
}

function stoppedAt(ctx: Ctx): Promise<Date | null> {
  return ctx.db.withTenant(ctx.tenantId, async (tx) => (await tenantSettings(tx, ctx.tenantId)).assistantStoppedAt)
}
