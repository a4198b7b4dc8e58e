/** Numbers as the operator reads them. Counts are never shortened. */

import { locale } from "./locale";

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const upToTenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

const THIN_SPACE = "\u2009";
const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

/** `1,204,331` */
export function countText(count: number): string {
  return whole.format(count).replace("-", "−");
}

/** `1 user`, `2,204 users` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/** `61 %`, under ten `4.2 %`. Takes percent, not a share. */
export function percentText(percent: number): string {
  const text = Math.abs(percent) < 10 && percent % 1 !== 0 ? tenth.format(percent) : whole.format(percent);
  return `${text.replace("-", "−")}${THIN_SPACE}%`;
}

/** `212 KB`, `18.4 GB` */
export function bytesText(bytes: number): string {
  let rest = bytes;
  let unit = 0;
  while (rest >= 999.5 && unit < UNITS.length - 1) {
    rest /= 1000;
    unit += 1;
  }
  return `${rest < 100 && unit > 1 ? upToTenth.format(rest) : whole.format(rest)} ${UNITS[unit]}`;
}
