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
