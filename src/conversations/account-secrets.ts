import { LRUCache } from 'lru-cache'
import type { Sealer } from '../platform/auth/seal.ts'
import type { Services } from '../platform/context.ts'
import type { ChannelAccountRow } from './tables.ts'

type SecretColumn = 'app_secret' | 'verify_token' | 'access_token'

/** Opened secrets by what they were opened from, so that a changed one is never confused with the old. */
const opened = new WeakMap<Sealer, LRUCache<string, string>>()
const rememberedMs = 60_000

/** Sealed for this row and column alone: copied anywhere else it does not open. */
export function sealAccountSecret(services: Services, accountId: string, column: SecretColumn, secret: string): string {
  return services.sealer.seal(secret, `channel_accounts/${accountId}/${column}`)
}

/** @throws Error when the server's secret is not the one it was sealed with */
export function openAccountSecret(services: Services, account: ChannelAccountRow, column: SecretColumn): string | null {
  const sealed = {
    app_secret: account.appSecretSealed,
    verify_token: account.verifyTokenSealed,
    access_token: account.accessTokenSealed,
  }[column]
  return sealed === null ? null : open(services.sealer, sealed, `channel_accounts/${account.id}/${column}`)
}

/** Every delivery is checked with the same secret, and to decrypt it costs more than to check. */
function open(sealer: Sealer, sealed: string, boundTo: string): string {
  const memory = opened.get(sealer) ?? new LRUCache({ max: 1_000, ttl: rememberedMs })
  opened.set(sealer, memory)
  const key = `${boundTo} ${sealed}`
  const secret = memory.get(key) ?? sealer.open(sealed, boundTo)
  if (secret === null) throw new Error(`${boundTo} cannot be opened: was the server's secret changed?`)
  memory.set(key, secret)
  return secret
}
