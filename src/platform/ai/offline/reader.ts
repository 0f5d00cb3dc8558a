import type { Catalog } from './catalog.ts'
import { settleDangling, takesAll } from './dangling.ts'
import { type DraftItem, fromPending, isFirmCount, newPending, type Pending } from './draft.ts'
import type { Mention, MentionSpan } from './mentions.ts'
import { ofWords, unitPhrases } from './phrases.ts'
import { rolesOf, takesVariant } from './roles.ts'
import { moreSpecific } from './specific.ts'
import type { Token } from './tokens.ts'

/** Where the reader stands: what it has read, and what it makes of the next words. */
export interface ReaderState {
  readonly catalog: Catalog
  readonly tokens: readonly Token[]
  readonly items: DraftItem[]
  /** The line that options, sizes and «make it …» speak about. */
  current: DraftItem | null
  pending: Pending
  /** Counted phrases that wait for their noun: «one medium cheese and one large cheese pizza». */
  dangling: Pending[]
  /** Inside «with …»: options belong to the current line. */
  isInWith: boolean
  isNegated: boolean
  /** The «no» has found its option. */
  isNegationUsed: boolean
  qualifier: 'extra' | 'light' | null
  /** `ignore`: a change to an order this reader was not shown. */
  mode: 'order' | 'cancel' | 'change' | 'ignore'
  /** In a change: the line that changes, and whether the customer named it. */
  target: DraftItem | null
  isTargetNamed: boolean
  /** In a cancel: whether something was taken off since the word. */
  hasCancelled: boolean
  /** «2 kg each of tomatoes, carrots»: the count of what has none. */
  shared: { readonly quantity: number; readonly unit: string | null } | null
  /** Quantity of a line that «instead of» took off, for the one that takes its place. */
  inherited: DraftItem | null
  /** Counts stand behind their noun in this message: «milk 2, rice 3». */
  isPostfix: boolean
  isUnsure: boolean
  /** The clause takes something back: «sorry». */
  isSlip: boolean
  /** The first chunk of the clause. */
  clauseStart: number
  /** The clause asks for something. */
  isWish: boolean
  /** The last question named something of the catalogue. */
  isAsked: boolean
  /** The product the last question was about. */
  topic: MentionSpan | null
  /** Lines that «instead of» takes off are replaced. */
  isReplacing: boolean
  /** A line of the open order was named. */
  hasNamedLine: boolean
  /** A change or cancel named a line that is not here. */
  hasUnknownTarget: boolean
  /** Somebody asked for something the catalogue does not have, without a count. */
  hasUnknownWish: boolean
  hasChanged: boolean
  /** The first token of the clause that is more than a greeting. */
  firstToken: number
  /** The clause holds a count and nothing else that matters. */
  isBareClause: boolean
  /** «or» stands between two counted things. */
  isEither: boolean
  /** Counts that found no line: something was misread. */
  unusedCounts: number
  hasCancelledAnything: boolean
  /** Somebody counted something by its size alone, and nothing says of what. */
  hasLostCount: boolean
  /** The line that «scratch that» has just taken off; a bare count right behind brings it back. */
  scratched: DraftItem | null
  readonly unknownItems: DraftItem[]
}

export const newState = (catalog: Catalog, tokens: readonly Token[]): ReaderState => ({
  catalog,
  tokens,
  items: [],
  current: null,
  pending: newPending(),
  dangling: [],
  isInWith: false,
  isNegated: false,
  isNegationUsed: false,
  qualifier: null,
  mode: 'order',
  target: null,
  isTargetNamed: false,
  hasCancelled: false,
  shared: null,
  inherited: null,
  isPostfix: false,
  isUnsure: false,
  isSlip: false,
  clauseStart: 0,
  isWish: false,
  isAsked: false,
  topic: null,
  isReplacing: false,
  hasNamedLine: false,
  hasUnknownTarget: false,
  hasUnknownWish: false,
  isBareClause: false,
  firstToken: -1,
  isEither: false,
  unusedCounts: 0,
  hasChanged: false,
  hasCancelledAnything: false,
  hasLostCount: false,
  scratched: null,
  unknownItems: [],
})

/** Makes a line of a product that was named, with everything said before its noun. */
export function addItem(
  state: ReaderState,
  products: readonly Mention[],
  span: MentionSpan,
  chunkIndex: number,
): DraftItem {
  const { pending } = state
  const from = pending.start >= 0 ? pending.start : span.start
  const better = moreSpecific(state.catalog, state.tokens, products, span, from)
  const shared = state.dangling.filter((waiting) => takesAll(state.catalog, waiting, (better[0] as Mention).target))
  state.dangling = state.dangling.filter((waiting) => !shared.includes(waiting))
  settleDangling(state)
  for (const waiting of shared) {
    state.items.push({
      ...fromPending(waiting),
      products: better,
      words: span.words,
      isImplied: true,
      isUnsure: state.isUnsure,
    })
  }
  const item = fromPending(pending)
  item.products = better
  item.words = span.words
  item.ranges.push({ start: span.start, end: span.end })
  state.topic = null
  item.lastChunk = chunkIndex
  item.isUnsure = state.isUnsure
  if (
    pending.unknown.length === 1 &&
    pending.quantityKind !== null &&
    ofWords.has(state.tokens[span.start - 1]?.text ?? '')
  ) {
    // «10 reams of paper»: a word for a package that no language file has
    item.unit ??= state.tokens[pending.unknown[0]?.start ?? -1]?.text ?? null
  }
  if (state.inherited && state.isReplacing && item.quantityKind !== 'number') {
    item.quantity = state.inherited.quantity
    item.quantityKind = state.inherited.quantityKind
    item.unit ??= state.inherited.unit
  }
  if (state.shared && item.quantityKind === null)
    Object.assign(item, { quantityKind: 'number', quantity: state.shared.quantity, unit: state.shared.unit })
  takeUnits(state, item)
  state.inherited = null
  state.isReplacing = false
  state.scratched = null
  state.items.push(item)
  state.current = item
  state.pending = newPending()
  state.isInWith = false
  state.isNegated = false
  state.qualifier = null
  return item
}

/** «un litro de thinner»: a litre is a size of another product, here it is the unit. */
function takeUnits(state: ReaderState, item: DraftItem): void {
  for (const span of item.variants) {
    const unit = unitPhrases.longest(state.tokens, span.start)
    if (unit?.end === span.end && !takesVariant(state.catalog, item.products.slice(0, 1), rolesOf(span).variants))
      item.unit ??= unit.value
  }
}

/** Closes what stands before a noun that never came. */
export function flushPending(state: ReaderState): void {
  const { pending } = state
  state.pending = newPending()
  if (pending.unknown.length > 0 && pending.isPlace) return
  if (pending.unknown.length > 0) return flushUnknown(state, pending)
  const isCounted = pending.quantityKind !== null || pending.unit !== null
  if (isFirmCount(pending) && state.topic && state.isWish && pending.options.length === 0) {
    // «do you have beer? send me 12», «tem bolo? se tiver quero um»
    state.pending = pending
    const { topic } = state
    state.topic = null
    addItem(state, rolesOf(topic).products, topic, -1)
  } else if (isCounted && (pending.variants.length > 0 || pending.options.length > 0)) {
    state.dangling.push(pending)
  } else if (pending.quantityKind === 'number') {
    placeLooseCount(state, pending)
  } else if (state.current) {
    state.current.variants.push(...pending.variants)
    state.current.options.push(...pending.options)
  }
}

/** «we're out of milk, send 6», «20 lemons. actually 30»: a count alone speaks of the line before it; a person should see it. */
function placeLooseCount(state: ReaderState, pending: Pending): void {
  const item = state.current ?? takeBack(state)
  if (!item || item.isCancelled || item.isImplied || (item.quantityKind !== null && !state.isBareClause)) {
    state.unusedCounts++
    state.hasLostCount ||= !item && (state.isWish || state.isAsked)
    return
  }
  state.hasChanged ||= item.quantityKind !== null
  item.isChanged = item.quantityKind !== null
  Object.assign(item, {
    quantity: pending.quantity,
    quantityKind: 'number',
    unit: pending.unit ?? item.unit,
    isImplied: true,
  })
  item.ranges.push(...pending.ranges)
}

/** «8 pasties, no, scratch that, 10»: what was just taken off stays, with the new count. */
function takeBack(state: ReaderState): DraftItem | null {
  const item = state.scratched
  state.scratched = null
  if (item === null) return null
  item.isCancelled = false
  // For the rule below a line without a count: the old one is gone.
  item.quantityKind = null
  state.current = item
  return item
}

function flushUnknown(state: ReaderState, pending: Pending): void {
  const isCounted = pending.quantityKind === 'number' || pending.unit !== null
  if (!isCounted) {
    state.hasUnknownWish = true
    if (pending.quantityKind === null) return
  }
  const item = fromPending(pending)
  item.ranges.push(...pending.unknown)
  item.isDoubtful = !state.isWish && pending.ranges[0]?.start !== state.firstToken
  item.isUnsure = state.isUnsure
  if (isCounted) {
    state.items.push(item)
    state.current = item
  } else state.unknownItems.push(item)
}

/** Ends a sentence: nothing before it speaks about what comes after, save the current line. */
export function endClause(state: ReaderState, isClosed: boolean): void {
  flushPending(state)
  settleDangling(state)
  state.shared = null
  state.isNegated = false
  state.qualifier = null
  if (isClosed) state.isInWith = false
  state.mode = 'order'
  state.target = null
  state.isTargetNamed = false
  state.isUnsure = false
}
