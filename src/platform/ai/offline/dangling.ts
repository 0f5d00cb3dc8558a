import type { Catalog } from './catalog.ts'
import { type DraftItem, fromPending, isFirmCount, type Pending } from './draft.ts'
import type { Mention, MentionSpan } from './mentions.ts'
import type { ReaderState } from './reader.ts'
import { siblingWith } from './specific.ts'

/** Settles counted phrases whose noun never came: the noun before them, or the only product that takes their options. */
export function settleDangling(state: ReaderState): void {
  for (const waiting of state.dangling) {
    const products = impliedProducts(state, waiting)
    if (products.length === 0) {
      if (isFirmCount(waiting) && !takesAllOf(state, waiting)) {
        state.unusedCounts++
        state.hasLostCount ||= state.current === null
      }
      state.current?.variants.push(...waiting.variants)
      state.current?.options.push(...waiting.options)
      continue
    }
    const item = fromPending(waiting)
    item.products = products
    item.words = products === state.current?.products ? state.current.words : []
    item.isImplied = true
    item.isUnsure = state.isUnsure
    state.items.push(item)
    state.current = item
  }
  state.dangling = []
}

/** «20 blue pens, 10 black»: the black ones are another product. */
function siblingOf({ catalog, tokens, current }: ReaderState, waiting: Pending): Mention | null {
  const product = current?.products[0]?.target
  if (product === undefined || waiting.quantityKind !== 'number' || waiting.options.length > 0) return null
  return siblingWith(catalog, tokens, product, waiting.variants)
}

const takesAllOf = ({ catalog, current }: ReaderState, waiting: Pending): boolean =>
  current?.products[0] !== undefined && takesAll(catalog, waiting, current.products[0].target)

function impliedProducts(state: ReaderState, waiting: Pending): readonly Mention[] {
  const { catalog, current } = state
  const best = current?.products[0]
  if (current && best && takesAll(catalog, waiting, best.target)) {
    const isOwnLine =
      waiting.quantityKind === 'number'
        ? !waiting.options.some((option) => option.qualifier)
        : (waiting.variants.length > 0 && waiting.options.length > 0) || isOtherVariant(catalog, current, waiting)
    return isOwnLine ? current.products : []
  }
  if (current && state.isInWith) return []
  const sibling = siblingOf(state, waiting)
  if (sibling) return [sibling]
  // «dame 3 de medio litro» before anything else: of what?
  if (waiting.options.length === 0 && !current) return []
  const able = [...takersOf(catalog, waiting)].filter((product) => takesAll(catalog, waiting, product))
  if (able.length !== 1) return []
  return [
    {
      kind: 'product',
      target: able[0] as number,
      score: 0.6,
      coverage: 0.5,
      isFull: false,
      hasHead: false,
      source: 'alias',
    },
  ]
}

/** The products that take the first option that was said, or come in the first size: «3 tacos y una coca», where the coke is a soda's. */
function takersOf(catalog: Catalog, { options, variants }: Pending): Iterable<number> {
  const option = options[0]?.span.mentions.find(({ kind }) => kind === 'option')
  if (option) return catalog.options[option.target]?.products ?? []
  const isNamed = variants[0]?.mentions.find(({ kind, isFull }) => kind === 'variant' && isFull)
  return options.length === 0 && isNamed ? (catalog.variants[isNamed.target]?.byProduct.keys() ?? []) : []
}

/** «duas tapiocas de coco e uma de queijo»: the line has a filling already. */
function isOtherVariant(catalog: Catalog, current: DraftItem, waiting: Pending): boolean {
  const axesOf = (spans: readonly MentionSpan[]): (string | undefined)[] =>
    spans.flatMap(({ mentions }) =>
      mentions.flatMap(({ kind, target }) => (kind === 'variant' ? [catalog.variants[target]?.axis] : [])),
    )
  const taken = new Set(axesOf(current.variants))
  return waiting.quantityKind === 'article' && axesOf(waiting.variants).some((axis) => taken.has(axis))
}

/** Whether a product comes in every size and takes every option that was said. */
export function takesAll(catalog: Catalog, waiting: Pending, product: number): boolean {
  return [...waiting.variants, ...waiting.options.map((option) => option.span)].every((span) =>
    span.mentions.some((mention) => {
      if (mention.kind === 'variant') return catalog.variants[mention.target]?.byProduct.has(product)
      return mention.kind === 'option' && catalog.options[mention.target]?.products.has(product)
    }),
  )
}
