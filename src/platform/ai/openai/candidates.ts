import type { Catalog, CatalogProduct } from '../offline/index.ts'
import { tokenizePhrase } from '../offline/tokens.ts'
import type { ReadOrderRequest } from '../model.ts'

/** More than these do not fit into a prompt at a sensible price. */
const mostCandidates = 80

/**
 * The products that a language model is shown: the whole catalogue while it is small; else those whose names, aliases
 * and keywords share the rarest words with the messages, and those of the open order.
 */
export function candidateProducts({ catalog, messages, currentLines }: ReadOrderRequest): readonly CatalogProduct[] {
  if (catalog.products.length <= mostCandidates) return catalog.products
  const scores = new Map<number, number>()
  for (const word of new Set(messages.flatMap((message) => wordsOf(catalog, message.text)))) {
    const rarity = 1 / (catalog.productCount[word] || 1)
    for (const formNumber of catalog.postings.get(word) ?? []) {
      const form = catalog.forms[formNumber]
      if (form?.kind === 'product') scores.set(form.target, (scores.get(form.target) ?? 0) + rarity / form.words.length)
    }
  }
  const open = new Set(currentLines.map((line) => line.productId))
  const current = catalog.products.filter((product) => open.has(product.id))
  const best = [...scores]
    .toSorted(([, left], [, right]) => right - left)
    .flatMap(([index]) => catalog.products[index] ?? [])
    .filter((product) => !open.has(product.id))
  return [...current, ...best].slice(0, mostCandidates)
}

function wordsOf(catalog: Catalog, text: string): number[] {
  return tokenizePhrase(text).flatMap((token) => {
    const word = catalog.words.get(token.stem) ?? catalog.slipWords.get(token.text)
    return word === undefined ? [] : [word]
  })
}
