"""A batch with every setter of the library used, and an event of every type that it knows."""

from datetime import datetime, timezone
from decimal import Decimal
from uuid import uuid4

import mparticle

CUSTOM_EVENT_TYPES = "navigation location search transaction user_content user_preference social other".split()
PRODUCT_ACTIONS = (
    "add_to_cart remove_from_cart checkout checkout_option click view_detail "
    "purchase refund add_to_wishlist remove_from_wish_list"
).split()


def everything(start_ms):
    """The batch, with events from a moment on, a second apart."""
    batch = mparticle.Batch(environment="production")
    batch.source_request_id = str(uuid4())
    batch.schema_version = 2
    batch.ip = "198.51.100.9"
    batch.api_key = "not-the-key-of-the-header"
    batch.mp_deviceid = "a1eb6576-f42e-4466-9ce4-6f8a48032566"
    batch.user_identities = mparticle.UserIdentities(
        customerid="py-1", email="py@example.test", google="g-1", alias="al-1", other="o-1", other_id_5="o5-1",
        mobile_number="+41445559720", phone_number_2="+41445559722",
    )
    batch.user_attributes = {
        "$FirstName": "Paula",
        "$City": "Genève",
        "points": 12,
        "ratio": 1.5,
        "member": True,
        "foods": ["indian", "chinese"],
        "big": 9007199254740993,
        "price_seen": Decimal("19.90"),
        "seen_at": datetime(2024, 5, 6, 7, 8, 9, tzinfo=timezone.utc),
        "to_delete": "x",
        "tagged": None,
    }
    batch.integration_attributes = {"83": {"MCMID": "py"}}
    batch.device_info = mparticle.DeviceInformation(
        platform="iOS", device_manufacturer="Apple", device_model="iPhone15,2", os_version="17.4",
        ios_advertising_id="16F24391-DE60-4161-889F-DE4CE5CCDF60", ios_idfv="9F769580-D25A-4F80-85A2-374FCA48E96D",
        push_token="py-token", att_authorization_status="denied", att_timestamp_unixtime_ms=start_ms,
        screen_height=2532, screen_width=1170, is_tablet=False, bluetooth_enabled=True, timezone_offset=2,
    )
    batch.application_info = mparticle.ApplicationInformation(
        application_name="Py app", application_version="1.2", install_referrer="r", package="com.example.py"
    )
    batch.context = mparticle.BatchContext(data_plan=mparticle.DataPlanContext(plan_id="py_plan", plan_version=3))
    batch.consent_state = _consent(start_ms)
    batch.events = _events(start_ms)
    return batch


def _consent(time_ms):
    given = {"timestamp_unixtime_ms": time_ms, "location": "app", "hardware_id": "hw"}
    state = mparticle.ConsentState()
    state.gdpr = {"Location Collection": mparticle.GDPRConsentState(document="loc_v1", consented=True, **given)}
    state.ccpa = {"data_sale_opt_out": mparticle.CCPAConsentState(document="ccpa_v1", consented=True, **given)}
    return state


def _events(start_ms):
    place = mparticle.GeoLocation(latitude=46.2, longitude=6.15, accuracy=5.0)
    media = mparticle.MediaInfo(action="play", playback_position=3, playback_rate=1.0)
    made = [
        mparticle.FirstRunEvent(),
        mparticle.SessionStartEvent(),
        mparticle.ApplicationStateTransitionEvent(
            application_transition_type="application_initialized", is_first_run=False, is_upgrade=True
        ),
        mparticle.ScreenViewEvent(screen_name="Home", activity_type="a", custom_flags={"f": "1"}),
        *(
            mparticle.AppEvent("Py " + kind, kind, location=place, custom_flags={"f": "v"})
            for kind in CUSTOM_EVENT_TYPES
        ),
        mparticle.AppEvent("Media", "other", media_info=media),
        mparticle.BreadcrumbEvent(label="crumb", session_number=1),
        # The library sends it as a commerce event.
        mparticle.CrashReportEvent(class_name="ValueError", message="it broke", severity="error", stack_trace="l. 1"),
        mparticle.NetworkPerformanceEvent(http_verb="GET", url="https://shop.example/", response_code=200),
        mparticle.ProfileEvent(profile_name="n", profile_event_type="login"),
        mparticle.PushRegistrationEvent(register=True, registration_token="tok"),
        mparticle.PushMessageEvent(push_message_token="t", push_message_type="action", network="apns"),
        mparticle.OptOutEvent(is_opted_out=False),
        *_purchases(),
        mparticle.SessionEndEvent(session_duration_ms=12345),
    ]
    for place_in_batch, event in enumerate(made):
        event.timestamp_unixtime_ms = start_ms + place_in_batch * 1000
        event.source_message_id = str(uuid4())
        event.session_uuid = "PY-SESSION"
        event.custom_attributes = {"step": str(place_in_batch), "n": place_in_batch, "ok": True, "none": None}
    return made


def _purchases():
    product = mparticle.Product(
        id="sku-9", name="Tea", brand="b", category="drinks", variant="green", position=2, price=4.5, quantity=3.0,
        total_product_amount=13.5, custom_attributes={"organic": True},
    )
    for action in PRODUCT_ACTIONS:
        done = mparticle.ProductAction(
            action=action, transaction_id="py-tx", total_amount=16.0, tax_amount=1.0, products=[product]
        )
        yield mparticle.CommerceEvent(product_action=done, currency_code="CHF")
    promotion = mparticle.Promotion(id="pr", name="n", creative="c", position="1")
    yield mparticle.CommerceEvent(
        promotion_action=mparticle.PromotionAction(action="click", promotions=[promotion])
    )
    impression = mparticle.ProductImpression(product_impression_list="L", products=[product])
    yield mparticle.CommerceEvent(product_impressions=[impression])
