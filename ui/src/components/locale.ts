/**
 * The operator's language for numbers and times. A system that is set to no language groups no digits; people still read
 * `1,204,331` more easily.
 */
export function readable(locale: string): string {
  return locale.replace(/-u-va-posix$/i, "");
}

export const locale = readable(new Intl.NumberFormat().resolvedOptions().locale);
