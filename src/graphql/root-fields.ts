import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql'
import { authorise, type Permission } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { requireCtx, type RequestContext } from './context.ts'
import type { Arguments, ManyField, ObjectField, OneField, PageField, UnionField } from './read/fields.ts'

/** Who may use a root field: a permission, whoever belongs to the tenant, or anyone without a credential. */
export type Access = Permission | 'signed-in' | 'anyone'

/**
 * A root field that the compiler answers with one SQL statement:
 *
 * ```ts
 * Query: {
 *   orders: read('orders:read', page(orders, {
 *     where: (o, args: gql.QueryOrdersArgs) => args.filter?.status ? inArray(o.status, args.filter.status) : undefined,
 *     orderBy: (o) => [descending(o.createdAt), descending(o.id)],
 *   })),
 *   order: read('orders:read', one(orders, (o, args: gql.QueryOrderArgs) => eq(o.id, args.id))),
 *   viewer: read('signed-in', object({ tenant: one(tenants, (t, _args, ctx) => eq(t.id, ctx.tenantId)) })),
 * }
 * ```
 */
export function read(
  access: Exclude<Access, 'anyone'>,
  field: OneField | ManyField | PageField | UnionField | ObjectField,
): CompiledRootField {
  return { answeredBy: 'sql', access, field }
}

/**
 * A root field that code answers: mutations, and queries that SQL cannot answer. The permission is checked before the
 * code runs. Objects of declared types are returned as `reference(id)` and then read by the compiler with the
 * selection that was asked for:
 *
 * ```ts
 * Mutation: {
 *   orderConfirm: guard('orders:confirm', async (args: gql.MutationOrderConfirmArgs, ctx) => {
 *     const result = await confirmOrder(ctx, args)
 *     return result.ok ? { order: reference(result.orderId), errors: [] } : { order: null, errors: result.errors }
 *   }),
 *   login: guard('anyone', (args: gql.MutationLoginArgs, context) => login(context.services, args)),
 * }
 * ```
 */
export function guard<Args, Result>(
  access: 'anyone',
  run: (args: Args, context: RequestContext, info: GraphQLResolveInfo) => Result | Promise<Result>,
): GuardedRootField
export function guard<Args, Result>(
  access: Permission | 'signed-in',
  run: (args: Args, ctx: Ctx, info: GraphQLResolveInfo) => Result | Promise<Result>,
): GuardedRootField
export function guard<Args, Result>(
  access: Access,
  run: (args: Args, context: Ctx & RequestContext, info: GraphQLResolveInfo) => Result | Promise<Result>,
): GuardedRootField {
  return {
    answeredBy: 'code',
    access,
    resolve: (_source, args, context, info) => run(args as Args, whatRunTakes(access, context), info),
  }
}

/**
 * A root field that gives the object which an id in its arguments names, of whatever type: SQL answers it like any other
 * where it answers the rest of the operation, each kind of id by a statement of its own.
 */
export function byId<Args>(idOf: (args: Args) => string): GuardedRootField {
  return { ...guard('signed-in', (args: Args) => reference(idOf(args))), idOf: (args) => idOf(args as Args) }
}

/**
 * Stands for an object of a declared type wherever resolver code returns one (payloads, events, previews, lists): the
 * compiler reads it by its id with the selection asked for, all of one field in one statement, under the caller's
 * tenant and permissions; null when it is not there. Interfaces and unions find the type by the id's prefix.
 */
export function reference(id: string): Reference {
  return new Reference(id)
}

export class Reference {
  readonly id: string

  constructor(id: string) {
    this.id = id
  }
}

export type RootField = CompiledRootField | GuardedRootField

export interface CompiledRootField {
  readonly answeredBy: 'sql'
  readonly access: Exclude<Access, 'anyone'>
  readonly field: OneField | ManyField | PageField | UnionField | ObjectField
}

export interface GuardedRootField {
  readonly answeredBy: 'code'
  readonly access: Access
  readonly resolve: GraphQLFieldResolver<unknown, RequestContext, unknown>
  /** Where the field stands for one object alone: that object's id. */
  readonly idOf?: (args: Arguments) => string
}

/** Refuses who lacks the access. Gives back the verb context of those who have it. */
export function requireAccess(access: Exclude<Access, 'anyone'>, context: RequestContext): Ctx {
  const ctx = requireCtx(context)
  if (access !== 'signed-in') authorise(ctx.actor, access)
  return ctx
}

/** The overloads of `guard` say which of the two its code gets; this is the one place where that is decided. */
function whatRunTakes(access: Access, context: RequestContext): Ctx & RequestContext {
  const taken: Ctx | RequestContext = access === 'anyone' ? context : requireAccess(access, context)
  return taken as Ctx & RequestContext
}
