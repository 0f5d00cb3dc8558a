import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { z } from 'zod'
import { assistantModule } from './assistant/index.ts'
import { catalogModule } from './catalog/index.ts'
import { createServerCommands } from './cli/server-commands.ts'
import type { Config } from './config.ts'
import { conversationsModule, receiveWhatsApp, verifyWhatsApp } from './conversations/index.ts'
import { customersModule } from './customers/index.ts'
import { createGraphQLApi, type DomainModule } from './graphql/index.ts'
import type { ControlCommands } from './http/control.ts'
import { createFrontDoor, type FrontDoor, type GaugeSource, type SocketLimits } from './http/index.ts'
import { knowledgeModule } from './knowledge/index.ts'
import { ordersModule } from './orders/index.ts'
import { lexicalEmbedder } from './platform/ai/embeddings-lexical.ts'
import { openAiEmbedder } from './platform/ai/embeddings-openai.ts'
import type { Models } from './platform/ai/models.ts'
import { offlineModel } from './platform/ai/offline-model.ts'
import { candidateProducts } from './platform/ai/openai/candidates.ts'
import { openAiOrderModel } from './platform/ai/openai/order-model.ts'
import { createKeyRing } from './platform/auth/key-ring.ts'
import { createOutsideVerifier } from './platform/auth/outside-tokens.ts'
import { createSealer } from './platform/auth/seal.ts'
import { serverSecret } from './platform/auth/server-secret.ts'
import { createWhatsAppChannel } from './platform/channels/index.ts'
import { startWhatsAppStandIn, type StandIn } from './platform/channels/whatsapp/stand-in.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import type { Services } from './platform/context.ts'
import { connectDatabase } from './platform/db/connect.ts'
import type { Database } from './platform/db/database.ts'
import { migrateDatabase } from './platform/db/migrate.ts'
import { createEventFeed } from './platform/events/feed.ts'
import type { JobRunner, QueueDepth } from './platform/jobs/jobs.ts'
import { createJobs } from './platform/jobs/start.ts'
import { createLogger } from './platform/log.ts'
import { createAuthenticator, createRevocationWatch, tenancyModule } from './tenancy/index.ts'

/** Every domain, from left to right along the line of who may import whom. */
export const modules: readonly DomainModule[] = [
  tenancyModule,
  customersModule,
  catalogModule,
  conversationsModule,
  knowledgeModule,
  assistantModule,
  ordersModule,
]

/** What tests and measurements put in place of the real thing. */
export interface AppOverrides {
  readonly clock?: Clock
  readonly log?: Logger
  /** A migrated database that stays open when the app stops. */
  readonly db?: Database
  readonly models?: Partial<Models>
  /** Where WhatsApp's API is, in place of the configured one. */
  readonly whatsappApiUrl?: string
  readonly socketLimits?: Partial<SocketLimits>
}

/** The services behind the front door, without it: what commands need that run beside no server. */
export interface Backstage {
  readonly services: Services
  readonly jobs: JobRunner
  readonly commands: ControlCommands
  /** Migrations that were applied when the database was opened. */
  readonly migrated: readonly string[]
  close(): Promise<void>
}

/**
 * Opens the database, brings it up to date and makes the services. No job is taken yet.
 * @throws DirectoryLocked, MigrationRefused and whatever else keeps the database from being used
 */
export async function openBackstage(config: Config, overrides: AppOverrides = {}): Promise<Backstage> {
  const log = overrides.log ?? createLogger({ level: config.log.level, pretty: isWatched(config) })
  const clock = overrides.clock ?? systemClock
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const end of closing.toReversed()) await end()
  }
  try {
    const db = overrides.db ?? (await connectDatabase({ ...config.database, dataDirectory: config.dataDirectory }))
    if (overrides.db === undefined) closing.push(() => db.close())
    const migrated = overrides.db === undefined ? await migrateDatabase(db) : []
    const standIn = await whatsappApi(config, overrides)
    if (standIn.server !== null) closing.push(standIn.server.close)
    const definitions = modules.flatMap((module) => module.jobs ?? [])
    const jobs = await createJobs({ db, log, definitions })
    closing.push(() => jobs.stop())
    const secret = await serverSecret(config.secret, config.dataDirectory)
    const services: Services = {
      db,
      clock,
      log,
      jobs,
      models: { ...createModels(config.ai), ...overrides.models },
      keyRing: createKeyRing({ db, clock, log, sealer: createSealer(secret, 'signing-keys') }),
      sealer: createSealer(secret, 'channel-accounts'),
      channels: {
        WHATSAPP: createWhatsAppChannel({
          baseUrl: standIn.url,
          apiVersion: config.whatsapp.apiVersion,
          timeoutMs: providerTimeoutMs,
        }),
      },
    }
    return { services, jobs, commands: createServerCommands(services), migrated, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The whole application. */
export interface App {
  readonly services: Services
  readonly jobs: JobRunner
  readonly commands: ControlCommands
  /** Takes jobs and listens; gives the address. */
  start(): Promise<string>
  /** Drains: looks away, tells sockets to come back, finishes requests and jobs, closes the database. Safe to repeat. */
  stop(): Promise<void>
}

/**
 * Composes the application; nothing listens yet.
 * @param options.controlSecret lets the command line of this machine in; without it no commands are taken
 */
export async function createApp(
  config: Config,
  options: AppOverrides & { readonly controlSecret?: string } = {},
): Promise<App> {
  const backstage = await openBackstage(config, options)
  const { services, jobs, commands } = backstage
  const { db, clock, log, keyRing } = services
  const feed = createEventFeed({ db, log })
  const outside = config.oidc
  const authenticator = await createAuthenticator(services, {
    keyRing,
    outside: outside === null ? null : { issuer: outside.issuer, verify: createOutsideVerifier(outside, clock) },
  })
  const revocations = await createRevocationWatch(services)
  const door: FrontDoor = await createFrontDoor({
    config,
    services,
    api: createGraphQLApi({ modules, services, feed, hideSchema: config.environment === 'production' }),
    callers: {
      authenticate: authenticator.authenticate,
      watch: revocations.watch,
    },
    whatsapp: {
      handshake: (accountId, query) =>
        verifyWhatsApp(services, {
          accountId,
          mode: query['hub.mode'] ?? '',
          token: query['hub.verify_token'] ?? '',
          challenge: query['hub.challenge'] ?? '',
        }),
      receive: (accountId, delivery) => receiveWhatsApp(services, { accountId, ...delivery }),
    },
    readiness: [
      {
        name: 'database',
        check: () => db.ping().then(() => true),
        remedy: 'The database cannot be reached.',
      },
    ],
    gauges: queueGauges(jobs),
    resumeWindowSeconds,
    playgroundToken: () => playgroundToken(commands),
    control: options.controlSecret === undefined ? null : { secret: options.controlSecret, commands },
    ...(options.socketLimits === undefined ? {} : { socketLimits: options.socketLimits }),
  })

  let stopped: Promise<void> | null = null
  async function stop(): Promise<void> {
    door.beginDraining()
    await sleep(config.shutdown.noticeMs)
    await door.close()
    await jobs.stop({ timeoutMs: jobGraceMs })
    await revocations.close()
    await authenticator.close()
    await feed.close()
    await backstage.close()
  }
  return {
    services,
    jobs,
    commands,
    async start() {
      const url = await door.open()
      jobs.start(services)
      return url
    },
    stop: () => (stopped ??= stop()),
  }
}

/** How long running jobs are waited for; what is not finished then is given back and runs again. */
const jobGraceMs = 10_000
/** Longest wait for a provider's answer to one message of ours. */
const providerTimeoutMs = 10_000
/** How far back the event log reaches at least. */
const resumeWindowSeconds = 24 * 3_600
const playgroundTokenSeconds = 12 * 3_600

/** Logs for people where somebody watches: in development, at a terminal. */
function isWatched(config: Config): boolean {
  return config.environment === 'development' && process.stdout.isTTY
}

function createModels(ai: Config['ai']): Models {
  const { apiKey, baseUrl, model, embeddingModel, timeoutMs } = ai
  if (apiKey === null && baseUrl === null) {
    return { order: offlineModel, net: offlineModel, timeoutMs, embedder: lexicalEmbedder }
  }
  // Servers of one's own (Ollama, vLLM) want no key; the package insists on some text.
  const provider = { apiKey: apiKey ?? 'none', baseUrl, timeoutMs }
  return {
    order: openAiOrderModel({
      ...provider,
      model,
      inputPriceMicroUsd: ai.inputPriceMicroUsd,
      outputPriceMicroUsd: ai.outputPriceMicroUsd,
      candidates: candidateProducts,
    }),
    net: offlineModel,
    timeoutMs,
    embedder: embeddingModel === null ? lexicalEmbedder : openAiEmbedder({ ...provider, model: embeddingModel }),
  }
}

/** WhatsApp's API as configured; outside production a stand-in of our own, so that replies «go out» without an account. */
async function whatsappApi(config: Config, overrides: AppOverrides): Promise<{ url: string; server: StandIn | null }> {
  const url = overrides.whatsappApiUrl ?? config.whatsapp.apiUrl
  if (url !== null) return { url, server: null }
  const server = await startWhatsAppStandIn()
  return { url: server.url, server }
}

/** Null when there are no demo tenants. */
async function playgroundToken(commands: ControlCommands): Promise<string | null> {
  try {
    const made = await commands['token']?.({ tenant: 'demo', role: 'OWNER', ttlSeconds: playgroundTokenSeconds })
    return z.object({ token: z.string() }).parse(made).token
  } catch {
    return null
  }
}

function queueGauges(jobs: JobRunner): GaugeSource[] {
  const gauge = (name: string, help: string, value: (depth: QueueDepth) => number): GaugeSource => ({
    name,
    help,
    labelNames: ['queue'],
    read: async () => (await jobs.depths()).map((depth) => ({ labels: { queue: depth.name }, value: value(depth) })),
  })
  return [
    gauge('parley_jobs_waiting', 'Jobs that are due now or later', (depth) => depth.waiting),
    gauge('parley_jobs_running', 'Jobs that run', (depth) => depth.running),
    gauge('parley_jobs_oldest_seconds', 'Age of the oldest job that is due', (depth) => depth.oldestDueSeconds),
  ]
}
