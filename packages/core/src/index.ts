export { type Authorization, headerAuthorization, hostAuthorization } from './auth/authorization.ts';
export type { AuthScheme } from './define/auth-scheme.ts';
export type { DeliveryShape, VendorEvent, Webhooks } from './define/event.ts';
export * from './define/field.ts';
export type { Body, Evidence, InputOf, OperationDefinition, Route, RowOf } from './define/operation.ts';
export { defineResource, type Resource } from './define/resource.ts';
export { defineVendor, type Pagination, type Vendor } from './define/vendor.ts';
export { ConnectorError, isConnectorError } from './errors/connector-error.ts';
export { type ErrorCode, errorCodes } from './errors/error-codes.ts';
export { HttpError } from './errors/http-error.ts';
export { InputError, type InputIssue } from './errors/input-error.ts';
export { ResponseError } from './errors/response-error.ts';
export { TransportError, type TransportReason } from './errors/transport-error.ts';
export { WebhookError } from './errors/webhook-error.ts';
export { type Delivery, readDelivery } from './events/delivery.ts';
export {
  isSubscribed,
  planSubscription,
  type SubscriptionStep,
  subscribe,
  unsubscribe,
  type WantedSubscription,
} from './events/subscription.ts';
export type { ListOptions, Page } from './pagination/pages.ts';
export { doubtAbout } from './project/evidence.ts';
export { labelOf } from './project/label.ts';
export { listOperations, type OperationRow } from './project/listing.ts';
export {
  type Choice,
  type Choices,
  type LookupOptions,
  lookUp,
  lookupDependencies,
  lookupOf,
} from './project/lookup.ts';
export { type Input, type Operation, operationOf, operationsOf } from './project/operation.ts';
export { type JsonSchema, outputOf, schemaOf } from './project/outputs.ts';
export { referencePages } from './project/reference.ts';
export { checkField } from './request/check-field.ts';
export type { InputValues } from './request/check-input.ts';
export { type Client, createClient, type Listing } from './request/client.ts';
export { coerce } from './request/coerce.ts';
export { createEngine, type Engine } from './request/engine.ts';
export { parseJson } from './request/parse-json.ts';
export type { CallOptions, Ports, Progress } from './request/ports.ts';
export type { Row } from './request/read-answer.ts';
export type { Clock, HttpRequest, HttpResponse, Transport, TransportOptions } from './request/transport.ts';
export { type FailedExchange, transportFailure } from './request/transport-failure.ts';
export { vendors } from './vendors/vendors.ts';
export { vplan } from './vendors/vplan/vendor.ts';
