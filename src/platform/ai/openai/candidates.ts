import type { Catalog, CatalogProduct } from '../offline/index.ts'
import { tokenizePhrase } from '../offline/tokens.ts'
import type { ReadOrderRequest } from '../model.ts'

/** More than these do not fit into a prompt at a sensible price. */
const mostCandidates = 80

/**
 * The products that a language model is shown: the whole catalogue while it is small; else those whose names, aliases
 * and keywords share the rarest words with the messages, those of the open order, and those that people taught these
 * words mean.
 */
export function candidateProducts(request: ReadOrderRequest): readonly CatalogProduct[] {
  const { catalog, messages, currentLines, examples } = request
  if (catalog.products.length <= mostCandidates) return catalog.products
  const scores = new Map<number, number>()
  for (const word of new Set(messages.flatMap((message) => wordsOf(catalog, message.text)))) {
    const rarity = 1 / (catalog.productCount[word] || 1)
    for (const formNumber of catalog.postings.get(word) ?? []) {
      const form = catalog.forms[formNumber]
      if (form?.kind === 'product') scores.set(form.target, (scores.get(form.target) ?? 0) + rarity / form.words.length)
    }
  }
  const known = new Set([
    ...currentLines.map((line) => line.productId),
    ...taughtProducts(request),
    ...examples.flatMap(({ lines }) => lines.map((line) => line.productId)),
  ])
  const near = catalog.products.filter((product) => known.has(product.id))
  const best = [...scores]
    .toSorted(([, left], [, right]) => right - left)
    .flatMap(([index]) => catalog.products[index] ?? [])
    .filter((product) => !known.has(product.id))
  return [...near, ...best].slice(0, mostCandidates)
}

function taughtProducts({ learned, messages }: ReadOrderRequest): string[] {
  const stems = new Set(messages.flatMap(({ text }) => tokenizePhrase(text).map((token) => token.stem)))
  const isSaid = (phrase: string) => tokenizePhrase(phrase).every((token) => stems.has(token.stem))
  return learned.filter(({ phrase }) => isSaid(phrase)).map(({ productId }) => productId)
}

function wordsOf(catalog: Catalog, text: string): number[] {
  return tokenizePhrase(text).flatMap((token) => {
    const word = catalog.words.get(token.stem) ?? catalog.slipWords.get(token.text)
    return word === undefined ? [] : [word]
  })
}
