//! Permission groups: the people of a company who share access to what it contracted.

pub mod address;
mod create;
mod edit;
pub mod handover;
pub mod invitations;
mod lookup;
pub mod members;
mod mine;
mod roles;
#[cfg(test)]
mod tests;

pub use crate::entities::permission_group::Model as Group;
pub use crate::vocabulary::{GroupRight, MemberRole};
pub use address::AddressLetterError;
pub use create::{CreateGroupError, NewGroup, create};
pub use edit::{Company, CompanyError, EditGroupError, GroupDetails, edit};
pub use lookup::{by_ids, find, find_all, find_with_members, first_owner};
pub use mine::{
    GroupFilter, GroupOrder, GroupSummary, filtered_page_of_mine, mine, mine_where, page_of_mine,
};
pub use roles::{is_member, own_role};

pub(crate) use create::{GroupCreation, create_in, search_text};
pub(crate) use edit::{change_company, is_there};
pub(crate) use lookup::{
    companies_of, find_in, id_query, ids_of, ids_of_companies, ids_of_establishment, ids_of_member,
    member_ids, members, of_company, owner_ids, owners, page_of_members,
};
pub(crate) use roles::{find_where, hold_role, hold_where, ids_where, require, role_in, roles_of};
