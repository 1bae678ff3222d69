//! What tests speak with: a portal, its visitors, their answers and their mail.

mod acts;
mod answer;
mod app;
mod factor;
mod inbox;
mod program;
mod programs;
mod rows;
mod trail;
mod visitor;

pub use acts::{
    ANA, APPLICATION, BIA, CARLOS, ELSEWHERE, GROUP, REASON, SESSION, SMV_TRIAL, but, id_in,
};
pub use answer::Answer;
pub use app::{HOST, HTTPS, TestApp};
pub use domain::testing::PASSWORD;
pub use factor::adds_app;
pub use program::{GRANT, Program, TOKEN, smv};
pub use visitor::{Upload, Visitor};
