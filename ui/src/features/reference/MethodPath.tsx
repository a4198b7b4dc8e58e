/** A method and a path. What a caller puts into the path is paler. */

import { pathPieces } from "./operations";

export function MethodTag({ method }: { method: string }) {
  return <span className={`reference-method ${method === "GET" ? "reference-method-get" : ""}`}>{method}</span>;
}

export function PathWords({ path }: { path: string }) {
  let at = 0;
  return pathPieces(path).map(({ text, isBlank }) => {
    const key = at;
    at += text.length;
    return (
      <span key={key} className={isBlank ? "reference-blank" : undefined}>
        {text}
      </span>
    );
  });
}
