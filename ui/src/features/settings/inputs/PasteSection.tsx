/** A new key with its secret, once, and the snippets filled with it; later the snippets with a blank for the secret. */

import { useState } from "react";
import type { InputView } from "../../../api/generated/admin";
import { Notice } from "../../../components/Notice";
import { OnceBox } from "../../../components/OnceBox";
import { SelectField } from "../../../components/SelectField";
import { shortId } from "../../../components/shortId";
import { useServerAddress } from "../../reference/useServerAddress";
import { environmentWords, isFeed, keysInOrder, keysInUse } from "./inputKinds";
import { forget, useMadeKey } from "./madeKeys";
import { SnippetTabs } from "./SnippetTabs";
import { SECRET_BLANK, snippetsFor } from "./snippets";

export function PasteSection({ input }: { input: InputView }) {
  const made = useMadeKey(input.id);
  const { origin, open } = useServerAddress();
  const keys = keysInOrder(keysInUse(input));
  const [chosen, setChosen] = useState<string>();
  const usual = keys.find((each) => each.environment !== "development") ?? keys[0];
  const key = made ?? keys.find((each) => each.key === chosen) ?? usual;
  return (
    <div className="inputs-paste">
      {made && (
        <OnceBox
          title="New key, made just now"
          parts={[
            { name: "Key", value: made.key },
            { name: "Secret", value: made.secret },
          ]}
          onKept={() => forget(made.key)}
        >
          Lets {environmentWords(made.environment)} data in. The secret is shown this once and kept only as a hash.
        </OnceBox>
      )}
      {!open && <Notice tone="warn">The door for SDKs is closed: open it under Inputs before anything is sent.</Notice>}
      <div className="inputs-paste-head">
        <h2>Ready to paste</h2>
        <span className="spring" />
        {!made && keys.length > 1 && key && (
          <SelectField
            label="Key in the snippets"
            value={key.key}
            options={keys.map((each) => ({
              value: each.key,
              words: `${shortId(each.key)}, ${environmentWords(each.environment)}`,
            }))}
            onChoose={setChosen}
          />
        )}
      </div>
      {key === undefined ? (
        <p className="t2 s12">Make a key first: the snippets are filled with it.</p>
      ) : (
        <SnippetTabs
          snippets={snippetsFor(input.platform, isFeed(input.kind), {
            origin,
            key: key.key,
            secret: made?.secret ?? SECRET_BLANK,
            environment: key.environment,
          })}
        />
      )}
    </div>
  );
}
