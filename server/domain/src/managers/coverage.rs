//! The part of all requests that a contract manager decides on.

use sea_orm::{ColumnTrait, Condition};
use values::Cnpj;

use crate::{entities::manager_scope, groups, ids::ApiId};

/// What a contract manager decides on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Coverage {
    Everything,
    /// What is for one of these APIs, or of one of these companies.
    Only {
        apis: Vec<ApiId>,
        cnpj_roots: Vec<String>,
    },
}

/// A part that nobody can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CoverageError {
    /// Neither an API nor a company is in it: that would be kept as everything.
    #[error("the part is empty")]
    Empty,
    /// It has more than [`MAX_PARTS`](super::MAX_PARTS) APIs and companies.
    #[error("the part has too many APIs and companies")]
    TooMany,
}

impl Coverage {
    /// By the rows of a manager, without which they have everything.
    pub(super) fn of<'a>(rows: impl Iterator<Item = &'a manager_scope::Model>) -> Self {
        let (mut apis, mut cnpj_roots) = (Vec::new(), Vec::new());
        for row in rows {
            apis.extend(row.api_id);
            cnpj_roots.extend(row.cnpj_root.clone());
        }
        if apis.is_empty() && cnpj_roots.is_empty() {
            Self::Everything
        } else {
            Self::Only { apis, cnpj_roots }
        }
    }

    /// Both parts together.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (
                Self::Only {
                    mut apis,
                    mut cnpj_roots,
                },
                Self::Only {
                    apis: more_apis,
                    cnpj_roots: more_roots,
                },
            ) => {
                apis.extend(more_apis);
                cnpj_roots.extend(more_roots);
                Self::Only { apis, cnpj_roots }
            }
            _ => Self::Everything,
        }
    }

    /// Whether a request for an API by a company belongs to it.
    #[must_use]
    pub fn has(&self, api: ApiId, cnpj: &Cnpj) -> bool {
        match self {
            Self::Everything => true,
            Self::Only { apis, cnpj_roots } => {
                apis.contains(&api) || cnpj_roots.iter().any(|root| root == cnpj.root())
            }
        }
    }

    /// The same as a condition on rows, by the columns of their API and group.
    pub(crate) fn condition(&self, api: impl ColumnTrait, group: impl ColumnTrait) -> Condition {
        match self {
            Self::Everything => Condition::all(),
            Self::Only { apis, cnpj_roots } => Condition::any()
                .add(api.is_in(apis.iter().copied()))
                .add(group.in_subquery(groups::ids_of_companies(cnpj_roots))),
        }
    }
}
