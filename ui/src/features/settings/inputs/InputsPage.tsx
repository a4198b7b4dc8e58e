/** The inputs of every workspace, and beside them the door that they come through. */

import { useNavigate } from "@tanstack/react-router";
import { DoorOpen, Plus, Unplug } from "lucide-react";
import { useState } from "react";
import { useCommand } from "../../../api/queries";
import { Button } from "../../../components/Button";
import { Empty } from "../../../components/Empty";
import { ErrorState } from "../../../components/ErrorState";
import { useMediaQuery } from "../../../components/mediaQuery";
import { counted } from "../../../components/numbers";
import { SkeletonRows } from "../../../components/SkeletonRows";
import { SplitPane } from "../../../components/SplitPane";
import { useShortcuts } from "../../../components/shortcuts";
import { useWorkspace } from "../../../operator/workspace";
import { SettingsScreen } from "../SettingsScreen";
import { CollectorSection } from "./CollectorSection";
import { InputDialog } from "./InputDialog";
import { InputList } from "./InputList";
import { keysInUse } from "./inputKinds";
import { LimitsSection } from "./LimitsSection";
import "./inputs.css";

export function InputsPage() {
  const list = useCommand("inputs_list", {});
  const inputs = list.data?.inputs ?? [];
  const { workspaces } = useWorkspace();
  const [making, setMaking] = useState(false);
  const [door, setDoor] = useState(false);
  const narrow = useMediaQuery("(max-width: 1151px)");
  const navigate = useNavigate();
  const open = (id: number) => void navigate({ to: "/settings/inputs/$input", params: { input: String(id) } });
  useShortcuts("Inputs", [
    { keys: "n", does: "New input", run: () => setMaking(true) },
    { keys: "Enter", does: "Open the input" },
    { keys: "space", does: "Where SDKs send to, in a narrow window", run: () => setDoor(!door), enabled: narrow },
  ]);
  const keys = inputs.reduce((sum, input) => sum + keysInUse(input).length, 0);
  return (
    <SettingsScreen
      name="Inputs"
      whole
      keys={[
        { keys: ["arrowup", "arrowdown"], does: "move" },
        { keys: ["enter"], does: "open" },
        { keys: ["n"], does: "new" },
      ]}
      sum={list.data && `${counted(inputs.length, "input")}, ${counted(keys, "key")} in use`}
      actions={
        <>
          {narrow && (
            <Button icon={DoorOpen} aria-expanded={door} onClick={() => setDoor(!door)}>
              Where SDKs send to
            </Button>
          )}
          <Button kind="primary" icon={Plus} keys={["n"]} onClick={() => setMaking(true)}>
            New input
          </Button>
        </>
      }
    >
      <SplitPane
        name="inputs"
        label="Where SDKs send to"
        width={[304, 400]}
        overlayOpen={door}
        onOverlayClose={() => setDoor(false)}
        pane={
          <>
            <CollectorSection />
            <LimitsSection />
          </>
        }
      >
        {list.isError ? (
          <ErrorState
            error={list.error}
            title="The inputs could not be read"
            onRetry={() => void list.refetch()}
            busy={list.isFetching}
          />
        ) : list.isPending ? (
          <SkeletonRows says="Reading the inputs" bars={[24, 14, 22]} />
        ) : inputs.length === 0 ? (
          <Empty
            icon={Unplug}
            title="No inputs yet"
            actions={
              <Button icon={Plus} onClick={() => setMaking(true)}>
                New input
              </Button>
            }
          >
            An input is an application or a feed that sends data here, with keys of its own. Imported files make theirs
            by themselves.
          </Empty>
        ) : (
          <InputList inputs={inputs} workspaces={workspaces} onOpen={open} />
        )}
      </SplitPane>
      <InputDialog open={making} onClose={() => setMaking(false)} inputs={inputs} onMade={open} />
    </SettingsScreen>
  );
}
