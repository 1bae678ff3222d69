//! Permission groups: the people of a company who share access to what it contracted.

pub mod address;
mod create;
mod lookup;
mod mine;

pub use crate::entities::permission_group::Model as Group;
pub use crate::vocabulary::MemberRole;
pub use address::AddressLetterError;
pub use create::{CreateGroupError, NewGroup, create};
pub use lookup::{by_ids, find, find_all, find_with_members, first_owner};
pub use mine::{GroupSummary, mine, page_of_mine};

pub(crate) use create::{GroupCreation, create_in, search_text};
pub(crate) use lookup::{
    companies_of, find_in, ids_of, ids_of_companies, ids_of_establishment, ids_of_member,
    member_ids, members, of_company, owners, page_of_members, role_in,
};
