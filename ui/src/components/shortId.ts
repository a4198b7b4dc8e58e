/** A long machine id cut in its middle: `a41f…7c02`, a key `us1-9c04…e7b1`. Other texts stay whole. */
export function shortId(id: string): string {
  const [, prefix = "", rest = id] = /^(us\d-)(.*)$/.exec(id) ?? [];
  const machine = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(rest) || /^[0-9a-f]{32,}$/i.test(rest);
  return machine ? `${prefix}${rest.slice(0, 4)}…${rest.slice(-4)}` : id;
}
