//! What changed in an API, as a page and as a feed.

use axum::http::{StatusCode, header};
use chrono::{Days, NaiveDate};
use domain::{
    catalogue::{ApiFiles, ApiState, ChangeNote},
    testing,
    translated::Translated,
};
use locales::{
    Locale::{self, En, PtBr},
    api, versions as t,
};

use super::{ALL, reads, with_catalogue};
use crate::harness::TestApp;

const PAGE: &str = "/catalogo/smv/versoes";
const FEED: &str = "/catalogo/smv/versoes.atom";

fn note(version: &str, date: &str, text: &str) -> ChangeNote {
    let mut translated = Translated::default();
    translated.set(PtBr, text.to_owned());
    ChangeNote {
        version: version.to_owned(),
        date: date.parse().unwrap(),
        text: translated,
    }
}

async fn with_changes() -> TestApp {
    let app = with_catalogue().await;
    let files = ApiFiles {
        changes: Some(vec![
            note(
                "1.1.0",
                "2026-05-20",
                "Campo `ip` novo, veja a [referência](referencia).",
            ),
            note("1.1.0", "2026-05-10", "Correção <script>"),
            note("1.0.0", "2026-01-02", "Primeira."),
        ]),
        ..ApiFiles::default()
    };
    testing::import(&app, "smv", files).await;
    app
}

#[tokio::test]
async fn changes_are_told_from_the_latest_on() {
    let app = with_changes().await;
    let page = reads(&app, PtBr, PAGE).await;
    page.is(StatusCode::OK);
    assert_eq!(page.heading(), t::title(PtBr));
    let titles = ["1.1.0", "1.1.0", "1.0.0"].map(|version| t::version(PtBr, version));
    assert_eq!(page.texts(".versions h2"), titles);
    let ids = page.attributes(".versions > li", "id");
    assert_eq!(ids, ["v-1.1.0-2", "v-1.1.0", "v-1.0.0"]);
    let days = page.attributes(".versions time", "datetime");
    assert_eq!(days, ["2026-05-20", "2026-05-10", "2026-01-02"]);
    assert_eq!(page.texts(".versions code"), ["ip"]);
    assert!(page.html().contains("Correção &lt;script&gt;"));
    let feed = page.attributes("link[type='application/atom+xml']", "href");
    assert_eq!(feed, [FEED]);
}

#[tokio::test]
async fn an_api_without_notes_says_when_it_was_published() {
    let app = with_catalogue().await;
    let files = ApiFiles {
        changes: Some(vec![]),
        ..ApiFiles::default()
    };
    testing::import(&app, "smv", files).await;
    let page = reads(&app, En, PAGE).await;
    assert_eq!(page.texts(".versions p.soft ~ div"), [t::published(En)]);
}

#[tokio::test]
async fn every_api_leads_to_its_versions() {
    let app = with_catalogue().await;
    for path in ALL {
        let page = app.visitor().get(path).await;
        let links = page.attributes(".side-menu a", "href");
        assert!(links.contains(&format!("{path}/versoes")));
    }
    app.visitor()
        .get("/catalogo/nada/versoes")
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_feed_tells_the_same_with_whole_addresses() {
    let app = with_changes().await;
    let url = &app.portal.settings.public_url;
    for locale in Locale::ALL {
        let feed = reads(&app, locale, FEED).await;
        feed.is(StatusCode::OK);
        let kind = feed.header(header::CONTENT_TYPE);
        assert_eq!(kind, "application/atom+xml; charset=utf-8");
        let text = feed.html();
        assert!(text.contains(&format!("xml:lang=\"{}\"", locale.tag())));
        assert!(text.contains(&format!("xml:base=\"{url}{PAGE}\"")));
        assert!(text.contains(&format!("<id>{url}{FEED}</id>")));
        assert_eq!(text.matches("<entry>").count(), 3);
        for anchor in ["v-1.1.0-2", "v-1.1.0", "v-1.0.0"] {
            assert!(text.contains(&format!("<id>{url}{PAGE}#{anchor}</id>")));
        }
        assert_eq!(
            text.matches("<updated>2026-05-20T03:00:00Z</updated>")
                .count(),
            2
        );
        assert!(text.contains("Correção &amp;lt;script&amp;gt;"));
    }
}

#[tokio::test]
async fn the_end_of_an_api_is_the_latest_news() {
    let app = with_changes().await;
    let last: NaiveDate = app.portal.now().date_naive() + Days::new(90);
    let files = ApiFiles {
        state: Some(ApiState::Deprecated),
        sunset: Some(last),
        successor: Some("crm-na-nuvem".to_owned()),
        ..ApiFiles::default()
    };
    testing::import(&app, "smv", files).await;
    app.works().await;
    let page = reads(&app, En, PAGE).await;
    assert!(page.text("#fim").contains(api::deprecated_text(En)));
    let successor = page.attributes("#fim a", "href");
    assert_eq!(successor, ["/catalogo/crm-na-nuvem"]);
    let feed = reads(&app, En, FEED).await;
    assert_eq!(feed.html().matches("<entry>").count(), 4);

    let files = ApiFiles {
        state: Some(ApiState::Retired),
        ..ApiFiles::default()
    };
    testing::import(&app, "smv", files).await;
    for path in [ALL[0], PAGE, "/catalogo/smv/documentacao"] {
        app.visitor().get(path).await.is(StatusCode::GONE);
    }
    app.visitor().get(FEED).await.is(StatusCode::OK);
}
