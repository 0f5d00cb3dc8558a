import type { ChannelType } from '../../generated/schema.ts'
import { modelNamed } from '../../platform/ai/models.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { selectRows } from '../../platform/db/rows.ts'
import { send, statement } from '../../platform/db/statement.ts'
import { together } from '../../platform/db/together.ts'
import { shareAssistantLock, type TenantRow } from '../../tenancy/index.ts'
import type { AiTask } from '../tables.ts'
import { isOpen, nextOpening } from './hours.ts'
import { agents, agentTools, type AgentRow, type AgentTool } from './tables.ts'

/** What the assistant may do in one conversation now. */
export interface AgentRules {
  /** Why it does nothing and people do; null when it may go on. */
  readonly handOver: 'STOPPED' | 'POLICY' | null
  /** When it is to look again instead; null: now. */
  readonly waitUntil: Date | null
  /** Who reads orders; null: Parley's own way. */
  readonly reader: AgentRow | null
  readonly may: ReadonlySet<AgentTool>
  /** Who answers questions from the knowledge base; null: Parley's own way, 'nobody': people do. */
  readonly answerer: AgentRow | null | 'nobody'
  readonly shadows: readonly AgentRow[]
  /** Changes with every change of an agent, and with a stop. */
  readonly seen: string
}

/** All agents of the tenant: a handful. */
export function loadAgents(ctx: Ctx, tx: Tx): Promise<AgentRow[]> {
  return send(tx, allAgents.with({ tenantId: ctx.tenantId }))
}

export const mostAgents = 20

const allAgents = selectRows<{ tenantId: string }, typeof agents>(
  agents,
  'loadAgents',
  `where tenant_id = $tenantId order by id limit ${mostAgents}`,
)

export function rulesFor(all: readonly AgentRow[], tenant: TenantRow, channel: ChannelType, now: Date): AgentRules {
  const reading = agentFor(all, 'READ_ORDER')
  const answering = agentFor(all, 'ANSWER_QUESTION')
  const reader = reading === 'off' ? null : reading
  const isHere = reader === null || reader.channels.length === 0 || reader.channels.includes(channel)
  const closed = reader !== null && !isOpen(reader.hours, tenant.timeZone, now)
  const opening = closed && reader.outsideHours === 'WAIT' ? nextOpening(reader.hours, tenant.timeZone, now) : null
  const isPolicy = reading === 'off' || !isHere || (closed && opening === null)
  return {
    handOver: tenant.assistantStoppedAt !== null ? 'STOPPED' : isPolicy ? 'POLICY' : null,
    waitUntil: opening,
    reader,
    may: new Set(reader?.may ?? agentTools),
    answerer: answering !== 'off' && mayAnswer(answering, tenant, channel, now) ? answering : 'nobody',
    shadows: all.filter(({ task, mode }) => task === 'READ_ORDER' && mode === 'SHADOW'),
    seen: seenAs(tenant.assistantStoppedAt !== null, all),
  }
}

/** The one that works; null: nobody was set up, so Parley's own way; 'off' when all that there were are switched off. */
function agentFor(all: readonly AgentRow[], task: AiTask): AgentRow | null | 'off' {
  const own = all.filter((agent) => agent.task === task && agent.mode !== 'SHADOW')
  return own.find(({ mode }) => mode === 'LIVE') ?? (own.length === 0 ? null : 'off')
}

function mayAnswer(agent: AgentRow | null, { timeZone }: TenantRow, channel: ChannelType, now: Date): boolean {
  if (agent === null) return true
  return (agent.channels.length === 0 || agent.channels.includes(channel)) && isOpen(agent.hours, timeZone, now)
}

const seenAs = (isStopped: boolean, all: readonly Pick<AgentRow, 'id' | 'version'>[]): string =>
  [String(isStopped), ...all.map(({ id, version }) => `${id}:${version}`)].join(' ')

/**
 * Whether what the rules said still holds. From here to the end of the transaction nobody changes it: whoever stops the
 * assistant, or changes an agent, waits.
 */
export async function stillHolds(ctx: Ctx, tx: Tx, { seen }: AgentRules): Promise<boolean> {
  const [, [now]] = await together([shareAssistantLock(ctx, tx), send(tx, seenNow.with({ tenantId: ctx.tenantId }))])
  return now?.seen === seen
}

const seenNow = statement<{ tenantId: string }, { seen: string }>(
  `/* stillHolds */
  select concat_ws(' ', case when assistant_stopped_at is null then 'false' else 'true' end,
    (select string_agg(id || ':' || version, ' ' order by id) from agents where tenant_id = $tenantId)) as seen
  from tenants where id = $tenantId`,
)

/** The services as this agent uses them: its model in place of the server's, while the server has it. */
export function asAgent(ctx: Ctx, reader: AgentRow | null): Ctx {
  const model = reader?.model == null ? null : modelNamed(ctx.models, reader.model)
  return model === null ? ctx : { ...ctx, models: { ...ctx.models, order: model, cheaper: null } }
}
