import { sql, type SQL } from 'drizzle-orm'
import { findPii, maskPii, regionOf, resolveOverlaps, type PiiType } from '../platform/privacy/index.ts'
import { tenants } from '../tenancy/index.ts'
import type { MessageDirection } from './states.ts'
import { piiFindings, type messages } from './tables.ts'

/** What `Message.maskedText` is made of. */
export interface MaskedTextSource {
  readonly direction: MessageDirection
  readonly text: string | null
  readonly locale: string
  /** What was found when the message came and nobody has dismissed since. */
  readonly findings: readonly StoredFinding[]
}

interface StoredFinding {
  readonly type: PiiType
  readonly label: string | null
  readonly start: number
  readonly end: number
  readonly confidence: number
}

/** The same as SQL expressions. */
export function maskedTextSource(message: typeof messages): Record<keyof MaskedTextSource, SQL> {
  return {
    direction: sql`${message.direction}`,
    text: sql`${message.text}`,
    locale: sql`(select own.locale from ${tenants} as own where own.id = ${message.tenantId})`,
    findings: sql`(select coalesce(jsonb_agg(jsonb_build_object('type', found.type, 'label', found.label,
        'start', found.start_offset, 'end', found.end_offset, 'confidence', found.confidence)), '[]')
      from ${piiFindings} as found
      where found.tenant_id = ${message.tenantId} and found.message_id = ${message.id} and found.state <> 'DISMISSED')`,
  }
}

/** The text with a type in place of each piece of personal data; what the shop itself wrote is searched now. */
export function maskedText({ direction, text, locale, findings }: MaskedTextSource): string | null {
  if (text === null) return null
  if (direction === 'OUT') return maskPii(text, findPii(text, { region: regionOf(locale) }))
  const found = findings.map(({ label, ...one }) => ({
    ...one,
    value: text.slice(one.start, one.end),
    ...(label === null ? {} : { rule: { id: '', label } }),
  }))
  return maskPii(text, resolveOverlaps(found))
}
