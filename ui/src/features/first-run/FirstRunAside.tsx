/** Where there is room: what is in the sample, and where the data is. */

import { Activity, Fingerprint, type LucideIcon, Smartphone, TriangleAlert, Users } from "lucide-react";
import { useCommand } from "../../api/queries";
import { CopyButton } from "../../components/CopyButton";

const PARTS: readonly { icon: LucideIcon; title: string; words: string }[] = [
  {
    icon: Users,
    title: "A person, whole",
    words: "Every identity, device, order and consent of one user on one screen",
  },
  {
    icon: Fingerprint,
    title: "From anonymous to known",
    words: "Visitors who log in later, on this device or on another",
  },
  {
    icon: Smartphone,
    title: "Several devices each",
    words: "A website, two apps and two feeds, each an input of its own",
  },
  { icon: Activity, title: "A timeline", words: "Sessions, screens, searches, purchases and refunds, to the second" },
  {
    icon: TriangleAlert,
    title: "Some dirt",
    words: "Batches that come late and batches that come twice: what real data has",
  },
];

export function FirstRunAside() {
  const { data: storage } = useCommand("storage_get", {});
  return (
    <aside className="first-run-aside">
      <h2>In the sample</h2>
      <ul>
        {PARTS.map((part) => (
          <li key={part.title}>
            <part.icon size={16} aria-hidden />
            <div>
              <b>{part.title}</b>
              <p className="t2">{part.words}</p>
            </div>
          </li>
        ))}
      </ul>
      {storage && (
        <>
          <h3>Where it is</h3>
          <dl className="facts-grid">
            <dt>Data</dt>
            <dd className="line-up">
              <span className="mono trunc" title={storage.path}>
                {storage.path}
              </span>
              <CopyButton text={storage.path} what="path" />
            </dd>
            <dt>Store</dt>
            <dd>{storage.engine}</dd>
            <dt>Network</dt>
            <dd>nothing leaves this computer</dd>
          </dl>
        </>
      )}
    </aside>
  );
}
