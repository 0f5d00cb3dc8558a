import { collectiveWords, unitPhrases, unitWords } from './phrases.ts'
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

const lengths = new Set(['m', 'cm', 'mm', 'inch', 'foot', 'yard'])

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
    const before = tokens[index - 1]?.text ?? ''
    const isPacked = holding.has(before) || !measures.has(unitWords.get(before) ?? 'kg')
    const isHolding = isPacked && !measures.has(unit) && !next?.isGlued
    // «Water 24x500ml», but not «Screw 4x30 mm»
    const each = unitPhrases.longest(tokens, index + 3)?.value ?? ''
    const isTimes = next?.text === 'x' && measures.has(each) && !lengths.has(each)
    if (isHeld || isHolding || isTimes) return { pieces, isCollective: false }
  }
  return null
}
