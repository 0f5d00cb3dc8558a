import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { decodeText } from './decode-text.ts'
import { formatOf } from './format-of.ts'
import { UnreadableFile, type ReadFile, type ReadFileReply } from './read-file.ts'

/** Same as for what is imported as text, in UTF-16 code units. */
const longestMarkdown = 500_000

const { bytes, mediaType } = z
  .object({ bytes: z.instanceof(Uint8Array), mediaType: z.string().nullable() })
  .parse(workerData)

parentPort?.postMessage(await answer())

async function answer(): Promise<ReadFileReply> {
  try {
    const { title, markdown, format } = await read()
    const text = markdown.replaceAll('\0', '').trim()
    if (text === '') return { refused: 'No text was found in the file.' }
    if (text.length > longestMarkdown) {
      return { refused: `The text has ${text.length} characters; at most ${longestMarkdown} are allowed.` }
    }
    return { file: { format, title: title?.replaceAll(/\s+/g, ' ').trim().slice(0, 500) || null, markdown: text } }
  } catch (error) {
    if (error instanceof UnreadableFile) return { refused: error.message }
    return { refused: 'The file is damaged, or not what it says it is.' }
  }
}

/** The libraries are loaded only where they are needed, and only in this thread. */
async function read(): Promise<ReadFile> {
  const format = formatOf(bytes, mediaType)
  switch (format) {
    case 'PDF':
      return { format, ...(await (await import('./pdf.ts')).readPdf(bytes)) }
    case 'DOCX':
      return { format, ...(await (await import('./docx.ts')).readDocx(bytes)) }
    case 'HTML':
      return { format, ...(await import('./html.ts')).readHtml(decodeText(bytes, mediaType)) }
    case 'MARKDOWN':
      return { format, title: null, markdown: decodeText(bytes, mediaType) }
  }
}
