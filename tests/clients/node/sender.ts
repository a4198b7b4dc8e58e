import mParticle, { type EventsApi } from "mparticle";

/** What the library's callback was told. */
export interface Told {
  /** 202 stands for success, which it tells by no error. */
  status: number;
  /** The engine's words, if it had any. */
  words: string;
}

/** A back end that sends with the server library. */
export class Sender {
  readonly #api: EventsApi;

  constructor(url: string, key: string, secret?: string) {
    this.#api = new mParticle.EventsApi(new mParticle.Configuration(key, secret));
    this.#api.apiClient.basePath = `${url}/v2`;
  }

  single(batch: unknown): Promise<Told> {
    return new Promise((resolve) => this.#api.uploadEvents(batch, (error) => resolve(told(error))));
  }

  bulk(batches: unknown): Promise<Told> {
    return new Promise((resolve) => this.#api.bulkUploadEvents(batches, (error) => resolve(told(error))));
  }
}

function told(error: (Error & { status?: number; response?: { text: string } }) | null): Told {
  if (error === null) return { status: 202, words: "" };
  return { status: error.status ?? 0, words: error.response?.text ?? error.message };
}
