/** For which data a key is. */

import type { KeyEnvironment } from "../../../api/generated/admin";
import { Segmented } from "../../../components/Segmented";

const OPTIONS = [
  { value: "production", words: "Production" },
  { value: "development", words: "Development" },
  { value: "both", words: "Both" },
] as const;

const NOTES: Readonly<Record<KeyEnvironment, string>> = {
  production: "Real users alone; test data is refused.",
  development: "Test data alone; real users are refused.",
  both: "Each batch says which it is.",
};

export function EnvironmentChoice({
  value,
  onChoose,
}: {
  value: KeyEnvironment;
  onChoose: (environment: KeyEnvironment) => void;
}) {
  return (
    <>
      <Segmented label="Environment of the key" value={value} options={OPTIONS} onChoose={onChoose} />
      <p className="t3">{NOTES[value]}</p>
    </>
  );
}
