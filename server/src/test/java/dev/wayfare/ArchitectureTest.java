package dev.wayfare;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.wayfare.channel.fixture.Deciding;
import dev.wayfare.channel.other.fixture.Other;
import dev.wayfare.flow.fixture.Clocked;
import dev.wayfare.kernel.fixture.Early;
import dev.wayfare.runtime.fixture.Late;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The walls. Few rules; each says why, and what to do instead.
class ArchitectureTest {
  /// From left to right: each may know those before it. Packages in one entry may not know each
  /// other.
  private static final List<List<String>> ORDER =
      List.of(
          List.of("kernel"),
          List.of("db", "http"),
          List.of("journal"),
          List.of("identity"),
          List.of("channel"),
          List.of("connector"),
          List.of("resource"),
          List.of("app"),
          List.of("record"),
          List.of("publish"),
          List.of("runtime"),
          List.of("cli"));

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(place -> !place.contains("-tests.jar"))
          .importPackages("dev.wayfare");

  private static List<ArchRule> direction() {
    var rules = new ArrayList<ArchRule>();
    for (var place = 0; place < ORDER.size(); place++) {
      for (var module : ORDER.get(place)) {
        var later =
            ORDER.subList(place, ORDER.size()).stream()
                .flatMap(List::stream)
                .filter(other -> !other.equals(module))
                .map(other -> "dev.wayfare." + other + "..")
                .toArray(String[]::new);
        if (later.length > 0) {
          rules.add(
              noClasses()
                  .that()
                  .resideInAPackage("dev.wayfare." + module + "..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(later)
                  .because(
                      """
                      who may know whom is a line from left to right, so that a module can be read
                      without what comes after it. Let %s own a small interface for what it needs, and
                      let the later module implement it."""
                          .formatted(module)));
        }
      }
    }
    return rules;
  }

  private static ArchRule adapters() {
    return classes()
        .that()
        .resideInAPackage("dev.wayfare.channel.*..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax..",
            "jakarta..",
            "org..",
            "tools..",
            "gg..",
            "com.fasterxml..",
            "dev.wayfare.channel..",
            "dev.wayfare.kernel..",
            "dev.wayfare.http..",
            "dev.wayfare.flow..",
            "dev.wayfare.pages..")
        .because(
            """
            an adapter translates and never decides: it knows the contract and the flow's nouns. What
            else it needs stands in the contract as a small interface.""");
  }

  private static ArchRule strangers() {
    return slices()
        .matching("dev.wayfare.channel.(*)..")
        .should()
        .notDependOnEachOther()
        .because("adapters never know each other. What two of them share belongs to the contract.");
  }

  private static ArchRule sql() {
    return noClasses()
        .that()
        .haveSimpleNameNotStartingWith("Pg")
        .and()
        .haveSimpleNameNotEndingWith("Module")
        .and()
        .resideOutsideOfPackage("dev.wayfare.db..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
        .because(
            """
            SQL lives in one Pg… class per noun, so that a query is found by its noun. Move the query
            there, or give that store a method that says what you need.""");
  }

  private static ArchRule sockets() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("dev.wayfare.connector..", "dev.wayfare.cli..", "dev.wayfare.db..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.Socket")
        .because(
            """
            every call out of the building goes through connector, with its limits. Ask it through
            OutsideHttp. (The command line is a client of ours; db speaks to PostgreSQL.)""");
  }

  private static ArchRule purity() {
    return noClasses()
        .that()
        .resideInAPackage("dev.wayfare.flow..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..file..",
            "java.nio.file..",
            "java.net.http..",
            "java.sql..",
            "org.springframework..",
            "java.util.concurrent.locks..")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.Thread")
        .because(
            """
            the core is pure: the same arguments give the same turn. Time, chance and the outside come in
            as arguments, or leave as effects.""");
  }

  @Test
  void modulesKnowOnlyWhatStandsLeftOfThem() {
    direction().forEach(rule -> rule.check(OURS));
  }

  @Test
  void adaptersKnowTheContractAndNothingElse() {
    adapters().check(OURS);
  }

  @Test
  void adaptersDoNotKnowEachOther() {
    strangers().check(OURS);
  }

  @Test
  void onlyPgClassesSpeakSql() {
    sql().check(OURS);
  }

  @Test
  void onlyTheConnectorCallsOut() {
    sockets().check(OURS);
  }

  @Test
  void theCoreIsPure() {
    purity().check(OURS);
  }

  /// Each wall can fall: a class that breaks it is found.
  @Test
  void aBrokenWallIsFound() {
    var broken =
        new ClassFileImporter()
            .importPackagesOf(Early.class, Deciding.class, Other.class, Late.class, Clocked.class);
    var rules = new ArrayList<>(List.of(adapters(), sql(), sockets(), purity(), strangers()));
    rules.add(direction().getFirst());
    for (var rule : rules) {
      assertThat(rule.evaluate(broken).hasViolation()).as(rule.getDescription()).isTrue();
    }
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    var silent =
        OURS.stream()
            .filter(it -> !it.getPackageName().startsWith("dev.wayfare.pages"))
            .map(it -> it.getPackage())
            .distinct()
            .filter(it -> it.tryGetPackageInfo().isEmpty())
            .map(it -> it.getName())
            .toList();
    assertThat(silent).isEmpty();
  }
}
