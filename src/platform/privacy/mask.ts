import { findPii, type PiiOptions } from './find-pii.ts'
import type { PiiFinding, PiiType } from './finding.ts'

/**
 * The text with each finding replaced by its type, e.g. `[EMAIL]`; nothing of it remains. For logs and webhooks.
 * @param findings of this very text, sorted and disjoint, as `findPii` gives them
 */
export function maskPii(text: string, findings: readonly PiiFinding[]): string {
  return replaceFindings(text, findings, ({ type }) => `[${type}]`)
}

const tokenForm = /<[A-Z_]{3,12}_\d{1,7}>/g

/** A text that a model may see, and the way back. */
export interface Redaction {
  /** With tokens such as `<EMAIL_1>` in place of personal data; equal data has equal tokens. */
  readonly text: string
  /** Puts the data back into a text that carries the tokens; tokens that were not given out stay as they are. */
  readonly restore: (answer: string) => string
}

/** Replaces personal data by tokens that can be turned back. A token that already stands in the text is never given out. */
export function redact(text: string, options: PiiOptions = {}): Redaction {
  const written = new Set(text.match(tokenForm))
  const tokens = new Map<string, string>()
  const values = new Map<string, string>()
  const counts = new Map<PiiType, number>()
  const redacted = replaceFindings(text, findPii(text, options), ({ type, value }) => {
    const key = `${type} ${value}`
    const known = tokens.get(key)
    if (known !== undefined) return known
    let token: string
    do {
      const count = (counts.get(type) ?? 0) + 1
      counts.set(type, count)
      token = `<${type}_${count}>`
    } while (written.has(token))
    tokens.set(key, token)
    values.set(token, value)
    return token
  })
  return { text: redacted, restore: (answer) => answer.replaceAll(tokenForm, (token) => values.get(token) ?? token) }
}

function replaceFindings(text: string, findings: readonly PiiFinding[], by: (found: PiiFinding) => string): string {
  let result = ''
  let at = 0
  for (const found of findings) {
    result += text.slice(at, found.start) + by(found)
    at = found.end
  }
  return result + text.slice(at)
}
