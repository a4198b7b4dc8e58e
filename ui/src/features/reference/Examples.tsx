/** Examples of a body, one at a time. */

import { useState } from "react";
import { Segmented } from "../../components/Segmented";
import { CodeBlock } from "./CodeBlock";
import { writeExact } from "./exactJson";
import { jsonPieces } from "./jsonPieces";
import type { Media } from "./openapi";

export interface ExampleChoice {
  name: string;
  summary: string;
  value: unknown;
}

export function examplesOf({ examples = {} }: Media): ExampleChoice[] {
  return Object.entries(examples).map(([name, { summary = name, value }]) => ({ name, summary, value }));
}

/** A choice among examples; nothing to choose where there is one. */
export function ExamplePicker({
  examples,
  chosen,
  onChoose,
}: {
  examples: readonly ExampleChoice[];
  chosen: string;
  onChoose: (name: string) => void;
}) {
  if (examples.length < 2) return null;
  return (
    <Segmented
      label="Example"
      value={chosen}
      options={examples.map(({ name, summary }) => ({ value: name, words: summary }))}
      onChoose={onChoose}
    />
  );
}

/** The examples of an answer, one at a time. */
export function AnswerExamples({ media }: { media: Media }) {
  const examples = examplesOf(media);
  const [name, setName] = useState(examples[0]?.name ?? "");
  const chosen = examples.find((one) => one.name === name) ?? examples[0];
  if (chosen === undefined) return null;
  return (
    <>
      <div className="reference-choice">
        <ExamplePicker examples={examples} chosen={chosen.name} onChoose={setName} />
      </div>
      <CodeBlock
        title={examples.length > 1 ? "Example" : chosen.summary}
        what="answer"
        pieces={jsonPieces(typeof chosen.value === "string" ? chosen.value : writeExact(chosen.value))}
      />
    </>
  );
}
