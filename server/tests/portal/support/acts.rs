//! What people do on the way to what a test is about.

use std::net::{IpAddr, Ipv4Addr};

use domain::{
    Role,
    accounts::{self, NewAccount},
    ids::AccountId,
    values::NewPassword,
};
use locales::Locale;

use super::{PASSWORD, TestApp, Visitor};

pub const ANA: &str = "ana@empresa.com.br";
pub const BIA: &str = "bia@empresa.com.br";
/// Another network than the one that visitors come from.
pub const ELSEWHERE: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7));
/// The cookie of the session, over https.
pub const SESSION: &str = "__Host-balcao";

impl TestApp {
    /// There is an account, and [`PASSWORD`] opens it.
    pub async fn knows(&self, name: (&str, &str), email: &str, roles: &[Role]) -> AccountId {
        let account = NewAccount {
            given_name: name.0.parse().unwrap(),
            family_name: name.1.parse().unwrap(),
            email: email.parse().unwrap(),
            locale: Locale::PtBr,
            password: Some(NewPassword::parse(PASSWORD, &[]).unwrap()),
            roles: roles.to_vec(),
        };
        accounts::create(&self.system(), account).await.unwrap()
    }

    /// Whoever has an account signs in with another browser.
    pub async fn signs_in(&self, email: &str) -> Visitor {
        let visitor = self.visitor();
        visitor.enters(email, PASSWORD).await.location();
        visitor
    }

    /// Somebody registers and presses the button of the link: what is left is the password.
    pub async fn arrives(&self, email: &str) -> Visitor {
        let visitor = self.registers(email).await;
        let link = self.inbox.link_for(email);
        assert_eq!(visitor.post(&link, &[]).await.location(), "/senha");
        visitor
    }

    /// Somebody forgets the password; the link that the mail brings.
    pub async fn forgets(&self, email: &str) -> String {
        let visitor = self.visitor();
        let answer = visitor
            .post("/esqueci-minha-senha", &[("email", email)])
            .await;
        assert_eq!(answer.location(), "/esqueci-minha-senha/enviado");
        self.works().await;
        self.inbox.link_for(email)
    }
}
