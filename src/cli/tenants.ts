import { createInterface } from 'node:readline'
import { z } from 'zod'
import { loadConfig } from '../config.ts'
import { durationSeconds, text, type Command } from './command.ts'
import { withOperations } from './operations.ts'

export const token: Command = {
  name: 'token',
  about: 'Print an access token (a JWT), alone on its line',
  details: 'Use npm run -s token to keep npm quiet.',
  flags: {
    tenant: { about: 'Slug of the tenant', value: '<slug>', byDefault: 'demo' },
    role: {
      about: 'OWNER, ADMIN, MANAGER, OPERATOR, WAREHOUSE, SUPPORT or VIEWER: the first member with it is spoken for',
      value: '<role>',
      byDefault: 'OWNER',
    },
    ttl: { about: 'How long it lasts: 90s, 15m, 1h, at most 30d', value: '<duration>', byDefault: '1h' },
  },
  async run(values) {
    const input = {
      tenant: text(values, 'tenant'),
      role: text(values, 'role').toUpperCase(),
      ttlSeconds: durationSeconds(text(values, 'ttl')),
    }
    const made = await withOperations(loadConfig(), (operations) => operations.command('token', input))
    process.stdout.write(`${z.object({ token: z.string() }).parse(made).token}\n`)
    return 0
  },
}

export const tenant: Command = {
  name: 'tenant',
  about: 'Make a tenant with its owner; prints { tenantId, userId, token } as JSON',
  flags: {
    slug: { about: 'Short name, unique: lower-case letters, digits and hyphens', value: '<slug>', required: true },
    name: { about: 'Name for people (default the slug)', value: '<name>' },
    email: { about: "The owner's e-mail (default owner@<slug>.example)", value: '<email>' },
    'password-stdin': { about: "Read the owner's password from standard input, for login", value: null },
  },
  async run(values) {
    const slug = text(values, 'slug')
    const input = {
      slug,
      name: values['name'] ?? slug,
      ...(values['email'] === undefined ? {} : { email: values['email'] }),
      // Not a flag's value: those are seen in the list of processes and in the shell's history.
      ...(values['password-stdin'] === undefined ? {} : { password: await firstLine(process.stdin) }),
    }
    const made = await withOperations(loadConfig(), (operations) => operations.command('tenant', input))
    const {
      tenantId,
      userId,
      token: ownerToken,
    } = z.object({ tenantId: z.string(), userId: z.string(), token: z.string() }).parse(made)
    process.stdout.write(`${JSON.stringify({ tenantId, userId, token: ownerToken })}\n`)
    return 0
  },
}

async function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input })) return line
  return ''
}
