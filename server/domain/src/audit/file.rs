//! Events as lines of a file: for spreadsheets, and as JSON for programs.

use data_encoding::HEXLOWER;
use serde::Serialize;

use super::{Action, AuditEvent, AuditFilter, Subject, record_with};
use crate::{Error, Role, Scope};

const BYTE_ORDER_MARK: &str = "\u{feff}";
const LINE_END: &str = "\r\n";
const COLUMNS: &str =
    "id,at,actor,actor_email,client,action,subject_kind,subject,details,address,request_id";

crate::text_enum! {
    /// The kinds of files.
    pub enum FileFormat {
        /// For spreadsheets (RFC 4180).
        Csv = "csv",
        /// One object of JSON on each line.
        JsonLines = "jsonl",
    }
}

/// An event for programs.
#[derive(Serialize)]
struct Line<'a> {
    id: String,
    at: String,
    actor: Option<String>,
    actor_email: Option<&'a str>,
    client: Option<String>,
    action: &'a str,
    subject_kind: &'a str,
    subject: String,
    details: Option<&'a str>,
    address: Option<&'a str>,
    request_id: Option<&'a str>,
}

impl FileFormat {
    /// What stands before the first event.
    #[must_use]
    pub fn head(self) -> String {
        match self {
            Self::Csv => format!("{BYTE_ORDER_MARK}{COLUMNS}{LINE_END}"),
            Self::JsonLines => String::new(),
        }
    }

    /// A line for each event.
    #[must_use]
    pub fn lines(self, events: &[AuditEvent]) -> String {
        let mut text = String::new();
        for event in events {
            match self {
                Self::Csv => text.push_str(&fields(&line(event))),
                Self::JsonLines => {
                    // Texts and numbers alone: nothing that JSON has no form for.
                    text.push_str(&serde_json::to_string(&line(event)).unwrap_or_default());
                    text.push('\n');
                }
            }
        }
        text
    }
}

/// An event with its place in the chain.
#[derive(Serialize)]
struct SealedLine<'a> {
    number: i64,
    hash: String,
    #[serde(flatten)]
    line: Line<'a>,
}

/// An event with its place in the chain, as one object of JSON.
pub(super) fn sealed_line(event: &AuditEvent, number: i64, hash: &[u8]) -> String {
    let line = SealedLine {
        number,
        hash: HEXLOWER.encode(hash),
        line: line(event),
    };
    // Texts and numbers alone: nothing that JSON has no form for.
    serde_json::to_string(&line).unwrap_or_default()
}

fn line(event: &AuditEvent) -> Line<'_> {
    Line {
        id: event.id.to_string(),
        at: event.at.to_rfc3339(),
        actor: event.actor_id.map(|id| id.to_string()),
        actor_email: event.actor_email.as_deref(),
        client: event.client_id.map(|id| id.to_string()),
        action: event.action_name(),
        subject_kind: &event.subject_kind,
        subject: event.subject_id.to_string(),
        details: event.details.as_deref(),
        address: event.address.as_deref(),
        request_id: event.request_id.as_deref(),
    }
}

fn fields(line: &Line) -> String {
    let fields = [
        Some(line.id.as_str()),
        Some(line.at.as_str()),
        line.actor.as_deref(),
        line.actor_email,
        line.client.as_deref(),
        Some(line.action),
        Some(line.subject_kind),
        Some(line.subject.as_str()),
        line.details,
        line.address,
        line.request_id,
    ];
    let fields = fields.map(|field| quoted(field.unwrap_or_default()));
    fields.join(",") + LINE_END
}

/// In quotes where it needs them. What a spreadsheet would compute begins with an apostrophe, which
/// makes it a text (OWASP, CSV injection).
fn quoted(field: &str) -> String {
    let computes = field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let field = if computes {
        format!("'{field}")
    } else {
        field.to_owned()
    };
    if field.contains(['"', ',', ';', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

/// Records that an administrator takes the events of a filter with them.
///
/// # Errors
/// [`Error::Forbidden`] for whoever is no administrator.
pub async fn record_export(
    scope: &Scope,
    filter: &AuditFilter,
    format: FileFormat,
) -> Result<(), Error> {
    scope.require(Role::Administrator)?;
    let subject = scope.account_id().map_or(Subject::Nobody, Subject::Account);
    let details = Some(format!("{format}: {}", told(filter)));
    let db = scope.portal.db.writer();
    record_with(db, scope, Action::AuditExported, subject, details).await?;
    Ok(())
}

/// The filter as the trail tells it: people and things by their identifiers.
fn told(filter: &AuditFilter) -> String {
    let parts = [
        filter.actor.map(|it| format!("actor={it}")),
        filter.action.map(|it| format!("action={it}")),
        filter.subject.map(|it| format!("subject={it}")),
        filter.request_id.as_ref().map(|it| format!("request={it}")),
        filter.since.map(|it| format!("since={}", it.to_rfc3339())),
        filter.until.map(|it| format!("until={}", it.to_rfc3339())),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return "all".to_owned();
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_computes_nothing_of_what_somebody_typed() {
        for (field, expected) in [
            ("a", "a"),
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-1", "'-1"),
            ("=A1,\"b\"", "\"'=A1,\"\"b\"\"\""),
            ("a;b", "\"a;b\""),
        ] {
            assert_eq!(quoted(field), expected);
        }
    }

    #[test]
    fn what_was_taken_is_told_by_identifiers() {
        assert_eq!(told(&AuditFilter::default()), "all");
        let filter = AuditFilter {
            action: Some(Action::RolesChanged),
            ..AuditFilter::default()
        };
        assert_eq!(told(&filter), "action=account.roles-changed");
    }
}
