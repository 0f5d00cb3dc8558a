import { z } from 'zod'
import { tenantTiers, type TenantTier } from './platform/limits/tiers.ts'

/** As pino has them. */
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** One setting: what it is for, its default in words, and how to mend a bad value. */
export interface Setting {
  readonly name: string
  readonly about: string
  /** As a person would read it; null: no default, the setting is optional. */
  readonly byDefault: string | null
  readonly mend: string
}

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'is not an http(s) URL' })
  .transform((url) => url.replace(/\/+$/, ''))
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// URL' })
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
)
const origins = list.pipe(z.array(z.string().refine(isOrigin, { error: 'holds something that is not an origin' })))

function wholeNumber(from: number, to: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, { error: 'is not a whole number' })
    .transform(Number)
    .pipe(
      z
        .number()
        .min(from, { error: `is below ${from}` })
        .max(to, { error: `is above ${to}` }),
    )
}

/** In whole millionths. */
function dollars() {
  return z
    .string()
    .regex(/^\d{1,6}(\.\d{1,6})?$/, { error: 'is not an amount of dollars' })
    .transform((text) => Math.round(Number(text) * 1_000_000))
}

/** One number for all tiers, or `FREE=…,BASIC=…`; a tier that is left out keeps its default. */
function pointsByTier() {
  const points = wholeNumber(1_000, 999_999_999)
  return z.string().transform((text, context): Partial<Record<TenantTier, number>> => {
    const pairs = /^\d+$/.test(text)
      ? tenantTiers.map((tier) => [tier, text] as const)
      : text.split(',').map((pair) => pair.trim().split('='))
    const found: Partial<Record<TenantTier, number>> = {}
    for (const [name, value] of pairs) {
      const tier = tenantTiers.find((known) => known === name)
      const number = points.safeParse(value)
      if (tier === undefined || !number.success) {
        context.addIssue({ code: 'custom', message: 'holds something that is not a tier with its points' })
        return z.NEVER
      }
      found[tier] = number.data
    }
    return found
  })
}

interface Variable<Value> {
  readonly schema: z.ZodType<Value, string | undefined>
  readonly about: string
  readonly byDefault: string | null
  readonly mend: string
}

function variable<Value>(
  schema: z.ZodType<Value, string>,
  about: string,
  mend: string,
  byDefault: string | null = null,
): Variable<Value | undefined> {
  return { schema: schema.optional(), about, mend, byDefault }
}

/** Every variable by its name: how it is parsed, what it is for, how a bad value is mended. */
export const variables = {
  PORT: variable(wholeNumber(0, 65_535), 'Port to listen on', 'Set a port from 1 to 65535, e.g. PORT=4000.', '4000'),
  HOST: variable(
    z.string().regex(/^[\w.:-]+$/, { error: 'is not a host name or address' }),
    'Address to listen on',
    'Set a name or address, e.g. HOST=0.0.0.0 for every network interface.',
    'localhost; 0.0.0.0 in production',
  ),
  NODE_ENV: variable(
    z.enum(['development', 'production', 'test'], { error: 'is unknown' }),
    'What the process is for',
    'Use development, production or test.',
    'development',
  ),
  LOG_LEVEL: variable(
    z.enum(logLevels, { error: 'is unknown' }),
    'How much is logged',
    `Use one of ${logLevels.join(', ')}.`,
    'info',
  ),
  EXPLAIN: variable(
    z.enum(['on', 'off'], { error: 'is unknown' }),
    'Development only: every answer carries its SQL and plans in `extensions.sql`',
    'Use on or off; on is refused in production.',
    'off',
  ),
  DATABASE_URL: variable(
    postgresUrl,
    'Postgres 15 or newer with pgvector; without it the embedded database is used',
    'Write it as postgres://user:password@host:5432/database, or unset it to use the embedded database.',
  ),
  DATABASE_DIRECT_URL: variable(
    postgresUrl,
    'The same database around a transaction pooler, for LISTEN and migrations',
    'Write it as postgres://user:password@host:5432/database, or unset it when DATABASE_URL is already direct.',
    'DATABASE_URL',
  ),
  DATABASE_REPLICA_URL: variable(
    postgresUrl,
    'A streaming standby of DATABASE_URL, for queries with `x-read-preference: replica`',
    'Write it as postgres://user:password@host:5432/database, or unset it.',
  ),
  DATABASE_POOL_SIZE: variable(wholeNumber(2, 500), 'Connections to Postgres', 'Set a number from 2 to 500.', '10'),
  JOBS_AT_ONCE: variable(
    wholeNumber(1, 1_000),
    'Jobs of one kind that a process runs at the same time; each message that waits for a model is one',
    'Set a number from 1 to 1000.',
    '16; 8 on the embedded database',
  ),
  PARLEY_DATA_DIR: variable(
    z.string(),
    'Folder of the embedded database, its lock and the generated secret',
    'Name a folder that the server may write to.',
    '.parley',
  ),
  PARLEY_SECRET: variable(
    z.string().min(32, { error: 'is shorter than 32 characters' }),
    'Encrypts signing keys and channel secrets at rest; the same on every node',
    'Make one with `openssl rand -base64 32` and keep it: without it what is encrypted cannot be read again.',
    'generated into PARLEY_DATA_DIR; required in production',
  ),
  OPENAI_API_KEY: variable(z.string(), 'Key of an OpenAI-compatible provider', 'Paste the key, or unset it.'),
  OPENAI_BASE_URL: variable(
    httpUrl,
    'An OpenAI-compatible API (OpenAI, Ollama, vLLM …); without key and URL the built-in model answers',
    'Write it with its version, e.g. OPENAI_BASE_URL=http://localhost:11434/v1.',
    "the OpenAI package's, when OPENAI_API_KEY is set",
  ),
  OPENAI_MODEL: variable(
    z.string(),
    'Model that reads orders and answers',
    'Name a model of the provider.',
    'gpt-5-mini',
  ),
  OPENAI_TIMEOUT_MS: variable(
    wholeNumber(100, 600_000),
    'Longest wait for one answer of the model; then the built-in one reads the order for review',
    'Set milliseconds of at least 100.',
    '20000',
  ),
  OPENAI_INPUT_PRICE: variable(
    dollars(),
    'US dollars for a million tokens read, for cost and budget',
    'Copy the price from the provider, e.g. OPENAI_INPUT_PRICE=0.25; 0 for a model of your own.',
    '0.25',
  ),
  OPENAI_OUTPUT_PRICE: variable(
    dollars(),
    'US dollars for a million tokens written, for cost and budget',
    'Copy the price from the provider, e.g. OPENAI_OUTPUT_PRICE=2; 0 for a model of your own.',
    '2',
  ),
  OPENAI_CHEAPER_MODEL: variable(
    z.string(),
    "Model that is asked when a tenant's monthly budget has no room for OPENAI_MODEL",
    'Name a model of the provider, or unset it.',
    'none: then the built-in one reads, and a person looks',
  ),
  OPENAI_CHEAPER_INPUT_PRICE: variable(
    dollars(),
    'US dollars for a million tokens that OPENAI_CHEAPER_MODEL reads',
    'Copy the price from the provider, e.g. OPENAI_CHEAPER_INPUT_PRICE=0.05.',
    '0.05',
  ),
  OPENAI_CHEAPER_OUTPUT_PRICE: variable(
    dollars(),
    'US dollars for a million tokens that OPENAI_CHEAPER_MODEL writes',
    'Copy the price from the provider, e.g. OPENAI_CHEAPER_OUTPUT_PRICE=0.4.',
    '0.4',
  ),
  OPENAI_EMBEDDING_MODEL: variable(
    z.string(),
    'Model that embeds the knowledge base',
    'Name an embedding model of the provider, or unset it.',
    'built-in lexical vectors',
  ),
  OPENAI_EMBEDDING_PRICE: variable(
    dollars(),
    'US dollars for a million tokens that OPENAI_EMBEDDING_MODEL reads',
    'Copy the price from the provider, e.g. OPENAI_EMBEDDING_PRICE=0.02; 0 for a model of your own.',
    '0.02',
  ),
  WHATSAPP_API_URL: variable(
    httpUrl,
    'WhatsApp Cloud API that replies are sent to',
    'Write it as https://graph.facebook.com.',
    'a stand-in inside the server; https://graph.facebook.com in production',
  ),
  WHATSAPP_API_VERSION: variable(
    z.string().regex(/^v\d+\.\d+$/, { error: 'is not a version' }),
    'Version of that API',
    'Write it as v25.0.',
    'v25.0',
  ),
  OIDC_ISSUER: variable(
    httpUrlAsWritten(),
    'An outside identity provider: the `iss` of its tokens',
    'Copy the issuer URL exactly as the provider prints it.',
  ),
  OIDC_AUDIENCE: variable(
    z.string(),
    'The `aud` its tokens carry for Parley',
    'Copy the audience, e.g. OIDC_AUDIENCE=authenticated.',
  ),
  OIDC_JWKS_URL: variable(
    httpUrl,
    'Where its public keys are',
    'Copy the JWKS URL from its discovery document.',
    'OIDC_ISSUER/.well-known/jwks.json',
  ),
  OIDC_JWT_SECRET: variable(
    z.string().min(32, { error: 'is shorter than 32 characters' }),
    'HS256 secret, for legacy Supabase projects only',
    'Copy the JWT secret of the project, or unset it to use the public keys.',
  ),
  CORS_ORIGINS: variable(
    origins,
    'Web origins that may call the API, comma-separated',
    'Write origins without a path, e.g. CORS_ORIGINS=https://shop.example,https://desk.example.',
    'none; localhost on any port outside production',
  ),
  WEBSOCKET_ORIGINS: variable(
    origins,
    'Web origins that may open a WebSocket, comma-separated',
    'Write origins without a path, e.g. WEBSOCKET_ORIGINS=https://desk.example.',
    'CORS_ORIGINS',
  ),
  TRUSTED_PROXIES: variable(
    list,
    'Reverse proxies whose X-Forwarded-For is believed, comma-separated addresses or networks',
    'Write addresses or networks, e.g. TRUSTED_PROXIES=10.0.0.0/8.',
    'none',
  ),
  ANONYMOUS_REQUESTS_PER_MINUTE: variable(
    wholeNumber(1, 1_000_000),
    'Requests without a valid credential that one address may send in a minute',
    'Set a number of at least 1.',
    '600',
  ),
  OPERATIONS_PER_MINUTE: variable(
    wholeNumber(1, 100_000_000),
    'Operations that one API key or person may send in a minute',
    'Set a number of at least 1.',
    '60000',
  ),
  TENANT_POINTS_PER_MINUTE: variable(
    pointsByTier(),
    'Points of cost that a tenant of each tier may ask for in a minute',
    'Set one number of at least 1000 for all, or e.g. TENANT_POINTS_PER_MINUTE=FREE=600000,PREMIUM=30000000.',
    'FREE=6000000,BASIC=12000000,PREMIUM=30000000,ENTERPRISE=120000000',
  ),
  TRUSTED_DOCUMENTS: variable(
    z.enum(['off', 'report', 'enforce'], { error: 'is unknown' }),
    'Documents that nobody registered: let in, listed in `clientDocuments`, or refused',
    'Use off, report or enforce.',
    'off',
  ),
  TRUSTED_DOCUMENTS_FILE: variable(
    z.string(),
    'Documents that every tenant may send: a JSON object of SHA-256 to text, or the manifest of an Apollo client',
    'Name a file that the server can read.',
  ),
  SHUTDOWN_NOTICE_MS: variable(
    wholeNumber(0, 20_000),
    'How long /readyz says 503 before the server stops accepting',
    'Set milliseconds from 0 to 20000.',
    '0; 5000 in production',
  ),
  SHUTDOWN_LIMIT_MS: variable(
    wholeNumber(1_000, 600_000),
    'The process ends after this whatever still runs',
    'Set milliseconds of at least 1000.',
    '25000',
  ),
}

/** All settings, in the order of the README's table. */
export const settings: readonly Setting[] = Object.entries(variables).map(([name, { about, byDefault, mend }]) => ({
  name,
  about,
  byDefault,
  mend,
}))

/** Tokens are compared with the issuer letter by letter, so a final slash is kept here. */
function httpUrlAsWritten() {
  return z.url({ protocol: /^https?$/, error: 'is not an http(s) URL' })
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}
