/** How a request finds its user: the five named ways, and Custom once anything differs from them. */

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { Strategy, StrategyView } from "../../../api/generated/admin";
import { STRATEGY_MEANINGS, STRATEGY_NAMES } from "./settingWords";

export interface StrategyChoiceProps {
  strategy: Strategy;
  strategies: readonly StrategyView[];
  onChoose: (strategy: StrategyView) => void;
}

const KNOWN = { extend: "extends", create: "anew" } as const;

export function StrategyChoice({ strategy, strategies, onChoose }: StrategyChoiceProps) {
  return (
    <section className="identity-section" aria-label="Strategy">
      <div className="section-head">
        <h2>Strategy</h2>
        <span className="section-count">how a request finds its user</span>
      </div>
      <div className="identity-strategies">
        <div className="cols-head" aria-hidden>
          <span />
          <span>Name</span>
          <span>In short</span>
          <span className="wide">New known user</span>
          <span className="wide">Log-out</span>
          <span className="wide">Log-in needs ID</span>
        </div>
        <RadioGroup
          aria-label="Strategy"
          value={strategy}
          onValueChange={(next) => {
            const chosen = strategies.find((each) => each.strategy === next);
            if (chosen) onChoose(chosen);
          }}
        >
          {strategies.map((each) => (
            <Row key={each.strategy} of={each} />
          ))}
          {strategy === "custom" && (
            <Radio.Root value="custom" className="cols-row compact identity-strategy">
              <span className="settings-dot" />
              <span className="medium">Custom</span>
              <span className="t2">settings of your own, below</span>
            </Radio.Root>
          )}
        </RadioGroup>
      </div>
    </section>
  );
}

function Row({ of: { strategy, settings } }: { of: StrategyView }) {
  if (strategy === "custom") return null;
  return (
    <Radio.Root value={strategy} className="cols-row compact identity-strategy" aria-label={STRATEGY_NAMES[strategy]}>
      <span className="settings-dot" />
      <span className="medium">{STRATEGY_NAMES[strategy]}</span>
      <span className="t2" title={STRATEGY_MEANINGS[strategy]}>
        {STRATEGY_MEANINGS[strategy]}
      </span>
      <span className="wide t2">{settings.login.length === 0 ? "–" : KNOWN[settings.new_known]}</span>
      <span className="wide t2">{settings.on_logout}</span>
      <span className="wide t2">{settings.login_needs_login_id ? "yes" : "no"}</span>
    </Radio.Root>
  );
}
