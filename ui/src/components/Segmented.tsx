/** One of a few ways to see the same thing. */

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import "./Segmented.css";

export interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; words: ReactNode }[];
  onChoose: (value: T) => void;
}

export function Segmented<T extends string>({ label, value, options, onChoose }: SegmentedProps<T>) {
  return (
    <RadioGroup className="segmented" aria-label={label} value={value} onValueChange={(next) => onChoose(next as T)}>
      {options.map((option) => (
        <Radio.Root key={option.value} value={option.value} className="segment">
          {option.words}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
