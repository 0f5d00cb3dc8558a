import type { Chunk } from './chunks.ts'
import { readTrailingHalf } from './numbers.ts'
import type { Token } from './tokens.ts'

/** Puts «un kilo y medio», «a kilo and a half» back together: the half joins the count before the unit. */
export function mergeHalves(tokens: readonly Token[], chunks: readonly Chunk[]): Chunk[] {
  const merged: Chunk[] = []
  let skipTo = -1
  for (const chunk of chunks) {
    if (chunk.start < skipTo) continue
    const before = merged.at(-1)
    const bare = chunk.kind === 'unit' && before?.kind !== 'number' ? readTrailingHalf(tokens, chunk.end) : null
    if (bare && chunk.kind === 'unit') {
      // «kilo y medio de jitomate»
      merged.push({
        kind: 'number',
        start: chunk.start,
        end: chunk.start,
        number: { value: 1 + bare.value, end: chunk.start, kind: 'number', isAmbiguous: false, perCollective: 1 },
      })
      merged.push({ ...chunk, end: bare.end })
      skipTo = bare.end
      continue
    }
    const half = chunk.kind === 'unit' && before?.kind === 'number' ? readTrailingHalf(tokens, chunk.end) : null
    if (half && chunk.kind === 'unit' && before?.kind === 'number') {
      merged[merged.length - 1] = {
        ...before,
        number: { ...before.number, kind: 'number', value: before.number.value + half.value },
      }
      merged.push({ ...chunk, end: half.end })
      skipTo = half.end
    } else merged.push(chunk)
  }
  return merged
}
