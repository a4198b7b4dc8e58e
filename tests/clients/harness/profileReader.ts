import { asList, asObject, type Json, type JsonObject, parseExact } from "./exactJson.ts";

/** An answer of the Profile API. */
export interface Answer {
  status: number;
  body: Json;
}

/** An identity as the Profile API writes it. */
export interface ProfileIdentity {
  type: string;
  encoding: string;
  value: string;
}

const everything = "user_identities,device_identities,user_attributes,audience_memberships";

/** Reads profiles as a back end does: a token first, then by MPID, by the immutable identity, or by any identity. */
export class ProfileReader {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  #token: string | undefined;

  constructor(url: string, clientId: string, clientSecret: string) {
    this.url = url;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  /** A token, asked for once. */
  async token(): Promise<string> {
    if (this.#token !== undefined) return this.#token;
    const { status, body } = await this.#ask("/oauth/token", {
      client_id: this.clientId,
      client_secret: this.clientSecret,
      audience: "https://api.mparticle.com",
      grant_type: "client_credentials",
    });
    const answer = asObject(body);
    if (status !== 200 || answer.token_type !== "Bearer" || answer.expires_in !== 28_800) {
      throw new Error(`no token: ${status} ${JSON.stringify(answer)}`);
    }
    this.#token = String(answer.access_token);
    return this.#token;
  }

  /** The whole profile of an MPID. */
  async profile(mpid: string): Promise<JsonObject> {
    return served(await this.byMpid(mpid));
  }

  async byMpid(mpid: string, fields = everything): Promise<Answer> {
    return this.#ask(`/userprofile/v1/1/1/1/${mpid}?fields=${fields}`);
  }

  /** The whole profile of a customer ID. */
  async ofCustomer(customer: string, environment = "production"): Promise<JsonObject> {
    return served(await this.resolve(customer, environment));
  }

  async resolve(customer: string, environment = "production"): Promise<Answer> {
    const identity = { type: "customer_id", value: customer };
    const asked = { environment_type: environment, identity };
    return this.#ask(`/userprofile/v1/resolve/1/1/1?fields=${everything}`, asked);
  }

  /** Everybody who holds an identity. */
  async search(type: string, value: string): Promise<JsonObject[]> {
    const asked = { identity: { type, encoding: "none", value } };
    const found = served(await this.#ask("/v1/app/1/consumerprofile/search", asked));
    return asList(found.consumer_profiles).map(asObject);
  }

  /** The batches of a user, newest first. */
  async history(mpid: string): Promise<JsonObject[]> {
    // The number is put in as text: JavaScript has none so large.
    const { status, body } = await this.#ask(
      "/v1/app/1/events/search",
      `{"user_id":${mpid},"max_record_count":1000}`,
    );
    if (status !== 200) throw new Error(`no history: ${status} ${String(body)}`);
    return asList(body).map(asObject);
  }

  async #ask(path: string, body?: object | string): Promise<Answer> {
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (path !== "/oauth/token") headers.authorization = `Bearer ${await this.token()}`;
    const text = typeof body === "object" ? JSON.stringify(body) : body;
    const method = text === undefined ? "GET" : "POST";
    const answer = await fetch(this.url + path, {
      method,
      headers,
      ...(text !== undefined && { body: text }),
    });
    const answered = await answer.text();
    return { status: answer.status, body: answered === "" ? null : parseExact(answered) };
  }
}

/** The identities of a list, `type=value`, in order of the alphabet; all must be in the clear. */
export function identities(list: Json | undefined): string[] {
  return asList(list)
    .map((entry) => asObject(entry) as unknown as ProfileIdentity)
    .map(({ type, encoding, value }) => `${type}${encoding === "none" ? "" : `(${encoding})`}=${value}`)
    .sort();
}

function served({ status, body }: Answer): JsonObject {
  if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return asObject(body);
}
