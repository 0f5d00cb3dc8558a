import { appendFileSync } from 'node:fs'

/** A figure beside what is aimed at: at least `atLeast`, or at most `atMost`. */
export interface Judged {
  readonly area: string
  readonly what: string
  readonly value: number
  readonly atLeast?: number
  readonly atMost?: number
}

/** The file in which `bench -- scoreboard` collects what its parts found. */
export const judgedFile = 'PARLEY_BENCH_JUDGED'

/** Notes a figure for the scoreboard; nothing when none is being made. */
export function judge(judged: Judged): void {
  const file = process.env[judgedFile]
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(judged)}\n`)
}

export function isMet({ value, atLeast, atMost }: Judged): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost)
}
