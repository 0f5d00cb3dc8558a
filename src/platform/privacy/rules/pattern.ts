import { RE2JS } from 're2js'

/**
 * How large a pattern may be, in steps of the machine that it becomes: about one a character, counting each
 * repetition. Together with the bound on places it bounds what a hostile pattern can cost.
 */
export const largestPattern = 100
const longestSource = 200
/** Looked at in one text; four thousand characters, the longest message of a chat, have no room for more. */
const mostPlaces = 1_000

/** A tenant's own pattern. */
export interface Pattern {
  readonly machine: RE2JS
  readonly size: number
}

/**
 * A pattern in RE2's syntax, upper and lower case alike. RE2 knows no backtracking, so no text makes it slow; every
 * repetition has an upper bound, so no match is looked for to the end of the text.
 *
 * @returns the pattern, or in words what is wrong with it
 */
export function compilePattern(source: string): Pattern | string {
  if (source.length > longestSource) return `A pattern has at most ${longestSource} characters.`
  const endless = endlessRepetition(source)
  if (endless !== null) {
    return `«${endless}» repeats without end: say how often at most, as in \\d{1,20}.`
  }
  const machine = compiled(source)
  if (typeof machine === 'string') return machine
  const size = machine.programSize()
  if (size > largestPattern) {
    return `The pattern is too large: it counts ${size}, at most ${largestPattern} is taken. Repeat less, or make two rules of it.`
  }
  if (machine.testExact('')) return 'The pattern matches a text without characters.'
  return { machine, size }
}

/** Where it matches, in the order of the text. */
export function* findPattern(text: string, { machine }: Pattern): Generator<{ start: number; end: number }> {
  const matcher = machine.matcher(text)
  for (let places = 0; places < mostPlaces && matcher.find(); places += 1) {
    if (matcher.end() > matcher.start()) yield { start: matcher.start(), end: matcher.end() }
  }
}

function compiled(source: string): RE2JS | string {
  try {
    return RE2JS.compile(source, RE2JS.CASE_INSENSITIVE)
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : 'it cannot be read'
    return `The pattern cannot be read: ${reason}.`
  }
}

/** The first `*`, `+` or `{n,}` outside of brackets and escapes. */
function endlessRepetition(source: string): string | null {
  const part = /\\Q.*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\.|\[\^?\]?(?:\\.|\[:\^?\w*:\]|[^\]\\])*\]?|\{\d+,\}|[*+]|./gsu
  for (const [piece] of source.matchAll(part)) {
    if (piece === '*' || piece === '+' || /^\{\d+,\}$/.test(piece)) return piece
  }
  return null
}
