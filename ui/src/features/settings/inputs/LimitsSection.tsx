/** How much may come in a second; clients that send more are told when to come again. */

import { type FormEvent, useState } from "react";
import type { LimitsView } from "../../../api/generated/admin";
import { useAct, useCommand } from "../../../api/queries";
import { Button } from "../../../components/Button";
import { ErrorState } from "../../../components/ErrorState";
import { FaultText } from "../../../components/FaultText";
import { countText } from "../../../components/numbers";
import { SkeletonRows } from "../../../components/SkeletonRows";
import { TextField } from "../../../components/TextField";
import { toast } from "../../../components/toasts";
import { LIMIT_FAULT, LIMITS, readLimit, sameLimits } from "./limits";

export function LimitsSection() {
  const limits = useCommand("limits_get", {});
  return (
    <section className="inputs-pane-section" aria-label="Limits">
      <div className="section-head">
        <h2>Limits</h2>
        <span className="section-count">a second, over all</span>
      </div>
      {limits.isError && (
        <ErrorState
          error={limits.error}
          title="The limits could not be read"
          onRetry={() => void limits.refetch()}
          busy={limits.isFetching}
        />
      )}
      {limits.isPending && <SkeletonRows says="Reading the limits" rows={3} height={28} bars={[30, 30]} />}
      {limits.data && <LimitsForm limits={limits.data} />}
    </section>
  );
}

type Texts = Readonly<Partial<Record<keyof LimitsView, string>>>;

function LimitsForm({ limits }: { limits: LimitsView }) {
  const set = useAct("limits_set");
  const [typed, setTyped] = useState<Texts>({});
  const textOf = (name: keyof LimitsView) => typed[name] ?? (limits[name] === null ? "" : countText(limits[name]));
  const read = LIMITS.map(({ name }) => [name, readLimit(textOf(name))] as const);
  const wrong = read.some(([, limit]) => limit === undefined);
  const wished = Object.fromEntries(read.map(([name, limit]) => [name, limit ?? null])) as unknown as LimitsView;
  const changed = wrong || !sameLimits(wished, limits);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (wrong || !changed) return;
    set.mutate(wished, {
      onSuccess: () => {
        setTyped({});
        toast({ title: "Limits saved", description: "In force from now on" });
      },
    });
  };
  return (
    <form className="inputs-pane-body inputs-limits" onSubmit={save}>
      {read.map(([name, limit]) => (
        <div key={name} className="inputs-limit">
          <span>{LIMITS.find((each) => each.name === name)?.words}</span>
          <TextField
            label={`${LIMITS.find((each) => each.name === name)?.words} a second`}
            inputMode="numeric"
            placeholder="no limit"
            value={textOf(name)}
            onText={(text) => setTyped({ ...typed, [name]: text })}
            fault={limit === undefined ? LIMIT_FAULT : undefined}
            maxLength={16}
          />
        </div>
      ))}
      <FaultText>{wrong ? LIMIT_FAULT : set.error?.message}</FaultText>
      {changed ? (
        <div className="line-up inputs-limits-acts">
          <Button onClick={() => setTyped({})}>Discard</Button>
          <Button type="submit" busy={set.isPending} disabled={wrong}>
            Save the limits
          </Button>
        </div>
      ) : (
        <p className="t3">Who sends more gets 429 and the seconds to wait. Empty is as much as can be stored.</p>
      )}
    </form>
  );
}
