import type { ChannelMessage } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import { statement, type Pending } from '../platform/db/statement.ts'
import { newId } from '../platform/ids.ts'
import { findPii, type PiiOptions } from '../platform/privacy/index.ts'

/**
 * What is to be written of the personal data in a message that came: nothing for a message without any.
 * @param privacy as the tenant has it
 */
export function newFindings(
  ctx: Ctx,
  messageId: string,
  { text }: Pick<ChannelMessage, 'text'>,
  privacy: PiiOptions,
): Pending<unknown>[] {
  const found = text === null ? [] : findPii(text, privacy)
  if (found.length === 0) return []
  // Never the value: it stands in the message alone, and goes with it.
  const findings = found.map(({ type, start, end, confidence, rule }) => ({
    id: newId('piiFinding'),
    type,
    label: rule?.label ?? null,
    rule_id: rule?.id ?? null,
    start,
    end,
    confidence,
  }))
  const { tenantId } = ctx
  return [insertFindings.with({ tenantId, messageId, findings: JSON.stringify(findings), now: ctx.clock.now() })]
}

const insertFindings = statement<{ tenantId: string; messageId: string; findings: string; now: Date }>(
  `/* newFindings */
  insert into pii_findings (tenant_id, id, message_id, type, label, rule_id, start_offset, end_offset, confidence,
    created_at, updated_at)
  select $tenantId, id, $messageId, type, label, rule_id, start, "end", confidence, $now, $now
  from jsonb_to_recordset($findings::text::jsonb)
    as found (id text, type text, label text, rule_id text, start integer, "end" integer, confidence double precision)`,
)
