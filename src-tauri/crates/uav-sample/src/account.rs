//! What changes about a person while they use a device: signing in, identities, attributes.

use crate::scene::Scene;

impl Scene<'_> {
    /// Somebody signs in, or up: from here on the device is theirs.
    pub(crate) fn sign_in(&mut self) {
        let newcomer = self.visit.life.known_from == Some(self.visit.number);
        if newcomer && self.person.newsletter {
            self.begin_custom("Newsletter sign-up", "user_preference");
            self.json.text("form", "footer");
            self.end_custom();
        }
        if self.person.has_account() {
            self.screen("Sign in");
            let mut number = String::new();
            self.person.push_customer_id(&mut number);
            self.identity_change("customer_id", &number, None);
            self.begin_attribute_change("loyalty_tier");
            let tier = self.person.tier(self.visit.number);
            self.json.text("new", tier);
            self.json.null("old");
            self.end_attribute_change(newcomer);
        } else {
            let mut address = String::new();
            self.person.push_mail_at(&mut address, self.visit.number);
            self.identity_change("email", &address, None);
        }
        self.begin_custom(if newcomer { "Signed up" } else { "Signed in" }, "other");
        self.json.text("method", if self.person.has_account() { "password" } else { "newsletter" });
        self.end_custom();
    }

    /// A customer has a new e-mail address.
    pub(crate) fn mail_changed(&mut self) {
        let (mut new, mut old) = (String::new(), String::new());
        self.person.push_mail(&mut new, false);
        self.person.push_mail(&mut old, true);
        self.identity_change("email", &new, Some(&old));
    }

    /// Opens the change of an attribute; `new` and `old` follow.
    pub(crate) fn begin_attribute_change(&mut self, name: &str) {
        self.begin("user_attribute_change");
        self.json.text("user_attribute_name", name);
    }

    /// Closes the change of an attribute that was set, not deleted.
    pub(crate) fn end_attribute_change(&mut self, is_new: bool) {
        self.json.boolean("deleted", false);
        self.json.boolean("is_new_attribute", is_new);
        self.end();
    }

    /// An identity set or replaced. Clients write both sides, with a null identity where there was none.
    fn identity_change(&mut self, identity_type: &str, new: &str, old: Option<&str>) {
        self.begin("user_identity_change");
        let at_ms = self.begin_ms();
        for (side, identity) in [("new", Some(new)), ("old", old)] {
            self.json.open_object(side);
            self.json.text("identity_type", identity_type);
            match identity {
                Some(identity) => self.json.text("identity", identity),
                None => self.json.null("identity"),
            }
            self.json.number("timestamp_unixtime_ms", at_ms);
            self.json.boolean("created_this_batch", side == "new");
            self.json.close();
        }
        self.end();
    }
}
