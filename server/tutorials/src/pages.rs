//! Deals pieces out to pages.

use crate::{
    flow::{Kind, Piece},
    style::{HEIGHT, TOP},
};

/// A piece on its page.
pub struct Placed {
    /// From the top of the sheet.
    pub y: f32,
    pub piece: Piece,
}

pub type Page = Vec<Placed>;

/// Title page, contents, and the rest.
pub struct Pages(pub Vec<Page>);

impl Pages {
    pub fn new(title: Vec<Page>, contents: Vec<Page>, body: Vec<Page>) -> Self {
        let pages = title.into_iter().chain(contents).chain(body);
        Self(pages.collect())
    }
}

#[derive(Default)]
struct Dealer {
    pages: Vec<Page>,
    page: Page,
    /// Below the top of the page.
    y: f32,
}

/// Puts pieces on pages: pieces that belong together on one, if one is high enough for them.
pub fn deal_out(pieces: Vec<Piece>) -> Vec<Page> {
    let mut dealer = Dealer::default();
    let mut group = vec![];
    for piece in pieces {
        let is_glued = piece.is_glued;
        group.push(piece);
        if !is_glued {
            dealer.place(std::mem::take(&mut group));
        }
    }
    dealer.place(group);
    dealer.turn();
    dealer.pages
}

impl Dealer {
    fn place(&mut self, group: Vec<Piece>) {
        let height: f32 = group.iter().map(|piece| piece.height).sum();
        if height <= HEIGHT && self.y + height > HEIGHT {
            self.turn();
        }
        for piece in group {
            self.place_one(piece);
        }
    }

    fn place_one(&mut self, piece: Piece) {
        match piece.kind {
            Kind::Break => return self.turn(),
            Kind::Space if self.page.is_empty() => return,
            Kind::Space | Kind::Lines => {}
        }
        if self.y + piece.height > HEIGHT {
            self.turn();
            if piece.kind == Kind::Space {
                return;
            }
        }
        let y = TOP + self.y;
        self.y += piece.height;
        self.page.push(Placed { y, piece });
    }

    /// Ends the page. One that holds nothing to read is no page.
    fn turn(&mut self) {
        let page = std::mem::take(&mut self.page);
        self.y = 0.0;
        if page.iter().any(|placed| placed.piece.kind == Kind::Lines) {
            self.pages.push(page);
        }
    }
}
