import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  doublePrecision,
  text,
  unique,
  uniqueIndex,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import { actorKinds } from '../platform/auth/actor.ts'
import { roles, type Permission } from '../platform/auth/permissions.ts'
import {
  literals,
  createdAt,
  id,
  idText,
  ownedByTenant,
  systemPolicies,
  tenantId,
  tenantKey,
  tenantPolicies,
  tenantReference,
  time,
  updatedAt,
  version,
} from '../platform/db/columns.ts'
import { piiRuleEffects } from '../platform/privacy/index.ts'
import { tenantTiers } from '../platform/limits/tiers.ts'

/** The directory of tenants. A tenant sees its own row; the system role reads slugs and suspension at sign-in. */
export const tenants = pgTable(
  'tenants',
  {
    id: idText('id').primaryKey(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    tier: text('tier', { enum: tenantTiers }).notNull().default('FREE'),
    aiConfidenceThreshold: doublePrecision('ai_confidence_threshold').notNull().default(0.85),
    /** Share of orders confirmed without a person that may be wrong; null: the threshold is set by hand. */
    aiTargetErrorRate: doublePrecision('ai_target_error_rate'),
    /** The threshold that meets the target by the tenant's own reviews; null while they cannot tell. */
    aiDerivedThreshold: doublePrecision('ai_derived_threshold'),
    /** Share of sure orders that a person looks at all the same. */
    aiSampleRate: doublePrecision('ai_sample_rate').notNull().default(0),
    /** Millionths of a US dollar per calendar month; null: no limit. */
    monthlyAiBudgetMicroUsd: bigint('monthly_ai_budget_micro_usd', { mode: 'bigint' }),
    currency: text('currency').notNull(),
    locale: text('locale').notNull(),
    timeZone: text('time_zone').notNull(),
    /** How long the assistant waits for further messages before it reads them as one. */
    debounceMs: integer('debounce_ms').notNull().default(4000),
    autoConfirm: boolean('auto_confirm').notNull().default(true),
    linkVerifiedEmail: boolean('link_verified_email').notNull().default(false),
    /** Whether models outside of this process see tokens in place of personal data. */
    redactPrompts: boolean('redact_prompts').notNull().default(true),
    /** Grows with every change of the rules of privacy; 0 while there never was one. */
    piiRulesVersion: integer('pii_rules_version').notNull().default(0),
    /** Since when the assistant does nothing here by itself; null: it works. */
    assistantStoppedAt: time('assistant_stopped_at'),
    /** False while suspended: reads only. */
    isActive: boolean('is_active').notNull().default(true),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique('tenants_slug_key').on(table.slug),
    check('tenants_slug_check', sql`${table.slug} ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'`),
    check('tenants_name_check', sql`length(${table.name}) between 1 and 200`),
    oneOf('tenants_tier_check', table.tier, tenantTiers),
    check('tenants_ai_confidence_threshold_check', sql`${table.aiConfidenceThreshold} between 0 and 1`),
    check(
      'tenants_ai_target_error_rate_check',
      sql`${table.aiTargetErrorRate} > 0 and ${table.aiTargetErrorRate} <= 0.5`,
    ),
    check('tenants_ai_sample_rate_check', sql`${table.aiSampleRate} between 0 and 1`),
    check('tenants_monthly_ai_budget_check', sql`${table.monthlyAiBudgetMicroUsd} >= 0`),
    check('tenants_currency_check', sql`${table.currency} ~ '^[A-Z]{3}$'`),
    check('tenants_debounce_ms_check', sql`${table.debounceMs} between 0 and 60000`),
    ...tenantPolicies({ column: 'id', system: 'read' }),
  ],
)

/**
 * People who can sign in, across tenants. Tenants never see this table: what a tenant knows of a person is in the
 * membership, so an e-mail address in another tenant cannot be probed and a password cannot be set by a tenant.
 */
export const users = pgTable(
  'users',
  {
    id: idText('id').primaryKey(),
    /** Lower case. */
    email: text('email').notNull(),
    /** PHC string (passwords.ts); null: no sign-in by password. */
    passwordHash: text('password_hash'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique('users_email_key').on(table.email),
    check('users_email_check', sql`${table.email} = lower(${table.email})`),
    ...systemPolicies('all'),
  ],
)

/**
 * A person's place in a tenant, and what the tenant knows of the person: rows that name a user point here. Removed
 * members keep their row, so what they did keeps a name. The system role reads it at sign-in and to find revocations.
 */
export const memberships = pgTable(
  'memberships',
  {
    tenantId: tenantId(),
    id: id(),
    userId: idText('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    /** Lower case; the address the person signs in with. */
    email: text('email').notNull(),
    role: text('role', { enum: roles }).notNull(),
    grants: text('grants').array().$type<Permission[]>().notNull().default([]),
    denies: text('denies').array().$type<Permission[]>().notNull().default([]),
    /** Null while the person works here. */
    removedAt: time('removed_at'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    unique('memberships_user_key').on(table.tenantId, table.userId),
    index('memberships_user_idx').on(table.userId),
    index('memberships_listing_idx').on(table.tenantId, table.createdAt, table.id),
    ownedByTenant(table, tenants),
    oneOf('memberships_role_check', table.role, roles),
    check('memberships_name_check', sql`length(${table.name}) between 1 and 200`),
    ...tenantPolicies({ system: 'read' }),
  ],
)

/** Accounts of the outside identity provider that sign in as a member, for one tenant only. System reads at sign-in. */
export const userIdentities = pgTable(
  'user_identities',
  {
    tenantId: tenantId(),
    id: id(),
    userId: idText('user_id').notNull(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    unique('user_identities_subject_key').on(table.tenantId, table.issuer, table.subject),
    index('user_identities_sign_in_idx').on(table.issuer, table.subject),
    index('user_identities_user_idx').on(table.tenantId, table.userId),
    tenantReference(table, table.userId, member(), 'cascade'),
    ...tenantPolicies({ system: 'read' }),
  ],
)

/** A login on one device: the family of its refresh tokens. The system role reads it to find revocations. */
export const sessions = pgTable(
  'sessions',
  {
    tenantId: tenantId(),
    id: id(),
    userId: idText('user_id').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: createdAt(),
    lastUsedAt: time('last_used_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    revokedAt: time('revoked_at'),
  },
  (table) => [
    tenantKey(table),
    index('sessions_user_idx').on(table.tenantId, table.userId, table.createdAt, table.id),
    tenantReference(table, table.userId, member(), 'cascade'),
    ...tenantPolicies({ system: 'read' }),
  ],
)

/** Every refresh token a session ever had, hashed: one that is presented after it was spent ends the session. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    tenantId: tenantId(),
    id: id(),
    sessionId: idText('session_id').notNull(),
    secretHash: text('secret_hash').notNull(),
    createdAt: createdAt(),
    spentAt: time('spent_at'),
  },
  (table) => [
    tenantKey(table),
    index('refresh_tokens_session_idx').on(table.tenantId, table.sessionId),
    tenantReference(table, table.sessionId, sessions, 'cascade'),
    ...tenantPolicies(),
  ],
)

/** Credentials of programs. The system role finds the tenant by the hash of a presented key. */
export const apiKeys = pgTable(
  'api_keys',
  {
    tenantId: tenantId(),
    id: id(),
    name: text('name').notNull(),
    /** The first characters of the secret, for recognition. */
    prefix: text('prefix').notNull(),
    /** SHA-256 of the whole secret; 32 random bytes need no slow hash. */
    secretHash: text('secret_hash').notNull(),
    scopes: text('scopes').array().$type<Permission[]>().notNull(),
    createdByKind: text('created_by_kind', { enum: actorKinds }).notNull(),
    createdById: idText('created_by_id').notNull(),
    createdAt: createdAt(),
    /** To the minute, so that a busy key does not write on every request. */
    lastUsedAt: time('last_used_at'),
    expiresAt: time('expires_at'),
    revokedAt: time('revoked_at'),
    /** Whatever the server is set to, this key may send trusted documents alone. */
    trustedDocumentsOnly: boolean('trusted_documents_only').notNull().default(false),
  },
  (table) => [
    tenantKey(table),
    index('api_keys_secret_idx').on(table.secretHash),
    index('api_keys_listing_idx').on(table.tenantId, table.createdAt, table.id),
    ownedByTenant(table, tenants),
    oneOf('api_keys_created_by_kind_check', table.createdByKind, actorKinds),
    check('api_keys_name_check', sql`length(${table.name}) between 1 and 200`),
    ...tenantPolicies({ system: 'read' }),
  ],
)

export const clientDocumentStatuses = ['TRUSTED', 'REPORTED'] as const
export type ClientDocumentStatus = (typeof clientDocumentStatuses)[number]

/** GraphQL documents by the hash of their text: those that clients may send, and those that were seen unregistered. */
export const clientDocuments = pgTable(
  'client_documents',
  {
    tenantId: tenantId(),
    id: id(),
    /** Lower-case hex. */
    sha256: idText('sha256').notNull(),
    text: text('text').notNull(),
    status: text('status', { enum: clientDocumentStatuses }).notNull(),
    /** While it was not trusted; counted to the minute. */
    timesSeen: integer('times_seen').notNull().default(0),
    lastSeenAt: time('last_seen_at'),
    /** All three null while it is only reported. */
    trustedByKind: text('trusted_by_kind', { enum: actorKinds }),
    trustedById: idText('trusted_by_id'),
    trustedAt: time('trusted_at'),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    unique('client_documents_sha256_key').on(table.tenantId, table.sha256),
    index('client_documents_listing_idx').on(table.tenantId, table.createdAt, table.id),
    index('client_documents_status_idx').on(table.tenantId, table.status, table.createdAt, table.id),
    ownedByTenant(table, tenants),
    oneOf('client_documents_status_check', table.status, clientDocumentStatuses),
    check('client_documents_sha256_check', sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
    check('client_documents_trusted_check', sql`(${table.status} = 'TRUSTED') = (${table.trustedAt} is not null)`),
    ...tenantPolicies(),
  ],
)

export const piiRuleStates = ['ACTIVE', 'ARCHIVED'] as const

/** What counts as personal data in this tenant besides what does everywhere, and what never does. */
export const piiRules = pgTable(
  'pii_rules',
  {
    tenantId: tenantId(),
    id: id(),
    name: text('name').notNull(),
    effect: text('effect', { enum: piiRuleEffects }).notNull(),
    label: text('label'),
    pattern: text('pattern'),
    terms: text('terms').array().notNull().default([]),
    contextWords: text('context_words').array().notNull().default([]),
    confidence: doublePrecision('confidence').notNull(),
    state: text('state', { enum: piiRuleStates }).notNull().default('ACTIVE'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    ownedByTenant(table, tenants),
    oneOf('pii_rules_effect_check', table.effect, piiRuleEffects),
    oneOf('pii_rules_state_check', table.state, piiRuleStates),
    check('pii_rules_name_check', sql`length(${table.name}) between 1 and 200`),
    check('pii_rules_label_check', sql`(${table.effect} = 'FIND') = (${table.label} is not null)`),
    check('pii_rules_what_check', sql`(${table.pattern} is null) = (cardinality(${table.terms}) > 0)`),
    check('pii_rules_confidence_check', sql`${table.confidence} > 0 and ${table.confidence} <= 1`),
    uniqueIndex('pii_rules_name_key')
      .on(table.tenantId, table.name)
      .where(sql`${table.state} = 'ACTIVE'`),
    index('pii_rules_listing_idx').on(table.tenantId, table.createdAt, table.id),
    index('pii_rules_state_idx').on(table.tenantId, table.state, table.createdAt, table.id),
    ...tenantPolicies(),
  ],
)

export type TenantRow = typeof tenants.$inferSelect
export type MembershipRow = typeof memberships.$inferSelect
export type SessionRow = typeof sessions.$inferSelect
export type ApiKeyRow = typeof apiKeys.$inferSelect

/** What `tenantReference` points at to name a user: the membership, found by the user's id. */
export function member(): { tenantId: AnyPgColumn; id: AnyPgColumn } {
  return { tenantId: memberships.tenantId, id: memberships.userId }
}

function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  const list = sql.raw(literals(values))
  return check(name, sql`${column} in (${list})`)
}
