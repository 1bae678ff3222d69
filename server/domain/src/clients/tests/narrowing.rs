//! What tokens are for, of what somebody agreed to.

use super::*;

const PORTAL: &str = "https://balcao.example";
const AGENTS: &str = "https://balcao.example/mcp";
const PROGRAMS: &str = "https://balcao.example/api/v1";

async fn asks_for(
    test: &TestPortal,
    client: ClientId,
    grant: Grant<'_>,
    resources: &[&str],
) -> Result<TokenAnswer, TokenRefusal> {
    let keys = ClientKeys::of(&client.to_string(), None).unwrap();
    let asked = Asked {
        scopes: None,
        resources,
    };
    super::super::grant(&test.scope(), test.token_door(), &keys, grant, asked).await
}

async fn is_for(test: &TestPortal, answer: &TokenAnswer) -> String {
    claims_of(test, answer).await.aud.clone()
}

#[tokio::test]
async fn what_was_agreed_to_is_what_tokens_are_for() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    for (asked, granted) in [
        (&[("resource", PORTAL)][..], PORTAL),
        (&[], PORTAL),
        (&[("resource", AGENTS)], AGENTS),
        (&[("resource", "https://balcao.example/mcp/")], AGENTS),
        (&[("resource", PROGRAMS)], PROGRAMS),
        (&[("resource", AGENTS), ("resource", AGENTS)], AGENTS),
        (&[("resource", AGENTS), ("resource", PROGRAMS)], PORTAL),
    ] {
        let code = agrees(&ana, id, asked).await;
        let answer = asks_for(&test, id, proof(&code), &[]).await.unwrap();
        assert_eq!(is_for(&test, &answer).await, granted, "{asked:?}");
        let refresh = answer.refresh_token.as_deref().unwrap();
        let refresh = Grant::RefreshToken(refresh);
        let next = asks_for(&test, id, refresh, &[]).await.unwrap();
        assert_eq!(is_for(&test, &next).await, granted, "{asked:?}");
    }
}

#[tokio::test]
async fn a_token_is_for_less_if_the_program_wants_so_and_never_for_more() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    let code = agrees(&ana, id, &[]).await;
    let first = asks_for(&test, id, proof(&code), &[AGENTS]).await;
    let first = first.unwrap();
    assert_eq!(is_for(&test, &first).await, AGENTS);
    // What was agreed to is still the whole portal (RFC 8707 §2.2).
    let refresh = Grant::RefreshToken(first.refresh_token.as_deref().unwrap());
    let next = asks_for(&test, id, refresh, &[PROGRAMS]).await.unwrap();
    assert_eq!(is_for(&test, &next).await, PROGRAMS);

    let code = agrees(&ana, id, &[("resource", AGENTS)]).await;
    for more in [&[PORTAL][..], &[PROGRAMS], &[AGENTS, PROGRAMS]] {
        let refused = asks_for(&test, id, proof(&code), more).await;
        assert!(matches!(refused, Err(TokenRefusal::Resource)), "{more:?}");
    }
    // The code is as good as before.
    let answer = asks_for(&test, id, proof(&code), &[AGENTS]).await;
    let answer = answer.unwrap();
    for more in [&[PORTAL][..], &[PROGRAMS]] {
        let refresh = Grant::RefreshToken(answer.refresh_token.as_deref().unwrap());
        let refused = asks_for(&test, id, refresh, more).await;
        assert!(matches!(refused, Err(TokenRefusal::Resource)), "{more:?}");
    }
}

#[tokio::test]
async fn a_token_for_agents_acts_for_nobody_elsewhere() {
    let (test, dora, ana) = portal().await;
    let id = registers(&dora, authorization_client()).await;
    for (asked, agents, programs) in [
        (PORTAL, true, true),
        (AGENTS, true, false),
        (PROGRAMS, false, true),
    ] {
        let code = agrees(&ana, id, &[("resource", asked)]).await;
        let answer = asks_for(&test, id, proof(&code), &[]).await.unwrap();
        let token = &answer.access_token;
        for (api, opens) in [("/mcp", agents), ("/api/v1", programs)] {
            let origin = crate::Origin::default();
            let acting =
                super::super::acting(&test.portal, &test.authority, token, api, origin).await;
            assert_eq!(acting.unwrap().is_some(), opens, "{asked} at {api}");
        }
    }
}
