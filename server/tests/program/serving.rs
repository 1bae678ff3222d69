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
