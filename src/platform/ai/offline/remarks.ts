import { type Chunk, hasCue } from './chunks.ts'
import type { Token } from './tokens.ts'

const backAtMost = 4

/**
 * The chunks of a clause that say nothing about the order though they hold numbers and names: addresses, tables, times, prices,
 * telephone numbers, dimensions and type numbers («75*72», «Wei8»). Returned as indexes into `chunks`.
 */
export function findRemarks(tokens: readonly Token[], chunks: readonly Chunk[]): Set<number> {
  const found = new Set<number>()
  for (const i of phoneNumbers(tokens, chunks)) found.add(i)
  chunks.forEach((chunk, i) => {
    if (hasCue(chunk, 'place')) addPlace(chunks, i, found)
    if (chunk.kind !== 'number') return
    if (tokens[chunk.start]?.isGlued && /^\d/.test(tokens[chunk.start]?.text ?? '')) {
      found.add(i)
      if (chunks[i - 1]?.kind === 'number') found.add(i - 1)
      return
    }
    const next = chunks[i + 1]
    const before = chunks[i - 1]
    const isPrice =
      (before?.kind === 'mark' && /^[$€£]$/.test(before.text)) ||
      (next?.kind === 'mark' && /^[$€£]$/.test(next.text)) ||
      hasCue(next, 'money')
    const isTime =
      hasCue(next, 'time') ||
      (hasCue(before, 'time') && next?.kind !== 'entity') ||
      (next?.kind === 'mark' && next.text === ':' && chunks[i + 2]?.kind === 'number')
    const isCode = chunk.number.kind === 'number' && chunk.number.value >= 1_000_000
    if (isTime || isCode || (isPrice && !hasCue(chunks[i + 2], 'of'))) found.add(i)
    if (isTime && hasCue(next, 'time')) found.add(i + 1)
    if (isTime && next?.kind === 'mark') found.add(i + 2)
  })
  return found
}

const fewestPhoneDigits = 7

/** «+44 20 7946 0958»: numbers one behind the other that are as long as a telephone number together. */
function phoneNumbers(tokens: readonly Token[], chunks: readonly Chunk[]): number[] {
  const found: number[] = []
  let run: number[] = []
  const close = (next?: Chunk): void => {
    // «PO 88213 - 12 switches»: the last one counts
    if (next?.kind === 'entity' || next?.kind === 'unit') run.pop()
    const digits = run.flatMap((i) => tokens.slice(chunks[i]?.start, chunks[i]?.end)).map(({ text }) => text)
    if (run.length > 1 && digits.join('').replaceAll(/\D/g, '').length >= fewestPhoneDigits) found.push(...run)
    run = []
  }
  chunks.forEach((chunk, i) => {
    const isDigits = chunk.kind === 'number' && /^\d+$/.test(tokens[chunk.start]?.text ?? '')
    if (isDigits && chunk.end - chunk.start === 1) run.push(i)
    else if (chunk.kind !== 'mark' || !/^[-+()]$/.test(chunk.text)) close(chunk)
  })
  close()
  return found
}

/** «calle Hidalgo 23», «12 King Street», «table nine»: the word with its name and number, as far as the next comma. */
function addPlace(chunks: readonly Chunk[], i: number, found: Set<number>): void {
  found.add(i)
  for (let next = i + 1; next < chunks.length && isName(chunks[next]) && !isCount(chunks, next); next++) found.add(next)
  for (let back = i - 1; back >= 0 && back >= i - backAtMost && isName(chunks[back]); back--) {
    found.add(back)
    if (chunks[back]?.kind === 'number') break
  }
}

/** «mesa 4 2 tacos», «orden 4512 5 escobas»: a number right before a thing or a unit counts it. */
const isCount = (chunks: readonly Chunk[], i: number): boolean =>
  chunks[i]?.kind === 'number' &&
  chunks[i - 1]?.kind === 'number' &&
  (chunks[i + 1]?.kind === 'entity' || chunks[i + 1]?.kind === 'unit')

const isName = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'other' ||
  chunk?.kind === 'determiner' ||
  (chunk?.kind === 'number' && chunk.number.kind === 'number') ||
  (chunk?.kind === 'entity' && !chunk.span.mentions.some((mention) => mention.isFull))
