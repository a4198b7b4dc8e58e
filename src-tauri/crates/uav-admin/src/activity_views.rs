//! The bodies of the timeline commands.

use uav_core::batch::{Commerce, EventKind, Product};
use uav_core::{InputId, Number, Seq, WorkspaceId};
use uav_engine::activity::{self, ActivityCursor, Category, Facet, TimelineBatch, TimelineEvent};

use crate::activity::*;
use crate::admin::Admin;
use crate::error::Problem;
use crate::numbers::signed;
use crate::profile_views::Names;
use crate::request::mpid;

/// Events a page.
const EVENTS_MAX: u32 = 500;

impl Admin {
    /// A page of a user's timeline.
    ///
    /// # Errors
    /// When there is no such user, or a word of the filter is not understood.
    pub async fn activity_page(&self, request: GetActivity) -> Result<ActivityPageView, Problem> {
        let found = self.engine.profile(mpid("mpid", &request.mpid)?).await?;
        let filter = filter(request.filter)?;
        let after = request.cursor.as_deref().map(cursor).transpose()?;
        let limit = request.limit.clamp(1, EVENTS_MAX) as usize;
        let page = self.engine.activity(found.key, &filter, !request.oldest_first, after, limit).await?;
        let names = Names::load(self).await?;
        let mut batches: Vec<TimelineBatchView> = Vec::new();
        for event in &page.events {
            let seq = event.batch.receipt.seq.to_string();
            if batches.iter().rev().all(|batch| batch.seq != seq) {
                batches.push(batch_view(&event.batch, &names));
            }
        }
        Ok(ActivityPageView {
            events: page.events.iter().map(event_view).collect(),
            batches,
            next: page.next.map(cursor_text),
        })
    }

    /// What there is to filter a user's timeline by.
    ///
    /// # Errors
    /// When there is no such user.
    pub async fn activity_facets(&self, request: GetActivityFacets) -> Result<ActivityFacetsView, Problem> {
        let found = self.engine.profile(mpid("mpid", &request.mpid)?).await?;
        let facets = self.engine.activity_facets(found.key).await?;
        let names = Names::load(self).await?;
        let workspaces = found.profile.workspaces().iter();
        let devices: Vec<_> = workspaces.flat_map(|workspace| workspace.devices.merged()).collect();
        let device_label = |stamp: &str| {
            let device = devices.iter().find(|device| device.stamp() == Some(stamp));
            device.map_or_else(|| stamp.to_owned(), crate::profile_views::device_name)
        };
        Ok(ActivityFacetsView {
            names: views(facets.names, |name| (name.clone(), name.clone())),
            inputs: views(facets.inputs, |input| (input.to_string(), names.input(*input))),
            devices: views(facets.devices, |stamp| (stamp.to_string(), device_label(stamp))),
            categories: views(facets.categories, |category| {
                (category.name().to_owned(), category_label(*category).to_owned())
            }),
            truncated: facets.truncated,
        })
    }
}

fn views<T>(facets: Vec<Facet<T>>, words: impl Fn(&T) -> (String, String)) -> Vec<FacetView> {
    let view = |facet: Facet<T>| {
        let (value, label) = words(&facet.value);
        FacetView { value, label, count: signed(facet.count) }
    };
    facets.into_iter().map(view).collect()
}

const fn category_label(category: Category) -> &'static str {
    match category {
        Category::Screen => "Screen",
        Category::Commerce => "Commerce",
        Category::Custom => "Custom",
        Category::Other => "Other",
    }
}

fn filter(filter: ActivityFilter) -> Result<activity::ActivityFilter, Problem> {
    let mut categories = Vec::with_capacity(filter.categories.len());
    for (place, word) in filter.categories.iter().enumerate() {
        let unknown =
            || Problem::invalid(&format!("filter.categories[{place}]"), format!("{word:?} is no category of events"));
        categories.push(Category::from_name(word).ok_or_else(unknown)?);
    }
    Ok(activity::ActivityFilter {
        from_ms: filter.from_ms,
        to_ms: filter.to_ms,
        inputs: filter.inputs.into_iter().map(InputId).collect(),
        categories,
        names: filter.names,
        devices: filter.devices,
        workspace: filter.workspace.map(WorkspaceId),
    })
}

pub(crate) fn batch_view(batch: &TimelineBatch, names: &Names) -> TimelineBatchView {
    let platform = batch.batch.device.as_ref().and_then(|device| device.fact("platform"));
    let application = batch.batch.application.as_ref();
    TimelineBatchView {
        seq: batch.receipt.seq.to_string(),
        batch_id: batch
            .batch
            .source_request_id
            .as_deref()
            .map(str::to_owned)
            .or_else(|| batch.batch.batch_id.map(|id| id.to_string())),
        input: batch.receipt.input.0,
        input_name: names.input(batch.receipt.input),
        platform: platform.map(ToString::to_string),
        app_version: application.and_then(|application| application.version.as_deref()).map(str::to_owned),
        device: batch.device.as_deref().map(str::to_owned),
        received_ms: batch.receipt.received_ms,
        events: u32::try_from(batch.batch.events.len()).unwrap_or(u32::MAX),
    }
}

pub(crate) fn event_view(line: &TimelineEvent) -> TimelineEventView {
    let event = line.event();
    let session = event.and_then(|event| event.session.as_ref());
    let session_id = session
        .and_then(|session| session.uuid.as_deref().map(str::to_owned).or_else(|| session.id.map(|id| id.to_string())));
    TimelineEventView {
        seq: line.batch.receipt.seq.to_string(),
        index: line.index,
        time_ms: event.and_then(|event| event.timestamp_ms).unwrap_or(line.ordered_ms),
        ordered_ms: line.ordered_ms,
        event_type: event.map_or("profile", |event| event.kind.event_type().name()).to_owned(),
        category: line.category.name().to_owned(),
        name: line.headline.name.clone(),
        detail: line.headline.detail.clone(),
        amount: line.headline.amount.clone(),
        currency: line.headline.currency.clone(),
        session: session_id,
        session_start_ms: session.and_then(|session| session.start_ms),
        commerce: event.and_then(|event| match &event.kind {
            EventKind::Commerce(commerce) => Some(commerce_view(commerce)),
            _ => None,
        }),
    }
}

fn commerce_view(commerce: &Commerce) -> CommerceView {
    let action = commerce.product_action.as_ref();
    let kind = match (action, &commerce.promotion_action) {
        (Some(action), _) => action.action.name(),
        (None, Some((action, _))) => action.name(),
        (None, None) => "impression",
    };
    let products: Vec<&Product> = match action {
        Some(action) => action.products.iter().collect(),
        None => commerce.impressions.iter().flat_map(|(_, products)| products).collect(),
    };
    let words = |text: Option<&Box<str>>| text.map(ToString::to_string);
    CommerceView {
        action: kind.to_owned(),
        currency: words(commerce.currency_code.as_ref()),
        transaction_id: words(action.and_then(|action| action.transaction_id.as_ref())),
        total: activity::commerce_total(commerce),
        tax: action.and_then(|action| money(action.tax_amount.as_ref())),
        shipping: action.and_then(|action| money(action.shipping_amount.as_ref())),
        coupon: words(action.and_then(|action| action.coupon_code.as_ref())),
        products: products.into_iter().map(product_view).collect(),
    }
}

fn product_view(product: &Product) -> ProductLineView {
    let parts = [&product.brand, &product.variant, &product.category, &product.coupon_code];
    let detail: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).filter(|part| !part.is_empty()).collect();
    let name = product.name.as_ref().or(product.id.as_ref());
    ProductLineView {
        name: name.map_or_else(|| "A product".to_owned(), ToString::to_string),
        detail: detail.join(" · "),
        sku: product.id.as_ref().map(ToString::to_string),
        quantity: product.quantity.as_ref().map(ToString::to_string),
        price: money(product.price.as_ref()),
        total: activity::line_total(product).map(|total| format!("{total:.2}")),
    }
}

fn money(amount: Option<&Number>) -> Option<String> {
    amount.and_then(Number::as_f64).map(|amount| format!("{amount:.2}"))
}

fn cursor_text(cursor: ActivityCursor) -> String {
    format!("{}.{}.{}", cursor.time_ms, cursor.seq, cursor.index)
}

fn cursor(text: &str) -> Result<ActivityCursor, Problem> {
    let read = || {
        let mut parts = text.split('.');
        let time_ms = parts.next()?.parse().ok()?;
        let seq = Seq(parts.next()?.parse().ok()?);
        let index = parts.next()?.parse().ok()?;
        parts.next().is_none().then_some(ActivityCursor { time_ms, seq, index })
    };
    read().ok_or_else(|| Problem::invalid("cursor", "not a cursor of this list"))
}
