import type { Logger } from 'pino'
import { createServerCommands } from './cli/server-commands.ts'
import type { Config, PricedModel } from './config.ts'
import type { ControlCommands } from './http/control.ts'
import { lexicalEmbedder } from './platform/ai/embeddings-lexical.ts'
import type { Models } from './platform/ai/models.ts'
import { offlineModel } from './platform/ai/offline-model.ts'
import { createKeyRing } from './platform/auth/key-ring.ts'
import { createSealer } from './platform/auth/seal.ts'
import { serverSecret } from './platform/auth/server-secret.ts'
import { createWhatsAppChannel } from './platform/channels/index.ts'
import { startWhatsAppStandIn, type StandIn } from './platform/channels/whatsapp/stand-in.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import type { Services } from './platform/context.ts'
import { checkDatabase, type DatabaseProblem } from './platform/db/check.ts'
import { connectDatabase } from './platform/db/connect.ts'
import type { Database } from './platform/db/database.ts'
import { migrateDatabase } from './platform/db/migrate.ts'
import type { JobDefinition, JobRunner } from './platform/jobs/jobs.ts'
import { createJobs } from './platform/jobs/start.ts'
import { createLogger } from './platform/log.ts'
import { createStrangers, type Strangers } from './platform/net/strangers.ts'

/** What tests and measurements put in place of the real thing. */
export interface Overrides {
  readonly clock?: Clock
  readonly log?: Logger
  /** A migrated database that stays open when the app stops. */
  readonly db?: Database
  readonly models?: Partial<Models>
  /** Where WhatsApp's API is, in place of the configured one. */
  readonly whatsappApiUrl?: string
  /** Fetches from servers that no setting could allow. */
  readonly strangers?: Strangers
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
 * @throws DirectoryLocked, DatabaseUnfit and whatever else keeps the database from being used
 */
export async function openBackstage(
  config: Config,
  definitions: readonly JobDefinition[],
  overrides: Overrides = {},
): Promise<Backstage> {
  const log = overrides.log ?? createLogger({ level: config.log.level, pretty: isWatched(config) })
  const clock = overrides.clock ?? systemClock
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const end of closing.toReversed()) await end()
  }
  try {
    const db = overrides.db ?? (await connectDatabase({ ...config.database, dataDirectory: config.dataDirectory }))
    if (overrides.db === undefined) closing.push(() => db.close())
    const migrated = overrides.db === undefined ? await bringUpToDate(db) : []
    const { replicaUrl, poolSize } = config.database
    const replica =
      replicaUrl === null
        ? null
        : (await import('./platform/db/replica.ts')).connectReplica({ url: replicaUrl, poolSize, primary: db, log })
    if (replica !== null) closing.push(() => replica.close())
    const standIn = await whatsappApi(config, overrides)
    if (standIn.server !== null) closing.push(standIn.server.close)
    const jobs = await createJobs({ db, log, definitions, placesPerQueue: config.jobsAtOnce })
    closing.push(() => jobs.stop())
    const secret = await serverSecret(config.secret, config.dataDirectory)
    const services: Services = {
      db,
      replica,
      clock,
      log,
      jobs,
      models: { ...(await createModels(config.ai)), ...overrides.models },
      keyRing: createKeyRing({ db, clock, log, sealer: createSealer(secret, 'signing-keys') }),
      sealer: createSealer(secret, 'channel-accounts'),
      strangers: overrides.strangers ?? createStrangers(),
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

/** Longest wait for a provider's answer to one message of ours. */
const providerTimeoutMs = 10_000
/** Why the database cannot be worked with; every reason at once, each with its remedy. */
export class DatabaseUnfit extends Error {
  constructor(problems: readonly DatabaseProblem[]) {
    super(problems.map(({ problem, remedy }) => `${problem}\n  → ${remedy}`).join('\n'))
    this.name = 'DatabaseUnfit'
  }
}

/** @returns the migrations that were applied */
async function bringUpToDate(db: Database): Promise<string[]> {
  const problems = await checkDatabase(db)
  if (problems.length > 0) throw new DatabaseUnfit(problems)
  return migrateDatabase(db)
}

/** Logs for people where somebody watches: in development, at a terminal. */
function isWatched(config: Config): boolean {
  return config.environment === 'development' && process.stdout.isTTY
}

async function createModels(ai: Config['ai']): Promise<Models> {
  const { apiKey, baseUrl, model, cheaperModel, embeddingModel, timeoutMs } = ai
  if (apiKey === null && baseUrl === null) {
    return { order: offlineModel, cheaper: null, net: offlineModel, timeoutMs, embedder: lexicalEmbedder }
  }
  // Loaded only where it is used: the provider's package takes 35 MB.
  const [{ openAiEmbedder }, { candidateProducts }, { openAiOrderModel }, { openAiTextModel }] = await Promise.all([
    import('./platform/ai/embeddings-openai.ts'),
    import('./platform/ai/openai/candidates.ts'),
    import('./platform/ai/openai/order-model.ts'),
    import('./platform/ai/openai/text-model.ts'),
  ])
  // Servers of one's own (Ollama, vLLM) want no key; the package insists on some text.
  const provider = { apiKey: apiKey ?? 'none', baseUrl, timeoutMs }
  const orderModel = (priced: PricedModel) =>
    openAiOrderModel({ ...provider, ...priced, candidates: candidateProducts })
  const embedder = (name: string) =>
    openAiEmbedder({ ...provider, model: name, priceMicroUsd: ai.embeddingPriceMicroUsd })
  return {
    order: orderModel(model),
    cheaper: cheaperModel === null ? null : orderModel(cheaperModel),
    net: offlineModel,
    writers: [model, ...(cheaperModel === null ? [] : [cheaperModel])].map((priced) =>
      openAiTextModel({ ...provider, ...priced }),
    ),
    timeoutMs,
    embedder: embeddingModel === null ? lexicalEmbedder : embedder(embeddingModel),
    otherEmbedder: embedder,
  }
}

/** WhatsApp's API as configured; outside production a stand-in of our own, so that replies «go out» without an account. */
async function whatsappApi(config: Config, overrides: Overrides): Promise<{ url: string; server: StandIn | null }> {
  const url = overrides.whatsappApiUrl ?? config.whatsapp.apiUrl
  if (url !== null) return { url, server: null }
  const server = await startWhatsAppStandIn()
  return { url: server.url, server }
}
