import { outline, type Section } from './outline.ts'

/** A passage before it is stored: `text` is exactly `content.slice(start, end)`. */
export interface Passage {
  readonly headingPath: readonly string[]
  readonly text: string
  /** UTF-16 code units into the content. */
  readonly start: number
  readonly end: number
}

interface Span {
  readonly start: number
  readonly end: number
}

/** About 250 to 300 tokens: small enough to quote, large enough to hold an answer. In UTF-16 code units. */
export const passageLengthAtMost = 1_200
/** A passage that goes on from the one before repeats its last sentence up to this length. */
const overlapAtMost = 160

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Cuts a document into passages: never across a heading, between sentences where that is possible. */
export function chunk(content: string): Passage[] {
  return outline(content).flatMap((section) =>
    pack(sentencesOf(content, section)).map(({ start, end }) => ({
      headingPath: section.headingPath,
      text: content.slice(start, end),
      start,
      end,
    })),
  )
}

/** The sentences of a section, without the white space around them, each short enough for a passage. */
function sentencesOf(content: string, section: Section): Span[] {
  const spans: Span[] = []
  for (const { segment, index } of sentences.segment(content.slice(section.start, section.end))) {
    let start = section.start + index
    for (const line of segment.split('\n')) {
      spans.push(...cutLong(content, trimmed(content, start, start + line.length)))
      start += line.length + 1
    }
  }
  return spans
}

function trimmed(content: string, start: number, end: number): Span {
  const text = content.slice(start, end)
  const before = text.length - text.trimStart().length
  return { start: start + before, end: start + before + text.trim().length }
}

/** Cuts what has no sentence end for too long: at white space, else where the limit is, but inside no character. */
function cutLong(content: string, span: Span): Span[] {
  const parts: Span[] = []
  let { start } = span
  while (span.end - start > passageLengthAtMost) {
    const limit = start + passageLengthAtMost
    const space = content.slice(start, limit + 1).search(/\s\S*$/)
    let end = space > passageLengthAtMost / 2 ? start + space : limit
    if (/[\uDC00-\uDFFF]/.test(content.charAt(end))) end -= 1
    const part = trimmed(content, start, end)
    if (part.end > part.start) parts.push(part)
    start = end
  }
  const rest = trimmed(content, start, span.end)
  if (rest.end > rest.start) parts.push(rest)
  return parts
}

/** Fills passages with sentences up to the limit, evenly, so that no stub is left at the end of a section. */
function pack(spans: readonly Span[]): Span[] {
  const [first] = spans
  const last = spans.at(-1)
  if (first === undefined || last === undefined) return []
  const count = Math.ceil((last.end - first.start) / passageLengthAtMost)
  const aim = (last.end - first.start) / count + overlapAtMost
  const passages: Span[] = []
  let current = first
  let previous = first
  for (const span of spans.slice(1)) {
    const isFull = current.end - current.start >= aim || span.end - current.start > passageLengthAtMost
    if (isFull) {
      passages.push(current)
      const repeats = previous.start > current.start && previous.end - previous.start <= overlapAtMost
      const fits = span.end - previous.start <= passageLengthAtMost
      current = { start: repeats && fits ? previous.start : span.start, end: span.end }
    } else {
      current = { start: current.start, end: span.end }
    }
    previous = span
  }
  passages.push(current)
  return passages
}
