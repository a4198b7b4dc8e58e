//! The limits of the contract (events.md 4), in characters (Unicode scalar values) unless said otherwise.

/// What a batch may hold. Beyond it a part is cut or left out, and named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Name of an event; longer ones are cut (LM-5).
    pub event_name_chars_max: usize,
    /// Attributes of an event; further ones are left out (LM-6).
    pub event_attributes_max: usize,
    /// Name of an event's attribute; longer ones are cut (LM-7).
    pub event_attribute_name_chars_max: usize,
    /// Value of an event's attribute; a longer one is left out (LM-8).
    pub event_attribute_value_chars_max: usize,
    /// User attributes of a batch; further ones are left out (LM-9).
    pub user_attributes_max: usize,
    /// Name of a user attribute; one with a longer name is left out (LM-10).
    pub user_attribute_name_chars_max: usize,
    /// Value of a user attribute; a longer one is left out (LM-10).
    pub user_attribute_value_chars_max: usize,
    /// Entries of a list; a longer list is left out (LM-11).
    pub list_entries_max: usize,
    /// An entry of a list; a list with a longer one is left out (LM-11).
    pub list_entry_chars_max: usize,
    /// An identity; a longer one is left out (LM-12).
    pub identity_chars_max: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            event_name_chars_max: 256,
            event_attributes_max: 100,
            event_attribute_name_chars_max: 256,
            event_attribute_value_chars_max: 4_096,
            user_attributes_max: 100,
            user_attribute_name_chars_max: 256,
            user_attribute_value_chars_max: 4_096,
            list_entries_max: 1_000,
            list_entry_chars_max: 512,
            identity_chars_max: 256,
        }
    }
}

/// Whether a text has more characters than that. Bytes are looked at first: they are never fewer.
pub(crate) fn is_longer(text: &str, chars_max: usize) -> bool {
    text.len() > chars_max && text.chars().count() > chars_max
}

/// The beginning of a text, cut between characters.
pub(crate) fn cut(text: &str, chars_max: usize) -> &str {
    match text.char_indices().nth(chars_max) {
        Some((end, _)) => text.get(..end).unwrap_or(text),
        None => text,
    }
}
