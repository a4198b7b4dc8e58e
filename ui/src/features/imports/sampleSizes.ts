/** A size of the sample shop that the dialog offers. */
export interface SampleSize {
  users: number;
  words: string;
}

/** What there is to choose from. */
export const sampleSizes: readonly SampleSize[] = [
  { users: 1_000, words: "a first look" },
  { users: 10_000, words: "fits any computer" },
  { users: 100_000, words: "feels like a real shop" },
  { users: 1_000_000, words: "how it holds at full size" },
];

/** The periods that the dialog offers, days. */
export const samplePeriods: readonly number[] = [30, 60, 365];
