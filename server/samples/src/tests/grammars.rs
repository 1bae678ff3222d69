//! Languages that run on no machine of ours, by the grammars that editors read them by: a program
//! that one of them does not take whole is none.

use tree_sitter::{Language, Node, Parser};

/// The first place where a program is no C#; `None` where all of it is.
pub fn mistake_in_csharp(program: &str) -> Option<String> {
    mistake(&tree_sitter_c_sharp::LANGUAGE.into(), program)
}

/// The same of `PowerShell`.
pub fn mistake_in_powershell(program: &str) -> Option<String> {
    mistake(&tree_sitter_powershell::LANGUAGE.into(), program)
}

fn mistake(grammar: &Language, program: &str) -> Option<String> {
    let mut parser = Parser::new();
    parser.set_language(grammar).unwrap();
    let tree = parser.parse(program, None).unwrap();
    first_mistake(tree.root_node()).map(|node| {
        let line = program.lines().nth(node.start_position().row);
        format!("{}: {}", node.to_sexp(), line.unwrap_or_default())
    })
}

fn first_mistake(node: Node<'_>) -> Option<Node<'_>> {
    if node.is_error() || node.is_missing() {
        return Some(node);
    }
    let mut cursor = node.walk();
    let children: Vec<_> = node.children(&mut cursor).collect();
    let mut wrong = children.into_iter().filter(Node::has_error);
    wrong.find_map(first_mistake)
}
