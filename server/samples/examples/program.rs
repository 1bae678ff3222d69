#![expect(clippy::disallowed_methods, reason = "a program of somebody else")]
//! Sends a document.
//!
//! Needs the variables `BALCAO_URL`, `BALCAO_PUBLIC_KEY` and `BALCAO_SECRET_KEY`, and in `Cargo.toml`:
//!
//! ```toml
//! base64 = "0.22"
//! serde_json = "1"
//! ureq = "3"
//! ```
//!
//! Run with: `cargo run`

use std::env;
use std::error::Error;
use std::process::exit;
use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;
use ureq::Agent;

type Fallible<T> = Result<T, Box<dyn Error>>;

fn main() -> Fallible<()> {
    let url = env::var("BALCAO_URL")?;
    let agent = agent();
    let token = access_token(&agent, &url)?;
    let body = r####"{
  "special": {
    "'''\"\"\"``` \\ \\\\ \\' \\\" \\` \\n \\u0041 \\u0022 \\x41": "'''\"\"\"``` \\ \\\\ \\' \\\" \\` \\n \\u0041 \\u0022 \\x41",
    "$HOME ${HOME} $(id) `id` #{id} %PATH% %%PATH%% !PATH! ^ & | < > ( ) ; ~ *": "$HOME ${HOME} $(id) `id` #{id} %PATH% %%PATH%% !PATH! ^ & | < > ( ) ; ~ *",
    "{{ a }} {% b %} {c} [d] \"# \"## \"### r#\"": "{{ a }} {% b %} {c} [d] \"# \"## \"### r#\"",
    "line\nJSON\nEOF\n'@\n\"@\n\"\"\"\nend\r\n\ttab": "line\nJSON\nEOF\n'@\n\"@\n\"\"\"\nend\r\n\ttab",
    "\u0000\u0001\u0007\u001b[31m\u007f\u0085 \u00ad": "\u0000\u0001\u0007\u001b[31m\u007f\u0085 \u00ad",
    "\u2028\u2029\u202e\u2066\u200b\ufeff\ufffe": "\u2028\u2029\u202e\u2066\u200b\ufeff\ufffe",
    "?> <?php /* */ // -- <!-- </script> ]]> @a =b": "?> <?php /* */ // -- <!-- </script> ]]> @a =b",
    "São João, ação, ñandú, Ω, 漢字, 😀👩‍💻🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f": "São João, ação, ñandú, Ω, 漢字, 😀👩‍💻🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
    "‘single’ “double” ‚low‛ ´acute´": "‘single’ “double” ‚low‛ ´acute´",
    "-n --help /? @file": "-n --help /? @file",
    " leading and trailing ": " leading and trailing ",
    "": ""
  },
  "list": [
    [],
    {},
    [1, -2, 0.5],
    null,
    true,
    false,
    {
      "0": "a",
      "1": "b"
    },
    [
      "'''\"\"\"``` \\ \\\\ \\' \\\" \\` \\n \\u0041 \\u0022 \\x41",
      "$HOME ${HOME} $(id) `id` #{id} %PATH% %%PATH%% !PATH! ^ & | < > ( ) ; ~ *",
      "{{ a }} {% b %} {c} [d] \"# \"## \"### r#\"",
      "line\nJSON\nEOF\n'@\n\"@\n\"\"\"\nend\r\n\ttab",
      "\u0000\u0001\u0007\u001b[31m\u007f\u0085 \u00ad",
      "\u2028\u2029\u202e\u2066\u200b\ufeff\ufffe",
      "?> <?php /* */ // -- <!-- </script> ]]> @a =b",
      "São João, ação, ñandú, Ω, 漢字, 😀👩‍💻🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
      "‘single’ “double” ‚low‛ ´acute´",
      "-n --help /? @file",
      " leading and trailing ",
      ""
    ]
  ],
  "__proto__": {
    "constructor": 1
  },
  "whole": 1.0,
  "great": [
    18446744073709551615,
    -9223372036854775808,
    9007199254740993,
    1.7e+308
  ]
}"####;
    let mut response = agent
        .patch(format!("{url}/a/%7Bid%7D?q=%27x%27&$f=(y)!*;z=%25"))
        .header("x-client-auth", format!("Bearer {token}"))
        .header("Content-Type", "application/merge-patch+json")
        .header("X-Special", "it's \"a\" $HOME %PATH% `id` \\ {{b}} #c")
        .header("Accept", "*/*")
        .send(body)?;

    // Prints the body and the status of the answer; fails if the status is 400 or higher.
    let status = response.status().as_u16();
    println!("{}", response.body_mut().read_to_string()?);
    println!("HTTP {status}");
    if status >= 400 {
        exit(1);
    }
    Ok(())
}

/// Follows no redirects, which would take the token to another address.
fn agent() -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_global(Some(Duration::from_secs(10)));
    config.build().new_agent()
}

/// Exchanges the two keys for a token.
fn access_token(agent: &Agent, url: &str) -> Fallible<String> {
    let public = env::var("BALCAO_PUBLIC_KEY")?;
    let secret = env::var("BALCAO_SECRET_KEY")?;
    let credential = STANDARD.encode(format!("{public}:{secret}"));
    let mut response = agent
        .post(format!("{url}/oauth2/v1/token"))
        .header("x-client-auth", format!("Basic {credential}"))
        .send_form([("grant_type", "client_credentials")])?;
    let body = response.body_mut().read_to_string()?;
    if response.status() != 200 {
        eprintln!("{body}");
        exit(1);
    }
    let answer: Value = serde_json::from_str(&body)?;
    let token = answer["access_token"].as_str().ok_or("no token")?;
    Ok(token.to_owned())
}
