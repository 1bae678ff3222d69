//! The title page.

use articles::blocks::Style;
use krilla::tagging::Tag;
use locales::tutorial as t;

use crate::{
    Fact, Tutorial, TutorialError,
    flow::{Flow, Ground, Kind, Piece},
    links::Link,
    style::{ACCENT, BODY, LEAD, LEFT, Look, SMALL, STRONG, TITLE},
    text::Ink,
};

/// Above the title.
const ABOVE: f32 = 150.0;

pub fn pieces(flow: &mut Flow, tutorial: &Tutorial) -> Result<Vec<Piece>, TutorialError> {
    flow.node = flow.front;
    paragraph(flow, &tutorial.portal, &STRONG)?;
    // Space at the top of a page would be left out.
    flow.push(Piece {
        kind: Kind::Lines,
        height: ABOVE,
        ..Piece::default()
    })?;
    let kind = t::tutorial(tutorial.locale).to_uppercase();
    paragraph(flow, &kind, &SMALL)?;
    let node = flow.tags.add(flow.front, Tag::Title);
    flow.plain(&tutorial.name, &TITLE, node)?;
    let bar = Ground {
        x: LEFT,
        width: 72.0,
        color: ACCENT,
    };
    flow.space(10.0)?;
    flow.over(&[bar], |flow| flow.space(4.0))?;
    flow.space(18.0)?;
    paragraph(flow, &tutorial.summary, &LEAD)?;
    flow.space(36.0)?;
    tutorial.facts.iter().try_for_each(|it| fact(flow, it))?;
    Ok(flow.take())
}

fn paragraph(flow: &mut Flow, text: &str, look: &Look) -> Result<(), TutorialError> {
    let node = flow.tags.add(flow.front, Tag::P);
    flow.plain(text, look, node)
}

fn fact(flow: &mut Flow, fact: &Fact) -> Result<(), TutorialError> {
    let target = fact.link.clone().map(Link::Outside);
    let ink = Ink {
        color: BODY.color,
        link: target.map(|target| flow.add_link(target)),
        is_struck: false,
    };
    let runs = [
        flow.type_.plain(&format!("{}: ", fact.name), &BODY),
        flow.type_.run(&fact.value, Style::default(), ink),
    ];
    let node = flow.tags.add(flow.front, Tag::P);
    flow.lines(&runs, &BODY, node)?;
    flow.space(3.0)
}
