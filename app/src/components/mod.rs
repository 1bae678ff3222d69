//! Pieces that pages are made of.

mod action;
mod administration;
pub mod age;
mod answers;
mod breadcrumbs;
mod channels;
mod code;
pub mod device;
mod event;
mod facts;
mod heading;
mod icon;
mod incident;
mod json;
mod key;
mod local_nav;
mod mail_sent;
mod message;
mod notice;
mod page_head;
mod pagination;
mod program;
mod quota;
mod search_form;
pub mod shell;
mod staff;
mod status_meaning;
mod support_nav;
pub mod terms;
pub mod test_keys;
pub mod time;
mod upstream;
pub mod wait;

pub use action::{Action, ActionLink};
pub use administration::AdministrationNav;
pub use age::Ago;
pub use answers::{AnswerFacts, legal_basis};
pub use breadcrumbs::{Breadcrumbs, Crumb};
pub use channels::SupportChannels;
pub use code::CodeFigure;
pub use event::event_name;
pub use facts::{EmailAddress, Fact, GroupFacts, MachineFact, Paragraphs};
pub use heading::Heading;
pub use icon::{Icon, LargeIcon, Symbol};
pub use incident::{
    ComponentStamp, IncidentNotices, IncidentStamp, component_state_name, incident_address,
    incident_anchor, incident_times, kind_name, other_language, stage_name,
};
pub use json::{Json, json_html};
pub use key::{Key, KeyLabel, KeyReceipt};
pub use local_nav::{LocalNav, NavLink};
pub use mail_sent::MailSent;
pub use message::Message;
pub use notice::{Notice, NoticeKind};
pub use page_head::PageHead;
pub use pagination::Pagination;
pub use program::{LANGUAGE_OF_PROGRAMS, Programs, chosen_language, program_html};
pub use quota::QuotaMeter;
pub use search_form::SearchForm;
pub use staff::STAFF_AREAS;
pub use status_meaning::StatusMeaning;
pub use support_nav::{OpenMessages, SupportNav};
pub use terms::{DraftStamp, StatusStamp};
pub use test_keys::TestKeys;
pub use time::Time;
pub use upstream::NoUpstream;
