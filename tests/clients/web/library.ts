/** What the tests use of the browser library; its own types lean on packages that it does not bring. */
export interface BrowserLibrary {
  init(key: string, config: object): void;
  isInitialized(): boolean;
  getDeviceId(): string;
  upload(): void;
  endSession(): void;
  setOptOut(isOptingOut: boolean): void;
  setPosition(latitude: number, longitude: number): void;
  logEvent(name: string, type?: number, attributes?: Attributes, flags?: object): void;
  logPageView(name?: string, attributes?: Attributes): void;
  logError(error: string | { name: string; message: string; stack: string }): void;
  EventType: Record<
    | "Navigation"
    | "Location"
    | "Search"
    | "Transaction"
    | "UserContent"
    | "UserPreference"
    | "Social"
    | "Other",
    number
  >;
  ProductActionType: Record<
    "AddToCart" | "RemoveFromCart" | "Checkout" | "ViewDetail" | "Purchase" | "Refund" | "AddToWishlist",
    number
  >;
  PromotionType: Record<"PromotionView" | "PromotionClick", number>;
  Identity: Record<"identify" | "login" | "logout" | "modify", IdentityCall> & {
    getCurrentUser(): BrowserUser;
    getUser(mpid: string): BrowserUser;
    createAliasRequest(source: BrowserUser, destination: BrowserUser): object;
    aliasUsers(request: object, callback: (result: { httpCode: number; message: string }) => void): void;
    search(key: string, identities: Identities, callback: (result: IdentityResult) => void): void;
  };
  Consent: {
    createConsentState(): ConsentState;
    createGDPRConsent: CreateConsent;
    createCCPAConsent: CreateConsent;
  };
  eCommerce: {
    setCurrencyCode(code: string): void;
    createProduct(
      name: string,
      sku: string,
      price: number,
      quantity?: number,
      variant?: string,
      category?: string,
      brand?: string,
    ): object;
    createPromotion(id: string, creative: string, name: string, position: number): object;
    createImpression(list: string, product: object): object;
    logProductAction(
      action: number,
      products: object | object[],
      attributes?: Attributes | null,
      flags?: object | null,
      transaction?: object,
    ): void;
    logPromotion(action: number, promotion: object): void;
    logImpression(impression: object): void;
  };
}

export interface BrowserUser {
  getMPID(): string;
  setUserAttribute(name: string, value: string | number | boolean): void;
  setUserAttributeList(name: string, values: string[]): void;
  setUserTag(name: string): void;
  removeUserAttribute(name: string): void;
  setConsentState(state: ConsentState): void;
  getUserAudiences(callback: (result: object) => void): void;
}

export type Identities = Record<string, string | null>;

/** What the callback of an identity call is given. */
export interface IdentityResult {
  httpCode: number;
  body?: {
    mpid?: string;
    is_logged_in?: boolean;
    matched_identities?: Record<string, string>;
    change_results?: object[];
    Errors?: { code: string; message: string }[];
  };
}

type Attributes = Record<string, string | number | boolean>;

type IdentityCall = (
  asked: { userIdentities: Identities },
  callback: (result: IdentityResult) => void,
) => void;

interface ConsentState {
  addGDPRConsentState(purpose: string, consent: object): ConsentState;
  setCCPAConsentState(consent: object): ConsentState;
}

type CreateConsent = (
  consented: boolean,
  timeMs: number,
  document?: string,
  location?: string,
  hardwareId?: string,
) => object;

declare global {
  interface Window {
    mParticle: BrowserLibrary;
    /** The result of the identify call that `init` makes. */
    firstIdentify?: IdentityResult;
  }
}
