import { link, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** Another process has the data directory open; the message says which. */
export class DirectoryLocked extends Error {
  constructor(directory: string, path: string, holder: Holder | null) {
    const who =
      holder === null
        ? 'another process (its lock file cannot be read)'
        : `process ${holder.pid} («${holder.command}», since ${holder.startedAt})`
    super(
      `The data directory ${directory} is in use by ${who}. ` +
        'Stop that process first, or choose another data directory. ' +
        `If it is certain that no Parley runs on this directory, delete ${path}.`,
    )
    this.name = 'DirectoryLocked'
  }
}

export interface DirectoryLock {
  /** Whether the directory held nothing yet. */
  readonly isEmpty: boolean
  release(): Promise<void>
}

interface Holder {
  readonly pid: number
  readonly command: string
  readonly startedAt: string
}

/**
 * Takes the directory for this process by creating `<directory>.lock` beside it. PGlite itself lets two processes open
 * one directory, and they destroy it.
 *
 * A lock is taken over only when its process is dead, never because it is old: a busy event loop looks dead too.
 * @throws DirectoryLocked
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const path = `${resolve(directory)}.lock`
  await mkdir(dirname(path), { recursive: true })
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await create(path)) {
      heldHere.add(path)
      const isEmpty = (await readdir(directory).catch(() => [])).length === 0
      return {
        isEmpty,
        async release() {
          heldHere.delete(path)
          await unlink(path).catch(() => {})
        },
      }
    }
    const holder = await readHolder(path)
    // A container's process has the same number every time: our own number in a lock we do not hold is a dead one's.
    const isHeld = holder === null || (holder.pid === process.pid ? heldHere.has(path) : isAlive(holder.pid))
    if (isHeld) throw new DirectoryLocked(directory, path, holder)
    await removeDead(path, holder)
  }
  throw new DirectoryLocked(directory, path, await readHolder(path))
}

const heldHere = new Set<string>()

async function create(path: string): Promise<boolean> {
  const holder: Holder = {
    pid: process.pid,
    command: [process.argv0, ...process.argv.slice(1)].join(' '),
    startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
  }
  try {
    const file = await open(path, 'wx')
    await file.writeFile(JSON.stringify(holder))
    await file.close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Removes the lock of a dead process, and only that one: another process may have replaced it just now. */
async function removeDead(path: string, dead: Holder): Promise<void> {
  const aside = `${path}.${process.pid}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  const moved = await readHolder(aside)
  if (moved?.pid !== dead.pid || moved.startedAt !== dead.startedAt) await link(aside, path).catch(() => {})
  await unlink(aside)
}

/** Null when the file is gone, half written or not ours to read. */
async function readHolder(path: string): Promise<Holder | null> {
  try {
    const holder: unknown = JSON.parse(await readFile(path, 'utf8'))
    return isHolder(holder) ? holder : null
  } catch {
    return null
  }
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'command' in value &&
    'startedAt' in value
  )
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
