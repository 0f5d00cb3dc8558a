/**
 * Kinds of personal data that are looked for; the order decides between findings that are otherwise alike. CUSTOM is
 * what a tenant's own rule calls so.
 */
export const piiTypes = ['EMAIL', 'IBAN', 'CREDIT_CARD', 'SSN', 'PHONE', 'CUSTOM', 'ADDRESS'] as const
export type PiiType = (typeof piiTypes)[number]

/** A piece of personal data in a text. */
export interface PiiFinding {
  readonly type: PiiType
  /** First UTF-16 code unit. */
  readonly start: number
  /** Behind the last UTF-16 code unit. */
  readonly end: number
  /** The text from `start` to `end`. */
  readonly value: string
  /** 0 to 1: near 1 for what carries a check of its own, near 0.5 for what only looks like it. */
  readonly confidence: number
  /** The tenant's rule that found it, and what it calls it; only of CUSTOM. */
  readonly rule?: { readonly id: string; readonly label: string }
}

/** What a finding is called: its type, or what the tenant's rule calls it. */
export function labelOf({ type, rule }: Pick<PiiFinding, 'type' | 'rule'>): string {
  return rule?.label ?? type
}

/** The finding of `text` from `start` to `end`. */
export function finding(type: PiiType, text: string, start: number, end: number, confidence: number): PiiFinding {
  return { type, start, end, value: text.slice(start, end), confidence }
}

/**
 * The findings that remain when no two may share a character, in the order of the text. The surer wins, then the longer,
 * then the earlier type, then the earlier place: the same findings give the same answer in whatever order they come.
 */
export function resolveOverlaps(findings: readonly PiiFinding[]): PiiFinding[] {
  const best = findings.toSorted(
    (a, b) =>
      b.confidence - a.confidence ||
      b.end - b.start - (a.end - a.start) ||
      piiTypes.indexOf(a.type) - piiTypes.indexOf(b.type) ||
      a.start - b.start,
  )
  const kept: PiiFinding[] = []
  for (const one of best) {
    const place = firstAtOrBehind(kept, one.start)
    const before = kept[place - 1]
    const behind = kept[place]
    if (before !== undefined && before.end > one.start) continue
    if (behind !== undefined && behind.start < one.end) continue
    kept.splice(place, 0, one)
  }
  return kept
}

/** Where in sorted, disjoint findings the first begins that does not begin before the offset. */
function firstAtOrBehind(sorted: readonly PiiFinding[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
