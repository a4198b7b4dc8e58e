/** All keys that work right now, by screen. Opened with `?`. */

import { Dialog } from "./Dialog";
import { Kbd } from "./Kbd";
import { capsOf } from "./keyStroke";
import { currentShortcuts } from "./shortcuts";
import { singleKeys } from "./singleKeys";
import "./KeysDialog.css";

export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const letters = singleKeys.use();
  return (
    <Dialog open={open} onClose={onClose} title="Keys" width={720}>
      {!letters && <p className="keys-off">Keys of one letter are switched off in Settings, Appearance.</p>}
      <div className="keys-groups">
        {open &&
          currentShortcuts().map((group) => (
            <section key={group.title}>
              <h3>{group.title}</h3>
              <dl>
                {group.shortcuts.map((shortcut) => (
                  <div key={`${shortcut.keys} ${shortcut.does}`}>
                    <dt>{shortcut.does}</dt>
                    <dd>
                      <Kbd keys={capsOf(shortcut.keys)} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  );
}
