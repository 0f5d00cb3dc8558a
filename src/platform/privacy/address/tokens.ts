/** A word, a number or a mark of a text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark'
  readonly text: string
  /** In small letters. */
  readonly low: string
  readonly start: number
  readonly end: number
  /** How many lines end between the token before and this one. */
  readonly breaks: number
  /** Whether nothing stands between the token before and this one. */
  readonly isAttached: boolean
}

/** Numbers keep a letter and what dashes and strokes join to them (12B, 71-21); ordinals are words (5th, 2nd). */
const token =
  /(?<word>\d{1,4}(?:st|nd|rd|th|º|ª|°)(?![\p{L}\d])|\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*)|(?<number>\d+(?:\p{L}(?![\p{L}\d]))?(?:[-/]\d+(?:\p{L}(?![\p{L}\d]))?)*)|[^\s]/gu

/** The tokens of a text, in linear time. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let before = 0
  for (const found of text.matchAll(token)) {
    // The marks of quoted mail stand at the beginning of each line, inside of what goes on over lines.
    if (found[0] === '>' && /(?:^|\n)[> ]*$/.test(text.slice(Math.max(0, found.index - 6), found.index))) continue
    const start = found.index
    const end = start + found[0].length
    tokens.push({
      kind: found.groups?.['word'] ? 'word' : found.groups?.['number'] ? 'number' : 'mark',
      text: found[0],
      low: found[0].toLowerCase(),
      start,
      end,
      breaks: start === before ? 0 : text.slice(before, start).split('\n').length - 1,
      isAttached: start === before && tokens.length > 0,
    })
    before = end
  }
  return tokens
}
