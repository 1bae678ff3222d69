//! What commands print: one writer for all of them, which outlives whoever stops reading.
//!
//! `println!` panics when the other end of a pipe is closed, in the middle of whatever is being
//! done. Here the work goes on, and what could not be said is told at the end.

use std::{
    fmt::Display,
    io::{self, Write},
};

pub struct Output {
    writer: Box<dyn Write + Send>,
    /// Why words were lost, if any were.
    lost: Option<io::Error>,
}

impl Output {
    /// Standard output.
    #[must_use]
    pub fn standard() -> Self {
        Self::to(io::stdout())
    }

    #[must_use]
    pub fn to(writer: impl Write + Send + 'static) -> Self {
        Self {
            writer: Box::new(writer),
            lost: None,
        }
    }

    /// Prints a line; one that cannot be printed stops nothing.
    pub fn line(&mut self, line: impl Display) {
        if self.lost.is_none()
            && let Err(error) = writeln!(self.writer, "{line}")
        {
            self.lost = Some(error);
        }
    }

    /// Sees to it that all lines have been taken, where something depends on their being seen.
    ///
    /// # Errors
    /// When one of them was not.
    pub fn flush(&mut self) -> io::Result<()> {
        match self.lost.take() {
            Some(error) => Err(error),
            None => self.writer.flush(),
        }
    }

    /// Ends what is printed.
    ///
    /// # Errors
    /// When words were lost otherwise than by a reader who had read enough.
    pub fn finish(mut self) -> io::Result<()> {
        match self.flush() {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes nothing.
    struct Broken(io::ErrorKind);

    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_who_left_is_no_failure_but_known() {
        let mut output = Output::to(Broken(io::ErrorKind::BrokenPipe));
        output.line("a");
        output.line("b");
        assert!(output.flush().is_err());
        let mut output = Output::to(Broken(io::ErrorKind::BrokenPipe));
        output.line("a");
        assert!(output.finish().is_ok());
    }

    #[test]
    fn a_full_disk_is_a_failure() {
        let mut output = Output::to(Broken(io::ErrorKind::StorageFull));
        output.line("a");
        let error = output.finish().unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
    }
}
