//! Where mails lead.
