import { expect, test } from 'vitest'
import type { StaffActor } from '../../src/platform/auth/actor.ts'
import {
  allPermissions,
  authorise,
  can,
  keyPermissions,
  mayGrant,
  memberPermissions,
  roles,
  type Permission,
  type Role,
} from '../../src/platform/auth/permissions.ts'

/** Who may what, written out once more by hand: O owner, A admin, M manager, P operator, W warehouse, S support, V viewer. */
const matrix: Readonly<Record<Permission, string>> = {
  'tenant:read': 'OAMPWSV',
  'tenant:write': 'OA',
  'members:read': 'OAMPWSV',
  'members:write': 'OA',
  'api-keys:read': 'OA',
  'api-keys:write': 'OA',
  'documents:read': 'OA',
  'documents:write': 'OA',
  'customers:read': 'OAMPWSV',
  'customers:write': 'OAMPS',
  'channels:read': 'OAMPSV',
  'channels:write': 'OA',
  'conversations:read': 'OAMPSV',
  'conversations:write': 'OAMPS',
  'messages:send': 'OAMPS',
  'catalog:read': 'OAMPWSV',
  'catalog:write': 'OAM',
  'orders:read': 'OAMPWSV',
  'orders:write': 'OAMP',
  'orders:confirm': 'OAMP',
  'orders:fulfil': 'OAMW',
  'knowledge:read': 'OAMPSV',
  'knowledge:write': 'OAM',
  'assistant:read': 'OAMPSV',
  'assistant:write': 'OAMPS',
  'assistant:configure': 'OAM',
  'assistant:preview': 'OAMPS',
  'privacy:scan': 'OAMPS',
  'privacy:review': 'OAMPS',
  'privacy:write': 'OA',
  'operations:read': 'OAM',
  'operations:write': 'OA',
}
const letters: Readonly<Record<Role, string>> = {
  OWNER: 'O',
  ADMIN: 'A',
  MANAGER: 'M',
  OPERATOR: 'P',
  WAREHOUSE: 'W',
  SUPPORT: 'S',
  VIEWER: 'V',
}

test.for(roles)('%s may do exactly what the matrix says', (role) => {
  const expected = allPermissions.filter((name) => matrix[name].includes(letters[role]))

  expect(allPermissions.filter((name) => can(staff(role), name))).toEqual(expected)
})

test('a grant adds to the role, a denial wins over role and grant', () => {
  const rights = { role: 'VIEWER', suspended: false } as const

  expect(memberPermissions({ ...rights, grants: ['orders:confirm'], denies: [] }).has('orders:confirm')).toBe(true)
  expect(
    memberPermissions({ ...rights, grants: ['orders:confirm'], denies: ['orders:confirm'] }).has('orders:confirm'),
  ).toBe(false)
  expect(memberPermissions({ ...rights, grants: [], denies: ['orders:read'] }).has('orders:read')).toBe(false)
})

test('a granted name that the catalogue does not have gives nothing', () => {
  const held = memberPermissions({ role: 'VIEWER', grants: ['root', 'toString'], denies: [], suspended: false })

  expect([...held].every((name) => allPermissions.includes(name))).toBe(true)
  expect(keyPermissions({ scopes: ['orders:read', 'root'], suspended: false })).toEqual(new Set(['orders:read']))
})

test('a suspended tenant only reads, whoever asks', () => {
  const reads = allPermissions.filter((name) => name.endsWith(':read'))

  expect([...memberPermissions({ role: 'OWNER', grants: [], denies: [], suspended: true })]).toEqual(reads)
  expect([...keyPermissions({ scopes: ['orders:read', 'orders:write'], suspended: true })]).toEqual(['orders:read'])
  expect(() => authorise(staff('OWNER', { suspended: true }), 'orders:write')).toThrow(
    'This tenant is suspended: it can be read, not changed.',
  )
})

test('a refusal names the permission and who holds it', () => {
  expect(() => authorise(staff('SUPPORT'), 'orders:confirm')).toThrow(
    expect.objectContaining({
      code: 'FORBIDDEN',
      details: { permission: 'orders:confirm', heldByRoles: ['OWNER', 'ADMIN', 'MANAGER', 'OPERATOR'] },
    }),
  )
})

test('customers may do nothing by themselves; jobs and the assistant act through verbs that say so', () => {
  expect(allPermissions.some((name) => can({ kind: 'CUSTOMER', id: 'cus_1' }, name))).toBe(false)
  expect(allPermissions.every((name) => can({ kind: 'SYSTEM', id: 'upkeep' }, name))).toBe(true)
})

test('nobody hands out more than they have', () => {
  const mayMake = (actor: StaffActor) => roles.filter((role) => mayGrant(actor, rights(role)))

  expect(mayMake(staff('OWNER'))).toEqual(roles)
  expect(mayMake(staff('ADMIN'))).toEqual(roles.filter((role) => role !== 'OWNER'))
  expect(mayMake(staff('MANAGER'))).toEqual(['MANAGER', 'OPERATOR', 'WAREHOUSE', 'SUPPORT', 'VIEWER'])
  expect(mayMake(staff('SUPPORT'))).toEqual(['SUPPORT', 'VIEWER'])
  expect(mayGrant(staff('MANAGER'), rights('VIEWER', { grants: ['tenant:write'] }))).toBe(false)
  expect(mayGrant(staff('MANAGER'), rights('VIEWER', { grants: ['catalog:write'] }))).toBe(true)
})

test('what was taken from somebody they cannot hand out, but who lacks it too they may make', () => {
  const manager = staff('MANAGER', { denies: ['orders:confirm'] })

  expect(mayGrant(manager, rights('OPERATOR'))).toBe(false)
  expect(mayGrant(manager, rights('OPERATOR', { denies: ['orders:confirm'] }))).toBe(true)
})

test('an API key cannot make owners or admins, even with every scope', () => {
  const actor = {
    kind: 'API_CLIENT',
    trustedDocumentsOnly: false,
    id: 'key_1',
    tenantId: 'ten_1',
    permissions: new Set(allPermissions),
    suspended: false,
    tier: 'FREE',
    expiresAt: null,
  } as const

  expect(roles.filter((role) => mayGrant(actor, rights(role)))).toEqual([
    'MANAGER',
    'OPERATOR',
    'WAREHOUSE',
    'SUPPORT',
    'VIEWER',
  ])
})

function rights(role: Role, changes: { grants?: string[]; denies?: string[] } = {}) {
  return { role, grants: [], denies: [], ...changes }
}

function staff(role: Role, options: { denies?: string[]; suspended?: boolean } = {}): StaffActor {
  const { denies = [], suspended = false } = options
  return {
    kind: 'USER',
    id: 'usr_1',
    tenantId: 'ten_1',
    role,
    membershipVersion: 1,
    tier: 'FREE',
    sessionId: null,
    permissions: memberPermissions({ role, grants: [], denies, suspended }),
    suspended,
    expiresAt: null,
  }
}
