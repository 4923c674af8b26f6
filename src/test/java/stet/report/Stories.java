package stet.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import stet.article.Block;
import stet.diff.Label.Kind;
import stet.report.dossier.Dossier;
import stet.report.page.dossier.DossierOptions;
import stet.report.view.ComparisonPage;
import stet.timeline.Timeline;

/** Stories of the Port Alder Courier, a newspaper that does not exist, and of others like it. */
public final class Stories {
  public static final String COURIER = "port-alder-courier.example";
  public static final ReportOptions OPTIONS =
      new ReportOptions("Port Alder, fictional sample", ZoneId.of("UTC"), "stet test");

  /** When dossiers of these are made. */
  static final Instant DOSSIER_AT = Instant.parse("2026-05-01T12:00:00Z");

  private Stories() {}

  public static List<Timeline> all() {
    return List.of(bridge(), ferry(), tankers(), hebrew(), chinese(), liveBlog(34), never());
  }

  /** Writes pages that stand alone into a folder and returns their names. */
  static List<String> writeAlone(Path dir) throws IOException {
    ComparisonPage pages = new ComparisonPage(Story.DIFFER, OPTIONS);
    Files.write(dir.resolve("alone-far.html"), pages.of(bridge(), 1, 4));
    Files.write(dir.resolve("alone-near.html"), pages.of(bridge(), 2, 3));
    Files.write(dir.resolve("alone-back.html"), pages.of(hebrew(), 2, 1));
    Files.write(dir.resolve("alone-same.html"), pages.of(chinese(), 2, 2));
    Dossier dossier = dossier("de");
    Files.write(dir.resolve("alone-dossier.html"), dossier.page(dossier.figures(), DOSSIER_AT));
    return List.of(
        "alone-far.html",
        "alone-near.html",
        "alone-back.html",
        "alone-same.html",
        "alone-dossier.html");
  }

  /** A dossier of all stories. */
  public static Dossier dossier(String language) {
    Dossier dossier =
        new Dossier(
            new DossierOptions(
                "Port Alder, fictional sample",
                "The fictional reader",
                "",
                "One.\n\nTwo.",
                Map.of(COURIER, "Port Alder Courier"),
                "alder",
                false,
                null,
                null,
                8,
                language,
                ZoneId.of("UTC"),
                "stet test"));
    all().forEach(dossier::add);
    return dossier;
  }

  public static Timeline bridge() {
    return new Story("harbour-bridge-1f", COURIER)
        .headline("Harbour bridge closed for checks")
        .dek("Inspectors say 12 of 16 cables must be replaced")
        .byline("Ines Marlow")
        .published("Mar 14, 2026, 6:10 am ALT", "2026-03-14T06:10", Story.ALDER)
        .text(
            "The harbour bridge was shut on Saturday after a routine inspection.",
            "Traffic was sent through the old tunnel, where queues reached four kilometres.",
            "Inspectors found a hairline crack in the northern pylon, the mayor’s office said.",
            "The bridge carries 40,000 vehicles a day.",
            "Ferries will run every twenty minutes from dawn, the port said.",
            "A second inspection is planned for Monday.")
        .seen("2026-03-14T09:12:00Z")
        .unchanged("2026-03-14T09:40:00Z", 2)
        .updated("Mar 14, 2026, 6:48 am ALT", "2026-03-14T06:48", Story.ALDER)
        .paragraph(7, "“Nobody told us anything,” said a bus driver who crossed it an hour before.")
        .seen("2026-03-14T09:55:00Z", Kind.STAMPED)
        .unchanged("2026-03-14T17:02:00Z", 14)
        .headline("Harbour bridge shut after crack found")
        .paragraph(
            3,
            "Inspectors found an 11-centimetre crack in the northern pylon, according to the"
                + " mayor’s office, which did not publish the report.")
        .seen("2026-03-14T17:32:00Z", Kind.SILENT)
        .unchanged("2026-03-17T00:30:00Z", 30)
        .notice("Correction: an earlier version gave the number of vehicles as 40,000.")
        .updated("Mar 17, 2026, 9:00 am ALT", "2026-03-17T09:00", Story.ALDER)
        .paragraph(4, "The bridge carries 46,000 vehicles a day.")
        .seen("2026-03-17T12:30:00Z", Kind.NOTICED)
        .gone("2026-03-20T06:00:00Z", "2026-03-21T18:00:00Z", 4, "not-found", "404 Not Found")
        .returned("2026-03-22T00:00:00Z")
        .unchanged("2026-04-02T12:00:00Z", 9)
        .timeline();
  }

  static Timeline ferry() {
    return new Story("ferry-fares-2c", COURIER)
        .headline("Ferry fares to stay as they are, council says")
        .published("2 May 2026, 08:00", "2026-05-02T08:00", null)
        .updated("2 May 2026, 08:00", "2026-05-02T08:00", null)
        .text("The council has ruled out higher fares this year.", "It will meet again in June.")
        .seen("2026-05-02T12:00:00Z")
        .updated("9 May 2026, 08:00", "2026-05-09T08:00", null)
        .seen("2026-05-09T12:00:00Z", Kind.RESTAMPED)
        .text(
            "The council has not ruled out higher fares this year.", "It will meet again in June.")
        .seen("2029-05-09T12:00:00Z", Kind.SILENT)
        .timeline();
  }

  /** One version, years after it was first published: no claim about edits can be made. */
  public static Timeline tankers() {
    return new Story("tankers-3d", "inland-gazette.example")
        .headline("Convoy of grain barges leaves Port Alder")
        .published("Nov 19, 2015, 10:51 pm ALT", "2015-11-19T22:51", Story.ALDER)
        .updated("Mar 27, 2019, 1:30 am ALT", "2019-03-27T01:30", Story.ALDER)
        .text("Forty barges left on Thursday.", "They are expected upriver within a week.")
        .seen("2026-01-05T10:00:00Z")
        .timeline();
  }

  public static Timeline hebrew() {
    return new Story("gesher-4e", "port-alder-ivrit.example")
        .language("he")
        .headline("הגשר בנמל נסגר לבדיקה")
        .dek("Alder Port: הבודקים מצאו סדק")
        .text(
            "Alder Bridge נסגר ביום שבת לאחר שנמצא סדק באורך 3 סנטימטרים.",
            "התנועה הופנתה למנהרה הישנה.")
        .seen("2026-03-14T09:12:00Z")
        .headline("הגשר בנמל נסגר לאחר שנמצא סדק")
        .paragraph(1, "Alder Bridge נסגר ביום שבת לאחר שנמצא סדק באורך 11 סנטימטרים.")
        .seen("2026-03-15T09:12:00Z", Kind.SILENT)
        .timeline();
  }

  static Timeline chinese() {
    return new Story("qiao-5f", "port-alder-zhongwen.example")
        .language("zh-Hans")
        .headline("港口大桥关闭检查")
        .text("星期六,港口大桥在例行检查后关闭,每天约有四万辆车通过。", "检查将于星期一结束。")
        .seen("2026-03-14T09:12:00Z")
        .text("星期六,港口大桥在发现裂缝后关闭,每天约有四万六千辆车通过。", "检查将于星期一结束。")
        .seen("2026-03-14T11:12:00Z", Kind.STAMPED)
        .timeline();
  }

  /** A story that grows with every check. */
  public static Timeline liveBlog(int versions) {
    Story story =
        new Story("storm-live-6a", COURIER)
            .headline("Storm reaches Port Alder: live")
            .block(new Block.Subhead("What we know", 2))
            .block(new Block.ListItem("The port is closed", 1, false))
            .block(new Block.Quote("Stay at home."));
    Instant at = Instant.parse("2026-09-01T06:00:00Z");
    Kind[] kinds = {Kind.SILENT, Kind.STAMPED, Kind.COSMETIC};
    for (int i = 1; i <= versions; i++) {
      story.paragraph(3 + i, "Update " + i + ": gusts of " + (60 + i) + " knots at the mole.");
      story.seen(at.toString(), kinds[i % kinds.length]);
      at = at.plus(7L * i, ChronoUnit.MINUTES);
    }
    return story.timeline();
  }

  /** An address that never showed an article. */
  public static Timeline never() {
    return new Story("never-7b", COURIER)
        .gone("2026-02-01T00:00:00Z", "2026-02-03T00:00:00Z", 3, "blocked", "challenge page")
        .timeline();
  }
}
