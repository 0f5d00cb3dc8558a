import type { ChannelMessage } from '../platform/channels/index.ts'
import type { Ctx } from '../platform/context.ts'
import { statement, type Pending } from '../platform/db/statement.ts'
import { newId } from '../platform/ids.ts'
import { findPii, regionOf } from '../platform/privacy/index.ts'

/**
 * What is to be written of the personal data in a message that came: nothing for a message without any. Telephone
 * numbers are read as the tenant's locale has them.
 */
export function newFindings(
  ctx: Ctx,
  messageId: string,
  { text }: Pick<ChannelMessage, 'text'>,
  locale: string,
): Pending<unknown>[] {
  const found = text === null ? [] : findPii(text, { region: regionOf(locale) })
  if (found.length === 0) return []
  // Never the value: it stands in the message alone, and goes with it.
  const findings = found.map(({ type, start, end, confidence }) => ({
    id: newId('piiFinding'),
    type,
    start,
    end,
    confidence,
  }))
  const { tenantId } = ctx
  return [insertFindings.with({ tenantId, messageId, findings: JSON.stringify(findings), now: ctx.clock.now() })]
}

const insertFindings = statement<{ tenantId: string; messageId: string; findings: string; now: Date }>(
  `/* newFindings */
  insert into pii_findings (tenant_id, id, message_id, type, start_offset, end_offset, confidence, created_at, updated_at)
  select $tenantId, id, $messageId, type, start, "end", confidence, $now, $now
  from jsonb_to_recordset($findings::text::jsonb)
    as found (id text, type text, start integer, "end" integer, confidence double precision)`,
)
