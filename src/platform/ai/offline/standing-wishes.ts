import type { InputMessage } from './types.ts'

/** What a customer said of themselves that holds beyond this order, in their own words. */
export interface StandingWish {
  readonly messageId: string
  readonly text: string
}

/**
 * Words that say that something holds always, or for a reason that does not pass. Few and plain on purpose: what is found is
 * put before a person, and what is missed is written down by one.
 */
const marks = [
  // Always and never, of how things are to be done.
  /(?<![\p{L}\d])(?:siempre|nunca|jamás|always|never|sempre|jamais)(?![\p{L}\d])/iu,
  /(?<![\p{L}\d])(?:de ahora en adelante|a partir de ahora|from now on|a partir de agora|daqui pra frente)(?![\p{L}\d])/iu,
  // Allergies and diets.
  /(?<![\p{L}\d])(?:(?:soy|somos|es|sou|é) al[eé]rgic[oa]s?|i(?:'|’)?m allergic|i am allergic|we are allergic|allergic to)(?![\p{L}\d])/iu,
  /(?<![\p{L}\d])(?:soy|somos|sou|i(?:'|’)m|i am|we are) (?:cel[ií]ac[oa]s?|vegan[oa]?s?|vegetarian[oa]?s?|vegan|vegetarian|coeliac|celiac)(?![\p{L}\d])/iu,
  // When the place is open.
  /(?<![\p{L}\d])(?:cerramos|no abrimos|abrimos|recibimos (?:pedidos|mercanc[ií]a)|we (?:close|open|are closed)|fechamos|não abrimos|recebemos (?:pedidos|mercadoria))(?![\p{L}\d])/iu,
]
/** Said of the past, complained about or asked: no wish. */
const isNone =
  /[?¿]|(?<![\p{L}\d])(?:como siempre|lo de siempre|(?:the )?same as always|as always|como sempre|o de sempre|nunca (?:lleg|me|nos|ha|he|trae|contest)|never (?:came|come|arriv|got|get|again|mind|answer)|nunca (?:cheg|veio|respond)|siempre (?:lleg|me lleg|tarda|se demora|lo mismo)|always (?:late|the same))/iu

const shortest = 8
const longest = 300

/** Sentences in which customers say what always holds for them, each once. */
export function standingWishes(messages: readonly InputMessage[]): StandingWish[] {
  return messages.flatMap(({ id, text }) => {
    const sentences = (text.match(/[^.!?\n;]+[.!?]?/g) ?? []).map((sentence) => sentence.trim().replace(/[.!;]+$/, ''))
    const wishes = sentences.filter(
      (sentence) =>
        sentence.length >= shortest &&
        sentence.length <= longest &&
        !isNone.test(sentence) &&
        marks.some((mark) => mark.test(sentence)),
    )
    return [...new Set(wishes)].map((wish) => ({ messageId: id, text: wish }))
  })
}
