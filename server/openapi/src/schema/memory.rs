//! What is known of the parts of a value while it is checked. A schema that refers to another one by
//! several ways would otherwise ask it about the same part again and again, twice as often with each
//! level. A check that needs more stack than is certain to be there goes on in a thread of its own.

use std::{
    cell::RefCell,
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    ptr, thread,
};

use serde_json::Value;

/// How many bytes of the stack a check may use before it goes on in another thread. Each has 2 MiB,
/// and one schema without its references needs at most a few hundred KiB.
const STACK: usize = 512 << 10;

/// Whether parts match: by the number of a schema, and the part. An object or a list is known by its
/// address, which it keeps while the value is checked; any other part by its content.
type Known = HashMap<(usize, bool, u64), bool>;

#[derive(Default)]
struct Memory {
    /// How many checks are going on, within each other.
    checks: usize,
    /// Where the stack was when the outermost one began.
    stack: usize,
    known: Known,
    hasher: RandomState,
}

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// Forgets when the outermost check is over.
struct Check;

impl Drop for Check {
    fn drop(&mut self) {
        MEMORY.with_borrow_mut(|memory| {
            memory.checks -= 1;
            if memory.checks == 0 {
                memory.known = Known::new();
            }
        });
    }
}

/// Checks a value by schemas of one document, and remembers meanwhile.
pub(super) fn checking<T>(check: impl FnOnce() -> T) -> T {
    MEMORY.with_borrow_mut(|memory| {
        if memory.checks == 0 {
            memory.stack = stack();
        }
        memory.checks += 1;
    });
    let _forgets = Check;
    check()
}

/// Whether a part matches a schema, if it is known; otherwise finds out.
pub(super) fn remembered(
    number: usize,
    part: &Value,
    find_out: impl FnOnce() -> bool + Send,
) -> bool {
    let Some(key) = MEMORY.with_borrow(|memory| key(memory, number, part)) else {
        return find_out();
    };
    if let Some(known) = MEMORY.with_borrow(|memory| memory.known.get(&key).copied()) {
        return known;
    }
    let used = MEMORY.with_borrow(|memory| memory.stack.abs_diff(stack()));
    let found = if used < STACK {
        find_out()
    } else {
        elsewhere(find_out)
    };
    MEMORY.with_borrow_mut(|memory| memory.known.insert(key, found));
    found
}

/// About where the stack is.
fn stack() -> usize {
    let here = 0_u8;
    ptr::from_ref(&here).addr()
}

/// Goes on in another thread. Where there can be none, nothing matches.
fn elsewhere(find_out: impl FnOnce() -> bool + Send) -> bool {
    thread::scope(|scope| {
        let thread = thread::Builder::new();
        let thread = thread.spawn_scoped(scope, || checking(find_out));
        thread.is_ok_and(|thread| thread.join().unwrap_or_default())
    })
}

/// `None` outside of a check.
fn key(memory: &Memory, number: usize, part: &Value) -> Option<(usize, bool, u64)> {
    if memory.checks == 0 {
        return None;
    }
    let by_address = part.is_object() || part.is_array();
    let known_by = if by_address {
        u64::try_from(ptr::from_ref(part).addr()).ok()?
    } else {
        memory.hasher.hash_one(part)
    };
    Some((number, by_address, known_by))
}
