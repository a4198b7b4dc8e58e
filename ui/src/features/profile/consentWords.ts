/** Consent in words. GDPR says yes to a use, CCPA says no to a sale: the same flag, opposite meanings. */

import type { ConsentView } from "../../api/generated/admin";

export interface ConsentWords {
  purpose: string;
  state: string;
  tone: "pos" | "neg" | "none";
}

/** CCPA knows one purpose, and this is its name on the wire. */
const SALE = "data_sale_opt_out";

/** What one record says. */
export function consentWords(consent: Pick<ConsentView, "regulation" | "purpose" | "consented">): ConsentWords {
  if (consent.regulation === "ccpa") {
    const purpose = consent.purpose === SALE || consent.purpose === "" ? "Data sale opt-out" : consent.purpose;
    return consent.consented
      ? { purpose, state: "Opted out", tone: "neg" }
      : { purpose, state: "Not opted out", tone: "pos" };
  }
  return consent.consented
    ? { purpose: consent.purpose, state: "Given", tone: "pos" }
    : { purpose: consent.purpose, state: "Refused", tone: "neg" };
}

/** `GDPR 4, CCPA 1` */
export function consentCounts(consents: readonly ConsentView[]): string {
  const parts = ["gdpr", "ccpa"].map((regulation) => {
    const count = consents.filter((consent) => consent.regulation === regulation).length;
    return count > 0 ? `${regulation.toUpperCase()} ${count}` : "";
  });
  return parts.filter((part) => part !== "").join(", ");
}
