//! What the parts of the document are, for programs that read it aloud: a tree that grows while
//! blocks are set, and gets its leaves while they are drawn.

use krilla::tagging::{Identifier, TagGroup, TagKind, TagTree};

/// The number of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Node(usize);

enum Child {
    Node(Node),
    Leaf(Identifier),
}

#[derive(Default)]
pub struct Tags {
    nodes: Vec<(TagKind, Vec<Child>)>,
    /// The children of the document itself.
    roots: Vec<Node>,
}

impl Tags {
    pub fn add_root(&mut self, tag: impl Into<TagKind>) -> Node {
        let node = self.new_node(tag.into());
        self.roots.push(node);
        node
    }

    pub fn add(&mut self, parent: Node, tag: impl Into<TagKind>) -> Node {
        let node = self.new_node(tag.into());
        self.nodes[parent.0].1.push(Child::Node(node));
        node
    }

    fn new_node(&mut self, tag: TagKind) -> Node {
        self.nodes.push((tag, vec![]));
        Node(self.nodes.len() - 1)
    }

    pub fn add_leaf(&mut self, parent: Node, leaf: Identifier) {
        self.nodes[parent.0].1.push(Child::Leaf(leaf));
    }

    pub fn into_tree(self, language: &str) -> TagTree {
        // A node comes after its parent, so from the last one on all children are groups already.
        let mut groups: Vec<Option<TagGroup>> = vec![];
        groups.resize_with(self.nodes.len(), || None);
        for (at, (tag, children)) in self.nodes.into_iter().enumerate().rev() {
            let mut group = TagGroup::new(tag);
            for child in children {
                match child {
                    Child::Leaf(leaf) => group.push(leaf),
                    Child::Node(node) => {
                        if let Some(child) = groups[node.0].take() {
                            group.push(child);
                        }
                    }
                }
            }
            groups[at] = Some(group);
        }
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for root in self.roots {
            if let Some(group) = groups[root.0].take() {
                tree.push(group);
            }
        }
        tree
    }
}
