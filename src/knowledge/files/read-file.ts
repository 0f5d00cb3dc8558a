import { Worker } from 'node:worker_threads'

/** A file's text as Markdown, its headings kept. */
export interface ReadFile {
  readonly format: FileFormat
  /** What the file calls itself; null when it does not say. */
  readonly title: string | null
  readonly markdown: string
}

export const fileFormats = ['MARKDOWN', 'HTML', 'PDF', 'DOCX'] as const
export type FileFormat = (typeof fileFormats)[number]

export interface FileToRead {
  readonly bytes: Uint8Array
  /** As the sender named it, e.g. `text/html; charset=latin1`; believed only where the bytes do not say themselves. */
  readonly mediaType: string | null
}

/** The file cannot be read, and will not be when tried again. The message may be shown to staff. */
export class UnreadableFile extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.name = 'UnreadableFile'
  }
}

/** What a file may cost. */
export interface FileLimits {
  readonly timeoutMs: number
  /** Of the thread that reads it: its heap, and besides that its buffers. */
  readonly memoryMb: number
}

const usualLimits: FileLimits = { timeoutMs: 30_000, memoryMb: 256 }
const lookEveryMs = 50
/** Files that are read at the same time in this process; the others wait for their turn. */
const mostAtOnce = 2

/** What the thread sends back. */
export type ReadFileReply = { readonly file: ReadFile } | { readonly refused: string }

/**
 * Reads a file that somebody else made, in a thread of its own that is ended when it takes too long or too much memory:
 * whatever the file does, this process goes on.
 * @throws UnreadableFile
 */
export async function readFile(
  file: FileToRead,
  signal: AbortSignal,
  limits: FileLimits = usualLimits,
): Promise<ReadFile> {
  while (running.size >= mostAtOnce) await Promise.race(running)
  signal.throwIfAborted()
  const reading = readInThread(file, signal, limits)
  const ended = reading.catch(() => {})
  running.add(ended)
  return reading.finally(() => running.delete(ended))
}

const running = new Set<Promise<unknown>>()

async function readInThread(file: FileToRead, signal: AbortSignal, limits: FileLimits): Promise<ReadFile> {
  // A copy of its own: what is handed to a thread is gone here.
  const bytes = Uint8Array.from(file.bytes)
  const worker = new Worker(new URL('./read-file-worker.ts', import.meta.url), {
    workerData: { bytes, mediaType: file.mediaType },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    // What a library prints about a file is nobody's business.
    stdout: true,
    stderr: true,
    env: {},
  })
  const ended = Promise.withResolvers<ReadFileReply>()
  worker.once('message', (reply: ReadFileReply) => ended.resolve(reply))
  worker.once('error', (error) => ended.reject(unreadable(error)))
  worker.once('exit', () => ended.reject(new UnreadableFile('The file could not be read.')))
  const onAbort = () => ended.reject(signal.reason)
  signal.addEventListener('abort', onAbort)
  const timer = setTimeout(() => {
    ended.reject(new UnreadableFile(`The file could not be read within ${limits.timeoutMs / 1_000} s.`))
  }, limits.timeoutMs)
  const looking = setInterval(() => {
    worker.getHeapStatistics().then(
      (memory) => {
        if (memory.external_memory > limits.memoryMb * 1024 * 1024) ended.reject(new UnreadableFile(tooMuchMemory))
      },
      () => {},
    )
  }, lookEveryMs)
  try {
    const reply = await ended.promise
    if ('refused' in reply) throw new UnreadableFile(reply.refused)
    return reply.file
  } finally {
    clearTimeout(timer)
    clearInterval(looking)
    signal.removeEventListener('abort', onAbort)
    await worker.terminate()
  }
}

const tooMuchMemory = 'The file takes too much memory to be read.'

function unreadable(error: unknown): UnreadableFile {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return new UnreadableFile(isMemory ? tooMuchMemory : 'The file could not be read.', { cause: error })
}
