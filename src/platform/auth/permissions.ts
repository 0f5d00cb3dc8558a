import { ApiError } from '../errors.ts'
import type { Actor } from './actor.ts'

/**
 * The one permission catalogue. A description in the schema ends «Requires `orders:confirm`.» with one of these
 * names; a test holds text, catalogue and behaviour equal. What is not granted is denied.
 */
export const permissions = {
  'tenant:read': 'See the tenant and its settings',
  'tenant:write': 'Change the settings of the tenant',
  'members:read': 'See who works here, with which role',
  'members:write': 'Add, change and remove members, and end their sessions',
  'api-keys:read': 'See API keys (never their secrets)',
  'api-keys:write': 'Create and revoke API keys',
  'documents:read': 'See which documents clients send, and which of them are trusted',
  'documents:write': 'Trust documents, and no longer',
  'customers:read': 'See customers and how to reach them',
  'customers:write': 'Change customers',
  'channels:read': 'See channel accounts',
  'channels:write': 'Connect and change channel accounts',
  'conversations:read': 'See conversations and their messages',
  'conversations:write': 'Mark as read, resolve, switch the bot on and off',
  'messages:send': 'Write to customers',
  'catalog:read': 'See products',
  'catalog:write': 'Import and change products',
  'orders:read': 'See orders',
  'orders:write': 'Create and edit orders, and take part in review',
  'orders:confirm': 'Confirm, reject and cancel orders',
  'orders:fulfil': 'Move confirmed orders through picking, shipping, delivery and return',
  'knowledge:read': 'See and search the knowledge base',
  'knowledge:write': 'Import, change and delete knowledge',
  'assistant:read': 'See what the assistant answered, with model, tokens and cost',
  'assistant:write': 'Rate answers of the assistant, and correct what it learned',
  'assistant:configure': 'Change how the assistant works: its prompts, and which of them is used',
  'assistant:preview': 'Try the assistant on a text without storing anything',
  'privacy:scan': 'Look for personal data in a text',
  'privacy:review': 'See where messages hold personal data, and judge what was found',
  'privacy:write': 'Say what counts as personal data, and what never does',
  'operations:read': 'See quarantined provider events and failed jobs',
  'operations:write': 'Replay quarantined provider events and failed jobs',
} as const

export type Permission = keyof typeof permissions

export const allPermissions = Object.keys(permissions) as readonly Permission[]

export const roles = ['OWNER', 'ADMIN', 'MANAGER', 'OPERATOR', 'WAREHOUSE', 'SUPPORT', 'VIEWER'] as const
export type Role = (typeof roles)[number]

const readOnly = allPermissions.filter(
  (name) => name.endsWith(':read') && !['operations:read', 'api-keys:read', 'documents:read'].includes(name),
)

const operator: readonly Permission[] = [
  ...readOnly,
  'customers:write',
  'conversations:write',
  'messages:send',
  'orders:write',
  'orders:confirm',
  'assistant:write',
  'assistant:preview',
  'privacy:scan',
  'privacy:review',
]

/** What each role may do; a membership's own grants add to it and its denials take away. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  OWNER: allPermissions,
  ADMIN: allPermissions,
  MANAGER: [...operator, 'catalog:write', 'orders:fulfil', 'knowledge:write', 'assistant:configure', 'operations:read'],
  OPERATOR: operator,
  WAREHOUSE: ['tenant:read', 'members:read', 'customers:read', 'catalog:read', 'orders:read', 'orders:fulfil'],
  SUPPORT: [
    ...readOnly,
    'customers:write',
    'conversations:write',
    'messages:send',
    'assistant:write',
    'assistant:preview',
    'privacy:scan',
    'privacy:review',
  ],
  VIEWER: readOnly,
}

/** Whether a text names a permission. */
export function isPermission(name: string): name is Permission {
  return Object.hasOwn(permissions, name)
}

/** What a membership says about its person. */
export interface MemberRights {
  readonly role: Role
  readonly grants: readonly string[]
  readonly denies: readonly string[]
}

/** What a member may do: the role and its grants without the denials; reads only while the tenant is suspended. */
export function memberPermissions(member: MemberRights & { readonly suspended: boolean }): ReadonlySet<Permission> {
  const granted = [...rolePermissions[member.role], ...member.grants.filter(isPermission)]
  return grantable(
    granted.filter((name) => !member.denies.includes(name)),
    member.suspended,
  )
}

/** What an API key may do: its scopes; reads only while the tenant is suspended. */
export function keyPermissions(key: { scopes: readonly string[]; suspended: boolean }): ReadonlySet<Permission> {
  return grantable(key.scopes.filter(isPermission), key.suspended)
}

function grantable(names: readonly Permission[], suspended: boolean): ReadonlySet<Permission> {
  return new Set(suspended ? names.filter((name) => name.endsWith(':read')) : names)
}

/**
 * Whether the actor may hand out these rights, or change somebody who has them: nobody gives more than they have.
 * ADMIN and OWNER may do the same things but an ADMIN cannot make or change an OWNER; an API key has no role and counts
 * as MANAGER here.
 */
export function mayGrant(actor: Actor, rights: MemberRights): boolean {
  if (actor.kind === 'SYSTEM') return true
  if (actor.kind !== 'USER' && actor.kind !== 'API_CLIENT') return false
  const own = actor.kind === 'USER' ? actor.role : 'MANAGER'
  if (roles.indexOf(own) > roles.indexOf(rights.role)) return false
  return [...memberPermissions({ ...rights, suspended: false })].every((name) => actor.permissions.has(name))
}

/** Whether the actor holds the permission. Jobs, the assistant and customers act through verbs that say so themselves. */
export function can(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case 'USER':
    case 'API_CLIENT':
      return actor.permissions.has(permission)
    case 'SYSTEM':
    case 'ASSISTANT':
      return true
    case 'CUSTOMER':
      return false
  }
}

/**
 * Refuses an actor without the permission.
 * @throws ApiError FORBIDDEN naming the missing permission and which roles hold it
 */
export function authorise(actor: Actor, permission: Permission): void {
  if (can(actor, permission)) return
  if ((actor.kind === 'USER' || actor.kind === 'API_CLIENT') && actor.suspended && !permission.endsWith(':read')) {
    throw new ApiError('FORBIDDEN', 'This tenant is suspended: it can be read, not changed.', {
      details: { permission },
    })
  }
  const holders = roles.filter((role) => rolePermissions[role].includes(permission))
  throw new ApiError('FORBIDDEN', `This needs the permission ${permission}.`, {
    details: { permission, heldByRoles: holders },
  })
}
