import type { Catalog } from './catalog.ts'
import type { Mention, MentionSpan } from './mentions.ts'

/** What one stretch of text may be, each kind's readings best first. */
export interface Roles {
  readonly products: readonly Mention[]
  readonly variants: readonly Mention[]
  readonly options: readonly Mention[]
}

const known = new WeakMap<MentionSpan, Roles>()

/** Sorts a span's readings by kind and drops those a better kind makes implausible. */
export function rolesOf(span: MentionSpan): Roles {
  const cached = known.get(span)
  if (cached) return cached
  const all = { products: of(span, 'product'), variants: of(span, 'variant'), options: of(span, 'option') }
  const isFull = (mentions: readonly Mention[]): boolean => mentions[0]?.isFull ?? false
  const anyFull = isFull(all.products) || isFull(all.variants) || isFull(all.options)
  const keep = (mentions: readonly Mention[]): readonly Mention[] => {
    if (!anyFull) return mentions
    // a full name beats every partial one: «cheese» is the topping, not a part of «steak and cheese»
    return isFull(mentions) ? mentions.filter((mention) => mention.isFull) : []
  }
  const roles = {
    products: keep(all.products),
    variants: all.variants.length > 0 && isFull(all.variants) ? all.variants : keep(all.variants),
    options: keep(all.options),
  }
  known.set(span, roles)
  return roles
}

const of = (span: MentionSpan, kind: Mention['kind']): Mention[] =>
  span.mentions.filter((mention) => mention.kind === kind)

/** Whether one of the products takes one of the options. */
export function takesOption(catalog: Catalog, products: readonly Mention[], options: readonly Mention[]): boolean {
  return options.some((option) =>
    products.some((product) => catalog.options[option.target]?.products.has(product.target)),
  )
}

/** Whether one of the products comes in one of the variants. */
export function takesVariant(catalog: Catalog, products: readonly Mention[], variants: readonly Mention[]): boolean {
  return variants.some((variant) =>
    products.some((product) => catalog.variants[variant.target]?.byProduct.has(product.target)),
  )
}
