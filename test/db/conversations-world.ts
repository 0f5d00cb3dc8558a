import { randomBytes } from 'node:crypto'
import { connectChannelAccount } from '../../src/conversations/connect-account.ts'
import { jobs as conversationJobs } from '../../src/conversations/jobs.ts'
import { receiveWhatsApp, type Receipt } from '../../src/conversations/receive.ts'
import type { StaffActor } from '../../src/platform/auth/actor.ts'
import { rolePermissions, type Role } from '../../src/platform/auth/permissions.ts'
import { createSealer } from '../../src/platform/auth/seal.ts'
import { createWhatsAppChannel } from '../../src/platform/channels/index.ts'
import {
  composeMessage,
  type ComposeOptions,
  type SignedDelivery,
  type WhatsAppBody,
} from '../../src/platform/channels/whatsapp/compose.ts'
import type { Ctx } from '../../src/platform/context.ts'
import type { EnqueueOptions, JobData, JobKind } from '../../src/platform/jobs/jobs.ts'
import { newId } from '../../src/platform/ids.ts'
import { noDeadLetters } from '../kit/jobs.ts'
import { makeTenant, startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { systemCtx } from '../kit/system.ts'
import { startWhatsAppServer, type WhatsAppServer } from '../kit/whatsapp-server.ts'

export interface EnqueuedJob {
  readonly name: string
  readonly data: JobData
  readonly orderKey: string | undefined
  readonly delayMs: number
}

/** A tenant with one WhatsApp number. */
export interface Shop {
  readonly tenantId: string
  readonly accountId: string
  readonly phoneNumberId: string
  readonly appSecret: string
  /** The system acts. */
  readonly ctx: Ctx
  /** A member acts; their membership is made. */
  as(role: Role): Promise<Ctx>
  /** The customer writes. */
  compose(message: WhatsAppBody | string, more?: Partial<ComposeOptions>): SignedDelivery
  receive(delivery: SignedDelivery | { body: string; signature?: string }): Promise<Receipt>
  rows<Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]>
}

export interface ConversationsWorld {
  readonly database: TestDatabase
  readonly whatsapp: WhatsAppServer
  /** What was enqueued, in order; nothing runs by itself. */
  readonly jobs: EnqueuedJob[]
  now(): Date
  advance(ms: number): void
  shop(): Promise<Shop>
  /** Runs the queued `message.send` jobs that are there now, whatever their delay. */
  sendQueued(): Promise<void>
  stop(): Promise<void>
}

export const customerNumber = '+573001112233'

export async function startConversationsWorld(): Promise<ConversationsWorld> {
  const database = await startTestDatabase()
  const whatsapp = await startWhatsAppServer()
  let now = Date.parse('2026-11-20T12:00:00Z')
  const enqueued: EnqueuedJob[] = []
  const newJob = <Data extends JobData>({ name }: JobKind<Data>, data: Data, options: EnqueueOptions = {}) => {
    enqueued.push({ name, data, orderKey: options.orderKey, delayMs: options.delayMs ?? 0 })
    return { text: 'select 1', values: [], resultOf: () => {} }
  }
  const jobs: Ctx['jobs'] = {
    ...noDeadLetters,
    newJob,
    enqueue: async (_tx, kind, data, options) => void newJob(kind, data, options),
  }
  const shared: Partial<Ctx> = {
    jobs,
    clock: { now: () => new Date(now) },
    sealer: createSealer(randomBytes(32).toString('hex'), 'channel-accounts'),
    channels: {
      WHATSAPP: createWhatsAppChannel({ baseUrl: whatsapp.url, apiVersion: 'v25.0', timeoutMs: 3_000 }),
    },
  }
  const ctxOf = (tenantId: string) => systemCtx(database.db, tenantId, shared)

  return {
    database,
    whatsapp,
    jobs: enqueued,
    now: () => new Date(now),
    advance(ms) {
      now += ms
    },
    async shop() {
      const { id: tenantId } = await makeTenant(database.db)
      const ctx = ctxOf(tenantId)
      const phoneNumberId = `1${randomBytes(6).readUIntBE(0, 6)}`
      const appSecret = randomBytes(16).toString('hex')
      const connected = await connectChannelAccount(ctx, {
        type: 'WHATSAPP',
        name: 'Shop',
        routingKey: phoneNumberId,
        appSecret,
        verifyToken: 'the verify token',
        accessToken: 'the access token',
      })
      if (!connected.ok) throw new Error(JSON.stringify(connected.errors))
      const accountId = connected.channelAccountId
      return {
        tenantId,
        accountId,
        phoneNumberId,
        appSecret,
        ctx,
        as: async (role) => ({ ...ctx, actor: await makeMember(database, tenantId, role) }),
        compose: (message, more = {}) =>
          composeMessage({ phoneNumberId, appSecret, from: customerNumber, sentAt: new Date(now), ...more }, message),
        receive: (delivery) =>
          receiveWhatsApp(ctx, {
            accountId,
            rawBody: Buffer.from(delivery.body),
            signature: 'headers' in delivery ? delivery.headers['x-hub-signature-256'] : delivery.signature,
            requestId: 'req-test',
          }),
        rows: (statement, values = []) => database.db.asOwner((owner) => owner.query(statement, [tenantId, ...values])),
      }
    },
    async sendQueued() {
      const due = enqueued.filter(({ name }) => name === 'message.send')
      enqueued.splice(0, enqueued.length, ...enqueued.filter((job) => !due.includes(job)))
      const job = conversationJobs.find(({ name }) => name === 'message.send')
      for (const { data } of due) {
        await job?.handle(ctxOf(data.tenantId), job.schema.parse(data), {
          id: newId('job'),
          attempt: 1,
          signal: new AbortController().signal,
        })
      }
    },
    async stop() {
      await whatsapp.close()
      await database.stop()
    },
  }
}

async function makeMember({ db }: TestDatabase, tenantId: string, role: Role): Promise<StaffActor> {
  const id = newId('user')
  const email = `${id}@example.com`
  await db.asOwner(async (owner) => {
    await owner.query('insert into users (id, email, created_at, updated_at) values ($1, $2, now(), now())', [
      id,
      email,
    ])
    await owner.query(
      `insert into memberships (tenant_id, id, user_id, name, email, role, created_at, updated_at)
       values ($1, $2, $3, 'Ana', $4, $5, now(), now())`,
      [tenantId, newId('membership'), id, email, role],
    )
  })
  return {
    kind: 'USER',
    id,
    tenantId,
    role,
    permissions: new Set(rolePermissions[role]),
    membershipVersion: 1,
    suspended: false,
    tier: 'FREE',
    sessionId: null,
    expiresAt: null,
  }
}
