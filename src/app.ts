import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { assistantModule } from './assistant/index.ts'
import { openBackstage, type Backstage, type Overrides } from './backstage.ts'
import { catalogModule } from './catalog/index.ts'
import type { Config } from './config.ts'
import { conversationsModule, receiveWhatsApp, verifyWhatsApp } from './conversations/index.ts'
import { customersModule } from './customers/index.ts'
import {
  createDocumentGate,
  createGraphQLApi,
  readManifest,
  type DomainModule,
  type Unanswered,
} from './graphql/index.ts'
import type { ControlCommands } from './http/control.ts'
import { createFrontDoor, createMetrics, type FrontDoor, type GaugeSource, type SocketLimits } from './http/index.ts'
import { addKnowledgeFile, knowledgeModule, largestFile } from './knowledge/index.ts'
import { evaluationModule } from './evaluation/index.ts'
import { operationsModule } from './operations/index.ts'
import { ordersModule } from './orders/index.ts'
import { privacyModule } from './privacy/index.ts'
import { createOutsideVerifier } from './platform/auth/outside-tokens.ts'
import type { Services } from './platform/context.ts'
import type { Database } from './platform/db/database.ts'
import type { Replica } from './platform/db/replica.ts'
import { createEventFeed, heldBackSeconds } from './platform/events/index.ts'
import { eventRetentionMs } from './platform/events/retention.ts'
import type { JobDefinition, JobRunner, QueueDepth } from './platform/jobs/jobs.ts'
import { allowancesOf } from './platform/limits/allowances.ts'
import { createBudgets } from './platform/limits/budgets.ts'
import { startUpkeep } from './platform/upkeep.ts'
import { createAuthenticator, createDocumentStore, createRevocationWatch, tenancyModule } from './tenancy/index.ts'

/** Every domain, from left to right along the line of who may import whom. */
export const modules = [
  tenancyModule,
  customersModule,
  catalogModule,
  conversationsModule,
  knowledgeModule,
  assistantModule,
  ordersModule,
  evaluationModule,
  privacyModule,
  operationsModule,
] as const satisfies readonly DomainModule[]

// A field of the schema that nobody answers is a compile error here, and the error names it.
const unanswered: readonly Unanswered<typeof modules>[] = []
unanswered satisfies readonly never[]

/** Every kind of job of theirs. */
export const jobDefinitions: readonly JobDefinition[] = modules.flatMap((module: DomainModule) => module.jobs ?? [])

export interface AppOptions extends Overrides {
  /** Lets the command line of this machine in; without it no commands are taken. */
  readonly controlSecret?: string
  readonly socketLimits?: Partial<SocketLimits>
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

/** Opens the database and composes the application; nothing listens yet. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  const backstage = await openBackstage(config, jobDefinitions, options)
  try {
    return await compose(config, backstage, options)
  } catch (error) {
    await backstage.close()
    throw error
  }
}

async function compose(config: Config, backstage: Backstage, options: AppOptions): Promise<App> {
  const { services, jobs, commands } = backstage
  const { db, clock, log, keyRing } = services
  const metrics = createMetrics([...queueGauges(jobs), heldBackGauge(db), ...replicaGauges(services.replica ?? null)])
  const feed = createEventFeed({
    db,
    log,
    onLive: ({ occurredAt }) => metrics.eventDelivered((clock.now().getTime() - occurredAt.getTime()) / 1_000),
  })
  const outside = config.oidc
  const authenticator = await createAuthenticator(services, {
    keyRing,
    outside: outside === null ? null : { issuer: outside.issuer, verify: createOutsideVerifier(outside, clock) },
  })
  const revocations = await createRevocationWatch(services)
  const budgets = createBudgets(allowancesOf(db), config.budgets)
  const door: FrontDoor = await createFrontDoor({
    config,
    services,
    api: createGraphQLApi({
      modules,
      services,
      feed,
      budgets,
      hideSchema: config.environment === 'production',
      explain: config.explain,
    }),
    callers: {
      authenticate: authenticator.authenticate,
      watch: revocations.watch,
    },
    budgets,
    documents: createDocumentGate({
      mode: config.trustedDocuments.mode,
      manifest: config.trustedDocuments.file === null ? new Map() : readManifest(config.trustedDocuments.file),
      store: createDocumentStore(services),
      onUnknown: metrics.unknownDocument,
    }),
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
    uploads: { largestFile, receive: addKnowledgeFile },
    readiness: [
      {
        name: 'database',
        check: () => db.ping().then(() => true),
        remedy: 'The database cannot be reached.',
      },
    ],
    metrics,
    resumeWindowSeconds: eventRetentionMs / 1_000,
    playgroundToken: () => playgroundToken(commands),
    control: options.controlSecret === undefined ? null : { secret: options.controlSecret, commands },
    ...(options.socketLimits === undefined ? {} : { socketLimits: options.socketLimits }),
  })

  const upkeep = startUpkeep({ db, clock, log })
  let stopped: Promise<void> | null = null
  async function stop(): Promise<void> {
    door.beginDraining()
    await sleep(config.shutdown.noticeMs)
    await door.close()
    await jobs.stop({ timeoutMs: jobGraceMs })
    await upkeep.stop()
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
const playgroundTokenSeconds = 12 * 3_600

/** Null when there are no demo tenants. */
async function playgroundToken(commands: ControlCommands): Promise<string | null> {
  try {
    const made = await commands['token']?.({ tenant: 'demo', role: 'OWNER', ttlSeconds: playgroundTokenSeconds })
    return z.object({ token: z.string() }).parse(made).token
  } catch {
    return null
  }
}

function heldBackGauge(db: Database): GaugeSource {
  const help = 'How long the oldest event waits for an older transaction to end: nobody is told of it until then'
  return { name: 'parley_events_held_back_seconds', help, read: async () => [{ value: await heldBackSeconds(db) }] }
}

function replicaGauges(replica: Replica | null): GaugeSource[] {
  if (replica === null) return []
  return [
    {
      name: 'parley_replica_lag_seconds',
      help: 'How far the read replica is behind; nothing while it is not used',
      read: async () => {
        const value = replica.lagSeconds()
        return value === null ? [] : [{ value }]
      },
    },
    {
      name: 'parley_replica_reads',
      help: 'Reads of callers who do not need the newest, by who answered',
      labelNames: ['by'],
      read: async () => Object.entries(replica.reads()).map(([by, value]) => ({ labels: { by }, value })),
    },
  ]
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
