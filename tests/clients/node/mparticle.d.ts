/** What the tests use of the server library, which brings no types. */
declare module "mparticle" {
  export interface Model {
    [field: string]: unknown;
  }
  export interface Batch extends Model {
    addEvent(event: Model): void;
  }
  export interface ModelClass<Made = Model> {
    new (...values: unknown[]): Made;
  }
  export type Callback = (error: (Error & { status?: number; response?: { text: string } }) | null) => void;
  export interface EventsApi {
    apiClient: { basePath: string };
    uploadEvents(batch: unknown, callback: Callback): void;
    bulkUploadEvents(batches: unknown, callback: Callback): void;
  }
  export type Models = Record<
    | "AppEvent"
    | "ApplicationInformation"
    | "ApplicationStateTransitionEvent"
    | "BatchContext"
    | "BreadcrumbEvent"
    | "CCPAConsentState"
    | "CommerceEvent"
    | "Configuration"
    | "ConsentState"
    | "CrashReportEvent"
    | "DataPlanContext"
    | "DeviceInformation"
    | "FirstRunEvent"
    | "GDPRConsentState"
    | "GeoLocation"
    | "MediaInfo"
    | "NetworkPerformanceEvent"
    | "OptOutEvent"
    | "Product"
    | "ProductAction"
    | "ProductImpression"
    | "ProfileEvent"
    | "Promotion"
    | "PromotionAction"
    | "PushMessageEvent"
    | "PushRegistrationEvent"
    | "ScreenViewEvent"
    | "SessionEndEvent"
    | "SessionStartEvent"
    | "ShoppingCart"
    | "UserIdentities",
    ModelClass
  >;
  const library: Models & {
    Batch: ModelClass<Batch>;
    EventsApi: ModelClass<EventsApi>;
  };
  export default library;
}
