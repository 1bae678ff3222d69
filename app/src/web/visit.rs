//! One request of one reader: who they are, what they read, what they just did.

use std::sync::{Arc, OnceLock};

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header, request::Parts},
    middleware::Next,
    response::Response,
};
use chrono_tz::Tz;
use domain::{
    Actor, DbErr, Origin, Person, Scope,
    accounts::{Passwords, SessionKind, sessions},
    catalogue::{Catalogue, Snapshot},
    credentials::Vault,
    requests,
    token::Token,
};
use locales::Locale;
use tracing::Span;

use super::{
    App, ClientOrigin, Flash, ForEverybody, OfCatalogue, PageError, cookies,
    for_programs::wants_markdown,
    kept, language,
    notes::{self, Notes},
    sessions::ForgetAfter,
};
use crate::routes;

#[derive(Clone)]
pub struct Visit {
    pub app: App,
    pub scope: Scope,
    pub locale: Locale,
    /// What the reader may see of the catalogue.
    pub apis: Arc<Snapshot>,
    /// The language that the address names to a browser that keeps none.
    named: Option<Locale>,
    /// Whether the reader would rather have Markdown than a page.
    pub wants_markdown: bool,
    /// The path and query asked for.
    pub path: String,
    pub flash: Option<Flash>,
    /// How many requests wait for the reader, if they decide on any.
    pub waiting: Option<u64>,
    /// What kind of session the reader has.
    pub session: Option<SessionKind>,
    /// The session's token, for ending it.
    pub token: Option<Token>,
    /// What the browser keeps for us.
    pub notes: Notes,
    /// The fields of the form that was sent, without passwords, once they were read.
    pub posted: Arc<OnceLock<String>>,
    /// What the browser calls itself, shortened; shown in the list of sessions.
    pub device: String,
}

impl Visit {
    /// The signed-in person, when the session is good for more than setting the password.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        self.scope.person()
    }

    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.app.services.catalogue
    }

    #[must_use]
    pub fn vault(&self) -> &Vault {
        &self.app.services.vault
    }

    #[must_use]
    pub fn passwords(&self) -> &Passwords {
        &self.app.services.passwords
    }

    /// Times are shown in it.
    #[must_use]
    pub fn time_zone(&self) -> Tz {
        self.app.services.portal.settings.time_zone
    }

    /// The path asked for, without its query.
    #[must_use]
    pub fn page(&self) -> &str {
        self.path.split('?').next().unwrap_or_default()
    }
}

/// What is told without knowing who asks.
const STATUS_PAGES: [&str; 3] = [routes::STATUS, routes::STATUS_FEED, routes::STATUS_MARKDOWN];

/// Middleware: finds out who is asking, lets the page answer, and turns a refusal into a page.
pub async fn receive(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let changes = !parts.method.is_safe();
    let sessions = app.clone();
    let _forget = changes.then(|| ForgetAfter(sessions.sessions()));
    let mut visit = Visit::of_visitor(app, &parts);
    if let Err(error) = visit.identify(changes).await {
        // How the portal works is told to everybody, above all while it does not.
        if changes || !STATUS_PAGES.contains(&visit.page()) {
            return PageError::from(error).page(&visit);
        }
        visit.scope.actor = Actor::Visitor;
    }
    parts.extensions.insert(visit.clone());
    let method = parts.method.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let mut response = match refusal(&response) {
        Some(error) => error.page(&visit),
        None => response,
    };
    if kept::is_done(&visit, &method, response.status())
        && let Some(gone) = cookies::expire(notes::FORM, visit.app.https)
    {
        response.headers_mut().append(header::SET_COOKIE, gone);
    }
    if let Some(cookie) = visit.first_language(response.status()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    visit.keep_from_others(&mut response);
    // For the access log.
    if let Some(account) = visit.scope.account_id() {
        response.extensions_mut().insert(account);
    }
    response
}

/// Why there is no page. 400 comes from before the handler, of an address whose parts or query
/// nobody can read: there is nothing at it.
fn refusal(response: &Response) -> Option<PageError> {
    let unreadable = response.status() == StatusCode::BAD_REQUEST;
    let said = response.extensions().get().cloned();
    said.or_else(|| unreadable.then_some(PageError::NotFound))
}

impl Visit {
    /// What the request itself tells.
    fn of_visitor(app: App, parts: &Parts) -> Self {
        let headers = &parts.headers;
        let origin = parts
            .extensions
            .get::<ClientOrigin>()
            .map(origin)
            .unwrap_or_default();
        let browser = cookies::read(headers, cookies::browser_name(app.https));
        let browser = browser.and_then(Token::parse);
        let chosen = language::of_browser(headers);
        let query = parts.uri.query().unwrap_or_default();
        let named = language::of_query(query);
        let named = named.filter(|_| chosen.is_none() && parts.method.is_safe());
        Self {
            scope: Scope::visitor(app.services.portal.clone(), origin).with_browser(browser),
            apis: app.services.catalogue.public(),
            locale: chosen.or(named).unwrap_or_else(|| negotiated(headers)),
            named,
            wants_markdown: wants_markdown(headers),
            path: parts
                .uri
                .path_and_query()
                .map(ToString::to_string)
                .unwrap_or_default(),
            flash: Flash::read(headers),
            waiting: None,
            session: None,
            token: cookies::read(headers, cookies::session_name(app.https)).and_then(Token::parse),
            notes: Notes::read(headers),
            posted: Arc::default(),
            device: device(headers),
            app,
        }
    }

    /// Whoever sees more of the catalogue than everybody gets nothing that others may be shown.
    fn keep_from_others(&self, response: &mut Response) {
        if Arc::ptr_eq(&self.apis, &self.catalogue().public()) {
            return;
        }
        response.extensions_mut().remove::<ForEverybody>();
        response.extensions_mut().remove::<OfCatalogue>();
        let headers = response.headers_mut();
        headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
        let cache = headers.get(header::CACHE_CONTROL);
        let cache = cache.and_then(|value| value.to_str().ok());
        if cache.is_some_and(|it| it.contains("public")) {
            let own = HeaderValue::from_static("private, no-cache");
            headers.insert(header::CACHE_CONTROL, own);
        }
    }

    /// Whoever came by an address with a language reads on in it: the links of the page name none.
    fn first_language(&self, answered: StatusCode) -> Option<HeaderValue> {
        let is_first = self.session.is_none() && answered == StatusCode::OK;
        let named = self.named.filter(|_| is_first)?;
        language::cookie(named, self.app.https)
    }

    /// Who the session's token belongs to; whoever changes something is looked up anew.
    async fn identify(&mut self, changes: bool) -> Result<(), DbErr> {
        let Some(token) = &self.token else {
            return Ok(());
        };
        let portal = &self.app.services.portal;
        let session = if changes {
            sessions::authenticate(portal, token).await?
        } else {
            self.app.sessions().of_reader(portal, token).await?
        };
        if let Some(session) = session {
            self.locale = session.locale;
            self.session = Some(session.session.kind);
            Span::current().record("account", tracing::field::display(session.person.id));
            self.scope.actor = Actor::Person(session.person, session.session);
            self.apis = requests::visible(&self.scope, self.catalogue()).await?;
            self.waiting = self.app.waiting().of_reader(&self.scope).await;
            if changes {
                self.app.waiting().forget();
            }
        }
        Ok(())
    }
}

fn origin(client: &ClientOrigin) -> Origin {
    Origin {
        address: client.address,
        request_id: Some(client.request_id.clone()),
    }
}

/// Whether a page for this request may be one for anybody, in [`anybodys_language`]: it names no
/// language, and brings no cookie but that of a language.
#[must_use]
pub fn is_anybodys(uri: &Uri, headers: &HeaderMap) -> bool {
    let query = uri.query().unwrap_or_default();
    language::of_query(query).is_none()
        && cookies::names(headers).all(|name| name == language::COOKIE)
}

/// The language that a visitor chose, or that their browser asks for.
#[must_use]
pub fn anybodys_language(headers: &HeaderMap) -> Locale {
    language::of_browser(headers).unwrap_or_else(|| negotiated(headers))
}

fn negotiated(headers: &HeaderMap) -> Locale {
    headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .map(Locale::negotiate)
        .unwrap_or_default()
}

fn device(headers: &HeaderMap) -> String {
    const MAX_CHARS: usize = 200;
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    agent.chars().take(MAX_CHARS).collect()
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| PageError::fault("a page outside of the site"))
    }
}
