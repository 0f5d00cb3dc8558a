import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readFile, UnreadableFile, type FileLimits } from '../../src/knowledge/files/read-file.ts'
import { makeDocx, makePdf, makeZip, type MadeLine } from '../kit/files.ts'

const handbook: readonly MadeLine[] = [
  { text: 'Delivery', heading: 1 },
  { text: 'We deliver from Monday to Saturday.' },
  { text: 'Zones', heading: 2 },
  { text: 'We go to Chía on Tuesdays, and to Bogotá (all of it) every day.' },
  { text: 'Orders before noon leave on the same day.' },
]

function read(bytes: Buffer, mediaType: string | null = null, limits?: FileLimits) {
  return readFile({ bytes, mediaType }, new AbortController().signal, limits)
}

async function refusalOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => null,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(UnreadableFile)
  return (error as UnreadableFile).message
}

describe('reading files', () => {
  test('keeps the headings of a PDF, by the size of their letters', async () => {
    const file = makePdf([handbook.slice(0, 2), handbook.slice(2)], { title: 'Handbook' })
    expect(await read(file, 'application/octet-stream')).toEqual({
      format: 'PDF',
      title: 'Handbook',
      markdown:
        '# Delivery\n\nWe deliver from Monday to Saturday.\n\n## Zones\n\nWe go to Chía on Tuesdays, and to Bogotá (all of it) every day.\nOrders before noon leave on the same day.',
    })
  })

  test('keeps the headings of a DOCX, by their styles', async () => {
    expect(await read(makeDocx(handbook))).toEqual({
      format: 'DOCX',
      title: null,
      markdown:
        '# Delivery\n\nWe deliver from Monday to Saturday.\n\n## Zones\n\nWe go to Chía on Tuesdays, and to Bogotá (all of it) every day.\n\nOrders before noon leave on the same day.',
    })
  })

  test('takes the main part of a page, without menus, scripts and forms', async () => {
    const page = `<!DOCTYPE html><html><head><title>Entregas &amp; zonas</title><style>p{}</style></head><body>
      <nav><a href="/">Inicio</a></nav><main><h1>Entregas</h1><script>steal()</script><p>Vamos a <b>Chía</b>.</p>
      <h2>Zonas</h2><ul><li>Norte</li><li>Sur</li></ul><table><tr><th>Día</th><th>Zona</th></tr><tr><td>martes</td><td>Norte</td></tr></table>
      <form><button>Enviar</button></form></main><footer>© 2026</footer></body></html>`
    const { format, title, markdown } = await read(Buffer.from(page))
    expect([format, title]).toEqual(['HTML', 'Entregas & zonas'])
    expect(markdown.split(/\n+/)).toEqual([
      '# Entregas',
      'Vamos a **Chía**.',
      '## Zonas',
      '* Norte',
      '* Sur',
      expect.stringMatching(/^\| Día +\| Zona +\|$/),
      expect.stringMatching(/^\|[ -]+\|[ -]+\|$/),
      expect.stringMatching(/^\| martes +\| Norte +\|$/),
    ])
  })

  test.for([
    { name: 'UTF-8', bytes: Buffer.from('Chía'), mediaType: 'text/plain' },
    { name: 'UTF-8 with a mark', bytes: Buffer.from('\uFEFFChía'), mediaType: null },
    { name: 'UTF-16', bytes: Buffer.from('\uFEFFChía', 'utf16le'), mediaType: null },
    { name: 'a declared charset', bytes: Buffer.from('Chía', 'latin1'), mediaType: 'text/plain; charset=iso-8859-1' },
    { name: 'an old office alphabet', bytes: Buffer.from('Chía', 'latin1'), mediaType: 'text/markdown' },
  ])('reads text in $name', async ({ bytes, mediaType }) => {
    expect(await read(bytes, mediaType)).toEqual({ format: 'MARKDOWN', title: null, markdown: 'Chía' })
  })

  test.for([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'This is no text, Markdown, HTML, PDF or DOCX file.'],
    ['nothing', Buffer.from(' \n '), 'No text was found in the file.'],
    ['a PDF cut in half', makePdf([handbook]).subarray(0, 300), expect.stringMatching(/damaged|No text/)],
    ['a PDF of noise', Buffer.from(`%PDF-1.7\n${'x'.repeat(5_000)}`), 'The file is damaged.'],
    ['another archive', makeZip({ 'a.txt': 'hello' }), 'This archive is no DOCX file.'],
    ['a DOCX cut in half', makeDocx(handbook).subarray(0, 700), 'The file is damaged.'],
    [
      'a DOCX of broken XML',
      makeDocx([], { documentXml: '<w:document><w:body>' }),
      expect.stringMatching(/damaged|No text/),
    ],
    ['too long a text', Buffer.from('word '.repeat(120_000)), expect.stringContaining('at most 500000 are allowed')],
    [
      'entities that multiply',
      makeDocx([], {
        documentXml: '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w>&b;</w>',
      }),
      'The file holds a document type definition, which DOCX files do not.',
    ],
    [
      'an archive that bursts',
      makeZip({ 'word/document.xml': 'x', 'word/media/image1.png': Buffer.alloc(150 * 1024 * 1024) }),
      'The file unpacks to more than is read.',
    ],
  ] as const)('refuses %s with a reason', async ([_name, bytes, reason]) => {
    expect(await refusalOf(read(bytes))).toEqual(reason)
  })

  test('ends a file that takes too much memory, in buffers or on the heap, and the process goes on', async () => {
    const small = { timeoutMs: 60_000, memoryMb: 64 }
    const tooMuch = 'The file takes too much memory to be read.'
    expect(await refusalOf(read(bombPdf(400), null, small))).toBe(tooMuch)
    const wide = `<html><body>${'<p><b>a</b> <i>b</i></p>'.repeat(400_000)}</body></html>`
    expect(await refusalOf(read(Buffer.from(wide), null, small))).toBe(tooMuch)
    expect((await read(Buffer.from('still here'))).markdown).toBe('still here')
  })

  test('ends a file that takes too long', async () => {
    const reading = read(makePdf([handbook]), null, { timeoutMs: 5, memoryMb: 256 })
    expect(await refusalOf(reading)).toBe('The file could not be read within 0.005 s.')
  })

  test('stops when it is told to', async () => {
    const stop = new AbortController()
    const reading = readFile({ bytes: makePdf([handbook]), mediaType: null }, stop.signal)
    stop.abort(new Error('enough'))
    await expect(reading).rejects.toThrow('enough')
  })
})

/** A PDF whose only page unpacks to this many MB. */
function bombPdf(megabytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, ' '))
  const head = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >> endobj
4 0 obj << /Length ${packed.length} /Filter /FlateDecode >> stream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF')])
}
