//! What contract managers look for, as conditions on requests and applications.

use sea_orm::{ColumnTrait, Condition, DbErr};
use values::Cnpj;

use crate::{
    Role, Scope, accounts, applications,
    catalogue::Plan,
    folding::words,
    groups,
    ids::{AccountId, ApiId},
    managers::{self, Coverage},
    requests::{self, RequestOrder, Status},
    search::{self, SearchTarget},
};

/// The number of characters that all establishments of a company share, and that a CNPJ has.
const ROOT: usize = 8;
const WHOLE: usize = 14;

/// The search of a contract manager.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// `None` for every status.
    pub status: Option<Status>,
    /// Words of a number, a name, a company, a CNPJ or an address; or a public key.
    pub query: String,
    pub api: Option<ApiId>,
    pub plan: Option<Plan>,
    /// A CNPJ, its root, or words of a company's name.
    pub company: String,
    pub assigned: AssignedTo,
    pub part: SearchPart,
    /// What requests that wait are sorted by.
    pub order: RequestOrder,
}

/// Whom requests are assigned to. Of what was approved nobody asks that any more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AssignedTo {
    #[default]
    Anybody,
    Nobody,
    Asker,
    Manager(AccountId),
}

/// Which part of all requests is looked through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SearchPart {
    /// What the asker decides on.
    #[default]
    Own,
    All,
}

impl Default for Search {
    /// Searches for pending requests.
    fn default() -> Self {
        Self {
            status: Some(Status::Pending),
            query: String::new(),
            api: None,
            plan: None,
            company: String::new(),
            assigned: AssignedTo::default(),
            part: SearchPart::default(),
            order: RequestOrder::default(),
        }
    }
}

/// What was typed as a company.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Company {
    Establishment(Cnpj),
    /// A root, and the words of a name that looks like one.
    Root(String, Vec<String>),
    /// Folded words of a name.
    Named(Vec<String>),
}

impl Company {
    fn read(typed: &str) -> Self {
        let code: String = typed
            .chars()
            .filter(|c| !matches!(c, '.' | '/' | '-' | ' '))
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let is_code = code.chars().all(|c| c.is_ascii_alphanumeric())
            && code.contains(|c: char| c.is_ascii_digit());
        match code.len() {
            WHOLE if is_code => match Cnpj::parse(&code) {
                Ok(cnpj) => Self::Establishment(cnpj),
                Err(_) => Self::Named(words(typed)),
            },
            ROOT if is_code => Self::Root(code, words(typed)),
            _ => Self::Named(words(typed)),
        }
    }
}

/// The conditions of a search.
pub(super) struct Conditions<'a> {
    scope: &'a Scope,
    wanted: &'a Search,
    company: Company,
    coverage: Coverage,
    /// All contract managers, where what nobody looks after is sought.
    managers: Vec<AccountId>,
}

impl<'a> Conditions<'a> {
    pub(super) async fn of(scope: &'a Scope, wanted: &'a Search) -> Result<Self, DbErr> {
        let coverage = match wanted.part {
            SearchPart::Own => managers::coverage(scope.portal.db.reader(), scope).await?,
            SearchPart::All => Coverage::Everything,
        };
        let managers = if wanted.assigned == AssignedTo::Nobody {
            let db = scope.portal.db.reader();
            accounts::with_role(db, Role::ContractManager).await?
        } else {
            Vec::new()
        };
        Ok(Self {
            managers,
            company: Company::read(&wanted.company),
            scope,
            wanted,
            coverage,
        })
    }

    /// Whether words and a status are all that is asked for.
    pub(super) fn are_words_alone(&self) -> bool {
        let plain = Search {
            status: self.wanted.status,
            query: self.wanted.query.clone(),
            part: self.wanted.part,
            ..Search::default()
        };
        *self.wanted == plain && self.coverage == Coverage::Everything
    }

    /// Those on requests in a status.
    pub(super) fn on_requests(&self, status: Option<Status>) -> Condition {
        let columns = (requests::API, requests::PLAN, requests::GROUP);
        let to = |account| Condition::all().add(requests::assigned_to(account));
        let assigned = match self.wanted.assigned {
            AssignedTo::Anybody => None,
            AssignedTo::Nobody => Some(requests::assigned_to_none_of(&self.managers)),
            AssignedTo::Asker => Some(to(self.scope.account_id())),
            AssignedTo::Manager(account) => Some(to(Some(account))),
        };
        let all = self.on_rows(columns).add_option(assigned);
        let all = match &self.company {
            Company::Establishment(_) => all,
            Company::Root(root, name) => {
                let of_root = has_root(requests::GROUP, root);
                all.add(of_root.add(requests::company_has(name)))
            }
            Company::Named(name) => all.add(requests::company_has(name)),
        };
        self.with_words(all, "requests.id", status, &words(&self.wanted.query))
    }

    /// Those on applications in a status. The name of a company is looked for among all words.
    pub(super) fn on_applications(&self, status: Status) -> Condition {
        let columns = (applications::API, applications::PLAN, applications::GROUP);
        let mut sought = words(&self.wanted.query);
        if let Company::Named(name) = &self.company {
            sought.extend(name.iter().cloned());
        }
        let mut all = self.on_rows(columns);
        if let Company::Root(root, name) = &self.company {
            let of_root = has_root(applications::GROUP, root);
            let named = Condition::all();
            let named = self.with_words(named, "applications.id", Some(status), name);
            all = all.add(of_root.add(named));
        }
        self.with_words(all, "applications.id", Some(status), &sought)
    }

    fn on_rows<C: ColumnTrait>(&self, (api, plan, group): (C, C, C)) -> Condition {
        let of_company = match &self.company {
            Company::Establishment(cnpj) => Some(groups::ids_of_establishment(cnpj)),
            Company::Root(..) | Company::Named(_) => None,
        };
        Condition::all()
            .add(self.coverage.condition(api, group))
            .add_option(self.wanted.api.map(|wanted| api.eq(wanted)))
            .add_option(self.wanted.plan.map(|wanted| plan.eq(wanted)))
            .add_option(of_company.map(|ids| group.in_subquery(ids)))
    }

    fn with_words(
        &self,
        all: Condition,
        column: &str,
        status: Option<Status>,
        words: &[String],
    ) -> Condition {
        if words.is_empty() {
            return all;
        }
        let target = SearchTarget::Requests(status);
        let db = &self.scope.portal.db;
        all.add(search::has_words(db, column, target, words))
    }
}

/// The start of a choice: what is of a company with this root, or what is added.
fn has_root(group: impl ColumnTrait, root: &str) -> Condition {
    let ids = groups::ids_of_companies(&[root.to_owned()]);
    Condition::any().add(group.in_subquery(ids))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_is_typed_as_a_number_its_root_or_a_name() {
        let read = Company::read;
        let whole: Cnpj = "12.ABC.345/01DE-35".parse().unwrap();
        assert_eq!(
            read("12.abc.345/01de-35"),
            Company::Establishment(whole.clone())
        );
        for root in ["12.ABC.345", "Banco123"] {
            let code = root.replace('.', "").to_uppercase();
            assert_eq!(read(root), Company::Root(code, words(root)), "{root}");
        }
        for name in ["Padarias", "Padaria São João", "", "12.ABC.345/01DE-36"] {
            assert_eq!(read(name), Company::Named(words(name)), "{name}");
        }
    }
}
