package dev.wayfare.flow.expression;

import dev.cel.common.CelFunctionDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that an expression can call. To add a function, add an entry to the list it belongs to and a
/// line to `expressions.txt`.
record Functions(Map<String, Function> byName) {
  static final String AND = "_&&_";
  static final String OR = "_||_";
  static final String IF = "_?_:_";
  static final String NOT_FALSE = "@not_strictly_false";
  static final String LINK = "link";

  /// What does not work out all its arguments first, so that it has no body of its own.
  private static final List<CelFunctionDecl> LAZY =
      List.of(
          lazy(AND, "and(boolean, boolean) boolean"),
          lazy(OR, "or(boolean, boolean) boolean"),
          lazy(IF, "if(boolean, A, A) A"),
          lazy(NOT_FALSE, "not_false(boolean) boolean"),
          lazy(LINK, "link() text", "link(text) text", "link(text, text) text"));

  static Functions all() {
    return new Functions(
        Stream.of(
                Operators.all(),
                TextFunctions.all(),
                NumberFunctions.all(),
                ListFunctions.all(),
                TimeFunctions.all())
            .flatMap(List::stream)
            .collect(Collectors.toMap(Function::name, function -> function)));
  }

  private static CelFunctionDecl lazy(String name, String... signatures) {
    return Function.of(name, "", "", (_, _) -> null, signatures).declare();
  }

  Iterable<CelFunctionDecl> declarations() {
    var declarations = new ArrayList<>(LAZY);
    byName.values().stream().map(Function::declare).forEach(declarations::add);
    return declarations;
  }

  /// Those with a name that can be written.
  List<String> names() {
    return Stream.concat(Stream.of(LINK), byName.keySet().stream())
        .filter(name -> Character.isLetter(name.charAt(0)))
        .sorted()
        .toList();
  }
}
