export { type Authorization, headerAuthorization, hostAuthorization } from './auth/authorization.ts';
export { type CallbackQuery, completeAuthorization, readCallback, stateOf } from './auth/complete-authorization.ts';
export {
  type Connection,
  type ConnectionOptions,
  type ConnectionStatus,
  createConnection,
} from './auth/connection.ts';
export { type OAuthClient, type OAuthPlace, oauthClient } from './auth/oauth-client.ts';
export { type PendingAuthorizations, pendingAuthorizations } from './auth/pending-authorizations.ts';
export { sameText } from './auth/same-text.ts';
export {
  type CryptoPort,
  type PendingAuthorization,
  type StartedAuthorization,
  startAuthorization,
} from './auth/start-authorization.ts';
export { readTokenAnswer, type TokenAnswer, type TokenGrant } from './auth/token-answer.ts';
export { codeRequest, refreshRequest, serviceRequest } from './auth/token-request.ts';
export { memoryTokenStore, type StoredContent, type TokenStore } from './auth/token-store.ts';
export type {
  AuthorizationCodeDialect,
  AuthScheme,
  OAuthDialect,
  OAuthScheme,
  ServiceDialect,
} from './define/auth-scheme.ts';
export type { CompositeDefinition } from './define/composite.ts';
export type { ErrorShape, Errors } from './define/errors.ts';
export type { DeliveryShape, VendorEvent, Webhooks } from './define/event.ts';
export * from './define/field.ts';
export type { FileContent } from './define/file.ts';
export type { Condition, FilterGroup, FilterLanguage, SortKey, SortLanguage } from './define/filter.ts';
export type { Body, Evidence, InputOf, OperationDefinition, Route, RowOf } from './define/operation.ts';
export type { OffsetPagination, PagePagination, Pagination, Paths } from './define/pagination.ts';
export type { Budget, Quota } from './define/quota.ts';
export { defineResource, type Resource } from './define/resource.ts';
export { defineVendor, type Vendor } from './define/vendor.ts';
export { ConnectorError, isConnectorError } from './errors/connector-error.ts';
export { type ErrorCode, errorCodes } from './errors/error-codes.ts';
export { FollowUpError } from './errors/follow-up-error.ts';
export { GrantError, type GrantReason } from './errors/grant-error.ts';
export { HttpError } from './errors/http-error.ts';
export { InputError, type InputIssue } from './errors/input-error.ts';
export { ResponseError } from './errors/response-error.ts';
export { StoreError } from './errors/store-error.ts';
export { TransportError, type TransportReason } from './errors/transport-error.ts';
export { WebhookError } from './errors/webhook-error.ts';
export { type Delivery, readDelivery } from './events/delivery.ts';
export { fingerprint } from './events/fingerprint.ts';
export { createSeen, type Seen } from './events/seen.ts';
export {
  isSubscribed,
  planSubscription,
  type SubscriptionStep,
  subscribe,
  unsubscribe,
  type WantedSubscription,
} from './events/subscription.ts';
export type { ListOptions, Page } from './pagination/pages.ts';
export { backgroundNames } from './project/background-names.ts';
export { customCall } from './project/custom-call.ts';
export { doubtAbout } from './project/evidence.ts';
export { filterFields } from './project/filter-fields.ts';
export { labelOf } from './project/label.ts';
export { listOperations, type OperationRow } from './project/listing.ts';
export {
  type Choice,
  type Choices,
  type LookupOptions,
  lookUp,
  lookupDependencies,
  lookupInstead,
  lookupMissing,
  lookupNarrowing,
  lookupOf,
} from './project/lookup.ts';
export { type OpenApiDocument, openApiDocument } from './project/openapi.ts';
export { type Composite, type Input, type Operation, operationOf, operationsOf } from './project/operation.ts';
export { type JsonSchema, outputOf, schemaOf } from './project/outputs.ts';
export { referencePages } from './project/reference.ts';
export { createGate, type Gate, sharedGate } from './quota/gate.ts';
export { checkField } from './request/check-field.ts';
export type { InputValues } from './request/check-input.ts';
export { type Client, createClient, type Listing } from './request/client.ts';
export { coerce } from './request/coerce.ts';
export type { FileAnswer } from './request/download.ts';
export { createEngine, type Engine } from './request/engine.ts';
export { parseJson } from './request/parse-json.ts';
export type { CallOptions, Ports, Progress } from './request/ports.ts';
export type { Row } from './request/read-answer.ts';
export type { Clock, HttpRequest, HttpResponse, Transport, TransportOptions } from './request/transport.ts';
export { type FailedExchange, transportFailure } from './request/transport-failure.ts';
export { withoutGiven } from './request/without-given.ts';
export { hasSecrets } from './request/without-secrets.ts';
export { oauth as niftyOAuth } from './vendors/nifty/oauth.ts';
export { nifty } from './vendors/nifty/vendor.ts';
export { oauth as vcitaOAuth, service as vcitaService } from './vendors/vcita/oauth.ts';
export { vcita } from './vendors/vcita/vendor.ts';
export { vendors } from './vendors/vendors.ts';
export { oauth as vplanOAuth } from './vendors/vplan/oauth.ts';
export { vplan } from './vendors/vplan/vendor.ts';
