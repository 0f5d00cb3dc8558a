import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * A phone number in E.164 (`+573001112233`), or null when the text is none. Takes numbers with or without `+`, as
 * WhatsApp gives them without. A number that no numbering plan knows is kept as its digits when it has 6 to 15 of
 * them: a provider that delivered from it knows better than our tables.
 */
export function normalisePhone(text: string): string | null {
  const digits = text.replaceAll(/[\s().-]/g, '').replace(/^(\+|00)/, '')
  if (!/^\d{6,15}$/.test(digits)) return null
  return parsePhoneNumberFromString(`+${digits}`)?.number ?? `+${digits}`
}
