import mammoth from 'mammoth'
import { toMarkdown } from './html.ts'
import { unzippedSize } from './unzipped-size.ts'
import { UnreadableFile } from './read-file.ts'

/** A DOCX of 500,000 characters unpacks to a few MB of XML; pictures in it are left alone. */
const largestUnpacked = 100 * 1024 * 1024

/** @throws UnreadableFile when it is another kind of archive, or one that is made to burst */
export async function readDocx(bytes: Uint8Array): Promise<{ title: string | null; markdown: string }> {
  const { names, hasDoctype } = unzippedSize(bytes, largestUnpacked)
  if (!names.includes('word/document.xml')) throw new UnreadableFile('This archive is no DOCX file.')
  // Word writes none; what does may want entities to grow.
  if (hasDoctype) throw new UnreadableFile('The file holds a document type definition, which DOCX files do not.')
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
    },
  )
  return { title: null, markdown: toMarkdown(value.replaceAll(/<img[^>]*>/g, '')) }
}
