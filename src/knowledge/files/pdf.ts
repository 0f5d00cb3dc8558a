import { getDocumentProxy } from 'unpdf'
import { UnreadableFile } from './read-file.ts'

const mostPages = 1_000
/** A line whose letters are so much larger than the usual ones is a heading. */
const headingRatio = 1.15
const longestHeading = 150
const deepestHeading = 4

/** A line of text as it stands on a page. */
export interface PdfLine {
  readonly text: string
  /** Height of its letters, in points. */
  readonly size: number
  /** Distance to the line above, in heights of its own letters; 0 for the first of a page. */
  readonly gap: number
}

/** Text in reading order as the file gives it; headings are recognised by the size of their letters. */
export async function readPdf(bytes: Uint8Array): Promise<{ title: string | null; markdown: string }> {
  const pdf = await getDocumentProxy(bytes, { stopAtErrors: false, verbosity: 0 }).catch((error: unknown) => {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new UnreadableFile(isLocked ? 'The file is locked by a password.' : 'The file is damaged.', {
      cause: error,
    })
  })
  if (pdf.numPages > mostPages) {
    throw new UnreadableFile(`The file has ${pdf.numPages} pages; at most ${mostPages} are read.`)
  }
  const lines: PdfLine[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    lines.push(...linesOf(items.flatMap((item) => ('str' in item ? [item] : []))))
    page.cleanup()
  }
  const { info } = await pdf.getMetadata()
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title : null
  return { title, markdown: markdownOf(lines) }
}

interface Item {
  readonly str: string
  readonly hasEOL: boolean
  readonly height: number
  /** Place on the page: the last two are x and y, counted from below. */
  readonly transform: readonly unknown[]
}

function linesOf(items: readonly Item[]): PdfLine[] {
  const lines: PdfLine[] = []
  let text = ''
  let size = 0
  let y: number | null = null
  let above: number | null = null
  const end = () => {
    if (text.trim() !== '') {
      const gap = above === null || y === null || size === 0 ? 0 : Math.abs(above - y) / size
      lines.push({ text: text.replaceAll(/\s+/g, ' ').trim(), size, gap })
      above = y
    }
    text = ''
    size = 0
    y = null
  }
  for (const { str, hasEOL, height, transform } of items) {
    text += str
    if (str.trim() !== '') {
      size = Math.max(size, height)
      y ??= Number(transform[5])
    }
    if (hasEOL) end()
  }
  end()
  return lines
}

/** Lines as Markdown: larger letters are headings, a wider gap begins a paragraph. Exported for its test. */
export function markdownOf(lines: readonly PdfLine[]): string {
  const usual = usualSize(lines)
  const isHeading = ({ size, text }: PdfLine) => size > usual * headingRatio && text.length <= longestHeading
  const sizes = [...new Set(lines.filter(isHeading).map(({ size }) => Math.round(size)))].toSorted(
    (one, other) => other - one,
  )
  let markdown = ''
  let previous: PdfLine | null = null
  for (const line of lines) {
    const level = isHeading(line) ? Math.min(deepestHeading, sizes.indexOf(Math.round(line.size)) + 1) : 0
    const continuesHeading =
      level > 0 && previous !== null && previous.size === line.size && line.gap > 0 && line.gap < 1.6
    if (continuesHeading) markdown += ` ${line.text}`
    else if (level > 0) markdown += `\n\n${'#'.repeat(level)} ${line.text}`
    else {
      const begins = previous === null || isHeading(previous) || line.gap > 1.7
      markdown += `${begins ? '\n\n' : '\n'}${line.text}`
    }
    previous = line
  }
  return markdown.trim()
}

/** The size that most letters have. */
function usualSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  return [...letters].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 0
}
