//! `balcao doctor`: what others do with the portal, or the portal has not done.

use std::io::{Read, Write};

use super::harness::Workspace;

#[test]
fn what_waits_and_what_was_given_up_is_counted() {
    let place = Workspace::new().migrated();
    let doctor = || place.run(&["doctor"]);
    let none = "0 waiting (0 of them failed before), 0 given up";
    doctor().ended_with(0).printed(none);
    for name in ["ana", "bia", "davi"] {
        let address = format!("{name}@empresa.com.br");
        place.run(&["user", "create", &address]).ended_with(0);
    }
    let three = "3 waiting (0 of them failed before), 0 given up";
    doctor().ended_with(0).printed(three);
    place.execute("UPDATE jobs SET last_error = 'no answer', state = 'dead'");
    doctor()
        .ended_with(0)
        .printed("0 waiting (0 of them failed before), 3 given up")
        .printed("`balcao jobs list --dead` says why");

    // A job that is due and not done shows that the worker stands still.
    let long_ago = "2026-01-02T03:04:05+00:00";
    place.execute(&format!(
        "UPDATE jobs SET state = 'queued', created_at = '{long_ago}', run_at = '{long_ago}'"
    ));
    doctor()
        .ended_with(1)
        .printed("3 waiting (3 of them failed before), 0 given up")
        .printed("the oldest waits since 2026-01-02 03:04")
        .printed("check that `balcao serve` runs");
}

#[test]
fn a_proxy_that_was_forgotten_is_named_until_it_is_trusted() {
    let mut place = Workspace::new();
    let instance = place.serve();
    let mut proxy = instance.connect();
    let head = "GET /entrar HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\n\
        X-Forwarded-For: 203.0.113.7\r\n\r\n";
    proxy.write_all(head.as_bytes()).unwrap();
    proxy.read_to_end(&mut vec![]).unwrap();
    instance.stop();
    place
        .run(&["doctor"])
        .ended_with(1)
        .printed("127.0.0.1 sent X-Forwarded-For and is not trusted")
        .printed("BALCAO_TRUSTED_PROXIES");
    place.set("BALCAO_TRUSTED_PROXIES", "127.0.0.1");
    place.run(&["doctor"]).ended_with(0);
}
