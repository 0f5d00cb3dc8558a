import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AuthenticatedActor } from '../platform/auth/actor.ts'
import { ApiError } from '../platform/errors.ts'

/** What is done with a document that nobody registered. */
export type TrustedDocumentsMode = 'off' | 'report' | 'enforce'

/** Documents of tenants, by SHA-256 of their text in lower-case hex. */
export interface DocumentStore {
  isTrusted(tenantId: string, sha256: string): Promise<boolean>
  /** Null for one that is not trusted. */
  textOf(tenantId: string, sha256: string): Promise<string | null>
  /** Notes one that was sent without being trusted; never waits and never fails. */
  report(tenantId: string, sha256: string, text: string): void
}

/** What a request brings of its document; all of it comes from the network. */
export interface DocumentRequest {
  readonly query?: unknown
  /** SHA-256 in hex, `sha256:` before it or not. */
  readonly documentId?: unknown
  /** `persistedQuery.sha256Hash` as Apollo's clients send it. */
  readonly extensions?: unknown
}

/** Where a document is looked up and let in, before it is parsed; the same over HTTP and WebSocket. */
export interface DocumentGate {
  /**
   * The text to execute; null when the request names none.
   * @throws ApiError DOCUMENT_NOT_TRUSTED; PERSISTED_QUERY_NOT_FOUND where the full text would be taken;
   *   BAD_USER_INPUT when hash and text do not fit
   */
  admit(request: DocumentRequest, actor: AuthenticatedActor | null): string | null | Promise<string | null>
}

export function createDocumentGate(options: {
  mode: TrustedDocumentsMode
  /** Trusted for everybody, strangers included. */
  manifest: ReadonlyMap<string, string>
  store: DocumentStore
  /** Told of every document that nobody registered. */
  onUnknown?: (outcome: 'reported' | 'refused') => void
}): DocumentGate {
  const { manifest, store, onUnknown = () => {} } = options

  async function textOf(sha256: string, actor: AuthenticatedActor | null, enforced: boolean): Promise<string> {
    const text = manifest.get(sha256) ?? (actor === null ? null : await store.textOf(actor.tenantId, sha256))
    if (text !== null) return text
    if (enforced) throw notTrusted()
    throw new ApiError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
  }

  async function letIn(text: string, actor: AuthenticatedActor | null, enforced: boolean): Promise<string> {
    const sha256 = sha256Of(text)
    if (manifest.has(sha256)) return text
    if (actor !== null && (await store.isTrusted(actor.tenantId, sha256))) return text
    if (actor !== null) store.report(actor.tenantId, sha256, text)
    onUnknown(enforced ? 'refused' : 'reported')
    if (enforced) throw notTrusted()
    return text
  }

  return {
    admit({ query, documentId, extensions }, actor) {
      const text = typeof query === 'string' && query !== '' ? query : null
      const sha256 = namedHash(documentId) ?? persistedHash(extensions)
      const mode = actor?.kind === 'API_CLIENT' && actor.trustedDocumentsOnly ? 'enforce' : options.mode
      if (text === null) return sha256 === null ? null : textOf(sha256, actor, mode === 'enforce')
      if (sha256 !== null && sha256 !== sha256Of(text)) {
        throw new ApiError('BAD_USER_INPUT', 'The hash is not that of the document.')
      }
      return mode === 'off' ? text : letIn(text, actor, mode === 'enforce')
    },
  }
}

function notTrusted(): ApiError {
  return new ApiError('DOCUMENT_NOT_TRUSTED', 'Only documents that were registered may be sent.')
}

/** @throws ApiError BAD_USER_INPUT for an id that is none */
function namedHash(id: unknown): string | null {
  if (id === undefined || id === null || id === '') return null
  const sha256 = typeof id === 'string' ? /^(?:sha256:)?([0-9a-f]{64})$/i.exec(id)?.[1] : undefined
  if (sha256 === undefined) throw new ApiError('BAD_USER_INPUT', 'A document is named by its SHA-256 in hex.')
  return sha256.toLowerCase()
}

function persistedHash(extensions: unknown): string | null {
  const { persistedQuery } = asRecord(extensions)
  return persistedQuery === undefined ? null : namedHash(asRecord(persistedQuery)['sha256Hash'])
}

/** Whatever came, looked at by name alone. */
function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/**
 * Reads a manifest: `{ "<sha256>": "<text>" }`, or what Apollo's generate-persisted-query-manifest writes.
 * @throws Error naming what is wrong with the file
 */
export function readManifest(path: string): ReadonlyMap<string, string> {
  const wrong = (what: string) => new Error(`The file of trusted documents ${path} ${what}`)
  const found: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const { operations } = asRecord(found)
  const pairs = Array.isArray(operations)
    ? operations.map((operation) => [asRecord(operation)['id'], asRecord(operation)['body']])
    : Object.entries(asRecord(found))
  const manifest = new Map<string, string>()
  for (const [sha256, text] of pairs) {
    if (typeof text !== 'string') throw wrong(`has no text for ${String(sha256)}`)
    if (sha256 !== sha256Of(text)) throw wrong(`holds a text whose SHA-256 is not ${String(sha256)}`)
    manifest.set(sha256, text)
  }
  if (manifest.size === 0) throw wrong('holds no document')
  return manifest
}
