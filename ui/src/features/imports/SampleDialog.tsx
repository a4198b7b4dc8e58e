/** Loads the sample shop: which size, over how long. */

import { FlaskConical } from "lucide-react";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { countText } from "../../components/numbers";
import { Segmented } from "../../components/Segmented";
import { SampleSizeChoice } from "./SampleSizeChoice";
import { useSampleChoice } from "./useSampleChoice";

export function SampleDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const choice = useSampleChoice();
  const load = () => choice.load(onClose);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Which sample shop?"
      width={480}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" icon={FlaskConical} busy={choice.busy} onClick={load}>
            Load {countText(choice.size.users)} users
          </Button>
        </>
      }
    >
      <p>
        An outdoor shop with visits, log-ins, orders and refunds, on the web, phones and tills. It is made on this
        computer and ends with yesterday.
      </p>
      <SampleSizeChoice size={choice.size} period={choice.period} onChoose={choice.setSize} />
      <SamplePeriodChoice choice={choice} />
      {choice.problem && (
        <p className="sample-problem neg" role="alert">
          {choice.problem}
        </p>
      )}
    </Dialog>
  );
}

function SamplePeriodChoice({ choice }: { choice: ReturnType<typeof useSampleChoice> }) {
  return (
    <div className="line-up">
      <span className="t3">Over</span>
      <Segmented
        label="Period of the shop"
        value={`${choice.period.days}`}
        options={choice.periods.map(({ days, words }) => ({ value: `${days}`, words }))}
        onChoose={choice.setDays}
      />
    </div>
  );
}
