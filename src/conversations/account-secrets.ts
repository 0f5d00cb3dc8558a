import type { Services } from '../platform/context.ts'
import type { ChannelAccountRow } from './tables.ts'

type SecretColumn = 'app_secret' | 'verify_token' | 'access_token'

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
  if (sealed === null) return null
  const secret = services.sealer.open(sealed, `channel_accounts/${account.id}/${column}`)
  if (secret === null) {
    throw new Error(`The ${column} of ${account.id} cannot be opened: was the server's secret changed?`)
  }
  return secret
}
