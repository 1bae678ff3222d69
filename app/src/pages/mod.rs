//! The pages. Each file holds a page's view and the handler that answers its address.

pub mod error_page;
mod language;
mod sign_up;

use crate::{
    routes,
    web::{Access::Anyone, Site},
};

/// Every page with its address and who may open it.
#[must_use]
pub fn site() -> Site {
    let site = Site::default().post(Anyone, routes::LANGUAGE, language::choose);
    sign_up::routes(site)
}
