/** Longest sign that is looked for: a token of personal data, or the number of a passage. */
const longestSign = 40

/** Makes of what a model streams what people are to read. */
export interface StreamedWords {
  /** @returns the words that are whole by now; what may be half of a sign is held back */
  push(delta: string): string
  /** @returns what was held back; nothing comes after it */
  end(): string
  /** Numbers of passages that were named so far, in order, each once. */
  readonly cited: readonly number[]
}

/**
 * Takes the numbers of passages out of the words and puts personal data back for its tokens, while the words come in
 * pieces that may end in the middle of either.
 *
 * @param passageCount numbers above it are no citations, and stay in the text
 * @param restore puts data in place of tokens
 */
export function streamedWords(passageCount: number, restore: (text: string) => string): StreamedWords {
  const cited: number[] = []
  let held = ''

  const clean = (text: string): string =>
    restore(
      text.replace(/ ?\[(\d{1,2})\]/g, (sign, digits: string) => {
        const number = Number(digits)
        if (number < 1 || number > passageCount) return sign
        if (!cited.includes(number)) cited.push(number)
        return ''
      }),
      // Line ends aside, signs that nobody sees are not for customers.
    ).replace(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu, '')

  return {
    cited,
    push(delta) {
      const text = held + delta
      // A space belongs to the citation that may follow it.
      const open = / ?\[\d{0,2}$|<[A-Z0-9_]*$| $/.exec(text)
      const end = open !== null && text.length - open.index <= longestSign ? open.index : text.length
      held = text.slice(end)
      return clean(text.slice(0, end))
    },
    end() {
      const rest = clean(held)
      held = ''
      return rest.trimEnd()
    },
  }
}
