package dev.wayfare.flow.expression;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One way to call a function, written as builders read it: `text.split(text) list<text>` is called
/// on a text, `size(list<A>) number` by itself. A capital letter is a type of the caller's choice.
record Signature(String written, boolean member, List<CelType> takes, CelType gives) {

  static Signature read(String written) {
    var open = written.indexOf('(');
    var close = written.indexOf(')');
    var dot = written.lastIndexOf('.', open);
    var inside = written.substring(open + 1, close);
    var arguments = inside.isBlank() ? Stream.<String>of() : Arrays.stream(inside.split(","));
    var target = dot < 0 ? Stream.<String>of() : Stream.of(written.substring(0, dot));
    return new Signature(
        written,
        dot >= 0,
        Stream.concat(target, arguments).map(String::strip).map(Signature::type).toList(),
        type(written.substring(close + 1).strip()));
  }

  private static CelType type(String word) {
    if (word.endsWith(">")) {
      var of = type(word.substring(word.indexOf('<') + 1, word.length() - 1));
      return word.startsWith("list") ? ListType.create(of) : MapType.create(SimpleType.STRING, of);
    }
    return switch (word) {
      case "text" -> SimpleType.STRING;
      case "number" -> SimpleType.DOUBLE;
      case "boolean" -> SimpleType.BOOL;
      case "moment" -> SimpleType.TIMESTAMP;
      case "span" -> SimpleType.DURATION;
      case "any" -> SimpleType.DYN;
      case "money" -> CelTypes.MONEY;
      default -> TypeParamType.create(word);
    };
  }

  CelOverloadDecl declare(String id) {
    return member
        ? CelOverloadDecl.newMemberOverload(id, gives, takes)
        : CelOverloadDecl.newGlobalOverload(id, gives, takes);
  }

  boolean accepts(@Nullable Object[] arguments) {
    if (arguments.length != takes.size()) {
      return false;
    }
    for (int i = 0; i < arguments.length; i++) {
      if (!CelTypes.kind(takes.get(i)).takes(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  /// What it takes, in words: `a text and a number`.
  String wants() {
    return takes.stream()
        .map(type -> CelTypes.kind(type).words())
        .collect(Collectors.joining(" and "));
  }
}
