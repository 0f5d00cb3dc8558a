/** A part of a document under one heading; offsets are UTF-16 code units into the content. */
export interface Section {
  /** The headings above it, outermost first. */
  readonly headingPath: readonly string[]
  readonly start: number
  readonly end: number
}

interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
}

interface Heading {
  readonly level: number
  readonly text: string
}

const deepestLevel = 7
const questionLevel = deepestLevel
const headingLengthAtMost = 80
const questionLengthAtMost = 160

/**
 * Divides a text by its headings. Markdown's are `#` and underlined ones; in plain text a line that stands on top of a
 * paragraph counts when it is numbered, in capitals, or a question followed by its answer (as FAQs are written).
 * A heading without text under it stays findable: it becomes a section that holds the heading itself.
 */
export function outline(content: string): Section[] {
  const sections: Section[] = []
  const path: { level: number; text: string; start: number; end: number; isBare: boolean }[] = []
  let bodyStart: number | null = null
  let bodyEnd = 0

  const endBody = () => {
    if (bodyStart !== null) sections.push({ headingPath: path.map(({ text }) => text), start: bodyStart, end: bodyEnd })
    bodyStart = null
  }
  const leave = (level: number) => {
    while ((path.at(-1)?.level ?? 0) >= level) {
      const left = path.pop()
      if (left?.isBare) {
        sections.push({ headingPath: path.map(({ text }) => text), start: left.start, end: left.end })
      }
    }
  }

  const lines = linesOf(content)
  let fence: string | null = null
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1]
    if (mark !== undefined) {
      if (fence === null) fence = mark.slice(0, 3)
      else if (mark.startsWith(fence)) fence = null
    }
    const heading = fence === null && mark === undefined ? headingAt(lines, index) : null
    if (heading !== null) {
      endBody()
      for (const above of path) if (above.level < heading.level) above.isBare = false
      leave(heading.level)
      path.push({ ...heading, start: line.start, end: line.end, isBare: true })
      if (isUnderline(lines[index + 1]) && !line.text.startsWith('#')) index += 1
    } else if (line.text.trim() !== '') {
      bodyStart ??= line.start
      bodyEnd = line.end
      for (const above of path) above.isBare = false
    }
  }
  endBody()
  leave(1)
  return sections
}

function linesOf(content: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= content.length) {
    const newline = content.indexOf('\n', start)
    const end = newline === -1 ? content.length : newline
    lines.push({ text: content.slice(start, end), start, end })
    start = end + 1
  }
  return lines
}

function headingAt(lines: readonly Line[], index: number): Heading | null {
  const text = (lines[index]?.text ?? '').trimEnd()
  const marked = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?$/.exec(text)
  if (marked !== null) return named(marked[1]?.length ?? 1, marked[2] ?? '')
  if (text.trim() === '' || text.length > questionLengthAtMost) return null
  const isOnTop = index === 0 || lines[index - 1]?.text.trim() === ''
  if (!isOnTop) return null
  if (isUnderline(lines[index + 1])) return named(lines[index + 1]?.text.trim().startsWith('=') ? 1 : 2, text)
  return plainHeading(text.trim(), lines, index)
}

function plainHeading(text: string, lines: readonly Line[], index: number): Heading | null {
  const next = lines[index + 1]?.text.trim() ?? ''
  const later = next === '' ? (lines[index + 2]?.text.trim() ?? '') : next
  if (later === '') return null
  if (/^(?:(?:q|p|question|pregunta|pergunta)\s*[:.)-]\s*)?[^.!?]{3,}\?$/iu.test(text)) {
    return later.endsWith('?') ? null : named(questionLevel, text)
  }
  if (text.length > headingLengthAtMost || /[.,;!?]$/.test(text)) return null
  const number = /^(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s+\p{Lu}/u.exec(text)?.[1]
  if (number !== undefined) return next === '' ? named(1 + number.split('.').length, text) : null
  const isShouted = /\p{Lu}.*\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) && /^[\p{L}¿(]/u.test(text)
  return isShouted ? named(1, text) : null
}

function isUnderline(line: Line | undefined): boolean {
  return line !== undefined && /^ {0,3}(?:={2,}|-{3,})\s*$/.test(line.text)
}

/** The heading without Markdown's ornaments, or null when nothing is left. */
function named(level: number, text: string): Heading | null {
  const plain = text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`|\*)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' ? null : { level, text: plain.slice(0, 200) }
}
