import { type Chunk, hasCue } from './chunks.ts'
import type { Clause } from './clauses.ts'
import { beginCancel, beginChange, cancelAll, cancelLast, cancelNamed, endCancel } from './corrections.ts'
import { addSameInAnotherSize, onNumber, onUnit, openPending, shareCount } from './counts.ts'
import { onEntity } from './entities.ts'
import type { MentionSpan } from './mentions.ts'
import { findRemarks } from './remarks.ts'
import { lookAhead } from './look-ahead.ts'
import { determinerPhrases, eachPhrases, functionWords } from './phrases.ts'
import { endClause, flushPending, type ReaderState } from './reader.ts'
import { rolesOf } from './roles.ts'

/** Reads one clause into lines. */
export function readClause(state: ReaderState, clause: Clause, offset: number): void {
  state.isUnsure = clause.isUnsure || isRefusal(clause)
  state.isWish = clause.kind === 'order'
  state.isSlip = false
  state.clauseStart = offset
  state.firstToken =
    clause.chunks.find(
      (chunk) => chunk.kind === 'entity' || chunk.kind === 'number' || chunk.kind === 'unit' || chunk.kind === 'other',
    )?.start ?? -1
  state.isBareClause = clause.chunks.every((chunk) => chunk.kind !== 'entity' && chunk.kind !== 'other')
  const remarks = findRemarks(state.tokens, clause.chunks)
  clause.chunks.forEach((_, i) => {
    if (!remarks.has(i)) readChunk(state, clause.chunks, i, offset + i)
    else if (mayCount(clause.chunks, i)) state.unusedCounts++
  })
  if (state.mode === 'cancel') endCancel(state)
  endClause(state, clause.isClosed)
}

/** «la cal ya no», «el ketchup no»: nothing follows the word that takes something off. */
const isLast = (chunks: readonly Chunk[], i: number): boolean =>
  (hasCue(chunks[i], 'cancel') || (hasCue(chunks[i], 'negation') && chunks[i - 1]?.kind === 'entity')) &&
  chunks.slice(i + 1).every((chunk) => chunk.kind === 'mark' || (hasCue(chunk, 'filler') && !hasCue(chunk, 'order')))

/** «leche5», «99999999 leche», «$100 de queso»: taken for a code or a price, but beside a thing of the catalogue a person should see it. */
const mayCount = (chunks: readonly Chunk[], i: number): boolean =>
  chunks[i]?.kind === 'number' &&
  [chunks[i - 1], chunks[i + 1], hasCue(chunks[i + 1], 'of') ? chunks[i + 2] : undefined].some(
    (beside) => beside?.kind === 'entity',
  ) &&
  chunks[i - 1]?.kind !== 'number'

/** «leche no, arroz 3» */
const isDenied = (chunks: readonly Chunk[], i: number): boolean =>
  hasCue(chunks[i], 'negation') &&
  chunks[i - 1]?.kind === 'entity' &&
  chunks[i + 1]?.kind === 'mark' &&
  chunks[i + 2]?.kind === 'entity'

/** «no tengo lugar para más cerveza»: it begins with «no», counts nothing, and nobody asks for it. */
function isRefusal({ kind, chunks }: Clause): boolean {
  const first = chunks.find((chunk) => chunk.kind === 'entity' || chunk.kind === 'number' || hasCue(chunk, 'negation'))
  return kind === 'neutral' && hasCue(first, 'negation') && !chunks.some((chunk) => chunk.kind === 'number')
}

/** Notes what a question is about, for «do you have beer? send me 12». */
export function noteTopic(state: ReaderState, clause: Clause): void {
  state.isAsked = clause.chunks.some((chunk) => chunk.kind === 'entity')
  const named = clause.chunks.flatMap((chunk) => (chunk.kind === 'entity' && namesOne(chunk.span) ? [chunk.span] : []))
  state.topic = named.length === 1 ? (named[0] ?? null) : null
}

function namesOne(span: MentionSpan): boolean {
  const { products } = rolesOf(span)
  return products.length === 1 || products[0]?.isFull === true
}

function readChunk(state: ReaderState, chunks: readonly Chunk[], i: number, index: number): void {
  const chunk = chunks[i] as Chunk
  if (state.mode === 'ignore') return
  if (eachPhrases.longest(state.tokens, chunk.start) && shareCount(state, chunks, i)) return
  switch (chunk.kind) {
    case 'number':
      return onNumber(state, chunks, i, index)
    case 'unit':
      return onUnit(state, chunk)
    case 'entity':
      return onEntity(state, chunks, i, index)
    case 'determiner':
      if (state.mode === 'order' && state.pending.quantityKind === null) openPending(state, chunk)
      return
    case 'mark':
      return onMark(state, chunks, i)
    case 'cue':
      return onCue(state, chunks, i)
    case 'other':
      return onOther(state, chunks, i, index)
    case 'break':
  }
}

function onMark(state: ReaderState, chunks: readonly Chunk[], i: number): void {
  const { text } = chunks[i] as Chunk & { kind: 'mark' }
  if (state.mode === 'cancel' && state.hasCancelled) endCancel(state)
  if (state.mode === 'change' && text === ',' && !hasCue(chunks[i - 1], 'change') && !hasCue(chunks[i - 1], 'negation'))
    state.mode = 'order'
  if (hasCue(chunks[i - 1], 'negation')) state.isNegated = false
  if (/^[:\-–—]$/.test(text)) {
    if (state.current && isNone(state, chunks, i)) Object.assign(state.current, { quantity: 0, quantityKind: 'number' })
    return
  }
  const isCountNext =
    chunks[i + 1]?.kind === 'number' &&
    state.pending.quantityKind === null &&
    lookAhead(state, chunks, i + 2).role === 'end'
  if (state.pending.unknown.length > 0 && !isCountNext) flushPending(state)
  if (text === ',' && state.isInWith && lookAhead(state, chunks, i + 1).role === 'product') state.isInWith = false
}

/** «sal: -» in a form that was filled in. */
const isNone = ({ current, clauseStart }: ReaderState, chunks: readonly Chunk[], i: number): boolean => {
  const before = chunks[i - 1]
  const isLastMark = i === chunks.length - 1 && before?.kind === 'mark' && before.text === ':'
  return isLastMark && current?.quantityKind === null && current.lastChunk === clauseStart + i - 2
}

function onCue(state: ReaderState, chunks: readonly Chunk[], i: number): void {
  const chunk = chunks[i] as Chunk & { kind: 'cue' }
  if (hasCue(chunk, 'cancelAll')) return cancelAll(state)
  if (hasCue(chunk, 'slip')) state.isSlip = true
  // «5 leches o 3 arroces»
  if (hasCue(chunk, 'or') && chunks[i - 1]?.kind === 'entity' && chunks[i + 1]?.kind === 'number') state.isEither = true
  const isAtEnd = isLast(chunks, i)
  if ((hasCue(chunk, 'off') || isAtEnd || isDenied(chunks, i)) && cancelNamed(state)) return
  // «1 leche menos»: of what was ordered, or is one ordered?
  if (isAtEnd && state.current && state.current.lastChunk >= state.clauseStart) state.current.isQuantityAmbiguous = true
  if (hasCue(chunk, 'insteadOf') || hasCue(chunk, 'cancel')) {
    flushPending(state)
    return beginCancel(state, hasCue(chunk, 'insteadOf'))
  }
  if ((hasCue(chunk, 'amend') || hasCue(chunk, 'change')) && beginChange(state, chunks, i)) return
  if (hasCue(chunk, 'that')) {
    if (state.mode === 'cancel') cancelLast(state)
    return
  }
  const isAfterPause = chunks[i - 1]?.kind === 'mark' || hasCue(chunks[i - 1], 'and')
  if (
    state.mode === 'cancel' &&
    (hasCue(chunk, 'order') || hasCue(chunk, 'with')) &&
    (state.hasCancelled || isAfterPause)
  )
    endCancel(state)
  else if (state.mode === 'cancel' && hasCue(chunk, 'order')) return // «ya no me mandes …»
  if (hasCue(chunk, 'negation')) return onNegation(state, chunks, i)
  if (hasCue(chunk, 'side')) {
    openPending(state, chunk)
    state.isInWith = false
    state.isNegated = false
  } else if (hasCue(chunk, 'order')) {
    flushPending(state)
    state.isNegated = false
    // «make it 4 and add rice»: what is added after «and» does not change the line before it
    if (!state.current || state.mode !== 'change' || hasCue(chunks[i - 1], 'and')) state.mode = 'order'
    state.pending.isOpen = !state.current
    state.isInWith = false
  } else if (hasCue(chunk, 'with')) {
    if (state.pending.unknown.length > 0) flushPending(state)
    state.isNegated = false
    state.isInWith = state.current !== null
  } else if (hasCue(chunk, 'extra') || hasCue(chunk, 'light')) {
    state.isNegated = false
    state.qualifier = hasCue(chunk, 'extra') ? 'extra' : 'light'
    if (state.pending.start < 0 && state.pending.quantityKind === null) state.pending.start = chunk.start
  } else if ((hasCue(chunk, 'and') || hasCue(chunk, 'or')) && state.pending.unknown.length > 0) {
    flushPending(state)
    state.pending.isOpen = true
  }
}

function onNegation(state: ReaderState, chunks: readonly Chunk[], i: number): void {
  if (state.pending.unknown.length > 0) flushPending(state)
  const next = chunks[i + 1]
  if (next?.kind === 'mark' && chunks[i + 2]?.kind === 'number' && beginChange(state, chunks, i)) return // «no, 5 kg»
  state.isNegated = next !== undefined && next.kind !== 'mark' && !hasCue(next, 'change')
  state.isNegationUsed = false
  state.qualifier = null
}

/** A word nobody knows is the name of a product when somebody counts it or wants it. */
function onOther(state: ReaderState, chunks: readonly Chunk[], i: number, index: number): void {
  const chunk = chunks[i] as Chunk & { kind: 'other' }
  if (state.mode === 'change' && !state.isTargetNamed && isDefinite(state, chunk)) {
    // «change the rice to 5», and nobody knows what rice is: the change is not for the last line
    state.mode = 'ignore'
    state.hasUnknownTarget = true
    return
  }
  if (state.mode !== 'order' || functionWords.has(chunk.text) || chunk.text.length < 3) return
  // «4ft», «35g»: what is glued to a number is a unit or a type, not a name
  if (state.tokens[chunk.start]?.isGlued) return
  if (addSameInAnotherSize(state, chunks, i, index)) return
  if (state.pending.isOpen && !state.isNegated && !state.isInWith)
    state.pending.unknown.push({ start: chunk.start, end: chunk.end })
}

const isDefinite = (state: ReaderState, chunk: Chunk): boolean =>
  determinerPhrases.longest(state.tokens, chunk.start - 1) !== null &&
  !functionWords.has(state.tokens[chunk.start]?.text ?? '')
