//! The mails the portal sends.
