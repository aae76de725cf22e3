package dev.wayfare.flow.expression;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.wayfare.flow.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Our types as CEL's checker sees them, and its types in our words.
///
/// A number is always `double`; CEL's integers do not exist here. What has known fields is a struct
/// whose name starts with `@`, so that no expression can make one.
final class CelTypes {
  static final CelType OBJECT = MapType.create(SimpleType.STRING, SimpleType.DYN);
  static final StructType MONEY =
      struct("@money", Map.of("amount", SimpleType.DOUBLE, "currency", SimpleType.STRING));
  static final StructType ADDRESS =
      struct(
          "@address",
          Map.of(
              "street", SimpleType.STRING,
              "postal_code", SimpleType.STRING,
              "city", SimpleType.STRING,
              "country", SimpleType.STRING));
  static final StructType FILE =
      struct(
          "@file",
          Map.of(
              "id", SimpleType.STRING,
              "name", SimpleType.STRING,
              "type", SimpleType.STRING,
              "size", SimpleType.DOUBLE));

  private CelTypes() {}

  static StructType struct(String name, Map<String, ? extends CelType> fields) {
    ImmutableMap<String, CelType> known = ImmutableMap.copyOf(fields);
    return StructType.create(
        name,
        ImmutableSet.copyOf(known.keySet().stream().sorted().toList()),
        field -> Optional.ofNullable(known.get(field)));
  }

  static CelType of(Type type) {
    return switch (type) {
      case TEXT, DATE, TIME, EMAIL, PHONE, URL, SECRET -> SimpleType.STRING;
      case NUMBER -> SimpleType.DOUBLE;
      case BOOLEAN -> SimpleType.BOOL;
      case MOMENT -> SimpleType.TIMESTAMP;
      case LIST -> ListType.create(SimpleType.DYN);
      case OBJECT -> OBJECT;
      case MONEY -> MONEY;
      case ADDRESS -> ADDRESS;
      case FILE -> FILE;
      case ANY -> SimpleType.DYN;
    };
  }

  /// What a value of this type must be when it is there.
  static Kind kind(Type type) {
    return switch (type) {
      case TEXT, DATE, TIME, EMAIL, PHONE, URL, SECRET -> Kind.TEXT;
      case NUMBER -> Kind.NUMBER;
      case BOOLEAN -> Kind.BOOLEAN;
      case MOMENT -> Kind.MOMENT;
      case LIST -> Kind.LIST;
      case OBJECT, MONEY, ADDRESS, FILE -> Kind.OBJECT;
      case ANY -> Kind.ANY;
    };
  }

  static Kind kind(CelType type) {
    return switch (type.kind()) {
      case STRING -> Kind.TEXT;
      case DOUBLE, INT, UINT -> Kind.NUMBER;
      case BOOL -> Kind.BOOLEAN;
      case TIMESTAMP -> Kind.MOMENT;
      case DURATION -> Kind.SPAN;
      case LIST -> Kind.LIST;
      case MAP, STRUCT -> Kind.OBJECT;
      case NULL_TYPE -> Kind.NOTHING;
      case ANY, DYN, TYPE_PARAM, BYTES, OPAQUE, TYPE, ERROR, UNSPECIFIED -> Kind.ANY;
    };
  }

  /// Whether an expression of this type may stand where that is wanted. What is only known when it
  /// runs is judged then.
  static boolean fits(Type wanted, CelType found) {
    var needed = kind(wanted);
    var kind = kind(found);
    return needed == Kind.ANY || kind == Kind.ANY || kind == needed;
  }

  /// What stands for a field or variable of this type that nothing has set.
  static @Nullable Object empty(CelType type) {
    return switch (kind(type)) {
      case TEXT -> "";
      case NUMBER -> 0d;
      case BOOLEAN -> false;
      case MOMENT -> Instant.EPOCH;
      case LIST -> List.of();
      case OBJECT -> Map.of();
      case SPAN, NOTHING, ANY -> null;
    };
  }

  /// The type's word as a document has it; a length of time, which no variable holds, is `span`.
  static String word(CelType type) {
    if (type.equals(MONEY) || type.equals(ADDRESS) || type.equals(FILE)) {
      return type.name().substring(1);
    }
    return switch (kind(type)) {
      case TEXT -> Type.TEXT.word();
      case NUMBER -> Type.NUMBER.word();
      case BOOLEAN -> Type.BOOLEAN.word();
      case MOMENT -> Type.MOMENT.word();
      case SPAN -> "span";
      case LIST -> Type.LIST.word();
      case OBJECT -> Type.OBJECT.word();
      case NOTHING, ANY -> Type.ANY.word();
    };
  }

  static boolean isStruct(CelType type) {
    return type.kind() == CelKind.STRUCT;
  }
}
