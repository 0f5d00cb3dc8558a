/** What a tenant has subscribed to, the smallest first; decides how much it may ask for in a minute. */
export const tenantTiers = ['FREE', 'BASIC', 'PREMIUM', 'ENTERPRISE'] as const
export type TenantTier = (typeof tenantTiers)[number]
