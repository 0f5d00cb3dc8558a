import type { ExampleLines } from './tables.ts'

export interface Score {
  /** Lines of the same product and quantity. */
  readonly matched: number
  /** Expected, and not read. */
  readonly missed: number
  /** Read, and not expected. */
  readonly invented: number
  /** All lines are the same, variants and all, in whatever order. */
  readonly isExact: boolean
}

/** Compares the lines that were read with those that people made of the same words. */
export function scoreLines(expected: ExampleLines, read: ExampleLines): Score {
  const plain = count(expected, read, (line) => `${line.productId} ${Number(line.quantity)}`)
  const whole = count(expected, read, (line) =>
    [line.productId, Number(line.quantity), ...line.variantIds.toSorted()].join(' '),
  )
  return {
    matched: plain,
    missed: expected.length - plain,
    invented: read.length - plain,
    isExact: whole === expected.length && whole === read.length,
  }
}

function count(expected: ExampleLines, read: ExampleLines, keyOf: (line: ExampleLines[number]) => string): number {
  const rest = read.map(keyOf)
  return expected.filter((line) => {
    const at = rest.indexOf(keyOf(line))
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  }).length
}

export interface Figures {
  readonly examples: number
  readonly matched: number
  readonly missed: number
  readonly invented: number
  readonly exact: number
}

/** 2·matched / (expected + read); 1 where nothing was expected and nothing read. */
export function f1({ matched, missed, invented }: Pick<Figures, 'matched' | 'missed' | 'invented'>): number {
  const all = 2 * matched + missed + invented
  return all === 0 ? 1 : (2 * matched) / all
}

/** Whether one way of reading is worse than another on the same examples: fewer right lines, or fewer orders right as a whole. */
export function isWorse(candidate: Figures, baseline: Figures): boolean {
  return f1(candidate) < f1(baseline) || candidate.exact < baseline.exact
}
