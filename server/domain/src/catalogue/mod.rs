//! The catalogue of APIs.

crate::text_enum! {
    pub enum Plan { Trial = "trial", PayPerUse = "pay-per-use" }
}
crate::text_enum! {
    pub enum Category { Identity = "identity", Credit = "credit", Relationship = "relationship" }
}
pub struct Catalogue;
