import { useState } from "react";
import { useAct, useCommand } from "../../api/queries";
import { countText } from "../../components/numbers";
import { toast } from "../../components/toasts";
import { whyNot } from "../../components/whyNot";
import { useWorkspace } from "../../operator/workspace";
import { nextSeed, samplePeriods, usualPeriod, usualSize } from "./sampleSizes";

/** Which sample shop is chosen, and the act that loads it. */
export function useSampleChoice() {
  const [size, setSize] = useState(usualSize);
  const [period, setPeriod] = useState(usualPeriod);
  const { workspace } = useWorkspace();
  const { data } = useCommand("imports_list", {});
  const act = useAct("sample_load");
  const load = (then: () => void) => {
    if (!workspace) return;
    const { users } = size;
    const request = { users, days: period.days, seed: nextSeed(data?.jobs ?? []), workspace: workspace.id };
    act.mutate(request, {
      onSuccess: () => {
        toast({ title: "The sample shop is loading", description: `${countText(users)} users, usable as they arrive` });
        then();
      },
    });
  };
  return {
    size,
    setSize,
    period,
    periods: samplePeriods,
    setDays: (days: string) => setPeriod((before) => samplePeriods.find((one) => `${one.days}` === days) ?? before),
    load,
    busy: act.isPending,
    problem: act.error ? whyNot(act.error) : undefined,
  };
}
