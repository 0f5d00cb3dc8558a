/** Phrases as a language file writes them: parted by commas, over as many lines as they need. */
export const list = (text: string): readonly string[] =>
  text
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter(Boolean)

/** `one 1, two 2`: the last word of each entry is its value. */
export const values = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    list(text).map((entry) => {
      const at = entry.lastIndexOf(' ')
      return [entry.slice(0, at), Number(entry.slice(at + 1))]
    }),
  )

/** One entry a line: `box: box, boxes`. */
export const lists = (text: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    rows(text).map((row) => {
      const at = row.indexOf(':')
      return [row.slice(0, at).trim(), list(row.slice(at + 1))]
    }),
  )

/** Groups of words that mean the same, one group a line. */
export const groups = (text: string): readonly (readonly string[])[] => rows(text).map(list)

const rows = (text: string): string[] =>
  text
    .split('\n')
    .map((row) => row.trim())
    .filter(Boolean)
