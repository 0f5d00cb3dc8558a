import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { z } from 'zod'
import type { BudgetSettings } from './platform/limits/budgets.ts'
import type { TrustedDocumentsMode } from './graphql/index.ts'
import { variables, type LogLevel } from './settings.ts'

/** Everything an operator can set, parsed once. Nobody else reads the environment. */
export interface Config {
  readonly environment: 'development' | 'production' | 'test'
  readonly http: {
    readonly host: string
    /** 0 takes any free port (tests). */
    readonly port: number
    /** Origins that a browser page may call the API from; `localhost` on any port is added in development. */
    readonly corsOrigins: readonly string[]
    /** Origins that a browser page may open a WebSocket from; the server's own is always among them. */
    readonly websocketOrigins: readonly string[]
    /** Addresses or networks of reverse proxies whose X-Forwarded-For is believed. */
    readonly trustedProxies: readonly string[]
  }
  /** What may be asked for in a minute, over all processes. */
  readonly budgets: BudgetSettings
  readonly trustedDocuments: {
    readonly mode: TrustedDocumentsMode
    /** Path of the manifest; null: none. */
    readonly file: string | null
  }
  readonly database: {
    /** Null: the embedded database inside `dataDirectory`. */
    readonly url: string | null
    /** For LISTEN, migrations and advisory locks when `url` goes through a transaction pooler; else the same as `url`. */
    readonly directUrl: string | null
    /** A standby that queries may read from whose callers say so; null: none. */
    readonly replicaUrl: string | null
    readonly poolSize: number
  }
  /** Jobs of one queue that run at the same time; null: as the engine likes. */
  readonly jobsAtOnce: number | null
  /** Absolute. Holds the embedded database, its lock, the generated secret and the control file. */
  readonly dataDirectory: string
  /** Encrypts what is kept at rest (signing keys, channel secrets). Null: generated into `dataDirectory`. */
  readonly secret: string | null
  readonly log: { readonly level: LogLevel }
  /** Answers carry their SQL and plans; never in production. */
  readonly explain: boolean
  readonly ai: {
    /** Null without a base URL: the built-in offline model answers. */
    readonly apiKey: string | null
    readonly baseUrl: string | null
    readonly model: PricedModel
    /** Asked when a tenant's budget has no room for `model`; null: the built-in one is. */
    readonly cheaperModel: PricedModel | null
    /** For one answer, further attempts included. */
    readonly timeoutMs: number
    /** Null: the built-in lexical vectors. */
    readonly embeddingModel: string | null
    /** In millionths of a US dollar for a million tokens. */
    readonly embeddingPriceMicroUsd: number
  }
  readonly whatsapp: {
    /** Null: a stand-in inside the server answers (never in production). */
    readonly apiUrl: string | null
    readonly apiVersion: string
  }
  /** An outside identity provider whose tokens are accepted beside our own; null when none is set. */
  readonly oidc: OidcConfig | null
  readonly shutdown: {
    /** How long /readyz says 503 before the server stops accepting, so that load balancers look away. */
    readonly noticeMs: number
    /** The process ends after this whatever still runs. */
    readonly limitMs: number
  }
}

/** A model of the provider, and what it asks for a million tokens, in millionths of a US dollar. */
export interface PricedModel {
  readonly model: string
  readonly inputPriceMicroUsd: number
  readonly outputPriceMicroUsd: number
}

export interface OidcConfig {
  readonly issuer: string
  readonly audience: string
  /** Null with a shared secret: there are no public keys to fetch. */
  readonly jwksUrl: string | null
  /** HS256 secret of legacy Supabase projects; null: asymmetric algorithms only. */
  readonly sharedSecret: string | null
}

/** What is wrong with the environment: every mistake at once. Shown without a stack trace, exit code 1. */
export class ConfigError extends Error {
  readonly problems: readonly { name: string; problem: string; mend: string }[]

  constructor(problems: readonly { name: string; problem: string; mend: string }[]) {
    const lines = problems.map(({ name, problem, mend }) => `  ${name}: ${problem}\n    → ${mend}`)
    super(
      `The configuration has ${problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`}:\n${lines.join('\n')}`,
    )
    this.name = 'ConfigError'
    this.problems = problems
  }
}

type Name = keyof typeof variables
type Values = { readonly [N in Name]: z.output<(typeof variables)[N]['schema']> }

/**
 * Reads the environment, and a `.env` file in the working directory when there is one (what is set already wins).
 * @throws ConfigError naming every mistake with its mend
 */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return parseConfig(process.env)
}

/**
 * Parses settings into the frozen configuration; an empty text counts as not set.
 * @throws ConfigError naming every mistake with its mend
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: { name: string; problem: string; mend: string }[] = []
  const values = parseValues(environment, problems)
  const production = values.NODE_ENV === 'production'

  const requires = (broken: boolean, name: Name, problem: string, mend: string = variables[name].mend) => {
    if (broken && !problems.some((known) => known.name === name)) problems.push({ name, problem, mend })
  }
  requires(production && values.PARLEY_SECRET === undefined, 'PARLEY_SECRET', 'is required in production')
  requires(
    values.DATABASE_DIRECT_URL !== undefined && values.DATABASE_URL === undefined,
    'DATABASE_DIRECT_URL',
    'is set without DATABASE_URL',
    'Set DATABASE_URL too, or unset both to use the embedded database.',
  )
  requires(
    values.DATABASE_REPLICA_URL !== undefined && values.DATABASE_URL === undefined,
    'DATABASE_REPLICA_URL',
    'is set without DATABASE_URL',
    'Set DATABASE_URL too, or unset both to use the embedded database.',
  )
  requires(
    values.OIDC_ISSUER !== undefined && values.OIDC_AUDIENCE === undefined,
    'OIDC_AUDIENCE',
    'is required with OIDC_ISSUER',
  )
  const oidcPart = values.OIDC_AUDIENCE ?? values.OIDC_JWKS_URL ?? values.OIDC_JWT_SECRET
  requires(
    values.OIDC_ISSUER === undefined && oidcPart !== undefined,
    'OIDC_ISSUER',
    'is required with the other OIDC settings',
  )
  requires(
    values.OPENAI_EMBEDDING_MODEL !== undefined &&
      values.OPENAI_API_KEY === undefined &&
      values.OPENAI_BASE_URL === undefined,
    'OPENAI_EMBEDDING_MODEL',
    'is set without a provider',
    'Set OPENAI_API_KEY or OPENAI_BASE_URL too, or unset it.',
  )
  requires(production && values.EXPLAIN === 'on', 'EXPLAIN', 'shows SQL to callers')
  if (problems.length > 0) throw new ConfigError(problems)
  return deepFreeze(build(values))
}

function parseValues(
  environment: Readonly<Record<string, string | undefined>>,
  problems: { name: string; problem: string; mend: string }[],
): Values {
  const values: Record<string, unknown> = {}
  for (const [name, { schema, mend }] of Object.entries(variables)) {
    const text = environment[name]?.trim()
    const result = schema.safeParse(text === '' ? undefined : text)
    // The value itself is never repeated: it may be a secret, or a URL with a password.
    if (result.success) values[name] = result.data
    else problems.push({ name, problem: result.error.issues[0]?.message ?? 'is not acceptable', mend })
  }
  return asValues(values)
}

/** Every name of `variables` was parsed by its own schema above, or reported; then the result is not used. */
function asValues(values: Record<string, unknown>): Values {
  return values as Values
}

function build(values: Values): Config {
  const environment = values.NODE_ENV ?? 'development'
  const production = environment === 'production'
  const corsOrigins = values.CORS_ORIGINS ?? []
  return {
    environment,
    http: {
      host: values.HOST ?? (production ? '0.0.0.0' : 'localhost'),
      port: values.PORT ?? 4000,
      corsOrigins,
      websocketOrigins: values.WEBSOCKET_ORIGINS ?? corsOrigins,
      trustedProxies: values.TRUSTED_PROXIES ?? [],
    },
    budgets: {
      anonymousRequestsPerMinute: values.ANONYMOUS_REQUESTS_PER_MINUTE ?? 600,
      operationsPerMinute: values.OPERATIONS_PER_MINUTE ?? 60_000,
      tenantPointsPerMinute: {
        FREE: 6_000_000,
        BASIC: 12_000_000,
        PREMIUM: 30_000_000,
        ENTERPRISE: 120_000_000,
        ...values.TENANT_POINTS_PER_MINUTE,
      },
    },
    trustedDocuments: {
      mode: values.TRUSTED_DOCUMENTS ?? 'off',
      file: values.TRUSTED_DOCUMENTS_FILE === undefined ? null : resolve(values.TRUSTED_DOCUMENTS_FILE),
    },
    database: {
      url: values.DATABASE_URL ?? null,
      directUrl: values.DATABASE_DIRECT_URL ?? values.DATABASE_URL ?? null,
      replicaUrl: values.DATABASE_REPLICA_URL ?? null,
      poolSize: values.DATABASE_POOL_SIZE ?? 10,
    },
    jobsAtOnce: values.JOBS_AT_ONCE ?? null,
    dataDirectory: resolve(values.PARLEY_DATA_DIR ?? '.parley'),
    secret: values.PARLEY_SECRET ?? null,
    log: { level: values.LOG_LEVEL ?? 'info' },
    explain: values.EXPLAIN === 'on',
    ai: {
      apiKey: values.OPENAI_API_KEY ?? null,
      baseUrl: values.OPENAI_BASE_URL ?? null,
      model: {
        model: values.OPENAI_MODEL ?? 'gpt-5-mini',
        inputPriceMicroUsd: values.OPENAI_INPUT_PRICE ?? 250_000,
        outputPriceMicroUsd: values.OPENAI_OUTPUT_PRICE ?? 2_000_000,
      },
      cheaperModel:
        values.OPENAI_CHEAPER_MODEL === undefined
          ? null
          : {
              model: values.OPENAI_CHEAPER_MODEL,
              inputPriceMicroUsd: values.OPENAI_CHEAPER_INPUT_PRICE ?? 50_000,
              outputPriceMicroUsd: values.OPENAI_CHEAPER_OUTPUT_PRICE ?? 400_000,
            },
      timeoutMs: values.OPENAI_TIMEOUT_MS ?? 20_000,
      embeddingModel: values.OPENAI_EMBEDDING_MODEL ?? null,
      embeddingPriceMicroUsd: values.OPENAI_EMBEDDING_PRICE ?? 20_000,
    },
    whatsapp: {
      apiUrl: values.WHATSAPP_API_URL ?? (production ? 'https://graph.facebook.com' : null),
      apiVersion: values.WHATSAPP_API_VERSION ?? 'v25.0',
    },
    oidc:
      values.OIDC_ISSUER === undefined
        ? null
        : {
            issuer: values.OIDC_ISSUER,
            audience: values.OIDC_AUDIENCE ?? '',
            jwksUrl: values.OIDC_JWKS_URL ?? defaultJwksUrl(values.OIDC_ISSUER, values.OIDC_JWT_SECRET),
            sharedSecret: values.OIDC_JWT_SECRET ?? null,
          },
    shutdown: {
      noticeMs: values.SHUTDOWN_NOTICE_MS ?? (production ? 5_000 : 0),
      limitMs: values.SHUTDOWN_LIMIT_MS ?? 25_000,
    },
  }
}

function defaultJwksUrl(issuer: string, sharedSecret: string | undefined): string | null {
  return sharedSecret === undefined ? `${issuer.replace(/\/+$/, '')}/.well-known/jwks.json` : null
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part)
  return Object.freeze(value)
}
