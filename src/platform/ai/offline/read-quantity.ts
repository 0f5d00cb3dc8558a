import { formatQuantity } from './lines.ts'
import { readNumber, type ReadNumber, readTrailingHalf } from './numbers.ts'
import { ofWords, unitPhrases } from './phrases.ts'
import { type Token, tokenize } from './tokens.ts'

export interface QuantityReading {
  /** Decimal; null when the text names no count. Of a range the lower end. */
  readonly quantity: string | null
  /** Canonical unit; null when the text names none. */
  readonly unit: string | null
  /** The unit as it was written. */
  readonly unitText: string | null
  /** The rest of the text: what is counted. */
  readonly name: string
}

/** Units a noun may stand before: «2 garlic cloves», «1 celery stalk». */
const pieces = new Set([
  'clove',
  'stalk',
  'head',
  'slice',
  'stick',
  'sprig',
  'leaf',
  'fillet',
  'bulb',
  'bunch',
  'loaf',
  'wedge',
])

/** Reads «1 1/2 pounds carrots, trimmed» or «media docena de huevos»: how many, of what unit, of what. */
export function readQuantity(text: string): QuantityReading {
  const tokens = tokenize([{ id: '', text }])
  const number = firstCount(tokens)
  if (!number) return { quantity: null, unit: null, unitText: null, name: text.trim() }
  const unit = findUnit(tokens, number.end)
  let at = unit && unit.start === number.end ? unit.end : number.end
  const half = unit ? readTrailingHalf(tokens, unit.end) : null
  if (half) at = half.end
  if (ofWords.has(tokens[at]?.text ?? '')) at++
  return {
    quantity: formatQuantity(number.value + (half?.value ?? 0)),
    unit: unit?.value ?? null,
    unitText: unit ? text.slice(tokens[unit.start]?.start, tokens[unit.end - 1]?.end) : null,
    name: nameFrom(text, tokens, at, unit && unit.start > at ? unit : null),
  }
}

/** The count the text begins with, else the first real number: «about 1 cup», «juice of 1 lemon». */
function firstCount(tokens: readonly Token[]): ReadNumber | null {
  const first = readNumber(tokens, 0)
  if (first) return first
  for (let i = 1; i < tokens.length; i++) {
    if (tokens[i]?.kind === 'mark') return null
    const found = readNumber(tokens, i)
    if (found && found.kind === 'number') return found
  }
  return null
}

/** The unit right behind the count, or behind one or two words: «1 large clove garlic», «2 garlic cloves». */
function findUnit(tokens: readonly Token[], from: number): { value: string; start: number; end: number } | null {
  for (let start = from; start < Math.min(from + 3, tokens.length); start++) {
    if (tokens[start]?.kind !== 'word') return null
    const unit = unitPhrases.longest(tokens, start)
    if (unit && (start === from || pieces.has(unit.value) || (start === from + 1 && isSpoon(unit.value))))
      return { ...unit, start }
  }
  return null
}

/** «2 heaping tablespoons», «1 generous cup». */
const isSpoon = (unit: string): boolean =>
  unit === 'tablespoon' || unit === 'teaspoon' || unit === 'cup' || unit === 'pinch' || unit === 'handful'

function nameFrom(
  text: string,
  tokens: readonly Token[],
  at: number,
  unit: { start: number; end: number } | null,
): string {
  const first = tokens[at]
  if (!first) return ''
  const comma = tokens.slice(at).find((token) => token.kind === 'mark')
  const end = comma?.start ?? text.length
  if (!unit) return text.slice(first.start, end).trim()
  const before = text.slice(first.start, tokens[unit.start]?.start)
  const after = text.slice(tokens[unit.end - 1]?.end, end)
  return `${before.trim()} ${after.trim()}`.trim()
}
