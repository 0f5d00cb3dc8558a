import { z } from 'zod'
import { loadConfig } from '../config.ts'
import type { Command } from './command.ts'
import { withOperations } from './operations.ts'

export const migrate: Command = {
  name: 'migrate',
  about: 'Bring the database up to date; safe to run at any time, and from several machines at once',
  flags: {},
  async run() {
    const applied = await withOperations(loadConfig(), async ({ migrated }) => migrated)
    process.stdout.write(applied.length === 0 ? 'The database is up to date.\n' : `Applied ${applied.join(', ')}.\n`)
    return 0
  },
}

export const seed: Command = {
  name: 'seed',
  about: 'Put the demo tenants into the database, with customers, products, conversations, orders and documents',
  details: 'What is there already is left alone.',
  flags: {},
  async run() {
    const done = await withOperations(loadConfig(), (operations) => operations.command('seed', {}))
    const { made } = z.object({ made: z.array(z.string()) }).parse(done)
    process.stdout.write(
      made.length === 0 ? 'The demo tenants are there already.\n' : `Made the demo tenants ${made.join(', ')}.\n`,
    )
    return 0
  },
}
