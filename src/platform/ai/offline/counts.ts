import { canonicalStem, type Form } from './catalog.ts'
import { type Chunk, hasCue } from './chunks.ts'
import { changeQuantity, endCancel } from './corrections.ts'
import { type DraftItem, newPending, type TokenRange } from './draft.ts'
import { type LookAhead, lookAhead } from './look-ahead.ts'
import type { Mention, MentionSpan } from './mentions.ts'
import { type ReadNumber, timesSigns } from './numbers.ts'
import { addItem, flushPending, type ReaderState } from './reader.ts'
import { inAnotherSize } from './specific.ts'
import type { Token } from './tokens.ts'

export function openPending(state: ReaderState, chunk: Chunk): void {
  if (state.pending.unknown.length > 0) flushPending(state)
  state.pending.isOpen = true
  if (state.pending.start < 0) state.pending.start = chunk.start
}

/** A count belongs to the noun after it, the noun before it («milk 2»), an option («two pumps of …»), or it corrects one. */
export function onNumber(state: ReaderState, chunks: readonly Chunk[], i: number, index: number): void {
  const { number, start, end } = chunks[i] as Chunk & { kind: 'number' }
  if (number.kind === 'number') state.shared = null
  state.isNegated = false
  if (state.mode === 'cancel' && state.hasCancelled) endCancel(state)
  const ahead = lookAhead(state, chunks, i + 1)
  if (state.mode === 'change' && number.kind === 'number' && (ahead.role === 'end' || ahead.role === 'variant')) {
    return changeQuantity(state, number, ahead.unit, { start, end })
  }
  if (
    countsSize(state, chunks, i, index) ||
    tellsApart(state, chunks, i, index) ||
    addSameInAnotherSize(state, chunks, i, index)
  )
    return
  if (ahead.role === 'option' && isOptionCount(state, chunks, i, ahead)) return
  if (number.kind === 'number' && state.current && isPostfixCount(state, chunks, i, index, ahead.role)) {
    const item = state.current
    const size = sizeCalled(state, item, chunks[i] as Chunk)
    if (size) {
      item.variants.push(size)
      item.ranges.push({ start, end })
      item.lastChunk = index
      return
    }
    // «a coke 3»: one, or three?
    const isSaidTwice = item.quantityKind === 'article'
    item.quantity = number.value
    item.quantityKind = 'number'
    item.isQuantityAmbiguous = number.isAmbiguous || isSaidTwice
    item.unit = ahead.unit ?? item.unit
    item.ranges.push({ start, end: ahead.unit ? (chunks[i + 1]?.end ?? end) : end })
    item.lastChunk = index
    state.pending = newPending()
    return
  }
  const { pending } = state
  if (pending.unknown.length > 0 && pending.quantityKind === null && number.kind === 'number' && ahead.role === 'end') {
    // «quero uva, 2 kg»
    Object.assign(pending, {
      quantity: number.value,
      quantityKind: 'number',
      unit: ahead.unit,
      ranges: [...pending.ranges, { start, end }],
    })
    return
  }
  const isFirst = pending.quantityKind === null && pending.unknown.length === 0 && !pending.unit
  if (!isFirst) flushPending(state)
  // «20 pesos de tortilla»: an amount of money says how many to nobody but the shop
  const isMoney = hasCue(chunks[i + 1], 'money')
  const kept = isFirst ? pending : newPending()
  state.pending = {
    ...kept,
    quantity: isMoney ? 1 : inDozens(state, number, chunks[i + 1]),
    perCollective: number.perCollective,
    isPlace: hasCue(chunks[i - 1], 'onto'),
    quantityKind: isMoney ? 'vague' : number.kind,
    isQuantityAmbiguous: isMoney || number.isAmbiguous,
    isOpen: true,
    start: kept.variants.length + kept.options.length > 0 ? kept.start : start,
    ranges: [...kept.ranges, { start, end }],
    // «5 kg de arroz y 2 de frijol»: the unit goes on
    unit:
      hasCue(chunks[i + 1], 'of') && number.kind !== 'vague' && !hasCue(chunks[i - 1], 'order')
        ? (state.current?.unit ?? null)
        : null,
  }
}

/** «yerba 1 kg x 6»: what was taken for the count is a part of the name; a person should see it where no name has it. */
function countsSize(state: ReaderState, chunks: readonly Chunk[], i: number, index: number): boolean {
  const { current, tokens, pending } = state
  const { number, start, end } = chunks[i] as Chunk & { kind: 'number' }
  const size = chunks[i - 2]
  const isBehind = size?.kind === 'number' && chunks[i - 1]?.kind === 'unit' && current?.lastChunk === index - 2
  if (!current || !isBehind || !timesSigns.has(tokens[start]?.text ?? '') || pending.quantityKind !== null) return false
  const range = { start: size.start, end: start }
  const word = state.catalog.words.get(canonicalStem(tokens[size.start] as Token))
  const product = word === undefined ? null : productInSize(state, current, range)
  if (product) current.products = [product]
  Object.assign(current, { quantity: number.value, unit: null, isQuantityAmbiguous: product === null })
  current.ranges.push({ start, end })
  current.lastChunk = index
  return true
}

/** The product called like the line's save for the size. */
function productInSize({ catalog, tokens }: ReaderState, item: DraftItem, range: TokenRange): Mention | null {
  const own = catalog.nameWords[item.products[0]?.target ?? -1] ?? []
  return inAnotherSize(catalog, tokens, [...new Set([...own.slice(0, 1), ...item.words])], range)
}

/** «6 focos de 9 watts», «50 jeringas de 5»: the number says which of the products it is that the noun may mean. */
function tellsApart(state: ReaderState, chunks: readonly Chunk[], i: number, index: number): boolean {
  const { catalog, current, pending, tokens } = state
  const { start, end } = chunks[i] as Chunk
  const isBehind = hasCue(chunks[i - 1], 'of') && current?.lastChunk === index - 2 && pending.quantityKind === null
  if (!current || !isBehind || chunks[i + 1]?.kind === 'unit') return false
  const word = catalog.words.get(canonicalStem(tokens[start] as Token))
  const fitting = current.products.filter(({ target }) => catalog.nameWords[target]?.includes(word ?? -1))
  if (fitting.length === 0 || fitting.length === current.products.length) return false
  current.products = fitting
  current.ranges.push({ start, end })
  current.lastChunk = index
  return true
}

/** «una docena de donas y media de cuernos»: half a dozen. */
function inDozens(state: ReaderState, number: ReadNumber, next: Chunk | undefined): number {
  return number.value === 0.5 && hasCue(next, 'of') ? 0.5 * (state.current?.perCollective ?? 1) : number.value
}

/** «um suco 300»: a bare number that is one of the product's sizes. */
function sizeCalled(state: ReaderState, item: DraftItem, chunk: Chunk): MentionSpan | null {
  const { catalog, tokens } = state
  const product = item.products[0]?.target
  const word = catalog.words.get(canonicalStem(tokens[chunk.start] as Token))
  if (product === undefined || word === undefined || item.quantityKind === null) return null
  const mentions = (catalog.postings.get(word) ?? []).flatMap((number): Mention[] => {
    const form = catalog.forms[number] as Form
    if (form.kind !== 'variant' || !catalog.variants[form.target]?.byProduct.has(product)) return []
    return [
      {
        kind: 'variant',
        target: form.target,
        score: 0.8,
        coverage: 0.8,
        isFull: false,
        hasHead: true,
        source: form.source,
      },
    ]
  })
  return mentions.length > 0 ? { start: chunk.start, end: chunk.end, words: [word], mentions } : null
}

/** «100 tornillos de 1 pulgada y 50 de 2 pulgadas»: the noun goes on, only the size in its name is another. */
export function addSameInAnotherSize(state: ReaderState, chunks: readonly Chunk[], i: number, index: number): boolean {
  const { current, pending } = state
  const isBare =
    pending.quantityKind === 'number' && pending.variants.length + pending.options.length + pending.unknown.length === 0
  if (!current || !isBare || !(hasCue(chunks[i - 1], 'of') || isSizeBehindCount(state, chunks, i))) return false
  const size = chunks[i] as Chunk
  const next = chunks[i + 1]
  const range = {
    start: size.start,
    end: size.kind === 'number' && next && (next.kind === 'unit' || next.kind === 'other') ? next.end : size.end,
  }
  const product = productInSize(state, current, range)
  if (!product) return false
  const item = addItem(state, [product], { ...range, words: current.words, mentions: [] }, index)
  item.isImplied = true
  return true
}

/** «4 rolls tape 50 mm, 2 rolls 25 mm», «three 2 inch brushes and two 1 inch»: a number behind the count, and no noun after it. */
const isSizeBehindCount = (state: ReaderState, chunks: readonly Chunk[], i: number): boolean =>
  chunks[i]?.kind === 'number' &&
  (chunks[i - 1]?.kind === 'number' || chunks[i - 1]?.kind === 'unit') &&
  // «4x50» is one size
  !state.tokens[chunks[i]?.start ?? 0]?.isGlued &&
  lookAhead(state, chunks, i + 1).role === 'end'

/** «three pumps of vanilla», «with two sugar», «a latte and two extra shots»: the count is the option's. */
function isOptionCount(state: ReaderState, chunks: readonly Chunk[], i: number, ahead: LookAhead): boolean {
  if (ahead.isPortion || (state.isInWith && state.current)) return true
  if (ahead.isQualified && state.current && !ahead.reachesProduct) return true
  return (
    state.pending.quantityKind === 'number' &&
    state.pending.unknown.length === 0 &&
    !hasCue(chunks[i - 1], 'and') &&
    ahead.reachesProduct
  )
}

/** «milk 2 boxes»: nothing but little words between the noun and the count, and no noun after it. */
function isPostfixCount(
  state: ReaderState,
  chunks: readonly Chunk[],
  i: number,
  index: number,
  role: LookAhead['role'],
): boolean {
  const item = state.current
  if (!item || item.quantityKind === 'number' || item.currentLineIndex !== null) return false
  if (role !== 'end' && role !== 'variant' && !state.isPostfix) return false
  if (index - item.lastChunk > 4) return false
  for (let back = 1; index - back > item.lastChunk; back++) {
    const between = chunks[i - back]
    if (!between) return false
    const isLink =
      between.kind === 'mark' ||
      between.kind === 'determiner' ||
      hasCue(between, 'of') ||
      hasCue(between, 'filler') ||
      between.kind === 'other'
    if (!isLink) return false
  }
  return true
}

/** «2 kg each of tomatoes and carrots», «tomatoes and carrots, 2 kg each». True: the word has done its work. */
export function shareCount(state: ReaderState, chunks: readonly Chunk[], i: number): boolean {
  const { current, items, pending } = state
  const next = chunks[i + 1]
  // «5 kg cada semana»
  if (next?.kind === 'other') return false
  if (pending.quantityKind === 'number' && pending.unknown.length === 0) {
    const isBeforeNouns = chunks.slice(i + 1).some((chunk) => chunk.kind === 'entity')
    if (isBeforeNouns) state.shared = { quantity: pending.quantity, unit: pending.unit }
    return isBeforeNouns
  }
  if (current?.quantityKind !== 'number') return false
  const { quantity, unit } = current
  for (const item of items) {
    if (item.quantityKind === null && !item.isCancelled && item.lastChunk >= state.clauseStart)
      Object.assign(item, { quantityKind: 'number', quantity, unit })
  }
  return false
}

export function onUnit(state: ReaderState, chunk: Chunk & { kind: 'unit' }): void {
  const { current, pending } = state
  if (pending.unknown.length > 0 && pending.unit === chunk.unit) return
  if (
    pending.start < 0 &&
    pending.quantityKind === null &&
    current?.quantityKind === 'number' &&
    (current.unit === chunk.unit || current.unit === null)
  ) {
    current.unit = chunk.unit
    return
  }
  openPending(state, chunk)
  state.pending.unit = chunk.unit
  state.pending.ranges.push({ start: chunk.start, end: chunk.end })
}
