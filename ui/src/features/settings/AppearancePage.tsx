/** How the program looks and how it is driven, on this computer. */

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { locale } from "../../components/locale";
import { useMediaQuery } from "../../components/mediaQuery";
import { Switch } from "../../components/Switch";
import { singleKeys } from "../../components/singleKeys";
import { railFolded } from "../../operator/railFolded";
import { setTheme, type Theme, theme, themes } from "../../operator/theme";
import { SettingsScreen, SettingsSection } from "./SettingsScreen";

const WORDS: Readonly<Record<Theme, string>> = { system: "As the system is", light: "Light", dark: "Dark" };

export function AppearancePage() {
  const still = useMediaQuery("(prefers-reduced-motion: reduce)");
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <SettingsScreen name="Appearance" sum="kept on this computer">
      <SettingsSection title="Theme">
        <ThemeChoice />
      </SettingsSection>
      <SettingsSection title="Keys">
        <div className="settings-block">
          <Switch on={singleKeys.use()} onChange={singleKeys.set}>
            Keys of one letter
            <span className="settings-more">
              Such as J for JSON or G then U for users. They never act while a field has the focus; switch them off when
              speech input or a switch device types letters by mistake.
            </span>
          </Switch>
        </div>
      </SettingsSection>
      <SettingsSection title="Layout">
        <div className="settings-block">
          <Switch on={railFolded.use()} onChange={railFolded.set}>
            Fold the rail to its icons
            <span className="settings-more">The widths of panes are remembered as they are dragged.</span>
          </Switch>
        </div>
      </SettingsSection>
      <SettingsSection title="From the system">
        <dl className="settings-facts">
          <div>
            <dt>Motion</dt>
            <dd>{still ? "Reduced: nothing moves or fades" : "As usual; the system’s “reduce motion” stops it"}</dd>
          </div>
          <div>
            <dt>Times</dt>
            <dd>
              {timeZone} <span className="t3">UTC with milliseconds on hover</span>
            </dd>
          </div>
          <div>
            <dt>Numbers</dt>
            <dd>
              {locale} <span className="t3 tabular">{(1_204_331.5).toLocaleString()}</span>
            </dd>
          </div>
        </dl>
      </SettingsSection>
    </SettingsScreen>
  );
}

function ThemeChoice() {
  return (
    <RadioGroup
      className="settings-themes"
      aria-label="Theme"
      value={theme.use()}
      onValueChange={(next) => setTheme(next as Theme)}
    >
      {themes.map((each) => (
        <Radio.Root key={each} value={each} className="settings-theme" aria-label={WORDS[each]}>
          <ThemePicture theme={each} />
          <span className="line-up">
            <span className="settings-dot" />
            {WORDS[each]}
          </span>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}

/** A screen in small: rail, rows, one of them at the cursor. */
function ThemePicture({ theme }: { theme: Theme }) {
  const halves = theme === "system" ? (["light", "dark"] as const) : [theme];
  return (
    <span className="settings-pictures" aria-hidden>
      {halves.map((half) => (
        <span key={half} className="settings-picture" data-theme={half}>
          <i />
          <i />
          <i />
          <i />
        </span>
      ))}
    </span>
  );
}
