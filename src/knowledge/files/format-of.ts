import { UnreadableFile, type FileFormat } from './read-file.ts'

/**
 * The format of a file by its first bytes, because senders are wrong about it; by its media type where text is text.
 * @throws UnreadableFile when it is none that can be read
 */
export function formatOf(bytes: Uint8Array, mediaType: string | null): FileFormat {
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1')
  if (start.includes('%PDF-')) return 'PDF'
  if (start.startsWith('PK\u0003\u0004')) return 'DOCX'
  const type = mediaType?.split(';')[0]?.trim().toLowerCase() ?? ''
  const isWide = /^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(start)
  if (!isWide && holdsControls(bytes.subarray(0, 1_024))) {
    throw new UnreadableFile('This is no text, Markdown, HTML, PDF or DOCX file.')
  }
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'HTML'
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<!--[^]*?-->\s*)*<(?:!doctype html|html)[\s>]/i.test(start)
    ? 'HTML'
    : 'MARKDOWN'
}

/** Bytes that no text has, beside white space and the escape of terminals. */
function holdsControls(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 9 || (byte > 13 && byte < 27))
}
