import { type Chunk, hasCue } from './chunks.ts'
import { type DraftItem, fromPending, newPending, type TokenRange } from './draft.ts'
import type { MentionSpan } from './mentions.ts'
import type { ReadNumber } from './numbers.ts'
import { determinerPhrases } from './phrases.ts'
import { flushPending, type ReaderState } from './reader.ts'
import { rolesOf } from './roles.ts'

/** `isReplacing`: «instead of», so what comes next takes the place and the count of what goes. */
export function beginCancel(state: ReaderState, isReplacing: boolean): void {
  state.mode = 'cancel'
  state.isReplacing = isReplacing
  state.inherited = null
  state.hasCancelled = false
  state.pending = newPending()
}

/** Ends a cancel that named nothing: «cancel that, changed my mind» means the last line. */
export function endCancel(state: ReaderState): void {
  state.mode = 'order'
  state.hasCancelled = false
}

export function cancelAll(state: ReaderState): void {
  for (const item of state.items) item.isCancelled = true
  state.current = null
  state.hasCancelledAnything = true
}

export function cancelLast(state: ReaderState): void {
  if (state.hasCancelled) return
  const item = live(state).at(-1)
  if (item) {
    cancel(state, item)
    state.scratched = item
  }
  state.hasCancelled = true
}

/** Takes off the line that the words name, or the option. */
export function applyCancel(state: ReaderState, span: MentionSpan, kind: 'product' | 'variant' | 'option'): void {
  const count = state.pending.quantityKind === 'number' ? state.pending.quantity : null
  if (kind === 'variant') {
    state.pending.variants.push(span)
    return
  }
  const { variants } = state.pending
  state.pending = newPending()
  const item = kind === 'product' ? findItem(state, span, variants) : undefined
  if (!item) {
    if (!removeOption(state, span) && state.mode === 'cancel' && !state.isReplacing) state.hasUnknownTarget = true
    state.hasCancelled = true
    return
  }
  if (count !== null && count < item.quantity) {
    item.quantity -= count
    item.isQuantityAmbiguous = true
    item.isChanged = true
    state.hasChanged = true
  } else cancel(state, item)
  state.hasCancelled = true
}

function cancel(state: ReaderState, item: DraftItem): void {
  item.isCancelled = true
  state.hasCancelledAnything = true
  state.inherited = item
  if (state.current === item) state.current = live(state).at(-1) ?? null
}

/** «take the tiramisu off»: the noun was read as a new line; it is the one to go. */
export function cancelNamed(state: ReaderState): boolean {
  const item = state.current
  if (state.mode === 'change' && state.isTargetNamed && item?.currentLine && item === state.target) {
    cancel(state, item)
    return true
  }
  if (!item || item.isCancelled || item.lastChunk < state.clauseStart || item.quantityKind === 'number') return false
  item.isCancelled = true
  const same = live(state).findLast((other) => other !== item && other.products[0]?.target === item.products[0]?.target)
  if (same) cancel(state, same)
  else state.hasUnknownTarget = true
  state.current = live(state).at(-1) ?? null
  return true
}

const live = (state: ReaderState): DraftItem[] => state.items.filter((item) => !item.isCancelled)

/** The line a word names: the same product, else a line that was named with the same words; the variant said decides between several. */
export function findItem(
  state: ReaderState,
  span: MentionSpan,
  variants: readonly MentionSpan[] = [],
): DraftItem | undefined {
  const { products } = rolesOf(span)
  const items = live(state).toReversed()
  const isFull = products[0]?.isFull ?? false
  const targets = new Set(products.map((mention) => mention.target))
  const best = products[0]?.target
  const found = [
    items.filter((item) => item.products[0] && item.products[0].target === best && isFull),
    items.filter((item) => item.products[0] && targets.has(item.products[0].target)),
    items.filter((item) => span.words.some((word) => item.words.includes(word))),
    items.filter((item) => item.products.some((mention) => targets.has(mention.target))),
  ].find((list) => list.length > 0)
  if (!found || found.length < 2 || variants.length === 0) return found?.[0]
  const said = new Set(variants.flatMap((variant) => variant.words))
  return found.find((item) => item.variants.some((variant) => variant.words.some((word) => said.has(word)))) ?? found[0]
}

/** Takes an option off the last line that has it, or notes that the current line goes without. */
function removeOption(state: ReaderState, span: MentionSpan): boolean {
  const targets = new Set(span.mentions.filter((mention) => mention.kind === 'option').map((mention) => mention.target))
  for (const item of live(state).toReversed()) {
    const index = item.options.findLastIndex((option) =>
      option.span.mentions.some((mention) => mention.kind === 'option' && targets.has(mention.target)),
    )
    if (index >= 0) {
      item.options.splice(index, 1)
      return true
    }
  }
  if (!state.current || targets.size === 0) return false
  state.current.options.push({ span, isNegated: true, qualifier: null })
  return true
}

/** Opens «make it …». False when there is nothing to change, or the words do not change anything. */
export function beginChange(state: ReaderState, chunks: readonly Chunk[], i: number): boolean {
  const target = live(state).at(-1)
  if (!target) {
    const cue = chunks[i] as Chunk
    if (cue.end - cue.start > 1 && !hasCue(cue, 'filler')) state.hasUnknownTarget = true
    if (!hasCue(cue, 'amend')) return false
    state.mode = 'ignore'
    state.hasUnknownTarget = true
    return true
  }
  const next = chunks[i + 1]
  const isBare = chunks[i] !== undefined && (chunks[i] as Chunk).end - (chunks[i] as Chunk).start === 1
  if (isBare && !hasCue(chunks[i], 'amend') && (next === undefined || next.kind === 'other')) return false
  flushPending(state)
  const open = lineOf(state, state.current)
  if (open && state.current) {
    state.items.splice(state.items.indexOf(state.current), 1)
    state.current = open
  }
  state.mode = 'change'
  state.target = state.current && !state.current.isCancelled ? state.current : target
  state.isTargetNamed = false
  state.isNegated = false
  state.isInWith = false
  return true
}

/** «arroz mejor 4»: the noun was read as a new line; it is the one of the open order. */
const lineOf = (state: ReaderState, item: DraftItem | null): DraftItem | undefined =>
  item && item.currentLine === null && item.quantityKind === null
    ? live(state).find((other) => other.currentLine && other.products[0]?.target === item.products[0]?.target)
    : undefined

export function changeQuantity(state: ReaderState, number: ReadNumber, unit: string | null, range: TokenRange): void {
  const item = state.target
  if (!item) return
  item.quantity = number.value
  item.quantityKind = 'number'
  item.isQuantityAmbiguous = number.isAmbiguous
  item.unit = unit ?? item.unit
  item.ranges.push(range)
  markChanged(state, item)
}

function markChanged(state: ReaderState, item: DraftItem): void {
  item.isChanged = true
  state.hasChanged = true
  state.current = item
}

/** Applies a word to the line that changes. False: read it as an ordinary word. */
export function applyChange(
  state: ReaderState,
  chunks: readonly Chunk[],
  i: number,
  kind: 'product' | 'variant' | 'option',
  index: number,
): boolean {
  const { span } = chunks[i] as Chunk & { kind: 'entity' }
  const item = state.target
  if (!item) return false
  if (kind === 'option') {
    state.current = item
    item.options.push({ span, isNegated: state.isNegated, qualifier: state.qualifier })
    item.isChanged = true
    return true
  }
  if (kind === 'variant') {
    if (
      chunks[i + 1]?.kind === 'entity' &&
      rolesOf((chunks[i + 1] as Chunk & { kind: 'entity' }).span).products.length > 0 &&
      !state.isNegated
    ) {
      state.pending.variants.push(span)
      return true
    }
    changeVariant(state, item, span)
    return true
  }
  if (item.isChanged && isOneMore(chunks, i)) {
    // «que sean 5 y 2 panes»: the change is said, what comes after «and» is another line
    state.mode = 'order'
    return false
  }
  const named = findItem(state, span, state.pending.variants)
  const isFirst = !state.isTargetNamed
  const isSameProduct = named !== undefined && named.products[0]?.target === rolesOf(span).products[0]?.target
  if (named && isFirst && (isSameProduct || determinerPhrases.longest(state.tokens, span.start - 1))) {
    state.target = named
    state.isTargetNamed = true
    if (state.pending.quantityKind === 'number') {
      named.quantity = state.pending.quantity
      named.quantityKind = 'number'
      named.unit = state.pending.unit ?? named.unit
    }
    named.variants.push(...state.pending.variants)
    state.pending = newPending()
    markChanged(state, named)
    return true
  }
  if (isFirst && hasCue(chunks[i - 1], 'with')) return false
  replace(state, item, span, index)
  return true
}

/** Whether the words before a noun, its count and its unit, follow an «and». */
function isOneMore(chunks: readonly Chunk[], i: number): boolean {
  let back = i - 1
  while (chunks[back]?.kind === 'number' || chunks[back]?.kind === 'unit' || hasCue(chunks[back], 'of')) back--
  return back < i - 1 && hasCue(chunks[back], 'and')
}

function changeVariant(state: ReaderState, item: DraftItem, span: MentionSpan): void {
  const axes = new Set(
    span.mentions.flatMap((mention) =>
      mention.kind === 'variant' ? [state.catalog.variants[mention.target]?.axis] : [],
    ),
  )
  if (state.isNegated) {
    item.variants = item.variants.filter((old) => !old.words.some((word) => span.words.includes(word)))
    state.isNegated = false
  } else {
    const isSameAxis = (old: MentionSpan): boolean =>
      old.mentions.every(
        (mention) => mention.kind !== 'variant' || axes.has(state.catalog.variants[mention.target]?.axis),
      ) && !isPartOfOne(old, span)
    item.variants = [...item.variants.filter((old) => !isSameAxis(old)), span]
  }
  item.ranges.push({ start: span.start, end: span.end })
  markChanged(state, item)
}

/** «tall and iced»: both are parts of one value, so the later does not push the earlier out. */
function isPartOfOne(a: MentionSpan, b: MentionSpan): boolean {
  const targets = new Set(a.mentions.flatMap((mention) => (mention.kind === 'variant' ? [mention.target] : [])))
  return (
    a.words.join() !== b.words.join() &&
    b.mentions.some((mention) => mention.kind === 'variant' && targets.has(mention.target))
  )
}

function replace(state: ReaderState, item: DraftItem, span: MentionSpan, index: number): void {
  const { pending } = state
  item.products = rolesOf(span).products
  item.words = span.words
  if (pending.quantityKind === 'number') {
    item.quantity = pending.quantity
    item.quantityKind = 'number'
    item.unit = pending.unit ?? item.unit
  }
  const extra = fromPending(pending)
  item.variants.push(...extra.variants)
  item.options.push(...extra.options)
  item.ranges.push(...extra.ranges, { start: span.start, end: span.end })
  item.lastChunk = index
  state.pending = newPending()
  state.isTargetNamed = true
  markChanged(state, item)
}
