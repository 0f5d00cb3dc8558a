import { readOrder, type ReadLine } from '../offline/index.ts'
import type { ReadingReason, ReadOrderRequest } from '../model.ts'

/**
 * What a language model alone says is not enough to act on: it may have been talked into anything. The built-in reader,
 * which nobody can talk to, reads the same words beside it; a line that it does not find there too (the same product,
 * variants and quantity, each of its lines once) is for a person, and so is one whose words it finds ambiguous.
 *
 * @param isDoubted whether the line with this index has a doubt already; a second one would say nothing new
 */
export function doubtsOfSecondReader(
  lines: readonly ReadLine[],
  request: ReadOrderRequest,
  isDoubted: (lineIndex: number) => boolean,
): ReadingReason[] {
  if (lines.length === 0) return []
  const { catalog, messages, currentLines, learned } = request
  const second = readOrder(catalog, messages, { currentLines, learned })
  const unused = new Set(second.lines.keys())
  return lines.flatMap((line, lineIndex): ReadingReason[] => {
    if (line.productId === null || isDoubted(lineIndex)) return []
    const found = [...unused].find((index) => agree(line, second.lines[index], defaultsOf(request, line.productId)))
    if (found === undefined) return [{ ...unseen, lineIndex }]
    unused.delete(found)
    return second.reasons
      .filter((reason) => reason.lineIndex === found && reason.code.startsWith('AMBIGUOUS'))
      .map(({ code, message }) => ({ code, message, lineIndex }))
  })
}

const unseen = {
  code: 'MODEL_NO_EVIDENCE',
  message: 'The model reads more, or something else, out of these words than they say by themselves.',
} as const

function agree(line: ReadLine, other: ReadLine | undefined, defaults: ReadonlySet<string>): boolean {
  const chosen = (of: ReadLine) => of.variantIds.filter((id) => !defaults.has(id)).toSorted()
  return (
    other !== undefined &&
    line.productId === other.productId &&
    Number(line.quantity) === Number(other.quantity) &&
    chosen(line).join(' ') === chosen(other).join(' ')
  )
}

/** The variants that a product comes in when nobody names one: said or not, they are the same. */
function defaultsOf({ catalog }: ReadOrderRequest, productId: string | null): ReadonlySet<string> {
  const product = catalog.products[catalog.indexById.get(productId ?? '') ?? -1]
  return new Set((product?.variants ?? []).filter((variant) => variant.isDefault).map(({ id }) => id))
}
