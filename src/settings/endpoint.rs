//! The OAuth 2.0 token endpoint: https, and Salesforce's own hosts only, since a client secret is sent there.

/// "The default URL".
pub const DEFAULT: &str = "https://login.salesforce.com/services/oauth2/token";
const PATH: &str = "/services/oauth2/token";
/// "https://login.salesforce.com for production or https://test.salesforce.com for sandbox environments."
const HOSTS: [&str; 2] = ["login.salesforce.com", "test.salesforce.com"];
const MY_DOMAIN: &str = ".my.salesforce.com";
const MAX_LEN: usize = 2_048;

/// The whole URL of what was given, which may leave the path out; else what is wrong and what to write.
///
/// ```
/// use patchbay::settings::endpoint::complete;
/// assert_eq!(complete("https://test.salesforce.com").as_deref(), Ok("https://test.salesforce.com/services/oauth2/token"));
/// assert!(complete("http://login.salesforce.com").is_err());
/// ```
///
/// # Errors
///
/// When tokens cannot come from there.
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
    if !HOSTS.contains(&host.as_str()) && !is_my_domain(&host) {
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

/// `acme`, `acme--uat.sandbox`, `acme-dev-ed.develop` and the like before `.my.salesforce.com`.
fn is_my_domain(host: &str) -> bool {
    let Some(own) = host.strip_suffix(MY_DOMAIN) else { return false };
    let label = |label: &str| {
        let dash = label.starts_with('-') || label.ends_with('-');
        !label.is_empty() && !dash && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    own.split('.').all(label)
}
