/** A long machine id cut in its middle: `a41f…7c02`. Other texts stay whole. */
export function shortId(id: string): string {
  const machine = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(id) || /^[0-9a-f]{32,}$/i.test(id);
  return machine ? `${id.slice(0, 4)}…${id.slice(-4)}` : id;
}
