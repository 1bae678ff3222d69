//! The rows of the database. Nothing outside this crate sees them.

pub mod account;
pub mod account_role;
pub mod api;
pub mod api_answer;
pub mod api_plan;
pub mod api_sample;
pub mod api_text;
pub mod application;
pub mod audit_event;
pub mod counter;
pub mod credential;
pub mod job;
pub mod link;
pub mod membership;
pub mod permission_group;
pub mod secret;
pub mod session;
pub mod throttle;
