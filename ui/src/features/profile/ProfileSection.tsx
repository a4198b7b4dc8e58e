/** A part of the profile: its name, how many there are, its tools, its rows. */

import { Braces } from "lucide-react";
import { type ReactNode, useId } from "react";
import { IconButton } from "../../components/IconButton";
import type { JsonPart } from "./profileAddress";
import { partTitle } from "./sectionJson";

export interface ProfileSectionProps {
  title: string;
  /** `5, 1 former` */
  count?: ReactNode;
  /** What stands at the right of the head. */
  tools?: ReactNode;
  /** The part that can be seen as JSON. */
  part?: JsonPart;
  onJson?: (part: JsonPart) => void;
  className?: string;
  children: ReactNode;
}

export function ProfileSection({ title, count, tools, part, onJson, className, children }: ProfileSectionProps) {
  const heading = useId();
  return (
    <section className={`profile-section ${className ?? ""}`} aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{title}</h2>
        {count !== undefined && <span className="section-count">{count}</span>}
        <span className="spring" />
        {tools}
        {part && onJson && (
          <IconButton icon={Braces} label={`${partTitle(part)} as JSON`} onClick={() => onJson(part)} />
        )}
      </div>
      {children}
    </section>
  );
}

/** What a section says when it has nothing to show. */
export function NothingYet({ children }: { children: ReactNode }) {
  return <p className="profile-nothing">{children}</p>;
}
