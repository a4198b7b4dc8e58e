import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type {
  CreateInput,
  InputRefusalView,
  MadeKeyView,
  StatusView,
} from "../../../ui/src/api/generated/admin.ts";
import { rpc } from "../../e2e/harness/rpc.ts";
import { type Server, startServer } from "../../e2e/harness/server.ts";
import { ProfileReader } from "./profileReader.ts";

/** How much the engine holds. */
export type Totals = Pick<StatusView, "batches" | "events" | "profiles">;

/** A running engine on an empty folder, and what its operator makes in Settings. */
export class Engine {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Engine> {
    return new Engine(await startServer(await mkdtemp(path.join(os.tmpdir(), "uav-clients-"))));
  }

  /** Its address, `http://127.0.0.1:12345`. */
  get url(): string {
    return this.#server.url;
  }

  /** The folder of its data. */
  get folder(): string {
    return this.#server.folder;
  }

  /** Makes an input and its first key; without further words for a server, and for real data. */
  input(wish: Partial<CreateInput> & Pick<CreateInput, "name">): Promise<MadeKeyView> {
    return rpc(this.url, "input_create", {
      workspace: 1,
      kind: "platform",
      platform: "server",
      environment: "production",
      ...wish,
    });
  }

  /** Somebody who may read these workspaces. */
  async reader(workspaces = [1]): Promise<ProfileReader> {
    const made = await rpc(this.url, "credential_create", { name: "Tests", workspaces });
    return new ProfileReader(this.url, made.credential.client_id, made.client_secret);
  }

  async totals(): Promise<Totals> {
    const { batches, events, profiles } = await rpc(this.url, "engine_status", {});
    return { batches, events, profiles };
  }

  /** What was not taken, newest first. */
  async refusals(): Promise<InputRefusalView[]> {
    return (await rpc(this.url, "input_refusals", { input: null, cursor: null, limit: 100 })).refusals;
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
