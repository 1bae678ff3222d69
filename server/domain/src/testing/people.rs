//! The rows of people, as if they had signed up and signed in.

use sea_orm::{ActiveModelTrait, Set};

use super::{
    PASSWORD, TestPortal,
    entities::{account, account_role, session},
};
use crate::{
    Role,
    accounts::{Email, SessionKind},
    ids::{AccountId, SessionId},
    token::Token,
};

impl TestPortal {
    pub(super) async fn account(&self, email: &str) -> account::Model {
        let now = self.portal.now();
        let password = values::NewPassword::parse(PASSWORD, &[]).unwrap();
        account::ActiveModel {
            id: Set(self.portal.new_id()),
            email: Set(Email::parse(email).unwrap()),
            given_name: Set("Ana".to_owned()),
            family_name: Set("Souza".to_owned()),
            search_text: Set(format!("ana souza {email}")),
            locale: Set("pt-BR".to_owned()),
            password_hash: Set(Some(self.passwords.hasher.hash(&password).await.unwrap())),
            password_changed_at: Set(Some(now)),
            email_verified_at: Set(Some(now)),
            terms_version: Set("2026-08".to_owned()),
            terms_accepted_at: Set(now),
            last_sign_in_at: Set(None),
            second_factor_at: Set(None),
            created_at: Set(now),
        }
        .insert(self.portal.db.writer())
        .await
        .unwrap()
    }

    pub(super) async fn grant(&self, account: AccountId, role: Role) {
        account_role::ActiveModel {
            account_id: Set(account),
            role: Set(role),
            granted_at: Set(self.portal.now()),
        }
        .insert(self.portal.db.writer())
        .await
        .unwrap();
    }

    pub(super) async fn session(&self, account: AccountId) -> SessionId {
        let now = self.portal.now();
        let session = session::ActiveModel {
            id: Set(self.portal.new_id()),
            account_id: Set(account),
            token_hash: Set(Token::generate(self.portal.random.as_ref()).hash()),
            kind: Set(SessionKind::Full),
            device: Set("Firefox, Linux".to_owned()),
            address: Set(Some("203.0.113.7".to_owned())),
            created_at: Set(now),
            last_seen_at: Set(now),
            confirmed_at: Set(None),
            expires_at: Set(now + self.portal.settings.lifetimes.session_absolute),
        };
        session.insert(self.portal.db.writer()).await.unwrap().id
    }
}
