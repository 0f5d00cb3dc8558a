import type { ReviewReason } from '../../assistant/index.ts'
import type { Reading } from '../../platform/ai/model.ts'
import {
  readOrder,
  type Catalog,
  type CurrentLine,
  type InputMessage,
  type TextSpan,
} from '../../platform/ai/offline/index.ts'
import type { DraftLine } from '../lines/lines-from-reading.ts'
import type { NextLines } from './next-lines.ts'
import { listKey, type ListedLine, type PastOrder } from '../past-orders.ts'

/** A list that was ordered so often among the customer's latest orders is their usual one without a doubt. */
const timesUntilSure = 3
const sureConfidence = 0.95
const doubtfulConfidence = 0.6

/** A customer means what they ordered before: which words say so, and which order it most likely is. */
export interface Repeat {
  readonly words: readonly TextSpan[]
  /** Null when there is no earlier order to repeat. */
  readonly past: PastOrder | null
  /** How often that very list stands among the customer's latest confirmed orders. */
  readonly times: number
}

/**
 * Which earlier order is meant: the newest one that has everything the message changes or leaves out («without the
 * cheese» means one with cheese), else the newest.
 *
 * @param orders the customer's confirmed orders, the newest first
 */
export function findRepeat(
  catalog: Catalog,
  messages: readonly InputMessage[],
  words: readonly TextSpan[],
  orders: readonly PastOrder[],
): Repeat {
  const all = orders.flatMap((order) => matchedLines(order))
  const named = readOrder(catalog, messages, { currentLines: all.map(asCurrentLine) }).changes.flatMap(
    ({ currentLineIndex }) => all[currentLineIndex]?.productId ?? [],
  )
  const hasAll = (order: PastOrder) => named.every((id) => order.lines.some(({ productId }) => productId === id))
  const past = orders.find(hasAll) ?? orders[0] ?? null
  const key = past === null ? null : listKey(past.lines)
  return { words, past, times: orders.filter((order) => listKey(order.lines) === key).length }
}

/** The lines of the repeated order that a customer's words can change. */
export function repeatedLines(repeat: Repeat): CurrentLine[] {
  return repeat.past === null ? [] : matchedLines(repeat.past).map(asCurrentLine)
}

/**
 * The lines of the earlier order as the reading changes them, then what it adds. They show the words that mean the order
 * («the usual»). A person looks at it, unless nothing else was said and the list was ordered often enough.
 */
export function linesOfRepeat(repeat: Repeat, reading: Reading): NextLines & { readonly confidence: number } {
  const before = repeat.past === null ? [] : matchedLines(repeat.past)
  const changes = new Map(reading.changes.map((change) => [change.currentLineIndex, change]))
  const isPlain =
    changes.size === 0 &&
    reading.lines.length === 0 &&
    reading.intents.every((intent) => intent === 'ORDER' || intent === 'GREETING') &&
    reading.reasons.every(({ code }) => code === 'REFERS_TO_HISTORY')
  const isSure = isPlain && repeat.times >= timesUntilSure
  const confidence = isSure ? sureConfidence : Math.min(reading.confidence, doubtfulConfidence)

  const lines = before.flatMap((line, index): DraftLine[] => {
    const change = changes.get(index)
    if (change?.kind === 'REMOVE') return []
    // «the usual, but 3 milks»: three, not three more.
    const said = change?.line ?? reading.lines.find((read) => isAbout(read, line))
    if (said === undefined) return [repeated(line, repeat.words)]
    return [{ ...said, variantIds: said.variantIds.length > 0 ? said.variantIds : line.variantIds }]
  })
  const added = reading.lines.filter((read) => !before.some((line) => isAbout(read, line)))
  const reasons = reading.reasons.flatMap(({ code, message, lineIndex }): ReviewReason[] => {
    if (code === 'REFERS_TO_HISTORY') return []
    const line = reading.lines[lineIndex ?? -1]
    const place = line === undefined ? -1 : [...lines, ...added].findIndex(({ spans }) => spans === line.spans)
    return [{ code, message, linePosition: place < 0 ? null : place }]
  })
  return { lines: [...lines, ...added], reasons: isSure ? reasons : [refersTo(repeat), ...reasons], confidence }
}

function refersTo({ past, times }: Repeat): ReviewReason {
  const often = times === 1 ? 'once' : `${times} times`
  const message =
    past === null
      ? 'The customer refers to an earlier order, and there is none.'
      : `The customer refers to an earlier order; read as no. ${past.number}, a list that was ordered ${often} lately.`
  return { code: 'REFERS_TO_HISTORY', message, linePosition: null }
}

type MatchedLine = ListedLine & { readonly productId: string }

function matchedLines({ lines }: PastOrder): MatchedLine[] {
  return lines.filter((line): line is MatchedLine => line.productId !== null)
}

function asCurrentLine({ productId, variantIds, quantity, unit }: MatchedLine): CurrentLine {
  return { productId, variantIds, quantity, unit }
}

/** Whether what was read is that line in another amount: the same product, and no other variant of it. */
function isAbout(read: DraftLine, line: ListedLine): boolean {
  return read.productId === line.productId && read.variantIds.every((id) => line.variantIds.includes(id))
}

/** Each line is what it was, surely; whether it was meant is a question of the whole order. */
function repeated(line: MatchedLine, words: readonly TextSpan[]): DraftLine {
  const confidence = sureConfidence
  const { productId, name, variantIds, quantity, unit, options } = line
  return {
    productId,
    variantIds,
    quantity,
    unit,
    options,
    confidence,
    spans: words,
    candidates: [],
    repeatedName: name,
  }
}
