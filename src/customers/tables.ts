import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { actorKinds } from '../platform/auth/actor.ts'
import { addressKinds } from '../platform/channels/index.ts'
import {
  createdAt,
  id,
  idText,
  oneOf,
  ownedByTenant,
  tenantId,
  tenantKey,
  tenantPolicies,
  tenantReference,
  time,
  updatedAt,
  version,
} from '../platform/db/columns.ts'
import { tenants } from '../tenancy/tables.ts'

/** Who buys: a business or a person. */
export const customers = pgTable(
  'customers',
  {
    tenantId: tenantId(),
    id: id(),
    name: text('name'),
    /**
     * What lists sort by, nameless ones last. Kept in the row: an index of the expression would give the order but no
     * place to begin at, because the policy lets no `lower()` of another tenant's name be looked at.
     */
    sortName: text('sort_name')
      .notNull()
      .generatedAlwaysAs(sql`coalesce(lower(name), U&'\\FFFF')`),
    /** The tenant's own number for the customer. */
    code: text('code'),
    /** ISO 639-1. */
    language: text('language'),
    note: text('note'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    ownedByTenant(table, tenants),
    unique('customers_code_key').on(table.tenantId, table.code),
    check('customers_name_check', sql`length(${table.name}) between 1 and 200`),
    check('customers_code_check', sql`length(${table.code}) between 1 and 64`),
    check('customers_language_check', sql`${table.language} ~ '^[a-z]{2}$'`),
    check('customers_note_check', sql`length(${table.note}) <= 2000`),
    index('customers_created_idx').on(table.tenantId, table.createdAt, table.id),
    index('customers_sort_name_idx').on(table.tenantId, table.sortName, table.id),
    ...tenantPolicies(),
  ],
)

/**
 * The addresses of customers on channels. What a provider names as one person (a phone number and a BSUID in one
 * payload) is a group: all rows of it have the same `primaryId`, which is the row that conversations point at.
 */
export const customerIdentities = pgTable(
  'customer_identities',
  {
    tenantId: tenantId(),
    id: id(),
    customerId: idText('customer_id').notNull(),
    primaryId: idText('primary_id').notNull(),
    kind: text('kind', { enum: addressKinds }).notNull(),
    /**
     * Where the value is unique: '' for the whole tenant (phone numbers, e-mail addresses), else the business
     * portfolio or channel account within which the provider gave it (BSUIDs).
     */
    scope: idText('scope').notNull(),
    value: idText('value').notNull(),
    profileName: text('profile_name'),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.customerId, customers, 'cascade'),
    unique('customer_identities_value_key').on(table.tenantId, table.scope, table.kind, table.value),
    oneOf(table.kind, addressKinds),
    check('customer_identities_value_check', sql`length(${table.value}) between 1 and 320`),
    index('customer_identities_customer_idx').on(table.tenantId, table.customerId, table.createdAt, table.id),
    index('customer_identities_primary_idx').on(table.tenantId, table.primaryId),
    ...tenantPolicies(),
  ],
)

export const customerFactStates = ['PROPOSED', 'ACCEPTED'] as const

/** What is known of customers beyond their orders. Erasing one deletes its row: nothing of its words remains. */
export const customerFacts = pgTable(
  'customer_facts',
  {
    tenantId: tenantId(),
    id: id(),
    customerId: idText('customer_id').notNull(),
    text: text('text').notNull(),
    state: text('state', { enum: customerFactStates }).notNull(),
    createdByKind: text('created_by_kind', { enum: actorKinds }).notNull(),
    createdById: idText('created_by_id').notNull(),
    /** The message it was read from; null when a person wrote it down. Messages come after this domain, so no key. */
    messageId: idText('message_id'),
    /** Null: for good. */
    validUntil: time('valid_until'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.customerId, customers, 'cascade'),
    unique('customer_facts_text_key').on(table.tenantId, table.customerId, table.text),
    oneOf(table.state, customerFactStates),
    oneOf(table.createdByKind, actorKinds),
    check('customer_facts_text_check', sql`length(${table.text}) between 1 and 500`),
    index('customer_facts_newest').on(table.tenantId, table.customerId, table.createdAt, table.id),
    ...tenantPolicies(),
  ],
)

export type CustomerRow = typeof customers.$inferSelect
export type CustomerIdentityRow = typeof customerIdentities.$inferSelect
