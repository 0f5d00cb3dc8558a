import { type Chunk, hasCue } from './chunks.ts'

export type ClauseKind = 'order' | 'neutral' | 'question' | 'complaint'

/** A stretch of chunks that is one act of speech. */
export interface Clause {
  readonly kind: ClauseKind
  readonly chunks: readonly Chunk[]
  /** A sentence or line ends after it; otherwise the next clause goes on with it. */
  readonly isClosed: boolean
  readonly isUnsure: boolean
}

const isHardMark = (chunk: Chunk): boolean => chunk.kind === 'mark' && /^[.!?;¿¡…]$/.test(chunk.text)

/** Cuts at sentence ends, before questions, and where an order begins after a comma. */
export function cutClauses(chunks: readonly Chunk[]): Clause[] {
  const clauses: Clause[] = []
  let current: Chunk[] = []
  const close = (end: Chunk | null): void => {
    if (current.length > 0) clauses.push(describe(current, end, clauses.at(-1)))
    else if (end && clauses.length > 0) {
      const last = clauses.pop() as Clause
      clauses.push({ ...last, isClosed: true })
    }
    current = []
  }
  chunks.forEach((chunk, i) => {
    if (chunk.kind === 'break' || isHardMark(chunk)) return close(chunk)
    if (startsQuestion(chunk) && hasContent(current)) close(null)
    else if (hasCue(chunk, 'order') && isSoftBoundary(chunks[i - 1], chunks[i - 2]) && saysNoOrder(current)) close(null)
    current.push(chunk)
  })
  close(null)
  return clauses
}

const startsQuestion = (chunk: Chunk): boolean =>
  hasCue(chunk, 'question') && !hasCue(chunk, 'order') && !hasCue(chunk, 'filler') && chunk.end - chunk.start > 1

const hasContent = (chunks: readonly Chunk[]): boolean =>
  chunks.some((chunk) => chunk.kind === 'entity' || chunk.kind === 'number' || chunk.kind === 'unit')

const isSoftBoundary = (before: Chunk | undefined, beforeThat: Chunk | undefined): boolean =>
  before?.kind === 'mark' ||
  hasCue(before, 'and') ||
  hasCue(before, 'filler') ||
  (before?.kind === 'other' && beforeThat?.kind === 'mark')

const saysNoOrder = (chunks: readonly Chunk[]): boolean =>
  chunks.some((chunk) => hasCue(chunk, 'complaint') || startsQuestion(chunk) || hasCue(chunk, 'question'))

function describe(chunks: readonly Chunk[], end: Chunk | null, before: Clause | undefined): Clause {
  const isAsked = end?.kind === 'mark' && end.text === '?'
  const isUnsure = chunks.some((chunk) => hasCue(chunk, 'unsure'))
  return { chunks, kind: kindOf(chunks, isAsked, before?.kind), isClosed: end !== null, isUnsure }
}

/** «solicitamos cotización de 100 leches», «send me the price of 5»: nothing but a little word before it. */
function wantsQuote(chunks: readonly Chunk[], order: number): boolean {
  const next = chunks
    .slice(order + 1)
    .find((chunk) => chunk.kind !== 'determiner' && !(chunk.kind === 'number' && chunk.number.kind === 'article'))
  return hasCue(next, 'quote')
}

function kindOf(chunks: readonly Chunk[], isAsked: boolean, before: ClauseKind | undefined): ClauseKind {
  const order = chunks.findIndex(
    (chunk) => hasCue(chunk, 'order') || hasCue(chunk, 'change') || hasCue(chunk, 'cancel'),
  )
  const question = chunks.findIndex((chunk) => hasCue(chunk, 'question') && !hasCue(chunk, 'filler'))
  const complaint = chunks.findIndex((chunk) => hasCue(chunk, 'complaint'))
  const amount = chunks.findIndex(
    (chunk) => chunk.kind === 'unit' || (chunk.kind === 'number' && chunk.number.kind === 'number'),
  )
  if (complaint >= 0 && !(order >= 0 && order < complaint && amount > order && amount < complaint)) return 'complaint'
  if (question >= 0 && (order < 0 || question <= order)) return 'question'
  if (order >= 0 && wantsQuote(chunks, order)) return 'question'
  if (amount < 0 && chunks.some((chunk) => hasCue(chunk, 'paper'))) return 'question'
  const past = chunks.findIndex((chunk) => hasCue(chunk, 'past'))
  // «where is my order? it was 20 bags»: what was said before goes on
  const isTold = amount < 0 || (past < amount && (before === 'question' || before === 'complaint'))
  if (order < 0 && past >= 0 && isTold) return 'complaint'
  if (order >= 0) return 'order'
  if (isAsked && amount < 0) return 'question'
  return 'neutral'
}
