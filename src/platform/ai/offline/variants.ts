import type { Catalog, Form } from './catalog.ts'
import type { MentionSpan } from './mentions.ts'

export interface ChosenVariants {
  readonly variantIds: readonly string[]
  /** An axis has two values that fit equally well. */
  readonly isAmbiguous: boolean
}

/**
 * Chooses at most one value per axis of a product from the words said about it. Words of one value need not stand together
 * («latte iced venti»); a part of a value takes the default's rest («iced» with default «grande» → «iced grande»).
 */
export function chooseVariants(catalog: Catalog, product: number, spans: readonly MentionSpan[]): ChosenVariants {
  const entries = catalog.products[product]?.variants ?? []
  if (entries.length === 0) return { variantIds: [], isAmbiguous: false }
  const said = [...new Set(spans.flatMap((span) => span.words))]
  const axes = new Map<string, Candidate[]>()
  for (const candidate of candidatesFor(catalog, product, spans, said)) {
    if (!isComplete(catalog, product, candidate)) continue
    const list = axes.get(candidate.axis)
    if (list) list.push(candidate)
    else axes.set(candidate.axis, [candidate])
  }
  const variantIds: string[] = []
  let isAmbiguous = false
  for (const axis of new Set(entries.map((entry) => entry.axis))) {
    const candidates = axes.get(axis) ?? []
    const fallback = entries.find((entry) => entry.axis === axis && entry.isDefault)
    const chosen = best(candidates, catalog.defaultWords.get(product + '\n' + axis))
    if (chosen) {
      variantIds.push(chosen.candidate.id)
      isAmbiguous ||= chosen.isTie
    } else if (fallback) variantIds.push(fallback.id)
  }
  return { variantIds, isAmbiguous }
}

/** A part of a value counts when the rest is the default or only a measure: «iced», «the 750»; «having a party» orders no party size. */
function isComplete(catalog: Catalog, product: number, candidate: Candidate): boolean {
  const defaults = catalog.defaultWords.get(product + '\n' + candidate.axis)
  return candidate.missing.every((word) => defaults?.has(word) || catalog.isLightWord[word])
}

interface Candidate {
  readonly axis: string
  readonly id: string
  readonly said: number
  readonly missing: readonly number[]
  readonly firstSaid: number
}

function candidatesFor(
  catalog: Catalog,
  product: number,
  spans: readonly MentionSpan[],
  said: readonly number[],
): Candidate[] {
  const found = new Map<string, Candidate>()
  const numbers = new Set(said.flatMap((word) => catalog.postings.get(word) ?? []))
  for (const number of numbers) {
    const form = catalog.forms[number] as Form
    if (form.kind !== 'variant') continue
    const value = catalog.variants[form.target]
    const variant = value?.byProduct.get(product)
    if (!value || !variant) continue
    // a word that meant something else in its place («extra large» in full) is no evidence for a shorter value
    const counted = form.words.filter((word) =>
      spans.some(
        (span) =>
          span.words.includes(word) &&
          span.mentions.some((mention) => mention.kind === 'variant' && mention.target === form.target),
      ),
    )
    if (counted.length === 0) continue
    const missing = form.words.filter((word) => !counted.includes(word))
    const firstSaid = Math.min(...counted.map((word) => said.indexOf(word)))
    const candidate = { axis: value.axis, id: variant.id, said: counted.length, missing, firstSaid }
    const known = found.get(variant.id)
    if (!known || score(candidate) > score(known)) found.set(variant.id, candidate)
  }
  return [...found.values()]
}

const score = (candidate: Candidate): number => candidate.said - 0.6 * candidate.missing.length

function best(
  candidates: readonly Candidate[],
  defaults: ReadonlySet<number> | undefined,
): { candidate: Candidate; isTie: boolean } | null {
  const ranked = candidates
    .map((candidate) => ({
      candidate,
      value: score(candidate) + 0.5 * candidate.missing.filter((word) => defaults?.has(word)).length,
    }))
    .sort((a, b) => b.value - a.value || a.candidate.firstSaid - b.candidate.firstSaid)
  const first = ranked[0]
  if (!first) return null
  const second = ranked[1]
  return { candidate: first.candidate, isTie: first.candidate.missing.length > 0 && second?.value === first.value }
}
