//! Blocks of code, in colours. A long line goes on in the next one.

use articles::{
    blocks::Style,
    highlight::{Kind, Language, pieces},
};
use krilla::tagging::Tag;

use super::{Flow, Ground};
use crate::{
    TutorialError,
    style::{
        BODY, CODE, CODE_GROUND, COMMENT, CONSTANT, Color, KEYWORD, NAME, PADDING, SMALL, STRING,
        VARIABLE,
    },
    text::{Ink, Run},
};

/// Lines of a block that stays on one page.
const SHORT: usize = 16;
/// Lines that no page turns up alone with, at the beginning and the end of others.
const TOGETHER: usize = 3;

impl Flow {
    pub(super) fn code(
        &mut self,
        name: Option<&str>,
        language: Option<Language>,
        source: &str,
    ) -> Result<(), TutorialError> {
        if let Some(name) = name {
            let node = self.tags.add(self.node, Tag::P);
            self.plain(name, &SMALL, node)?;
            self.keep_with_next();
            self.glue(2.0)?;
        }
        let ground = Ground {
            x: self.left,
            width: self.width(),
            color: CODE_GROUND,
        };
        self.within(Tag::P, |flow| {
            flow.within(Tag::Code, |flow| {
                flow.over(&[ground], |flow| {
                    flow.inset(PADDING, |flow| {
                        flow.glue(PADDING)?;
                        flow.source(language, source)?;
                        flow.space(PADDING)
                    })
                })
            })
        })
    }

    fn source(&mut self, language: Option<Language>, source: &str) -> Result<(), TutorialError> {
        let lines = self.lines_of_code(language, source);
        let is_short = lines.len() <= SHORT;
        for (at, line) in lines.iter().enumerate() {
            if line.is_empty() {
                self.space(CODE.leading)?;
            } else {
                self.lines(line, &CODE, self.node)?;
            }
            if is_short || at < TOGETHER || at + TOGETHER >= lines.len() {
                self.keep_with_next();
            }
        }
        Ok(())
    }

    fn lines_of_code(&self, language: Option<Language>, source: &str) -> Vec<Vec<Run>> {
        let mut lines = vec![vec![]];
        for (kind, text) in pieces(source, language) {
            let ink = Ink {
                color: kind.map_or(BODY.color, color),
                ..Ink::default()
            };
            for (at, text) in text.split('\n').enumerate() {
                if at > 0 {
                    lines.push(vec![]);
                }
                let last = lines.len() - 1;
                let run = self.type_.run(text, Style::default(), ink);
                if !run.text.is_empty() {
                    lines[last].push(run);
                }
            }
        }
        lines
    }
}

const fn color(kind: Kind) -> Color {
    match kind {
        Kind::Comment => COMMENT,
        Kind::Text => STRING,
        Kind::Keyword => KEYWORD,
        Kind::Constant => CONSTANT,
        Kind::Name => NAME,
        Kind::Variable => VARIABLE,
    }
}
