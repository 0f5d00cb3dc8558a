import { collectiveWords, unitPhrases } from './phrases.ts'
import { tokenizePhrase } from './tokens.ts'
import type { CatalogProduct } from './types.ts'
import { measures } from './units.ts'

export interface PackSize {
  /** How many pieces the product as it is sold holds. */
  readonly pieces: number
  /** The name counts in dozens, or in another word for a number: «Huevos (docena)». */
  readonly isCollective: boolean
}

/** Words before a number that say what a package holds: «caja x 24», «pack of 6», «caja c/12». */
const holding = new Set(['x', 'of', 'de', 'con', 'with', 'c', 'com', 'por'])
/** Words behind a number that say the same: «12 piezas», «6 pack». */
const held = new Set(['unit', 'piece', 'pack', 'sheet', 'roll'])
const short = new Set(['ct', 'count', 'pk', 'pcs', 'pc', 'un', 'uni'])

const known = new WeakMap<CatalogProduct, PackSize | null>()

/** What the product's name says of how many pieces are in it; null when it says nothing. A weight or a volume is no count. */
export function packSize(product: CatalogProduct): PackSize | null {
  const cached = known.get(product)
  if (cached !== undefined) return cached
  const size = readPackSize(product.name)
  known.set(product, size)
  return size
}

function readPackSize(name: string): PackSize | null {
  const tokens = tokenizePhrase(name)
  for (const [index, token] of tokens.entries()) {
    const collective = index === 0 ? undefined : collectiveWords.get(token.text)
    if (collective !== undefined) return { pieces: collective, isCollective: true }
    const pieces = token.kind === 'number' ? Number(token.text) : Number.NaN
    if (!Number.isInteger(pieces) || pieces < 2) continue
    const next = tokens[index + 1]
    const unit = unitPhrases.longest(tokens, index + 1)?.value ?? ''
    const isHeld = held.has(unit) || short.has(next?.text ?? '')
    const isHolding = holding.has(tokens[index - 1]?.text ?? '') && !measures.has(unit) && !next?.isGlued
    if (isHeld || isHolding) return { pieces, isCollective: false }
  }
  return null
}
