import type { Catalog } from './catalog.ts'
import { type Chunk, cutChunks, hasCue } from './chunks.ts'
import { type Clause, cutClauses } from './clauses.ts'
import { type DraftItem, newItem } from './draft.ts'
import { detectLanguage, findIntents } from './intents.ts'
import { withLearned } from './learned.ts'
import { finishLine } from './lines.ts'
import { mergeHalves } from './merge.ts'
import { newState, type ReaderState } from './reader.ts'
import { type Token, tokenize } from './tokens.ts'
import type {
  CurrentLine,
  InputMessage,
  LineChange,
  OrderReading,
  ReadLine,
  ReadOptions,
  ReviewReason,
} from './types.ts'
import { noteTopic, readClause } from './walk.ts'

/**
 * Reads what one customer wrote against a catalogue: pure, deterministic, in whatever mix of the known languages. Several
 * messages are one sequence, so the second may correct the first. Never throws for any text.
 */
export function readOrder(known: Catalog, messages: readonly InputMessage[], options: ReadOptions = {}): OrderReading {
  const catalog = withLearned(known, options.learned ?? [])
  const tokens = tokenize(messages)
  const language = detectLanguage(tokens)
  const chunks = mergeHalves(tokens, cutChunks(catalog, tokens, language))
  const clauses = cutClauses(chunks)
  const state = newState(catalog, tokens)
  state.isPostfix = isPostfixList(chunks)
  options.currentLines?.forEach((line, index) => state.items.push(fromCurrentLine(catalog, line, index)))
  let offset = 0
  for (const clause of clauses) {
    if (clause.kind === 'order' || clause.kind === 'neutral') readClause(state, clause, offset)
    else noteTopic(state, clause)
    offset += clause.chunks.length + 1
  }
  return finish(catalog, messages, tokens, language, chunks, clauses, state)
}

function finish(
  catalog: Catalog,
  messages: readonly InputMessage[],
  tokens: readonly Token[],
  language: OrderReading['language'],
  chunks: readonly Chunk[],
  clauses: readonly Clause[],
  state: ReaderState,
): OrderReading {
  const lines: ReadLine[] = []
  const changes: LineChange[] = []
  const reasons: ReviewReason[] = []
  const isKnown = state.items.some((item) => item.products.length > 0)
  const fresh = state.items.filter(
    (item) =>
      item.currentLineIndex === null &&
      !item.isCancelled &&
      // «leche 0, arroz 3»: a form that was filled in
      item.quantity !== 0 &&
      isPlausible(item) &&
      (isKnown || !item.isDoubtful),
  )
  dropTotals(fresh)
  const dropped = state.items.filter(
    (item) => item.currentLineIndex === null && !item.isCancelled && !isPlausible(item),
  )
  const withWishes = fresh.length > 0 ? [...fresh, ...state.unknownItems] : fresh
  for (const item of withWishes) {
    const finished = finishLine(catalog, messages, tokens, item)
    for (const reason of finished.reasons) reasons.push({ ...reason, lineIndex: lines.length })
    lines.push(finished.line)
  }
  for (const item of state.items) {
    if (item.currentLineIndex === null) continue
    if (item.isCancelled || item.quantity === 0)
      changes.push({ kind: 'REMOVE', currentLineIndex: item.currentLineIndex, line: null })
    else if (item.isChanged)
      changes.push({
        kind: 'SET',
        currentLineIndex: item.currentLineIndex,
        line: changedLine(catalog, messages, tokens, item),
      })
  }
  if (state.hasUnknownTarget)
    reasons.push({
      code: 'CHANGE_REQUEST',
      message: 'The customer changes or takes off something that is not in these messages.',
    })
  else if (state.hasNamedLine && changes.length + lines.length === 0)
    reasons.push({
      code: 'CHANGE_REQUEST',
      message: 'The customer names a line of the open order, and not clearly what should become of it.',
    })
  else if (changes.length > 0)
    reasons.push({ code: 'CHANGE_REQUEST', message: 'The customer changes an order that was placed before.' })
  const wantsAllCancelled = chunks.some((chunk) => hasCue(chunk, 'cancelAll'))
  if (wantsAllCancelled) reasons.push({ code: 'CANCEL_REQUEST', message: 'The customer cancels the order.' })
  else if (state.hasCancelledAnything && lines.length === 0 && changes.length === 0)
    reasons.push({ code: 'CANCEL_REQUEST', message: 'The customer takes products off and orders none.' })
  if (state.isEither && lines.length > 0)
    reasons.push({ code: 'AMBIGUOUS_PRODUCT', message: 'The customer leaves a choice open with an «or».' })
  const twice = lines.findIndex((line, index) => lines.slice(0, index).some((other) => isSameLine(line, other)))
  if (twice >= 0)
    reasons.push({ code: 'AMBIGUOUS_QUANTITY', message: 'The same line is there twice.', lineIndex: twice })
  if (lines.length > 0 && dropped.length > 0)
    reasons.push({ code: 'UNKNOWN_PRODUCT', message: 'The message may name one more product.' })
  if (state.unusedCounts > 0 && lines.length > 0)
    reasons.push({ code: 'AMBIGUOUS_QUANTITY', message: 'A number in the message belongs to no line.' })
  if (chunks.some((chunk) => hasCue(chunk, 'history')))
    reasons.push({ code: 'REFERS_TO_HISTORY', message: 'The customer refers to an earlier order.' })
  const intents = findIntents(state, clauses, chunks, lines.length > 0)
  const hasWish = state.hasUnknownWish || state.hasLostCount
  if (lines.length === 0 && changes.length === 0 && hasWish && intents.includes('ORDER')) {
    reasons.push({ code: 'UNKNOWN_PRODUCT', message: 'The customer asks for something the catalogue does not have.' })
  }
  const confidence =
    lines.length === 0
      ? reasons.length > 0
        ? 0.5
        : 0.9
      : lines.reduce((product, line) => Math.min(product, line.confidence), 1)
  return { intents, language, lines, confidence, reasons, changes }
}

/** «two tacos, one al pastor and one with steak»: the two are the sum of what follows, not two more. */
function dropTotals(items: DraftItem[]): void {
  for (let i = 0; i < items.length; i++) {
    const total = items[i] as DraftItem
    if (total.quantityKind !== 'number') continue
    const isPlain = total.products[0] !== undefined && total.variants.length + total.options.length === 0
    if (isPlain && total.products[0]?.target === items[i + 1]?.products[0]?.target) markTotal(items, i)
    if (!(isOpen(total) || lacksVariant(total, items[i + 1]))) continue
    const targets = new Set(total.products.map((mention) => mention.target))
    let sum = 0
    let next = i + 1
    for (; next < items.length && targets.has(items[next]?.products[0]?.target ?? -1) && sum < total.quantity; next++)
      sum += (items[next] as DraftItem).quantity
    if (sum === total.quantity && next > i + 2) items.splice(i--, 1)
  }
}

/** «5 fideos (3 tallarines y 2 moños)»: the same product right behind, and the sum comes out; a person should see it. */
function markTotal(items: readonly DraftItem[], i: number): void {
  const total = items[i] as DraftItem
  let sum = 0
  let next = i + 1
  for (; next < items.length && sum < total.quantity; next++) sum += (items[next] as DraftItem).quantity
  if (sum === total.quantity && next > i + 2) total.isQuantityAmbiguous = true
}

/** «5 leches, 5 leches»: five, or ten? Ones are counted one by one. */
const isSameLine = (a: ReadLine, b: ReadLine): boolean =>
  a.productId !== null &&
  a.quantity !== '1' &&
  [a.productId, a.quantity, a.unit, a.variantIds.join(), JSON.stringify(a.options)].join('\n') ===
    [b.productId, b.quantity, b.unit, b.variantIds.join(), JSON.stringify(b.options)].join('\n')

/** Several products fit, and none by its whole name. */
const isOpen = ({ products }: DraftItem): boolean => products.length > 1 && products[0]?.isFull === false

/** «2 vases, one small and one medium»: the next line only says which of them. */
const lacksVariant = (total: DraftItem, next: DraftItem | undefined): boolean =>
  total.variants.length === 0 && next?.isImplied === true && next.variants.length > 0

/** Half a name, misspelt, in words nobody knows is no order: «peanuts butter product not good». */
function isPlausible(item: DraftItem): boolean {
  const best = item.products[0]
  if (!best || best.isFull || item.quantityKind === 'number') return true
  return best.score > 0.35
}

function fromCurrentLine(catalog: Catalog, line: CurrentLine, index: number): DraftItem {
  const item = newItem()
  const target = catalog.indexById.get(line.productId)
  if (target !== undefined) {
    item.words = catalog.nameWords[target] ?? []
    item.products = [{ kind: 'product', target, score: 1, coverage: 1, isFull: true, hasHead: true, source: 'name' }]
  }
  item.quantity = Number(line.quantity)
  item.quantityKind = 'number'
  item.unit = line.unit
  item.currentLineIndex = index
  item.currentLine = line
  return item
}

/** What the message leaves unsaid stays as it was. */
function changedLine(
  catalog: Catalog,
  messages: readonly InputMessage[],
  tokens: readonly Token[],
  item: DraftItem,
): ReadLine {
  const { line } = finishLine(catalog, messages, tokens, item)
  const before = item.currentLine
  const isSameProduct = before?.productId === line.productId
  return before && isSameProduct && item.variants.length === 0 ? { ...line, variantIds: before.variantIds } : line
}

/** «milk 2, rice 3»: the first thing named has no count before it and the last word is a count. */
function isPostfixList(chunks: readonly Chunk[]): boolean {
  const content = chunks.filter(
    (chunk) => chunk.kind === 'entity' || (chunk.kind === 'number' && chunk.number.kind === 'number'),
  )
  return content.length > 1 && content[0]?.kind === 'entity' && content.at(-1)?.kind === 'number'
}
