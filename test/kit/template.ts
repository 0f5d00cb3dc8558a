import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connectEmbedded } from '../../src/platform/db/embedded.ts'
import { knownMigrations, migrateDatabase } from '../../src/platform/db/migrate.ts'
import { connectPostgres } from '../../src/platform/db/postgres.ts'
import { withDatabase } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a migrated database can be copied from: a dump's path, or a template's name on the test server. */
    template: string
  }
}

/** Vitest's global setup: migrates one database, which every test file then copies in a fraction of a second. */
export default async function setup(project: TestProject): Promise<void> {
  const serverUrl = process.env['TEST_DATABASE_URL']
  const version = await templateVersion()
  project.provide('template', serverUrl ? await serverTemplate(serverUrl, version) : await embeddedTemplate(version))
}

/** Changes with the migrations and with whatever else shapes a fresh database. */
async function templateVersion(): Promise<string> {
  const hash = createHash('sha256')
  for (const { name, text } of await knownMigrations()) hash.update(`${name}\n${text}\n`)
  const root = join(import.meta.dirname, '../..')
  hash.update(await readFile(join(root, 'package-lock.json')))
  for (const file of [
    'src/platform/db/secure-tables.ts',
    'src/platform/jobs/install.ts',
    'src/platform/jobs/take.ts',
  ]) {
    hash.update(await readFile(join(root, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

async function embeddedTemplate(version: string): Promise<string> {
  const folder = join(tmpdir(), 'parley-test-templates')
  const path = join(folder, `${version}.tar`)
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).includes(`${version}.tar`)) return path
  const db = await connectEmbedded({ directory: null })
  await migrateDatabase(db)
  const dump = await db.dump()
  await db.close()
  // Renamed into place, so that a run beside this one never reads half of it.
  const unfinished = `${path}.${process.pid}`
  await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()))
  await rename(unfinished, path)
  await removeOld(folder)
  return path
}

/** Those of a day ago: a younger one may be in use by a run of another checkout. */
async function removeOld(folder: string): Promise<void> {
  for (const file of await readdir(folder)) {
    const age = Date.now() - (await stat(join(folder, file)).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs
    if (age > 24 * 60 * 60 * 1000) await rm(join(folder, file), { force: true })
  }
}

async function serverTemplate(serverUrl: string, version: string): Promise<string> {
  const name = `parley_template_${version}`
  const server = connectPostgres({ url: serverUrl, poolSize: 1 })
  try {
    await server.asOwner(async (owner) => {
      // Two runs at once on one server: the second waits and finds the template.
      await owner.query('select pg_advisory_lock($1)', [7_212_002])
      const [found] = await owner.query('select from pg_database where datname = $1 and datistemplate', [name])
      if (found !== undefined) return
      await owner.script(`drop database if exists ${name} with (force)`)
      await owner.script(`create database ${name} template template0`)
      const db = connectPostgres({ url: withDatabase(serverUrl, name), poolSize: 1 })
      await migrateDatabase(db).finally(() => db.close())
      await owner.query(`update pg_database set datistemplate = true, datallowconn = false where datname = $1`, [name])
    })
  } finally {
    await server.close()
  }
  return name
}
