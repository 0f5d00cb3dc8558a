import { createHash } from 'node:crypto'

/** Tells whether a document has to be indexed again: of its title and its text. */
export function contentHashOf({ title, content }: { title: string; content: string }): string {
  return createHash('sha256')
    .update(JSON.stringify([title, content]))
    .digest('hex')
}
