import {
  getNamedType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLTypeResolver,
} from 'graphql'
import { authorise, type Permission } from '../../platform/auth/permissions.ts'
import { requireCtx, watchedCtx, type RequestContext } from '../context.ts'
import { Reference, requireAccess, type CompiledRootField } from '../root-fields.ts'
import { readTogether, readReferenced } from './batch.ts'
import { typeOfId } from './by-id.ts'
import { engineOf } from './engine.ts'
import { planReferences, planRootField, rootPermissions, type PlanInput } from './plan.ts'
import type { TableType } from './registry.ts'
import { Binding } from './template.ts'

/**
 * How the standard executor reads what the compiler brought. Objects from SQL carry their type under `@` and their
 * fields under response keys; everything else is what resolver code returned, under field names.
 */
export const walkField: GraphQLFieldResolver<unknown, RequestContext> = (source, args, context, info) => {
  if (isFromSql(source)) {
    refuseDenied(source, info, context)
    return source[String(info.path.key)]
  }
  if (!isRecord(source)) return undefined
  const value = source[info.fieldName]
  return followReferences(typeof value === 'function' ? value.call(source, args, context, info) : value, context, info)
}

/** A module's resolver of a declared type's field: gets what `needs` named, may return references. */
export function walkWith(resolve: GraphQLFieldResolver<unknown, RequestContext>): typeof walkField {
  return (source, args, context, info) => {
    if (isFromSql(source)) refuseDenied(source, info, context)
    // A resolver that takes the context may look at who asks.
    if (resolve.length > 2) context.viewer?.()
    const own = isFromSql(source) ? source[`@${info.fieldName}`] : source
    return followReferences(resolve(own, args, context, info), context, info)
  }
}

/** A root field that SQL answers, where the operation as a whole is not. */
export function walkRoot(root: CompiledRootField): typeof walkField {
  return async (_source, _args, context, info) => {
    const ctx = requireAccess(root.access, context)
    const definition = info.parentType.getFields()[info.fieldName]
    if (definition !== undefined) {
      for (const permission of rootPermissions(info.schema, definition, root)) authorise(ctx.actor, permission)
    }
    const plan = planRootField(inputOf(info, context), info.fieldNodes, root)
    const binding = new Binding(watchedCtx(context), info.variableValues)
    const text = await readTogether(context, plan.template, binding)
    return text === null ? null : (JSON.parse(text) as unknown)
  }
}

export const resolveType: GraphQLTypeResolver<unknown, RequestContext> = (value, context) => {
  if (!isRecord(value)) return undefined
  const { '@': mark, '@denied': denied, __typename: name } = value
  if (typeof denied === 'string') authorise(requireCtx(context).actor, denied as Permission)
  return typeof mark === 'string' ? mark : typeof name === 'string' ? name : undefined
}

/** Reads references, alone or in a list, with the selection of the field they stand for. */
function followReferences(value: unknown, context: RequestContext, info: GraphQLResolveInfo): unknown {
  if (value instanceof Promise) return value.then((settled: unknown) => followReferences(settled, context, info))
  if (value instanceof Reference) return follow(value, context, info)
  if (Array.isArray(value) && value.some((item) => item instanceof Reference)) {
    return value.map((item: unknown) => (item instanceof Reference ? follow(item, context, info) : item))
  }
  return value
}

async function follow({ id }: Reference, context: RequestContext, info: GraphQLResolveInfo): Promise<unknown> {
  const type = typeOfReference(id, info)
  if (type === null) return null
  requireAccess(type.allow, context)
  const plan = planReferences(inputOf(info, context), info.parentType, info.fieldNodes, type)
  return readReferenced(context, plan, id, (ids) => new Binding(watchedCtx(context), info.variableValues, ids))
}

function typeOfReference(id: string, info: GraphQLResolveInfo): TableType | null {
  const target = getNamedType(info.returnType)
  if (!isObjectType(target)) return typeOfId(info.schema, id, target)
  // An object's field says the type by itself: what is no node has ids all the same.
  const type = engineOf(info.schema).registry.types.get(target.name)
  if (type?.kind !== 'table') throw new Error(`${target.name} is not declared over a table: it cannot be referred to`)
  return type
}

function inputOf(info: GraphQLResolveInfo, context: RequestContext): PlanInput {
  const { schema, operation, fragments, variableValues: variables } = info
  return { schema, operation, fragments, variables, actor: requireCtx(context).actor }
}

/** An error in place of a field that the compiler left out because the caller may not see it. */
function refuseDenied(source: Record<string, unknown>, info: GraphQLResolveInfo, context: RequestContext): void {
  const refused = source['@refused']
  if (!isRecord(refused)) return
  const permission = refused[String(info.path.key)]
  if (typeof permission === 'string') authorise(requireCtx(context).actor, permission as Permission)
}

function isFromSql(source: unknown): source is Record<string, unknown> {
  return isRecord(source) && typeof source['@'] === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
