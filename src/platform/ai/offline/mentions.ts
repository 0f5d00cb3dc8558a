import { canonicalText, type Catalog, type Form, type FormKind, type WordReading } from './catalog.ts'
import { learnedAt } from './learned.ts'
import { functionWords, grammarWords, linkWords, ofWords } from './phrases.ts'
import { readNumber } from './numbers.ts'
import { readWord } from './readings.ts'
import type { Token } from './tokens.ts'
import type { LearnedPhrase } from './types.ts'

/** One thing of the catalogue that a stretch of text may mean. */
export interface Mention {
  readonly kind: FormKind
  /** Index into the catalogue's products, variants or options. */
  readonly target: number
  /** 0..1: how much of the phrase was said, and how well spelt. */
  readonly score: number
  /** 0..1: how much of the phrase was said, by weight. */
  readonly coverage: number
  /** Every word of the phrase that matters was said. */
  readonly isFull: boolean
  /** The word that names the kind of thing was said: last in English, first in Spanish and Portuguese. */
  readonly hasHead: boolean
  readonly source: Form['source'] | 'learned'
  /** What named it, when that was learned. */
  readonly learned?: LearnedPhrase
}

export interface MentionSpan {
  readonly start: number
  /** Exclusive. */
  readonly end: number
  readonly words: readonly number[]
  /** Best first, one per target. */
  readonly mentions: readonly Mention[]
}

interface Run {
  readonly end: number
  readonly forms: readonly number[]
  readonly words: readonly number[]
  readonly quality: number
}

const targetsAtMost = 12
/** A part that more names share says nothing; the first of them are enough to ask. */
const partialsAtMost = 300

/** Every stretch of text that may mean something in the catalogue; stretches overlap, `chunks.ts` chooses. */
export function findMentions(catalog: Catalog, tokens: readonly Token[]): MentionSpan[][] {
  const readings: (WordReading[] | undefined)[] = Array.from({ length: tokens.length })
  const readingsAt = (index: number): WordReading[] => {
    const token = tokens[index]
    if (!token || (token.kind !== 'word' && token.kind !== 'number')) return []
    return (readings[index] ??= readWord(catalog, tokens, index))
  }
  return tokens.map((_, start) => {
    const learned = learnedAt(catalog, tokens, start)
    const spans: MentionSpan[] = learned === null ? [] : [learned]
    for (const reading of readingsAt(start)) {
      let run: Run | null = firstRun(catalog, tokens, start, reading, readingsAt)
      while (run) {
        const next = extend(catalog, tokens, run, readingsAt)
        addSpan(catalog, tokens, spans, start, run, next === null)
        run = next
      }
    }
    return spans
  })
}

function firstRun(
  catalog: Catalog,
  tokens: readonly Token[],
  start: number,
  reading: WordReading,
  readingsAt: (index: number) => WordReading[],
): Run | null {
  const all = formsWith(catalog, reading.words)
  const isNumber = /^\d+$/.test(canonicalText(tokens[start] as Token))
  const forms = isNumber
    ? all.filter((form) => isNamedFrom(catalog.forms[form] as Form, start, reading, readingsAt))
    : all
  return forms.length === 0
    ? null
    : { end: start + reading.tokenCount, forms, words: reading.words, quality: reading.quality }
}

/** «5 jabones», when the shop has «Jabón 5 L», are five of them: a number begins a name only with what follows it there. */
function isNamedFrom(
  form: Form,
  start: number,
  { words, tokenCount }: WordReading,
  readingsAt: (index: number) => WordReading[],
): boolean {
  if (form.kind !== 'product') return true
  const at = form.words.indexOf(words[0] as number)
  const next = form.words[at + words.length]
  return next === undefined ? at === 0 : readingsAt(start + tokenCount).some((after) => after.words[0] === next)
}

function formsWith(catalog: Catalog, words: readonly number[]): readonly number[] {
  const [first, ...rest] = words as [number, ...number[]]
  const forms = catalog.postings.get(first) ?? []
  if (rest.length === 0) return forms
  return forms.filter((form) => rest.every((word) => (catalog.forms[form] as Form).words.includes(word)))
}

function extend(
  catalog: Catalog,
  tokens: readonly Token[],
  run: Run,
  readingsAt: (index: number) => WordReading[],
): Run | null {
  let at = run.end
  let forms = run.forms
  for (let skipped = 0; skipped < 2; skipped++) {
    const found = extendAt(catalog, tokens, forms, run, at, readingsAt)
    if (found) return found
    const link = tokens[at]?.text
    if (link === undefined || tokens[at]?.kind !== 'word') return null
    if (!ofWords.has(link)) {
      forms = linkedBy(catalog, forms, link)
      if (forms.length === 0) return null
    }
    at++
  }
  return extendAt(catalog, tokens, forms, run, at, readingsAt)
}

function extendAt(
  catalog: Catalog,
  tokens: readonly Token[],
  forms: readonly number[],
  run: Run,
  at: number,
  readingsAt: (index: number) => WordReading[],
): Run | null {
  for (const reading of readingsAt(at)) {
    if (reading.words.some((word) => run.words.includes(word))) continue
    const shared = candidatesAmong(catalog, forms, reading.words).filter((form) =>
      follows(catalog.forms[form] as Form, run.words, reading.words),
    )
    if (shared.length === 0 || isBareCount(tokens, at, shared, catalog, readingsAt)) continue
    return {
      end: at + reading.tokenCount,
      forms: shared,
      words: [...run.words, ...reading.words],
      quality: Math.min(run.quality, reading.quality),
    }
  }
  return null
}

/** By list of names and link word: «latte with …» asks the same of thousands of names each time. */
const linked = new WeakMap<readonly number[], Map<string, readonly number[]>>()

/** Those of `forms` whose names hold this link word. */
function linkedBy(catalog: Catalog, forms: readonly number[], link: string): readonly number[] {
  if (!linkWords.has(link)) return []
  const known = linked.get(forms) ?? new Map<string, readonly number[]>()
  linked.set(forms, known)
  const found = known.get(link) ?? forms.filter((form) => (catalog.forms[form] as Form).links.has(link))
  known.set(link, found)
  return found
}

/**
 * Those of `forms` that may hold the words: all of them, or, where the rarest of the words has fewer, those of its own. In a large
 * catalogue a kind of thing has thousands of names, the word behind it a few. Both lists ascend, and so does the answer.
 */
function candidatesAmong(catalog: Catalog, forms: readonly number[], words: readonly number[]): readonly number[] {
  let rarest = forms
  for (const word of words) {
    const having = catalog.postings.get(word) ?? []
    if (having.length < rarest.length) rarest = having
  }
  return rarest === forms ? forms : rarest.filter((form) => has(forms, form))
}

/** Whether an ascending list holds the number. */
function has(ascending: readonly number[], wanted: number): boolean {
  let [low, high] = [0, ascending.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = ascending[middle] as number
    if (found === wanted) return true
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return false
}

/** «leche entera 2» is two of them, «leche entera 2 L» is a name: a small number joins a name only with what follows it there. */
function isBareCount(
  tokens: readonly Token[],
  at: number,
  forms: readonly number[],
  catalog: Catalog,
  readingsAt: (index: number) => WordReading[],
): boolean {
  const token = tokens[at] as Token
  const number = Number(canonicalText(token))
  if (!(number < 10) || token.isGlued) return false
  return !readingsAt(at + 1).some((reading) =>
    forms.some((form) => reading.words.every((word) => (catalog.forms[form] as Form).words.includes(word))),
  )
}

/** Names are said in any order, sizes and options only in their own: «large extra cheese» is no «extra large». */
function follows(form: Form, before: readonly number[], words: readonly number[]): boolean {
  if (form.kind === 'product') return words.every((word) => form.words.includes(word))
  const last = form.words.indexOf(before.at(-1) as number)
  return words.every((word) => form.words.indexOf(word) > last)
}

function addSpan(
  catalog: Catalog,
  tokens: readonly Token[],
  spans: MentionSpan[],
  start: number,
  run: Run,
  isLongest: boolean,
): void {
  const isNaming = isLongest && namesByPart(catalog, tokens, start, run)
  const mentions = mentionsOf(catalog, run, isLongest, isNaming)
  if (mentions.length > 0) spans.push({ start, end: run.end, words: run.words, mentions })
}

/** What single words meant before, by their list of names: a word that thousands of names share is asked once. */
const meant = new WeakMap<readonly number[], Map<string, readonly Mention[]>>()
const manyForms = 100

function mentionsOf(catalog: Catalog, run: Run, isLongest: boolean, isNaming: boolean): readonly Mention[] {
  // Only the list of a word itself lives on; that of a longer run was made for it.
  const isOfWord = run.forms.length > manyForms && run.forms === catalog.postings.get(run.words[0] as number)
  if (!isOfWord) return findMentionsOf(catalog, run, isLongest, isNaming)
  const known = meant.get(run.forms) ?? new Map<string, readonly Mention[]>()
  meant.set(run.forms, known)
  const key = `${run.words.join(' ')} ${run.quality} ${isLongest} ${isNaming}`
  const mentions = known.get(key) ?? findMentionsOf(catalog, run, isLongest, isNaming)
  known.set(key, mentions)
  return mentions
}

function findMentionsOf(catalog: Catalog, run: Run, isLongest: boolean, isNaming: boolean): readonly Mention[] {
  const best = new Map<number, Mention>()
  const hasOwnWord = isNaming && run.words.some((word) => isOwnWord(catalog, word))
  let partials = 0
  for (const number of run.forms) {
    const form = catalog.forms[number] as Form
    const isFull = form.needed.every((word) => run.words.includes(word))
    if (!isFull) {
      if (!isLongest || form.source === 'sku') continue
      const hasHead = form.heads.some((word) => run.words.includes(word))
      if (form.kind === 'product' && (!isNaming || !(hasHead || hasOwnWord) || ++partials > partialsAtMost)) continue
    }
    const mention = mentionOf(form, run, isFull)
    const key = form.target * 3 + (form.kind === 'product' ? 0 : form.kind === 'variant' ? 1 : 2)
    const known = best.get(key)
    if (!known || mention.score > known.score) best.set(key, mention)
  }
  const mentions = [...best.values()].sort((a, b) => b.score - a.score || a.target - b.target)
  const kept: Mention[] = []
  for (const kind of ['product', 'variant', 'option'] as const) {
    kept.push(...mentions.filter((mention) => mention.kind === kind).slice(0, kind === 'variant' ? 40 : targetsAtMost))
  }
  return kept
}

function mentionOf(form: Form, run: Run, isFull: boolean): Mention {
  let said = 0
  form.words.forEach((word, i) => {
    if (run.words.includes(word)) said += form.weights[i] as number
  })
  const coverage = said / form.totalWeight
  const hasHead = form.heads.some((word) => run.words.includes(word))
  const bySource = form.source === 'keyword' ? 0.9 : 1
  return {
    kind: form.kind,
    target: form.target,
    coverage,
    isFull,
    hasHead,
    source: form.source,
    score: run.quality * bySource * (isFull ? 0.9 + 0.1 * coverage : 0.25 + 0.65 * coverage),
  }
}

/** A part of a name means the thing only by a word with some meaning, and never by a guess at the spelling of one short word. */
function namesByPart(catalog: Catalog, tokens: readonly Token[], start: number, run: Run): boolean {
  if (run.words.every((word) => catalog.isLightWord[word])) return false
  const texts = tokens.slice(start, run.end).map((token) => token.text)
  const hasOwn = run.words.some((word) => isOwnWord(catalog, word))
  const isShort = texts.every((text) => grammarWords.has(text) || (text.length < 3 && !/\d/.test(text)))
  // «un té»: behind a count even a word of two letters is a noun; «a» is a count in English alone
  const isCounted = readNumber(tokens, start - 1)?.end === start && tokens[start - 1]?.text !== 'a'
  if (isShort && !(hasOwn && isCounted)) return false
  if (texts.every((text) => functionWords.has(text))) return run.quality === 1 && hasOwn
  if (run.words.length === 1 && run.quality < 0.9) return run.quality > 0.8 && hasOwn
  return true
}

/** The word belongs to one product and to no size or option. */
const isOwnWord = (catalog: Catalog, word: number): boolean =>
  catalog.productCount[word] === 1 &&
  (catalog.postings.get(word) ?? []).every((form) => (catalog.forms[form] as Form).kind === 'product')
