import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Where a running server can be reached by the commands of this machine, and what lets them in. */
const controlFile = z.object({ url: z.url(), secret: z.string().min(32), pid: z.number().int() })
export type ControlFile = z.infer<typeof controlFile>

export function newControlSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Writes the file for the owner's eyes alone; the returned function takes it away again, if it is still ours. */
export async function writeControlFile(dataDirectory: string, content: ControlFile): Promise<() => Promise<void>> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const path = pathIn(dataDirectory)
  const fresh = `${path}.${process.pid}`
  await writeFile(fresh, JSON.stringify(content), { mode: 0o600 })
  await rename(fresh, path)
  return async () => {
    if ((await readControlFile(dataDirectory))?.secret === content.secret) await rm(path, { force: true })
  }
}

/** Null when no server left one, or it cannot be read. */
export async function readControlFile(dataDirectory: string): Promise<ControlFile | null> {
  try {
    return controlFile.parse(JSON.parse(await readFile(pathIn(dataDirectory), 'utf8')))
  } catch {
    return null
  }
}

/** The running server of this data directory; null when the file is a leftover of one that is gone. */
export async function findServer(dataDirectory: string): Promise<RunningServer | null> {
  const file = await readControlFile(dataDirectory)
  if (file === null) return null
  const alive = await fetch(new URL('/livez', file.url), { signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.ok,
    () => false,
  )
  return alive ? { url: file.url, pid: file.pid, command: (name, input) => command(file, name, input) } : null
}

export interface RunningServer {
  readonly url: string
  readonly pid: number
  /** Has the server carry out a command. @throws Error with the server's own words when it refuses */
  command(name: string, input: unknown): Promise<unknown>
}

const answer = z.object({
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
})

async function command(file: ControlFile, name: string, input: unknown): Promise<unknown> {
  const response = await fetch(new URL(`/-/control/${name}`, file.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-parley-control': file.secret },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(120_000),
  })
  const { result, error } = answer.parse(await response.json())
  if (error !== undefined) throw new Error(error.message)
  return result
}

function pathIn(dataDirectory: string): string {
  return join(dataDirectory, 'control.json')
}
