/**
 * The text of bytes: by their byte order mark, the charset of the media type or of an HTML `meta`, else UTF-8, and what is
 * no UTF-8 as Windows' Latin alphabet, which old office files are in.
 */
export function decodeText(bytes: Uint8Array, mediaType: string | null): string {
  const mark = markOf(bytes)
  const start = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1')
  const declared =
    /charset\s*=\s*"?([\w-]+)/i.exec(mediaType ?? '')?.[1] ?? /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1]
  for (const charset of [mark, declared, 'utf-8']) {
    if (charset === null || charset === undefined) continue
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes)
    } catch {
      // Unknown, or not what these bytes are.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}
