/// Expressions and templates: CEL behind one package, typed when read, budgeted when run.
///
/// Knows the nouns of `flow` and nothing else of this module; nobody outside sees a CEL type. Read
/// [Expression] and [Template] first, then Language.
@NullMarked
package dev.wayfare.flow.expression;

import org.jspecify.annotations.NullMarked;
