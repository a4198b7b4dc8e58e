//! Where people live, and what follows from it: currency, tax, time zone, law.

use crate::names::Culture;

/// A currency of the shop. Prices are whole euros converted by a fixed rate and rounded as a price tag would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Currency {
    Eur,
    Sek,
    Nok,
    Usd,
    Gbp,
}

impl Currency {
    /// The ISO 4217 code.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Currency::Eur => "EUR",
            Currency::Sek => "SEK",
            Currency::Nok => "NOK",
            Currency::Usd => "USD",
            Currency::Gbp => "GBP",
        }
    }

    /// A price tag in hundredths of the currency, for a price in whole euros.
    pub(crate) fn tag(self, euros: i64) -> i64 {
        match self {
            Currency::Eur => euros * 100,
            Currency::Sek => euros * 112 / 100 * 1000,
            Currency::Nok => euros * 116 / 100 * 1000,
            Currency::Usd => euros * 110 / 100 * 100 - 1,
            Currency::Gbp => euros * 88 / 100 * 100,
        }
    }
}

/// A town with its time zone (standard time all year: the shop does not care for the other one).
#[derive(Debug)]
pub(crate) struct City {
    pub(crate) name: &'static str,
    /// Second part of ISO 3166-2.
    pub(crate) region: &'static str,
    pub(crate) latitude: &'static str,
    pub(crate) longitude: &'static str,
    /// Whole hours east of UTC.
    pub(crate) utc_offset_hours: i64,
}

/// A country the shop delivers to.
#[derive(Debug)]
pub(crate) struct Country {
    /// ISO 3166-1 alpha-2.
    pub(crate) code: &'static str,
    pub(crate) language: &'static str,
    pub(crate) dial: &'static str,
    pub(crate) currency: Currency,
    /// Hundredths of a per cent.
    pub(crate) tax_basis_points: i64,
    /// Share of the shop's users, in thousandths.
    pub(crate) share: u64,
    pub(crate) carriers: [&'static str; 2],
    pub(crate) cities: &'static [City],
    /// The naming traditions met there, the commonest first and repeated for weight.
    pub(crate) cultures: &'static [Culture],
}

impl Country {
    /// Prices include the tax everywhere but in the United States.
    pub(crate) fn tax_included(&self) -> bool {
        self.currency != Currency::Usd
    }

    /// Whether the GDPR (or its British twin) applies; if not, the shop asks the Californian question.
    pub(crate) fn gdpr(&self) -> bool {
        self.code != "US"
    }
}

const fn city(
    name: &'static str,
    region: &'static str,
    latitude: &'static str,
    longitude: &'static str,
    utc_offset_hours: i64,
) -> City {
    City { name, region, latitude, longitude, utc_offset_hours }
}

use Culture::{Arabic, Dutch, English, Finnish, French, German, Italian, Japanese, Nordic, Spanish};

/// All countries; the shares add up to 1000.
pub(crate) static COUNTRIES: [Country; 11] = [
    Country {
        code: "SE",
        language: "sv",
        dial: "46",
        currency: Currency::Sek,
        tax_basis_points: 2500,
        share: 230,
        carriers: ["Fjällnät", "Nordton"],
        cities: &[
            city("Göteborg", "O", "57.709", "11.975", 1),
            city("Stockholm", "AB", "59.329", "18.069", 1),
            city("Malmö", "M", "55.605", "13.004", 1),
            city("Umeå", "AC", "63.826", "20.263", 1),
            city("Östersund", "Z", "63.179", "14.636", 1),
        ],
        cultures: &[Nordic, Nordic, Nordic, Nordic, Nordic, Nordic, Arabic, Finnish],
    },
    Country {
        code: "NO",
        language: "nb",
        dial: "47",
        currency: Currency::Nok,
        tax_basis_points: 2500,
        share: 130,
        carriers: ["Fjordtel", "Nordton"],
        cities: &[
            city("Oslo", "03", "59.914", "10.752", 1),
            city("Bergen", "46", "60.391", "5.322", 1),
            city("Tromsø", "55", "69.649", "18.956", 1),
            city("Ålesund", "15", "62.472", "6.149", 1),
        ],
        cultures: &[Nordic, Nordic, Nordic, Nordic, Nordic, Nordic, Nordic, English],
    },
    Country {
        code: "FI",
        language: "fi",
        dial: "358",
        currency: Currency::Eur,
        tax_basis_points: 2550,
        share: 60,
        carriers: ["Saimaa Mobiili", "Nordton"],
        cities: &[
            city("Helsinki", "18", "60.170", "24.938", 2),
            city("Tampere", "11", "61.498", "23.761", 2),
            city("Rovaniemi", "10", "66.503", "25.727", 2),
        ],
        cultures: &[Finnish, Finnish, Finnish, Finnish, Nordic],
    },
    Country {
        code: "DE",
        language: "de",
        dial: "49",
        currency: Currency::Eur,
        tax_basis_points: 1900,
        share: 170,
        carriers: ["Rheinfunk", "Alpentel"],
        cities: &[
            city("München", "BY", "48.137", "11.576", 1),
            city("Hamburg", "HH", "53.551", "9.994", 1),
            city("Köln", "NW", "50.938", "6.960", 1),
            city("Freiburg", "BW", "47.999", "7.842", 1),
        ],
        cultures: &[German, German, German, German, German, German, Arabic, Italian],
    },
    Country {
        code: "AT",
        language: "de",
        dial: "43",
        currency: Currency::Eur,
        tax_basis_points: 2000,
        share: 50,
        carriers: ["Alpentel", "Rheinfunk"],
        cities: &[city("Innsbruck", "7", "47.269", "11.404", 1), city("Wien", "9", "48.208", "16.373", 1)],
        cultures: &[German, German, German, German, Arabic],
    },
    Country {
        code: "NL",
        language: "nl",
        dial: "31",
        currency: Currency::Eur,
        tax_basis_points: 2100,
        share: 50,
        carriers: ["Poldernet", "Rheinfunk"],
        cities: &[city("Utrecht", "UT", "52.091", "5.122", 1), city("Groningen", "GR", "53.219", "6.567", 1)],
        cultures: &[Dutch, Dutch, Dutch, Dutch, Arabic],
    },
    Country {
        code: "FR",
        language: "fr",
        dial: "33",
        currency: Currency::Eur,
        tax_basis_points: 2000,
        share: 70,
        carriers: ["Ligne Verte", "Ondes"],
        cities: &[
            city("Grenoble", "ARA", "45.188", "5.724", 1),
            city("Lyon", "ARA", "45.764", "4.836", 1),
            city("Saint-Étienne", "ARA", "45.440", "4.387", 1),
        ],
        cultures: &[French, French, French, French, French, Arabic],
    },
    Country {
        code: "ES",
        language: "es",
        dial: "34",
        currency: Currency::Eur,
        tax_basis_points: 2100,
        share: 50,
        carriers: ["Telesierra", "Ondas"],
        cities: &[city("Granada", "GR", "37.177", "-3.599", 1), city("A Coruña", "C", "43.362", "-8.412", 1)],
        cultures: &[Spanish, Spanish, Spanish, Spanish, Spanish, Arabic],
    },
    Country {
        code: "IT",
        language: "it",
        dial: "39",
        currency: Currency::Eur,
        tax_basis_points: 2200,
        share: 40,
        carriers: ["Ponte Mobile", "Alpentel"],
        cities: &[city("Bolzano", "BZ", "46.498", "11.355", 1), city("Torino", "TO", "45.070", "7.687", 1)],
        cultures: &[Italian, Italian, Italian, Italian, German],
    },
    Country {
        code: "GB",
        language: "en",
        dial: "44",
        currency: Currency::Gbp,
        tax_basis_points: 2000,
        share: 80,
        carriers: ["Pennine", "Albion Mobile"],
        cities: &[
            city("Sheffield", "SHF", "53.381", "-1.470", 0),
            city("Edinburgh", "EDH", "55.953", "-3.188", 0),
            city("Bristol", "BST", "51.455", "-2.588", 0),
        ],
        cultures: &[English, English, English, English, English, Arabic],
    },
    Country {
        code: "US",
        language: "en",
        dial: "1",
        currency: Currency::Usd,
        tax_basis_points: 725,
        share: 70,
        carriers: ["Cascade Wireless", "Prairie Cell"],
        cities: &[
            city("San Francisco", "CA", "37.775", "-122.419", -8),
            city("Seattle", "WA", "47.606", "-122.332", -8),
            city("Boulder", "CO", "40.015", "-105.271", -7),
            city("Portland", "ME", "43.659", "-70.257", -5),
        ],
        cultures: &[English, English, English, English, Spanish, Japanese, Japanese],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up() {
        assert_eq!(COUNTRIES.iter().map(|country| country.share).sum::<u64>(), 1000);
    }

    #[test]
    fn price_tags_by_currency() {
        let table = [
            (Currency::Eur, 14_900),
            (Currency::Sek, 166_000),
            (Currency::Nok, 172_000),
            (Currency::Usd, 16_299),
            (Currency::Gbp, 13_100),
        ];
        for (currency, expected) in table {
            assert_eq!(currency.tag(149), expected, "{}", currency.code());
        }
    }
}
