package dev.wayfare.flow.json;

import dev.wayfare.flow.Tree;
import dev.wayfare.flow.shape.DocumentShape;
import java.util.Optional;

/// App documents in and out: YAML or JSON to an app with all its problems, and the canonical forms.
public interface Documents {
  /// Reads a document. All problems are told at once; the app is there unless an error leaves
  /// nothing to run.
  Reading read(String source);

  /// Parses a document without asking what it means: what can be parsed at all can be written in
  /// canonical form, stored and compared.
  Optional<Tree.Branch> tree(String source);

  /// What a text is at one place of a document (`flows/helper/steps/which/check`), as if it stood
  /// there; empty where none is read as an expression or a template.
  Optional<InPlace> phrase(Tree.Branch document, String path, String source);

  /// The canonical JSON: the same content gives the same bytes.
  String json(Tree.Branch document);

  /// The canonical YAML, for people and git.
  String yaml(Tree.Branch document);

  /// SHA-256 (lower-case hex) of the content. Positions on the canvas and the order of what has no
  /// order do not count.
  String hash(Tree.Branch document);

  /// What a document looks like: for the schema, the documentation and comparisons.
  DocumentShape shape();

  /// The JSON Schema (2020-12) of an app document, generated from the step and control types.
  String schema();
}
