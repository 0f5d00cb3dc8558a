import { findPii, type PiiOptions } from './find-pii.ts'
import { labelOf, resolveOverlaps, type PiiFinding } from './finding.ts'

const tokenForm = /<[A-Z][A-Z0-9_]{1,23}_\d{1,7}>/g

/** Texts that a model may see, and the way back. */
export interface Redaction {
  /** In the order they were given. */
  readonly texts: readonly RedactedText[]
  /** Puts the data back into a text that carries the tokens; tokens that were not given out stay as they are. */
  readonly restore: (answer: string) => string
}

export interface RedactedText {
  /** With tokens such as `<EMAIL_1>` in place of personal data; equal data has equal tokens in all of the texts. */
  readonly text: string
  /** Where a place of it, in UTF-16 code units, lies in the original; part of a token stands for the whole. */
  readonly originalSpan: (start: number, end: number) => { readonly start: number; readonly end: number }
  /** What stands for this place of the original; part of personal data becomes the whole token. */
  readonly part: (start: number, end: number) => string
}

/**
 * Replaces personal data by tokens that can be turned back. What one text shows to be personal is hidden in all of them.
 * A token that already stands in a text is never given out.
 */
export function redact(texts: readonly string[], options: PiiOptions = {}): Redaction {
  const found = texts.map((text) => findPii(text, options))
  const known = new Map(found.flat().map((one) => [one.value, one]))
  const tokens = tokenGiver(new Set(texts.flatMap((text) => text.match(tokenForm) ?? [])))
  return {
    texts: texts.map((text, index) =>
      replaced(text, resolveOverlaps([...(found[index] ?? []), ...repetitions(text, known.values())]), tokens.tokenOf),
    ),
    restore: (answer) => answer.replaceAll(tokenForm, (token) => tokens.values.get(token) ?? token),
  }
}

function tokenGiver(taken: ReadonlySet<string>) {
  const tokens = new Map<string, string>()
  const values = new Map<string, string>()
  const counts = new Map<string, number>()
  const tokenOf = (found: PiiFinding): string => {
    const label = labelOf(found)
    const key = `${label} ${found.value}`
    const known = tokens.get(key)
    if (known !== undefined) return known
    let token: string
    do {
      const count = (counts.get(label) ?? 0) + 1
      counts.set(label, count)
      token = `<${label}_${count}>`
    } while (taken.has(token))
    tokens.set(key, token)
    values.set(token, found.value)
    return token
  }
  return { tokenOf, values }
}

/** A bare number is no telephone by itself, but it is one that was called so elsewhere. */
function repetitions(text: string, known: Iterable<PiiFinding>): PiiFinding[] {
  const found: PiiFinding[] = []
  for (const one of known) {
    const { length } = one.value
    for (let start = text.indexOf(one.value); start !== -1; start = text.indexOf(one.value, start + length)) {
      found.push({ ...one, start, end: start + length })
    }
  }
  return found
}

function replaced(text: string, findings: readonly PiiFinding[], tokenOf: (found: PiiFinding) => string): RedactedText {
  let result = ''
  let at = 0
  const originals: Place[] = []
  const redacted: Place[] = []
  for (const found of findings) {
    result += text.slice(at, found.start)
    const start = result.length
    result += tokenOf(found)
    at = found.end
    originals.push(found)
    redacted.push({ start, end: result.length })
  }
  result += text.slice(at)
  return {
    text: result,
    originalSpan: (start, end) => carriedOver({ start, end }, redacted, originals),
    part: (start, end) => {
      const place = carriedOver({ start, end }, originals, redacted)
      return result.slice(place.start, place.end)
    },
  }
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Where a place of one text lies in another that differs only at `from`, which are `to` there; these are kept whole. */
function carriedOver({ start, end }: Place, from: readonly Place[], to: readonly Place[]): Place {
  const offset = (at: number, edge: 'start' | 'end'): number => {
    let shift = 0
    for (const [index, here] of from.entries()) {
      const there = to[index] ?? here
      if (at <= here.start) break
      if (at < here.end) return there[edge]
      shift = there.end - here.end
    }
    return at + shift
  }
  return { start: offset(start, 'start'), end: offset(end, 'end') }
}
