import { fold } from './fold.ts'
import { unitPhrases } from './phrases.ts'
import { tokenizePhrase } from './tokens.ts'

const dimensions: Readonly<Record<string, readonly string[]>> = {
  mass: ['kg', 'g', 'lb', 'oz', 'quintal', 'arroba', 'tonne'],
  volume: ['l', 'ml', 'cl', 'gallon', 'quart', 'pint', 'fl oz', 'cup', 'tablespoon', 'teaspoon'],
  length: ['m', 'cm', 'mm', 'inch', 'foot', 'yard'],
}
const dimensionOf = new Map(
  Object.entries(dimensions).flatMap(([dimension, units]) => units.map((unit) => [unit, dimension])),
)

/** Units of weight, volume and length; all others are ways of packing. */
export const measures: ReadonlySet<string> = new Set(dimensionOf.keys())

/** The canonical name of a unit as a tenant writes it; the folded text when no language knows it. */
export function canonicalUnit(unit: string): string {
  const tokens = tokenizePhrase(unit)
  const found = unitPhrases.longest(tokens, 0)
  return found && found.end === tokens.length ? found.value : fold(unit)
}

/** Whether some language has this unit. */
export function isKnownUnit(unit: string): boolean {
  const tokens = tokenizePhrase(unit)
  return unitPhrases.longest(tokens, 0)?.end === tokens.length
}

/** Whether an amount in one unit can be turned into the other without knowing the product: grams into kilograms, not boxes into pieces. */
export function isConvertible(a: string, b: string): boolean {
  return a === b || (dimensionOf.has(a) && dimensionOf.get(a) === dimensionOf.get(b))
}

/** How many of the first of each dimension one is. What differs from place to place (a quintal, a cup) is not here. */
const measuresInFirst: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mass: { kg: '1', g: '0.001', lb: '0.45359237', oz: '0.028349523125', tonne: '1000' },
  volume: { l: '1', ml: '0.001', cl: '0.01' },
  length: { m: '1', cm: '0.01', mm: '0.001', inch: '0.0254', foot: '0.3048', yard: '0.9144' },
}

/** How many of the one measure make one of the other, as a decimal number; null when nobody can say. Canonical names. */
export function measureFactor(from: string, to: string): string | null {
  for (const table of Object.values(measuresInFirst)) {
    const [a, b] = [table[from], table[to]]
    if (a !== undefined && b !== undefined) return (Number(a) / Number(b)).toFixed(12).replace(/\.?0+$/, '')
  }
  return null
}
