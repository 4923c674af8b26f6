package stet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** What is said to be a pure function is one, and only the command line prints or exits. */
abstract class PurityRules {
  private static final String[] PURE = {
    "stet.text..",
    "stet.article..",
    "stet.extract..",
    "stet.diff..",
    "stet.timeline..",
    "stet.copies..",
    "stet.stats..",
    "stet.story..",
    "stet.rows.."
  };

  @Test
  void pureRoomsKnowNoDiskAndNoNetwork() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.sql..", "java.net.http..", "javax.net..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.io\\.(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)"
                + "|java\\.net\\.(Socket|ServerSocket|URLConnection|InetAddress)")
        .check(StetClasses.ALL);
  }

  @Test
  void nobodyAsksTheMachineForTheTimeButWhoMakesAClock() {
    var rule = noClasses().that().resideOutsideOfPackage("stet.cli..").should();
    for (Class<?> time :
        new Class<?>[] {
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          OffsetDateTime.class,
          ZonedDateTime.class
        }) {
      rule = rule.callMethod(time, "now").orShould();
    }
    rule.callMethod(Clock.class, "systemUTC").check(StetClasses.ALL);
  }

  @Test
  void pureRoomsHoldNoStateBetweenCalls() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(PURE)
        .and()
        .areStatic()
        .should()
        .beFinal()
        .check(StetClasses.ALL);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("stet.cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .check(StetClasses.ALL);
  }

  @Test
  void onlyTheCommandLineExits() {
    noClasses()
        .that()
        .resideOutsideOfPackage("stet.cli..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(StetClasses.ALL);
  }
}
