//! Made-up people's names, by tradition, and the letters an e-mail address keeps of them.
//!
//! Each tradition has its own mail providers (all under the reserved `.example`), so an address is unique in the shop
//! once it is unique in its tradition.

/// A naming tradition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Culture {
    Nordic,
    Finnish,
    German,
    Dutch,
    French,
    Spanish,
    Italian,
    English,
    Japanese,
    Arabic,
}

/// The lists of one tradition.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) first: &'static [&'static str],
    pub(crate) last: &'static [&'static str],
    /// Mail providers; the second is where people had their address before.
    pub(crate) mail: [&'static str; 2],
}

impl Culture {
    pub(crate) fn names(self) -> &'static Names {
        match self {
            Culture::Nordic => &NORDIC,
            Culture::Finnish => &FINNISH,
            Culture::German => &GERMAN,
            Culture::Dutch => &DUTCH,
            Culture::French => &FRENCH,
            Culture::Spanish => &SPANISH,
            Culture::Italian => &ITALIAN,
            Culture::English => &ENGLISH,
            Culture::Japanese => &JAPANESE,
            Culture::Arabic => &ARABIC,
        }
    }
}

static NORDIC: Names = Names {
    first: &[
        "Marta", "Ingrid", "Marius", "Maren", "Marit", "Åsa", "Björn", "Sigrid", "Elin", "Oskar", "Astrid", "Håkon",
        "Frida", "Gustav", "Linnéa", "Nils", "Saga", "Øyvind", "Tuva", "Viktor", "Ylva", "Søren", "Karin", "Leif",
        "Malin", "Jonas", "Kari", "Emil", "Solveig", "Anders",
    ],
    last: &[
        "Lindqvist",
        "Holm",
        "Olsen",
        "Aasen",
        "Solheim",
        "Ekberg",
        "Sørensen",
        "Nyström",
        "Berglund",
        "Haugen",
        "Sjöberg",
        "Dahl",
        "Åkerlund",
        "Strand",
        "Lund",
        "Fjeld",
        "Östberg",
        "Moen",
        "Hedlund",
        "Viken",
        "Nordin",
        "Bakken",
        "Sandvik",
        "Wallin",
        "Myhre",
        "Lövgren",
        "Tveit",
        "Forsberg",
        "Eide",
        "Norberg",
        "Rønning",
    ],
    mail: ["fjordmail.example", "nordnett.example"],
};

static FINNISH: Names = Names {
    first: &[
        "Aino", "Eero", "Helmi", "Juhani", "Kaisa", "Lauri", "Minna", "Otso", "Päivi", "Risto", "Sanna", "Tuomas",
        "Veera", "Väinö", "Ilona", "Jukka",
    ],
    last: &[
        "Korhonen",
        "Mäkelä",
        "Virtala",
        "Nieminen",
        "Järvelä",
        "Lahtinen",
        "Kettunen",
        "Salmela",
        "Tuominen",
        "Harjula",
        "Rantala",
        "Peltola",
        "Koskela",
        "Suomalainen",
        "Hämäläinen",
        "Niittylä",
        "Ahola",
    ],
    mail: ["saimaaposti.example", "kuukkeli.example"],
};

static GERMAN: Names = Names {
    first: &[
        "Markus",
        "Marlene",
        "Jürgen",
        "Anke",
        "Lukas",
        "Greta",
        "Heike",
        "Tobias",
        "Sabine",
        "Moritz",
        "Käthe",
        "Friedrich",
        "Antonia",
        "Jörg",
        "Lena",
        "Paul",
        "Clara",
        "Stefan",
        "Hannah",
        "Uwe",
        "Katharina",
        "Felix",
    ],
    last: &[
        "Weber", "Fuchs", "Keller", "Vogel", "Schäfer", "Brandt", "Krüger", "Lehmann", "Seidel", "Kühn", "Hofmann",
        "Winter", "Böhm", "Steiner", "Groß", "Ziegler", "Pfeiffer", "Arnold", "Engel", "Auer", "Thalmann", "Moser",
        "Baumann",
    ],
    mail: ["alpenpost.example", "briefkasten.example"],
};

static DUTCH: Names = Names {
    first: &[
        "Sanne", "Daan", "Femke", "Joost", "Lotte", "Bram", "Anouk", "Sven", "Fleur", "Maarten", "Roos", "Thijs",
        "Mirthe", "Koen",
    ],
    last: &[
        "de Vries",
        "van Dijk",
        "Bakker",
        "Visser",
        "Smit",
        "Meijer",
        "de Groot",
        "Mulder",
        "Bos",
        "Vos",
        "Peeters",
        "Hendriks",
        "van Leeuwen",
        "Dekker",
        "Brouwer",
    ],
    mail: ["polderpost.example", "molen.example"],
};

static FRENCH: Names = Names {
    first: &[
        "Marie",
        "Margot",
        "Étienne",
        "Chloé",
        "Luc",
        "Amélie",
        "Hugo",
        "Inès",
        "Théo",
        "Camille",
        "Rémi",
        "Zoé",
        "Françoise",
        "Olivier",
        "Maëlle",
        "Noël",
    ],
    last: &[
        "Dufour",
        "Vidal",
        "Lefèvre",
        "Marchand",
        "Girard",
        "Rousseau",
        "Blanc",
        "Garnier",
        "Chevalier",
        "Perrin",
        "Morel",
        "Lacroix",
        "Fournier",
        "Besançon",
        "Renaud",
        "Tissier",
        "Boyer",
    ],
    mail: ["lapostale.example", "courrier.example"],
};

static SPANISH: Names = Names {
    first: &[
        "Lucía", "Mateo", "Carmen", "Íñigo", "Sofía", "Javier", "Rocío", "Álvaro", "Paloma", "Diego", "Ximena",
        "Tomás", "Nuria", "Raúl", "Begoña",
    ],
    last: &[
        "Muñoz", "Serrano", "Ibáñez", "Cabrera", "Peña", "Vega", "Ortega", "Núñez", "Castaño", "Salinas", "Montero",
        "Quintana", "Rubio", "Herrera", "Acuña", "Soler",
    ],
    mail: ["correo.example", "buzon.example"],
};

static ITALIAN: Names = Names {
    first: &[
        "Marco", "Marina", "Giulia", "Niccolò", "Elena", "Davide", "Chiara", "Matteo", "Serena", "Luca", "Beatrice",
        "Pietro", "Alessia", "Enzo",
    ],
    last: &[
        "Bianchi",
        "Costa",
        "Ferri",
        "Galli",
        "Moretti",
        "Fontana",
        "Rinaldi",
        "D'Angelo",
        "Sartori",
        "Bellini",
        "Grasso",
        "Monti",
        "Valentini",
        "Pellegrini",
        "Zanetti",
    ],
    mail: ["postale.example", "cartolina.example"],
};

static ENGLISH: Names = Names {
    first: &[
        "Martin", "Alice", "Rowan", "Harriet", "Owen", "Isla", "Callum", "Beth", "George", "Niamh", "Seán", "Poppy",
        "Dylan", "Eleanor", "Jack", "Siobhan", "Tara", "Wesley", "Megan", "Curtis", "Joanna", "Aidan",
    ],
    last: &[
        "Hartley",
        "Brookes",
        "Fenwick",
        "O'Connell",
        "Marsh",
        "Ashworth",
        "Pritchard",
        "Calder",
        "Whitlock",
        "Doyle",
        "Kerr",
        "Langdale",
        "Sutcliffe",
        "Morgan",
        "Redfern",
        "Thornton",
        "Bowen",
        "Haines",
        "Gallagher",
        "Swift",
        "Winslow",
        "Carver",
        "Ridgeway",
    ],
    mail: ["penninemail.example", "lakeland.example"],
};

static JAPANESE: Names = Names {
    first: &[
        "Haruto", "Yui", "Sota", "Sakura", "Kenji", "Aoi", "Naoki", "Hina", "Ren", "Mariko", "Takumi", "Emiko", "Shun",
        "Yoko",
    ],
    last: &[
        "Tanaka",
        "Watanabe",
        "Kobayashi",
        "Yoshida",
        "Matsumoto",
        "Inoue",
        "Shimizu",
        "Hayashi",
        "Ogawa",
        "Fujita",
        "Nakamura",
        "Okada",
        "Ishikawa",
        "Morita",
        "Hasegawa",
    ],
    mail: ["yubin.example", "tegami.example"],
};

static ARABIC: Names = Names {
    first: &[
        "Samara", "Mariam", "Youssef", "Leila", "Omar", "Nour", "Khalid", "Salma", "Tariq", "Amina", "Bilal", "Rania",
        "Hassan", "Dina", "Karim", "Yasmin",
    ],
    last: &[
        "Haddad",
        "Sayed",
        "Mansour",
        "Khalil",
        "al-Rashid",
        "Nasser",
        "Farouk",
        "Aziz",
        "Saleh",
        "Darwish",
        "el-Amin",
        "Hamdan",
        "Qasim",
        "Shaheen",
        "Touma",
        "Zaki",
        "Barakat",
    ],
    mail: ["barid.example", "risala.example"],
};

/// Appends a name as an address writes it: lower case, ASCII letters alone.
pub(crate) fn push_mail_form(out: &mut String, name: &str) {
    for character in name.chars() {
        match character {
            'a'..='z' => out.push(character),
            'A'..='Z' => out.push(character.to_ascii_lowercase()),
            'å' | 'Å' | 'ä' | 'Ä' | 'á' | 'Á' => out.push('a'),
            'ç' => out.push('c'),
            'é' | 'É' | 'è' | 'ë' | 'ê' => out.push('e'),
            'í' | 'Í' | 'ï' => out.push('i'),
            'ñ' => out.push('n'),
            'ö' | 'Ö' | 'ø' | 'Ø' | 'ó' | 'ò' => out.push('o'),
            'ú' | 'ü' | 'Ü' => out.push('u'),
            'ß' => out.push_str("ss"),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Culture::*;
    use std::collections::BTreeSet;

    const ALL: [Culture; 10] = [Nordic, Finnish, German, Dutch, French, Spanish, Italian, English, Japanese, Arabic];

    fn mail_form(name: &str) -> String {
        let mut out = String::new();
        push_mail_form(&mut out, name);
        out
    }

    #[test]
    fn addresses_tell_all_names_apart() {
        for culture in ALL {
            let names = culture.names();
            let forms: BTreeSet<String> = names.first.iter().chain(names.last).map(|name| mail_form(name)).collect();
            assert_eq!(forms.len(), names.first.len() + names.last.len(), "{culture:?}");
        }
    }

    #[test]
    fn no_letter_is_lost() {
        for culture in ALL {
            for name in culture.names().first.iter().chain(culture.names().last) {
                let letters = name.chars().filter(|character| character.is_alphabetic()).count();
                assert!(mail_form(name).len() >= letters, "{name} became {}", mail_form(name));
            }
        }
    }

    #[test]
    fn traditions_do_not_share_a_mail_provider() {
        let providers: BTreeSet<&str> = ALL.iter().flat_map(|culture| culture.names().mail).collect();
        assert_eq!(providers.len(), 2 * ALL.len());
        assert!(providers.iter().all(|provider| provider.ends_with(".example")));
    }
}
