/** Everything known of one device. */

import type { ReactNode } from "react";
import type { DeviceView } from "../../api/generated/admin";
import { CopyButton } from "../../components/CopyButton";
import { Time } from "../../components/Time";
import { attWords, factName, sortedFacts } from "./deviceWords";

export function DeviceDetail({ device }: { device: DeviceView }) {
  const { att_time_ms: answered } = device;
  return (
    <dl className="facts-grid">
      <Line name="Stamp" copy={device.stamp}>
        {device.stamp === null ? "none" : <span className="id">{device.stamp}</span>}
      </Line>
      {device.application !== null && <Line name="Application">{device.application}</Line>}
      {device.identities.map((identity) => (
        <Line key={`${identity.name} ${identity.value}`} name={identity.name} copy={identity.value}>
          <span className="id">{identity.value}</span>
        </Line>
      ))}
      {device.push_token !== null && (
        <Line name="Push token" copy={device.push_token}>
          <span className="id">{device.push_token}</span>
        </Line>
      )}
      {device.att_status !== null && (
        <Line name="ATT">
          {attWords(device.att_status)}
          {answered !== null && (
            <span className="t3">
              {" "}
              <Time ms={answered} form="moment" />
            </span>
          )}
        </Line>
      )}
      <Line name="First seen">
        <Time ms={device.first_seen_ms} form="moment" />
      </Line>
      <Line name="Last seen">
        <Time ms={device.last_seen_ms} form="moment" />
      </Line>
      <Line name="Through">{device.inputs.join(", ")}</Line>
      {sortedFacts(device.facts).map((fact) => (
        <Line key={fact.name} name={factName(fact.name)} hint={fact.name}>
          {fact.value}
        </Line>
      ))}
    </dl>
  );
}

interface LineProps {
  name: string;
  hint?: string;
  copy?: string | null;
  children: ReactNode;
}

function Line({ name, hint, copy, children }: LineProps) {
  return (
    <>
      <dt title={hint}>{name}</dt>
      <dd>
        <span className="device-fact">{children}</span>
        {copy !== undefined && copy !== null && <CopyButton text={copy} what={name} />}
      </dd>
    </>
  );
}
