//! The mails that say that access stops or goes on, to the applicant and to the group.

use sea_orm::DbErr;

use super::{
    letters::{Resumed, Revoked, Suspended},
    links,
    render::{Reader, Rendered},
    request::FiledRequest,
};
use domain::{
    Scope,
    applications::{Application, ApplicationState},
    catalogue::Catalogue,
    ids::ApplicationId,
    jobs::Addressee,
};

pub(super) async fn suspended(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
    to: Addressee,
) -> Rendered {
    let Some((filed, application, reader)) =
        standing(scope, catalogue, id, ApplicationState::Suspended, to).await?
    else {
        return Ok(None);
    };
    let letter = Suspended {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        reason: application.reason.clone().unwrap_or_default(),
        link: links::application(&scope.portal, filed.group.id, id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn resumed(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
    to: Addressee,
) -> Rendered {
    let Some((filed, application, reader)) =
        standing(scope, catalogue, id, ApplicationState::Approved, to).await?
    else {
        return Ok(None);
    };
    let letter = Resumed {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        remark: application.reason.clone(),
        link: links::application(&scope.portal, filed.group.id, id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

pub(super) async fn revoked(
    scope: &Scope,
    catalogue: &Catalogue,
    id: ApplicationId,
    to: Addressee,
) -> Rendered {
    let Some((filed, application, reader)) =
        standing(scope, catalogue, id, ApplicationState::Revoked, to).await?
    else {
        return Ok(None);
    };
    let letter = Revoked {
        name: reader.name.clone(),
        request: filed.request(scope, reader.locale).await?,
        reason: application.reason.clone().unwrap_or_default(),
        link: links::application(&scope.portal, filed.group.id, id),
    };
    reader.message(&scope.portal, &letter).map(Some)
}

/// The application and who is to hear of it, if it still stands so.
async fn standing<'a>(
    scope: &Scope,
    catalogue: &'a Catalogue,
    id: ApplicationId,
    state: ApplicationState,
    to: Addressee,
) -> Result<Option<(FiledRequest<'a>, Application, Reader)>, DbErr> {
    let filed = FiledRequest::of_application(scope, catalogue, id).await?;
    let filed = filed.filter(|(_, application)| application.state == state);
    Ok(filed.and_then(|(filed, application)| {
        let reader = filed.reader(to)?;
        // Whoever stands for the group may be the applicant, who hears of it anyway.
        let twice = to == Addressee::Group && reader.email == filed.applicant.email;
        (!twice).then_some((filed, application, reader))
    }))
}

impl FiledRequest<'_> {
    /// None when there is nobody to write to. As long as nobody has confirmed the address of the
    /// group, its first owner stands for it.
    pub fn reader(&self, to: Addressee) -> Option<Reader> {
        let applicant = Reader::from(self.applicant.clone());
        match to {
            Addressee::Applicant => Some(applicant),
            Addressee::Group if self.group.email_confirmed_at.is_none() => {
                self.owner.clone().map(Reader::from)
            }
            Addressee::Group => Some(Reader {
                email: self.group.email.clone(),
                account: None,
                name: self.group.name.clone(),
                locale: applicant.locale,
            }),
        }
    }
}
