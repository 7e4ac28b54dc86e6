//! Host names, as far as settings name one: a Genesys Cloud region, a Salesforce My Domain.

/// Maximum length of a host name, in bytes (RFC 1035).
const MAX_LEN: usize = 253;

/// Whether a text is a host name: labels of letters, digits and inner dashes, with dots between them. A user, a port,
/// a path or an encoded character would lead a link elsewhere, so none of them is accepted.
///
/// ```
/// use patchbay::host::is_host_name;
/// assert!(is_host_name("mypurecloud.com"));
/// assert!(!is_host_name("mypurecloud.com@evil.example") && !is_host_name("a..b"));
/// ```
pub fn is_host_name(text: &str) -> bool {
    let is_label = |label: &str| {
        let has_outer_dash = label.starts_with('-') || label.ends_with('-');
        !label.is_empty() && !has_outer_dash && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.len() <= MAX_LEN && text.split('.').all(is_label)
}
