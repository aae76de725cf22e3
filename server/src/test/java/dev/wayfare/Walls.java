package dev.wayfare;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

/// The rules. Each says why it is there, and what to do instead.
final class Walls {
  /// From left to right: each may know those before it. Packages in one entry may not know each
  /// other.
  static final List<List<String>> ORDER =
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
          List.of("preview"),
          List.of("alert"),
          List.of("cli"));

  /// The other module, and what is generated from the templates.
  private static final Set<String> BESIDE = Set.of("flow", "pages");

  private Walls() {}

  static List<ArchRule> all() {
    return Stream.concat(
            direction().stream(),
            Stream.of(
                line(),
                top(),
                cycles(),
                adapters(),
                strangers(),
                sql(),
                sockets(),
                outside(),
                clock(),
                chance(),
                threads(),
                beans(),
                fields(),
                packages()))
        .toList();
  }

  static List<ArchRule> direction() {
    return ORDER.stream().flatMap(List::stream).flatMap(module -> Walls.of(module)).toList();
  }

  private static Stream<ArchRule> of(String module) {
    var place = 0;
    while (!ORDER.get(place).contains(module)) {
      place++;
    }
    var later =
        ORDER.subList(place, ORDER.size()).stream()
            .flatMap(List::stream)
            .filter(other -> !other.equals(module))
            .map(other -> "dev.wayfare." + other + "..")
            .toArray(String[]::new);
    return later.length == 0
        ? Stream.empty()
        : Stream.of(
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

  /// A new package that stands nowhere would escape the line.
  static ArchRule line() {
    var known =
        Stream.concat(ORDER.stream().flatMap(List::stream), BESIDE.stream())
            .map(module -> "dev.wayfare." + module + "..")
            .toList();
    var places = Stream.concat(Stream.of("dev.wayfare"), known.stream()).toArray(String[]::new);
    return classes()
        .should()
        .resideInAnyPackage(places)
        .because(
            """
            every module has its place in the line of who may know whom. Give the new package a place
            in Walls.ORDER, or put the class into the module whose noun it belongs to.""");
  }

  static ArchRule top() {
    return noClasses()
        .that()
        .resideInAPackage("dev.wayfare.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.wayfare")
        .because(
            """
            the top only puts the modules together. What a module needs from there comes in as a
            constructor argument.""");
  }

  static ArchRule cycles() {
    return slices()
        .matching("dev.wayfare.(*)..")
        .should()
        .beFreeOfCycles()
        .because(
            """
            modules that know each other are one module in two places. Split the noun, or let the
            earlier one own a small interface.""");
  }

  static ArchRule adapters() {
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

  static ArchRule strangers() {
    return slices()
        .matching("dev.wayfare.channel.(*)..")
        .should()
        .notDependOnEachOther()
        .because("adapters never know each other. What two of them share belongs to the contract.");
  }

  static ArchRule sql() {
    return noClasses()
        .that()
        .haveSimpleNameNotStartingWith("Pg")
        .and()
        .haveSimpleNameNotEndingWith("Module")
        .and()
        .resideOutsideOfPackage("dev.wayfare.db..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..")
        .because(
            """
            SQL lives in one Pg… class per noun, so that a query is found by its noun. Move the query
            there, or give that store a method that says what you need.""");
  }

  static ArchRule sockets() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("dev.wayfare.connector..", "dev.wayfare.cli..", "dev.wayfare.db..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.net.http..",
                    "org.springframework.web.client..",
                    "org.apache.hc..",
                    "org.xbill..",
                    "jakarta.mail..",
                    "org.eclipse.angus..")
                .or(
                    nameMatching(
                        "java\\.net\\.(Socket|DatagramSocket|(Http)?URLConnection)"
                            + "|java\\.nio\\.channels\\.(Asynchronous)?(Socket|Datagram)Channel"
                            + "|javax\\.net\\..*")))
        .because(
            """
            every call out of the building goes through connector, with its limits. Ask it through
            OutsideHttp. (The command line is a client of ours; db speaks to PostgreSQL.)""");
  }

  static ArchRule outside() {
    return inTheCore()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.net.http..",
                    "java.sql..",
                    "javax..",
                    "jakarta..",
                    "org.springframework..",
                    "org.slf4j..")
                .or(
                    nameMatching(
                        "java\\.io\\.(File.*|RandomAccessFile|PrintStream|Console)"
                            + "|java\\.net\\.(Socket|URL|URLConnection|InetAddress)"
                            + "|java\\.lang\\.Process.*")))
        .because(
            pure("What comes from outside is an argument; what leaves is an effect of the turn."));
  }

  static ArchRule clock() {
    return inTheCore()
        .callMethodWhere(
            calls("java\\.time\\..*", "now")
                .or(calls("java\\.lang\\.System", "currentTimeMillis|nanoTime|getenv|getProperty"))
                .or(calls("java\\.time\\.ZoneId", "systemDefault"))
                .or(calls("java\\.util\\.Locale", "getDefault")))
        .because(pure("The moment, the zone and the language come in with the turn."));
  }

  static ArchRule chance() {
    return inTheCore()
        .dependOnClassesThat(
            resideInAnyPackage("java.util.random..").or(nameMatching("java\\..*\\.\\w*Random")))
        .orShould()
        .callMethodWhere(
            calls("java\\.lang\\.(Strict)?Math", "random")
                .or(calls("java\\.util\\.UUID", "randomUUID")))
        .because(pure("Ids and chance come in as an argument."));
  }

  static ArchRule threads() {
    return inTheCore()
        .dependOnClassesThat(
            resideInAnyPackage("java.util.concurrent.locks..")
                .or(belongToAnyOf(Thread.class, ThreadLocal.class))
                .or(nameMatching("java\\.util\\.concurrent\\..*(Executor|Future|Queue|Latch).*")))
        .because(pure("A turn runs where it is called; who runs it side by side is the runtime."));
  }

  private static com.tngtech.archunit.lang.syntax.elements.ClassesShould inTheCore() {
    return noClasses().that().resideInAPackage("dev.wayfare.flow..").should();
  }

  private static String pure(String wayOut) {
    return "the core is pure: the same arguments give the same turn.\n" + wayOut;
  }

  private static DescribedPredicate<JavaCall<?>> calls(String types, String names) {
    return DescribedPredicate.describe(
        types + "#" + names,
        call ->
            call.getTargetOwner().getName().matches(types)
                && call.getTarget().getName().matches(names));
  }

  static ArchRule beans() {
    return noClasses()
        .should(
            beAnnotatedWith(ComponentScan.class)
                .or(beAnnotatedWith(SpringBootApplication.class))
                .or(beAnnotatedWith(Component.class))
                .or(beAnnotatedWith(Service.class))
                .or(beAnnotatedWith(Repository.class)))
        .because(
            """
            a module's parts are listed, never found: its front door is read from top to bottom. Make
            the bean in the module's XModule class.""");
  }

  static ArchRule fields() {
    return noFields()
        .should()
        .beAnnotatedWith(Autowired.class)
        .orShould()
        .beAnnotatedWith(Value.class)
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .because(
            """
            what a class needs stands in its constructor, so that it can be made without a framework.
            Make the field final and pass it in.""");
  }

  static ArchRule packages() {
    return classes()
        .that()
        .resideOutsideOfPackage("dev.wayfare.pages..")
        .should(
            new ArchCondition<JavaClass>("be in a package with a @NullMarked package-info") {
              @Override
              public void check(JavaClass each, ConditionEvents events) {
                var told = each.getPackage().tryGetPackageInfo().orElse(null);
                var said = told != null && told.isAnnotatedWith(NullMarked.class);
                var text = each.getName() + " is in a package that does not say what it is for";
                events.add(new SimpleConditionEvent(each, said, text));
              }
            })
        .because(
            """
            who opens a package first reads what it is for, what it may know and which file to read
            first. Write a package-info.java of three sentences with @NullMarked.""");
  }
}
