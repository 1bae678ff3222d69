//! Draws a card, to be looked at: `cargo run --package cards --example draw -- card.png [LOGO]`.

use std::{env, error::Error, fs};

use cards::{ACCENT, Card};

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = env::args().skip(1);
    let path = words.next().ok_or("where to?")?;
    let card = Card {
        kicker: "API · v1.0.0".to_owned(),
        title: "Verificação silenciosa de número móvel (SMV)".to_owned(),
        summary: "Confirme que o número está no aparelho de quem usa o seu aplicativo, sem código e sem SMS."
            .to_owned(),
        portal: "Balcão".to_owned(),
        host: "portal.example".to_owned(),
        accent: ACCENT,
        logo: words.next().map(fs::read).transpose()?,
    };
    fs::write(path, cards::png(&card)?)?;
    Ok(())
}
