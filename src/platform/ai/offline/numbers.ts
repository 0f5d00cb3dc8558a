import {
  articlePhrases,
  collectiveWords,
  countWords,
  fractionWords,
  joinerWords,
  multiplierWords,
  numberWords,
  ofWords,
  unitWords,
  vagueCountPhrases,
} from './phrases.ts'
import type { Token } from './tokens.ts'
import { measures } from './units.ts'

export interface ReadNumber {
  readonly value: number
  /** Exclusive index of the last token used. */
  readonly end: number
  /** `article`: «a», «una», a weak one. `vague`: «some», «unos cuantos»: read as one, to be asked. */
  readonly kind: 'number' | 'article' | 'vague'
  /** «1.500», «2 o 3», «2-3»: more than one reading. */
  readonly isAmbiguous: boolean
  /** 12 when it was said in dozens, 1 otherwise. */
  readonly perCollective: number
}

const vulgar: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 0.3333333333,
  '⅔': 0.6666666667,
  '⅛': 0.125,
  '⅜': 0.375,
  '⅝': 0.625,
  '⅞': 0.875,
  '⅕': 0.2,
  '⅖': 0.4,
  '⅗': 0.6,
  '⅘': 0.8,
  '⅙': 0.1666666667,
}
/** Nobody asks for «2 to 30». */
const widestRange = 10
/** «2 x leche», «leche x 2». */
export const timesSigns: ReadonlySet<string> = new Set(['x', '×', '✕', '✖'])

/** Reads the count that starts at `index`: digits, fractions, number words, dozens, couples, articles. */
export function readNumber(tokens: readonly Token[], index: number): ReadNumber | null {
  const token = tokens[index]
  if (!token) return null
  if (timesSigns.has(token.text) && tokens[index + 1]?.kind === 'number') {
    const after = readNumber(tokens, index + 1)
    return after && { ...after, kind: 'number' }
  }
  const plain = token.kind === 'number' ? readDigits(tokens, index) : readWords(tokens, index)
  if (!plain) return readVague(tokens, index)
  return withSuffixes(tokens, plain, index)
}

/** «… y medio», «… and a half» after a unit: «un kilo y medio». Returns the fraction and where it ends. */
export function readTrailingHalf(tokens: readonly Token[], index: number): { value: number; end: number } | null {
  const joiner = tokens[index]
  if (!joiner || !joinerWords.has(joiner.text)) return null
  let i = index + 1
  if (articlePhrases.longest(tokens, i)?.end === i + 1 && tokens[i + 1]) i++
  const value = fractionWords.get(tokens[i]?.text ?? '')
  if (value === undefined || value > 0.5) return null
  // «dos kilos y media docena de huevos»: the half belongs to what follows
  const after = tokens[i + 1]
  if (after && (collectiveWords.has(after.text) || after.kind === 'number')) return null
  if (after && after.kind === 'word' && i === index + 1 && !ofWords.has(after.text) && value === 0.25) return null
  return { value, end: i + 1 }
}

function readDigits(tokens: readonly Token[], index: number): ReadNumber | null {
  const token = tokens[index] as Token
  const special = vulgar[token.text]
  const part = special ?? readPart(token.text)
  if (part !== null) return { value: part, end: index + 1, kind: 'number', isAmbiguous: false, perCollective: 1 }
  const parsed = /^\d/.test(token.text) ? parseDigits(token.text) : null
  if (!parsed) return null
  let { value } = parsed
  let end = index + 1
  const slash = tokens[end]
  const denominator = tokens[end + 1]
  if (slash && /^[/⁄]$/.test(slash.text) && denominator?.kind === 'number' && Number(denominator.text) > 0) {
    value /= Number(denominator.text)
    end += 2
  } else {
    const next = tokens[end]
    const nextSpecial = next?.kind === 'number' ? (vulgar[next.text] ?? readPart(next.text)) : null
    if (nextSpecial !== null) {
      value += nextSpecial
      end++
    }
  }
  return { value, end, kind: 'number', isAmbiguous: parsed.isAmbiguous, perCollective: 1 }
}

/** «1/2»: the tokenizer keeps only parts of one together. */
function readPart(text: string): number | null {
  const [above, below] = text.split(/[/⁄]/)
  return below === undefined ? null : Number(above) / Number(below)
}

/** «1.5», «1,5», «1.000», «1,250.50»; a lone separator before three digits may be either and says so. */
function parseDigits(text: string): { value: number; isAmbiguous: boolean } | null {
  const separators = text.replace(/\d/g, '')
  if (separators === '') return { value: Number(text), isAmbiguous: text.length > 6 }
  const last = separators.at(-1) as string
  const decimals = text.length - text.lastIndexOf(last) - 1
  if (separators.length === 1) {
    const value = Number(text.replace(',', '.'))
    if (decimals !== 3 || text.startsWith('0')) return { value, isAmbiguous: false }
    return { value: Number(text.replace(/[.,]/, '')), isAmbiguous: true }
  }
  const isGrouping = new Set(separators).size === 1
  const value = isGrouping
    ? Number(text.replace(/[.,]/g, ''))
    : Number(text.slice(0, text.lastIndexOf(last)).replace(/[.,]/g, '') + '.' + text.slice(text.lastIndexOf(last) + 1))
  return Number.isFinite(value) ? { value, isAmbiguous: isGrouping && decimals !== 3 } : null
}

function readWords(tokens: readonly Token[], index: number): ReadNumber | null {
  let i = index
  const first = tokens[i] as Token
  // «half a dozen», «medio kilo», «un cuarto de», «three quarters»
  const fraction = fractionWords.get(first.text)
  if (fraction !== undefined && fraction === 0.5) {
    const article = articlePhrases.longest(tokens, i + 1)
    const next = article ? article.end : tokens[i + 1]?.text === 'of' ? i + 2 : i + 1
    return {
      value: 0.5,
      end: next > tokens.length ? i + 1 : next,
      kind: 'number',
      isAmbiguous: false,
      perCollective: 1,
    }
  }
  if (fraction !== undefined && isMeasured(tokens[i + 1]))
    return { value: fraction, end: i + 1, kind: 'number', isAmbiguous: false, perCollective: 1 }
  if (multiplierWords.has(first.text) || (collectiveWords.has(first.text) && !numberWords.has(first.text))) {
    return { value: 1, end: i, kind: 'number', isAmbiguous: false, perCollective: 1 }
  }
  const counted = countWords.get(first.text)
  if (counted !== undefined && isCount(tokens[index - 1])) return null // «3 pairs»: there it is the unit
  if (counted !== undefined)
    return { value: counted, end: skipOf(tokens, i + 1), kind: 'number', isAmbiguous: false, perCollective: 1 }
  const article = articlePhrases.longest(tokens, i)
  if (article) {
    const next = tokens[article.end]
    if (next) {
      const count = countWords.get(next.text)
      if (count !== undefined)
        return {
          value: count,
          end: skipOf(tokens, article.end + 1),
          kind: 'number',
          isAmbiguous: false,
          perCollective: 1,
        }
      const part = fractionWords.get(next.text)
      if (part !== undefined && (part === 0.5 || isMeasured(tokens[article.end + 1]))) {
        return { value: part, end: article.end + 1, kind: 'number', isAmbiguous: false, perCollective: 1 }
      }
      if (collectiveWords.has(next.text) || multiplierWords.has(next.text))
        return { value: 1, end: article.end, kind: 'number', isAmbiguous: false, perCollective: 1 }
    }
    return { value: 1, end: article.end, kind: 'article', isAmbiguous: false, perCollective: 1 }
  }
  let total = 0
  let current = -1
  for (; i < tokens.length; i++) {
    const text = (tokens[i] as Token).text
    const value = numberWords.get(text)
    if (value !== undefined) {
      if (current < 0) current = value
      else if (fits(current, value)) current += value
      else break
      continue
    }
    const multiplier = multiplierWords.get(text)
    if (multiplier !== undefined && current >= 0) {
      if (multiplier === 100) current *= 100
      else {
        total += current * multiplier
        current = 0
      }
      continue
    }
    const next = numberWords.get(tokens[i + 1]?.text ?? '')
    if (joinerWords.has(text) && current >= 20 && next !== undefined && fits(current, next)) continue
    break
  }
  if (current < 0) return null
  const part = fractionWords.get(tokens[i]?.text ?? '')
  if (part !== undefined && part < 0.5 && current < 10 && current > 0) {
    return {
      value: Number((current * part).toFixed(6)),
      end: i + 1,
      kind: 'number',
      isAmbiguous: false,
      perCollective: 1,
    }
  }
  return { value: total + current, end: i, kind: 'number', isAmbiguous: false, perCollective: 1 }
}

/** «un cuarto de», «cuarto kilo», «quarter pound»: elsewhere a quarter is a room. */
const isMeasured = (token: Token | undefined): boolean =>
  token !== undefined && (ofWords.has(token.text) || measures.has(unitWords.get(token.text) ?? ''))

const isCount = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'number' || numberWords.has(token.text))

/** «twenty» takes «five», «hundred» takes «twenty»; «two» takes nothing, so «two two-liter bottles» stay two numbers. */
function fits(current: number, value: number): boolean {
  if (value <= 0) return false
  if (current >= 100 && current % 100 === 0) return value < 100
  return current >= 20 && current < 100 && current % 10 === 0 && value < 10
}

function readVague(tokens: readonly Token[], index: number): ReadNumber | null {
  const vague = vagueCountPhrases.longest(tokens, index)
  return vague && { value: 1, end: vague.end, kind: 'vague', isAmbiguous: true, perCollective: 1 }
}

/** `plain` may be empty (`end === index`): a bare collective such as «dozen eggs». */
function withSuffixes(tokens: readonly Token[], plain: ReadNumber, index: number): ReadNumber | null {
  let { value, end, kind, isAmbiguous } = plain
  const collective = collectiveWords.get(tokens[end]?.text ?? '')
  const multiplier = multiplierWords.get(tokens[end]?.text ?? '')
  if (collective !== undefined) {
    end++
    const half = readTrailingHalf(tokens, end)
    value = value * collective + (half ? half.value * collective : 0)
    if (half) end = half.end
    end = skipOf(tokens, end)
    kind = 'number'
  } else if (multiplier !== undefined) {
    value *= multiplier
    end++
    kind = 'number'
    // «mil quinientas»
    const rest = multiplier >= 1000 && numberWords.has(tokens[end]?.text ?? '') ? readWords(tokens, end) : null
    if (rest && rest.value < multiplier) {
      value += rest.value
      end = rest.end
    }
  } else if (end === index) {
    return null
  } else if (kind === 'number' && value >= 1) {
    const half = readTrailingHalf(tokens, end)
    if (half) {
      value += half.value
      end = half.end
    }
  }
  if (kind === 'number' && timesSigns.has(tokens[end]?.text ?? '') && isCounted(tokens, end + 1)) end++
  const range = readRange(tokens, end, value)
  if (range && kind === 'number') {
    end = range
    isAmbiguous = true
  }
  return { value, end, kind, isAmbiguous, perCollective: collective ?? 1 }
}

/** «2 x leche», «2 x 5 L»: what follows the sign is counted, be it a name or a size. */
const isCounted = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.kind === 'word' ||
  (tokens[index]?.kind === 'number' && measures.has(unitWords.get(tokens[index + 1]?.text ?? '') ?? ''))

/** «2-3 cajas», «2 o 3», «two or three»: the extent of the second number. «PO 88213 - 12 switches» is no range. */
function readRange(tokens: readonly Token[], index: number, from: number): number | null {
  const sign = tokens[index]
  if (!sign || !/^(?:-|–|—|o|u|ou|or|to|a)$/.test(sign.text)) return null
  const next = tokens[index + 1]
  if (!next) return null
  if (next.kind === 'number') {
    const upper = readDigits(tokens, index + 1)
    return upper !== null && upper.value > from && upper.value <= from * widestRange ? upper.end : null
  }
  return numberWords.has(next.text) ? index + 2 : null
}

function skipOf(tokens: readonly Token[], index: number): number {
  return ofWords.has(tokens[index]?.text ?? '') ? index + 1 : index
}
