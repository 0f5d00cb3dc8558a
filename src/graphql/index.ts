/** The door of the GraphQL room: what domains and the front door lean on. */
export {
  createGraphQLApi,
  type ApiResult,
  type GraphQLApi,
  type GraphQLApiOptions,
  type GraphQLRequest,
} from './api.ts'
export { requireCtx, type RequestContext } from './context.ts'
export type { DomainModule, FieldResolver, ModuleResolvers } from './module.ts'
export type { Unanswered } from './complete.ts'
export * from './read/declare.ts'
export type * from './read/fields.ts'
export { money } from './read/money.ts'
export { joined, type Pieces } from './read/execute.ts'
export { permissionRules, type PermissionRule } from './read/engine.ts'
export { documentMistake } from './explain-cost.ts'
export {
  createDocumentGate,
  readManifest,
  type DocumentGate,
  type DocumentStore,
  type TrustedDocumentsMode,
} from './trusted-documents.ts'
export { createSchema, loadSchemaFiles } from './schema.ts'
export {
  subscribeEvents,
  subscribeStream,
  type EventSubscription,
  type FeedEvent,
  type StreamSubscription,
  type SubscriptionField,
} from './subscriptions.ts'
export { guard, read, reference, type Access } from './root-fields.ts'
