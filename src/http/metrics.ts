import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** A number that is read when somebody looks, e.g. the depth of a queue. */
export interface GaugeSource {
  readonly name: string
  readonly help: string
  readonly labelNames?: readonly string[]
  read(): Promise<readonly { labels?: Readonly<Record<string, string>>; value: number }[]>
}

/** What the front door counts. One per server, so that several servers in one process (tests) do not meet. */
export interface Metrics {
  /** `operation` is bounded by the schema (kind and first root field), never a name that a client chose. */
  operation(operation: string, outcome: 'ok' | 'error', transport: 'http' | 'websocket', seconds: number): void
  socketOpened(): void
  socketClosed(code: number): void
  webhook(provider: string, status: number): void
  /** A document that nobody registered. */
  unknownDocument(outcome: 'reported' | 'refused'): void
  /** How old a live event was when its subscribers were given it. */
  eventDelivered(lagSeconds: number): void
  readonly registry: Registry
}

export function createMetrics(sources: readonly GaugeSource[] = []): Metrics {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  collectDefaultMetrics({ register: registry })
  const operations = new Histogram({
    name: 'parley_graphql_operation_seconds',
    help: 'GraphQL operations by kind and first root field',
    labelNames: ['operation', 'outcome', 'transport'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const sockets = new Gauge({ name: 'parley_websockets', help: 'Open WebSockets', registers })
  const closes = new Counter({
    name: 'parley_websocket_closes_total',
    help: 'Closed WebSockets by code',
    labelNames: ['code'],
    registers,
  })
  const webhooks = new Counter({
    name: 'parley_webhook_requests_total',
    help: 'Provider webhook requests by status',
    labelNames: ['provider', 'status'],
    registers,
  })
  const unknownDocuments = new Counter({
    name: 'parley_unknown_documents_total',
    help: 'GraphQL documents that nobody registered, by what was done with them',
    labelNames: ['outcome'],
    registers,
  })
  const eventLag = new Histogram({
    name: 'parley_event_lag_seconds',
    help: 'Age of live events when their subscribers are given them',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  for (const source of sources) registerSource(registry, source)
  return {
    operation: (operation, outcome, transport, seconds) =>
      operations.observe({ operation, outcome, transport }, seconds),
    socketOpened: () => sockets.inc(),
    socketClosed: (code) => {
      sockets.dec()
      closes.inc({ code: String(code) })
    },
    webhook: (provider, status) => webhooks.inc({ provider, status: String(status) }),
    unknownDocument: (outcome) => unknownDocuments.inc({ outcome }),
    eventDelivered: (lagSeconds) => eventLag.observe(lagSeconds),
    registry,
  }
}

/** `GET /metrics` in the Prometheus text format. */
export function metricsRoute(server: FastifyInstance, metrics: Metrics): void {
  server.get('/metrics', async (_request, reply) => {
    void reply.header('content-type', metrics.registry.contentType).header('cache-control', 'no-store')
    return metrics.registry.metrics()
  })
}

function registerSource(registry: Registry, source: GaugeSource): void {
  const gauge = new Gauge({
    name: source.name,
    help: source.help,
    labelNames: [...(source.labelNames ?? [])],
    registers: [registry],
    async collect() {
      gauge.reset()
      // A source that fails (the database is away) leaves its gauge out instead of failing the whole page.
      for (const { labels, value } of await source.read().catch(() => [])) gauge.set(labels ?? {}, value)
    },
  })
}
