/** What a body is: its type in a line, and what is inside as a tree. */

import type { Media, OpenApi } from "./openapi";
import { Words } from "./Prose";
import { Facts, SchemaTree } from "./SchemaTree";
import { schemaRoot } from "./schemaTree";

export interface ContentSchemaProps {
  doc: OpenApi;
  media: Media;
  /** What it is, for the tree's name: "Body". */
  label: string;
}

export function ContentSchema({ doc, media, label }: ContentSchemaProps) {
  if (media.schema === undefined) return null;
  const root = schemaRoot(doc, media.schema);
  return (
    <>
      <p className="reference-whole">
        <code className="reference-code">{root.words}</code>{" "}
        <span className="t2">
          <Words text={root.description} />
        </span>
        <Facts node={root} />
      </p>
      <SchemaTree root={root} label={label} />
    </>
  );
}
