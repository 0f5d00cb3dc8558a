import type { ReviewReason, ReviewReasonCode } from './reasons.ts'
import type { ReplyLanguage } from './writing/replies.ts'

/** What a person sees of a line in doubt; also what a question to the customer is made of. */
export interface DoubtfulLine {
  /** The product's name; while unmatched, the customer's words. */
  readonly name: string
  /** The words it was read from; '' for a line made by hand. */
  readonly words: string
  readonly quantity: string
  /** As the customer said it. */
  readonly unit: string | null
  /** As the product is sold; null while unmatched, or when nothing is known. */
  readonly soldBy: string | null
  /** Names of the products that it may be, best first. */
  readonly candidates: readonly string[]
  /** Values of the product's variants on sale. */
  readonly variants: readonly string[]
}

export interface DoubtfulOrder {
  readonly number: number
  readonly reasons: readonly ReviewReason[]
  /** By position. */
  readonly lines: readonly DoubtfulLine[]
  /** The number of the order that the customer meant by «the usual». */
  readonly repeats: number | null
  /** The number of the order with the very same lines. */
  readonly duplicateOf: number | null
}

interface Phrases {
  readonly or: string
  which(words: string, names: string): string
  unknown(words: string): string
  variant(name: string, values: string): string
  unit(name: string, soldBy: string, words: string): string
  packs(quantity: string, name: string): string
  howMuch(name: string): string
  isRight(list: string): string
  cancel(number: number): string
  repeat(number: number, list: string): string
  duplicate(number: number): string
  readonly twice: string
  readonly what: string
}

const phrases: Readonly<Record<ReplyLanguage, Phrases>> = {
  es: {
    or: 'o',
    which: (words, names) => `Con «${words}», ¿querías decir ${names}?`,
    unknown: (words) => `No encontramos «${words}». ¿Qué producto quieres?`,
    variant: (name, values) => `¿Querías decir ${name} ${values}?`,
    unit: (name, soldBy, words) => `Vendemos ${name} por «${soldBy}». ¿A cuánto equivale «${words}»?`,
    packs: (quantity, name) => `¿Quieres ${quantity} × ${name}, o ${quantity} unidades en total?`,
    howMuch: (name) => `¿Cuánto quieres de ${name}?`,
    isRight: (list) => `¿Es correcto: ${list}?`,
    cancel: (number) => `¿Quieres cancelar tu pedido n.º ${number}?`,
    repeat: (number, list) => `¿Quieres lo de tu pedido n.º ${number}, así: ${list}?`,
    duplicate: (number) => `Ya tenemos lo mismo en tu pedido n.º ${number}. ¿Quieres otro igual?`,
    twice: 'Recibimos la misma lista dos veces. ¿La quieres dos veces?',
    what: '¿Qué quieres pedir?',
  },
  en: {
    or: 'or',
    which: (words, names) => `By «${words}», did you mean ${names}?`,
    unknown: (words) => `We could not find «${words}». Which product do you want?`,
    variant: (name, values) => `Did you mean ${name} ${values}?`,
    unit: (name, soldBy, words) => `We sell ${name} by «${soldBy}». How much of that is «${words}»?`,
    packs: (quantity, name) => `Do you want ${quantity} × ${name}, or ${quantity} pieces in all?`,
    howMuch: (name) => `How much ${name} do you want?`,
    isRight: (list) => `Is this right: ${list}?`,
    cancel: (number) => `Do you want to cancel your order no. ${number}?`,
    repeat: (number, list) => `Do you want your order no. ${number} again, like this: ${list}?`,
    duplicate: (number) => `We already have the same in your order no. ${number}. Do you want it once more?`,
    twice: 'We received the same list twice. Do you want it twice?',
    what: 'What do you want to order?',
  },
  pt: {
    or: 'ou',
    which: (words, names) => `Com «${words}», você quis dizer ${names}?`,
    unknown: (words) => `Não encontramos «${words}». Qual produto você quer?`,
    variant: (name, values) => `Você quis dizer ${name} ${values}?`,
    unit: (name, soldBy, words) => `Vendemos ${name} por «${soldBy}». A quanto equivale «${words}»?`,
    packs: (quantity, name) => `Você quer ${quantity} × ${name}, ou ${quantity} unidades no total?`,
    howMuch: (name) => `Quanto você quer de ${name}?`,
    isRight: (list) => `Está certo: ${list}?`,
    cancel: (number) => `Você quer cancelar seu pedido n.º ${number}?`,
    repeat: (number, list) => `Você quer o do seu pedido n.º ${number}, assim: ${list}?`,
    duplicate: (number) => `Já temos o mesmo no seu pedido n.º ${number}. Você quer mais um igual?`,
    twice: 'Recebemos a mesma lista duas vezes. Você quer duas vezes?',
    what: 'O que você quer pedir?',
  },
}

/** As long as a product of this many variants is asked about by naming them. */
const mostNamed = 5

/**
 * A question to the customer that would settle what is in doubt about their order; null when nothing of it is theirs to
 * settle (a missing price, a failed model). Each doubt is asked once, the lines' before the whole order's.
 */
export function draftQuestion(language: ReplyLanguage, order: DoubtfulOrder): string | null {
  const say = phrases[language]
  const ofLines = order.lines.flatMap((line, position) => {
    const codes = order.reasons.flatMap(({ code, linePosition }) => (linePosition === position ? [code] : []))
    return codes.flatMap((code) => questionOfLine(say, line, code) ?? [])
  })
  const codes = order.reasons.flatMap(({ code, linePosition }) => (linePosition === null ? [code] : []))
  const ofOrder = codes.flatMap((code) => questionOfOrder(say, order, code) ?? [])
  const questions = [...new Set([...ofLines, ...ofOrder])]
  return questions.length === 0 ? null : questions.join('\n')
}

function questionOfLine(say: Phrases, line: DoubtfulLine, code: ReviewReasonCode): string | null {
  const words = line.words === '' ? line.name : line.words
  switch (code) {
    case 'UNKNOWN_PRODUCT':
    case 'AMBIGUOUS_PRODUCT':
    case 'MODEL_UNKNOWN_PRODUCT':
      if (line.candidates.length > 0) return say.which(words, oneOf(say, line.candidates))
      return say.unknown(words)
    case 'AMBIGUOUS_VARIANT':
      return line.variants.length > 0 ? say.variant(line.name, oneOf(say, line.variants)) : say.isRight(inShort(line))
    case 'AMBIGUOUS_UNIT':
      // A number without a unit that would fill whole packs.
      if (line.unit === null || line.unit === line.soldBy) return say.packs(line.quantity, line.name)
      return line.soldBy === null ? say.howMuch(line.name) : say.unit(line.name, line.soldBy, words)
    case 'AMBIGUOUS_QUANTITY':
      return say.howMuch(line.name)
    case 'LOW_CONFIDENCE':
      return line.candidates.length > 1 ? say.which(words, oneOf(say, line.candidates)) : say.isRight(inShort(line))
    case 'UNUSUAL_QUANTITY':
    case 'MODEL_NO_EVIDENCE':
      return say.isRight(inShort(line))
    default:
      return null
  }
}

function questionOfOrder(say: Phrases, order: DoubtfulOrder, code: ReviewReasonCode): string | null {
  const list = order.lines.map(inShort).join(', ')
  const isRight = list === '' ? say.what : say.isRight(list)
  switch (code) {
    case 'CANCEL_REQUEST':
      return say.cancel(order.number)
    case 'REFERS_TO_HISTORY':
      return order.repeats === null || list === '' ? say.what : say.repeat(order.repeats, list)
    case 'POSSIBLE_DUPLICATE':
      return order.duplicateOf === null ? say.twice : say.duplicate(order.duplicateOf)
    case 'CHANGE_REQUEST':
      // What a repeated order becomes is asked with it.
      return order.repeats === null ? isRight : null
    case 'UNKNOWN_PRODUCT':
      return say.what
    case 'LOW_CONFIDENCE':
    case 'AMBIGUOUS_QUANTITY':
    case 'MODEL_NO_EVIDENCE':
    case 'MODEL_TIMEOUT':
    case 'MODEL_REFUSED':
    case 'MODEL_FAILED':
    case 'MODEL_INVALID_OUTPUT':
    case 'WRITTEN_WHILE_STOPPED':
      return isRight
    default:
      return null
  }
}

function inShort({ quantity, unit, name }: DoubtfulLine): string {
  return [quantity, unit, name].filter((part) => part !== null).join(' ')
}

function oneOf(say: Phrases, names: readonly string[]): string {
  const shown = names.slice(0, mostNamed)
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} ${say.or} ${last}`
}
