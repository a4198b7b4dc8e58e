//! The week's rhythm: how busy a shop is at which hour.
//!
//! A *position* is a moment measured in expected traffic instead of milliseconds: it grows fast on a Sunday evening and
//! hardly at all on a Tuesday night. Visits spread evenly over positions follow the rhythm, and because both directions
//! are increasing, a span of time is a span of positions.

const HOUR_MS: i64 = 3_600_000;
const WEEK_HOURS: usize = 168;
const WEEK_MS: i64 = HOUR_MS * WEEK_HOURS as i64;

/// Traffic by local hour of the day, from midnight.
const BY_HOUR: [i64; 24] = [4, 2, 1, 1, 1, 2, 6, 12, 16, 18, 20, 22, 26, 24, 22, 22, 24, 28, 32, 38, 40, 34, 22, 10];
/// Traffic by day, from Thursday, because 1 January 1970 was one.
const BY_DAY: [i64; 7] = [11, 9, 12, 14, 10, 10, 10];

/// The traffic of all hours of the week before each hour; the last entry is the whole week's.
const BEFORE: [i64; WEEK_HOURS + 1] = {
    let mut before = [0; WEEK_HOURS + 1];
    let mut hour = 0;
    while hour < WEEK_HOURS {
        before[hour + 1] = before[hour] + weight(hour);
        hour += 1;
    }
    before
};
const WEEK_TRAFFIC: i64 = BEFORE[WEEK_HOURS] * HOUR_MS;

const fn weight(hour_of_week: usize) -> i64 {
    BY_HOUR[hour_of_week % 24] * BY_DAY[hour_of_week / 24]
}

/// The position of a local moment (milliseconds since 1970 by the wall clock of the place).
pub(crate) fn position(local_ms: i64) -> i64 {
    let (week, rest) = (local_ms.div_euclid(WEEK_MS), local_ms.rem_euclid(WEEK_MS));
    let hour = (rest / HOUR_MS) as usize;
    week * WEEK_TRAFFIC + BEFORE[hour] * HOUR_MS + weight(hour) * (rest % HOUR_MS)
}

/// The local moment of a position.
pub(crate) fn moment(position: i64) -> i64 {
    let (week, rest) = (position.div_euclid(WEEK_TRAFFIC), position.rem_euclid(WEEK_TRAFFIC));
    let hour = BEFORE.partition_point(|before| before * HOUR_MS <= rest).saturating_sub(1);
    week * WEEK_MS + hour as i64 * HOUR_MS + (rest - BEFORE[hour] * HOUR_MS) / weight(hour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for ms in [0, 1, HOUR_MS - 1, HOUR_MS, WEEK_MS - 1, WEEK_MS, -1, 1_795_442_561_204] {
            assert_eq!(moment(position(ms)), ms);
        }
    }

    #[test]
    fn positions_only_grow() {
        let mut last = position(0);
        for ms in (0..WEEK_MS).step_by(977_531).skip(1) {
            assert!(position(ms) > last);
            last = position(ms);
        }
    }

    #[test]
    fn evenings_are_busier_than_nights() {
        let traffic = |hour: i64| position((hour + 1) * HOUR_MS) - position(hour * HOUR_MS);
        assert!(traffic(20) > 20 * traffic(3));
    }
}
