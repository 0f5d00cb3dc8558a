import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import { DirectoryLocked, lockDirectory } from '../../src/platform/db/directory-lock.ts'
import { onEmbedded } from '../kit/database.ts'

describe('the data directory', () => {
  let folder: string
  let directory: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-lock-'))
    directory = join(folder, 'database')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  /** Another process that takes the lock and holds it until it is killed. */
  async function holder() {
    const module = join(import.meta.dirname, '../../src/platform/db/directory-lock.ts')
    const script = `const { lockDirectory } = await import(${JSON.stringify(module)})
      await lockDirectory(${JSON.stringify(directory)}); console.log('held'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    return child
  }

  onEmbedded('is refused to a second process, with the name of the first', async () => {
    const child = await holder()
    const refused = lockDirectory(directory)
    await expect(refused).rejects.toThrow(DirectoryLocked)
    await expect(refused).rejects.toThrow(`is in use by process ${child.pid} («`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = await lockDirectory(directory)
    await lock.release()
    expect(await readdir(folder)).toEqual([])
  })

  onEmbedded('is refused to a second opener of the same process', async () => {
    const lock = await lockDirectory(directory)
    await expect(lockDirectory(directory)).rejects.toThrow(`process ${process.pid}`)
    await lock.release()
    await (await lockDirectory(directory)).release()
  })

  onEmbedded('is taken over from a dead process with our own number, as containers have it', async () => {
    const dead = { pid: process.pid, command: 'node src/main.ts', startedAt: '2026-01-01T00:00:00.000Z' }
    await writeFile(`${directory}.lock`, JSON.stringify(dead))
    const lock = await lockDirectory(directory)
    expect(JSON.parse(await readFile(`${directory}.lock`, 'utf8')).startedAt).not.toBe(dead.startedAt)
    await lock.release()
  })

  onEmbedded('stays refused while its lock file cannot be understood', async () => {
    await writeFile(`${directory}.lock`, '{"pid":')
    await expect(lockDirectory(directory)).rejects.toThrow(`delete ${directory}.lock`)
  })
})
