package stet.cli.option;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import stet.app.dossier.DossierRun.Asked;
import stet.app.dossier.DossierSubject;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Version;
import stet.report.page.dossier.Wording;
import stet.track.Collection;

/** Whether one document is asked for rather than the site, and about what. */
public final class DossierOption {
  private static final int MOST = 500;

  @Option(
      names = "--dossier",
      paramLabel = "OUTLET|TEXT",
      description =
          "Write one document to hand over instead, about an outlet or the articles with a text in"
              + " headline or address: to --output, a file.pdf, a file.html or a folder.")
  private @Nullable String about;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "In a dossier: edits first seen then or later, such as 2026-11-20 or 30d.")
  private @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "In a dossier: edits first seen before that; of a day, until its end.")
  private @Nullable String until;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "In a dossier: how many of the most telling edits, 20 if not given.")
  private @Nullable Integer most;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Of a dossier: en, de, fr or es; report.language if not given.")
  private @Nullable String language;

  /**
   * Whether one is asked for.
   *
   * @throws Failure where something is asked of a dossier and none is
   */
  public boolean isGiven() {
    if (about == null && (since != null || until != null || most != null || language != null)) {
      throw new Failure(
          ExitCode.USAGE, "--since, --until, --most and --language go with --dossier");
    }
    return about != null;
  }

  /**
   * What is asked for.
   *
   * @param now UTC
   * @param zone in which days begin
   * @throws Failure where it makes no sense
   */
  public Asked asked(Collection collection, Instant now, ZoneId zone) {
    int edits = most == null ? 20 : most;
    if (edits < 1 || edits > MOST) {
      throw new Failure(ExitCode.USAGE, "--most '" + edits + "' must be 1 to " + MOST);
    }
    String tag = language == null ? "" : language.strip().toLowerCase(Locale.ROOT);
    if (language != null && !Wording.LANGUAGES.contains(tag)) {
      throw new Failure(
          ExitCode.USAGE,
          "--language '" + language + "' must be one of " + String.join(", ", Wording.LANGUAGES));
    }
    return new Asked(
        DossierSubject.of(collection, about == null ? "" : about),
        SpanOption.since(since, now, zone, ""),
        SpanOption.until(until, now, zone),
        edits,
        tag,
        Version.text());
  }

  /** Where it goes if nothing is said of that: a file in the collection. */
  public Path standard(Path home) {
    String name = about == null ? "" : about.strip().toLowerCase(Locale.ROOT);
    String plain = name.replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    String cut = plain.substring(0, Math.min(60, plain.length()));
    return home.resolve("dossiers").resolve((cut.isEmpty() ? "dossier" : cut) + ".pdf");
  }
}
