//! One API, as the pages show it.

use std::{collections::BTreeMap, sync::Arc};

use articles::Article;
use chrono::NaiveDate;
use locales::Locale;

use super::{
    ApiState, Attachment, Audience, Category, ChangeNote, OpenedBy, Plan, RequestForm, TrialRule,
    document,
    search::{Head, OperationText},
};
use crate::{
    clock::Timestamp,
    ids::{ApiId, ApiRevisionId},
    sandbox::Sandbox,
};

#[derive(Clone, Debug)]
pub struct Api {
    pub id: ApiId,
    /// The revision that readers see.
    pub revision: ApiRevisionId,
    /// Whether this is what readers may see some day, shown to administrators alone.
    pub is_preview: bool,
    pub slug: String,
    pub version: String,
    pub category: Arc<Category>,
    pub tags: Vec<String>,
    /// The path where its calls start, as in `/identity/v1`.
    pub base_path: String,
    /// Its place in the catalogue.
    pub position: i32,
    pub state: ApiState,
    /// The last day of a deprecated one.
    pub sunset_on: Option<NaiveDate>,
    /// Since when it is deprecated.
    pub deprecated_at: Option<Timestamp>,
    /// The slug of the API that takes its place.
    pub successor: Option<String>,
    /// Since when readers see what they see of it.
    pub published_at: Option<Timestamp>,
    /// What opens it to programs.
    pub opened_by: OpenedBy,
    pub plans: Vec<PlanOffer>,
    /// Who may see it.
    pub audience: Audience,
    /// Who decides on a Trial of it.
    pub trial: TrialRule,
    /// What a request for it has to say.
    pub request_form: RequestForm,
    /// What changed with each version, the latest first.
    pub changes: Vec<ChangeNote>,
    /// Its `OpenAPI` document as it is stored.
    pub openapi: Option<Arc<str>>,
    /// What answers Trial calls.
    pub sandbox: Option<Arc<Sandbox>>,
    /// Where Pay Per Use calls are forwarded to.
    pub upstream: Option<String>,
    pub logo: Option<Attachment>,
    /// The tutorials that its owner wrote.
    pub tutorials: BTreeMap<Locale, Attachment>,
    /// The words by which searches rank it.
    pub(super) head: Head,
    /// What its operations say, for searches.
    pub(super) operations: Arc<[OperationText]>,
    /// The texts in the order of [`Locale::ALL`].
    pub(super) texts: [ApiText; Locale::ALL.len()],
}

/// A plan as this API offers it; `None` means no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanOffer {
    pub plan: Plan,
    pub calls: Option<u32>,
    pub days: Option<u32>,
    /// Whether another count begins whenever the days are over.
    pub renews: bool,
}

/// The texts of an API in one language.
#[derive(Clone, Debug)]
pub struct ApiText {
    pub name: String,
    pub summary: String,
    pub presentation: Article,
    /// Empty where nobody wrote any.
    pub documentation: Article,
    pub answers: Vec<Answer>,
    /// The terms of use of plans that have some of their own, as HTML.
    pub terms: BTreeMap<Plan, String>,
}

impl ApiText {
    /// The explanation of an answer by the API's own code, or else by its status.
    #[must_use]
    pub fn answer(&self, status: u16, code: Option<&str>) -> Option<&Answer> {
        let mut answers = self.answers.iter().filter(|it| it.status == status);
        let same_code = answers.clone().find(|it| Some(it.code.as_str()) == code);
        same_code.or_else(|| answers.next())
    }
}

/// One answer an API gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status code.
    pub status: u16,
    /// The API's own code.
    pub code: String,
    pub meaning: String,
    pub remedy: String,
}

impl Api {
    #[must_use]
    pub fn text(&self, locale: Locale) -> &ApiText {
        &self.texts[locale as usize]
    }

    /// Whether its calls are answered, and the catalogue lists it.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.state.is_open()
    }

    /// Whether it is the portal's own: calls of it pass no gateway, and nobody asks for access to it.
    #[must_use]
    pub const fn is_own(&self) -> bool {
        !self.opened_by.is_plans()
    }

    /// Whether access to it can be asked for. Nobody begins with what is about to end.
    #[must_use]
    pub fn takes_requests(&self) -> bool {
        self.state == ApiState::Published && !self.is_own()
    }

    /// Its `OpenAPI` document with this portal as its server.
    #[must_use]
    pub fn document(&self, public_url: &str) -> Option<String> {
        let stored = self.openapi.as_deref()?;
        document::served(stored, public_url, &self.base_path).ok()
    }

    /// The offer of this plan, if the API has one.
    #[must_use]
    pub fn offer(&self, plan: Plan) -> Option<PlanOffer> {
        self.plans.iter().copied().find(|offer| offer.plan == plan)
    }
}
