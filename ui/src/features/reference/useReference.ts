/** The contract as the engine gives it, read once. */

import { useMemo } from "react";
import { useCommand } from "../../api/queries";
import { parseExact } from "./exactJson";
import { isOpenApi, type OpenApi } from "./openapi";
import { type Operation, operationsOf } from "./operations";

export interface Contract {
  doc: OpenApi;
  operations: Operation[];
  /** The document as text, to be saved. */
  text: string;
}

/** The contract, or why what came is none. */
function readContract(text: string): Contract | Error {
  try {
    const doc = parseExact(text);
    if (!isOpenApi(doc)) return new Error("The engine gave a document that is no OpenAPI.");
    return { doc, operations: operationsOf(doc), text };
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
}

export function useReference() {
  const query = useCommand("api_reference", {}, { fixed: true });
  const text = query.data?.json;
  const read = useMemo(() => (text === undefined ? undefined : readContract(text)), [text]);
  return {
    contract: read instanceof Error ? undefined : read,
    error: query.error ?? (read instanceof Error ? read : null),
    busy: query.isFetching,
    retry: () => void query.refetch(),
  };
}
