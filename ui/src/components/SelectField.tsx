/** One of many, by the system's own list. */

import { ChevronsUpDown } from "lucide-react";
import "./SelectField.css";

export interface SelectFieldProps<T extends string | number> {
  label: string;
  value: T;
  options: readonly { value: T; words: string }[];
  onChoose: (value: T) => void;
}

export function SelectField<T extends string | number>({ label, value, options, onChoose }: SelectFieldProps<T>) {
  return (
    <span className="select-field">
      <select
        aria-label={label}
        value={value}
        onChange={({ target }) => {
          const chosen = options[target.selectedIndex];
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
      <ChevronsUpDown size={12} aria-hidden />
    </span>
  );
}
