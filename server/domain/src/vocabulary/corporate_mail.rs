//! Tells addresses of companies from those of free and disposable mail services.

use std::cmp::Ordering;

use super::Email;

/// Published domains of such services, sorted, one on each line, as the search below needs them.
const PUBLISHED: &str = include_str!("../../data/free-mail-domains.txt");
const BRAZILIAN: &str = include_str!("../../data/free-mail-domains-br.txt");

crate::text_enum! {
    /// How registrations with a free mail address are treated.
    pub enum CorporateMailMode { Off = "off", Warn = "warn", Block = "block" }
}

/// The settings for free mail addresses. A listed domain includes its subdomains.
#[derive(Clone, Debug)]
pub struct CorporateMailPolicy {
    pub mode: CorporateMailMode,
    /// Domains that count as corporate, whatever the published list says.
    pub allow: Vec<String>,
    /// Domains that count as free mail, in addition to the published ones.
    pub deny: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Fine,
    FreeMail,
}

impl CorporateMailPolicy {
    /// Classifies an address. `allow` takes precedence over `deny` and the published list.
    #[must_use]
    pub fn classify(&self, email: &Email) -> Verdict {
        let domain = email.domain();
        if self.mode == CorporateMailMode::Off || covers(&self.allow, domain) {
            Verdict::Fine
        } else if covers(&self.deny, domain) || has(PUBLISHED, domain) || has(BRAZILIAN, domain) {
            Verdict::FreeMail
        } else {
            Verdict::Fine
        }
    }
}

fn covers(domains: &[String], domain: &str) -> bool {
    domains.iter().any(|listed| {
        domain
            .strip_suffix(listed.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}

/// Searches the text itself by bisection, so that fourteen thousand domains take no further memory.
fn has(sorted: &str, wanted: &str) -> bool {
    let mut lines = sorted;
    while !lines.is_empty() {
        let middle = lines.len() / 2;
        let start = lines[..middle].rfind('\n').map_or(0, |end| end + 1);
        let end = lines[middle..]
            .find('\n')
            .map_or(lines.len(), |at| middle + at);
        match wanted.cmp(&lines[start..end]) {
            Ordering::Equal => return true,
            Ordering::Less => lines = &lines[..start],
            Ordering::Greater => lines = lines.get(end + 1..).unwrap_or_default(),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classified(mode: CorporateMailMode, address: &str) -> Verdict {
        let policy = CorporateMailPolicy {
            mode,
            allow: vec!["gmail.com".to_owned()],
            deny: vec!["correio.example".to_owned()],
        };
        policy.classify(&Email::parse(address).unwrap())
    }

    #[test]
    fn free_mail_is_told_from_a_companys() {
        for address in ["a@hotmail.com", "a@uol.com.br", "a@globo.com", "a@r7.com"] {
            assert_eq!(
                classified(CorporateMailMode::Warn, address),
                Verdict::FreeMail,
                "{address}"
            );
        }
        for address in ["a@empresa.com.br", "a@notgmail.example", "a@minhaglobo.com"] {
            assert_eq!(
                classified(CorporateMailMode::Block, address),
                Verdict::Fine,
                "{address}"
            );
        }
    }

    #[test]
    fn the_owners_lists_come_first() {
        assert_eq!(
            classified(CorporateMailMode::Block, "a@gmail.com"),
            Verdict::Fine
        );
        assert_eq!(
            classified(CorporateMailMode::Block, "a@correio.example"),
            Verdict::FreeMail
        );
        assert_eq!(
            classified(CorporateMailMode::Block, "a@x.correio.example"),
            Verdict::FreeMail
        );
        assert_eq!(
            classified(CorporateMailMode::Block, "a@xcorreio.example"),
            Verdict::Fine
        );
    }

    #[test]
    fn nobody_is_classified_when_the_policy_is_off() {
        assert_eq!(
            classified(CorporateMailMode::Off, "a@hotmail.com"),
            Verdict::Fine
        );
    }

    #[test]
    fn every_published_domain_is_found() {
        for list in [PUBLISHED, BRAZILIAN] {
            assert!(list.lines().is_sorted());
            assert!(list.lines().all(|line| has(list, line)));
        }
    }
}
