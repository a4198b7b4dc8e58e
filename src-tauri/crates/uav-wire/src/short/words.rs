//! Numbers and words of the short forms with the long form's words.

/// The types of custom events, in the order of the browser's numbers.
const CUSTOM_TYPES: &[&str] = &[
    "unknown",
    "navigation",
    "location",
    "search",
    "transaction",
    "user_content",
    "user_preference",
    "social",
    "other",
    "media",
];

/// What is done with products, in the order of the browser's numbers, from 1.
const PRODUCT_ACTIONS: &[&str] = &[
    "add_to_cart",
    "remove_from_cart",
    "checkout",
    "checkout_option",
    "click",
    "view_detail",
    "purchase",
    "refund",
    "add_to_wishlist",
    "remove_from_wish_list",
];

/// The types of user identities, in the order of the libraries' numbers (events.md 7.1).
const IDENTITY_TYPES: &[&str] = &[
    "other",
    "customer_id",
    "facebook",
    "twitter",
    "google",
    "microsoft",
    "yahoo",
    "email",
    "alias",
    "facebook_custom_audience_id",
    "other_id_2",
    "other_id_3",
    "other_id_4",
    "other_id_5",
    "other_id_6",
    "other_id_7",
    "other_id_8",
    "other_id_9",
    "other_id_10",
    "mobile_number",
    "phone_number_2",
    "phone_number_3",
];

/// The word with this number.
fn numbered(words: &[&'static str], number: &str, from: usize) -> Option<&'static str> {
    let place = number.parse::<usize>().ok()?.checked_sub(from)?;
    words.get(place).copied()
}

/// The type of a custom event: a number, or a word like `UserContent`; none for words of one's own.
pub(super) fn custom_type(word: &str) -> Option<&'static str> {
    let same = |known: &&&str| {
        let letters = known.chars().filter(|letter| *letter != '_');
        letters.eq(word.chars().filter(|letter| *letter != '_').map(|letter| letter.to_ascii_lowercase()))
    };
    numbered(CUSTOM_TYPES, word, 0).or_else(|| CUSTOM_TYPES.iter().find(same).copied())
}

/// What was done with products: a number, or the long form's word.
pub(super) fn product_action(word: &str) -> &str {
    numbered(PRODUCT_ACTIONS, word, 1).unwrap_or(word)
}

/// The state that an application came to.
pub(super) fn transition(word: &str) -> &str {
    match word {
        "app_init" | "1" => "application_initialized",
        "app_exit" => "application_exit",
        "app_back" => "application_background",
        "app_fore" => "application_foreground",
        other => other,
    }
}

/// The name of an identity type with this number.
pub(super) fn identity_type(number: &str) -> Option<&'static str> {
    numbered(IDENTITY_TYPES, number, 0)
}

#[cfg(test)]
mod tests {
    use uav_core::IdentityType;
    use uav_core::batch::ProductActionKind;

    use super::*;

    #[test]
    fn every_word_is_one_of_the_long_form() {
        assert!(PRODUCT_ACTIONS.iter().all(|word| ProductActionKind::from_name(word).is_some()));
        let canonical = |name: &&str| IdentityType::from_name(name).is_some_and(|kind| kind.name() == *name);
        assert!(IDENTITY_TYPES.iter().all(canonical));
        assert_eq!(IDENTITY_TYPES.len(), 22);
    }

    #[test]
    fn numbers_and_words_are_read() {
        let table = [
            ("0", Some("unknown")),
            ("5", Some("user_content")),
            ("9", Some("media")),
            ("10", None),
            ("UserContent", Some("user_content")),
            ("user_preference", Some("user_preference")),
            ("Other", Some("other")),
            ("Zebra", None),
            ("-1", None),
        ];
        for (word, expected) in table {
            assert_eq!(custom_type(word), expected, "{word}");
        }
        assert_eq!(
            (product_action("7"), product_action("purchase"), product_action("0")),
            ("purchase", "purchase", "0")
        );
        assert_eq!(
            (identity_type("7"), identity_type("21"), identity_type("22")),
            (Some("email"), Some("phone_number_3"), None)
        );
        assert_eq!((transition("app_fore"), transition("nap")), ("application_foreground", "nap"));
    }
}
