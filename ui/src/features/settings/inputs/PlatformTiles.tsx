/** Which platform an input is made for, each with its shape. */

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { platformName } from "../../../components/platformName";
import { InputPicture } from "./InputPicture";
import { PLATFORMS } from "./inputKinds";

export function PlatformTiles({ value, onChoose }: { value: string; onChoose: (platform: string) => void }) {
  return (
    <RadioGroup
      className="inputs-tiles"
      aria-label="Platform"
      value={value}
      onValueChange={(next) => onChoose(String(next))}
    >
      {PLATFORMS.map(({ platform }) => (
        <Radio.Root key={platform} value={platform} className="inputs-tile">
          <InputPicture platform={platform} />
          {platformWords(platform)}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}

function platformWords(platform: string): string {
  const name = platformName(platform) ?? platform;
  return name === platform ? name.slice(0, 1).toUpperCase() + name.slice(1) : name;
}
