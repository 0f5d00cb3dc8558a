import { gt, isNull, or } from 'drizzle-orm'
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JSONWebKeySet, type JWK } from 'jose'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../ids.ts'
import type { Sealer } from './seal.ts'
import { signingKeys, type SigningKeyRow } from './tables.ts'

export const signingAlgorithm = 'EdDSA'

/** Keys of other nodes are noticed after this at the latest; a token with an unknown `kid` asks sooner. */
const reloadMs = 60_000
/** Tokens with made-up `kid`s reach the database no more often than this. */
const unknownKidCooldownMs = 2_000

/** The server's signing keys: the newest one that this node can open signs, all that have not ended verify. */
export interface KeyRing {
  signingKey(): Promise<{ kid: string; key: CryptoKey }>
  /** Null for a `kid` that is not, or no longer, in the ring. */
  verificationKey(kid: string): Promise<CryptoKey | null>
  /** The public halves, for `/.well-known/jwks.json`. */
  publicKeys(): Promise<JSONWebKeySet>
  /** Makes a new signing key; the present ones only verify from now on, and no longer than `verifyOldForMs`. */
  rotate(verifyOldForMs: number): Promise<void>
}

interface Ring {
  readonly loadedAtMs: number
  readonly signing: { kid: string; key: CryptoKey } | null
  readonly verifying: ReadonlyMap<string, { key: CryptoKey; until: Date | null; jwk: JWK }>
}

export interface KeyRingDeps {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly sealer: Sealer
}

export function createKeyRing(deps: KeyRingDeps): KeyRing {
  const { db, clock } = deps
  let ring: Ring | null = null
  let loading: Promise<Ring> | null = null

  function load(): Promise<Ring> {
    loading ??= loadRing(deps)
      .then((loaded) => (ring = loaded))
      .finally(() => (loading = null))
    return loading
  }

  async function current(maxAgeMs: number): Promise<Ring> {
    return ring !== null && clock.now().getTime() - ring.loadedAtMs < maxAgeMs ? ring : load()
  }

  return {
    async signingKey() {
      const loaded = await current(reloadMs)
      if (loaded.signing !== null) return loaded.signing
      await insertKey(deps)
      const { signing } = await load()
      if (signing === null) throw new Error('A signing key that was just made cannot be opened')
      return signing
    },
    async verificationKey(kid) {
      const found =
        (await current(reloadMs)).verifying.get(kid) ?? (await current(unknownKidCooldownMs)).verifying.get(kid)
      if (found === undefined) return null
      return found.until === null || found.until > clock.now() ? found.key : null
    },
    async publicKeys() {
      const now = clock.now()
      const all = [...(await current(reloadMs)).verifying.values()]
      return { keys: all.filter(({ until }) => until === null || until > now).map(({ jwk }) => jwk) }
    },
    async rotate(verifyOldForMs) {
      const verifiesUntil = new Date(clock.now().getTime() + verifyOldForMs)
      await db.withSystem((tx) =>
        tx.update(signingKeys).set({ verifiesUntil }).where(isNull(signingKeys.verifiesUntil)),
      )
      await insertKey(deps)
      await load()
    },
  }
}

async function loadRing({ db, clock, log, sealer }: KeyRingDeps): Promise<Ring> {
  const now = clock.now()
  const rows = await db.withSystem((tx) =>
    tx
      .select()
      .from(signingKeys)
      .where(or(isNull(signingKeys.verifiesUntil), gt(signingKeys.verifiesUntil, now)))
      .orderBy(signingKeys.id),
  )
  let signing: Ring['signing'] = null
  const verifying = new Map<string, { key: CryptoKey; until: Date | null; jwk: JWK }>()
  for (const row of rows) {
    const jwk = { ...row.publicJwk, kid: row.id, alg: row.algorithm, use: 'sig' }
    verifying.set(row.id, { key: await importKey(jwk), until: row.verifiesUntil, jwk })
    if (row.verifiesUntil !== null) continue
    const opened = sealer.open(row.sealedPrivateJwk, boundTo(row))
    // Sealed by a node with another secret: its tokens verify here all the same, and this node signs with its own key.
    if (opened === null) log.warn({ kid: row.id }, 'a signing key does not open with this PARLEY_SECRET')
    else signing = { kid: row.id, key: await importKey(JSON.parse(opened)) }
  }
  return { loadedAtMs: now.getTime(), signing, verifying }
}

async function insertKey({ db, clock, sealer }: KeyRingDeps): Promise<void> {
  const { publicKey, privateKey } = await generateKeyPair(signingAlgorithm, { crv: 'Ed25519', extractable: true })
  const id = newId('signingKey')
  const row = {
    id,
    algorithm: signingAlgorithm,
    publicJwk: await exportJWK(publicKey),
    sealedPrivateJwk: sealer.seal(JSON.stringify(await exportJWK(privateKey)), boundTo({ id })),
    createdAt: clock.now(),
  }
  await db.withSystem((tx) => tx.insert(signingKeys).values(row))
}

function boundTo(row: Pick<SigningKeyRow, 'id'>): string {
  return `signing_keys/${row.id}/private_jwk`
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, signingAlgorithm)
  if (key instanceof Uint8Array) throw new Error('The key ring holds a symmetric key')
  return key
}
