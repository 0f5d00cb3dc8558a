import { inflateRawSync } from 'node:zlib'
import { UnreadableFile } from './read-file.ts'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/**
 * Unpacks every entry of an archive once, no further than the limit, and keeps nothing: what an archive says about its
 * own size is not to be believed, and the library that reads DOCX files has no limit.
 * @throws UnreadableFile
 */
export function unzippedSize(bytes: Uint8Array, limit: number): { names: string[]; hasDoctype: boolean } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  let hasDoctype = false
  let left = limit
  for (const { name, packed, isDeflated } of entries(file)) {
    const unpacked = isDeflated ? unpack(packed, left) : packed
    left -= unpacked.length
    if (left < 0) throw new UnreadableFile(tooLarge)
    names.push(name)
    if (/\.(xml|rels)$/.test(name) && unpacked.subarray(0, 4_096).includes('<!DOCTYPE')) hasDoctype = true
  }
  return { names, hasDoctype }
}

const tooLarge = 'The file unpacks to more than is read.'

function unpack(packed: Buffer, left: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new UnreadableFile(isLarge ? tooLarge : 'The file is damaged.', { cause: error })
  }
}

function* entries(file: Buffer): Generator<{ name: string; packed: Buffer; isDeflated: boolean }> {
  let end = file.length - 22
  while (end >= 0 && file.readUInt32LE(end) !== endOfDirectory) end -= 1
  if (end < 0) throw new UnreadableFile('The file is damaged.')
  let at = file.readUInt32LE(end + 16)
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (file.readUInt32LE(at) !== directoryEntry) throw new UnreadableFile('The file is damaged.')
    const method = file.readUInt16LE(at + 10)
    if (method !== 0 && method !== 8) throw new UnreadableFile('The file is packed in a way that is not read.')
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const local = file.readUInt32LE(at + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    yield { name, packed: file.subarray(start, start + file.readUInt32LE(at + 20)), isDeflated: method === 8 }
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
}
