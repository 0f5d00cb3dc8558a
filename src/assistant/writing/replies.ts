import type { Answer } from '../answer-question.ts'

/** Languages the assistant writes in; a further one is one more entry of `phrases`. */
export type ReplyLanguage = 'es' | 'en' | 'pt'

/** What a reply says of an order: enough for the customer to see a misunderstanding at once. */
export interface OrderSummary {
  readonly number: number
  readonly isConfirmed: boolean
  readonly lines: readonly { readonly quantity: string; readonly unit: string | null; readonly name: string }[]
  /** For people, e.g. `$ 149.000`. */
  readonly total: string
}

interface Phrases {
  confirmed(order: OrderSummary, list: string): string
  inReview(order: OrderSummary, list: string): string
  changeProposed(number: number): string
  answered(excerpt: string, source: string): string
  readonly unknown: string
  readonly received: string
}

const phrases: Readonly<Record<ReplyLanguage, Phrases>> = {
  es: {
    confirmed: ({ number, total }, list) => `¡Gracias! Tu pedido n.º ${number} está confirmado${list}\nTotal: ${total}`,
    inReview: ({ number }, list) =>
      `¡Gracias! Recibimos tu pedido n.º ${number}${list}\nUna persona lo revisa y te confirma enseguida.`,
    changeProposed: (number) =>
      `Recibimos lo que quieres cambiar de tu pedido n.º ${number}. Una persona lo revisa y te confirma enseguida.`,
    answered: (excerpt, source) => `${excerpt}\n(Fuente: ${source})`,
    unknown: 'Eso no lo sé con seguridad; una persona de nuestro equipo te responde enseguida.',
    received: '¡Gracias por tu mensaje! Lo reviso y te respondo enseguida.',
  },
  en: {
    confirmed: ({ number, total }, list) => `Thank you! Your order no. ${number} is confirmed${list}\nTotal: ${total}`,
    inReview: ({ number }, list) =>
      `Thank you! We have your order no. ${number}${list}\nA person is checking it and will confirm shortly.`,
    changeProposed: (number) =>
      `We have what you want changed of your order no. ${number}. A person is checking it and will confirm shortly.`,
    answered: (excerpt, source) => `${excerpt}\n(Source: ${source})`,
    unknown: "I don't know that for certain; a colleague will answer you shortly.",
    received: 'Thank you for your message! I will check and answer you shortly.',
  },
  pt: {
    confirmed: ({ number, total }, list) =>
      `Obrigado! Seu pedido n.º ${number} está confirmado${list}\nTotal: ${total}`,
    inReview: ({ number }, list) =>
      `Obrigado! Recebemos seu pedido n.º ${number}${list}\nUma pessoa está conferindo e confirma em breve.`,
    changeProposed: (number) =>
      `Recebemos o que você quer mudar no seu pedido n.º ${number}. Uma pessoa está conferindo e confirma em breve.`,
    answered: (excerpt, source) => `${excerpt}\n(Fonte: ${source})`,
    unknown: 'Isso não sei com certeza; uma pessoa da nossa equipe responde em breve.',
    received: 'Obrigado pela mensagem! Vou verificar e respondo em breve.',
  },
}

/** The language to answer in: the customer's own where it was recognised, else the tenant's, else English. */
export function replyLanguage(read: ReplyLanguage | 'unknown', tenantLocale: string): ReplyLanguage {
  if (read !== 'unknown') return read
  const own = tenantLocale.slice(0, 2)
  return own === 'es' || own === 'pt' ? own : 'en'
}

/** A reply with so many lines still fits into one message of WhatsApp, which has 4,096 characters, with an answer below. */
const mostLines = 30
const longestName = 70
const longestUnit = 20

/**
 * The name of a thing and nothing else: an order of the customer's own words, or a product whose name somebody slipped
 * in, must not put links, formatting, further lines or invisible signs into the shop's mouth.
 */
function plain(text: string, lengthAtMost: number): string {
  const bare = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[*_~`<>[\]{}|\\]+/g, ' ')
    .replaceAll('://', ' ')
    .replace(/(?<=[\p{L}\d])[.@](?=\p{L}{2})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const signs = [...bare]
  return signs.length <= lengthAtMost ? bare : `${signs.slice(0, lengthAtMost - 1).join('')}…`
}

/** What the assistant writes to customers. Plain text: WhatsApp, SMS and e-mail all show it alike. */
export const replies = {
  order(language: ReplyLanguage, order: OrderSummary): string {
    const more = order.lines.length - mostLines
    const lines = order.lines.slice(0, mostLines).map(({ quantity, unit, name }) => {
      const packing = unit === null ? '' : ` (${plain(unit, longestUnit)})`
      return `\n• ${quantity} × ${plain(name, longestName)}${packing}`
    })
    const list = lines.length === 0 ? '.' : `:${lines.join('')}${more > 0 ? `\n• … +${more}` : ''}`
    const say = phrases[language]
    return order.isConfirmed ? say.confirmed(order, list) : say.inReview(order, list)
  },

  changeProposed(language: ReplyLanguage, orderNumber: number): string {
    return phrases[language].changeProposed(orderNumber)
  },

  /** Where there is nothing else to say yet. */
  received(language: ReplyLanguage): string {
    return phrases[language].received
  },

  answer(language: ReplyLanguage, { citations: [cited] }: Pick<Answer, 'citations'>): string {
    const say = phrases[language]
    return cited === undefined ? say.unknown : say.answered(cited.excerpt, cited.title)
  },
}
