/**
 * How well personal data is found: `PARLEY_BENCH_DATA=<dir> node test/bench/pii.ts [--errors N] [--type TYPE] [--out FILE]`; the
 * directory holds `pii/pii.jsonl`, whose offsets count code points. Two spans meet when they share a character, each
 * used once, the best match first; a message is clean when it holds nothing of the types that are looked for.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { judge } from './judge.ts'
import { findPii } from '../../src/platform/privacy/index.ts'

interface Span {
  readonly type: string
  readonly start: number
  readonly end: number
}

interface Message {
  readonly id: string
  readonly text: string
  readonly entities: readonly Span[]
  /** Written to test one detector; the others are not labelled. */
  readonly only?: string
}

/** Least F1 by type that is aimed at; none for IBAN, which has few examples. */
const targets: Readonly<Record<string, number>> = {
  EMAIL: 0.99,
  PHONE: 0.9,
  CREDIT_CARD: 0.95,
  SSN: 0.9,
  ADDRESS: 0.65,
  IBAN: 0,
}
const mostFalseAlarms = 0.02

const directory = process.env['PARLEY_BENCH_DATA']
const { values: flags } = parseArgs({
  options: { errors: { type: 'string', default: '0' }, type: { type: 'string' }, out: { type: 'string' } },
})

if (!directory) {
  console.log('skipped: set PARLEY_BENCH_DATA to the directory that holds pii/pii.jsonl')
} else {
  const messages = load(join(directory, 'pii', 'pii.jsonl'))
  const startedAt = performance.now()
  const found = messages.map(({ text }) => findPii(text))
  const tookMs = performance.now() - startedAt
  const pairs = messages.map((message, index) => pair(message, inCodePoints(message.text, found[index] ?? [])))

  for (const [type, target] of Object.entries(targets)) {
    const gold = sum(pairs.map(({ wanted }) => count(wanted, type)))
    const predicted = sum(pairs.map(({ seen }) => count(seen, type)))
    const met = sum(
      pairs.map(({ wanted, met: spans }) =>
        count(
          wanted.filter((span) => spans.includes(span)),
          type,
        ),
      ),
    )
    const f1 = gold + predicted === 0 ? 1 : (2 * met) / (gold + predicted)
    if (target > 0) judge({ area: 'personal data', what: `F1 of ${type}`, value: f1, atLeast: target })
    const judged = target === 0 ? '' : `   target ${target.toFixed(2)} ${f1 >= target ? 'met' : 'MISSED'}`
    console.log(
      `${type.padEnd(12)} gold ${String(gold).padStart(4)}   found ${String(predicted).padStart(4)}   ` +
        `precision ${share(met, predicted)}   recall ${share(met, gold)}   F1 ${f1.toFixed(4)}${judged}`,
    )
  }
  const judgedTypes = Object.keys(targets).filter((type) => type !== 'IBAN')
  const isJudged = ({ type }: Span): boolean => judgedTypes.includes(type)
  const clean = pairs.filter(({ wanted }) => !wanted.some(isJudged))
  const alarms = clean.filter(({ seen }) => seen.some(isJudged)).length
  console.log(
    `clean messages ${clean.length}   false alarms ${share(alarms, clean.length)}   ` +
      `target ${mostFalseAlarms} ${alarms <= mostFalseAlarms * clean.length ? 'met' : 'MISSED'}`,
  )
  const falseAlarms = alarms / Math.max(1, clean.length)
  judge({ area: 'personal data', what: 'false alarms on clean messages', value: falseAlarms, atMost: mostFalseAlarms })
  console.log(`${Math.round((messages.length / tookMs) * 1_000)} messages a second`)

  const wrong = pairs.filter(({ wanted, seen, met }) =>
    [...wanted, ...seen].some((span) => (flags.type ?? span.type) === span.type && !met.includes(span)),
  )
  for (const { message, wanted, seen } of wrong.slice(0, Number(flags.errors)))
    console.log(JSON.stringify({ text: message.text, gold: shown(message, wanted), found: shown(message, seen) }))
  if (flags.out) {
    const lines = messages.map(({ id, text }, index) =>
      JSON.stringify({ id, entities: inCodePoints(text, found[index] ?? []) }),
    )
    writeFileSync(flags.out, `${lines.join('\n')}\n`)
  }
}

interface Pairing {
  readonly message: Message
  readonly wanted: readonly Span[]
  readonly seen: readonly Span[]
  /** The spans of both sides that meet one of the other. */
  readonly met: readonly Span[]
}

function pair(message: Message, found: readonly Span[]): Pairing {
  const isLabelled = ({ type }: Span): boolean => type in targets && (message.only ?? type) === type
  const wanted = message.entities.filter(isLabelled)
  const seen = found.filter(isLabelled)
  const met: Span[] = []
  for (const want of wanted) {
    const [best] = seen
      .filter((span) => span.type === want.type && !met.includes(span) && likeness(span, want) > 0)
      .toSorted((a, b) => likeness(b, want) - likeness(a, want))
    if (best !== undefined) met.push(want, best)
  }
  return { message, wanted, seen, met }
}

/** Shared characters by all characters of both. */
function likeness(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

function inCodePoints(text: string, spans: readonly Span[]): Span[] {
  const offset = (units: number): number => Array.from(text.slice(0, units)).length
  return spans.map(({ type, start, end }) => ({ type, start: offset(start), end: offset(end) }))
}

function shown({ text }: Message, spans: readonly Span[]): string[] {
  return spans.map(({ type, start, end }) => `${type} ${[...text].slice(start, end).join('')}`)
}

function count(spans: readonly Span[], type: string): number {
  return spans.filter((span) => span.type === type).length
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function share(part: number, whole: number): string {
  return (whole === 0 ? 0 : part / whole).toFixed(4)
}

function load(path: string): Message[] {
  return (
    readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      // guarantee: the published file holds one labelled message of this shape a line
      .map((line) => JSON.parse(line) as Message)
  )
}
