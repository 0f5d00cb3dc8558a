import { type Chunk, hasCue } from './chunks.ts'
import { entityKind } from './entity-kind.ts'
import { functionWords } from './phrases.ts'
import type { ReaderState } from './reader.ts'

/** Units that measure a topping, not a line: «three pumps of vanilla». */
const portions = new Set([
  'pump',
  'slice',
  'splash',
  'dash',
  'pinch',
  'drop',
  'scoop',
  'layer',
  'leaf',
  'handful',
  'packet',
  'pack',
  'tablespoon',
  'teaspoon',
])

export interface LookAhead {
  /** What the words after a count are about; `variant`: a size and no noun. */
  readonly role: 'product' | 'variant' | 'option' | 'unknown' | 'end'
  readonly unit: string | null
  /** The unit measures an option. */
  readonly isPortion: boolean
  /** «extra», «light» stands before the option. */
  readonly isQualified: boolean
  /** A product comes before the list is broken. */
  readonly reachesProduct: boolean
  /** Where the unit ended, or where the look began. */
  readonly next: number
}

const isTransparent = (chunk: Chunk): boolean =>
  chunk.kind === 'determiner' ||
  (['of', 'extra', 'light', 'filler', 'side', 'onto'] as const).some((kind) => hasCue(chunk, kind))

/** Looks over the words behind a count, as far as the list goes on. */
export function lookAhead(state: ReaderState, chunks: readonly Chunk[], from: number): LookAhead {
  let role: LookAhead['role'] = 'end'
  let unit: string | null = null
  let isPortion = false
  let isQualified = false
  let next = from
  let reachesProduct = false
  for (let i = from; i < chunks.length; i++) {
    const chunk = chunks[i] as Chunk
    if (chunk.kind === 'unit') {
      if (role !== 'end') break
      unit = chunk.unit
      isPortion = portions.has(chunk.unit)
      next = i + 1
    } else if (chunk.kind === 'entity') {
      const kind = entityKind(state, chunks, i)
      if (kind === 'product') {
        if (role === 'end' || role === 'variant') role = 'product'
        reachesProduct = true
        break
      }
      if (kind === 'option' && (role === 'end' || role === 'variant')) role = 'option'
      else if (kind === 'variant' && role === 'end') role = 'variant'
    } else if (chunk.kind === 'other') {
      if (role === 'end' && !functionWords.has(chunk.text)) role = 'unknown'
    } else if (isTransparent(chunk)) {
      if (role === 'end' && (hasCue(chunk, 'extra') || hasCue(chunk, 'light'))) isQualified = true
    } else if (role !== 'option' || !(hasCue(chunk, 'and') || hasCue(chunk, 'negation'))) break
  }
  return { role, unit, isPortion: isPortion && role === 'option', isQualified, reachesProduct, next }
}
