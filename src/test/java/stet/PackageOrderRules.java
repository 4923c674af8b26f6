package stet;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages form one line: each may use those before it and none after it. */
abstract class PackageOrderRules {
  private static final List<String> ORDER =
      List.of(
          "text",
          "capture",
          "article",
          "archive",
          "extract",
          "diff",
          "timeline",
          "stats",
          "rows",
          "copies",
          "story",
          "ingest",
          "sqlite",
          "postgres",
          "withhold",
          "fetch",
          "render",
          "memento",
          "store",
          "track",
          "watch",
          "notes",
          "json",
          "report",
          "export",
          "notify",
          "app",
          "serve",
          "cli");

  /**
   * JSON Feed, the ledger, settings in TOML, results for benchmarks, files and TimeMaps of web
   * archives.
   */
  private static final String OTHER_FORMATS =
      "report\\.feed\\.Feed|report\\.site\\.NoteJson|app\\.Settings|app\\.ResultsWriter|export\\.WaczExport|export\\.CdxjLine|serve\\.memento\\.TimeMapJson";

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    TreeSet<String> found = new TreeSet<>();
    for (JavaPackage sub : StetClasses.ALL.getPackage("stet").getSubpackages()) {
      found.add(sub.getRelativeName());
    }
    assertThat(ORDER).containsAll(found);
  }

  /** What others build on needs neither a database nor the network. */
  @Test
  void theCoreIsTheBeginningOfTheOrder() throws IOException {
    try (Stream<Path> packages = Files.list(Path.of("core/src/main/java/stet"))) {
      assertThat(packages.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(ORDER.subList(0, ORDER.indexOf("sqlite")));
    }
  }

  @Test
  void noPackageUsesALaterOne() {
    for (int i = 0; i < ORDER.size(); i++) {
      String[] later =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(p -> "stet." + p + "..")
              .toArray(String[]::new);
      if (later.length > 0) {
        noClasses()
            .that()
            .resideInAPackage("stet." + ORDER.get(i) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later)
            .allowEmptyShould(true)
            .check(StetClasses.ALL);
      }
    }
  }

  @Test
  void onlyTheirPackagesOpenDatabases() {
    noClasses()
        .that()
        .resideOutsideOfPackages("stet.sqlite..", "stet.postgres..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.sqlite..", "org.flywaydb..", "javax.sql..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(DriverManager.class, Connection.class, Statement.class)
        .check(StetClasses.ALL);
  }

  /** Whatever writes tables, on one machine or on many, gets rows from timelines alone. */
  @Test
  void rowsNeedNoCollection() {
    classes()
        .that()
        .resideInAPackage("stet.rows..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "stet.rows..",
                    "stet.text..",
                    "stet.capture..",
                    "stet.article..",
                    "stet.diff..",
                    "stet.timeline..",
                    "stet.stats..",
                    "java.lang..",
                    "java.time..",
                    "java.util..",
                    "com.ibm.icu..",
                    "org.jspecify..")
                .or(type(StringWriter.class)))
        .check(StetClasses.ALL);
  }

  /** What stands in commands and pages is one form, which {@code stet.json} alone writes. */
  @Test
  void jsonIsWrittenInOnePlace() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "stet.cli..", "stet.report..", "stet.app..", "stet.export..", "stet.serve..")
        .and()
        .haveNameNotMatching("stet\\.(" + OTHER_FORMATS + ")(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
        .check(StetClasses.ALL);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("stet.(*)..").should().beFreeOfCycles().check(StetClasses.ALL);
  }

  /** Rooms within a package form a line, too. */
  @Test
  void roomsAreFreeOfCycles() {
    slices()
        .matching("stet.(**)")
        .should()
        .beFreeOfCycles()
        // Pages and their parts are templates, made for one another.
        .ignoreDependency(resideInAPackage("stet.report.page.part"), alwaysTrue())
        .check(StetClasses.ALL);
  }

  /** What a command does beyond reading its arguments is a use case of stet.app. */
  @Test
  void theCommandLineHoldsCommandsAndPrinters() {
    classes()
        .that()
        .resideInAPackage("stet.cli")
        .and()
        .areTopLevelClasses()
        .should()
        .haveNameMatching("stet\\.cli\\.(\\w+Command|Commands|Main|package-info)")
        .check(StetClasses.ALL);
    classes()
        .that()
        .resideInAPackage("stet.cli.print")
        .and()
        .areTopLevelClasses()
        .should()
        .haveNameMatching("stet\\.cli\\.print\\.(\\w+Printer|package-info)")
        .check(StetClasses.ALL);
  }
}
