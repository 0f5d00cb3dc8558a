import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { actorKinds } from '../../platform/auth/actor.ts'
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
} from '../../platform/db/columns.ts'
import { tenants } from '../../tenancy/tables.ts'
import { agentTasks } from '../agents/tables.ts'

export const promptLevels = ['TENANT', 'USER'] as const
export type PromptLevel = (typeof promptLevels)[number]

/** What a tenant, or one person in it, tells models beside what Parley tells them: one prompt a task. */
export const prompts = pgTable(
  'prompts',
  {
    tenantId: tenantId(),
    id: id(),
    task: text('task', { enum: agentTasks }).notNull(),
    level: text('level', { enum: promptLevels }).notNull(),
    /** Whose, at the level of persons; '' for the tenant's. */
    userId: idText('user_id').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    ownedByTenant(table, tenants),
    oneOf(table.task, agentTasks),
    oneOf(table.level, promptLevels),
    unique('prompts_owner_key').on(table.tenantId, table.task, table.level, table.userId),
    check('prompts_user_check', sql`(${table.level} = 'USER') = (${table.userId} <> '')`),
    index('prompts_newest').on(table.tenantId, table.createdAt, table.id),
    ...tenantPolicies(),
  ],
)

export const promptVariableTypes = ['TEXT', 'NUMBER', 'BOOLEAN'] as const
export interface PromptVariable {
  readonly name: string
  readonly type: (typeof promptVariableTypes)[number]
  /** As text: `Tuesday`, `12.5`, `true`. */
  readonly value: string
}

/** A version of a prompt. Nobody changes it: the application may only read and add. */
export const promptVersions = pgTable(
  'prompt_versions',
  {
    tenantId: tenantId(),
    id: id(),
    promptId: idText('prompt_id').notNull(),
    /** 1 at first. */
    number: integer('number').notNull(),
    template: text('template').notNull(),
    variables: jsonb('variables').$type<readonly PromptVariable[]>().notNull(),
    note: text('note'),
    createdByKind: text('created_by_kind', { enum: actorKinds }).notNull(),
    createdById: idText('created_by_id').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.promptId, prompts, 'cascade'),
    unique('prompt_versions_number_key').on(table.tenantId, table.promptId, table.number),
    ...tenantPolicies({ app: 'append' }),
  ],
)

/** One version's part in a release. */
export interface PromptShare {
  readonly versionId: string
  readonly number: number
  /** How many of all the release's weights; 1 or more. */
  readonly weight: number
}

/**
 * Which versions of a prompt are used from then on, by weight. The newest one holds; nothing is changed, so going back is
 * one more release, and who did what when stays.
 */
export const promptReleases = pgTable(
  'prompt_releases',
  {
    tenantId: tenantId(),
    id: id(),
    promptId: idText('prompt_id').notNull(),
    /** 1 at first: what two who release at once meet at. */
    number: integer('number').notNull(),
    /** Empty: Parley's own words again. */
    shares: jsonb('shares').$type<readonly PromptShare[]>().notNull(),
    isRollback: boolean('is_rollback').notNull(),
    /** The release that going back from this one leads to; 0: Parley's own words, null: nowhere. */
    before: integer('before'),
    createdByKind: text('created_by_kind', { enum: actorKinds }).notNull(),
    createdById: idText('created_by_id').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.promptId, prompts, 'cascade'),
    unique('prompt_releases_number_key').on(table.tenantId, table.promptId, table.number),
    ...tenantPolicies({ app: 'append' }),
  ],
)
