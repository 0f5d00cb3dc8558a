import { readFile as readBytes } from 'node:fs/promises'
import { extname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { loadConfig } from '../config.ts'
import { readFile } from '../knowledge/files/read-file.ts'
import { text, UsageError, type Command } from './command.ts'
import { withOperations } from './operations.ts'

const listed = z.object({
  docs: z.array(
    z.object({ externalId: z.string(), title: z.string(), version: z.number(), updatedAt: z.coerce.date() }),
  ),
})
const mediaTypes: Readonly<Record<string, string>> = {
  '.md': 'text/markdown',
  '.txt': 'text/plain',
  '.html': 'text/html',
}

export const library: Command = {
  name: 'library',
  about: 'List, add and remove global documents, which every tenant’s assistant answers from',
  details: 'Without flags it lists. Each tenant gets a copy by a job, and may hide it.',
  flags: {
    add: {
      about: 'Markdown, text, HTML, PDF or DOCX, - for standard input; the same --id again replaces it',
      value: '<file>',
    },
    remove: { about: 'Take the document out of the library, and so from every tenant', value: null },
    id: { about: 'Your own name for the document, unique', value: '<id>' },
    title: { about: 'Default: what the file calls itself or its first heading, else the id', value: '<title>' },
  },
  async run(values) {
    if (values['add'] !== undefined && values['remove'] !== undefined) throw new UsageError('Either --add or --remove')
    const input =
      values['add'] !== undefined
        ? { do: 'add', ...(await documentOf(values['add'], text(values, 'id'), values['title'])) }
        : values['remove'] !== undefined
          ? { do: 'remove', externalId: text(values, 'id') }
          : { do: 'list' }
    const made = await withOperations(loadConfig(), (operations) => operations.command('library', input))
    if (input.do === 'list') {
      const { docs } = listed.parse(made)
      for (const doc of docs)
        process.stdout.write(
          `${doc.externalId}\t${doc.title}\tversion ${doc.version}\t${doc.updatedAt.toISOString()}\n`,
        )
      if (docs.length === 0) process.stdout.write('The library is empty.\n')
      return 0
    }
    process.stdout.write(`${z.object({ change: z.string() }).parse(made).change}\n`)
    return 0
  },
}

async function documentOf(file: string, externalId: string, title: string | undefined) {
  const mediaType = mediaTypes[extname(file).toLowerCase()] ?? null
  const bytes = file === '-' ? await buffer(process.stdin) : await readBytes(file)
  const read = await readFile({ bytes, mediaType }, AbortSignal.timeout(60_000))
  return {
    externalId,
    title: title ?? read.title ?? /^# (.+)$/m.exec(read.markdown)?.[1] ?? externalId,
    content: read.markdown,
  }
}
