/** What an input is, and how its keys may call IDSync. */

import type { InputView } from "../../../api/generated/admin";
import { useAct } from "../../../api/queries";
import { Switch } from "../../../components/Switch";
import { Time } from "../../../components/Time";
import { toast } from "../../../components/toasts";
import { whyNot } from "../../../components/whyNot";
import { useWorkspace } from "../../../operator/workspace";

export function InputFacts({ input }: { input: InputView }) {
  const { workspaces } = useWorkspace();
  const workspace = workspaces.find((each) => each.id === input.workspace)?.name ?? `Workspace ${input.workspace}`;
  return (
    <div className="inputs-facts">
      <dl className="facts-grid">
        <dt>Workspace</dt>
        <dd>{workspace}</dd>
        <dt>Made</dt>
        <dd>
          <Time ms={input.created_ms} form="both" />
        </dd>
      </dl>
      {input.kind === "platform" && <KeyAlone input={input} />}
    </div>
  );
}

function KeyAlone({ input }: { input: InputView }) {
  const update = useAct("input_update");
  const become = (on: boolean) =>
    update.mutate(
      { id: input.id, name: input.name, key_alone: on },
      {
        onSuccess: () => toast({ title: on ? "The key is enough now" : "The secret is asked for now" }),
        onError: (fault) => toast({ title: "Nothing was changed", description: whyNot(fault), kind: "error" }),
      },
    );
  return (
    <div className="inputs-alone">
      <Switch on={input.key_alone} onChange={become}>
        The key is enough to call IDSync
        <span className="settings-more">
          {input.key_alone
            ? "Whoever knows the key, and everybody can read it in a web page, may ask who a user is and change identities."
            : "Each request proves that it knows the secret: with it, or with a signature. Web pages cannot and need this switched on."}
        </span>
      </Switch>
    </div>
  );
}
