import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The secret that encrypts what is kept at rest: the configured one, else one made at the first start and kept in the
 * data directory, readable by its owner alone. (The configuration insists on one in production.)
 */
export async function serverSecret(configured: string | null, dataDirectory: string): Promise<string> {
  if (configured !== null) return configured
  const path = join(dataDirectory, 'secret')
  const found = await readFile(path, 'utf8').catch(() => null)
  const secret = (found ?? (await makeSecret(dataDirectory, path))).trim()
  if (secret.length >= 32) return secret
  throw new Error(`${path} is damaged: restore it, or delete it (signing keys and channel secrets are then made anew).`)
}

async function makeSecret(directory: string, path: string): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  // A name of its own, also for two who ask in one process.
  const draft = join(directory, `secret.${randomBytes(8).toString('hex')}`)
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    // A link appears whole and fails when the name is taken: of two first starts one wins, the other reads.
    await link(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
  return readFile(path, 'utf8')
}
