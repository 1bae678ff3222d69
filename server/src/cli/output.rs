//! The output of commands.
//!
//! `println!` panics when the other end of a pipe is closed, in the middle of the work. With this
//! writer the work continues, and a lost line is reported at the end.

use std::{
    fmt::Display,
    io::{self, Write},
};

pub struct Output {
    writer: Box<dyn Write + Send>,
    /// The error by which lines were lost, if any were.
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

    /// Prints a line. An error is remembered and stops nothing.
    pub fn line(&mut self, line: impl Display) {
        if self.lost.is_none()
            && let Err(error) = writeln!(self.writer, "{line}")
        {
            self.lost = Some(error);
        }
    }

    /// Flushes the output, where the work depends on its being seen.
    ///
    /// # Errors
    /// When a line could not be printed.
    pub fn flush(&mut self) -> io::Result<()> {
        match self.lost.take() {
            Some(error) => Err(error),
            None => self.writer.flush(),
        }
    }

    /// Ends the output.
    ///
    /// # Errors
    /// When lines were lost, except because the reader closed the pipe.
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

    /// A writer that always fails.
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
