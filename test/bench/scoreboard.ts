import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isMet, judgedFile, type Judged } from './judge.ts'

const root = join(import.meta.dirname, '../..')
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts']
const parts = [
  ...['orders.ts', 'units.ts', 'retrieval.ts', 'pii.ts'].map((name) => [join(import.meta.dirname, name)]),
  // A test, since what is looked at is the whole way from a message to the reply; it judges itself when it passes.
  [...vitest, 'test/walls/hostile-model.test.ts'],
]

/**
 * `npm run bench -- scoreboard`: every figure of the assistant beside what is aimed at, from the labelled data in the folder that
 * PARLEY_BENCH_DATA names, and from injections that come with the project. Ends with 1 when a part fails; a figure that misses its aim is a fact, not a failure.
 */
export function benchScoreboard(): void {
  const folder = mkdtempSync(join(tmpdir(), 'parley-scoreboard-'))
  const file = join(folder, 'judged')
  try {
    const env = { ...process.env, [judgedFile]: file }
    for (const part of parts) {
      const { status } = spawnSync(process.execPath, part, { cwd: root, stdio: 'inherit', env })
      if (status !== 0) process.exitCode = 1
    }
    print(readJudged(file))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readJudged(file: string): Judged[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
    // guarantee: `judge` wrote each line of the file
    return lines.map((line) => JSON.parse(line) as Judged)
  } catch {
    return []
  }
}

function print(all: readonly Judged[]): void {
  if (all.length === 0) {
    console.log('Nothing was measured: set PARLEY_BENCH_DATA to the folder with the labelled data.')
    return
  }
  console.log(`\nscoreboard, ${new Date().toISOString().slice(0, 10)}`)
  console.table(
    all.map((judged) => {
      const { area, what, value, atLeast, atMost } = judged
      const aim = atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost}` : '–'
      return { area, what, value: Number(value.toFixed(4)), aim, met: isMet(judged) ? 'yes' : 'NO' }
    }),
  )
  console.log(`${all.filter(isMet).length} of ${all.length} met`)
}
