//! "Testar": one operation, called from a page with an application of the reader's own.

mod files;
mod in_place;
mod live;

use axum::http::{StatusCode, header};
use locales::{
    Locale::{self, PtBr},
    reference, try_it as t,
};

use crate::harness::{APPLICATION, Answer, BIA, CARLOS, HTTPS, TestApp, Visitor, id_in};

const SMV: &str = "/catalogo/smv/referencia/verify-number/testar";
const CRM: &str = "/catalogo/crm-na-nuvem/referencia";

/// Ana with an approved application for an API on a plan.
struct Approved {
    app: TestApp,
    ana: Visitor,
    group: String,
    id: String,
}

impl Approved {
    async fn of(plan: &str) -> Self {
        let (app, ana, group) = TestApp::with_ana_and_her_group().await;
        Self::with(app, ana, group, plan).await
    }

    async fn with(app: TestApp, ana: Visitor, group: String, plan: &str) -> Self {
        let id = asks(&app, &ana, &group, plan).await;
        app.approves(&app.carlos().await, &id).await;
        Self {
            app,
            ana,
            group,
            id,
        }
    }

    /// Sends the form of a page as it stands, but for these fields.
    async fn tries(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.ana.get(address).await;
        page.is(StatusCode::OK);
        let mut form = form_of(&page);
        for (name, value) in fields {
            form.retain(|(field, _)| field != name);
            form.push(((*name).to_owned(), (*value).to_owned()));
        }
        let form: Vec<_> = form
            .iter()
            .map(|(name, value)| (&**name, &**value))
            .collect();
        self.ana.post(address, &form).await
    }

    async fn calls(&self) -> Vec<String> {
        self.app.counts().await;
        let address = format!("/minhas-aplicacoes/{}/{}/chamadas", self.group, self.id);
        self.ana.get(&address).await.texts("table tbody tr")
    }
}

async fn asks(app: &TestApp, member: &Visitor, group: &str, plan: &str) -> String {
    let start = format!("/solicitacoes/nova/{plan}");
    let id = id_in(member.post(&start, &[("group", group)]).await.location());
    let address = format!("/solicitacoes/{id}/aplicacao");
    member.post(&address, &APPLICATION).await.location();
    member.files(&id).await.location();
    app.works().await;
    id
}

/// The fields of the form with the call, as a browser would send them.
fn form_of(page: &Answer) -> Vec<(String, String)> {
    let inputs = "form.form input[name][value]";
    let names = page.attributes(inputs, "name");
    let values = page.attributes(inputs, "value");
    let mut fields: Vec<_> = names.into_iter().zip(values).collect();
    for body in page.raw_texts("form.form textarea[name=corpo]") {
        fields.push(("corpo".to_owned(), body));
    }
    fields
}

fn status(page: &Answer) -> String {
    page.is(StatusCode::OK).text("#resultado > .split .stamp")
}

/// What was sent, and what came back.
fn call(page: &Answer) -> [String; 2] {
    let shown = page.raw_texts("#resultado > section > .code pre");
    [shown[2].clone(), shown[3].clone()]
}

#[tokio::test]
async fn visitors_are_led_to_sign_in_and_back() {
    let app = TestApp::start_with_catalogue().await;
    let answer = app.visitor().get(SMV).await;
    let back = serde_urlencoded::to_string([("continuar", SMV)]).unwrap();
    assert_eq!(answer.location(), format!("/entrar?{back}"));
}

#[tokio::test]
async fn the_reference_leads_to_each_operation_and_each_back() {
    let it = Approved::of("crm-na-nuvem/trial").await;
    for locale in Locale::ALL {
        it.ana.reads_in(locale).await;
        let page = it.ana.get(CRM).await;
        let operations = page.attributes("article.operation", "id");
        let titles = page.texts("article.operation h3 > a");
        let links = page.attributes(".operation__links .btn", "href");
        assert_eq!(links.len(), operations.len());
        for ((operation, title), link) in operations.iter().zip(titles).zip(links) {
            assert_eq!(link, format!("{CRM}/{operation}/testar"));
            let page = it.ana.get(&link).await;
            assert_eq!(page.heading(), reference::try_it_of(locale, &title));
            let back = format!("{CRM}#{operation}");
            assert_eq!(
                page.attributes(&format!("main a[href='{back}']"), "href")
                    .len(),
                1
            );
            let crumbs = page.texts(".breadcrumbs li");
            assert_eq!(crumbs[crumbs.len() - 2], locales::api::reference(locale));
        }
    }
    let nowhere = it.ana.get(&format!("{CRM}/nowhere/testar")).await;
    nowhere.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_operation_can_be_called_as_its_form_stands() {
    let it = Approved::of("crm-na-nuvem/trial").await;
    for (operation, expected) in [
        ("list-contacts", "200"),
        ("create-contact", "201"),
        ("read-contact", "200"),
        ("change-contact", "200"),
        ("erase-contact", "204"),
    ] {
        let page = it.tries(&format!("{CRM}/{operation}/testar"), &[]).await;
        assert_eq!(status(&page), expected, "{operation}");
        let program = page.raw_texts("#exemplo-shell").concat();
        let [sent, _] = call(&page);
        let address = sent.split(' ').nth(1).unwrap().lines().next().unwrap();
        let path = address.strip_prefix(HTTPS).unwrap();
        assert!(program.contains(&format!("$BALCAO_URL{path}")), "{program}");
    }
    assert_eq!(it.calls().await.len(), 5);
}

#[tokio::test]
async fn what_is_typed_is_sent_and_still_there_afterwards() {
    let it = Approved::of("crm-na-nuvem/trial").await;
    let list = format!("{CRM}/list-contacts/testar");
    let page = it.tries(&list, &[("query.limit", "0")]).await;
    assert_eq!(status(&page), "400");
    let [sent, _] = call(&page);
    assert!(
        sent.starts_with(&format!("GET {HTTPS}/crm/v1/contacts?limit=0\n")),
        "{sent}"
    );
    assert_eq!(page.attributes("[name='query.limit']", "value"), ["0"]);

    let change = format!("{CRM}/change-contact/testar");
    let body = "{\r\n  \"phone\": \"+5511987654321\"\r\n}";
    let page = it
        .tries(&change, &[("corpo", body), ("path.id", "1002")])
        .await;
    assert_eq!(status(&page), "200");
    let [sent, answer] = call(&page);
    assert!(
        sent.starts_with(&format!("PATCH {HTTPS}/crm/v1/contacts/1002\n")),
        "{sent}"
    );
    assert!(answer.contains("\"phone\": \"+5511987654321\""), "{answer}");
    let python = page.raw_texts("#exemplo-python").concat();
    assert!(python.contains("+5511987654321"), "{python}");
    let kept = page.raw_texts("textarea[name=corpo]").concat();
    assert_eq!(kept.trim(), body.replace("\r\n", "\n"));
    // What is no JSON is for the API to refuse.
    let page = it.tries(&change, &[("corpo", "{")]).await;
    assert_eq!(status(&page), "400");
}

#[tokio::test]
async fn neither_the_secret_nor_the_token_reaches_the_browser() {
    let it = Approved::of("smv/trial").await;
    let program = it.app.program_of(&it.ana, &it.group, &it.id).await;
    let page = it.tries(SMV, &[]).await;
    assert_eq!(status(&page), "200");
    assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
    for secret in [&program.secret_key, &program.credential()] {
        assert!(!page.html().contains(secret.as_str()));
    }
    assert!(!page.html().contains("eyJ"));
    let [sent, _] = call(&page);
    assert!(sent.contains("\nx-client-auth: Bearer …\n"), "{sent}");
}

#[tokio::test]
async fn it_counts_like_any_call_and_ends_with_the_quota() {
    let it = Approved::of("smv/trial").await;
    it.app.allows_calls("smv", 2).await;
    let page = it.tries(SMV, &[]).await;
    assert!(
        page.text("#resultado .facts")
            .contains(&t::quota_left(PtBr, 1, 2))
    );
    it.tries(SMV, &[]).await.is(StatusCode::OK);
    let page = it.tries(SMV, &[]).await;
    assert_eq!(page.text("#resultado strong"), t::exhausted(PtBr));
    let calls = it.calls().await;
    assert_eq!(calls.len(), 3, "{calls:?}");
    it.app.works().await;
}

#[tokio::test]
async fn whoever_has_no_application_is_told_how_to_get_one() {
    let (app, ana, group) = TestApp::with_ana_and_her_group().await;
    let says = async || {
        for page in [ana.get(SMV).await, ana.post(SMV, &[]).await] {
            assert_eq!(
                page.is(StatusCode::OK).text(".notice strong"),
                t::no_application(PtBr)
            );
            assert_eq!(page.texts("form.form"), [""; 0]);
            let ways = page.attributes(".notice a", "href");
            assert_eq!(ways, ["/catalogo/smv#planos", "/minhas-aplicacoes"]);
        }
    };
    says().await;
    // One that is not approved yet, and one for another API.
    asks(&app, &ana, &group, "smv/trial").await;
    let other = asks(&app, &ana, &group, "crm-na-nuvem/trial").await;
    app.approves(&app.carlos().await, &other).await;
    says().await;
}

#[tokio::test]
async fn nobody_calls_with_an_application_of_others() {
    let it = Approved::of("smv/trial").await;
    let bia = it.app.bia().await;
    let form = [
        ("aplicacao", &*it.id),
        ("destino", "testes"),
        ("corpo", "{}"),
    ];
    let page = bia.post(SMV, &form).await;
    assert_eq!(
        page.is(StatusCode::OK).text(".notice strong"),
        t::no_application(PtBr)
    );
    assert_eq!(it.calls().await.len(), 0);
    it.app.joins(BIA, &it.group).await;
    let page = bia.post(SMV, &form).await;
    assert_eq!(status(&page), "400");
    it.app.leaves(BIA, &it.group).await;
    let page = bia.post(SMV, &form).await;
    assert_eq!(page.text(".notice strong"), t::no_application(PtBr));
    assert_eq!(it.calls().await.len(), 1);
}

#[tokio::test]
async fn one_of_several_applications_is_chosen_in_the_address() {
    let it = Approved::of("smv/trial").await;
    let second = asks(&it.app, &it.ana, &it.group, "smv/pay-per-use").await;
    it.app
        .approves(&it.app.signs_in(CARLOS).await, &second)
        .await;
    let chosen = |page: &Answer| page.attributes("form.form [name=aplicacao]", "value");
    let page = it.ana.get(SMV).await;
    assert_eq!(page.attributes("#aplicacao option", "value").len(), 2);
    for id in [&it.id, &second] {
        let page = it.ana.get(&format!("{SMV}?aplicacao={id}")).await;
        assert_eq!(chosen(&page), [id.as_str()]);
        assert_eq!(
            page.attributes("#aplicacao [selected]", "value"),
            [id.as_str()]
        );
    }
    let page = it.ana.get(&format!("{SMV}?aplicacao=nonsense")).await;
    assert_eq!(chosen(&page).len(), 1);
}
