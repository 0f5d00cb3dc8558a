import type { CatalogProduct, InputMessage, LineChange, ReadLine, TextSpan } from '../offline/index.ts'
import { canonicalUnit, foldPhrase, isKnownUnit } from '../offline/index.ts'
import type { Reading, ReadingReason, ReadOrderRequest } from '../model.ts'
import type { AnswerLine, OrderAnswer, References } from './order-prompt.ts'
import { doubtsOfSecondReader } from './second-reader.ts'

const largestQuantity = 100_000

/**
 * Turns a model's answer into a reading. The answer is untrusted, as if the customer, a product's name or a document had
 * dictated it: a product that was not shown, words that no message holds, a quantity that is no positive decimal and text
 * of the model's own are not taken over; what the words do not say by themselves, each change and each cancellation
 * leaves a reason for a person.
 */
export function toReading(answer: OrderAnswer, references: References, request: ReadOrderRequest): Reading {
  const reasons: ReadingReason[] = []
  const lines: ReadLine[] = []
  for (const proposed of answer.lines) {
    const lineIndex = lines.length
    const line = toLine(proposed, references, request.messages, (reason) => reasons.push({ ...reason, lineIndex }))
    if (line === null) reasons.push(noEvidence)
    else lines.push(line)
  }
  reasons.push(...doubtsOfSecondReader(lines, request, (index) => reasons.some(({ lineIndex }) => lineIndex === index)))
  const changes = answer.changes.flatMap((change): LineChange[] => {
    const currentLineIndex = change.currentLine - 1
    if (request.currentLines[currentLineIndex] === undefined) return []
    if (change.line === null) return [{ kind: 'REMOVE', currentLineIndex, line: null }]
    const line = toLine(change.line, references, request.messages, (reason) => reasons.push(reason))
    if (line === null) reasons.push(noEvidence)
    return line === null ? [] : [{ kind: 'SET', currentLineIndex, line }]
  })
  if (changes.length > 0) reasons.push(changeRequest)
  if (answer.intents.includes('CANCEL')) reasons.push(cancelRequest)
  return {
    intents: answer.intents.length > 0 ? answer.intents : ['OTHER'],
    language: answer.language,
    lines,
    changes,
    confidence: fraction(answer.confidence),
    reasons,
  }
}

const changeRequest: ReadingReason = {
  code: 'CHANGE_REQUEST',
  message: 'The customer changes an order that was placed before.',
}
const cancelRequest: ReadingReason = { code: 'CANCEL_REQUEST', message: 'The customer cancels the order.' }

const noEvidence: ReadingReason = {
  code: 'MODEL_NO_EVIDENCE',
  message: 'The model read a line from words that stand in no message; it was left out.',
}

/** The line as far as it can be believed; null when the words it quotes stand in no message. */
function toLine(
  line: AnswerLine,
  references: References,
  messages: readonly InputMessage[],
  doubt: (reason: ReadingReason) => void,
): ReadLine | null {
  const span = findQuote(line, messages)
  if (span === null) return null

  const product = line.product === null ? undefined : references.products.get(line.product)
  if (line.product === null) doubt({ code: 'UNKNOWN_PRODUCT', message: `No product fits «${shorten(line.quote)}».` })
  else if (product === undefined) {
    doubt({ code: 'MODEL_UNKNOWN_PRODUCT', message: 'The model named a product that is not in the catalogue.' })
  }

  const ownVariants = new Set(product?.variants.map((variant) => variant.id))
  const byAxis = new Map<string, string>()
  for (const ref of line.variants) {
    const variant = references.variants.get(ref)
    if (variant === undefined || !ownVariants.has(variant.id) || byAxis.has(variant.axis)) {
      doubt({ code: 'AMBIGUOUS_VARIANT', message: 'The model named a variant that does not fit the product.' })
    } else byAxis.set(variant.axis, variant.id)
  }

  const quantity = positiveDecimal(line.quantity)
  if (quantity === null) doubt({ code: 'AMBIGUOUS_QUANTITY', message: 'The model gave no usable quantity.' })

  return {
    productId: product?.id ?? null,
    variantIds: [...byAxis.values()],
    quantity: quantity ?? '1',
    unit: line.unit === null ? null : unitOf(line.unit, product, span),
    options: product === undefined ? [] : knownOptions(line, product),
    confidence: quantity === null ? 0 : fraction(line.confidence),
    spans: [span],
    candidates: [],
  }
}

/** The quote in the message it names, else in any of them; compared without regard to case. */
function findQuote(line: AnswerLine, messages: readonly InputMessage[]): TextSpan | null {
  const quote = line.quote.trim()
  if (quote === '') return null
  const named = messages[line.message - 1]
  for (const message of named === undefined ? messages : [named, ...messages]) {
    const start = message.text.toLowerCase().indexOf(quote.toLowerCase())
    // Lower-casing may change the length of rare letters; then the offsets would lie, and the quote does not count.
    const text = message.text.slice(start, start + quote.length)
    if (start >= 0 && text.toLowerCase() === quote.toLowerCase()) {
      return { messageId: message.id, start, end: start + quote.length, text }
    }
  }
  return null
}

/** A unit that a language has, that the product is sold in, or that the words hold; no other text becomes one. */
function unitOf(unit: string, product: CatalogProduct | undefined, { text }: TextSpan): string | null {
  if (isKnownUnit(unit)) return canonicalUnit(unit)
  if (product !== undefined && product.unit !== null && foldPhrase(product.unit) === foldPhrase(unit))
    return product.unit
  const isOneWord = /^\p{L}{1,20}$/u.test(unit)
  return isOneWord && foldPhrase(text).split(' ').includes(foldPhrase(unit)) ? unit : null
}

const qualifiers: ReadonlySet<string> = new Set(['extra', 'light'])

/** The choices that the product has, each once. */
function knownOptions({ options }: AnswerLine, product: CatalogProduct) {
  return product.options.flatMap(({ group, value }) => {
    const said = options.find((option) => option.group === group && option.value === value)
    if (said === undefined) return []
    const { negated, qualifier } = said
    return [{ group, value, negated, qualifier: qualifier !== null && qualifiers.has(qualifier) ? qualifier : null }]
  })
}

function positiveDecimal(text: string): string | null {
  if (!/^\d{1,9}(\.\d{1,3})?$/.test(text)) return null
  const value = Number(text)
  return value > 0 && value <= largestQuantity ? text : null
}

function fraction(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}
