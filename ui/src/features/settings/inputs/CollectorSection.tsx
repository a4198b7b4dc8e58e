/** The door that SDKs send to: its address, and in the window whether it is open. */

import { useState } from "react";
import type { CollectorView } from "../../../api/generated/admin";
import { useAct, useCommand } from "../../../api/queries";
import { Button } from "../../../components/Button";
import { Chip } from "../../../components/Chip";
import { CopyButton } from "../../../components/CopyButton";
import { ErrorState } from "../../../components/ErrorState";
import { FaultText } from "../../../components/FaultText";
import { Notice } from "../../../components/Notice";
import { SkeletonRows } from "../../../components/SkeletonRows";
import { Switch } from "../../../components/Switch";
import { TextField } from "../../../components/TextField";
import { toast } from "../../../components/toasts";
import { whyNot } from "../../../components/whyNot";
import { DEFAULT_PORT, portFault, readPort } from "./port";

export function CollectorSection() {
  const door = useCommand("collector_get", {});
  return (
    <section className="inputs-pane-section" aria-label="Where SDKs send to">
      <div className="section-head">
        <h2>Where SDKs send to</h2>
        <span className="spring" />
        {door.data && <DoorState door={door.data} />}
      </div>
      {door.isError && (
        <ErrorState
          error={door.error}
          title="The door could not be looked at"
          onRetry={() => void door.refetch()}
          busy={door.isFetching}
        />
      )}
      {door.isPending && <SkeletonRows says="Looking at the door" rows={2} height={28} bars={[60]} />}
      {door.data && (door.data.can_switch ? <Switched door={door.data} /> : <AlwaysOpen />)}
    </section>
  );
}

function DoorState({ door }: { door: CollectorView }) {
  if (door.fault !== null) return <Chip tone="neg">not open</Chip>;
  if (!door.can_switch) return <Chip tone="pos">always open</Chip>;
  return door.on ? <Chip tone="pos">open</Chip> : <Chip tone="outline">closed</Chip>;
}

function Address({ origin }: { origin: string }) {
  return (
    <p className="inputs-address">
      <span className="mono">{origin}</span>
      <CopyButton text={origin} what="address" />
    </p>
  );
}

function AlwaysOpen() {
  return (
    <div className="inputs-pane-body">
      <Address origin={window.location.origin} />
      <p className="t2">
        A server’s door is always open, at its own address. SDKs, feeds and readers of the API all use it; who has no
        key comes in nowhere.
      </p>
    </div>
  );
}

/** In the window: a loopback port that the operator opens. */
function Switched({ door }: { door: CollectorView }) {
  const set = useAct("collector_set");
  const [typed, setTyped] = useState<string>();
  const [tried, setTried] = useState(false);
  const text = typed ?? String(door.port ?? DEFAULT_PORT);
  const wrong = portFault(text);
  const become = (on: boolean) => {
    setTried(true);
    if (wrong) return;
    set.mutate(
      { on, port: readPort(text) },
      {
        onSuccess: () => setTyped(undefined),
        onError: (fault) => toast({ title: "The door is as it was", description: whyNot(fault), kind: "error" }),
      },
    );
  };
  const moved = wrong === undefined && readPort(text) !== door.port;
  return (
    <div className="inputs-pane-body">
      <Switch on={door.on} onChange={become}>
        Let SDKs on this computer send to it
        <span className="settings-more">Stays so when the program starts again.</span>
      </Switch>
      <form
        className="line-up"
        onSubmit={(event) => {
          event.preventDefault();
          become(door.on);
        }}
      >
        <span className="t3 s12">Port</span>
        <span className="inputs-port">
          <TextField
            label="Port"
            inputMode="numeric"
            value={text}
            onText={setTyped}
            fault={tried ? wrong : undefined}
            maxLength={5}
          />
        </span>
        {moved && (
          <Button type="submit" busy={set.isPending}>
            {door.on ? "Move the door there" : "Use this port"}
          </Button>
        )}
      </form>
      <FaultText>{tried ? wrong : undefined}</FaultText>
      {door.fault !== null && <Notice tone="neg">{door.fault}</Notice>}
      {door.address !== null && <Address origin={door.address} />}
      {!door.on && <p className="t2">Closed: nothing comes in but what is imported here.</p>}
    </div>
  );
}
