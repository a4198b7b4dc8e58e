//! An event in words: what a person reads on the timeline.

use uav_core::Number;
use uav_core::batch::{ApplicationTransition, Commerce, Event, EventKind, Product, ProductActionKind};
use uav_core::profile::activity;

/// The four colours of the timeline and of the histogram above it.
pub use activity::Category;

/// An event in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// What it is called.
    pub name: String,
    /// What there is to say beside the name.
    pub detail: String,
    /// An amount for the right edge, two decimals.
    pub amount: Option<String>,
    /// Its currency.
    pub currency: Option<String>,
}

/// The line of an event.
#[must_use]
pub fn describe(event: &Event) -> Headline {
    let (name, detail) = match &event.kind {
        EventKind::Commerce(commerce) => return describe_commerce(commerce),
        EventKind::ScreenView { screen_name } => (or(screen_name, "Screen"), "screen".to_owned()),
        EventKind::Custom { name, custom_type } => (name.to_string(), custom_detail(event, custom_type)),
        EventKind::SessionStart => ("Session start".to_owned(), String::new()),
        EventKind::SessionEnd { duration_ms } => {
            ("Session end".to_owned(), duration_ms.map_or_else(String::new, duration))
        }
        EventKind::CrashReport { message, severity } => ("Crash".to_owned(), join([text(message), text(severity)])),
        EventKind::OptOut { is_opted_out: true } => ("Opted out".to_owned(), "of data collection".to_owned()),
        EventKind::OptOut { is_opted_out: false } => ("Opted in".to_owned(), "to data collection".to_owned()),
        EventKind::FirstRun => ("First run".to_owned(), String::new()),
        EventKind::PreAttribution => ("Attribution pending".to_owned(), String::new()),
        EventKind::PushRegistration { register: true, .. } => ("Push registered".to_owned(), String::new()),
        EventKind::PushRegistration { register: false, .. } => ("Push withdrawn".to_owned(), String::new()),
        EventKind::ApplicationStateTransition { transition, is_first_run, is_upgrade } => {
            (transition_name(*transition, *is_first_run, *is_upgrade).to_owned(), String::new())
        }
        EventKind::PushMessage { message_type, message } => {
            (format!("Push {message_type}"), text(message).unwrap_or_default().to_owned())
        }
        EventKind::NetworkPerformance { url } => ("Network call".to_owned(), text(url).unwrap_or_default().to_owned()),
        EventKind::Breadcrumb { label } => ("Breadcrumb".to_owned(), text(label).unwrap_or_default().to_owned()),
        EventKind::Profile { profile_event_type } => {
            ("User change".to_owned(), text(profile_event_type).unwrap_or_default().to_owned())
        }
        EventKind::PushReaction => ("Push reaction".to_owned(), String::new()),
        EventKind::UserAttributeChange { name, deleted: true, .. } => {
            ("Attribute deleted".to_owned(), name.to_string())
        }
        EventKind::UserAttributeChange { name, .. } => ("Attribute changed".to_owned(), name.to_string()),
        EventKind::UserIdentityChange { new, old } => {
            let label = new.as_ref().or(old.as_ref()).map_or("", |identity| identity.kind.label());
            let value = new.as_ref().map_or("removed", |identity| &*identity.value);
            ("Identity changed".to_owned(), join([Some(label), Some(value)]))
        }
        EventKind::Uninstall => ("Uninstall".to_owned(), String::new()),
        EventKind::Media { name } => (or(name, "Media"), "media".to_owned()),
    };
    Headline { name, detail, amount: None, currency: None }
}

fn describe_commerce(commerce: &Commerce) -> Headline {
    let currency = commerce.currency_code.as_deref().map(str::to_owned);
    if let Some(action) = &commerce.product_action {
        let order = text(&action.transaction_id);
        let step = action.checkout_step.map(|step| format!("step {step}"));
        let first = action.products.first().map(product_words);
        let others = action.products.len().saturating_sub(1);
        let detail = match (order, step, first) {
            (Some(order), ..) => order.to_owned(),
            (None, Some(step), _) => join([Some(step.as_str()), text(&action.checkout_options)]),
            (None, None, Some(first)) if others > 0 => format!("{first} and {others} more"),
            (None, None, first) => first.unwrap_or_default(),
        };
        let amount = worth_showing(action.action).then(|| commerce_total(commerce)).flatten();
        return Headline { name: action.action.label().to_owned(), detail, amount, currency };
    }
    if let Some((action, promotions)) = &commerce.promotion_action {
        let detail = promotions.first().and_then(|promotion| text(&promotion.name).or(text(&promotion.id)));
        return Headline {
            name: action.label().to_owned(),
            detail: detail.unwrap_or_default().to_owned(),
            ..Headline::default()
        };
    }
    if let Some((list, products)) = commerce.impressions.first() {
        let count = format!("{} products", products.len());
        return Headline {
            name: "Impression".to_owned(),
            detail: join([text(list), Some(count.as_str())]),
            ..Headline::default()
        };
    }
    Headline { name: "Commerce".to_owned(), ..Headline::default() }
}

/// The amount of an order: its total, else the sum of its products; two decimals.
#[must_use]
pub fn commerce_total(commerce: &Commerce) -> Option<String> {
    let action = commerce.product_action.as_ref()?;
    let total = action.total_amount.as_ref().and_then(Number::as_f64).or_else(|| {
        let lines: Vec<f64> = action.products.iter().filter_map(line_total).collect();
        (!lines.is_empty()).then(|| lines.iter().sum())
    })?;
    Some(format!("{total:.2}"))
}

/// What a product line comes to: as sent, else price times quantity.
#[must_use]
pub fn line_total(product: &Product) -> Option<f64> {
    let sent = product.total_product_amount.as_ref().and_then(Number::as_f64);
    sent.or_else(|| {
        let quantity = product.quantity.as_ref().and_then(Number::as_f64).unwrap_or(1.0);
        product.price.as_ref().and_then(Number::as_f64).map(|price| price * quantity)
    })
}

const fn worth_showing(action: ProductActionKind) -> bool {
    !matches!(action, ProductActionKind::Click | ProductActionKind::ViewDetail | ProductActionKind::CheckoutOption)
}

fn product_words(product: &Product) -> String {
    let name = text(&product.name).or(text(&product.id)).unwrap_or("a product");
    match product.quantity.as_ref() {
        Some(quantity) if quantity.as_i64() != Some(1) => format!("{name} × {quantity}"),
        _ => name.to_owned(),
    }
}

/// The first attribute or two say what kind of thing happened better than the type does.
fn custom_detail(event: &Event, custom_type: &str) -> String {
    let shown: Vec<String> = event
        .attributes
        .iter()
        .filter(|(name, _)| !name.starts_with("mParticle"))
        .map(|(name, value)| format!("{name} {value}"))
        .take(2)
        .collect();
    if shown.is_empty() { custom_type.replace('_', " ") } else { shown.join(", ") }
}

const fn transition_name(transition: ApplicationTransition, first_run: bool, upgrade: bool) -> &'static str {
    match transition {
        ApplicationTransition::Initialized if first_run => "App installed",
        ApplicationTransition::Initialized if upgrade => "App upgraded",
        ApplicationTransition::Initialized => "App started",
        ApplicationTransition::Exit => "App ended",
        ApplicationTransition::Background => "App in background",
        ApplicationTransition::Foreground => "App in foreground",
    }
}

fn duration(ms: i64) -> String {
    match ms / 1000 {
        seconds @ ..60 => format!("{seconds} s"),
        seconds @ 60..3600 => format!("{} min", seconds / 60),
        seconds => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}

fn text(value: &Option<Box<str>>) -> Option<&str> {
    value.as_deref().filter(|text| !text.is_empty())
}

fn or(value: &Option<Box<str>>, otherwise: &str) -> String {
    text(value).unwrap_or(otherwise).to_owned()
}

fn join<const N: usize>(parts: [Option<&str>; N]) -> String {
    let parts: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use uav_core::batch::ProductAction;

    fn event(kind: EventKind) -> Event {
        Event { timestamp_ms: None, source_message_id: None, session: None, attributes: vec![], location: None, kind }
    }

    fn product(name: &str, price: &str, quantity: &str) -> Product {
        Product {
            name: Some(name.into()),
            price: Some(Number::from_json_text(price)),
            quantity: Some(Number::from_json_text(quantity)),
            ..Product::default()
        }
    }

    fn action(action: ProductActionKind, products: Vec<Product>) -> EventKind {
        EventKind::Commerce(Box::new(Commerce {
            product_action: Some(ProductAction {
                action,
                transaction_id: None,
                affiliation: None,
                total_amount: None,
                tax_amount: None,
                shipping_amount: None,
                coupon_code: None,
                checkout_step: None,
                checkout_options: None,
                products,
            }),
            currency_code: Some("EUR".into()),
            ..Commerce::default()
        }))
    }

    #[test]
    fn events_read_as_people_say_them() {
        let socks = || product("Merino crew sock", "17.50", "2");
        let table = [
            (EventKind::ScreenView { screen_name: Some("Product".into()) }, "Product", "screen", None),
            (EventKind::ScreenView { screen_name: None }, "Screen", "screen", None),
            (EventKind::SessionEnd { duration_ms: Some(1_260_000) }, "Session end", "21 min", None),
            (action(ProductActionKind::AddToCart, vec![socks()]), "Add to cart", "Merino crew sock × 2", Some("35.00")),
            (action(ProductActionKind::ViewDetail, vec![socks()]), "Product view", "Merino crew sock × 2", None),
            (
                action(ProductActionKind::Purchase, vec![product("Tent", "100", "1"), socks()]),
                "Purchase",
                "Tent and 1 more",
                Some("135.00"),
            ),
            (
                EventKind::ApplicationStateTransition {
                    transition: ApplicationTransition::Initialized,
                    is_first_run: true,
                    is_upgrade: false,
                },
                "App installed",
                "",
                None,
            ),
            (EventKind::Commerce(Box::default()), "Commerce", "", None),
        ];
        for (kind, name, detail, amount) in table {
            let line = describe(&event(kind));
            assert_eq!((line.name.as_str(), line.detail.as_str(), line.amount.as_deref()), (name, detail, amount));
        }
    }
}
