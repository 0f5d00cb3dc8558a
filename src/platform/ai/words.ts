import { fold } from './offline/fold.ts'

/** A word of a text: folded, its root, and where it stands in the text (UTF-16 code units). */
export interface Word {
  /** Lower case without accents. */
  readonly folded: string
  /** What its inflected forms share, in English, Spanish and Portuguese at once. */
  readonly root: string
  readonly start: number
  readonly end: number
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu

/** The words of a text in order. One tokenizer serves documents, questions, vectors and highlighting. */
export function words(text: string): Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(wordPattern)) {
    const folded = fold(match[0])
    found.push({ folded, root: rootOf(folded), start: match.index, end: match.index + match[0].length })
  }
  return found
}

/**
 * Takes the endings of English, Spanish and Portuguese off a folded word without asking which language it is, so that
 * a short question needs no guess: `prices` and `pricing`, `cajas` and `caja`, `enviado` and `enviar`, `entregas` and
 * `entrega` meet. It is no word; both sides of a comparison must pass through it.
 */
export function rootOf(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word
  return word
    .replace(/(?<=.{2})coes$/, 'cao')
    .replace(/(?<=.{3})(?:ations?|ating|ated?|ates)$/, 'at')
    .replace(endings, '')
    .replace(/(?<=.{3})(?:i?[aeoy]|i)$/, '')
    .replace(/([^aeiou])\1$/, '$1')
}

/** English, then what the romance languages put on verbs, then on nouns. */
const endings = new RegExp(
  '(?<=.{3})(?:ings?|edly|ed|ers?|ly|ments?|' +
    '[aei]mos|a[mn]|e[mn]|[aei]ram|aron|ieron|ab[ao]n?|ando|[ei]?endo|indo|[ai]d[ao]s?|ar|ir|' +
    'mentos?|mente|or(?:es|as?)?|es|s)$',
)

const commonByLanguage = {
  en: `a an the is are was were be been am do does did done have has had having i you he she it we they me him them my
    your his her its our their this that these those and or but if then of in on at to for from with by as not no can
    could would will shall should may might must what which who whom whose how when where why there here so than too very
    just about into over under out up down off again any some please im ive its dont doesnt cant whats isnt arent wont
    didnt id ill hi hello`,
  es: `el la los las un una unos unas y o u que en con por para es son ser esta estan fue era hay he ha han tengo tiene
    tienen del al de se su sus lo le les me mi mis tu tus te si no ni como cual cuales cuando donde quien quienes cuanto
    cuanta muy mas menos pero porque este estos estas esto ese esa eso esos esas yo ella ellos ellas nos nuestro nuestra
    ustedes usted puedo puede pueden hacer hago sobre sin entre ya tambien algun alguna favor hola`,
  pt: `o os as um uma uns umas e ou que em no na nos nas com por para pelo pela e sao ser esta estao foi era ha tenho tem
    temos do da dos das ao aos de se seu sua seus suas lhe me meu minha teu tua voce voces eu ele ela eles elas nao sim
    como qual quais quando onde quem quanto quanta muito mais menos mas porque este esta isto esse essa isso posso pode
    podem fazer faco sobre sem entre ja tambem algum alguma favor ola`,
} as const

export type Language = keyof typeof commonByLanguage

const commonSets = Object.entries(commonByLanguage).map(
  ([language, list]) => [language as Language, new Set(list.split(/\s+/))] as const,
)
const common = new Set(commonSets.flatMap(([, set]) => [...set]))

/** Whether the folded word says little about what a text is about (the, de, como …). */
export function isCommonWord(folded: string): boolean {
  return common.has(folded)
}

/** The language whose everyday words a text uses most, or null when it uses too few of any to tell. */
export function languageOf(text: readonly Word[]): Language | null {
  let best: Language | null = null
  let bestCount = 2
  for (const [language, set] of commonSets) {
    let count = 0
    for (const word of text) if (set.has(word.folded)) count += 1
    if (count > bestCount) {
      best = language
      bestCount = count
    }
  }
  return best
}
