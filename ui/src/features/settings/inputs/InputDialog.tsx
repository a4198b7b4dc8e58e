/** Makes an input with its first key. */

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { InputView, KeyEnvironment } from "../../../api/generated/admin";
import { useAct } from "../../../api/queries";
import { Button } from "../../../components/Button";
import { Dialog } from "../../../components/Dialog";
import { FaultText } from "../../../components/FaultText";
import { Segmented } from "../../../components/Segmented";
import { SelectField } from "../../../components/SelectField";
import { TextField } from "../../../components/TextField";
import { useWorkspace } from "../../../operator/workspace";
import { nameFault } from "../name";
import { EnvironmentChoice } from "./EnvironmentChoice";
import { PLATFORMS } from "./inputKinds";
import { showOnce } from "./madeKeys";
import { PlatformTiles } from "./PlatformTiles";

export interface InputDialogProps {
  open: boolean;
  onClose: () => void;
  inputs: readonly InputView[];
  onMade: (id: number) => void;
}

type Kind = "platform" | "custom_feed" | "partner_feed";

const KINDS = [
  { value: "platform", words: "Platform" },
  { value: "custom_feed", words: "Feed" },
  { value: "partner_feed", words: "Partner’s feed" },
] as const;

const KIND_NOTES: Readonly<Record<Kind, string>> = {
  platform: "An application that people use; its keys may also call IDSync.",
  custom_feed: "Your own back end, or a warehouse.",
  partner_feed: "Somebody else’s system; it may not change consent.",
};

const START = { kind: "platform" as Kind, platform: "web", environment: "production" as KeyEnvironment };

/** The name that is offered until one is typed. */
function offered(kind: Kind, platform: string): string {
  return kind === "platform" ? (PLATFORMS.find((each) => each.platform === platform)?.name ?? "") : "";
}

export function InputDialog({ open, onClose, inputs, onMade }: InputDialogProps) {
  const create = useAct("input_create");
  const { workspaces, workspace: current } = useWorkspace();
  const [{ kind, platform, environment }, setChosen] = useState(START);
  const [workspace, setWorkspace] = useState<number>();
  const [typed, setTyped] = useState<string>();
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog begins anew each time that it opens.
  useEffect(() => {
    if (!open) return;
    setChosen(START);
    setWorkspace(undefined);
    setTyped(undefined);
    setTried(false);
    create.reset();
  }, [open]);

  const place = workspace ?? current?.id ?? 1;
  const name = typed ?? offered(kind, platform);
  const taken = inputs.filter((input) => input.workspace === place).map((input) => input.name);
  const wrong = nameFault("input", name, taken);
  const fault = tried ? (wrong ?? create.error?.message) : create.error?.message;
  const make = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) return field.current?.focus();
    const request = { workspace: place, name: name.trim(), kind, environment };
    create.mutate(
      { ...request, platform: kind === "platform" ? platform : "feed" },
      {
        onSuccess: (made) => {
          showOnce(made);
          onClose();
          onMade(made.input);
        },
      },
    );
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      keepOpen
      width={520}
      title="New input"
      focus={field}
      actions={
        <>
          <Button keys={["Escape"]} onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form="input-form" busy={create.isPending}>
            Make the input
          </Button>
        </>
      }
    >
      <form id="input-form" onSubmit={make} className="settings-fields">
        <Field name="Kind" note={KIND_NOTES[kind]}>
          <Segmented
            label="Kind"
            value={kind}
            options={KINDS}
            onChoose={(next) => setChosen({ kind: next, platform, environment })}
          />
        </Field>
        {kind === "platform" && (
          <Field name="Platform">
            <PlatformTiles value={platform} onChoose={(next) => setChosen({ kind, platform: next, environment })} />
          </Field>
        )}
        <Field name="Name" {...(fault === undefined ? {} : { fault })}>
          <TextField
            ref={field}
            label="Name of the input"
            placeholder={kind === "platform" ? "Web" : "Store feed"}
            value={name}
            onText={setTyped}
            fault={fault}
            maxLength={200}
          />
        </Field>
        {workspaces.length > 1 && (
          <Field name="Workspace">
            <SelectField
              label="Workspace"
              value={place}
              options={workspaces.map((each) => ({ value: each.id, words: each.name }))}
              onChoose={setWorkspace}
            />
          </Field>
        )}
        <Field name="First key for">
          <EnvironmentChoice
            value={environment}
            onChoose={(next) => setChosen({ kind, platform, environment: next })}
          />
        </Field>
      </form>
    </Dialog>
  );
}

function Field({ name, note, fault, children }: { name: string; note?: string; fault?: string; children: ReactNode }) {
  return (
    <div className="settings-field">
      <span className="settings-field-name">{name}</span>
      <div className="settings-field-body">
        {children}
        {note !== undefined && <p className="t3">{note}</p>}
        <FaultText>{fault}</FaultText>
      </div>
    </div>
  );
}
