/** The one box, and under it a chip for each identity type with the number of its matches. */

import { Check, Search } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";
import { FilterChip } from "../../components/FilterChip";
import { counted } from "../../components/numbers";
import { Spinner } from "../../components/Spinner";
import { TextField } from "../../components/TextField";
import { optionId } from "../../components/VirtualList";
import type { UsersAddress } from "./usersAddress";
import type { UserSearch } from "./useUserSearch";

export interface SearchBoxProps {
  text: string;
  onText: (text: string) => void;
  address: UsersAddress;
  onAddress: (change: UsersAddress) => void;
  found: UserSearch;
  profiles: number | undefined;
  /** The list that the keys of the box drive, and the row at its cursor. */
  list: string;
  cursor: string | null;
  onKey: (event: KeyboardEvent) => void;
  ref: Ref<HTMLInputElement>;
}

export function SearchBox({
  text,
  onText,
  address,
  onAddress,
  found,
  profiles,
  list,
  cursor,
  onKey,
  ref,
}: SearchBoxProps) {
  const listed = found.rows.length > 0;
  return (
    <search className="users-search">
      <TextField
        big
        clearable
        icon={Search}
        label="Search users"
        placeholder="Any part of an email, customer ID, phone, device or MPID"
        value={text}
        onText={onText}
        ref={ref}
        autoFocus
        onKeyDown={onKey}
        role="combobox"
        aria-expanded={listed}
        aria-controls={listed ? list : undefined}
        aria-activedescendant={listed && cursor !== null ? optionId(list, cursor) : undefined}
        after={<Took found={found} profiles={profiles} />}
      />
      {found.query !== "" && <KindChips address={address} onAddress={onAddress} found={found} onKey={onKey} />}
    </search>
  );
}

function Took({ found, profiles }: { found: UserSearch; profiles: number | undefined }) {
  const { totals, query } = found;
  if (query !== "" && totals) {
    return (
      <span className="users-took">
        {found.stale && <Spinner />}
        {counted(totals.searched, "profile")} · {tookText(totals.took_us)}
      </span>
    );
  }
  return <span className="users-took">{profiles !== undefined && counted(profiles, "profile")}</span>;
}

/** `6 ms`; what is faster than one says so. */
function tookText(us: number): string {
  return us < 1000 ? "under 1 ms" : `${Math.round(us / 1000)} ms`;
}

type KindChipsProps = Pick<SearchBoxProps, "address" | "onAddress" | "found" | "onKey">;

function KindChips({ address, onAddress, found, onKey }: KindChipsProps) {
  const kinds = found.totals?.kinds ?? [];
  const choose = (kind: string | undefined) => {
    const { kind: _before, ...rest } = address;
    onAddress(kind === undefined ? rest : { ...rest, kind });
  };
  const toggleFormer = () => {
    const { former, ...rest } = address;
    onAddress(former === false ? rest : { ...rest, former: false });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows go on to the list below.
    <div className={found.stale ? "users-chips stale" : "users-chips"} onKeyDown={onKey}>
      <FilterChip
        on={address.kind === undefined}
        count={found.totals ? found.matches : undefined}
        onClick={() => choose(undefined)}
      >
        <b>All</b>
      </FilterChip>
      {kinds.map((kind) => (
        <FilterChip
          key={kind.kind}
          on={address.kind === kind.kind}
          count={kind.count}
          onClick={() => choose(address.kind === kind.kind ? undefined : kind.kind)}
        >
          {kind.count > 0 ? <b>{kind.label}</b> : kind.label}
        </FilterChip>
      ))}
      <span className="spring" />
      <button
        type="button"
        className={address.former === false ? "filter-chip filter-chip-zero" : "filter-chip"}
        aria-pressed={address.former !== false}
        onClick={toggleFormer}
      >
        {address.former !== false && <Check size={12} aria-hidden />}
        Include former
      </button>
    </div>
  );
}
