import type { DoubtfulLine } from './questions.ts'
import type { ReviewReasonCode } from './reasons.ts'

/**
 * What would have let the assistant take a line without a person: one sentence for each kind of doubt, for people, in
 * English.
 *
 * @param line with how sure it was, 0 to 1; null for a line made by hand
 * @param threshold what the tenant asks now, 0 to 1
 */
export function wouldBeSure(
  line: DoubtfulLine & { readonly confidence: number | null },
  codes: readonly ReviewReasonCode[],
  threshold: number,
): string[] {
  return [...new Set(codes.flatMap((code) => sentence(line, code, threshold) ?? []))]
}

function sentence(
  line: DoubtfulLine & { readonly confidence: number | null },
  code: ReviewReasonCode,
  threshold: number,
): string | null {
  const words = line.words === '' ? line.name : line.words
  switch (code) {
    case 'UNKNOWN_PRODUCT':
    case 'MODEL_UNKNOWN_PRODUCT':
      return `A product on sale that is called «${words}», by its name or an alias.`
    case 'AMBIGUOUS_PRODUCT':
      return `Words that fit only one of: ${line.candidates.join(', ')}.`
    case 'AMBIGUOUS_VARIANT':
      return `One of the variants named (${line.variants.join(', ')}), or a default among them.`
    case 'AMBIGUOUS_UNIT':
      if (line.unit === null || line.unit === line.soldBy) return `A unit: «${words}» may mean pieces or packs.`
      return `An amount in «${line.soldBy}», or how many of them are one «${line.unit}» in the catalogue.`
    case 'AMBIGUOUS_QUANTITY':
      return 'One clear number.'
    case 'UNUSUAL_QUANTITY':
      return 'An amount of at most 1,000.'
    case 'PRICE_MISSING':
      return `A price of ${line.name} in the catalogue.`
    case 'LOW_CONFIDENCE': {
      const percent = (fraction: number) => `${Math.floor(fraction * 100)} %`
      return `A confidence of at least ${percent(threshold)}; it was ${percent(line.confidence ?? 1)}.`
    }
    default:
      return null
  }
}
