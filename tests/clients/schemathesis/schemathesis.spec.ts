import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Engine } from "../harness/engine.ts";
import { results } from "../harness/places.ts";
import { expect, test } from "../harness/test.ts";
import { run, virtualEnvironment } from "../harness/virtualEnvironment.ts";

/** How long it may go on, in seconds, when nothing is found. */
const budgetS = Number(process.env.UAV_SCHEMATHESIS_SECONDS ?? 150);

/**
 * What every answer must be: no fault of the server, and as described. Which requests are refused is not checked: the
 * contract reads liberally, and the tables of malformed requests say what must be refused.
 */
const checks = [
  "not_a_server_error",
  "status_code_conformance",
  "content_type_conformance",
  "response_headers_conformance",
  "response_schema_conformance",
  "unsupported_method",
  "allow_header_conformance",
];

const folder = path.join(results, "schemathesis");

test("made-up requests find no fault of the server, and no answer that is not described", async ({
  engine,
}) => {
  const programs = await virtualEnvironment(
    "schemathesis",
    path.join(import.meta.dirname, "requirements.txt"),
  );
  const configuration = await writeConfiguration(engine);
  const outcome = await run(
    path.join(programs, "schemathesis"),
    [
      ...["--config-file", configuration, "run", `${engine.url}/openapi.json`],
      ...["--checks", checks.join(","), "--continue-on-failure", "--max-time", `${budgetS}`],
      ...["--report", "junit", "--report-dir", folder, "--warnings", "off"],
    ],
    { cwd: folder, maxBuffer: 64 << 20, env: { ...process.env, NO_COLOR: "1" } },
  ).then(
    ({ stdout }) => ({ found: false, stdout }),
    (fault: { stdout?: string; message: string }) => ({ found: true, stdout: fault.stdout ?? fault.message }),
  );
  await writeFile(path.join(folder, "output.txt"), outcome.stdout);
  expect(outcome.found, outcome.stdout.slice(-20_000)).toBe(false);
  const { batches } = await engine.totals();
  expect(batches, "requests that are right went through").toBeGreaterThan(0);
});

/** Credentials for every kind of door, and ids that exist, so that most requests get past the entrance. */
async function writeConfiguration(engine: Engine): Promise<string> {
  const { key, secret } = await engine.input({ name: "Web", platform: "web", environment: "both" });
  const reader = await engine.reader();
  const mpid = await somebody(engine.url, key);
  const file = path.join(folder, "schemathesis.toml");
  await mkdir(folder, { recursive: true });
  await writeFile(
    file,
    [
      "[parameters]",
      `key = "${key}"`,
      `"path.mpid" = "${mpid}"`,
      'organisation = "1"',
      'account = "1"',
      'workspace = "1"',
      "[auth.openapi.basic]",
      `username = "${key}"`,
      `password = "${secret}"`,
      "[auth.openapi.key]",
      `api_key = "${key}"`,
      "[auth.openapi.token]",
      `bearer = "${await reader.token()}"`,
      "",
    ].join("\n"),
  );
  return file;
}

/** The MPID of a user who is there. */
async function somebody(url: string, key: string): Promise<string> {
  const answer = await fetch(`${url}/v1/identify`, {
    method: "POST",
    headers: { "x-mp-key": key },
    body: JSON.stringify({ environment: "production", known_identities: { customerid: "somebody" } }),
  });
  return ((await answer.json()) as { mpid: string }).mpid;
}
