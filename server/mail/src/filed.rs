//! A filed request with all that mails tell of it, and the writing of one.

use locales::{Locale, terms};
use sea_orm::{ConnectionTrait, DbErr};

use super::{
    letters::{Letter, Request},
    render::{Reader, Rendered},
};
use domain::{
    Scope,
    accounts::{self, Contact},
    applications::{self, Application},
    catalogue::{self, Catalogue, Plan},
    groups::{self, Group},
    ids::{AccountId, ApplicationId, GroupId, RequestId},
    jobs::Addressee,
    requests::{self, RequestKind},
};

/// A filed request with its group, applicant and owner.
pub(super) struct FiledRequest<'a> {
    catalogue: &'a Catalogue,
    pub request: requests::Request,
    pub group: Group,
    /// Or the first owner, once the applicant left the group.
    pub applicant: Contact,
    /// Who stands for the group as long as nobody has confirmed its address.
    owner: Option<Contact>,
    /// The plan that its application has by now, or that is asked for.
    plan: Plan,
}

impl<'a> FiledRequest<'a> {
    pub async fn find(
        scope: &Scope,
        catalogue: &'a Catalogue,
        id: RequestId,
    ) -> Result<Option<Self>, DbErr> {
        let Some(request) = requests::load(scope.portal.db.reader(), id).await? else {
            return Ok(None);
        };
        let plan = request.plan;
        Self::complete(scope, catalogue, request, plan).await
    }

    /// With the application that it made.
    pub async fn of_application(
        scope: &Scope,
        catalogue: &'a Catalogue,
        id: ApplicationId,
    ) -> Result<Option<(Self, Application)>, DbErr> {
        let db = scope.portal.db.reader();
        let (Some(application), Some(request)) = (
            applications::find(db, id).await?,
            requests::load(db, id.request()).await?,
        ) else {
            return Ok(None);
        };
        let filed = Self::complete(scope, catalogue, request, application.plan).await?;
        Ok(filed.map(|filed| (filed, application)))
    }

    async fn complete(
        scope: &Scope,
        catalogue: &'a Catalogue,
        request: requests::Request,
        plan: Plan,
    ) -> Result<Option<Self>, DbErr> {
        let db = scope.portal.db.reader();
        let (group, applicant) = (request.group_id, request.applicant_id);
        let mut groups = groups::by_ids(db, [group].into_iter()).await?;
        let (Some(group), Some(applicant)) =
            (groups.remove(&group), told_for(db, group, applicant).await?)
        else {
            return Ok(None);
        };
        let owner = match group.email_confirmed_at {
            Some(_) => None,
            None => groups::first_owner(db, group.id).await?,
        };
        Ok(Some(Self {
            catalogue,
            request,
            group,
            applicant,
            owner,
            plan,
        }))
    }

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

    /// The mail to one reader, whose letter is made of their name and what it tells of the request.
    pub async fn write<L: Letter>(
        &self,
        scope: &Scope,
        reader: Reader,
        letter: impl FnOnce(String, Request) -> L,
    ) -> Rendered {
        let request = self.told(scope, reader.locale).await?;
        let letter = letter(reader.name.clone(), request);
        reader.message(&scope.portal, &letter).map(Some)
    }

    /// The mail to the applicant, as [`Self::write`] makes it.
    pub async fn write_to_applicant<L: Letter>(
        &self,
        scope: &Scope,
        letter: impl FnOnce(String, Request) -> L,
    ) -> Rendered {
        let applicant = Reader::from(self.applicant.clone());
        self.write(scope, applicant, letter).await
    }

    async fn told(&self, scope: &Scope, locale: Locale) -> Result<Request, DbErr> {
        let api = catalogue::api_of(scope, self.catalogue, self.request.api_id).await?;
        Ok(Request {
            number: self.request.number.clone(),
            api: api.text(locale).name.clone(),
            plan: self.plan_name(locale),
            name: self.request.name.clone(),
            group: self.group.name.clone(),
            company: self.group.legal_name.clone(),
        })
    }

    const fn plan_name(&self, locale: Locale) -> &'static str {
        match (self.request.kind, self.plan) {
            (RequestKind::PlanChange, _) => terms::plan_upgrade(locale),
            (RequestKind::Access, Plan::Trial) => terms::plan_trial(locale),
            (RequestKind::Access, Plan::PayPerUse) => terms::plan_pay_per_use(locale),
        }
    }
}

/// Who is told of what somebody asked for: themselves, or the first owner of the group that they
/// left, which has the request without them.
async fn told_for(
    db: &impl ConnectionTrait,
    group: GroupId,
    applicant: AccountId,
) -> Result<Option<Contact>, DbErr> {
    if !groups::is_member(db, group, applicant).await?
        && let Some(owner) = groups::first_owner(db, group).await?
    {
        return Ok(Some(owner));
    }
    let mut found = accounts::by_ids(db, [applicant].into_iter()).await?;
    Ok(found.remove(&applicant))
}
