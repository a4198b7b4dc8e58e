/** A size of the sample shop that can be chosen. */
export interface SampleSize {
  users: number;
  words: string;
}

/** What is chosen unless the operator chooses. */
export const usualSize: SampleSize = { users: 10_000, words: "fits any computer" };

/** What there is to choose from. */
export const sampleSizes: readonly SampleSize[] = [
  { users: 1_000, words: "a first look" },
  usualSize,
  { users: 100_000, words: "feels like a real shop" },
  { users: 1_000_000, words: "how it holds at full size" },
];

/** A period of the shop's life, ending yesterday, with the events that a user makes in it on average. */
export interface SamplePeriod {
  days: number;
  words: string;
  eventsPerUser: number;
}

/** The averages are counted over 2,000 users of the shop. */
export const usualPeriod: SamplePeriod = { days: 60, words: "60 days", eventsPerUser: 21.5 };

export const samplePeriods: readonly SamplePeriod[] = [
  { days: 30, words: "30 days", eventsPerUser: 15.5 },
  usualPeriod,
  { days: 365, words: "A year", eventsPerUser: 79.5 },
];

/** About how many events a shop has. */
export function expectedEvents(size: SampleSize, period: SamplePeriod): number {
  const exact = size.users * period.eventsPerUser;
  const step = 10 ** Math.max(Math.floor(Math.log10(exact)) - 1, 0);
  return Math.round(exact / step) * step;
}

/** The seed for the next shop: one that is not in the store yet, so that loading it adds users. */
export function nextSeed(jobs: readonly { sample: boolean; state: string }[]): number {
  return jobs.filter((job) => job.sample && job.state === "done").length + 1;
}
