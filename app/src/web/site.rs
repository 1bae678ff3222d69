//! The table of routes: a route is declared once, with who may open it.

use axum::{
    Router,
    extract::DefaultBodyLimit,
    handler::Handler,
    http::Method,
    middleware,
    routing::{MethodRouter, get, post},
};

use leptos::server_fn::ServerFn;

use super::{Access, App, access::enforce, functions, posted_parts::MAX_SENT_BYTES};

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    pub access: Access,
}

/// The pages with their addresses and who may open them.
#[derive(Default)]
pub struct Site {
    router: Router<App>,
    table: Vec<Route>,
}

impl Site {
    #[must_use]
    pub fn get<H, T>(self, access: Access, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::GET, access, path, get(handler))
    }

    #[must_use]
    pub fn post<H, T>(self, access: Access, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::POST, access, path, post(handler))
    }

    /// A form that may have more bytes than forms usually have.
    #[must_use]
    pub fn post_large<H, T>(
        self,
        access: Access,
        path: &'static str,
        most: usize,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let handler = post(handler).layer(DefaultBodyLimit::max(most));
        self.add(Method::POST, access, path, handler)
    }

    /// A function of the server that islands call.
    #[must_use]
    pub fn function<F: ServerFn>(self, access: Access) -> Self {
        let handler = post(functions::answer);
        self.add_function::<F>(access, handler, functions::MAX_BODY_BYTES)
    }

    /// The same of one that takes a form with files.
    #[must_use]
    pub fn form_function<F: ServerFn>(self, access: Access) -> Self {
        let handler = post(functions::answer_form);
        self.add_function::<F>(access, handler, MAX_SENT_BYTES)
    }

    fn add_function<F: ServerFn>(
        mut self,
        access: Access,
        handler: MethodRouter<App>,
        most: usize,
    ) -> Self {
        let guard = middleware::from_fn_with_state(access, functions::enforce);
        let guarded = handler
            .route_layer(guard)
            .layer(DefaultBodyLimit::max(most));
        self.router = self.router.route(F::PATH, guarded);
        self.table.push(Route {
            method: Method::POST,
            path: F::PATH,
            access,
        });
        self
    }

    /// With the routes of each of these parts.
    #[must_use]
    pub fn merge<const N: usize>(self, parts: [fn(Self) -> Self; N]) -> Self {
        parts.into_iter().fold(self, |site, part| part(site))
    }

    fn add(
        mut self,
        method: Method,
        access: Access,
        path: &'static str,
        handler: MethodRouter<App>,
    ) -> Self {
        let guarded = handler.route_layer(middleware::from_fn_with_state(access, enforce));
        self.router = self.router.route(path, guarded);
        self.table.push(Route {
            method,
            path,
            access,
        });
        self
    }

    #[must_use]
    pub fn table(&self) -> &[Route] {
        &self.table
    }

    pub fn into_router(self) -> Router<App> {
        self.router
    }
}
