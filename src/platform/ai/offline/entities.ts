import { type Chunk, hasCue } from './chunks.ts'
import { applyCancel, applyChange, findItem } from './corrections.ts'
import { addSameInAnotherSize } from './counts.ts'
import { type DraftItem, newPending } from './draft.ts'
import { entityKind } from './entity-kind.ts'
import { lookAhead } from './look-ahead.ts'
import type { MentionSpan } from './mentions.ts'
import { determinerPhrases, functionWords, ofWords, unitPhrases } from './phrases.ts'
import { addItem, type ReaderState } from './reader.ts'
import { rolesOf, takesVariant } from './roles.ts'
import { canonicalUnit } from './units.ts'

/** Gives a word of the catalogue its place: a new line, or a size or an option of one. */
export function onEntity(state: ReaderState, chunks: readonly Chunk[], i: number, index: number): void {
  const chunk = chunks[i] as Chunk & { kind: 'entity' }
  const kind = entityKind(state, chunks, i)
  if (kind === 'none') {
    if (state.pending.start < 0) state.pending.start = chunk.start
    return
  }
  if (state.mode === 'cancel') return applyCancel(state, chunk.span, kind)
  if (state.mode === 'change' && applyChange(state, chunks, i, kind, index)) return
  if (kind === 'product') return onProduct(state, chunks, i, index)
  const best = state.current?.products ?? []
  const isForeign = kind === 'variant' && !takesVariant(state.catalog, best, rolesOf(chunk.span).variants)
  if (isForeign && addSameInAnotherSize(state, chunks, i, index)) return
  addDetail(state, chunks, i, index, kind)
}

function addDetail(
  state: ReaderState,
  chunks: readonly Chunk[],
  i: number,
  index: number,
  kind: 'variant' | 'option',
): void {
  const { span, start, end } = chunks[i] as Chunk & { kind: 'entity' }
  const owner = isAhead(state, chunks, i, index, kind) ? state.pending : state.current
  if (!owner) return
  if (kind === 'option') {
    owner.options.push({ span, isNegated: state.isNegated, qualifier: state.qualifier })
    // «no foam mocha»: the «no» is used up and does not reach the noun
    state.isNegationUsed = state.isNegated
  } else if (!state.isNegated || state.isNegationUsed) owner.variants.push(span)
  owner.ranges.push({ start, end })
  if (owner === state.pending) {
    if (state.pending.start < 0) state.pending.start = start
  } else if (state.current) state.current.lastChunk = index
  state.qualifier = null
}

/** Whether a size or option belongs to a noun that is still to come. */
function isAhead(
  state: ReaderState,
  chunks: readonly Chunk[],
  i: number,
  index: number,
  kind: 'variant' | 'option',
): boolean {
  if (!state.current) return true
  const ahead = lookAhead(state, chunks, i)
  if (state.isInWith && kind === 'option' && !ahead.reachesProduct) return false
  if (state.pending.quantityKind !== null || state.pending.isOpen) return true
  // «no onion, large fries»: the «no» was for the onion
  const isNegated = state.isNegated && !(state.isNegationUsed && kind === 'variant')
  if (isNegated || (state.isInWith && kind === 'option')) return false
  return ahead.reachesProduct && !isRightBehind(state, chunks, i, index)
}

/** «six fantas medium six cokes»: a size straight behind its noun, with a new count after it, belongs to that noun. */
const isRightBehind = (state: ReaderState, chunks: readonly Chunk[], i: number, index: number): boolean =>
  state.current?.lastChunk === index - 1 && chunks[i + 1]?.kind !== 'entity'

function onProduct(state: ReaderState, chunks: readonly Chunk[], i: number, index: number): void {
  const { span } = chunks[i] as Chunk & { kind: 'entity' }
  const { products } = rolesOf(span)
  if (state.isNegated) {
    const isReached = !state.isNegationUsed && !hasCue(chunks[i - 1], 'and')
    state.isNegated = false
    if (isReached) return applyCancel(state, span, 'product')
  }
  if (isCurrentLine(state, chunks, i, span) || isReference(state, chunks, i, span) || needsCount(state, chunks, i))
    return
  const { current } = state
  if (current && !current.isCancelled && current.products.length > 0 && saysTheSame(state, current, span, index)) {
    current.ranges.push({ start: span.start, end: span.end })
    current.lastChunk = index
    return
  }
  if (current && completes(state, current, span, index)) return
  if (state.pending.quantityKind === null) state.pending.unknown = []
  if (current && narrows(state, current, span)) {
    current.products = products
    current.words = span.words
    current.ranges.push({ start: span.start, end: span.end })
    current.lastChunk = index
    return
  }
  if (state.isSlip && repeats(state, span)) return
  const before = chunks[i - 1]
  const item = addItem(state, products, span, index)
  if (item.unit === null && before?.kind === 'number') item.unit = ownUnit(state, item, span)
}

/** «organic protein» is no «Tractor organic tea»: an everyday word or a small part from the middle of a name must be counted. */
function needsCount(state: ReaderState, chunks: readonly Chunk[], i: number): boolean {
  const { span } = chunks[i] as Chunk & { kind: 'entity' }
  const { products } = rolesOf(span)
  const [best] = products
  if (!best || best.isFull) return false
  // «pañales G»: the size says that the everyday word was meant
  const next = chunks[i + 1]
  if (best.hasHead && next?.kind === 'entity' && takesVariant(state.catalog, products, rolesOf(next.span).variants))
    return false
  if (products.length === 1 && isListed(chunks, i)) return false
  const isEveryday = state.tokens.slice(span.start, span.end).every((token) => functionWords.has(token.text))
  // «un té»: so short a word was only taken for a name because it is counted
  const isShort = state.tokens.slice(span.start, span.end).every(({ text }) => text.length < 3)
  if ((!isEveryday || isShort) && (best.hasHead || best.coverage >= 0.4)) return false
  return state.pending.quantityKind !== 'number' && state.pending.unit === null
}

/** «roller + tray, 2 sheets»: a thing of a list, with nothing else beside it. */
function isListed(chunks: readonly Chunk[], i: number): boolean {
  const [before, after] = [chunks[i - 1], chunks[i + 1]]
  return (
    (before?.kind === 'mark' || hasCue(before, 'and')) &&
    (after === undefined || after.kind === 'mark' || hasCue(after, 'and'))
  )
}

/** «la coca que sea de lata», «sube el arroz a 6», «solo 1 arroz»: a line of the order that is open, named as one that is known. */
function isCurrentLine(state: ReaderState, chunks: readonly Chunk[], i: number, span: MentionSpan): boolean {
  const { pending } = state
  const item = findItem(state, span, pending.variants)
  if (!item || item.currentLineIndex === null || item.products[0]?.target !== rolesOf(span).products[0]?.target)
    return false
  const isDefinite = determinerPhrases.longest(state.tokens, span.start - 1) !== null
  const isOnly = chunks[i - 1]?.kind === 'number' && hasCue(chunks[i - 2], 'only')
  if (!isDefinite && !isOnly) return false
  state.mode = 'change'
  state.target = item
  state.isTargetNamed = true
  state.hasNamedLine = true
  state.current = item
  if (pending.quantityKind === 'number') {
    Object.assign(item, { quantity: pending.quantity, unit: pending.unit ?? item.unit, isChanged: true })
    item.ranges.push(...pending.ranges, { start: span.start, end: span.end })
    state.hasChanged = true
  }
  state.pending = newPending()
  return true
}

/** «4 ciabatta … sorry, 6 ciabatta»: the count is corrected, not added. */
function repeats(state: ReaderState, span: MentionSpan): boolean {
  const { pending } = state
  const item = findItem(state, span, pending.variants)
  if (!item || pending.quantityKind !== 'number' || item.products[0]?.target !== rolesOf(span).products[0]?.target)
    return false
  Object.assign(item, { quantity: pending.quantity, unit: pending.unit ?? item.unit, isChanged: true })
  item.ranges.push(...pending.ranges, { start: span.start, end: span.end })
  state.pending = newPending()
  state.current = item
  state.hasChanged = true
  return true
}

/** «room in that coffee», «mushrooms on all of those pizzas», «cream to the espresso»: a line already read, not a new one. */
function isReference(state: ReaderState, chunks: readonly Chunk[], i: number, span: MentionSpan): boolean {
  const isCounted = state.pending.quantityKind !== null || state.pending.unit !== null
  if (isCounted && state.pending.options.length === 0) return false
  const before = chunks[i - 1]
  const isPointing =
    hasCue(before, 'that') ||
    ((before?.kind === 'determiner' || hasCue(before, 'that')) && hasCue(chunks[i - 2], 'onto'))
  if (!isPointing) return false
  const item = findItem(state, span)
  if (!item && before?.kind === 'determiner' && state.pending.options.length > 0) {
    state.pending = newPending()
    state.hasUnknownTarget = true
    return true
  }
  if (!item || item.products[0]?.target !== rolesOf(span).products[0]?.target) return false
  item.options.push(...state.pending.options)
  item.variants.push(...state.pending.variants)
  state.pending.options = []
  state.pending.variants = []
  state.current = item
  return true
}

/** «pizza pie», «baked lays chips»: a second noun right behind the first that adds nothing of its own. */
function saysTheSame(state: ReaderState, current: DraftItem, span: MentionSpan, index: number): boolean {
  const own = state.catalog.nameWords[current.products[0]?.target ?? -1] ?? []
  // «arena pa gato»: the rest of the name, after a little word
  const isRest =
    state.pending.quantityKind === null &&
    current.lastChunk >= index - 2 &&
    span.words.every((word) => own.includes(word) && !current.words.includes(word))
  if (isRest) return true
  if (current.lastChunk !== index - 1 || state.pending.start >= 0) return false
  const [best] = rolesOf(span).products
  if (best?.target === current.products[0]?.target) return span.words.join() !== current.words.join() || !best?.isFull
  return !best?.isFull && !span.words.some((word) => state.catalog.productCount[word] === 1)
}

/** «6 jorgito blanco», where «jorgito» alone is the dark one: the word right behind makes it the product that has both in its name. */
function completes(state: ReaderState, current: DraftItem, span: MentionSpan, index: number): boolean {
  if (current.isCancelled || current.lastChunk !== index - 1 || state.pending.start >= 0 || span.mentions[0]?.isFull)
    return false
  const both = rolesOf(span).products.filter(({ target }) => {
    const name = state.catalog.nameWords[target] ?? []
    return [...current.words, ...span.words].every((word) => name.includes(word))
  })
  if (both.length === 0 || both.some(({ target }) => target === current.products[0]?.target)) return false
  current.products = both
  current.words = [...current.words, ...span.words]
  current.ranges.push({ start: span.start, end: span.end })
  current.lastChunk = index
  return true
}

/** «a sandwich with buffalo chicken»: the second noun says which of the sandwiches. */
function narrows(state: ReaderState, current: DraftItem, span: MentionSpan): boolean {
  if (
    !state.isInWith ||
    state.pending.quantityKind !== null ||
    current.products.length < 2 ||
    current.products[0]?.isFull
  )
    return false
  const [best] = rolesOf(span).products
  return best !== undefined && current.products.some((mention) => mention.target === best.target)
}

/** «5 crates whole milk», «3 tins of tomatoes» when the crate and the tin are in the name too. */
function ownUnit(state: ReaderState, item: DraftItem, span: MentionSpan): string | null {
  const unit = state.catalog.products[item.products[0]?.target ?? -1]?.unit
  const said = unitPhrases.longest(state.tokens, span.start)
  if (!said || said.end >= span.end) return null
  // «10 sobres de gato»: the word is the product's own noun
  const name = state.catalog.nameWords[item.products[0]?.target ?? -1] ?? []
  if (name[0] === span.words[0]) return null
  return ofWords.has(state.tokens[said.end]?.text ?? '') || (unit && canonicalUnit(unit) === said.value)
    ? said.value
    : null
}
