//! Who decides on a request for a Trial.

use serde::{Deserialize, Serialize};

crate::text_enum! {
    pub enum TrialDecider {
        Manager = "manager",
        /// The portal itself, at once.
        Portal = "portal",
    }
}

/// A request that the portal does not approve waits for a contract manager.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TrialRule {
    pub decided_by: TrialDecider,
    /// The portal approves for addresses at these domains; for anybody if there is none, and known
    /// companies are not named either.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// The portal approves for companies for which a contract manager approved something.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub known_companies: bool,
}

/// Who asks for a Trial.
#[derive(Clone, Copy, Debug)]
pub struct TrialApplicant<'a> {
    /// The part of the confirmed address after its `@`, in lower case.
    pub mail_domain: &'a str,
    /// Whether a contract manager approved something for the permission group's company and
    /// this person.
    pub is_of_known_company: bool,
    /// Whether the company had a Trial of this API.
    pub had_trial: bool,
}

impl Default for TrialRule {
    fn default() -> Self {
        Self {
            decided_by: TrialDecider::Manager,
            domains: vec![],
            known_companies: false,
        }
    }
}

impl TrialRule {
    /// Whether the portal approves for anybody.
    #[must_use]
    pub const fn is_for_anybody(&self) -> bool {
        matches!(self.decided_by, TrialDecider::Portal)
            && self.domains.is_empty()
            && !self.known_companies
    }

    /// Whether the portal approves by itself. A company's second Trial is never one of these.
    #[must_use]
    pub fn approves(&self, applicant: TrialApplicant) -> bool {
        let is_meant = self.is_for_anybody()
            || self.domains.iter().any(|it| it == applicant.mail_domain)
            || (self.known_companies && applicant.is_of_known_company);
        self.decided_by == TrialDecider::Portal && is_meant && !applicant.had_trial
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRANGER: TrialApplicant = TrialApplicant {
        mail_domain: "elsewhere.example",
        is_of_known_company: false,
        had_trial: false,
    };

    fn by_portal(domains: &[&str], known_companies: bool) -> TrialRule {
        TrialRule {
            decided_by: TrialDecider::Portal,
            domains: domains.iter().map(ToString::to_string).collect(),
            known_companies,
        }
    }

    #[test]
    fn a_manager_decides_unless_the_portal_is_to() {
        assert!(!TrialRule::default().approves(STRANGER));
        assert!(by_portal(&[], false).approves(STRANGER));
    }

    #[test]
    fn the_portal_approves_for_those_who_are_named() {
        let rule = by_portal(&["acme.example"], true);
        let of_acme = TrialApplicant {
            mail_domain: "acme.example",
            ..STRANGER
        };
        let known = TrialApplicant {
            is_of_known_company: true,
            ..STRANGER
        };
        assert!(rule.approves(of_acme));
        assert!(rule.approves(known));
        assert!(!rule.approves(STRANGER));
        assert!(!by_portal(&["acme.example"], false).approves(known));
        assert!(!by_portal(&[], true).approves(of_acme));
    }

    #[test]
    fn a_second_trial_waits_for_a_manager() {
        let again = TrialApplicant {
            had_trial: true,
            ..STRANGER
        };
        assert!(!by_portal(&[], false).approves(again));
    }
}
