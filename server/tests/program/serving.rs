//! `balcao serve`, at its start.

use super::harness::Workspace;

#[test]
fn a_development_run_has_a_name_where_http_is_allowed() {
    let mut workspace = Workspace::sqlite();
    workspace.set("BALCAO_PUBLIC_URL", "http://portal.example:3000");
    let refused = workspace.run(&["serve", "--development"]).ended_with(2);
    refused.said("BALCAO_PUBLIC_URL");
    workspace.set("BALCAO_ALLOW_HTTP", "true");
    // Its key is made where a local run's is, and commands beside it find that.
    workspace.set("BALCAO_KEY_ENCRYPTION_KEY", "");
    let instance = workspace.serve();
    workspace.run(&["user", "list"]).ended_with(0);
    instance.stop();
}

#[test]
fn nobody_need_read_the_log() {
    let workspace = Workspace::sqlite();
    let mut instance = workspace.serve();
    instance.is_left_alone();
    for path in ["/", "/catalogo", "/entrar", "/catalogo"] {
        let answer = instance.answers(path);
        assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
    }
    instance.stop();
}

#[test]
fn pages_ask_for_another_process_only_where_they_are_to_be_loaded_again() {
    let workspace = Workspace::sqlite();
    let script = r#"<script type="module" src="/dev/reload.js"></script>"#;
    let instance = workspace.serve_reloading();
    for page in ["/", "/entrar", "/nenhuma"] {
        let answer = instance.answers(page);
        assert!(answer.ends_with(script), "{page}: {answer}");
    }
    assert!(!instance.answers("/readyz").contains(script));
    assert!(
        instance
            .answers("/dev/reload.js")
            .contains("location.reload()")
    );
    let first = instance.answers("/dev/process");
    instance.stop();
    let again = workspace.serve_reloading();
    assert_ne!(again.answers("/dev/process"), first);
    again.stop();

    let instance = workspace.serve();
    assert!(!instance.answers("/").contains(script));
    assert!(instance.answers("/dev/process").starts_with("HTTP/1.1 404"));
    instance.stop();
}
