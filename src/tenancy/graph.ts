import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { pgTable, text, type PgColumn } from 'drizzle-orm/pg-core'
import { allow, computed, descending, graphType, many, object, one, page, union } from '../graphql/index.ts'
import type { UnionMember } from '../graphql/index.ts'
import { idText } from '../platform/db/columns.ts'
import { apiKeys, clientDocuments, memberships, sessions, tenants, userIdentities } from './tables.ts'
import { effectiveThreshold } from './threshold.ts'

/**
 * Memberships seen as the people they speak of, found by the user's id: `one(people, t.claimedById)`. (Another view of
 * the same rows, so it is no table of its own and stands here, where drizzle-kit does not look for tables.)
 */
export const people = pgTable('memberships', {
  tenantId: idText('tenant_id').notNull(),
  id: idText('user_id').notNull(),
  name: text('name').notNull(),
  email: text('email').notNull(),
})

/** API keys seen as the programs that act with them. */
export const apiClients = pgTable('api_keys', {
  tenantId: idText('tenant_id').notNull(),
  id: idText('id').notNull(),
  name: text('name').notNull(),
})

/**
 * The members of the union `Actor` that are no customers, for `union(t.actorKind, actorMembers(t.actorId))`. The domain
 * of customers adds `CUSTOMER`.
 */
export function actorMembers(actorId: PgColumn) {
  return {
    USER: one(people, actorId),
    API_CLIENT: one(apiClients, actorId),
    SYSTEM: object({ name: actorId }, { type: 'SystemActor' }),
    ASSISTANT: object({ model: actorId }, { type: 'AssistantActor' }),
  } satisfies Record<string, UnionMember>
}

const user = graphType('User', people, { allow: 'signed-in', node: 'user' }, (t) => ({
  id: t.id,
  name: t.name,
  email: t.email,
}))

const apiClient = graphType('ApiClient', apiClients, { allow: 'signed-in', node: 'apiKey' }, (t) => ({
  id: t.id,
  name: t.name,
}))

const tenant = graphType('Tenant', tenants, { allow: 'tenant:read', node: 'tenant' }, (t) => ({
  id: t.id,
  slug: t.slug,
  name: t.name,
  tier: t.tier,
  aiConfidenceThreshold: t.aiConfidenceThreshold,
  aiTargetErrorRate: t.aiTargetErrorRate,
  aiSampleRate: t.aiSampleRate,
  effectiveConfidenceThreshold: effectiveThreshold(t),
  monthlyAiBudgetMicroUsd: t.monthlyAiBudgetMicroUsd,
  currency: t.currency,
  locale: t.locale,
  timeZone: t.timeZone,
  debounceMs: t.debounceMs,
  autoConfirm: t.autoConfirm,
  linkVerifiedEmail: t.linkVerifiedEmail,
  redactPrompts: t.redactPrompts,
  isActive: t.isActive,
  version: t.version,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
}))

const membership = graphType('Membership', memberships, { allow: 'members:read', node: 'membership' }, (t) => ({
  id: t.id,
  user: one(people, t.userId),
  role: t.role,
  grants: t.grants,
  denies: t.denies,
  identities: many(userIdentities, (i) => ({
    where: eq(i.userId, t.userId),
    orderBy: [asc(i.createdAt), asc(i.id)],
    limit: 100,
  })),
  sessions: allow(
    'members:write',
    page(sessions, {
      where: (s, _args, ctx) => and(eq(s.userId, t.userId), isNull(s.revokedAt), gt(s.expiresAt, ctx.clock.now())),
      orderBy: (s) => [descending(s.createdAt), descending(s.id)],
    }),
  ),
  version: t.version,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
}))

const memberIdentity = graphType('MemberIdentity', userIdentities, { allow: 'members:read' }, (t) => ({
  issuer: t.issuer,
  subject: t.subject,
  createdAt: t.createdAt,
}))

/** No node: whoever is signed in sees their own sessions by `sessions`, not everybody's by id. */
const session = graphType('Session', sessions, { allow: 'signed-in' }, (t) => ({
  id: t.id,
  user: one(people, t.userId),
  ipAddress: t.ipAddress,
  userAgent: t.userAgent,
  // A token without a session, or an API key, has none that is its own.
  isCurrent: computed(
    (_args, ctx) => sql`${t.id} is not distinct from ${ctx.actor.kind === 'USER' ? ctx.actor.sessionId : null}`,
  ),
  createdAt: t.createdAt,
  lastUsedAt: t.lastUsedAt,
  expiresAt: t.expiresAt,
  revokedAt: t.revokedAt,
}))

const apiKey = graphType('ApiKey', apiKeys, { allow: 'api-keys:read' }, (t) => ({
  id: t.id,
  name: t.name,
  prefix: t.prefix,
  scopes: t.scopes,
  createdBy: union(t.createdByKind, actorMembers(t.createdById)),
  createdAt: t.createdAt,
  lastUsedAt: t.lastUsedAt,
  expiresAt: t.expiresAt,
  revokedAt: t.revokedAt,
  trustedDocumentsOnly: t.trustedDocumentsOnly,
}))

const clientDocument = graphType('ClientDocument', clientDocuments, { allow: 'documents:read' }, (t) => ({
  id: t.id,
  sha256: t.sha256,
  text: t.text,
  status: t.status,
  timesSeen: t.timesSeen,
  lastSeenAt: t.lastSeenAt,
  trustedBy: union(t.trustedByKind, actorMembers(t.trustedById)),
  trustedAt: t.trustedAt,
  createdAt: t.createdAt,
}))

export const tenancyTypes = [user, apiClient, tenant, membership, memberIdentity, session, apiKey, clientDocument]
