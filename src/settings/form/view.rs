//! A form of the settings in its public shape.

use serde::Serialize;

use super::{Form, Kind};

/// One of the settings with its defaults. Fields that the form does not have are left out; a field without a usable value is
/// null. Of a client secret it says only whether there is one.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "SettingsView"))]
pub struct FormView<'f> {
    kind: Option<Kind>,
    platform: &'f str,
    group: Option<&'f str>,
    status: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    client_id: Option<Option<&'f str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    client_secret_given: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    url: Option<Option<&'f str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    api_version: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    event_name: Option<Option<&'f str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    admin_activities: Option<&'f [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    idle_activities: Option<&'f [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    not_ready_activities: Option<&'f [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    ready_activities: Option<&'f [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    service_level_threshold: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    short_abandon_threshold: Option<u32>,
}

impl Form {
    /// The form in its public shape: with defaults, with the version as the form writes it, without the secret.
    pub fn view(&self) -> FormView<'_> {
        let view = FormView {
            kind: self.kind,
            platform: &self.platform,
            group: self.group.as_deref(),
            status: self.enabled,
            ..FormView::default()
        };
        let (prefix, view) = match self.kind {
            Some(Kind::Historical) => ("v", self.historical_view(view)),
            Some(Kind::Realtime) => ("", FormView { event_name: Some(self.event_name.as_deref()), ..view }),
            _ => return view,
        };
        FormView {
            client_id: Some(self.client_id.as_deref()),
            client_secret_given: Some(self.has_secret),
            url: Some(self.url.as_deref()),
            api_version: Some(self.version.map(|version| format!("{prefix}{version}"))),
            ..view
        }
    }

    fn historical_view<'f>(&'f self, view: FormView<'f>) -> FormView<'f> {
        let [admin, idle, not_ready, ready] = self.activities.lists();
        FormView {
            admin_activities: Some(admin),
            idle_activities: Some(idle),
            not_ready_activities: Some(not_ready),
            ready_activities: Some(ready),
            service_level_threshold: Some(self.service_level_threshold),
            short_abandon_threshold: Some(self.short_abandon_threshold),
            ..view
        }
    }
}
