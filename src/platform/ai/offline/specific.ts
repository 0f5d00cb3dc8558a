import type { Catalog, Form, WordReading } from './catalog.ts'
import type { TokenRange } from './draft.ts'
import type { Mention, MentionSpan } from './mentions.ts'
import { readWord } from './readings.ts'
import type { Token } from './tokens.ts'

/**
 * Looks for a longer name made of the words before the noun as well: «double bacon cheeseburger» is the double cheeseburger.
 * Returns `products` when there is none.
 */
export function moreSpecific(
  catalog: Catalog,
  tokens: readonly Token[],
  products: readonly Mention[],
  span: MentionSpan,
  from: number,
): readonly Mention[] {
  const best = products[0]
  if (!best || from >= span.start) return products
  const said = new Set(span.words)
  for (let i = from; i < span.start; i++) {
    const token = tokens[i] as Token
    if (token.kind !== 'word') continue
    for (const reading of readWord(catalog, tokens, i))
      if (isWellSpelt(reading)) for (const word of reading.words) said.add(word)
  }
  if (said.size === span.words.length) return products
  const head = span.words.at(-1) as number
  let found: Form | null = null
  // A longer name holds one of the other words as well; in a large catalogue that says more than the noun.
  const more = [...said].filter((word) => !span.words.includes(word)).map((word) => catalog.postings.get(word) ?? [])
  const withHead = catalog.postings.get(head) ?? []
  const isShorter = more.reduce((sum, numbers) => sum + numbers.length, 0) < withHead.length
  for (const number of isShorter ? [...new Set(more.flat())].sort((a, b) => a - b) : withHead) {
    const form = catalog.forms[number] as Form
    if (form.kind !== 'product' || form.words.length <= span.words.length || form.source === 'keyword') continue
    if (!form.words.every((word) => said.has(word)) || !span.words.every((word) => form.words.includes(word))) continue
    if (!found || form.words.length > found.words.length) found = form
  }
  if (!found || found.target === best.target) return products
  return [
    {
      kind: 'product',
      target: found.target,
      score: 0.95,
      coverage: 1,
      isFull: true,
      hasHead: true,
      source: found.source,
    },
    ...products,
  ]
}

/** The product called like the one just named save for the words in `range`: «… and 50 of 2 inches», «… 3 de chocolate». */
export function inAnotherSize(
  catalog: Catalog,
  tokens: readonly Token[],
  words: readonly number[],
  range: TokenRange,
): Mention | null {
  const size = wordsIn(catalog, tokens, range, (reading) => reading.tokenCount === 1)
  if (size.size === 0) return null
  const noun = words.filter((word) => !catalog.isLightWord[word] && !size.has(word))
  return nameWith(catalog, noun, size) ?? nameWith(catalog, noun.slice(0, 1), size)
}

const isWellSpelt = (reading: WordReading): boolean => reading.quality > 0.9

/** The catalogue's words in a stretch of the message. */
function wordsIn(
  catalog: Catalog,
  tokens: readonly Token[],
  { start, end }: TokenRange,
  fits: (reading: WordReading) => boolean,
): Set<number> {
  const found = new Set<number>()
  for (let i = start; i < end; i++) {
    for (const reading of readWord(catalog, tokens, i))
      if (fits(reading)) for (const word of reading.words) found.add(word)
  }
  return found
}

function nameWith(catalog: Catalog, noun: readonly number[], size: ReadonlySet<number>): Mention | null {
  const [head] = noun
  if (head === undefined) return null
  let found: Form | null = null
  for (const number of catalog.postings.get(head) ?? []) {
    const form = catalog.forms[number] as Form
    if (form.kind !== 'product') continue
    if (![...noun, ...size].every((word) => form.words.includes(word))) continue
    if (found && found.target !== form.target) return null
    found ??= form
  }
  return found && called(found)
}

/** A product that was named by a part of its name beside another's. */
const called = ({ target, source }: Form): Mention => ({
  kind: 'product',
  target,
  score: 0.9,
  coverage: 0.9,
  isFull: true,
  hasHead: true,
  source,
})

/**
 * The one product that has the words of `ranges` in its name and otherwise shares with the one just named more than any other:
 * «20 blue pens, 10 black».
 */
export function siblingWith(
  catalog: Catalog,
  tokens: readonly Token[],
  product: number,
  ranges: readonly TokenRange[],
): Mention | null {
  const said = new Set(ranges.flatMap((range) => [...wordsIn(catalog, tokens, range, isWellSpelt)]))
  const own = (catalog.nameWords[product] ?? []).filter((word) => !said.has(word) && !catalog.isLightWord[word])
  const [first] = said
  let found: { form: Form; shared: number } | null = null
  let isTie = false
  for (const number of first === undefined ? [] : (catalog.postings.get(first) ?? [])) {
    const form = catalog.forms[number] as Form
    if (form.kind !== 'product' || form.target === product || ![...said].every((word) => form.words.includes(word)))
      continue
    const shared = own.filter((word) => form.words.includes(word)).length
    if (!form.heads.some((word) => own.includes(word)) || shared < (found?.shared ?? 1)) continue
    isTie = shared === found?.shared && form.target !== found.form.target
    found = { form, shared }
  }
  return found && !isTie ? called(found.form) : null
}
