//! The query parameter `fields` (profiles.md 2.2).

/// The sections of a profile that are asked for; the others are left out of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Ids of devices.
    pub device_identities: bool,
    /// Identities of the person.
    pub user_identities: bool,
    /// User attributes, calculated ones among them.
    pub user_attributes: bool,
    /// Audiences that the user is in.
    pub audience_memberships: bool,
    /// Who brought the user.
    pub attribution: bool,
    /// Identities that partners registered.
    pub partner_identities: bool,
    /// Consent; an extension of ours (Q-P1).
    pub consent_state: bool,
}

impl Fields {
    /// Reads a list of names between commas. Order, repetitions and white space do not matter.
    ///
    /// # Errors
    /// When there is no name, or one that is not known; the text names it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut fields = Self::default();
        for name in text.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            let field = match name {
                "device_identities" => &mut fields.device_identities,
                "user_identities" => &mut fields.user_identities,
                "user_attributes" => &mut fields.user_attributes,
                "audience_memberships" => &mut fields.audience_memberships,
                "attribution" => &mut fields.attribution,
                "partner_identities" => &mut fields.partner_identities,
                "consent_state" => &mut fields.consent_state,
                _ => return Err(format!("fields: {name:?} is not a section of a profile")),
            };
            *field = true;
        }
        if fields == Self::default() {
            return Err("fields: required, missing or empty".to_owned());
        }
        Ok(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_in_any_order_and_number() {
        let two = Fields { user_identities: true, attribution: true, ..Fields::default() };
        for text in [
            "user_identities,attribution",
            " attribution , user_identities,attribution,",
            ",user_identities,attribution",
        ] {
            assert_eq!(Fields::parse(text), Ok(two), "{text}");
        }
        let all = "device_identities,user_identities,user_attributes,audience_memberships,attribution,partner_identities,consent_state";
        let every = Fields {
            device_identities: true,
            user_identities: true,
            user_attributes: true,
            audience_memberships: true,
            attribution: true,
            partner_identities: true,
            consent_state: true,
        };
        assert_eq!(Fields::parse(all), Ok(every));
    }

    #[test]
    fn none_and_unknown_ones_are_named() {
        for text in ["", " ", ",", " , "] {
            assert_eq!(Fields::parse(text).unwrap_err(), "fields: required, missing or empty");
        }
        for (text, name) in [("user_identities,devices", "devices"), ("User_Identities", "User_Identities"), ("*", "*")]
        {
            assert_eq!(Fields::parse(text).unwrap_err(), format!("fields: {name:?} is not a section of a profile"));
        }
    }
}
