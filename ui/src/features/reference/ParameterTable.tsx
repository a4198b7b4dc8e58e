/** What goes into the path, the query and the headers. */

import { plainExact } from "./exactJson";
import type { OpenApi, Parameter } from "./openapi";
import { Words } from "./Prose";
import { Facts } from "./SchemaTree";
import { schemaRoot } from "./schemaTree";

export function ParameterTable({ doc, parameters }: { doc: OpenApi; parameters: readonly Parameter[] }) {
  return (
    <table className="reference-table">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">In</th>
          <th scope="col">Type</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((parameter) => (
          <Row key={`${parameter.in} ${parameter.name}`} doc={doc} parameter={parameter} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ doc, parameter }: { doc: OpenApi; parameter: Parameter }) {
  const root = schemaRoot(doc, parameter.schema ?? {});
  const inner = parameter.schema?.items ? schemaRoot(doc, parameter.schema.items) : root;
  return (
    <tr>
      <th scope="row" className="mono">
        {parameter.name}
      </th>
      <td className="t2">{parameter.in}</td>
      <td>
        <span className="reference-type">
          {root.words}
          {parameter.required && <span className="reference-required">required</span>}
        </span>
      </td>
      <td className="reference-says">
        <Words text={parameter.description ?? root.description} />
        <Facts node={{ values: inner.values, notes: root.notes }} />
        {parameter.example !== undefined && inner.values.length === 0 && (
          <span className="reference-notes">
            for example <code className="reference-code">{plainExact(parameter.example)}</code>
          </span>
        )}
      </td>
    </tr>
  );
}
