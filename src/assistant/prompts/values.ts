import type { PromptValue, PromptValues } from '../../platform/ai/prompt-template.ts'
import type { TenantRow } from '../../tenancy/index.ts'
import type { PromptVariable } from './tables.ts'

/** What every template may use without declaring it, and what it holds. */
export const givenVariables = ['shop', 'locale', 'currency', 'today'] as const

/** The values of one rendering: the tenant's own, and what the version declares. */
export function promptValues(tenant: TenantRow, variables: readonly PromptVariable[], now: Date): PromptValues {
  const given: Record<(typeof givenVariables)[number], PromptValue> = {
    shop: tenant.name,
    locale: tenant.locale,
    currency: tenant.currency,
    today: new Intl.DateTimeFormat('en-CA', { timeZone: tenant.timeZone }).format(now),
  }
  return { ...given, ...Object.fromEntries(variables.map(({ name, ...variable }) => [name, valueOf(variable)])) }
}

/** The value that the text stands for. @throws RangeError when it is no value of the type */
export function valueOf({ type, value }: Pick<PromptVariable, 'type' | 'value'>): PromptValue {
  if (type === 'TEXT') return value
  if (type === 'NUMBER' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value)
  if (type === 'BOOLEAN' && (value === 'true' || value === 'false')) return value === 'true'
  throw new RangeError(type === 'NUMBER' ? `«${value}» is no number.` : `«${value}» is neither true nor false.`)
}
