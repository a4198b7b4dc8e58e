//! What client libraries are configured with and answered (real-clients.md 2 and 5, events.md 3.4).

use serde::Serialize;
use uav_core::Mpid;

use crate::written::written;

/// What the browser library is told of its input.
#[derive(Clone, Copy, Debug)]
pub struct BrowserConfig<'a> {
    /// The input's name.
    pub app_name: &'a str,
    /// Names the browser's storage: were it to change, every page load would make a new person.
    pub workspace_token: &'a str,
}

/// The browser library's configuration. It is laid over the page's own settings, and the flags replace the page's whole:
/// batches in the long form once a second, questions for audiences allowed, and every call straight to us.
#[must_use]
pub fn browser_config(config: &BrowserConfig<'_>) -> String {
    #[derive(Serialize)]
    struct Flags {
        #[serde(rename = "eventsV3")]
        long_form_percent: &'static str,
        #[serde(rename = "eventBatchingIntervalMillis")]
        batching_interval_ms: &'static str,
        #[serde(rename = "audienceAPI")]
        audience_api: &'static str,
        #[serde(rename = "cacheIdentity")]
        cache_identity: &'static str,
        #[serde(rename = "offlineStorage")]
        offline_storage: &'static str,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Answer<'a> {
        app_name: &'a str,
        workspace_token: &'a str,
        min_webview_bridge_version: u8,
        kit_configs: [(); 0],
        pixel_configs: [(); 0],
        flags: Flags,
    }
    written(&Answer {
        app_name: config.app_name,
        workspace_token: config.workspace_token,
        min_webview_bridge_version: 1,
        kit_configs: [],
        pixel_configs: [],
        flags: Flags {
            long_form_percent: "100",
            batching_interval_ms: "1000",
            audience_api: "True",
            cache_identity: "False",
            offline_storage: "0",
        },
    })
}

/// The native libraries' configuration: collection as the application asks, alias spans of 90 days, every call
/// straight to us.
#[must_use]
pub fn native_config(id: &str, workspace_token: &str, now_ms: i64) -> String {
    #[derive(Serialize)]
    struct Flags {
        #[serde(rename = "AudienceAPI")]
        audience_api: &'static str,
    }
    #[derive(Serialize)]
    struct Answer<'a> {
        dt: &'static str,
        id: &'a str,
        ct: i64,
        dbg: bool,
        #[serde(rename = "cue")]
        unhandled_exceptions: &'static str,
        #[serde(rename = "pmk")]
        push_message_keys: [&'static str; 4],
        #[serde(rename = "cnp")]
        network_performance: &'static str,
        #[serde(rename = "oo")]
        opted_out: bool,
        #[serde(rename = "rdlat")]
        respect_limit_ad_tracking: bool,
        #[serde(rename = "wst")]
        workspace_token: &'a str,
        #[serde(rename = "amw")]
        alias_window_days: u16,
        #[serde(rename = "dur")]
        direct_url_routing: bool,
        flags: Flags,
        #[serde(rename = "pio")]
        influenced_open_minutes: u16,
    }
    written(&Answer {
        dt: "ac",
        id,
        ct: now_ms,
        dbg: false,
        unhandled_exceptions: "appdefined",
        push_message_keys: ["mp_message", "alert", "a", "message"],
        network_performance: "appdefined",
        opted_out: false,
        respect_limit_ad_tracking: true,
        workspace_token,
        alias_window_days: 90,
        direct_url_routing: false,
        flags: Flags { audience_api: "True" },
        influenced_open_minutes: 30,
    })
}

/// The answer to a batch of a native library: a number as MPID here, and none where the batch came to nobody.
#[must_use]
pub fn native_events_answer(id: &str, mpid: Option<Mpid>, now_ms: i64) -> String {
    #[derive(Serialize)]
    struct Consumer {
        mpid: i64,
    }
    #[derive(Serialize)]
    struct Answer<'a> {
        dt: &'static str,
        id: &'a str,
        ct: i64,
        msgs: [(); 0],
        #[serde(rename = "ci", skip_serializing_if = "Option::is_none")]
        consumer: Option<Consumer>,
    }
    let consumer = mpid.map(|mpid| Consumer { mpid: mpid.get() });
    written(&Answer { dt: "rh", id, ct: now_ms, msgs: [], consumer })
}

/// The audiences that a user is in, by number and name (EP-10).
#[must_use]
pub fn audience_answer(audiences: &[(i64, &str)]) -> String {
    #[derive(Serialize)]
    struct Membership<'a> {
        audience_id: i64,
        audience_name: &'a str,
    }
    #[derive(Serialize)]
    struct Answer<'a> {
        audience_memberships: Vec<Membership<'a>>,
    }
    let memberships =
        audiences.iter().map(|(audience_id, audience_name)| Membership { audience_id: *audience_id, audience_name });
    written(&Answer { audience_memberships: memberships.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_gets_the_long_form_and_a_storage_of_its_own() {
        let text = browser_config(&BrowserConfig { app_name: "Web \"shop\"", workspace_token: "1a2b3c4d" });
        let expected = r#"{"appName":"Web \"shop\"","workspaceToken":"1a2b3c4d","minWebviewBridgeVersion":1,"kitConfigs":[],"pixelConfigs":[],"flags":{"eventsV3":"100","eventBatchingIntervalMillis":"1000","audienceAPI":"True","cacheIdentity":"False","offlineStorage":"0"}}"#;
        assert_eq!(text, expected);
    }

    #[test]
    fn the_native_libraries_get_what_they_demand() {
        let text = native_config("I", "1a2b3c4d", 5);
        for part in
            [r#""dt":"ac","id":"I","ct":5"#, r#""wst":"1a2b3c4d","amw":90"#, r#""flags":{"AudienceAPI":"True"}"#]
        {
            assert!(text.contains(part), "{text}");
        }
        let answer = native_events_answer("I", Mpid::new(4_611_686_018_427_387_905), 5);
        assert_eq!(answer, r#"{"dt":"rh","id":"I","ct":5,"msgs":[],"ci":{"mpid":4611686018427387905}}"#);
        assert_eq!(native_events_answer("I", None, 5), r#"{"dt":"rh","id":"I","ct":5,"msgs":[]}"#);
    }

    #[test]
    fn audiences_have_numbers_and_names() {
        assert_eq!(audience_answer(&[]), r#"{"audience_memberships":[]}"#);
        let expected = r#"{"audience_memberships":[{"audience_id":12,"audience_name":"Winback"}]}"#;
        assert_eq!(audience_answer(&[(12, "Winback")]), expected);
    }
}
