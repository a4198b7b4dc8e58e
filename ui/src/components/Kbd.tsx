/** Keys as small caps: `<Kbd keys={["mod", "k"]} />`. */

import { keyName } from "./keyNames";
import "./Kbd.css";

export function Kbd({ keys }: { keys: readonly string[] }) {
  return (
    <span className="kbd-keys">
      {keys.map((key) => (
        <kbd key={key} className="kbd">
          {keyName(key)}
        </kbd>
      ))}
    </span>
  );
}
