//! What people do on the way to what a test is about.

use std::{
    net::{IpAddr, Ipv4Addr},
    time::Duration,
};

use domain::{
    Role,
    accounts::{self, NewAccount},
    ids::AccountId,
    values::NewPassword,
};
use locales::Locale;

use super::{Answer, PASSWORD, TestApp, Visitor};

pub const ANA: &str = "ana@empresa.com.br";
pub const BIA: &str = "bia@empresa.com.br";
pub const CARLOS: &str = "carlos@balcao.example";
/// Why Carlos does not approve.
pub const REASON: &str = "Falta dizer quantas chamadas por mês.";
/// Another network than the one that visitors come from.
pub const ELSEWHERE: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7));
/// The cookie of the session, over https.
pub const SESSION: &str = "__Host-balcao";
/// Where the button of SMV on Trial leads.
pub const SMV_TRIAL: &str = "/solicitacoes/nova/smv/trial";
/// A new group without a mistake.
pub const GROUP: [(&str, &str); 6] = [
    ("group", "novo"),
    ("legal_name", "Banco Exemplo S.A."),
    ("cnpj", "12.ABC.345/01DE-35"),
    ("name", "Banco Exemplo – Antifraude"),
    ("email", "antifraude@empresa.com.br"),
    ("phone", "(11) 98765-4321"),
];
/// What a request says of its application, without a mistake.
pub const APPLICATION: [(&str, &str); 2] = [
    ("name", "Abertura de conta"),
    ("description", "Confirmar o celular de quem abre conta."),
];

/// A form with one field filled another way.
pub fn but<'a>(
    form: &[(&'a str, &'a str)],
    field: &str,
    value: &'a str,
) -> Vec<(&'a str, &'a str)> {
    let filled = |(name, right)| (name, if name == field { value } else { right });
    form.iter().copied().map(filled).collect()
}

/// What a page of a group, an application or a request is about.
pub fn id_in(path: &str) -> String {
    path.split('/').nth(2).unwrap().to_owned()
}

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
        accounts::create(&self.system(), &self.passwords, &self.vault, account)
            .await
            .unwrap()
    }

    /// Whoever has an account signs in with another browser.
    pub async fn signs_in(&self, email: &str) -> Visitor {
        let visitor = self.visitor();
        visitor.enters(email, PASSWORD).await.location();
        self.withholds_sign_in_mail().await;
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

/// Requests, and the decisions on them.
impl TestApp {
    /// A portal with its APIs, and Ana with a group of hers.
    pub async fn with_ana_and_her_group() -> (Self, Visitor, String) {
        let app = Self::start_with_catalogue().await;
        let ana = app.signed_in(ANA, &[]).await;
        let answer = ana.post("/grupos/novo", &GROUP).await;
        let group = id_in(answer.location());
        app.knows_address_of(&group).await;
        (app, ana, group)
    }

    /// Bia, who is nobody else.
    pub async fn bia(&self) -> Visitor {
        self.knows(("Bia", "Reis"), BIA, &[]).await;
        self.signs_in(BIA).await
    }

    /// Carlos, who decides on requests.
    pub async fn carlos(&self) -> Visitor {
        let roles = [Role::ContractManager];
        self.knows(("Carlos", "Lima"), CARLOS, &roles).await;
        self.signs_in(CARLOS).await
    }

    /// Somebody asks for SMV on Trial; the request's id.
    pub async fn requests(&self, applicant: &Visitor, group: &str) -> String {
        let draft = applicant.writes(group).await;
        applicant.files(&draft).await.location();
        self.works().await;
        draft
    }

    /// A minute later, a manager approves.
    pub async fn approves(&self, manager: &Visitor, request: &str) {
        self.clock.advance(Duration::from_mins(1));
        let answer = manager.decides(request, "aprovar", "").await;
        assert_eq!(answer.location(), "/aprovacoes");
        self.works().await;
    }

    /// A minute later, a manager rejects with [`REASON`].
    pub async fn rejects(&self, manager: &Visitor, request: &str) {
        self.clock.advance(Duration::from_mins(1));
        let answer = manager.decides(request, "rejeitar", REASON).await;
        assert_eq!(answer.location(), "/aprovacoes");
        self.works().await;
    }
}

/// What follows an approval.
impl TestApp {
    /// A minute later, a manager suspends with [`REASON`].
    pub async fn suspends(&self, manager: &Visitor, application: &str) {
        self.clock.advance(Duration::from_mins(1));
        let answer = manager.decides(application, "suspender", REASON).await;
        assert_eq!(answer.location(), format!("/aprovacoes/{application}"));
        self.works().await;
    }

    /// A minute later, a manager revokes an application with [`REASON`].
    pub async fn ends(&self, manager: &Visitor, application: &str) {
        self.clock.advance(Duration::from_mins(1));
        let address = format!("/aprovacoes/{application}/revogar");
        let seen = manager.get(&address).await.value_of("seen");
        let form = [("seen", &*seen), ("reason", REASON)];
        manager.post(&address, &form).await.location();
        self.works().await;
    }

    /// A minute later, an owner fills in the form for another key, and sends it.
    pub async fn adds_key(
        &self,
        owner: &Visitor,
        (group, application): (&str, &str),
        fields: &[(&str, &str)],
    ) -> Answer {
        self.clock.advance(Duration::from_mins(1));
        let address = format!("/minhas-aplicacoes/{group}/{application}/chaves");
        let id = owner.get(&address).await.value_of("id");
        let fields = [&[("id", &*id)], fields].concat();
        owner.post(&address, &fields).await
    }

    /// A minute later, a member asks that a Trial go to Pay Per Use; the request's id.
    pub async fn upgrades(&self, member: &Visitor, group: &str, application: &str) -> String {
        self.clock.advance(Duration::from_mins(1));
        let address = format!("/minhas-aplicacoes/{group}/{application}/pay-per-use");
        let answer = member.post(&address, &[]).await;
        self.works().await;
        id_in(answer.location())
    }
}

impl Visitor {
    /// Creates a group of this name, with an address of their own that nobody need confirm; its id.
    pub async fn creates_group(&self, name: &str) -> String {
        let own = self.email().unwrap();
        let form = but(&GROUP, "name", name);
        let answer = self.post("/grupos/novo", &but(&form, "email", &own)).await;
        id_in(answer.location())
    }

    /// Starts to ask for SMV on Trial; the draft's id.
    pub async fn starts(&self, group: &str) -> String {
        let answer = self.post(SMV_TRIAL, &[("group", group)]).await;
        id_in(answer.location())
    }

    /// Starts, and says what the application is for; all that is left is to file it.
    pub async fn writes(&self, group: &str) -> String {
        let draft = self.starts(group).await;
        let address = format!("/solicitacoes/{draft}/aplicacao");
        self.post(&address, &APPLICATION).await.location();
        draft
    }

    /// Reads the review and presses its button.
    pub async fn files(&self, draft: &str) -> Answer {
        let address = format!("/solicitacoes/{draft}/revisao");
        let page = self.get(&address).await;
        let reviewed = page.attributes("[name=reviewed]", "value");
        let form: Vec<_> = reviewed.iter().map(|at| ("reviewed", &**at)).collect();
        self.post(&address, &form).await
    }

    /// Presses one of the buttons under a request.
    pub async fn decides(&self, request: &str, button: &str, reason: &str) -> Answer {
        let address = format!("/aprovacoes/{request}/{button}");
        self.post(&address, &[("reason", reason)]).await
    }

    /// Has the portal speak another language from now on.
    pub async fn reads_in(&self, locale: Locale) {
        let chosen = [("locale", locale.tag())];
        self.post("/idioma", &chosen).await.location();
    }
}
