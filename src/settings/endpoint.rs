//! The OAuth 2.0 token endpoint. A client secret is sent to it, so only https and Salesforce's own hosts are accepted.

use crate::host::is_host_name;

/// The endpoint when none is given ("The default URL").
pub const DEFAULT: &str = "https://login.salesforce.com/services/oauth2/token";
const PATH: &str = "/services/oauth2/token";
/// "https://login.salesforce.com for production or https://test.salesforce.com for sandbox environments."
const HOSTS: [&str; 2] = ["login.salesforce.com", "test.salesforce.com"];
/// What every My Domain ends with: `acme--uat.sandbox.my.salesforce.com` for example.
const MY_DOMAIN: &str = ".my.salesforce.com";
const MAX_LEN: usize = 2_048;

/// The whole URL of a token endpoint, whose path may be left out.
///
/// ```
/// use patchbay::settings::endpoint::complete;
/// assert_eq!(complete("https://test.salesforce.com").as_deref(), Ok("https://test.salesforce.com/services/oauth2/token"));
/// assert!(complete("http://login.salesforce.com").is_err());
/// ```
///
/// # Errors
///
/// When the URL is not https, its host is not Salesforce's or its path is another: what is wrong and what to write.
pub fn complete(given: &str) -> Result<String, &'static str> {
    let given = given.trim();
    if given.len() > MAX_LEN {
        return Err("The URL is too long; write one of Salesforce's token endpoint.");
    }
    let Some(rest) = strip_scheme(given) else {
        return Err("The URL does not begin with https://; write https://login.salesforce.com/services/oauth2/token.");
    };
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = host.to_ascii_lowercase();
    if host.contains(['@', ':', '%', '\\']) {
        return Err(
            "The URL holds a user, a port or encoded characters; write the host alone, login.salesforce.com for example.",
        );
    }
    let is_my_domain = host.ends_with(MY_DOMAIN) && is_host_name(&host);
    if !is_my_domain && !HOSTS.contains(&host.as_str()) {
        return Err(
            "This is no host of Salesforce; write login.salesforce.com, test.salesforce.com or your My Domain (….my.salesforce.com).",
        );
    }
    match path {
        "" | "/" | PATH => Ok(format!("https://{host}{PATH}")),
        _ => Err("This is not the path of the token endpoint; write /services/oauth2/token."),
    }
}

fn strip_scheme(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_at_checked("https://".len())?;
    scheme.eq_ignore_ascii_case("https://").then_some(rest)
}
