import { labelOf, type PiiFinding } from './finding.ts'

/**
 * The text with each finding replaced by its type, e.g. `[EMAIL]`; nothing of it remains. For whoever need not know it.
 * @param findings of this very text, sorted and disjoint, as `findPii` gives them
 */
export function maskPii(text: string, findings: readonly PiiFinding[]): string {
  let result = ''
  let at = 0
  for (const found of findings) {
    result += `${text.slice(at, found.start)}[${labelOf(found)}]`
    at = found.end
  }
  return result + text.slice(at)
}
