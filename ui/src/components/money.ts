/** Amounts as the engine sends them ("354.10") in the operator's notation, without going through a float. */

import { locale } from "./locale";

const decimals = new Map<string, Intl.NumberFormat>();

function format(digits: number, currency: string | null): Intl.NumberFormat {
  const key = `${digits}${currency ?? ""}`;
  const known = decimals.get(key);
  if (known) return known;
  const base = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const made = currency
    ? new Intl.NumberFormat(locale, { ...base, style: "currency", currency, currencyDisplay: "narrowSymbol" })
    : new Intl.NumberFormat(locale, base);
  decimals.set(key, made);
  return made;
}

/** A number in words as sent, grouped, with exactly the digits it came with; text that is no number stays as it is. */
export function groupedNumber(text: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
  const digits = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
  if (digits > 20) return text;
  return format(digits, null)
    .format(text as Intl.StringNumericLiteral)
    .replace("-", "−");
}

/** `€354.10`; a currency that is no ISO code stands behind the number as it was sent. */
export function money(amount: string, currency: string | null): string {
  if (currency === null || !/^-?\d+(\.\d+)?$/.test(amount)) return groupedNumber(amount);
  if (!/^[A-Za-z]{3}$/.test(currency)) return `${groupedNumber(amount)} ${currency}`;
  const digits = amount.includes(".") ? amount.length - amount.indexOf(".") - 1 : 0;
  return format(Math.min(digits, 20), currency.toUpperCase())
    .format(amount as Intl.StringNumericLiteral)
    .replace("-", "−");
}

/** How many articles in all, where every line says so with a whole number. */
export function articleCount(quantities: readonly (string | null)[]): number | undefined {
  let sum = 0;
  for (const quantity of quantities) {
    const number = Number(quantity ?? "1");
    if (!Number.isInteger(number) || number < 0) return undefined;
    sum += number;
  }
  return sum;
}
