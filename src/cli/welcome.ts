import { relative } from 'node:path'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { Config } from '../config.ts'

/** The example of the README, on one line. */
const exampleQuery = '{ viewer { tenant { name } } orders(first: 3) { nodes { number status } } }'
const exampleMessage = 'hola, 2 cajas de leche entera y 3 kg de queso'
/** Long enough for a day's work; a new one is one command away. */
const tokenTtlSeconds = 12 * 3_600

/** What is printed once the server listens: where it is, who you are, and what to try. */
export async function welcome(app: App, config: Config, url: string): Promise<string> {
  const where = config.database.url === null ? `embedded database in ${shortPath(config.dataDirectory)}` : 'Postgres'
  const head = `\n  Parley is ready after ${process.uptime().toFixed(1)} s, on ${where}.\n`
  // In production a token has no business in a log, and there are no demo tenants.
  if (config.environment === 'production') return `${head}\n  API  ${url}/graphql\n\n`

  const made = await app.commands['token']?.({ tenant: 'demo', role: 'OWNER', ttlSeconds: tokenTtlSeconds }).catch(
    () => null,
  )
  const parsed = z.object({ token: z.string() }).safeParse(made)
  if (!parsed.success)
    return `${head}\n  Playground  ${url}/graphql\n\n  There is no tenant «demo»: npm run seed makes one.\n\n`
  const { token } = parsed.data
  return `${head}
  Playground  ${url}/graphql
  Tenant      demo
  Token       ${token}
              (its owner's, for 12 hours; another: npm run -s token)

  Ask:        curl -s ${url}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${token}' -d '${JSON.stringify({ query: exampleQuery })}'

  Order:      npm run simulate -- --text "${exampleMessage}"

`
}

function shortPath(directory: string): string {
  const short = relative('', directory)
  return short === '' || short.startsWith('..') ? directory : short
}
