package dev.wayfare.flow.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.wayfare.flow.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every name an expression of one scope may use, with its type.
record Names(Map<String, CelType> types) {
  private static final StructType CONTACT =
      CelTypes.struct(
          "@contact",
          Map.of(
              "phone", SimpleType.STRING,
              "email", SimpleType.STRING,
              "first_name", SimpleType.STRING,
              "last_name", SimpleType.STRING,
              "name", SimpleType.STRING,
              "time_zone", SimpleType.STRING));
  private static final StructType JOURNEY =
      CelTypes.struct(
          "@journey",
          Map.of(
              "link", SimpleType.STRING,
              "began", SimpleType.TIMESTAMP,
              "expires", SimpleType.TIMESTAMP,
              "turn", SimpleType.DOUBLE));
  private static final StructType ERROR =
      CelTypes.struct(
          "@error",
          Map.of(
              "code", SimpleType.STRING,
              "message", SimpleType.STRING,
              "flow", SimpleType.STRING,
              "step", SimpleType.STRING));

  static Names of(Scope scope) {
    var types = new LinkedHashMap<String, CelType>();
    types.put("contact", CONTACT);
    types.put("profile", CelTypes.struct("@profile", celTypes(scope.profile())));
    types.put("journey", JOURNEY);
    types.put("event", CelTypes.OBJECT);
    types.put("payload", SimpleType.DYN);
    types.put("start", CelTypes.OBJECT);
    types.put("channel", SimpleType.STRING);
    types.put("now", SimpleType.TIMESTAMP);
    types.put("error", ERROR);
    types.putAll(celTypes(scope.variables()));
    return new Names(types);
  }

  private static Map<String, CelType> celTypes(Map<String, Type> types) {
    return types.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> CelTypes.of(entry.getValue())));
  }

  /// The types with fields, as the checker looks them up.
  CelTypeProvider structs() {
    var structs = new LinkedHashMap<String, CelType>();
    for (var struct : List.of(CelTypes.MONEY, CelTypes.ADDRESS, CelTypes.FILE)) {
      structs.put(struct.name(), struct);
    }
    for (var type : types.values()) {
      if (type instanceof StructType) {
        structs.put(type.name(), type);
      }
    }
    return new Structs(ImmutableMap.copyOf(structs));
  }

  private record Structs(ImmutableMap<String, CelType> byName) implements CelTypeProvider {
    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.copyOf(byName.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
      return Optional.ofNullable(byName.get(name));
    }
  }
}
