package stet.app.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.app.CollectionHome;
import stet.app.SettingKey;
import stet.app.Settings;
import stet.report.dossier.Dossier;
import stet.report.page.dossier.DossierOptions;
import stet.rows.FigureCsv;
import stet.stats.GroupFigures;
import stet.timeline.Timeline;
import stet.track.Collection;
import stet.track.Progress;

/** Writes a dossier: a PDF, a page, or a folder with both and its tables. */
public final class DossierRun {
  private static final String PDF = ".pdf";
  private static final String HTML = ".html";

  private final Dossier dossier;
  private final Instant now;
  private final Optional<PdfPrinter> printer;

  private DossierRun(Dossier dossier, Instant now, Optional<PdfPrinter> printer) {
    this.dossier = dossier;
    this.now = now;
    this.printer = printer;
  }

  /**
   * What is asked for.
   *
   * @param since edits seen then or later, UTC; null for all
   * @param until edits seen before that, UTC; null for all
   * @param most how many of the most telling edits are shown
   * @param language one of {@link stet.report.page.dossier.Wording#LANGUAGES}; empty for that of
   *     the settings
   * @param program name and version of the program
   */
  public record Asked(
      DossierSubject subject,
      @Nullable Instant since,
      @Nullable Instant until,
      int most,
      String language,
      String program) {}

  /**
   * What was written.
   *
   * @param files all of them, the one to be opened first
   * @param note what went otherwise than asked, in a sentence; empty for nothing
   */
  public record Written(List<Path> files, int articles, int edits, String note) {}

  /**
   * Reads all timelines that it is about, one after the other.
   *
   * @param now UTC
   * @param printer what prints PDF; empty where there is nothing
   * @param progress is told of each article
   * @throws stet.app.AppException when the settings are wrong
   */
  public static DossierRun of(
      CollectionHome home,
      Collection collection,
      Asked asked,
      Instant now,
      Optional<PdfPrinter> printer,
      Progress progress) {
    Dossier dossier = new Dossier(options(home, asked));
    Iterator<Timeline> timelines = asked.subject().timelines(collection);
    while (timelines.hasNext()) {
      dossier.add(timelines.next());
      progress.advance(1);
    }
    return new DossierRun(dossier, now, printer);
  }

  private static DossierOptions options(CollectionHome home, Asked asked) {
    Settings settings = home.settings();
    String language =
        asked.language().isEmpty() ? settings.get(SettingKey.REPORT_LANGUAGE) : asked.language();
    return new DossierOptions(
        settings.isStated(SettingKey.REPORT_TITLE) ? settings.get(SettingKey.REPORT_TITLE) : "",
        settings.get(SettingKey.REPORT_AUTHOR),
        LogoFile.address(home.folder(), settings.get(SettingKey.REPORT_LOGO)),
        settings.get(SettingKey.REPORT_INTRODUCTION),
        settings.names(),
        asked.subject().name(),
        asked.subject().outlet(),
        asked.since(),
        asked.until(),
        asked.most(),
        language,
        settings.zone(),
        asked.program());
  }

  /**
   * Writes it.
   *
   * @param target a file with the ending {@code .pdf} or {@code .html}, or a folder
   * @throws IOException when it cannot be written or printed
   */
  public Written write(Path target) throws IOException {
    List<GroupFigures> figures = dossier.figures();
    byte[] page = dossier.page(figures, now);
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    List<Path> files = new ArrayList<>();
    String note = "";
    if (name.endsWith(PDF) && printer.isPresent()) {
      files.add(put(target, printer.get().print(page)));
    } else if (name.endsWith(PDF)) {
      String file = String.valueOf(target.getFileName());
      String other = file.substring(0, file.length() - PDF.length()) + HTML;
      files.add(put(target.resolveSibling(other), page));
      note = "no Chromium was found that prints PDF, so it is a page to be printed from a browser";
    } else if (name.endsWith(HTML)) {
      files.add(put(target, page));
    } else {
      folder(target, page, figures, files);
    }
    return new Written(files, dossier.articles(), dossier.edits(), note);
  }

  private void folder(Path target, byte[] page, List<GroupFigures> figures, List<Path> files)
      throws IOException {
    files.add(put(target.resolve("dossier.html"), page));
    if (printer.isPresent()) {
      files.add(put(target.resolve("dossier.pdf"), printer.get().print(page)));
    }
    files.add(put(target.resolve("figures.csv"), utf8(FigureCsv.of(figures))));
    files.add(put(target.resolve("edits.csv"), utf8(dossier.table())));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Whole or not at all. */
  private static Path put(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path draft = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.write(draft, bytes);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    return file;
  }
}
