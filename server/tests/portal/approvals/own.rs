//! Contract managers before what they asked for themselves.

use axum::http::StatusCode;
use locales::{Locale::PtBr, approvals as t, flash, terms};

use super::{address, dora};
use crate::harness::{REASON, TestApp, Visitor};

/// Carlos, who asked for an API himself; his request.
async fn carlos_asks(decide_own_requests: bool) -> (TestApp, Visitor, String) {
    let app = TestApp::start_with(|setup| setup.decide_own_requests = decide_own_requests).await;
    let app = app.with_catalogue().await;
    let carlos = app.carlos().await;
    let group = carlos.creates_group("Balcão – Testes").await;
    let request = app.requests(&carlos, &group).await;
    (app, carlos, request)
}

async fn is_refused(carlos: &Visitor, id: &str, button: &str) {
    for said in [REASON, ""] {
        let form = [("reason", said), ("seen", "approved")];
        let path = format!("{}/{button}", address(id));
        let answer = carlos.post(&path, &form).await;
        assert_eq!(answer.location(), address(id), "{button}");
        let page = carlos.get(&address(id)).await;
        assert_eq!(page.flash(), flash::own_request(PtBr), "{button}");
    }
}

#[tokio::test]
async fn no_button_is_shown_and_none_works() {
    let (app, carlos, request) = carlos_asks(false).await;
    let page = carlos.get(&address(&request)).await;
    assert_eq!(page.text(".notice strong"), t::own_barred_title(PtBr));
    assert_eq!(page.texts("main form:not(.assign)"), [""; 0]);
    for button in ["aprovar", "rejeitar"] {
        is_refused(&carlos, &request, button).await;
    }
    let dora = dora(&app).await;
    assert_eq!(
        dora.get(&address(&request))
            .await
            .texts("main form:not(.assign)")
            .len(),
        1
    );
    app.approves(&dora, &request).await;
    let page = carlos.get(&address(&request)).await;
    assert_eq!(page.text(".page-head .stamp"), terms::state_approved(PtBr));
    assert_eq!(page.texts("main form:not(.assign)"), [""; 0]);
    for button in ["suspender", "revogar"] {
        is_refused(&carlos, &request, button).await;
    }
    let revoke = format!("{}/revogar", address(&request));
    assert_eq!(carlos.get(&revoke).await.location(), address(&request));
}

#[tokio::test]
async fn the_queue_marks_it() {
    let (app, carlos, _) = carlos_asks(false).await;
    let marks = carlos.get("/aprovacoes").await.texts("td .stamp");
    assert_eq!(marks, [t::own(PtBr)]);
    let dora = dora(&app).await;
    assert_eq!(dora.get("/aprovacoes").await.texts("td .stamp"), [""; 0]);
}

#[tokio::test]
async fn a_staff_of_one_decides_with_a_word_of_warning() {
    let (app, carlos, request) = carlos_asks(true).await;
    let page = carlos.get(&address(&request)).await;
    page.is(StatusCode::OK);
    assert_eq!(page.text(".notice strong"), t::own_recorded_title(PtBr));
    app.approves(&carlos, &request).await;
    let history = carlos.get(&address(&request)).await.text(".timeline");
    assert!(history.contains(t::decided_on_own(PtBr)), "{history}");
}
