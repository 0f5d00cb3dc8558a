import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import { around } from '../cues.ts'
import { standsAlone } from '../digit-runs.ts'
import type { PiiFinding } from '../finding.ts'
import { compilePattern, findPattern, type Pattern } from './pattern.ts'
import { compilePhrases, findPhrases, type Phrases } from './phrases.ts'

export const piiRuleEffects = ['FIND', 'EXCEPT'] as const
export type PiiRuleEffect = (typeof piiRuleEffects)[number]

/** A tenant's own rule: what is personal data here besides what is everywhere, or what never is. */
export interface PiiRule {
  readonly id: string
  readonly effect: PiiRuleEffect
  /** What FIND calls its findings, and the tokens in their place, e.g. LOYALTY; null for EXCEPT. */
  readonly label: string | null
  /** This or `terms`. */
  readonly pattern: string | null
  /** Words and numbers as they are; an EXCEPT knows a telephone number however it is written. */
  readonly terms: readonly string[]
  /** One of these must stand near what is found; none: wherever it stands. */
  readonly contextWords: readonly string[]
  /** Of its findings, 0 to 1. */
  readonly confidence: number
}

/** The rules of one tenant, ready to be used. */
export interface PiiRules {
  readonly finders: readonly CompiledRule[]
  readonly exceptions: readonly CompiledRule[]
}

interface CompiledRule {
  readonly rule: PiiRule
  readonly pattern: Pattern | null
  readonly terms: Phrases
  readonly context: Phrases | null
  /** The terms that are telephone numbers, in international form, as each region reads them. */
  readonly phones: Map<CountryCode, ReadonlySet<string>>
}

export const noRules: PiiRules = { finders: [], exceptions: [] }

/** How far a word of the context may stand from what is found, in characters of the same line. */
const contextBefore = 60
const contextBehind = 30

/** @param rules whose patterns were taken by `compilePattern` before; one that is not any more finds nothing */
export function compileRules(rules: readonly PiiRule[]): PiiRules {
  const compiled = rules.map((rule): CompiledRule => {
    const pattern = rule.pattern === null ? null : compilePattern(rule.pattern)
    return {
      rule,
      pattern: typeof pattern === 'string' ? null : pattern,
      terms: compilePhrases(rule.terms),
      context: rule.contextWords.length === 0 ? null : compilePhrases(rule.contextWords),
      phones: new Map(),
    }
  })
  return {
    finders: compiled.filter(({ rule }) => rule.effect === 'FIND'),
    exceptions: compiled.filter(({ rule }) => rule.effect === 'EXCEPT'),
  }
}

/** What the tenant's rules find, overlaps and all. */
export function findByRules(text: string, { finders }: PiiRules): PiiFinding[] {
  return finders.flatMap((compiled) => {
    const { id, label, confidence } = compiled.rule
    if (label === null) return []
    return placesOf(text, compiled).map(({ start, end }): PiiFinding => {
      const value = text.slice(start, end)
      return { type: 'CUSTOM', start, end, value, confidence, rule: { id, label } }
    })
  })
}

/** The findings without those that a rule says are none: they lie within what it matches, or are its number. */
export function withoutExceptions(
  text: string,
  findings: readonly PiiFinding[],
  { exceptions }: PiiRules,
  region: CountryCode,
): readonly PiiFinding[] {
  if (exceptions.length === 0 || findings.length === 0) return findings
  const places = exceptions.flatMap((compiled) => placesOf(text, compiled))
  return findings.filter(
    (found) =>
      !places.some(({ start, end }) => start <= found.start && found.end <= end) &&
      !exceptions.some((compiled) => isItsNumber(found, text, compiled, region)),
  )
}

function placesOf(text: string, { pattern, terms, context }: CompiledRule): { start: number; end: number }[] {
  const places = pattern === null ? findPhrases(text, terms) : [...findPattern(text, pattern)]
  return places.filter(
    ({ start, end }) => standsAlone(text, start, end) && (context === null || speaksOf(text, start, end, context)),
  )
}

function speaksOf(text: string, start: number, end: number, context: Phrases): boolean {
  return findPhrases(around(text, start, end, contextBefore, contextBehind), context).length > 0
}

function isItsNumber(found: PiiFinding, text: string, compiled: CompiledRule, region: CountryCode): boolean {
  if (found.type !== 'PHONE' || compiled.rule.terms.length === 0) return false
  if (compiled.context !== null && !speaksOf(text, found.start, found.end, compiled.context)) return false
  let phones = compiled.phones.get(region)
  if (phones === undefined) {
    phones = new Set(compiled.rule.terms.flatMap((term) => parsePhoneNumberFromString(term, region)?.number ?? []))
    compiled.phones.set(region, phones)
  }
  const number = parsePhoneNumberFromString(found.value, region)?.number
  return number !== undefined && phones.has(number)
}
