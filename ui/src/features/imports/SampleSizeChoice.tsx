/** The sizes of the sample shop, one to choose. */

import { useId } from "react";
import { countText } from "../../components/numbers";
import "./sample.css";
import { expectedEvents, type SamplePeriod, type SampleSize, sampleSizes } from "./sampleSizes";

export interface SampleSizeChoiceProps {
  size: SampleSize;
  period: SamplePeriod;
  onChoose: (size: SampleSize) => void;
}

export function SampleSizeChoice({ size, period, onChoose }: SampleSizeChoiceProps) {
  const group = useId();
  return (
    <fieldset className="sample-sizes">
      <legend className="spoken">Size of the shop</legend>
      <div className="sample-size sample-size-head" aria-hidden>
        <span />
        <span className="num">Users</span>
        <span className="num">Events, about</span>
        <span />
      </div>
      {sampleSizes.map((one) => (
        <label key={one.users} className="sample-size">
          <input
            type="radio"
            className="sample-radio"
            name={group}
            checked={one.users === size.users}
            onChange={() => onChoose(one)}
            aria-label={`${countText(one.users)} users, ${one.words}`}
          />
          <span className="num semi">{countText(one.users)}</span>
          <span className="num t2">{countText(expectedEvents(one, period))}</span>
          <span className="t3 s12">{one.words}</span>
        </label>
      ))}
    </fieldset>
  );
}
