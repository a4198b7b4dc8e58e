import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** A key and the certificate that it signed itself. */
export interface Certificate {
  key: string;
  cert: string;
}

const run = promisify(execFile);

/** Makes a certificate for loopback, good for two days. */
export async function makeCertificate(): Promise<Certificate> {
  const { stdout } = await run("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
    ...["-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
    ...["-keyout", "-", "-out", "-"],
  ]);
  const part = (name: string) =>
    new RegExp(`-----BEGIN ${name}-----[^]+?-----END ${name}-----`).exec(stdout)?.[0] ?? "";
  return { key: part("PRIVATE KEY"), cert: part("CERTIFICATE") };
}
