//! How an application is used, as the people of its group see it.

mod calls;
mod trial;

use axum::http::{StatusCode, header};
use locales::{
    Locale::{self, En, PtBr},
    usage as t,
};
use serde_json::{Value, json};

use crate::harness::{ANA, Answer, BIA, Program, TestApp, Visitor, smv};

pub const NOWHERE: &str = "00000000-0000-7000-8000-000000000000";

/// Ana, whose application of SMV on Trial is approved, and its program.
pub struct Used {
    pub app: TestApp,
    pub ana: Visitor,
    group: String,
    application: String,
    pub program: Program,
}

impl Used {
    pub async fn start() -> Self {
        let (app, ana, group) = TestApp::with_ana_and_her_group().await;
        let application = app.requests(&ana, &group).await;
        app.approves(&app.carlos().await, &application).await;
        let program = app.program_of(&ana, &group, &application).await;
        Self {
            app,
            ana,
            group,
            application,
            program,
        }
    }

    pub fn address(&self, page: &str) -> String {
        format!(
            "/minhas-aplicacoes/{}/{}/{page}",
            self.group, self.application
        )
    }

    pub async fn sees(&self, page: &str) -> Answer {
        let answer = self.ana.get(&self.address(page)).await;
        answer.is(StatusCode::OK);
        answer
    }

    /// The program calls once well and once with a field missing; the id of the latter.
    pub async fn calls(&self) -> String {
        let token = self.program.token().await;
        let well = self.program.calls_smv(&token, &smv("5511999990200")).await;
        well.is(StatusCode::OK);
        let body = json!({"data": {"msisdn": 5_511_999_990_200_u64}});
        let badly = self.program.calls_smv(&token, &body).await;
        let told: Value = badly.is(StatusCode::BAD_REQUEST).json();
        self.app.counts().await;
        told["transactionId"].as_str().unwrap().to_owned()
    }
}

#[tokio::test]
async fn without_calls_the_page_says_what_to_do_next() {
    let used = Used::start().await;
    for locale in Locale::ALL {
        used.ana.reads_in(locale).await;
        for page in ["uso", "chamadas"] {
            let page = used.sees(page).await;
            let ticket = format!(
                "/minhas-aplicacoes/{}?aplicacao={id}#{id}",
                used.group,
                id = used.application
            );
            assert_eq!(page.attributes(".empty a", "href"), [ticket]);
            assert_eq!(page.text(".empty a"), t::to_application(locale));
        }
    }
}

#[tokio::test]
async fn calls_show_as_figures_as_a_plot_as_a_table_and_as_a_file() {
    let used = Used::start().await;
    used.calls().await;
    let page = used.sees("uso?janela=24h").await;
    assert_eq!(page.heading(), t::title(PtBr));
    let figures = page.texts(".headline dd");
    assert_eq!(figures[0], "2 Trial 2");
    assert_eq!(figures[1], format!("1 {}", t::share(PtBr, 50)));
    let said = t::calls_plot_is(PtBr, 2, 1, 2);
    assert_eq!(page.text("svg #plot-chamadas-diz"), said);
    let named = page.attributes("svg.plot__area", "aria-labelledby");
    assert_eq!(named[0], "plot-chamadas-titulo plot-chamadas-diz");
    let rows = page.texts(".numbers tbody tr");
    assert_eq!(rows.len(), 24);
    assert!(rows[0].starts_with("9h 2 1 1 "), "{}", rows[0]);
    assert!(rows[23].ends_with(" 0 0 0 – –"), "{}", rows[23]);
    let marks = page.texts(".plot__marks span");
    assert_eq!(marks[..3], ["2", "1", "0"]);
    assert_ne!(marks[3], marks[4]);

    let file = used.sees("uso.csv?janela=24h").await;
    assert_eq!(file.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    let kept = "attachment; filename=\"uso-24h.csv\"";
    assert_eq!(file.header(header::CONTENT_DISPOSITION), kept);
    let lines: Vec<_> = file.html().lines().collect();
    assert_eq!(lines.len(), 25);
    let start = "2026-09-07T09:00:00-03:00;2026-09-07T10:00:00-03:00;2;1;1;";
    assert!(lines[24].starts_with(start), "{}", lines[24]);
}

#[tokio::test]
async fn calls_with_test_keys_are_a_page_of_their_own() {
    let used = Used::start().await;
    used.calls().await;
    let all_on_the_plan = used.sees("uso").await;
    assert_eq!(all_on_the_plan.texts(".local-nav").len(), 1);
    let with_test_keys = used.sees("uso?janela=24h&chaves=teste").await;
    assert_eq!(with_test_keys.text(".empty h2"), t::empty_title(PtBr));
    let here = with_test_keys.texts(".local-nav [aria-current]");
    assert_eq!(here, [t::window_day(PtBr), t::kind_sandbox(PtBr)]);
}

#[tokio::test]
async fn the_page_holds_neither_styles_nor_scripts_of_its_own() {
    let used = Used::start().await;
    used.calls().await;
    for page in ["uso", "chamadas"] {
        let page = used.sees(page).await;
        assert_eq!(page.attributes("main [style]", "style"), [""; 0]);
        assert_eq!(page.texts("main style, main script"), [""; 0]);
    }
}

#[tokio::test]
async fn each_period_is_one_link_away_and_nonsense_is_the_week() {
    let used = Used::start().await;
    used.calls().await;
    let periods = [("24h", 24), ("7d", 26), ("30d", 30), ("90d", 90), ("x", 26)];
    for (period, pieces) in periods {
        let page = used.sees(&format!("uso?janela={period}")).await;
        let current = page.texts(".local-nav [aria-current]");
        assert_eq!(current.len(), 1);
        assert_eq!(page.texts(".numbers tbody tr").len(), pieces, "{period}");
        for link in page.attributes(".local-nav a", "href") {
            used.ana.get(&link).await.is(StatusCode::OK);
        }
    }
}

#[tokio::test]
async fn statuses_are_told_with_what_the_api_means_by_them() {
    let used = Used::start().await;
    used.calls().await;
    used.ana.reads_in(En).await;
    let page = used.sees("uso").await;
    let rows = page.texts(".section tbody tr");
    assert_eq!(rows.len(), 2);
    assert!(
        rows[0].starts_with("200 The number is that of the line"),
        "{}",
        rows[0]
    );
    assert!(
        rows[1].starts_with("400 The body is not valid JSON"),
        "{}",
        rows[1]
    );
    assert!(rows[1].ends_with("1 50%"), "{}", rows[1]);
}

#[tokio::test]
async fn a_group_sees_its_applications_beside_one_another() {
    let used = Used::start().await;
    let address = format!("/minhas-aplicacoes/{}/uso", used.group);
    let page = used.ana.get(&address).await;
    assert_eq!(page.text(".empty a"), t::to_group(PtBr));
    used.calls().await;
    let page = used.ana.get(&address).await;
    assert_eq!(page.texts(".headline dd")[0], "2 Trial 2");
    let link = format!("{}?janela=7d&chaves=plano", used.address("uso"));
    assert_eq!(page.attributes(".grid a", "href"), [link]);
    let file = used.ana.get(&format!("{address}.csv")).await;
    assert_eq!(file.is(StatusCode::OK).html().lines().count(), 27);
    let way = used
        .ana
        .get(&format!("/minhas-aplicacoes/{}", used.group))
        .await;
    assert!(way.attributes(".page-head a", "href").contains(&address));
}

#[tokio::test]
async fn the_use_of_others_is_not_there() {
    let used = Used::start().await;
    let id = used.calls().await;
    let bia = used.app.bia().await;
    let hers = bia.creates_group("Da Bia").await;
    let own = used.app.requests(&bia, &hers).await;
    let pages = ["uso", "uso.csv", "chamadas"];
    for page in pages {
        for (group, application) in [
            (&*used.group, &*used.application),
            (&*hers, &*used.application),
            (&*used.group, &*own),
            (&*hers, NOWHERE),
            ("1", "2"),
        ] {
            let address = format!("/minhas-aplicacoes/{group}/{application}/{page}");
            bia.get(&address).await.is(StatusCode::NOT_FOUND);
        }
    }
    for page in ["uso", "uso.csv"] {
        let address = format!("/minhas-aplicacoes/{}/{page}", used.group);
        bia.get(&address).await.is(StatusCode::NOT_FOUND);
    }
    let address = format!("/minhas-aplicacoes/{hers}/{own}/chamadas?transacao={id}");
    let page = bia.get(&address).await;
    assert_eq!(page.text(".notice strong"), t::not_found_title(PtBr));
    used.app.joins(BIA, &used.group).await;
    let page = bia.get(&address).await;
    assert_eq!(page.texts(".notice strong"), [""; 0]);
    assert!(page.text(".panel").contains(t::of_another(PtBr)));
}

impl Used {
    /// Ana, after her session has run out.
    async fn ana_again(&self) -> Visitor {
        self.app.signs_in(ANA).await
    }
}
