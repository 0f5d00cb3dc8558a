import { type Chunk, hasCue } from './chunks.ts'
import type { MentionSpan } from './mentions.ts'
import type { ReaderState } from './reader.ts'
import { rolesOf, takesOption, takesVariant } from './roles.ts'

export type EntityKind = 'product' | 'variant' | 'option' | 'none'

/** Which of its roles an entity plays here: «guacamole» is a dish, or goes on one. */
export function entityKind(state: ReaderState, chunks: readonly Chunk[], i: number): EntityKind {
  const { span } = chunks[i] as Chunk & { kind: 'entity' }
  const { products, variants, options } = rolesOf(span)
  const next = spanOf(chunks[i + 1])
  const nextProducts = next ? rolesOf(next).products : []
  const [best] = products
  if (!best) {
    if (variants.length > 0 && (options.length === 0 || variants[0]?.isFull)) return 'variant'
    return options.length > 0 ? 'option' : 'none'
  }
  if (variants.length > 0) {
    if (nextProducts.length > 0 && takesVariant(state.catalog, nextProducts, variants)) return 'variant'
    if (!best.isFull && variants[0]?.isFull) return 'variant'
  }
  // a stray part of a name right before a real noun only describes it
  if (options.length === 0) return !best.isFull && nextProducts[0]?.isFull && !best.hasHead ? 'none' : 'product'
  return productOrOption(state, chunks, i, nextProducts)
}

function productOrOption(
  state: ReaderState,
  chunks: readonly Chunk[],
  i: number,
  nextProducts: ReturnType<typeof rolesOf>['products'],
): EntityKind {
  const { products, options } = rolesOf((chunks[i] as Chunk & { kind: 'entity' }).span)
  const isCounted = state.pending.quantityKind === 'number' || state.pending.unit !== null
  const takes = (items: typeof products): boolean => items.length > 0 && takesOption(state.catalog, items, options)
  if (
    !products[0]?.isFull &&
    (options[0]?.isFull || state.isInWith || state.isNegated || (state.current && !isCounted))
  )
    return 'option'
  if (hasCue(chunks[i - 1], 'side') || hasCue(chunks[i - 2], 'side')) return 'product'
  if (hasCue(chunks[i + 1], 'aside')) return 'product'
  if (isCounted) return takes(nextProducts) ? 'option' : 'product'
  if (nextProducts[0]?.isFull && takes(nextProducts)) return 'option'
  if (state.mode === 'cancel' || (state.isNegated && hasLine(state, products))) return 'product'
  if (!state.current || !takes(state.current.products)) return 'product'
  if (state.isInWith || state.isNegated || state.qualifier) return 'option'
  return hasOptionBeside(chunks, i) ? 'option' : 'product'
}

/** «a side of guacamole … oh wait, no guacamole»: what was ordered as a dish is taken off as one. */
const hasLine = (state: ReaderState, products: readonly { target: number }[]): boolean =>
  state.items.some((item) => !item.isCancelled && item.products[0]?.target === products[0]?.target)

/** «guacamole and green salsa»: in a list of toppings it is one. */
function hasOptionBeside(chunks: readonly Chunk[], i: number): boolean {
  const after = hasCue(chunks[i + 1], 'and') ? spanOf(chunks[i + 2]) : spanOf(chunks[i + 1])
  if (!after) return false
  const { products, options } = rolesOf(after)
  return options.length > 0 && products.length === 0
}

const spanOf = (chunk: Chunk | undefined): MentionSpan | null => (chunk?.kind === 'entity' ? chunk.span : null)
