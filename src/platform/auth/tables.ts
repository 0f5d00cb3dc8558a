import { check, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { JWK } from 'jose'
import { createdAt, idText, systemPolicies, time } from '../db/columns.ts'

/** The server's own signing keys. No tenant owns them and no tenant's request may see them. */
export const signingKeys = pgTable(
  'signing_keys',
  {
    /** Also the `kid` of tokens. */
    id: idText('id').primaryKey(),
    algorithm: text('algorithm').notNull(),
    publicJwk: jsonb('public_jwk').$type<JWK>().notNull(),
    /** The private JWK, sealed with the server's secret and bound to this row (seal.ts). */
    sealedPrivateJwk: text('sealed_private_jwk').notNull(),
    createdAt: createdAt(),
    /** Null while it may sign; then it only verifies, until this moment. */
    verifiesUntil: time('verifies_until'),
  },
  (table) => [check('signing_keys_algorithm_check', sql`${table.algorithm} = 'EdDSA'`), ...systemPolicies('all')],
)

export type SigningKeyRow = typeof signingKeys.$inferSelect
