import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type * as gql from '../generated/schema.ts'
import {
  ascending,
  computed,
  descending,
  documentMistake,
  guard,
  needs,
  object,
  one,
  page,
  read,
  reference,
  requireCtx,
  type ModuleResolvers,
  type RequestContext,
} from '../graphql/index.ts'
import { allPermissions, can, isPermission, permissions, rolePermissions, roles } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { createApiKey, revokeApiKey } from './api-keys.ts'
import { changePassword } from './change-password.ts'
import { deleteDocument, trustDocuments } from './client-documents.ts'
import { apiClients, people } from './graph.ts'
import { login, membersOf } from './login.ts'
import { linkMemberIdentity, unlinkMemberIdentity } from './member-identities.ts'
import { addMember, removeMember, updateMember } from './members.ts'
import type { Result } from '../platform/results.ts'
import {
  logout,
  refreshSession,
  revokeSession,
  type Device,
  type SessionTokens,
  type SignedInMember,
} from './sessions.ts'
import { apiKeys, clientDocuments, memberships, sessions, tenants } from './tables.ts'
import { updateTenant } from './tenants.ts'

export const resolvers = {
  Query: {
    viewer: read(
      'signed-in',
      object({
        user: one(people, (p, _args, ctx) => eq(p.id, ctx.actor.id)),
        apiClient: one(apiClients, (c, _args, ctx) => eq(c.id, ctx.actor.id)),
        tenant: one(tenants, (t, _args, ctx) => eq(t.id, ctx.tenantId)),
        membership: one(memberships, (m, _args, ctx) => eq(m.userId, ctx.actor.id)),
        permissions: computed((_args, ctx) => textArray(allPermissions.filter((name) => can(ctx.actor, name)))),
        can: computed(
          (args: gql.ViewerCanArgs, ctx) =>
            sql`${isPermission(args.permission) && can(ctx.actor, args.permission)}::boolean`,
        ),
        tenants: needs({}),
        expiresAt: computed((_args, ctx) => sql`${expiresAt(ctx)?.toISOString() ?? null}::timestamptz`),
      }),
    ),
    tenant: read(
      'tenant:read',
      one(tenants, (t, _args, ctx) => eq(t.id, ctx.tenantId)),
    ),
    members: read(
      'members:read',
      page(memberships, {
        where: (m, args: gql.QueryMembersArgs) =>
          and(isNull(m.removedAt), args.filter?.roles ? inArray(m.role, [...args.filter.roles]) : undefined),
        orderBy: (m) => [ascending(m.createdAt), ascending(m.id)],
      }),
    ),
    sessions: read(
      'signed-in',
      page(sessions, {
        where: (s, _args, ctx) =>
          and(eq(s.userId, ctx.actor.id), isNull(s.revokedAt), gt(s.expiresAt, ctx.clock.now())),
        orderBy: (s) => [descending(s.createdAt), descending(s.id)],
      }),
    ),
    apiKeys: read(
      'api-keys:read',
      page(apiKeys, { where: () => undefined, orderBy: (k) => [descending(k.createdAt), descending(k.id)] }),
    ),
    clientDocuments: read(
      'documents:read',
      page(clientDocuments, {
        where: (d, args: gql.QueryClientDocumentsArgs) =>
          args.filter?.status ? eq(d.status, args.filter.status) : undefined,
        orderBy: (d) => [descending(d.createdAt), descending(d.id)],
      }),
    ),
    permissions: guard('signed-in', () =>
      allPermissions.map((name) => ({
        name,
        description: permissions[name],
        heldByRoles: roles.filter((role) => rolePermissions[role].includes(name)),
      })),
    ),
  },
  Mutation: {
    login: guard('anyone', async ({ email, password, tenant }: gql.MutationLoginArgs, context) =>
      tokensPayload(
        await login(context.services, { email, password, tenant: tenant ?? null, device: device(context) }),
      ),
    ),
    sessionRefresh: guard('anyone', async ({ refreshToken }: gql.MutationSessionRefreshArgs, context) =>
      tokensPayload(await refreshSession(context.services, { refreshToken, device: device(context) })),
    ),
    logout: guard('signed-in', async (_args: object, ctx) => {
      const result = await logout(ctx)
      const session = result.ok && result.sessionId !== null ? reference(result.sessionId) : null
      return { session, errors: errorsOf(result) }
    }),
    passwordChange: guard('signed-in', async (args: gql.MutationPasswordChangeArgs, ctx) => {
      const result = await changePassword(ctx, args)
      return { changed: result.ok, errors: errorsOf(result) }
    }),
    sessionRevoke: guard('signed-in', async ({ id }: gql.MutationSessionRevokeArgs, ctx) => {
      const result = await revokeSession(ctx, { id })
      return { session: result.ok ? reference(result.sessionId) : null, errors: errorsOf(result) }
    }),
    tenantUpdate: guard('tenant:write', async ({ input, expectedVersion }: gql.MutationTenantUpdateArgs, ctx) => {
      const result = await updateTenant(ctx, input, expectedVersion ?? null)
      return { tenant: result.ok ? reference(result.tenantId) : null, errors: errorsOf(result) }
    }),
    memberAdd: guard('members:write', async ({ input }: gql.MutationMemberAddArgs, ctx) =>
      memberPayload(await addMember(ctx, input)),
    ),
    memberUpdate: guard('members:write', async ({ id, input, expectedVersion }: gql.MutationMemberUpdateArgs, ctx) =>
      memberPayload(await updateMember(ctx, { id, changes: input, expectedVersion: expectedVersion ?? null })),
    ),
    memberRemove: guard('members:write', async ({ id }: gql.MutationMemberRemoveArgs, ctx) => {
      const result = await removeMember(ctx, { id })
      return { user: result.ok ? reference(result.userId) : null, errors: errorsOf(result) }
    }),
    memberIdentityLink: guard('members:write', async ({ id, input }: gql.MutationMemberIdentityLinkArgs, ctx) =>
      memberPayload(await linkMemberIdentity(ctx, { id, identity: input })),
    ),
    memberIdentityUnlink: guard('members:write', async ({ id, input }: gql.MutationMemberIdentityUnlinkArgs, ctx) =>
      memberPayload(await unlinkMemberIdentity(ctx, { id, identity: input })),
    ),
    apiKeyCreate: guard('api-keys:write', async ({ input, idempotencyKey }: gql.MutationApiKeyCreateArgs, ctx) => {
      const result = await createApiKey(ctx, input, idempotencyKey ?? null)
      return {
        apiKey: result.ok ? reference(result.apiKeyId) : null,
        secret: result.ok ? result.secret : null,
        errors: errorsOf(result),
      }
    }),
    apiKeyRevoke: guard('api-keys:write', async ({ id }: gql.MutationApiKeyRevokeArgs, ctx) => {
      const result = await revokeApiKey(ctx, { id })
      return { apiKey: result.ok ? reference(result.apiKeyId) : null, errors: errorsOf(result) }
    }),
    trustedDocumentsRegister: guard(
      'documents:write',
      async ({ input }: gql.MutationTrustedDocumentsRegisterArgs, ctx, { schema }) => {
        const result = await trustDocuments(ctx, input, (text) => documentMistake(schema, text))
        return { documents: result.ok ? result.documentIds.map(reference) : [], errors: errorsOf(result) }
      },
    ),
    clientDocumentDelete: guard('documents:write', async ({ id }: gql.MutationClientDocumentDeleteArgs, ctx) => {
      const result = await deleteDocument(ctx, { id })
      return { deletedId: result.ok ? result.documentId : null, errors: errorsOf(result) }
    }),
  },
  Viewer: {
    // The one list that reaches over tenants, so SQL under this tenant cannot give it.
    tenants: async (_source: unknown, _args: unknown, context: RequestContext) => {
      const ctx = requireCtx(context)
      if (ctx.actor.kind !== 'USER') return []
      return (await membersOf(ctx, ctx.actor.id)).map((member) => viewerTenant(member, ctx.tenantId))
    },
  },
} satisfies ModuleResolvers

function viewerTenant({ tenantId, slug, tenantName, role }: SignedInMember, currentTenantId: string) {
  return { id: tenantId, slug, name: tenantName, role, isCurrent: tenantId === currentTenantId }
}

function memberPayload(result: Result<{ membershipId: string }>) {
  return { member: result.ok ? reference(result.membershipId) : null, errors: errorsOf(result) }
}

function tokensPayload(result: Result<{ tokens: SessionTokens }>) {
  if (!result.ok) return { token: null, expiresAt: null, refreshToken: null, tenant: null, errors: result.errors }
  const { token, expiresAt: ends, refreshToken, member } = result.tokens
  return { token, expiresAt: ends, refreshToken, tenant: viewerTenant(member, member.tenantId), errors: [] }
}

function errorsOf(result: Result<object>) {
  return result.ok ? [] : result.errors
}

function device({ address, userAgent }: RequestContext): Device {
  return { address, userAgent }
}

function expiresAt({ actor }: Ctx): Date | null {
  return actor.kind === 'USER' || actor.kind === 'API_CLIENT' ? actor.expiresAt : null
}

function textArray(values: readonly string[]) {
  return sql`array(select json_array_elements_text(${JSON.stringify(values)}::json))`
}
