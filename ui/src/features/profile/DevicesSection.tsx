/** The devices of the user in this workspace, the latest first; each opens to everything known of it. */

import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import type { DeviceView } from "../../api/generated/admin";
import { CopyButton } from "../../components/CopyButton";
import { countText } from "../../components/numbers";
import { Time } from "../../components/Time";
import { DeviceDetail } from "./DeviceDetail";
import { attWords, deviceTitle, shortStamp } from "./deviceWords";
import { PlatformPicture } from "./PlatformPicture";
import { NothingYet, ProfileSection } from "./ProfileSection";
import type { JsonPart } from "./profileAddress";

export interface DevicesSectionProps {
  devices: readonly DeviceView[];
  onJson: (part: JsonPart) => void;
}

export function DevicesSection({ devices, onJson }: DevicesSectionProps) {
  return (
    <ProfileSection title="Devices" count={countText(devices.length)} part="devices" onJson={onJson}>
      {devices.length === 0 ? (
        <NothingYet>No device has been seen in this workspace.</NothingYet>
      ) : (
        <table className="profile-table devices" aria-label="Devices">
          <thead>
            <tr className="cols-head">
              <th scope="col" className="devices-name">
                Device
              </th>
              <th scope="col" className="wide">
                DAS
              </th>
              <th scope="col">Ad tracking</th>
              <th scope="col">ATT</th>
              <th scope="col" className="num">
                Last seen
              </th>
            </tr>
          </thead>
          <tbody>
            {devices.map((device, place) => (
              <DeviceRows key={device.stamp ?? `${device.name} ${place}`} device={device} />
            ))}
          </tbody>
        </table>
      )}
    </ProfileSection>
  );
}

function DeviceRows({ device }: { device: DeviceView }) {
  const [open, setOpen] = useState(false);
  const title = deviceTitle(device);
  const limited = device.limit_ad_tracking;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <>
      <tr className="cols-row compact device-row" data-open={open || undefined}>
        <td className="device-name">
          <PlatformPicture platform={device.platform} />
          <button
            type="button"
            className="trunc"
            title={[title.name, title.rest].join(" ").trim()}
            aria-expanded={open}
            data-row
            onClick={() => setOpen(!open)}
          >
            {title.name} {title.rest !== null && <span className="t3">{title.rest}</span>}
          </button>
        </td>
        <td className="wide">
          {device.stamp === null ? (
            <span className="t3">–</span>
          ) : (
            <span className="device-stamp">
              <span className="id" title={device.stamp}>
                {shortStamp(device.stamp)}
              </span>
              <CopyButton text={device.stamp} what="device application stamp" />
            </span>
          )}
        </td>
        <td className={limited === true ? "warn" : limited === null ? "t3" : undefined}>
          {limited === null ? "–" : limited ? "Limited" : "Allowed"}
        </td>
        <td className={device.att_status === null ? "t3" : undefined}>{attWords(device.att_status)}</td>
        <td className="num t2 device-seen">
          <Time ms={device.last_seen_ms} />
          <Chevron size={12} aria-hidden className="t3" />
        </td>
      </tr>
      {open && (
        <tr className="device-detail">
          <td colSpan={5}>
            <DeviceDetail device={device} />
          </td>
        </tr>
      )}
    </>
  );
}
