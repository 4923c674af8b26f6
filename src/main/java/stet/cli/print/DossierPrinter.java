package stet.cli.print;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import stet.app.CollectionHome;
import stet.app.dossier.DossierRun;
import stet.app.dossier.DossierRun.Asked;
import stet.app.dossier.DossierRun.Written;
import stet.app.dossier.PdfPrinter;
import stet.cli.console.Console;
import stet.cli.console.Plain;
import stet.cli.console.ProgressLine;
import stet.track.Collection;

/** Has a dossier written, and tells a person what became of it. */
public final class DossierPrinter {
  private final Console console;

  public DossierPrinter(Console console) {
    this.console = console;
  }

  /**
   * Writes one.
   *
   * @return whether it is as it was asked for
   */
  public boolean write(CollectionHome home, Collection collection, Asked asked, Path target)
      throws IOException {
    Instant now = console.clock().instant();
    Optional<PdfPrinter> pdf =
        PdfPrinter.find(System.getenv("STET_BROWSER"), System.getenv("PATH"));
    Written written;
    try (ProgressLine progress =
        new ProgressLine(console, "dossier", collection.timelines().count())) {
      written = DossierRun.of(home, collection, asked, now, pdf, progress).write(target);
    }
    if (!written.note().isEmpty()) {
      console.say(written.note());
    }
    console
        .out()
        .println(
            Plain.count(written.articles(), "article")
                + ", "
                + Plain.count(written.edits(), "edit")
                + " in the period; open '"
                + written.files().get(0)
                + "'");
    return written.note().isEmpty();
  }
}
